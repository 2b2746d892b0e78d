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
from django.db.models import OuterRef, QuerySet, Subquery
from django.utils import timezone
from wagtail.models import Site

from sites.models import Delivery, Frequency, Letter, SiteSettings, Subscription
from sites.publications import CONTAINER_LENGTH, newest_by_container, published

from .calendar import FURTHEST_BACK, SETTLE, end_of_period

CHUNK = 500


class Readers(NamedTuple):
    """Subscribers of one site who get the same letter; without their language it is Indonesian."""

    site_id: int
    language: str
    frequency: str


def make_due(now: datetime) -> int:
    """Make every letter that is due, and return how many were made."""
    made = [
        make_letter(site, readers, languages, end_of_period(readers.frequency, now))
        for site, readers, languages in behind(now)
    ]
    return sum(letter is not None for letter in made)


def behind(now: datetime) -> list[tuple[Site, Readers, set[str]]]:
    """Readers for whom something may be new, with their site and the languages they chose.

    Asked at each look: three queries and one for each page type, whatever the number of sites and readers.
    """
    late = _late_sites(now)
    keys = {site.pk for site, _frequency in late}
    if not keys:
        return []
    english = set(
        SiteSettings.objects.filter(site__in=keys, english_enabled=True).values_list("site_id", flat=True)
    )
    chosen: dict[tuple[int, str], set[str]] = {}
    readers = Subscription.objects.confirmed().filter(site__in=keys).order_by()
    for site_id, frequency, language in readers.values_list("site_id", "frequency", "language").distinct():
        chosen.setdefault((site_id, frequency), set()).add(language)
    found: dict[Readers, tuple[Site, set[str]]] = {}
    for site, frequency in late:
        for language in chosen.get((site.pk, frequency), ()):
            shown = language if site.pk in english else settings.LANGUAGE_CODE
            found.setdefault(Readers(site.pk, shown, frequency), (site, set()))[1].add(language)
    return [(site, readers, languages) for readers, (site, languages) in found.items()]


def _late_sites(now: datetime) -> list[tuple[Site, str]]:
    """Open sites on which something is newer than what their oldest reader at a pace has read."""
    earliest = min(end_of_period(frequency, now) - back for frequency, back in FURTHEST_BACK.items())
    newest = newest_by_container(earliest, now - SETTLE)
    if not newest:
        return []
    sites = _sites_with_oldest_readers()
    # What stands on the portal may be shared with any village.
    portal = next((newest.get(_container(site)) for site in sites if site.is_default_site), None)
    found = []
    for site in sites:
        dates = [date for date in (newest.get(_container(site)), portal) if date]
        for frequency in Frequency:
            read_until = getattr(site, f"oldest_{frequency.name}")
            is_due = read_until and read_until < end_of_period(frequency, now)
            if is_due and dates and read_until <= max(dates):
                found.append((site, frequency))
    return found


def _sites_with_oldest_readers() -> QuerySet:
    """Open sites, with how far they have read who are furthest behind there, at each pace."""
    oldest = {f"oldest_{frequency.name}": _oldest_reader(frequency) for frequency in Frequency}
    return Site.objects.filter(village__closed_at=None).select_related("root_page").annotate(**oldest)


def _oldest_reader(frequency: str) -> Subquery:
    readers = Subscription.objects.confirmed().filter(site=OuterRef("pk"), frequency=frequency)
    readers = readers.filter(read_until__isnull=False).order_by("read_until")
    return Subquery(readers.values("read_until")[:1])


def _container(site: Site) -> str:
    return site.root_page.path[:CONTAINER_LENGTH]


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
