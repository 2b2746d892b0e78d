"""Pages that were found by a question about all types, ready to be shown on a site that is not theirs."""

from collections import defaultdict
from collections.abc import Iterable

from wagtail.models import Page, Site

from sites.identity import village_of


def keys_by_type(pages: Iterable[Page]) -> dict[type[Page], list[int]]:
    found = defaultdict(list)
    for page in pages:
        found[page.specific_class].append(page.pk)
    return found


def with_guests(pages: Iterable[Page], site: Site) -> list[Page]:
    """Put guests with their office and their address on this site into the places of the bare pages.

    One query for each type that has guests among them, none where there are none.
    """
    pages = list(pages)
    container = site.root_page.path[: 2 * Page.steplen]
    strange = (page for page in pages if not page.path.startswith(container))
    by_type = keys_by_type(page for page in strange if getattr(page.specific_class, "may_be_shared", False))
    if village_of(site) is None or not by_type:
        return pages
    guests = {}
    for model, keys in by_type.items():
        guests |= {page.pk: page for page in model.objects.shared_on(site).for_cards().filter(pk__in=keys)}
    return [guests.get(page.pk, page) for page in pages]
