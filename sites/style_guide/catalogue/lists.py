from django.utils.translation import gettext_lazy as _

from sites.style_guide.entries import Entry, Group, State, only
from sites.style_guide.samples import NOWHERE, Choice

ROWS = [
    ("Pembangunan desa", 318, 745),
    ("Pemerintahan desa", 241, 612),
    ("Pembinaan kemasyarakatan", 64, 188),
    ("Darurat dan bencana", 0, 96),
    ("Lebih dari rencana", 2_150, 1_884),
]


def group() -> Group:
    chosen = [
        {"label": "Kirim ke luar kota", "url": NOWHERE},
        {"label": "Di bawah Rp 25.000", "url": NOWHERE},
    ]
    found = [
        State(_("With filters"), {"title": "9 dari 31 produk", "filters": chosen, "level": 3}),
        State(_("Without filters"), {"title": "31 produk", "level": 3}),
    ]
    return Group(
        _("Lists and tables"),
        "lists",
        [
            Entry("components/feed_link.html", _("Feed of a list"), only({"feed_url": NOWHERE})),
            Entry("components/budget.html", _("Budget table"), only(budget())),
            Entry("components/facets.html", _("Facets"), only({"groups": facets()}), columns="wide"),
            Entry("components/found.html", _("How many were found, and active filters"), found),
        ],
    )


def budget() -> dict:
    return {
        "caption": "APBDes 2026, per 30 April. Terpakai Rp 706 juta dari Rp 1,88 miliar (37%).",
        "rows": [
            {"name": name, "spent_rupiah": spent * 1_000_000, "budget_rupiah": planned * 1_000_000}
            for name, spent, planned in ROWS
        ],
    }


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
