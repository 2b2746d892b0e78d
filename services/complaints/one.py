"""The page of one complaint or idea as everybody may read it: no name, words that the office looked at."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext

from services.choices import RequestState
from services.models.requests import ServiceRequest
from sites import languages
from sites.frame import frame_for
from sites.parts import Part


class OneComplaint(Part):
    """Stands below the list, under the number of the request."""

    def __init__(self, index, found: ServiceRequest):
        self.whole, self.found = index, found

    @property
    def slug(self) -> str:
        return str(self.found.pk)

    @property
    def title(self) -> str:
        words = {"kind": self.found.get_kind_display(), "number": self.found.pk}
        words["topic"] = self.found.get_topic_display()
        if not words["topic"]:
            return gettext("%(kind)s %(number)d") % words
        return gettext("%(kind)s %(number)d: %(topic)s") % words

    @property
    def summary(self) -> str:
        """For messengers and search engines, which keep what they read: nothing that somebody wrote."""
        return gettext("What the office says about it. State: %(state)s.") % {"state": self.state_text}

    @property
    def state_text(self) -> str:
        """Nobody collects anything after a complaint."""
        is_ready = self.found.state == RequestState.READY
        return str(RequestState.HANDLED.label) if is_ready else self.found.get_state_display()

    @cached_property
    def pictures(self) -> list:
        return list(self.found.attachments.filter(is_public=True))

    def in_version(self, page) -> OneComplaint:
        return OneComplaint(page, self.found)

    def structured_data(self, request: HttpRequest) -> dict:
        return {}


def sights_of(part: OneComplaint, request: HttpRequest) -> dict:
    """What it has of its own where otherwise the list would speak for it."""
    frame, address = frame_for(request), request.build_absolute_uri(part.get_url(request))
    versions = {code: part.in_version(page) for code, page in frame.translations.items()}
    frame.translations = versions
    return {
        "part": part,
        "complaint": part.found,
        "breadcrumbs": part.open_trail,
        "description": part.summary,
        "share_url": address,
        "canonical_url": address,
        "alternates": languages.alternates(languages.absolute_addresses(versions, request)),
    }
