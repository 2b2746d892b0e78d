"""What villages and the regency publish and receive beside the market: lists, archives, desks, in bulk."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, time, timedelta
from random import Random
from uuid import UUID

from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.models import Page

from benchmarks.bulk import AT_ONCE, analyze, find_by_search, grow
from benchmarks.crowds import homes_of, sample
from culture.models import AgendaPage, ClassIndexPage, ClassPage, ClassSession, EventPage, Registration
from culture.states import RegistrationState
from learning.models import CourseIndexPage, CoursePage
from services.choices import OPEN_STATES, Category, DocumentKind, RequestKind, RequestState
from services.models import (
    DocumentIndexPage,
    PublicDocumentPage,
    ServiceIndexPage,
    ServicePage,
    ServiceRequest,
)
from sites.models import (
    AnnouncementIndexPage,
    AnnouncementPage,
    PortalHomePage,
    ShareTarget,
    Village,
    VillageDocument,
)

SESSIONS, REGISTRATIONS, REQUESTS, SHARED = 4, 4, 20, 200
# Announcements, events, classes, courses, services and documents of a village.
MANY, FEW = (12, 6, 3, 2, 8, 6), (3, 2, 1, 1, 2, 2)


def add_rows(villages: list[Village], random: Random) -> None:
    """Lists with what stands in them for villages that have none, a desk with requests, and shared news."""
    add_lists(villages, random)
    add_requests(villages, random)
    add_shared(villages, random)
    analyze()


def add_lists(villages: list[Village], random: Random, numbers: Sequence[int] = MANY) -> None:
    """Lists for villages that have none, with so many pages in each (`MANY` names them)."""
    homes = homes_of(villages)
    for (list_type, make), number in zip(lists(random), numbers, strict=True):
        fill(grow(homes, 1, lambda _place, kind=list_type: an_index(kind)), number, make, random)


def fill(indexes: list[Page], number: int, make: Callable[[int], Page], random: Random) -> None:
    pages = grow(indexes, number, make)
    if isinstance(pages[0], ClassPage):
        add_sessions(pages, random)
    elif isinstance(pages[0], AnnouncementPage):
        find_by_search(pages)


def lists(random: Random) -> list[tuple[type[Page], Callable[[int], Page]]]:
    """The lists of a village, each with what makes a page of it."""
    document = VillageDocument.objects.create(title="Berkas", file=ContentFile(b"a,b\n", "a.csv"))
    return [
        (AnnouncementIndexPage, lambda place: announcement(place, random)),
        (AgendaPage, lambda _place: an_event(random)),
        (ClassIndexPage, lambda _place: a_class(random)),
        (CourseIndexPage, lambda _place: CoursePage(title=words(random), summary=words(random, 8))),
        (ServiceIndexPage, lambda _place: a_service(random)),
        (DocumentIndexPage, lambda place: a_document(place, document, random)),
    ]


def an_index(kind: type[Page]) -> Page:
    return kind(title=kind.village_titles["id"], slug=kind.village_slugs["id"], show_in_menus=True)


def announcement(place: int, random: Random) -> AnnouncementPage:
    severity = "important" if place == 0 and not random.randint(0, 9) else "info"
    ends = timezone.now() + timedelta(days=random.randint(-100, 100)) if place % 3 == 0 else None
    return AnnouncementPage(
        title=words(random),
        summary=words(random, 8),
        severity=severity,
        expires_at=ends,
        is_pinned=place == 1,
    )


def an_event(random: Random) -> EventPage:
    return EventPage(title=words(random), starts_at=timezone.now() + around(300, random))


def a_class(random: Random) -> ClassPage:
    begins = timezone.localdate() + around(200, random)
    term = {"term_from": begins, "term_to": begins + timedelta(days=60)}
    return ClassPage(title=words(random), starts_at=time(9), ends_at=time(10), **term)


def a_service(random: Random) -> ServicePage:
    return ServicePage(title=words(random), category=random.choice(Category.values))


def a_document(place: int, document: VillageDocument, random: Random) -> PublicDocumentPage:
    kind = random.choice(DocumentKind.values)
    return PublicDocumentPage(title=words(random), year=2020 + place, kind=kind, document=document)


def around(days: int, random: Random) -> timedelta:
    return timedelta(days=random.randint(-days, days))


def add_sessions(classes: Iterable[ClassPage], random: Random) -> None:
    """Meetings of classes, and who comes to them."""
    sessions, registrations = [], []
    for page in classes:
        for week in range(SESSIONS):
            begins = timezone.make_aware(
                datetime.combine(page.term_from + timedelta(weeks=week), page.starts_at)
            )
            ends = begins + timedelta(hours=1)
            sessions.append(ClassSession(class_page=page, planned_at=begins, starts_at=begins, ends_at=ends))
        registrations += [registration(page, number, random) for number in range(1, REGISTRATIONS + 1)]
    ClassSession.objects.bulk_create(sessions, batch_size=AT_ONCE)
    Registration.objects.bulk_create(registrations, batch_size=AT_ONCE)


def registration(page: ClassPage, number: int, random: Random) -> Registration:
    return Registration(
        class_page=page,
        number=number,
        code=f"{page.pk:x}{number}".upper()[-7:],
        name="Warga Contoh",
        age_group="adult",
        whatsapp="+628123450001",
        language="id",
        state=random.choice(RegistrationState.values),
        form_key=UUID(int=random.getrandbits(128)),
        person_key=f"{random.getrandbits(256):064x}",
    )


def add_requests(villages: list[Village], random: Random, number: int = REQUESTS) -> None:
    """Requests to each village, a fourth of them open and one of them public."""
    rows = [a_request(village, place, random) for village in villages for place in range(number)]
    ServiceRequest.objects.bulk_create(rows, batch_size=AT_ONCE)


def a_request(village: Village, place: int, random: Random) -> ServiceRequest:
    at = timezone.now() - timedelta(hours=random.randint(1, 4_000))
    state = random.choice(sorted(OPEN_STATES)) if place % 4 == 0 else RequestState.DONE
    is_public = place == 1
    return ServiceRequest(
        village=village,
        kind=RequestKind.COMPLAINT if is_public else RequestKind.QUESTION,
        code=f"{village.pk * REQUESTS + place:08X}",
        name="Warga Contoh",
        whatsapp="+628123450001",
        language="id",
        message=words(random, 12),
        may_be_public=is_public,
        published_at=at if is_public else None,
        state=state,
        created_at=at,
        due_on=at.date() + timedelta(days=7),
        closed_at=None if state in OPEN_STATES else at + timedelta(days=2),
        form_key=UUID(int=random.getrandbits(128)),
    )


def add_shared(villages: list[Village], random: Random) -> None:
    """News of the regency for all villages, for those of a district, and for desa only; most have ended."""
    portal = PortalHomePage.objects.get(locale__language_code="id")
    index = AnnouncementIndexPage.objects.child_of(portal).get()
    pages = grow([index], SHARED, lambda _place: AnnouncementPage(title=words(random), audience="all"))
    keys = ["all", "kind:desa", *{f"district:{village.district}" for village in villages}]
    ended = timezone.now() - timedelta(days=1)
    ShareTarget.objects.bulk_create(
        ShareTarget(page_id=page.pk, key=random.choice(keys), ends_at=ended if place % 4 else None)
        for place, page in enumerate(pages)
    )


def words(random: Random, number: int = 3) -> str:
    return " ".join(sample(random, number)).capitalize()
