from django.utils.translation import gettext_lazy as _

from sites.models import BasePage


class ComplaintIndexPage(BasePage):
    """Complaints and ideas: how to send one, and what became of those that everybody may read."""

    parent_page_types = ["sites.VillageHomePage"]
    subpage_types = []
    max_count_per_parent = 1
    menu_icon = "message-circle"
    page_size = 12

    created_with_village = True
    village_order = 48
    village_titles = {"id": "Pengaduan dan usulan", "en": "Complaints and ideas"}
    village_slugs = {"id": "pengaduan", "en": "complaints"}

    class Meta:
        verbose_name = _("complaints and ideas")
        verbose_name_plural = _("complaints and ideas")
