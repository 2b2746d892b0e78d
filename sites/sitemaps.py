from django.contrib.sitemaps import Sitemap
from wagtail.models import Page, Site

from sites import languages
from sites.querysets import VillagePageQuerySet


class SiteSitemap(Sitemap):
    """Public pages of one host in every language it shows.

    Wagtail's own sitemap lists the tree of one language only.
    """

    limit = 5000

    def __init__(self, request):
        self.request = request

    def items(self):
        site = Site.find_for_request(self.request)
        pages = VillagePageQuerySet(Page).in_village(site).live().public()
        shown = pages.filter(locale__language_code__in=languages.site_languages(self.request))
        return shown.order_by("path").defer_streamfields().specific()

    def _urls(self, page, protocol, domain):
        entries = []
        for item in self.paginator.page(page).object_list:
            entries += item.get_sitemap_urls(self.request)
        changed = [entry["lastmod"] for entry in entries if entry["lastmod"]]
        if changed:
            self.latest_lastmod = max(changed)
        return entries
