from django.utils.translation import gettext_lazy as _

from sites.blocks import BodyBlock
from sites.models import InstitutionPage, StandardPage
from sites.models.home_sections import HomeSection
from sites.opening_hours import OfficeStatus
from sites.style_guide.entries import Entry, Group, State, only
from sites.style_guide.samples import LONG, SampleFrame, SampleVillage, announcement, picture, wagtail_page

from .navigation import tiles
from .office import HOURS, OFFICE
from .people import people
from .profile import figures
from .text import BODY

VILLAGE = SampleVillage("Desa Karangoling", "Glagah")
FRAME = SampleFrame(OFFICE, HOURS, office_status=OfficeStatus(False), village=VILLAGE)


def group() -> Group:
    page = wagtail_page(StandardPage, "Profil desa")
    alone = section("welcome", is_alone=True)
    known = State(_("All details known"), alone)
    unwritten = State(_("Nothing known yet"), alone | {"frame": SampleFrame(village=VILLAGE)})
    with_news = State(_("Above the news of offices"), section("welcome", is_alone=False))
    return Group(
        _("Home of a village"),
        "home",
        [
            entry("welcome", _("Nothing written yet"), [known, unwritten, with_news]),
            entry("announcements", _("Announcements and office"), announcement_states()),
            entry("most_wanted", _("Often looked for"), wanted_states()),
            entry("parts", _("Parts of the site"), only(section("parts", pages=tiles()))),
            entry("teaser", _("Newest of a list"), only(teaser())),
            entry("figures", _("Figures"), with_and_without("figures", page, figures=figures())),
            entry("officials", _("Who works here"), with_and_without("officials", page, people=people()[:4])),
            entry("text", _("Text between the parts"), only(section("text", body=body()))),
        ],
    )


def entry(name: str, title: str, states: list[State]) -> Entry:
    return Entry(f"components/home/{name}.html", title, states)


def section(name: str, **data) -> dict:
    return {"section": HomeSection(name, data), "number": 1, "frame": FRAME}


def with_and_without(name: str, page: StandardPage, **data) -> list[State]:
    """A part with the way to the whole page, and as it stands where that page is not published."""
    return [
        State(_("With a page of its own"), section(name, page=page, **data)),
        State(_("Without a page"), section(name, page=None, **data)),
    ]


def announcement_states() -> list[State]:
    pages = [announcement("Kerja bakti Minggu", summary="Bawa sapu dan cangkul."), announcement(LONG)]
    return [
        State(_("Two"), section("announcements", announcements=pages, page=tiles()[0])),
        State(_("None"), section("announcements", announcements=[])),
    ]


def wanted_states() -> list[State]:
    pages = tiles()[:3]
    items = [
        {"page": pages[0], "icon": "store", "title": "Surat usaha", "note": "1 hari, gratis"},
        {"page": pages[1], "icon": "id-card", "title": "", "note": ""},
        {"page": pages[2], "icon": "baby", "title": LONG, "note": ""},
    ]
    return [
        State(_("With its own title"), section("most_wanted", title="Paling dicari", items=items)),
        State(_("Without a title"), section("most_wanted", title="", items=items)),
    ]


def teaser() -> dict:
    pages = [
        wagtail_page(InstitutionPage, "Karang Taruna", summary="Pemuda desa.", listing_image=picture()),
        wagtail_page(InstitutionPage, "PKK", number=3, summary="Dasawisma dan posyandu."),
        wagtail_page(InstitutionPage, LONG, number=4),
    ]
    return section("teaser", index=wagtail_page(StandardPage, "Lembaga desa"), pages=pages)


def body():
    return BodyBlock().to_python(BODY[:1])
