from django.core.paginator import Paginator
from django.utils.translation import gettext_lazy as _

from sites.models import StandardPage
from sites.style_guide.entries import Entry, Group, State, only
from sites.style_guide.samples import LONG, NOWHERE, announcement, wagtail_page


def group() -> Group:
    search = {"action": "/", "query": "surat pengantar"}
    share = {"url": "https://contoh.example/pasar/batik-tulis/", "title": "Batik tulis Gajah Oling"}
    return Group(
        _("Finding the way"),
        "navigation",
        [
            Entry("navigation/breadcrumbs.html", _("Breadcrumb"), breadcrumb_states()),
            Entry("navigation/pagination.html", _("Pagination"), pagination_states()),
            Entry("navigation/neighbours.html", _("Earlier and later"), neighbour_states()),
            Entry("components/page_links.html", _("Plain links to pages"), only({"pages": tiles()[:3]})),
            Entry("components/search_form.html", _("Search"), only(search, "cloth")),
            Entry("components/tiles.html", _("Tiles of services and parts"), only({"pages": tiles()})),
            Entry("components/share_row.html", _("Share row"), only(share)),
            Entry("components/empty_state.html", _("Empty state"), empty_states()),
        ],
    )


def breadcrumb_states() -> list[State]:
    home, section = (wagtail_page(StandardPage, title) for title in ("Beranda", "Pasar desa"))
    short, long = (wagtail_page(StandardPage, title) for title in ("Batik tulis", LONG))
    return [
        State(title, {"breadcrumbs": [home, section], "page": page}, "cloth")
        for title, page in [(_("Short title"), short), (_("Long title"), long)]
    ]


def pagination_states() -> list[State]:
    few, many = Paginator(range(30), 12), Paginator(range(200), 12)
    return [
        State(_("First of three pages"), {"listing": few.get_page(1)}),
        State(_("In the middle of many"), {"listing": many.get_page(9)}),
        State(_("Last page"), {"listing": many.get_page(17)}),
    ]


def neighbour_states() -> list[State]:
    older, newer = announcement("Jadwal posyandu bulan ini"), announcement(LONG)
    return [
        State(_("Both"), {"older": older, "newer": newer}),
        State(_("The newest"), {"older": older, "newer": None}),
    ]


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
        "level": 3,
    }
    ways = {
        "url": NOWHERE,
        "label": "Cari di semua desa",
        "other_url": NOWHERE,
        "other_label": "Hapus saringan",
    }
    return [State(_("Two ways out"), nothing | ways), State(_("Without a way out"), nothing)]
