"""What the style guide lists: groups of components, each with its states."""

import re
from dataclasses import dataclass, field

from django.conf import settings
from django.utils.text import slugify

PARAMETERS = re.compile(r"\{#\s*Parameters:\s*(.*?)\s*#\}")


@dataclass(frozen=True)
class State:
    """One way a component can look. `tag` and `ground` (CSS classes) make what it stands in."""

    title: str
    context: dict = field(default_factory=dict)
    ground: str = ""
    tag: str = "div"


@dataclass(frozen=True)
class Entry:
    """A component. `columns` puts narrow states, such as cards, side by side."""

    template: str
    title: str
    states: list[State]
    columns: bool = False

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
