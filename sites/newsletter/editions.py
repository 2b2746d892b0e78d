"""Makes the letters that are due, and puts one for each subscriber with something to read into the queue.

How far each subscriber has read stands in `Subscription.read_until`: whatever they change, and however
late a letter is made, it goes on from there, so that nothing is told twice or left out.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice
from typing import NamedTuple

from django.conf import settings
from django.db import transaction
from django.db.models import Max, Min
from django.utils import timezone
from wagtail.models import Site

from sites.models import Delivery, Letter, SiteSettings, Subscription
from sites.publications import dated_types, published

from .calendar import FURTHEST_BACK, SETTLE, end_of_period

CHUNK = 500


class Readers(NamedTuple):
    """Subscribers of one site who get the same letter; without their language it is Indonesian."""

    site_id: int
    language: str
    frequency: str


def make_due(now: datetime) -> int:
    """Make every letter that is due, and return how many were made."""
    newest = newest_publication(before=now - SETTLE)
    if newest is None:
        return 0
    behind = _behind(newest, now)
    sites = Site.objects.select_related("root_page").in_bulk({readers.site_id for readers in behind})
    made = [
        make_letter(sites[readers.site_id], readers, languages, end_of_period(readers.frequency, now))
        for readers, languages in behind.items()
    ]
    return sum(letter is not None for letter in made)


def newest_publication(before: datetime) -> datetime | None:
    """When something was last published on any site. One query for each page type."""
    pages = [model.objects.live().filter(first_published_at__lt=before) for model in dated_types()]
    dates = [found.aggregate(at=Max("first_published_at"))["at"] for found in pages]
    return max((date for date in dates if date), default=None)


def _behind(newest: datetime, now: datetime) -> dict[Readers, set[str]]:
    """Readers for whom something may be new, with the languages they chose. Two queries."""
    groups = (
        Subscription.objects.confirmed()
        .filter(site__village__closed_at=None)
        .order_by()
        .values_list("site_id", "language", "frequency")
        .annotate(oldest=Min("read_until"))
    )
    english = set(SiteSettings.objects.filter(english_enabled=True).values_list("site_id", flat=True))
    found = {}
    for site_id, language, frequency, oldest in groups:
        if oldest and oldest <= newest and oldest < end_of_period(frequency, now):
            shown = language if site_id in english else settings.LANGUAGE_CODE
            found.setdefault(Readers(site_id, shown, frequency), set()).add(language)
    return found


@transaction.atomic
def make_letter(site: Site, readers: Readers, languages: set[str], until: datetime) -> Letter | None:
    """Make one letter and its queue, or none where nobody has anything to read.

    Letter, queue and how far everybody has read are written together; a second process waits and then
    finds nobody behind.
    """
    behind = Subscription.objects.confirmed().filter(
        site=site, language__in=languages, frequency=readers.frequency, read_until__lt=until
    )
    found = list(behind.order_by("pk").select_for_update().only("pk", "kinds", "read_until"))
    if not found:
        return None
    earliest = until - FURTHEST_BACK[readers.frequency]
    since = max(earliest, min(reader.read_until for reader in found))
    pages = published(site, readers.language, since=since, until=until)
    starts = {reader: max(since, reader.read_until) for reader in found}
    wanted = {reader: start for reader, start in starts.items() if narrowed(pages, reader.kinds, start)}
    for keys in _chunks(reader.pk for reader in found):
        Subscription.objects.filter(pk__in=keys).update(read_until=until)
    if not wanted:
        return None
    letter, _made = Letter.objects.get_or_create(
        **readers._asdict(), until=until, defaults={"since": min(wanted.values())}
    )
    now = timezone.now()
    Delivery.objects.bulk_create(
        [
            Delivery(site=site, letter=letter, subscription=reader, since=start, due_at=now)
            for reader, start in wanted.items()
        ],
        batch_size=CHUNK,
    )
    return letter


def narrowed(pages: Iterable, kinds: list[str], since: datetime) -> list:
    """Those of a letter's pages that one subscriber wants and has not had."""
    return [
        page
        for page in pages
        if page.first_published_at >= since and (not kinds or page.publication_kind in kinds)
    ]


def _chunks(keys: Iterable[int]) -> Iterator[list[int]]:
    keys = iter(keys)
    while chunk := list(islice(keys, CHUNK)):
        yield chunk
