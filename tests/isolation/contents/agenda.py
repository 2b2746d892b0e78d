"""Events of a village's calendar: one that readers find, a draft, and one that was taken off."""

from datetime import timedelta

from django.utils import timezone

from culture.models import AgendaPage, EventPage
from tests.factories.culture import list_below


def add_events(part) -> None:
    part.pages["event"] = _published(part, "acara")
    part.pages["event_draft"] = _event(part, "acara-konsep")
    part.pages["event_off"] = _published(part, "acara-ditarik")
    part.pages["event_off"].unpublish()


def _event(part, name: str) -> EventPage:
    """A draft with the mark in each of its texts, for this evening."""
    parent, title = list_below(AgendaPage, part.village), f"{part.mark}-{name}"
    page = EventPage(
        title=f"{title} zamrud",
        slug=title.lower(),
        locale=parent.locale,
        live=False,
        owner=part.has.admin,
        kind="festival",
        starts_at=timezone.now() + timedelta(minutes=5),
        place=f"{title}-tempat",
        organiser=f"{title}-penyelenggara",
        status="cancelled",
        status_note=f"{title}-alasan",
        listing_image=part.has.image,
    )
    parent.add_child(instance=page)
    page.save_revision(user=part.has.admin)
    return page


def _published(part, name: str) -> EventPage:
    page = _event(part, name)
    page.latest_revision.publish(user=part.has.admin)
    page.refresh_from_db()
    return page
