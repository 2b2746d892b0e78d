"""One line of the report: what becomes of one row."""

from dataclasses import asdict, dataclass, field

from django.db import models
from django.utils.translation import gettext_lazy as _

LONGEST_SHOWN = 80


class Verdict(models.TextChoices):
    NEW = "new", _("New")
    CHANGED = "changed", _("Changes")
    SAME = "same", _("The same")
    WRONG = "wrong", _("Wrong")


@dataclass
class Line:
    """`changes` are label, before and after as texts; `page` is the key of the product, once there is one."""

    number: int
    business: str
    name: str
    verdict: str = Verdict.SAME
    changes: list[list[str]] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    page: int | None = None
    is_written: bool = False

    def as_json(self) -> dict:
        return asdict(self)

    @property
    def verdict_label(self) -> str:
        return str(Verdict(self.verdict).label)


def shortened(text: object) -> str:
    text = " ".join(str(text).split())
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"
