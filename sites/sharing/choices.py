"""What a village may choose about the pages that offices offer to it, and the choosing itself."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page

from sites.frame import frame_of
from sites.models import User, Village, VillageSharing
from sites.querysets import all_pages

from .articles import has_ended, with_offices

NEW_FOR = timedelta(days=14)


@dataclass(frozen=True)
class Offer:
    """A page of an office, with what one village chose about it and its address on the village's site."""

    page: Page
    choice: VillageSharing | None
    url: str | None = None

    @property
    def pk(self) -> int:
        return self.page.pk

    @property
    def is_alert(self) -> bool:
        return self.page.cannot_be_hidden

    @property
    def is_hidden(self) -> bool:
        """An emergency shows, also where the page was hidden before it became one."""
        return self.choice is not None and self.choice.is_hidden and not self.is_alert

    @property
    def is_pinned(self) -> bool:
        return self.choice is not None and self.choice.is_pinned

    @property
    def has_note(self) -> bool:
        return self.choice is not None and bool(self.choice.note or self.choice.note_en)

    @property
    def has_ended(self) -> bool:
        return has_ended(self.page)


def offers_of(pages: Iterable[Page], village: Village) -> list[Offer]:
    """Pages that are offered to a village, ready for its list. The same queries however many they are."""
    pages = with_offices(pages)
    choices = VillageSharing.objects.about_each(pages, village)
    frame = frame_of(village.site)
    offers = [Offer(page, choices.get(page.translation_key)) for page in pages]
    return [replace(offer, url=_address(offer, frame)) for offer in offers]


def _address(offer: Offer, frame) -> str | None:
    """Where the village's readers find it; None where they don't: hidden, or without a list."""
    return None if offer.is_hidden else frame.full_guest_address(offer.page)


def count_new(village: Village) -> int:
    """How many pages offices have published for a village lately. One query."""
    since = timezone.now() - NEW_FOR
    return all_pages().offered_to(village).filter(first_published_at__gte=since).count()


def choose(village: Village, page: Page, user: User, **chosen) -> VillageSharing | None:
    """Keep what a village chose about a page in all its languages; where nothing is left, no row stays.

    `chosen` holds fields of VillageSharing; what is not named stays as it is.
    """
    about = {"village": village, "translation_key": page.translation_key}
    with transaction.atomic():
        # Of two at the same time the second waits for the row, or finds the one that the first has made.
        choice, _created = VillageSharing.objects.update_or_create(**about, defaults=chosen)
        is_empty = not (choice.is_hidden or choice.is_pinned or choice.note or choice.note_en)
        if is_empty:
            choice.delete()
        _note(choice, village, page, user)
    return None if is_empty else choice


def _note(choice: VillageSharing, village: Village, page: Page, user: User) -> None:
    """Keep in the village's history who chose what; the words of the note stay out of it."""
    state = {
        "hidden": choice.is_hidden,
        "pinned": choice.is_pinned,
        "note": bool(choice.note or choice.note_en),
    }
    log(village, "sharing.choose", user=user, data={"page": page.pk, **state})
