"""For whom a shared page is, as keys that villages have in common: plain rules, no database."""

from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext, ngettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

LONGEST_KEY = 100
EVERYBODY = "all"


class Audience(models.TextChoices):
    PORTAL = "portal", _("Only on the portal")
    ALL = "all", pgettext_lazy("audience", "All villages")
    DISTRICTS = "districts", _("Villages of some districts (kecamatan)")
    VILLAGES = "villages", _("Villages that I choose")
    DESA = "desa", _("Desa only")
    KELURAHAN = "kelurahan", _("Kelurahan only")


def keys_of_audience(audience: str, districts: Iterable[str] = (), codes: Iterable[str] = ()) -> list[str]:
    """Keys of the villages that a page is for; `codes` are the official codes of chosen villages."""
    if audience == Audience.ALL:
        return [EVERYBODY]
    if audience in {Audience.DESA, Audience.KELURAHAN}:
        return [f"kind:{audience}"]
    if audience == Audience.DISTRICTS:
        return [f"district:{name}" for name in dict.fromkeys(districts)]
    if audience == Audience.VILLAGES:
        return [f"village:{code}" for code in dict.fromkeys(codes)]
    return []


def keys_of_village(village) -> list[str]:
    """Keys that a village answers to: always four."""
    return [EVERYBODY, f"kind:{village.kind}", f"district:{village.district}", f"village:{village.code}"]


def reached(villages: Iterable, keys: Iterable[str]) -> list:
    """Those of the villages that answer to one of the keys."""
    wanted = set(keys)
    return [village for village in villages if wanted.intersection(keys_of_village(village))]


def in_words(audience: str, districts: Iterable[str] = (), codes: Iterable[str] = ()) -> str:
    """For whom a page is, short enough for a row of a list."""
    if audience == Audience.DISTRICTS:
        return gettext("District (kecamatan): %(names)s") % {"names": ", ".join(districts)}
    if audience == Audience.VILLAGES:
        number = len(set(codes))
        return ngettext("%(number)d chosen village", "%(number)d chosen villages", number) % {
            "number": number
        }
    return str(Audience(audience or Audience.PORTAL).label)
