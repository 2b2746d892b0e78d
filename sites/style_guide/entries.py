"""What the style guide lists: groups of components, each with its states."""

import re
from dataclasses import dataclass, field

from django.conf import settings
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

PARAMETERS = re.compile(r"\{#\s*Parameters:\s*(.*?)\s*#\}")


@dataclass(frozen=True)
class State:
    """One way a component can look. `tag` and `ground` (CSS classes) make what it stands in."""

    title: str
    context: dict = field(default_factory=dict)
    ground: str = ""
    tag: str = "div"


def only(context: dict | None = None, ground: str = "") -> list[State]:
    """The states of a component that always looks the same."""
    return [State(_("Sample"), context or {}, ground)]


@dataclass(frozen=True)
class Entry:
    """A component. `columns` ("wide" or "narrow") puts its states side by side, for cards and the like."""

    template: str
    title: str
    states: list[State]
    columns: str = ""

    @property
    def slug(self) -> str:
        return slugify(self.template.removesuffix(".html").replace("/", "-"))

    @property
    def parameters(self) -> str:
        """What the first line of the template says that it takes."""
        path = settings.BASE_DIR / "templates" / self.template
        first_line = path.read_text(encoding="utf-8").partition("\n")[0]
        found = PARAMETERS.search(first_line)
        return found[1] if found else ""


@dataclass(frozen=True)
class Group:
    title: str
    slug: str
    entries: list[Entry]
