"""Atom feeds of what a site publishes."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed

from sites.frame import frame_for

NEWEST = 20


def listing_feed(index_page, pages: Iterable, request: HttpRequest) -> HttpResponse:
    """Answer with an Atom feed of the pages of a list, under the site's own address."""
    feed = Atom1Feed(
        title=f"{index_page.title} · {frame_for(request).name}",
        link=request.build_absolute_uri(index_page.get_url(request)),
        description=index_page.summary,
        language=index_page.locale.language_code,
        feed_url=request.build_absolute_uri(),
    )
    for page in pages:
        url = request.build_absolute_uri(page.get_url(request))
        published = page.first_published_at or timezone.now()
        feed.add_item(
            title=page.title,
            link=url,
            unique_id=url,
            description=page.description,
            pubdate=published,
            updateddate=page.last_published_at or published,
            categories=page.feed_categories(),
        )
    return HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")
