from collections.abc import Iterator
from functools import partial

from django.apps import apps
from django.core.paginator import Page as PaginatorPage
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import Site

from sites.feeds import NEWEST, listing_feed
from sites.frame import FEED_PATH, frame_for
from sites.media.renditions import prefetch_renditions
from sites.page_cache.keeping import at_usual_port

from .base import BasePage


class ListingPage(RoutablePageMixin, BasePage):
    """An index: it lists the pages of one type below it, as their cards, on pages and in a feed.

    `lists` names the type ("culture.ClassPage"). Which pages, and in which order,
    its queryset says (`listed()`, `in_listing_order()`). A type that lists something
    else overrides `get_listing()`.
    """

    parameters = BasePage.parameters | {"page"}
    lists = ""
    also_lists: tuple[str, ...] = ()  # types beside it that stand here, too, also as guests
    has_feed = True
    has_teaser = True  # its first entries stand on the home
    has_portal_teaser = True  # on that of the portal, too
    page_size = 12
    is_remembered = True  # what stands at its own address, without any choice
    schema_type = "CollectionPage"

    class Meta:
        abstract = True

    def get_listing(self, site: Site):
        """Return the pages to list on a site, with what a card needs, in a constant number of queries."""
        return self.entries(site).listed().for_cards().in_listing_order()

    def entries(self, site: Site, label: str = ""):
        """Pages that belong into this list, whatever their state: those below it, and what offices share.

        The portal's own list has those of all offices, too. `label` names another type than the usual one.
        """
        pages = apps.get_model(label or self.lists).objects
        if self.depth_below_home != 1 or not getattr(pages.model, "may_be_shared", False):
            return pages.child_of(self)
        return pages.shown_on(site).filter(locale=self.locale_id)

    def guests(self, site: Site) -> Iterator[QuerySet]:
        """Pages of offices that readers may open below this list on a village's site, by type.

        Current ones and those that ended; none is asked for before it is needed.
        """
        for label in (self.lists, *self.also_lists):
            shared = apps.get_model(label).objects.shared_on(site)
            yield shared.filter(locale=self.locale_id).live().public()

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        if self.has_feed:
            context["feed_url"] = self.get_url(request) + FEED_PATH
        return context | self._listing_context(request, *args, **kwargs)

    def _listing_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        """What stands at the address of the list itself is asked for most, and remembered."""
        make = partial(self.get_listing_context, request, *args, **kwargs)
        is_own = request.path == self.get_url(request) and not request.GET
        if not (self.is_remembered and is_own and at_usual_port(request)):
            return make()
        key = f"listing:{self.pk}:{request.build_absolute_uri('/')}"
        return frame_for(request).remembered_now(key, make)

    def get_listing_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        """What the template needs to print the requested part of the list, as `listing`."""
        return {"listing": self.paginate(request, self.get_listing(frame_for(request).site))}

    def paginate(self, request: HttpRequest, pages) -> PaginatorPage:
        """Return the requested part with its pictures; a wrong number gives the nearest part."""
        part = Paginator(pages, self.page_size).get_page(request.GET.get("page"))
        part.object_list = list(part.object_list)
        # It has been counted, and is not to be asked again.
        part.paginator.object_list = []
        prefetch_renditions([page.listing_image for page in part.object_list])
        return part

    @path(FEED_PATH, name="feed")
    def feed(self, request: HttpRequest) -> HttpResponse:
        """Answer with the newest pages as an Atom feed."""
        if not self.has_feed:
            raise Http404
        return listing_feed(self, self.get_newest(request), request)

    def get_newest(self, request: HttpRequest):
        """Return the pages of the feed, the newest first."""
        return self.get_listing(frame_for(request).site).newest_first()[:NEWEST]
