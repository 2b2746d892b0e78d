from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from culture import ical
from culture.classes import calendar, data, words
from culture.classes.sights import sights_of
from culture.states import ClassState, may_register, state_of
from sites.drawing.share_card import Label
from sites.frame import frame_for


class ClassForReaders(RoutablePageMixin, models.Model):
    """What a class says of itself on its page, its card, in calendars and to search engines."""

    class Meta:
        abstract = True

    def said(self, name: str) -> str:
        """A text of this version, or of the Indonesian one where a translation lacks it."""
        return getattr(self, name) or (getattr(self.source, name, "") if not self.is_source else "")

    @property
    def place_text(self) -> str:
        """Room and place. Lists bring the words of the Indonesian version along, as `place_of_source`."""
        own = super().place_text
        if own or self.is_source:
            return own
        brought = getattr(self, "place_of_source", None)
        return brought if brought is not None else getattr(self.source, "place_text", "")

    @property
    def fee(self) -> str:
        return words.fee_of(self)

    @property
    def why_cancelled(self) -> str:
        return self.said("cancel_reason")

    @property
    def things_to_bring(self) -> list[str]:
        return [line.strip() for line in self.said("bring").splitlines() if line.strip()]

    @cached_property
    def seats_taken(self) -> int:
        """How many have a seat; lists ask for it with the pages. Else one query."""
        return type(self).objects.seats_taken_of(self)

    @property
    def seats(self) -> int:
        """How many seats readers are told of; none where nobody can register any more."""
        return self.quota if self.may_register or self.state == ClassState.FULL else 0

    @property
    def seats_left(self) -> int:
        return max(0, self.quota - self.seats_taken)

    @property
    def state(self) -> ClassState:
        return state_of(self, self.seats_taken, timezone.localdate())

    @property
    def may_register(self) -> bool:
        return may_register(self, self.state)

    @property
    def needs_no_registration(self) -> bool:
        """Whether people simply come; only asked where nobody can register."""
        return self.state == ClassState.OPEN

    @property
    def is_worth_a_tag(self) -> bool:
        """Whether a card says the state: not of what is open, nor of a full class, whose dots say it."""
        return self.state not in {ClassState.OPEN, ClassState.FULL}

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        return context | sights_of(self, frame_for(request), request)

    def structured_data(self, request: HttpRequest) -> dict:
        return data.course(self, request)

    def share_label(self) -> Label:
        return Label(self.fee)

    # A slash ends it within Wagtail; readers write none, see config/urls.py.
    @path(f"{calendar.FILE_NAME}/", name="calendar")
    def calendar(self, request: HttpRequest) -> HttpResponse:
        """All meetings of the class, for the calendar of a phone; followed, it learns of changes."""
        frame = frame_for(request)
        url = request.build_absolute_uri(self.get_url(request))
        sessions = self.sessions.model.objects.of(self)
        entries = calendar.entries_of(self, sessions, frame.site.hostname, url)
        name = f"{self.title} · {frame.name}"
        return ical.response(f"{self.slug}.ics", name, entries, get_language())
