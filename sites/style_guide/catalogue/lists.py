from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sites.models import StandardPage
from sites.style_guide.entries import Entry, Group, State
from sites.style_guide.samples import LONG, NOWHERE, Choice, SampleEvent, wagtail_page

ROWS = [
    ("Pembangunan desa", 318, 745),
    ("Pemerintahan desa", 241, 612),
    ("Pembinaan kemasyarakatan", 64, 188),
    ("Darurat dan bencana", 0, 96),
    ("Lebih dari rencana", 2_150, 1_884),
]


def group() -> Group:
    results = [
        wagtail_page(StandardPage, "Surat keterangan usaha", summary="Untuk pinjaman bank dan izin usaha."),
        wagtail_page(StandardPage, LONG),
    ]
    village_day = [
        SampleEvent("Latihan tari Jejer Gandrung", days_ahead=1, hours=2, place="pendopo balai desa"),
        SampleEvent("Pasar Jajan Pagi", days_ahead=2, place="Jalan Omah Osing"),
        SampleEvent(LONG, days_ahead=12),
    ]
    regency_day = [
        SampleEvent("Seblang Olehsari", days_ahead=5, place="lapangan", village_name="Desa Olehsari", accent="gandrung"),
        SampleEvent("Petik Laut", days_ahead=30, hours=5, village_name="Desa Kedungrejo", accent="pesisir"),
    ]
    budget = {
        "caption": "APBDes 2026, per 30 April. Terpakai Rp 706 juta dari Rp 1,88 miliar (37%).",
        "rows": [
            {"name": name, "spent_rupiah": spent * 1_000_000, "budget_rupiah": planned * 1_000_000}
            for name, spent, planned in ROWS
        ],
    }
    chosen = [{"label": "Kirim ke luar kota", "url": NOWHERE}, {"label": "Di bawah Rp 25.000", "url": NOWHERE}]
    return Group(
        _("Lists and tables"),
        "lists",
        [
            Entry(
                "components/events.html",
                _("Event strip"),
                [
                    State(_("Of a village"), {"events": village_day, "level": 4}),
                    State(_("Of the regency"), {"events": regency_day, "level": 4}),
                ],
            ),
            Entry("components/date_block.html", _("Date block"), [State(_("Plain"), {"moment": timezone.localdate()})]),
            Entry("components/budget.html", _("Budget table"), [State(_("Plain"), budget)]),
            Entry("components/facets.html", _("Facets"), [State(_("Some chosen"), {"groups": facets()})]),
            Entry(
                "components/found.html",
                _("How many were found, and active filters"),
                [
                    State(_("With filters"), {"title": "9 dari 31 produk", "filters": chosen, "level": 4}),
                    State(_("Without filters"), {"title": "31 produk", "level": 4}),
                ],
            ),
            Entry("components/search_results.html", _("Search results"), [State(_("Plain"), {"results": results})]),
        ],
    )


def facets() -> list[dict]:
    kinds = [
        Choice("batik", "Batik dan busana", 9),
        Choice("makanan", "Makanan ringan", 8, is_chosen=True),
        Choice("topeng", "Topeng kayu", 0),
    ]
    prices = [Choice("", "Semua harga", 31, is_chosen=True), Choice("25", "Di bawah Rp 25.000", 11)]
    return [
        {"label": "Jenis", "name": "jenis", "is_multiple": True, "options": kinds},
        {"label": "Harga", "name": "harga", "is_multiple": False, "options": prices},
    ]
