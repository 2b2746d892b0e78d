from django.utils.translation import gettext_lazy as _

from sites.models import StandardPage
from sites.style_guide.entries import Entry, Group, State
from sites.style_guide.samples import (
    LONG,
    Choice,
    SampleClass,
    SamplePage,
    SampleProduct,
    picture,
    wagtail_page,
)


def group() -> Group:
    return Group(
        _("Cards"),
        "cards",
        [
            Entry("components/cards/page.html", _("Page card"), page_states(), columns="wide"),
            Entry("components/cards/class.html", _("Class card"), class_states(), columns="wide"),
            Entry("components/cards/product.html", _("Product card"), product_states(), columns="narrow"),
            Entry("components/cards/producer.html", _("Producer card"), producer_states(), columns="wide"),
            Entry(
                "components/seats.html",
                _("Seat dots"),
                [
                    State(_("No seats taken"), {"seats": 20, "seats_taken": 0, "seats_left": 20}),
                    State(_("Some left"), {"seats": 12, "seats_taken": 7, "seats_left": 5}),
                    State(_("No seats left"), {**full_house(), "has_waiting_list": True}),
                    State(_("Without a waiting list"), full_house()),
                ],
                columns="wide",
            ),
            Entry(
                "components/price.html",
                _("Price"),
                [
                    State(_("With unit"), {"price_rupiah": 45_000, "unit": "200 g"}),
                    State(_("In large type"), {"price_rupiah": 385_000, "large": True}),
                    State(_("On request"), {"price_rupiah": None}),
                ],
                columns="wide",
            ),
        ],
    )


def full_house() -> dict:
    return {"seats": 16, "seats_taken": 16, "seats_left": 0}


def cards(pages: list[tuple[str, SamplePage]]) -> list[State]:
    return [State(title, {"page": page, "level": 3}) for title, page in pages]


def page_states() -> list[State]:
    plain = wagtail_page(StandardPage, "Surat keterangan usaha", summary="Untuk izin usaha.")
    seen = wagtail_page(StandardPage, "Balai desa", listing_image=picture(), summary="Buka hari kerja.")
    long = wagtail_page(StandardPage, LONG, number=3, summary=f"{LONG}. {LONG}.")
    bare = wagtail_page(StandardPage, "Tanpa ringkasan", number=5)
    return cards(
        [
            (_("Sample"), plain),
            (_("With picture"), seen),
            (_("Long title"), long),
            (_("Without a summary"), bare),
        ]
    )


def class_states() -> list[State]:
    dance = {"schedule": "Sabtu, 15.30–17.00, mulai 9 Mei", "place": "Pendopo balai desa", "fee": "Gratis"}
    free = SampleClass(
        "Tari Jejer Gandrung untuk pemula", seats=20, seats_taken=14, menu_icon="music", **dance
    )
    full = SampleClass("Jualan lewat HP", seats=16, seats_taken=16, menu_icon="smartphone", pk=4, **dance)
    long = SampleClass(LONG, seats=12, seats_taken=1, menu_icon="palette", pk=5, **dance)
    seen = SampleClass("Mencanting Gajah Oling", listing_image=picture(), seats=12, seats_taken=10, **dance)
    over = SampleClass("Hadrah", menu_icon="music", pk=3, state=Choice("finished", _("Over")), **dance)
    open_to_all = SampleClass("Senam pagi", menu_icon="heart-pulse", pk=2, schedule="Setiap Minggu, 06.00")
    return cards(
        [
            (_("Seats left"), free),
            (_("No seats left"), full),
            (_("Long title"), long),
            (_("With picture"), seen),
            (_("Without seats"), open_to_all),
            (_("Over"), over),
        ]
    )


def product_states() -> list[State]:
    coffee = {"price_rupiah": 45_000, "unit": "200 g", "maker": "Tani Kopi Lereng", "menu_icon": "coffee"}
    cloth = {"price_rupiah": 1_385_000, "maker": "Sanggar Sekar Oling", "menu_icon": "spool", "pk": 2}
    biscuit = {"price_rupiah": 18_000, "unit": "bungkus", "maker": "Dapur Krajan", "menu_icon": "cookie"}
    bag = {"price_rupiah": 90_000, "maker": "Anyaman Pring Wulung", "listing_image": picture()}
    sugar = {"price_rupiah": 28_000, "unit": "500 g", "menu_icon": "leaf", "pk": 3, "order_url": ""}
    return cards(
        [
            (_("With unit"), SampleProduct("Kopi robusta lereng Ijen", **coffee)),
            (_("Long title"), SampleProduct(f"Batik tulis Gajah Oling, {LONG}", **cloth)),
            (_("Sold out"), SampleProduct("Bagiak jahe", pk=4, is_sold_out=True, **biscuit)),
            (
                _("On request"),
                SampleProduct("Kue hajatan", maker="Dapur Krajan", menu_icon="soup", pk=5),
            ),
            (_("With picture"), SampleProduct("Tas anyaman bambu", **bag)),
            (_("Without a number"), SampleProduct("Gula aren cetak", **sugar)),
        ]
    )


def producer_states() -> list[State]:
    weavers = SamplePage("Sanggar Sekar Oling", "9 pembatik di Dusun Krajan, buka sejak 2011.", "spool")
    dancers = SamplePage("Sanggar Laras Wangi", "Pelatih tari dan panjak.", listing_image=picture())
    long = SamplePage(LONG, "", "store", pk=3)
    return cards([(_("Sample"), weavers), (_("With picture"), dancers), (_("Long title"), long)])
