from types import SimpleNamespace

from django.core.paginator import Paginator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sites import transect
from sites.finder import Question
from sites.models import StandardPage
from sites.style_guide.entries import Entry, Group, State, only
from sites.style_guide.samples import LONG, NOWHERE, SamplePage, SampleVillage, wagtail_page

DISTRICTS = [("Glagah", 10), ("Kalipuro", 9), ("Licin", 8)]

ONLINE = [
    SampleVillage(
        "Desa Karangoling", "Glagah", "kopi", altitude_m=410, number=1, summary="Kopi, batik, tari."
    ),
    SampleVillage("Desa Segarawetan", "Muncar", "pesisir", pk=3, altitude_m=5, number=2),
]
WAITING = SampleVillage("Kelurahan Taman Baru Sumberagung", "Banyuwangi", home_url=None)


def group() -> Group:
    form = {"action": "/", "districts": DISTRICTS, "district": "Licin"}
    rows = [
        State(_("With a site"), {"village": ONLINE[0]}, "plain", "ul"),
        State(_("Without a pin"), {"village": SampleVillage("Desa Antah", "Glagah")}, "plain", "ul"),
        State(_("Without a site"), {"village": WAITING}, "plain", "ul"),
    ]
    latest = [State(_("Two"), {"pages": news()}), State(_("None"), {"pages": []})]
    landscape = only({"pins": transect.pins(ONLINE)}, "cloth")
    return Group(
        _("Portal"),
        "portal",
        [
            Entry("components/transect.html", _("Landscape with pins"), landscape),
            Entry("components/village_row.html", _("Row of a village"), rows, columns="wide"),
            Entry("components/finder_form.html", _("Finder of villages"), only(form, "cloth")),
            Entry("components/finder.html", _("List of the finder"), finder_start_states()[:1]),
            Entry("components/finder_start.html", _("Before searching"), finder_start_states()),
            Entry("components/finder_results.html", _("Results of the finder"), finder_states()),
            Entry("components/districts.html", _("Districts"), only({"districts": DISTRICTS})),
            Entry("components/portal_news.html", _("News from the villages"), latest),
            Entry("components/office_card.html", _("An office"), office_states(), columns="wide"),
            Entry("components/offices.html", _("Offices of the regency"), only({"offices": offices()})),
        ],
    )


def listing(villages: list) -> object:
    return Paginator(villages, 24).get_page(1)


def finder_start_states() -> list[State]:
    start = {
        "register_count": 217,
        "districts": DISTRICTS,
        "asked": Question(),
        "pins": transect.pins(ONLINE),
    }
    return [
        State(_("All on the page"), start | {"listing": listing(ONLINE), "online_count": 2}),
        State(_("More than there is room for"), start | {"listing": listing(ONLINE), "online_count": 40}),
        State(_("None"), start | {"listing": listing([]), "online_count": 0}),
    ]


def finder_states() -> list[State]:
    page = wagtail_page(StandardPage, "Portal")
    page.get_url = lambda *args, **kwargs: "/"  # a part of the page is added to it
    asked = {"page": page, "asked": Question("karangoling", "Glagah"), "listing": listing([])}
    return [
        State(_("Found"), asked | {"listing": listing(ONLINE)}),
        State(_("Names that look alike"), asked | {"suggestions": ONLINE[:1]}),
        State(_("Nothing found"), asked),
    ]


def news() -> list[SimpleNamespace]:
    written = [("Desa Karangoling", "kopi", "Panen kopi dimulai"), ("Desa Segarawetan", "pesisir", LONG)]
    return [
        SimpleNamespace(
            title=title,
            village_name=village,
            village_accent=accent,
            full_address=NOWHERE,
            severity="info",
            published_on=timezone.localtime(),
        )
        for village, accent, title in written
    ]


def office_states() -> list[State]:
    titles = (_("With a page of its own"), _("Without one"))
    return [State(title, {"office": office}) for title, office in zip(titles, offices(), strict=True)]


def offices() -> list[SimpleNamespace]:
    return [
        SimpleNamespace(
            abbreviation=abbreviation,
            display_name=name,
            display_role=role,
            in_front=has_page,
            page=SamplePage(name) if has_page else None,
        )
        for abbreviation, name, role, has_page in [
            ("DPMD", "Dinas Pemberdayaan Masyarakat dan Desa", "Data desa.", True),
            ("DISPENDUKCAPIL", "Dinas Kependudukan dan Pencatatan Sipil", "KTP, KK, akta.", False),
        ]
    ]
