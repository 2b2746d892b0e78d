"""Atom feeds of what a site publishes."""

from collections.abc import Iterable
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed

from sites.frame import frame_for

NEWEST = 20


def listing_feed(index_page, pages: Iterable, request: HttpRequest) -> HttpResponse:
    """Answer with the pages of a list, under the site's own address."""
    title = f"{index_page.title} · {frame_for(request).name}"
    link = request.build_absolute_uri(index_page.get_url(request))
    return feed(title, link, index_page.summary, pages, request, index_page.locale.language_code)


def feed(
    title: str, link: str, description: str, pages: Iterable, request: HttpRequest, language: str
) -> HttpResponse:
    """Answer with pages as an Atom feed."""
    atom = Atom1Feed(
        title=title,
        link=link,
        description=description,
        language=language,
        feed_url=request.build_absolute_uri(),
    )
    for page in pages:
        url = request.build_absolute_uri(page.get_url(request))
        published = published_on(page)
        atom.add_item(
            title=page.title,
            link=url,
            unique_id=url,
            description=page.description,
            pubdate=published,
            updateddate=page.last_published_at or published,
            categories=page.feed_categories(),
            author_name=getattr(page, "mark", "") or None,
        )
    return HttpResponse(atom.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")


def published_on(page) -> datetime:
    return page.first_published_at or timezone.now()
