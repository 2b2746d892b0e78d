"""What a reader narrows a calendar to: a kind, a village, what is free. Unknown answers count for nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple, Self
from urllib.parse import urlencode

from django.utils.translation import gettext

from culture.states import EventKind

if TYPE_CHECKING:
    from sites.models import Village

# Beside the kinds of events: the sessions of classes.
CLASS = "class"


def kinds() -> list[tuple[str, str]]:
    """The kinds to choose between, with their names."""
    return [*EventKind.choices, (CLASS, gettext("Class"))]


class Choice(NamedTuple):
    kind: str = ""
    village: Village | None = None
    is_free: bool = False

    @classmethod
    def read(cls, query: Mapping[str, str], villages: Iterable[Village] = ()) -> Self:
        """Read what was asked for; a village counts only where there are several to choose between."""
        kind, code = query.get("kind", ""), query.get("village", "")
        return cls(
            kind=kind if kind in dict(kinds()) else "",
            village=next((village for village in villages if village.code == code), None),
            is_free=query.get("free") == "1",
        )

    @property
    def parameters(self) -> dict[str, str]:
        found = {
            "kind": self.kind,
            "village": self.village.code if self.village else "",
            "free": "1" if self.is_free else "",
        }
        return {name: value for name, value in found.items() if value}

    @property
    def names(self) -> dict[str, str]:
        """What was chosen, in words, by the names of the parameters."""
        found = {
            "kind": str(dict(kinds()).get(self.kind, "")),
            "village": self.village.display_name if self.village else "",
            "free": gettext("Free of charge") if self.is_free else "",
        }
        return {name: value for name, value in found.items() if value}


def with_query(url: str, parameters: Mapping[str, str]) -> str:
    return f"{url}?{urlencode(parameters)}" if parameters else url
