from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.utils.translation import gettext_lazy as _
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from sites import views
from sites.media.serving import serve_media
from sites.search import views as search_views

handler403 = "sites.views.permission_denied"
handler404 = "sites.views.page_not_found"
handler500 = "sites.views.server_error"

urlpatterns = [
    path("healthz", views.health, name="health"),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("media/<path:path>", serve_media, name="media"),
    re_path(r"^id/(?P<rest>.*)$", views.without_prefix),
    *i18n_patterns(
        # Translators: the address of the search page, e.g. "cari/".
        path(_("search/"), search_views.search, name="search"),
        # Translators: the address that suggestions come from, below the search page: "cari/saran/".
        path(_("search/suggestions/"), search_views.suggestions, name="search_suggestions"),
        re_path(r"^((?:[\w\-]+/)*)$", views.serve, name="wagtail_serve"),
        path("", include(wagtail_urls)),
        prefix_default_language=False,
    ),
]
