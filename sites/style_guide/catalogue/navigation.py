from django.core.paginator import Paginator
from django.utils.translation import gettext_lazy as _

from sites.models import StandardPage
from sites.style_guide.entries import Entry, Group, State
from sites.style_guide.samples import LONG, NOWHERE, wagtail_page


def group() -> Group:
    home, section = (wagtail_page(StandardPage, title) for title in ("Beranda", "Pasar desa"))
    short, long = (wagtail_page(StandardPage, title) for title in ("Batik tulis", LONG))
    few, many = Paginator(range(30), 12), Paginator(range(200), 12)
    return Group(
        _("Finding the way"),
        "navigation",
        [
            Entry(
                "navigation/breadcrumbs.html",
                _("Breadcrumb"),
                [
                    State(_("Short"), {"breadcrumbs": [home, section], "page": short}, "cloth"),
                    State(_("Long title"), {"breadcrumbs": [home, section], "page": long}, "cloth"),
                ],
            ),
            Entry(
                "navigation/pagination.html",
                _("Pagination"),
                [
                    State(_("First of three pages"), {"listing": few.get_page(1)}),
                    State(_("In the middle of many"), {"listing": many.get_page(9)}),
                    State(_("Last page"), {"listing": many.get_page(17)}),
                ],
            ),
            Entry(
                "components/search_form.html",
                _("Search"),
                [State(_("On cloth"), {"action": "", "query": "surat pengantar"}, "cloth")],
            ),
            Entry("components/tiles.html", _("Tiles of services and parts"), [State(_("Six"), {"pages": tiles()})]),
            Entry(
                "components/share_row.html",
                _("Share row"),
                [State(_("With script and without"), {"url": "https://contoh.example/pasar/", "title": LONG})],
            ),
            Entry("components/empty_state.html", _("Empty state"), empty_states()),
        ],
    )


def tiles() -> list[StandardPage]:
    parts = [
        ("Surat keterangan usaha", "store", "1 hari, gratis"),
        ("Pengantar KTP dan KK", "id-card", "15 menit, gratis"),
        ("Pengantar akta lahir", "baby", "1 hari, gratis"),
        ("Bantuan sosial", "hand-heart", "Periksa syaratnya"),
        ("Jadwal posyandu", "heart-pulse", "4 dusun"),
        ("Lapor masalah", "megaphone", ""),
    ]
    return [wagtail_page(StandardPage, title, icon, summary=summary) for title, icon, summary in parts]


def empty_states() -> list[State]:
    nothing = {
        "title": "Belum ada yang cocok",
        "text": "Tidak ada produk untuk “topeng kayu” di desa ini. Ada 4 di desa lain.",
        "level": 4,
    }
    ways = {"url": NOWHERE, "label": "Cari di semua desa", "other_url": NOWHERE, "other_label": "Hapus saringan"}
    return [State(_("Two ways out"), nothing | ways), State(_("Without a way out"), nothing)]
