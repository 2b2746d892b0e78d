"""What editors of classes and events are told, and kept from, in Wagtail's own views."""

from collections.abc import Iterable, Iterator

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page

from culture import class_rules, event_rules, rooms
from culture.models import ClassPage, EventPage, Registration
from culture.querysets import ClassQuerySet
from culture.staff.access import classes_of
from culture.staff.desk import NAMESPACE
from sites.admin.moving import container_path
from sites.querysets import all_pages, below_any

WARNED = "_culture_warned_of_rooms"
MOST_NAMED = 3

SCHEDULES = "_culture_schedules_before"
SCHEDULE = ("recurrence", "term_from", "term_to", "starts_at", "ends_at", "place", "room")


def warn_of_rooms(request: HttpRequest, page: Page) -> None:
    """Name what else is in the room at the same time. A request runs several hooks, and warns once."""
    page = page.specific
    if getattr(request, WARNED, None) == page.pk:
        return
    if isinstance(page, ClassPage) and page.is_source:
        found = rooms.clashes_of_class(page)
    elif isinstance(page, EventPage) and page.is_source:
        found = rooms.clashes_of_event(page)
    else:
        return
    setattr(request, WARNED, page.pk)
    warn(request, found)


def warn(request: HttpRequest, found: list[rooms.Use]) -> None:
    for use in found[:MOST_NAMED]:
        starts_at = timezone.localtime(use.starts_at)
        message = _(
            "“%(title)s” is in the same room at that time: %(day)s, %(hour)s WIB. Both stay as they are; "
            "ask whether one of them can move."
        )
        values = {
            "title": use.title,
            "day": date_format(starts_at, "DATE_FORMAT"),
            "hour": time_format(starts_at.time()),
        }
        messages.warning(request, message % values)


def refuse_unfit(request: HttpRequest, pages: Iterable[Page], with_those_below: bool) -> HttpResponse | None:
    """Answer instead of publishing, past their form, classes and events that are not fit for readers."""
    pages = list(pages)
    chosen = below_any(pages) if with_those_below else Q(pk__in=[page.pk for page in pages])
    for page in all_pages().filter(chosen).specific(defer=True):
        draft = page.get_latest_revision_as_object()
        if complaint := next(_complaints_about(draft), None):
            message = _("“%(title)s” was not published: %(complaint)s Open it to put that right.")
            messages.error(request, message % {"title": draft.title, "complaint": complaint[1]})
            return redirect("wagtailadmin_explore", pages[0].get_parent().pk)
    return None


def _complaints_about(draft: Page) -> Iterator[tuple[str, str]]:
    values = {field.name: getattr(draft, field.attname) for field in draft._meta.concrete_fields}
    if isinstance(draft, ClassPage) and draft.is_source:
        yield from class_rules.complaints(values, draft.seats_taken)
    elif isinstance(draft, EventPage) and draft.is_source:
        yield from event_rules.complaints(values)


def remember_schedules(request: HttpRequest, pages: Iterable[Page]) -> None:
    """Before something is published: when and where the classes among the pages meet by now."""
    setattr(request, SCHEDULES, _schedules_of(pages))


def warn_of_changed_schedules(request: HttpRequest, pages: Iterable[Page]) -> None:
    """After publishing: who has a seat in a class that meets otherwise now hears it from its staff only."""
    before = getattr(request, SCHEDULES, {})
    now = _schedules_of(pages) if before else {}
    changed = [key for key, schedule in now.items() if before.get(key, schedule) != schedule]
    if not changed:
        return
    seated = Registration.objects.seated().filter(class_page__in=changed).values("class_page")
    classes = ClassPage.objects.filter(pk__in=seated, is_cancelled=False).not_over()
    # Portal staff may publish a class, and have no desk.
    own = set(classes_of(request.user).filter(pk__in=changed).values_list("pk", flat=True))
    for page in classes.defer_streamfields().order_by("path"):
        message = _(
            "“%(title)s” meets at another time or place now. Who has a seat has not been told: write to them."
        )
        url = reverse(f"{NAMESPACE}:message", args=[page.pk])
        buttons = [messages.button(url, _("Write to all"))] if page.pk in own else []
        messages.warning(request, message % {"title": page.title}, buttons=buttons)


def _schedules_of(pages: Iterable[Page]) -> dict[int, tuple]:
    """As stored, by the key of each published class."""
    live = ClassPage.objects.live().filter(pk__in=[page.pk for page in pages])
    return {key: tuple(schedule) for key, *schedule in live.values_list("pk", *SCHEDULE)}


def keep_people_in_classes(request: HttpRequest, pages: Iterable[Page]) -> HttpResponse | None:
    """Answer instead of deleting or withdrawing pages with a class in which people still are."""
    pages = list(pages)
    kept = _classes_in(pages).with_people().order_by("path").first()
    if kept is None:
        return None
    if kept.is_cancelled:
        message = _("“%(title)s” stays as it is: not everybody has been told yet that it is cancelled.")
    else:
        message = _(
            "“%(title)s” stays as it is: people are registered for it, and nobody would tell them. First "
            "tick that the class is cancelled, and publish it."
        )
    messages.error(request, message % {"title": kept.title})
    return redirect("wagtailadmin_explore", pages[0].get_parent().pk)


def keep_people_in_their_village(
    request: HttpRequest, pages: Iterable[Page], destination: Page
) -> HttpResponse | None:
    """Answer instead of moving classes to another village with the data that people gave to theirs."""
    pages = list(pages)
    leaving = [page for page in pages if container_path(page) != container_path(destination)]
    kept = _classes_in(leaving).exclude(registrations=None).order_by("path").first()
    if kept is None:
        return None
    message = _(
        "“%(title)s” stays in its village: people have given that village their data. Copy the class instead."
    )
    messages.error(request, message % {"title": kept.title})
    return redirect("wagtailadmin_explore", pages[0].get_parent().pk)


def _classes_in(pages: Iterable[Page]) -> ClassQuerySet:
    """Classes that are among some pages, or below them."""
    return ClassPage.objects.filter(below_any(pages))
