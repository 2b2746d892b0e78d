"""Says of each criterion whether a village meets it, and what is missing; asks no database."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from .criteria import EXPLAINED, Criterion
from .seen import Seen

# Shares of products, in percent, from which a showcase is good to look at and to read.
ENOUGH_PICTURES, ENOUGH_ENGLISH, ENOUGH_PRODUCTS = 80, 50, 5


class State(models.TextChoices):
    MET = "met", gettext_lazy("Met")
    PARTLY = "partly", gettext_lazy("Partly")
    MISSING = "missing", gettext_lazy("Missing")


@dataclass(frozen=True)
class Judgement:
    """`has` is what was found, `missing` what to do, and `place` where it is done, see `views.LINKS`."""

    criterion: Criterion
    state: State
    has: str
    missing: list[str]
    place: str
    note: str = ""

    @property
    def explained(self) -> str:
        return str(EXPLAINED[self.criterion])


def judge(seen: Seen) -> list[Judgement]:
    return [_judged(criterion, seen) for criterion in Criterion]


def _judged(criterion: Criterion, seen: Seen) -> Judgement:
    has, missing, is_begun, place = JUDGES[criterion](seen)
    answer = seen.answer(criterion)
    says_so = bool(answer and answer.is_met)
    state = State.MET if not missing else State.PARTLY if is_begun or says_so else State.MISSING
    return Judgement(criterion, state, has, missing, place, answer.note if answer else "")


def _attraction(seen: Seen):
    number = seen.attractions
    has = ngettext(
        "%(number)d place to visit is published.", "%(number)d places to visit are published.", number
    )
    missing = [] if number else [_("Publish a place to visit as a business, with hours and price.")]
    return has % {"number": number}, missing, number > 0, "add_business"


def _homestay(seen: Seen):
    number = seen.homestays
    has = ngettext("%(number)d homestay is published.", "%(number)d homestays are published.", number)
    missing = [] if number else [_("Publish a homestay as a business, with price and facilities.")]
    return has % {"number": number}, missing, number > 0, "add_business"


def _souvenir(seen: Seen):
    number = seen.products
    has = ngettext("%(number)d product is published.", "%(number)d products are published.", number)
    missing = []
    if number < ENOUGH_PRODUCTS:
        more = ENOUGH_PRODUCTS - number
        text = ngettext("Publish %(number)d more product.", "Publish %(number)d more products.", more)
        missing = [text % {"number": more}]
    return has % {"number": number}, missing, number > 0, "import"


def _digital(seen: Seen):
    pictures = 100 * seen.with_picture // seen.products if seen.products else 0
    english = 100 * seen.in_english // seen.products if seen.products else 0
    values = {"pictures": pictures, "english": english}
    has = _("%(pictures)d %% of the products have a picture, %(english)d %% an English version.") % values
    missing = []
    if pictures < ENOUGH_PICTURES:
        missing.append(
            _("Give at least %(least)d %% of the products a picture.") % {"least": ENOUGH_PICTURES}
        )
    if not seen.shows_english:
        missing.append(_("Switch on the English pages in the settings, once the home is translated."))
    if english < ENOUGH_ENGLISH:
        text = _("Give at least %(least)d %% of the products an English version.")
        missing.append(text % {"least": ENOUGH_ENGLISH})
    return has, missing, bool(seen.products) and len(missing) < 3, "settings"


def _toilet(seen: Seen):
    number = seen.with_toilet
    text = ngettext(
        "%(number)d business names a toilet among its facilities.",
        "%(number)d businesses name a toilet among their facilities.",
        number,
    )
    answer = seen.answer(Criterion.TOILET)
    missing = [] if answer and answer.is_met else [_("Look at the toilets, and say below that they are fit.")]
    return text % {"number": number}, missing, number > 0, "readiness"


def _chse(seen: Seen):
    answer = seen.answer(Criterion.CHSE)
    if answer and answer.is_met:
        return _("You have said that you have it."), [], True, "readiness"
    return "", [_("Go through the list of CHSE, and say below that you keep it.")], False, "readiness"


def _institution(seen: Seen):
    number = seen.institutions
    text = ngettext(
        "%(number)d organisation that runs tourism or trade is published.",
        "%(number)d organisations that run tourism or trade are published.",
        number,
    )
    # A kelurahan has no BUMDes.
    if seen.village.is_desa:
        wanted = _("Publish the Pokdarwis or the BUMDes among your institutions.")
    else:
        wanted = _("Publish the Pokdarwis among your institutions.")
    missing = [] if number else [wanted]
    return text % {"number": number}, missing, number > 0, "institutions"


JUDGES: dict[Criterion, Callable] = {
    Criterion.ATTRACTION: _attraction,
    Criterion.SOUVENIR: _souvenir,
    Criterion.HOMESTAY: _homestay,
    Criterion.TOILET: _toilet,
    Criterion.DIGITAL: _digital,
    Criterion.CHSE: _chse,
    Criterion.INSTITUTION: _institution,
}
