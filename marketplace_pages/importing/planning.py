"""What would become of each row of a table; writes nothing."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from marketplace_pages.editing import product_rules
from marketplace_pages.models import ProductPage
from sites.slugs import slug_of

from .columns import CODE, LABELS, NAME, plain
from .described import cell_of, english_of, values_of
from .lines import Line, Verdict, shortened
from .parsing import Draft, draft_of
from .places import Places
from .rows import Row
from .texts import is_plain


class Plan:
    """One row: its draft, the product that it means (None for a new one), and its line of the report."""

    def __init__(self, draft: Draft, product: ProductPage | None, english: ProductPage | None, line: Line):
        self.draft, self.product, self.english, self.line = draft, product, english, line


def plans_for(rows: Iterable[Row], places: Places) -> list[Plan]:
    """In the order of the rows. The same product twice is wrong: which of both would hold?"""
    seen: dict[tuple, int] = {}
    return [_plan(row, places, seen) for row in rows]


def _plan(row: Row, places: Places, seen: dict[tuple, int]) -> Plan:
    draft = draft_of(row, places)
    line = Line(row.number, row.cells.get("business", "")[:80], row.cells.get(NAME, "")[:80])
    product = _meant_by(draft, places) if draft.business and draft.values.get(NAME) else None
    _complain_if_twice(draft, product, seen)
    english = places.english_products.get(product.translation_key) if product else None
    line.page = product.pk if product else None
    if not draft.problems:
        _compare(draft, product, english, line, places)
    if draft.problems:
        line.verdict, line.problems = Verdict.WRONG, draft.problems
    return Plan(draft, product, english, line)


def _meant_by(draft: Draft, places: Places) -> ProductPage | None:
    """By its code; else by the address that its name gives; else by its name itself."""
    products, name = places.products[draft.business.path], draft.values[NAME]
    if draft.code:
        slug = slug_of(draft.code)
        return next((product for product in products if product.slug == slug), None)
    named = [product for product in products if plain(product.title) == plain(name)]
    if len(named) > 1:
        codes = ", ".join(product.slug for product in named)
        message = _("several products are called so. Write the code of one of them: %(codes)s.")
        draft.complain(CODE, message % {"codes": codes})
    by_address = next((product for product in products if product.slug == slug_of(name)), None)
    return named[0] if named else by_address


def _complain_if_twice(draft: Draft, product: ProductPage | None, seen: dict[tuple, int]) -> None:
    if draft.business is None or not draft.values.get(NAME):
        return
    key = product.pk if product else slug_of(draft.code or draft.values[NAME])
    first = seen.setdefault((draft.business.pk, key), draft.number)
    if first != draft.number:
        draft.problems.append(_("This product is there already, in row %(number)d.") % {"number": first})


def _compare(draft: Draft, product, english, line: Line, places: Places) -> None:
    line.notes += _notes(draft, product, places)
    if product is None:
        _complain_by_rules(draft, draft.values)
        line.verdict = Verdict.NEW if _may_add(draft, places) else line.verdict
        return
    newest = newest_of(product)
    before = values_of(newest) | english_of(newest_of(english) if english else None)
    wanted = draft.values | _english(draft, places)
    changed = [key for key, value in wanted.items() if not _alike(key, before[key], value)]
    _complain_about_changes(draft, product, newest, english, changed, before, places)
    categories = places.category_names
    line.changes = [
        [str(LABELS[key]), *(shortened(cell_of(key, side[key], categories)) for side in (before, wanted))]
        for key in changed
    ]
    line.verdict = Verdict.CHANGED if changed else Verdict.SAME


def _alike(key: str, one, other) -> bool:
    """Tags know no capitals: the first who wrote one has decided."""
    if key == "tags":
        one, other = ([tag.casefold() for tag in tags] for tags in (one, other))
    return one == other


def newest_of(page: ProductPage) -> ProductPage:
    """What its editors see: the page itself, or a draft that is newer."""
    if not page.has_unpublished_changes:
        return page
    newest = page.get_latest_revision_as_object()
    newest.locale = page.locale
    return newest


def _english(draft: Draft, places: Places) -> dict:
    """English texts that can be kept; an empty name makes no version and takes none away."""
    if draft.business.translation_key not in places.english_businesses or not draft.english.get("title_en"):
        return {}
    return draft.english


def _may_add(draft: Draft, places: Places) -> bool:
    if draft.business.permissions_for_user(places.user).can_add_subpage():
        return True
    draft.problems.append(_("You may not add products to this business."))
    return False


def _complain_about_changes(draft, product, newest, english, changed, before, places) -> None:
    """The row is looked at with what the file has no column for; what was made in the editor stays."""
    if not changed:
        return
    versions = [product, *([english] if english else [])]
    if any(page.locked or not page.permissions_for_user(places.user).can_edit() for page in versions):
        draft.problems.append(_("This product is locked, or you may not edit it."))
    _complain_by_rules(draft, before | draft.values)
    for key, page in (("body", newest), ("body_en", english)):
        if key in changed and page is not None and not is_plain(page.body):
            message = _(
                "on the site it holds pictures, links or headings. Change it there, or take out this text."
            )
            draft.complain(key, message)


def _complain_by_rules(draft: Draft, values: Mapping) -> None:
    """What the form of a product asks for, too; of a row in which all can be read so far."""
    if not draft.problems:
        for key, complaint in product_rules.complaints(values):
            draft.complain(key, complaint)


def _notes(draft: Draft, product: ProductPage | None, places: Places) -> list[str]:
    notes = []
    if draft.english.get("title_en") and draft.business.translation_key not in places.english_businesses:
        notes.append(_("The English texts are left out: the business has no English version yet."))
    if product and not product.live:
        notes.append(_("It is not published. It stays a draft."))
    elif product and product.has_unpublished_changes:
        notes.append(_("It has changes that nobody has published yet. This becomes a draft with them."))
    elif not places.may_publish[draft.business.pk]:
        notes.append(_("It becomes a draft: you may not publish it. Send it to be checked in the editor."))
    return notes
