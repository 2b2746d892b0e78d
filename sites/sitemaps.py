from collections import defaultdict

from django.contrib.sitemaps import Sitemap
from wagtail.models import Locale, Site

from sites.frame import frame_for
from sites.languages import alternates
from sites.querysets import all_pages


class SiteSitemap(Sitemap):
    """Public pages of one host in every language it shows.

    Wagtail's own sitemap lists the tree of one language only.
    """

    limit = 5000

    def __init__(self, request):
        self.request = request

    def items(self):
        site = Site.find_for_request(self.request)
        pages = all_pages().in_village(site).live().public()
        shown = pages.filter(locale__language_code__in=frame_for(self.request).settings.languages)
        return shown.order_by("path").defer_streamfields().specific()

    def _urls(self, page, protocol, domain):
        items = list(self.paginator.page(page).object_list)
        codes = dict(Locale.objects.values_list("pk", "language_code"))
        addresses, by_type = defaultdict(dict), defaultdict(list)
        for item in items:
            by_type[type(item)].append(item)
        for model, pages in by_type.items():
            model.prepare_for_sitemap(pages)
        for item in items:
            url = self.request.build_absolute_uri(item.get_url(self.request))
            addresses[item.translation_key][codes[item.locale_id]] = url
        return [
            {"alternates": alternates(addresses[item.translation_key])} | entry
            for item in items
            for entry in item.get_sitemap_urls(self.request)
        ]
