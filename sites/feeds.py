"""Atom feeds of what a site publishes."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed

from sites.frame import frame_for


def announcement_feed(index_page, announcements: Iterable, request: HttpRequest) -> HttpResponse:
    """Answer with an Atom feed of announcements, under the site's own address."""
    feed = Atom1Feed(
        title=f"{index_page.title} · {frame_for(request).name}",
        link=request.build_absolute_uri(index_page.get_url(request)),
        description=index_page.summary,
        language=index_page.locale.language_code,
        feed_url=request.build_absolute_uri(),
    )
    for page in announcements:
        url = request.build_absolute_uri(page.get_url(request))
        feed.add_item(
            title=page.title,
            link=url,
            unique_id=url,
            description=page.description,
            pubdate=page.published_on,
            updateddate=page.last_published_at or page.published_on,
            categories=[page.get_category_display()],
        )
    return HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")
