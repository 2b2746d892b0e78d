from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from learning.reading import catalogue
from learning.reading.filters import FILTERS
from sites.models import ListingPage

from .courses import CoursePage


class CourseIndexPage(ListingPage):
    """The courses of a village, or of the whole regency: its own, and those that offices share.

    The portal's own list has those of all villages, too.
    """

    parameters = ListingPage.parameters | {one.name for one in FILTERS}
    parent_page_types = ["sites.VillageHomePage", "sites.PortalHomePage", "sites.OfficePage"]
    subpage_types = ["learning.CoursePage"]
    max_count_per_parent = 1
    menu_icon = "book-open"
    lists = "learning.CoursePage"
    has_feed = False

    created_with_village = True
    village_order = 9
    village_titles = {"id": "Belajar", "en": "Learning"}
    village_slugs = {"id": "belajar", "en": "learning"}

    class Meta:
        verbose_name = _("course list")
        verbose_name_plural = _("course lists")

    def entries(self, site):
        if self.depth_below_home != 1 or not site.is_default_site:
            return super().entries(site)
        pages = CoursePage.objects.shown_around(site, self.locale.language_code)
        return pages.filter(locale=self.locale_id)

    def get_listing_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        return catalogue.sights_of(self, request)
