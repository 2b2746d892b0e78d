"""The parts of a village's home, in the editor's order; a part that has nothing to show is left out."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import groupby
from typing import NamedTuple

from sites.frame import Frame
from sites.media.renditions import prefetch_renditions

from .announcement_list import AnnouncementIndexPage
from .announcements import AnnouncementPage
from .government import GovernmentPage, Official
from .profile import ProfilePage
from .profile_rows import Figure

NEWEST = 4
TEASED = 3
FIGURES = 6
PEOPLE = 4
# Where the editor has not placed any part.
USUAL_ORDER = ["announcements", "parts", "teasers", "figures", "officials"]
# Parts in which pages of offices may stand among the village's own.
WITH_GUESTS = {"announcements", "teaser"}


class HomeSection(NamedTuple):
    """A template of components/home/ and what it prints, as `section.data`."""

    name: str
    data: dict

    @property
    def template(self) -> str:
        return f"components/home/{self.name}.html"


def home_sections(home, frame: Frame) -> list[HomeSection]:
    """Return the parts to show; for a village with nothing of its own, a welcome above what offices share."""
    placed = [(block.block_type, block) for block in home.body]
    if not any(name in BUILDERS for name, _block in placed):
        placed = [*((name, None) for name in USUAL_ORDER), *placed]
    sections = list(_built(placed, home, frame))
    if _has_content(sections, frame):
        return sections
    of_offices = [section for section in sections if section.name in WITH_GUESTS and _pages_of(section)]
    has_office = any(section.name == "announcements" for section in of_offices)
    return [HomeSection("welcome", {"is_alone": not has_office}), *of_offices]


def _has_content(sections: list[HomeSection], frame: Frame) -> bool:
    """Whether the village has written anything: more than the empty pages that every village gets."""
    for section in sections:
        if section.name not in WITH_GUESTS and section.name != "parts":
            return True
        if section.name in WITH_GUESTS and not all(_is_guest(page) for page in _pages_of(section)):
            return True
    return any(not _starts_empty(page.specific_class) for page in frame.sections)


def _pages_of(section: HomeSection) -> list:
    return section.data.get("announcements") or section.data.get("pages") or []


def _is_guest(page) -> bool:
    return getattr(page, "is_guest", False)


def _starts_empty(page_type) -> bool:
    """Whether readers see pages of a type before anybody has filled them."""
    return page_type.created_with_village and not page_type.waits_for_content


def _built(placed: Iterable[tuple], home, frame: Frame) -> Iterator[HomeSection]:
    """Fill the placed parts; what stands between them is text and stays together."""
    for is_filled, group in groupby(placed, key=lambda entry: entry[0] in BUILDERS):
        if not is_filled:
            yield HomeSection("text", {"body": [block for _name, block in group]})
            continue
        for name, block in group:
            make = partial(_listed, name, home, frame, block)
            yield from frame.remembered_now(f"{name}:{home.pk}", make) if name in REMEMBERED else make()


def _listed(name: str, home, frame: Frame, block) -> list[HomeSection]:
    return list(BUILDERS[name](home, frame, block))


def _most_wanted(home, frame: Frame, block) -> Iterator[HomeSection]:
    items = [item for item in block.value["items"] if item["page"] and item["page"].live]
    if items:
        yield HomeSection("most_wanted", {"title": block.value["title"], "items": items})


def _announcements(home, frame: Frame, block) -> Iterator[HomeSection]:
    shown = AnnouncementPage.objects.shown_on(frame.site).filter(locale=home.locale_id)
    newest = shown.listed().for_cards().in_listing_order()
    data = {"announcements": list(newest[:NEWEST]), "page": _page_of(AnnouncementIndexPage, frame)}
    yield HomeSection("announcements", data)


def _parts(home, frame: Frame, block) -> Iterator[HomeSection]:
    if len(frame.sections) > 1:
        yield HomeSection("parts", {"pages": frame.sections})


def _teasers(home, frame: Frame, block) -> Iterator[HomeSection]:
    yield from teasers(frame)


def teasers(frame: Frame) -> list[HomeSection]:
    """One part for each list that has entries; one query each, and one for all their
    pictures and the large one of the home."""
    found = []
    for page in frame.sections:
        if _is_teased(page.specific_class, frame):
            index = page.specific_deferred
            if frame.page and frame.page.locale_id == page.locale_id:
                index.locale = frame.page.locale
            if pages := list(index.get_listing(frame.site)[:TEASED]):
                found.append(HomeSection("teaser", {"index": index, "pages": pages}))
    pictures = [page.listing_image for section in found for page in section.data["pages"]]
    prefetch_renditions([getattr(frame.page, "hero_image", None), *pictures])
    return found


def _is_teased(page_type: type, frame: Frame) -> bool:
    if not getattr(page_type, "has_teaser", False):
        return False
    return page_type.has_portal_teaser or not frame.is_portal


def _figures(home, frame: Frame, block) -> Iterator[HomeSection]:
    if figures := list(Figure.objects.of_site(frame.site)[:FIGURES]):
        yield HomeSection("figures", {"figures": figures, "page": _page_of(ProfilePage, frame)})


def _officials(home, frame: Frame, block) -> Iterator[HomeSection]:
    if people := list(Official.objects.leading(frame.site)[:PEOPLE]):
        yield HomeSection("officials", {"people": people, "page": _page_of(GovernmentPage, frame)})


def _page_of(page_type: type, frame: Frame):
    """The page of a type right below the home; None where it is not published in this language."""
    return next((page for page in frame.sections if page.specific_class is page_type), None)


BUILDERS: dict[str, Callable[..., Iterator[HomeSection]]] = {
    "most_wanted": _most_wanted,
    "announcements": _announcements,
    "parts": _parts,
    "teasers": _teasers,
    "figures": _figures,
    "officials": _officials,
}
# Asked of the database, and told by nothing in the editor's block.
REMEMBERED = {"announcements", "teasers", "figures", "officials"}
