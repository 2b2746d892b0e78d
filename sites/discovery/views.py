"""Addresses that machines ask for: share images, manifest, icons, robots.txt."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language, override
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from sites.discovery import share_images
from sites.discovery.manifest import manifest as manifest_of
from sites.frame import frame_for
from sites.querysets import all_pages

DAY = 24 * 60 * 60


@require_safe
def share_image(request: HttpRequest, page_id: str, digest: str) -> HttpResponse:
    """Answer with the picture of a page that everybody may read; an old address leads to the new one."""
    frame = frame_for(request)
    pages = all_pages().in_village(frame.site).live().public()
    shown = pages.filter(pk=page_id, locale__language_code__in=frame.settings.languages)
    page = shown.specific().first()
    if page is None:
        raise Http404
    with override(page.locale.language_code):
        card = share_images.card_for(page, frame)
    if card.digest != digest:
        return redirect(share_images.address(page.pk, card.digest))
    drawn = share_images.file_for(page.pk, share_images.without_private_picture(page, card))
    response = FileResponse(drawn.open("rb"), content_type="image/jpeg")
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    return response


@require_safe
@cache_control(public=True, max_age=DAY)
def manifest(request: HttpRequest) -> HttpResponse:
    """Answer with the web app manifest of the requested site, in the language of the address."""
    frame = frame_for(request)
    if get_language() not in frame.settings.languages:
        raise Http404
    content = manifest_of(frame, get_language())
    return JsonResponse(
        content, content_type="application/manifest+json", json_dumps_params={"ensure_ascii": False}
    )


@require_safe
@cache_control(public=True, max_age=DAY)
def icon(request: HttpRequest, name: str) -> HttpResponse:
    """Lead who asks for an icon without reading the page to the one in the colour of the site."""
    return redirect(static(frame_for(request).icon(name)))


@require_safe
@cache_control(public=True, max_age=DAY)
def robots(request: HttpRequest) -> HttpResponse:
    """Keep search engines out of the admin and of search results, and show them the sitemap."""
    frame = frame_for(request)
    closed = [reverse("wagtailadmin_home")]
    for code in frame.settings.languages:
        with override(code):
            closed.append(reverse("search"))
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in closed)]
    lines += ["", f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
