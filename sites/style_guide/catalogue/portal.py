from types import SimpleNamespace

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sites.models import StandardPage
from sites.style_guide.entries import Entry, Group, State
from sites.style_guide.samples import LONG, NOWHERE, SampleVillage, wagtail_page

DISTRICTS = ["Glagah", "Kalipuro", "Licin"]


def group() -> Group:
    online = [SampleVillage("Desa Karangoling", "Glagah", "kopi"), SampleVillage("Desa Segarawetan", "Muncar", "pesisir", pk=3)]
    waiting = SampleVillage("Kelurahan Taman Baru Sumberagung", "Banyuwangi", url=None)
    page = wagtail_page(StandardPage, "Portal")
    finder = {"page": page, "query": "karangoling", "district": "Glagah", "villages": [], "suggestions": []}
    start = {"villages_online": online, "register_count": 217, "districts": DISTRICTS, "action": NOWHERE}
    return Group(
        _("Portal"),
        "portal",
        [
            Entry(
                "components/village_row.html",
                _("Row of a village"),
                [
                    State(_("With a site"), {"village": online[0]}, "plain", "ul"),
                    State(_("Without a site"), {"village": waiting}, "plain", "ul"),
                ],
                columns=True,
            ),
            Entry(
                "components/finder_form.html",
                _("Finder of villages"),
                [State(_("With districts"), {"action": "", "districts": DISTRICTS, "district": "Licin"}, "cloth")],
            ),
            Entry("components/finder_start.html", _("Before searching"), [State(_("Plain"), start)]),
            Entry(
                "components/finder_results.html",
                _("Results of the finder"),
                [
                    State(_("Found"), finder | {"villages": online}),
                    State(_("Names that look alike"), finder | {"suggestions": online[:1]}),
                    State(_("Nothing found"), finder),
                ],
            ),
            Entry(
                "components/portal_news.html",
                _("News from the villages"),
                [State(_("Three"), {"pages": news()}), State(_("None"), {"pages": []})],
            ),
            Entry("components/offices.html", _("Offices of the regency"), [State(_("Plain"), {"offices": offices()})]),
        ],
    )  # fmt: skip


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
