from django.utils.translation import gettext_lazy as _

from sites.style_guide.entries import Entry, Group, State
from sites.style_guide.samples import LONG, SampleClass, SamplePage, SampleProduct, picture


def group() -> Group:
    return Group(
        _("Cards"),
        "cards",
        [
            Entry("components/cards/class.html", _("Class card"), class_states(), columns=True),
            Entry("components/cards/product.html", _("Product card"), product_states(), columns=True),
            Entry("components/cards/producer.html", _("Producer card"), producer_states(), columns=True),
            Entry(
                "components/seats.html",
                _("Seat dots"),
                [
                    State(_("Empty"), {"seats": 20, "seats_taken": 0, "seats_left": 20}),
                    State(_("Some left"), {"seats": 12, "seats_taken": 7, "seats_left": 5}),
                    State(_("Full"), {"seats": 16, "seats_taken": 16, "seats_left": 0}),
                ],
                columns=True,
            ),
            Entry(
                "components/price.html",
                _("Price"),
                [
                    State(_("With unit"), {"price_rupiah": 45_000, "unit": "200 g"}),
                    State(_("Large"), {"price_rupiah": 385_000, "large": True}),
                    State(_("On request"), {"price_rupiah": None}),
                ],
                columns=True,
            ),
        ],
    )


def class_states() -> list[State]:
    dance = {"schedule": "Sabtu, 15.30–17.00, mulai 9 Mei", "place": "Pendopo balai desa", "fee": "Gratis"}
    classes = [
        (_("Seats left"), SampleClass("Tari Jejer Gandrung untuk pemula", seats=20, seats_taken=14, menu_icon="music", **dance)),
        (_("Full"), SampleClass("Jualan lewat HP untuk UMKM", seats=16, seats_taken=16, menu_icon="smartphone", pk=4, **dance)),
        (_("Long title"), SampleClass(LONG, seats=12, seats_taken=1, menu_icon="palette", pk=5, **dance)),
        (_("With picture"), SampleClass("Mencanting motif Gajah Oling", listing_image=picture(), seats=12, seats_taken=10, **dance)),
        (_("Without seats"), SampleClass("Senam pagi", menu_icon="heart-pulse", pk=2, schedule="Setiap Minggu, 06.00")),
    ]  # fmt: skip
    return [State(title, {"page": page, "level": 4}) for title, page in classes]


def product_states() -> list[State]:
    products = [
        (_("With unit"), SampleProduct("Kopi robusta lereng Ijen", price_rupiah=45_000, unit="200 g", maker="Tani Kopi Lereng", menu_icon="coffee")),
        (_("Long title"), SampleProduct(f"Batik tulis Gajah Oling, {LONG}", price_rupiah=1_385_000, maker="Sanggar Sekar Oling", menu_icon="spool", pk=2)),
        (_("Sold out"), SampleProduct("Bagiak jahe", price_rupiah=18_000, unit="bungkus", maker="Dapur Krajan", is_sold_out=True, menu_icon="cookie", pk=4)),
        (_("On request"), SampleProduct("Kue untuk hajatan", maker="Dapur Krajan", menu_icon="soup", pk=5)),
        (_("With picture"), SampleProduct("Tas anyaman bambu", price_rupiah=90_000, maker="Anyaman Pring Wulung", listing_image=picture())),
        (_("Without a number"), SampleProduct("Gula aren cetak", price_rupiah=28_000, unit="500 g", order_url="", menu_icon="leaf", pk=3)),
    ]  # fmt: skip
    return [State(title, {"page": page, "level": 4}) for title, page in products]


def producer_states() -> list[State]:
    producers = [
        (_("Plain"), SamplePage("Sanggar Sekar Oling", "9 pembatik di Dusun Krajan, buka sejak 2011.", "spool")),
        (_("With picture"), SamplePage("Sanggar Laras Wangi", "Pelatih tari dan panjak.", listing_image=picture())),
        (_("Long title"), SamplePage(LONG, "", "store", pk=3)),
    ]
    return [State(title, {"page": page, "level": 4}) for title, page in producers]
