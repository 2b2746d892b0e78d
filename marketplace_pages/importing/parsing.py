"""One row as the values of a product, with everything that is wrong with it; asks for no product."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from .columns import BUSINESS, CATEGORY, CODE, ENGLISH, LABELS, NAME, NEEDED, plain
from .places import Places
from .rows import Row
from .suggesting import with_suggestion
from .values import READERS


@dataclass
class Draft:
    """`values` has only what the file has a column for; an empty cell stands for "none"."""

    number: int
    business: object = None
    values: dict = field(default_factory=dict)
    english: dict = field(default_factory=dict)
    code: str = ""
    problems: list[str] = field(default_factory=list)

    def complain(self, key: str, message: str) -> None:
        self.problems.append(f"{LABELS[key]}: {message}")


def draft_of(row: Row, places: Places) -> Draft:
    draft = Draft(row.number, problems=list(row.faults))
    for key in NEEDED:
        if not row.cells.get(key):
            draft.complain(key, _("something must be written here."))
    _look_up(draft, row.cells, places)
    for key, cell in row.cells.items():
        if key in READERS:
            _read(draft, key, cell)
    _complain_about_whole(draft, row.cells)
    return draft


def _read(draft: Draft, key: str, cell: str) -> None:
    try:
        value = READERS[key](cell)
    except ValueError as error:
        draft.complain(key, str(error))
        return
    if key == CODE:
        draft.code = value
    elif key in ENGLISH:
        draft.english[key] = value
    else:
        draft.values[key] = value


def _look_up(draft: Draft, cells: dict[str, str], places: Places) -> None:
    """The business and the category, which must be there already."""
    if name := cells.get(BUSINESS):
        found = places.businesses.get(plain(name), [])
        if len(found) == 1:
            draft.business = found[0]
        elif found:
            codes = ", ".join(business.slug for business in found)
            message = _("Several businesses are called “%(name)s”. Write one of these instead: %(codes)s.")
            draft.complain(BUSINESS, message % {"name": name, "codes": codes})
        else:
            message = _("“%(name)s” is no business of yours.") % {"name": name[:60]}
            draft.complain(BUSINESS, with_suggestion(message, name, places.business_names))
    if name := cells.get(CATEGORY):
        category = places.categories.get(plain(name))
        if category is None:
            message = _("There is no category “%(name)s”.") % {"name": name[:60]}
            draft.complain(CATEGORY, with_suggestion(message, name, places.category_names.values()))
        else:
            draft.values[CATEGORY] = category


def _complain_about_whole(draft: Draft, cells: dict[str, str]) -> None:
    values = draft.values
    lowest, highest = values.get("price_from_rupiah"), values.get("price_to_rupiah")
    # Where the file has only one of both, the product says the other: see `planning`.
    if highest and "price_from_rupiah" in values:
        if lowest is None and not cells.get("price_from_rupiah"):
            draft.complain("price_to_rupiah", _("write the price, too."))
        elif lowest and highest < lowest:
            draft.complain("price_to_rupiah", _("it is lower than the price."))
    if values.get("availability") == "seasonal" and "months" in values and not values["months"]:
        draft.complain("months", _("write in which months there is some."))
    if any(draft.english.values()) and not draft.english.get("title_en") and "title_en" in draft.english:
        draft.complain("title_en", _("an English version needs a name."))
    if not draft.values.get(NAME, True):
        draft.complain(NAME, _("something must be written here."))
