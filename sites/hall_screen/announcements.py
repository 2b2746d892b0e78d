"""The part of the screen that every village has: its current announcements."""

from collections.abc import Iterator

from django.utils.translation import get_language, gettext

from sites.frame import Frame
from sites.models import AnnouncementPage

from .parts import ScreenPart, in_screens

ROWS, MOST = 3, 6


def announcements(frame: Frame) -> Iterator[ScreenPart]:
    """The newest, those that the village keeps on top before them. One query."""
    shown = AnnouncementPage.objects.shown_on(frame.site).in_language(get_language()).listed()
    newest = list(shown.for_cards().in_listing_order()[:MOST])
    for pages in in_screens(newest, ROWS):
        yield ScreenPart(gettext("Announcements"), "sites/screen_announcements.html", {"pages": pages})
