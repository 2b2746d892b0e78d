from types import SimpleNamespace

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sites.models import StandardPage
from sites.style_guide.entries import Entry, Group, State, only
from sites.style_guide.samples import LONG, NOWHERE, SampleVillage, wagtail_page

DISTRICTS = ["Glagah", "Kalipuro", "Licin"]


ONLINE = [
    SampleVillage("Desa Karangoling", "Glagah", "kopi"),
    SampleVillage("Desa Segarawetan", "Muncar", "pesisir", pk=3),
]
WAITING = SampleVillage("Kelurahan Taman Baru Sumberagung", "Banyuwangi", url=None)


def group() -> Group:
    form = {"action": "", "districts": DISTRICTS, "district": "Licin"}
    start = {"villages_online": ONLINE, "register_count": 217, "districts": DISTRICTS, "action": NOWHERE}
    rows = [
        State(_("With a site"), {"village": ONLINE[0]}, "plain", "ul"),
        State(_("Without a site"), {"village": WAITING}, "plain", "ul"),
    ]
    latest = [State(_("Two entries"), {"pages": news()}), State(_("No news yet"), {"pages": []})]
    return Group(
        _("Portal"),
        "portal",
        [
            Entry("components/village_row.html", _("Row of a village"), rows, columns="wide"),
            Entry("components/finder_form.html", _("Finder of villages"), only(form, "cloth")),
            Entry("components/finder_start.html", _("Before searching"), only(start)),
            Entry("components/finder_results.html", _("Results of the finder"), finder_states()),
            Entry("components/portal_news.html", _("News from the villages"), latest),
            Entry("components/offices.html", _("Offices of the regency"), only({"offices": offices()})),
        ],
    )


def finder_states() -> list[State]:
    page = wagtail_page(StandardPage, "Portal")
    asked = {"page": page, "query": "karangoling", "district": "Glagah", "villages": [], "suggestions": []}
    return [
        State(_("Villages found"), asked | {"villages": ONLINE}),
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


def offices() -> list[SimpleNamespace]:
    return [
        SimpleNamespace(
            abbreviation="DISPENDUKCAPIL",
            display_name="Dinas Kependudukan dan Pencatatan Sipil",
            display_role="KTP, kartu keluarga, akta.",
        )
    ]
