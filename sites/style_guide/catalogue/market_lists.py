from dataclasses import dataclass, field
from types import SimpleNamespace

from django.utils.translation import gettext_lazy as _

from sites.style_guide.entries import Entry, Group, State, only
from sites.style_guide.samples import NOWHERE, SamplePage, picture


@dataclass
class SampleBusiness(SamplePage):
    menu_icon: str = "store"
    get_kind_display: str = "Usaha kecil (UMKM)"
    number: int | None = None
    pin: bool = True
    village_name: str = ""
    price_text: str = ""
    address: str = ""
    hours_today: str = ""
    facility_names: list[str] = field(default_factory=list)


def group() -> Group:
    return Group(
        _("Lists of the market"),
        "market-lists",
        [
            Entry("components/market_parts.html", _("Parts of the market"), only(parts())),
            Entry("components/market_search.html", _("Search in the market"), only(search())),
            Entry("components/market_notes.html", _("How words were read"), note_states()),
            Entry("components/cards/business.html", _("Business card"), business_states(), columns="wide"),
            Entry("components/market_map.html", _("Businesses on the map"), only({"map": drawn()})),
        ],
    )


def parts() -> dict:
    lists = [SamplePage("Usaha"), SamplePage("Wisata dan penginapan")]
    for number, one in enumerate(lists):
        one.slug = f"sample-{number}"
    return {"page": SamplePage("Pasar"), "parts": lists, "part": lists[0]}


def search() -> dict:
    return {
        "action": NOWHERE,
        "label": "Cari produk atau pembuat",
        "query": "kopi",
        "kept": [("sort", "name")],
    }


def note_states() -> list[State]:
    return [
        State(_("Corrected"), {"found": reading("bagiyak", corrected="bagiak"), "corrected_url": NOWHERE}),
        State(_("Another word is offered"), {"found": reading("kopi robsta"), "suggested": "kopi robusta"}),
        State(_("Some words only"), {"found": reading("kopi madu salak", some_words_only=True)}),
    ]


def reading(query: str, **read) -> SimpleNamespace:
    return SimpleNamespace(search=SimpleNamespace(query=query), reading=SimpleNamespace(**read))


def business_states() -> list[State]:
    maker = SampleBusiness("Dapur Contoh", "Kue kering dari Dusun Krajan.", village_name="Desa Kemiren")
    homestay = SampleBusiness(
        "Homestay Contoh",
        get_kind_display="Homestay",
        listing_image=picture(),
        number=1,
        price_text="Rp\u00a0150.000",
        address="Dusun Krajan",
        hours_today="08.00–20.00 WIB",
        facility_names=["Toilet", "Wi-Fi"],
    )
    cases = [(_("A maker of another village"), maker), (_("For guests, on the map"), homestay)]
    return [State(title, {"page": page, "level": 3}) for title, page in cases]


def drawn() -> SimpleNamespace:
    pins = [
        SimpleNamespace(spot=SimpleNamespace(x=90, y=80), number=1),
        SimpleNamespace(spot=SimpleNamespace(x=190, y=150), number=2),
    ]
    return SimpleNamespace(
        size=SimpleNamespace(x=300, y=240),
        pins=pins,
        others="M150 60h0M230 190h0",
        scale=60,
        scale_text="1 km",
        is_regency=False,
    )
