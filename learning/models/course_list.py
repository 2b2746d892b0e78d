from django.utils.translation import gettext_lazy as _

from sites.models import ListingPage


class CourseIndexPage(ListingPage):
    """The courses of a village, or of the whole regency: its own, and those that offices share.

    The portal's own list has those of all villages, too.
    """

    parent_page_types = ["sites.VillageHomePage", "sites.PortalHomePage", "sites.OfficePage"]
    subpage_types = ["learning.CoursePage"]
    max_count_per_parent = 1
    menu_icon = "book-open"
    lists = "learning.CoursePage"
    has_feed = False

    created_with_village = True
    village_order = 11
    village_titles = {"id": "Belajar", "en": "Learning"}
    village_slugs = {"id": "belajar", "en": "learning"}

    class Meta:
        verbose_name = _("course list")
        verbose_name_plural = _("course lists")
