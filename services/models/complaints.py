from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from sites.models import BasePage


class ComplaintIndexPage(RoutablePageMixin, BasePage):
    """Complaints and ideas: how to send one, and what became of those that everybody may read."""

    parameters = BasePage.parameters | {"page", "kind", "state", "topic"}
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

    def serve(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """What may be taken back is kept on no device for reading without a line."""
        response = super().serve(request, *args, **kwargs)
        patch_cache_control(response, private=True, no_cache=True)
        return response

    def get_context(self, request: HttpRequest, *args, complaint=None, **kwargs) -> dict:
        # They need the models, and these the page.
        from services.complaints import listing, one

        context = super().get_context(request, *args, **kwargs)
        shown = one.sights_of(complaint, request) if complaint else listing.sights_of(self, request)
        return context | shown

    @path("<int:number>/", name="complaint")
    def complaint(self, request: HttpRequest, number: int) -> HttpResponse:
        from services.complaints import views

        return views.complaint(self, request, number)

    @path("<int:number>/<int:key>/", name="picture")
    def picture(self, request: HttpRequest, number: int, key: int) -> HttpResponse:
        from services.complaints import views

        return views.picture(self, request, number, key)
