from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.utils.translation import gettext_lazy as _
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from culture.registering import views as registration
from learning.certificates import views as certificates
from learning.progress import views as learning_codes
from services.asking import following
from services.asking import views as requests
from sites import views
from sites.admin import media_lists
from sites.admin.links import external_link
from sites.admin.people import own_account
from sites.admin.tags import autocomplete
from sites.discovery import views as discovery
from sites.hall_screen.views import hall_screen
from sites.media.serving import serve_document, serve_media
from sites.newsletter import views as newsletter
from sites.newsletter.webhook import bounces
from sites.offline import views as offline
from sites.search import views as search_views

handler403 = "sites.views.permission_denied"
handler404 = "sites.views.page_not_found"
handler500 = "sites.views.server_error"

urlpatterns = [
    path("healthz", views.health, name="health"),
    path("robots.txt", discovery.robots, name="robots"),
    path("favicon.ico", discovery.icon, {"name": "favicon.ico"}),
    re_path(r"^apple-touch-icon(?:-precomposed)?\.png$", discovery.icon, {"name": "180.png"}),
    re_path(r"^share/(\d{1,9})-([0-9a-f]{16})\.jpg$", discovery.share_image, name="share_image"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
    path("sw.js", offline.service_worker, name="service_worker"),
    path("admin/account/", own_account, name="wagtailadmin_account"),
    path("admin/tag-autocomplete/", autocomplete, name="wagtailadmin_tag_autocomplete"),
    path(
        "admin/tag-autocomplete/<slug:app_name>/<slug:model_name>/",
        autocomplete,
        name="wagtailadmin_tag_model_autocomplete",
    ),
    path("admin/choose-external-link/", external_link, name="wagtailadmin_choose_page_external_link"),
    path("admin/images/", media_lists.images, name="own_images"),
    path("admin/images/results/", media_lists.image_results, name="own_images_results"),
    path("admin/documents/", media_lists.documents, name="own_documents"),
    path("admin/documents/results/", media_lists.document_results, name="own_documents_results"),
    path("admin/", include(wagtailadmin_urls)),
    re_path(r"^documents/(\d+)/(.*)$", serve_document, name="wagtaildocs_serve"),
    path("documents/", include(wagtaildocs_urls)),
    path("media/<path:path>", serve_media, name="media"),
    path("newsletter/bounces/", bounces, name="newsletter_bounces"),
    re_path(r"^id/(?P<rest>.*)$", views.without_prefix),
    *i18n_patterns(
        path("manifest.webmanifest", discovery.manifest, name="manifest"),
        # Translators: the address of the search page, e.g. "cari/".
        path(_("search/"), search_views.search, name="search"),
        # Translators: the address that suggestions come from, below the search page: "cari/saran/".
        path(_("search/suggestions/"), search_views.suggestions, name="search_suggestions"),
        path("feed/", views.site_feed, name="site_feed"),
        # Translators: the address of the screen in the village hall, e.g. "layar/".
        path(_("screen/"), hall_screen, name="hall_screen"),
        # Translators: the address of the pages that are saved on the device, e.g. "luring/".
        path(_("offline/"), offline.offline, name="offline"),
        # Translators: the address of the newsletter's page, e.g. "langganan/"; the others lie below it.
        path(_("newsletter/"), newsletter.sign_up, name="newsletter"),
        path(_("newsletter/check-your-mail/"), newsletter.sent, name="newsletter_sent"),
        path(_("newsletter/confirm/<str:token>/"), newsletter.confirm, name="newsletter_confirm"),
        path(_("newsletter/preferences/<str:token>/"), newsletter.preferences, name="newsletter_preferences"),
        path(_("newsletter/unsubscribe/<str:token>/"), newsletter.unsubscribe, name="newsletter_unsubscribe"),
        path(_("newsletter/unsubscribed/"), newsletter.left, name="newsletter_left"),
        # Translators: the address of registering for a class, e.g. "pendaftaran/"; its number follows.
        path(_("registration/<int:class_id>/"), registration.register, name="registration"),
        path(_("registration/ticket/<str:token>/"), registration.ticket, name="registration_ticket"),
        path(_("registration/ticket/<str:token>/cancel/"), registration.cancel, name="registration_cancel"),
        # Translators: the address where certificates are checked, e.g. "sertifikat/"; the code follows.
        path(_("certificate/"), certificates.codes, name="certificate_codes"),
        path(_("certificate/claim/<str:token>/"), certificates.claim, name="certificate_claim"),
        path(_("certificate/mine/<str:token>/"), certificates.mine, name="certificate_mine"),
        path(_("certificate/mine/<str:token>/pdf/"), certificates.pdf, name="certificate_pdf"),
        path(_("certificate/mine/<str:token>/erase-name/"), certificates.erase, name="certificate_erase"),
        path(_("certificate/<str:code>/"), certificates.check, name="certificate"),
        # Translators: the address of the page about learning codes, e.g. "kode-belajar/".
        path(_("learning-code/"), learning_codes.page, name="learning_code"),
        path(_("learning-code/make/"), learning_codes.make, name="learning_code_make"),
        path(_("learning-code/use/"), learning_codes.use, name="learning_code_use"),
        # Translators: the address where people ask the village office, e.g. "permohonan/"; a code follows.
        path(_("requests/"), following.look_up, name="requests"),
        path(_("requests/service/<int:service_id>/"), requests.ask_for_service, name="request_service"),
        path(_("requests/information/"), requests.ask, {"kind": "information"}, name="request_information"),
        path(_("requests/complaint/"), requests.ask, {"kind": "complaint"}, name="request_complaint"),
        path(_("requests/idea/"), requests.ask, {"kind": "idea"}, name="request_idea"),
        path(_("requests/<str:code>/"), following.follow, name="request"),
        path(_("requests/<str:code>/withdraw/"), following.withdraw, name="request_withdraw"),
        path(_("requests/<str:code>/private/"), following.keep_private, name="request_private"),
        path(
            "_util/authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/",
            views.authenticate,
            name="wagtailcore_authenticate_with_password",
        ),
        # Calendar files of pages: apps that follow one want a name with an ending, without a slash.
        re_path(r"^((?:[\w\-]+/)+kalender\.ics)$", views.serve, name="calendar_file"),
        re_path(r"^((?:[\w\-]+/)+paket\.json)$", views.serve, name="pack_file"),
        re_path(r"^((?:[\w\-]+/)+katalog\.pdf)$", views.serve, name="catalogue_file"),
        re_path(r"^((?:[\w\-]+/)+syarat\.pdf)$", views.serve, name="checklist_file"),
        re_path(r"^((?:[\w\-]+/)*)$", views.serve, name="wagtail_serve"),
        path("", include(wagtail_urls)),
        prefix_default_language=False,
    ),
]
