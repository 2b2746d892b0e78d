from dataclasses import dataclass
from datetime import date
from types import SimpleNamespace

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sites.opening_hours import OfficeStatus, OpeningRow
from sites.style_guide.entries import Entry, Group, State, only
from sites.style_guide.samples import (
    LONG,
    NOWHERE,
    SampleDocument,
    SampleFrame,
    SampleOffice,
    SamplePage,
    SampleProduct,
    picture,
)


@dataclass
class Goods(SampleProduct):
    """A product as its own page and the basket know it."""

    translation_key: str = "sample"
    minimum_order: int = 1
    can_be_ordered: bool = True
    card_template: str = "components/cards/product.html"

    @property
    def fixed_price(self) -> int | None:
        return self.price_rupiah


class SampleOrder(forms.Form):
    quantity = forms.IntegerField(label=_("Quantity"), initial=1, min_value=1)


class SampleChoice(SampleOrder):
    variant = forms.ChoiceField(label=_("Size or colour"), choices=[("", "…"), ("1", "Kecil, 250 g")])
    field_order = ["variant"]


@dataclass
class Shop(SamplePage):
    translation_key: str = "sample-shop"


def group() -> Group:
    return Group(
        _("Market"),
        "market",
        [
            Entry(
                "components/product_pictures.html",
                _("Pictures of a product"),
                picture_states(),
                columns="wide",
            ),
            Entry("components/variants.html", _("Sizes and colours"), only({"variants": variants()})),
            Entry("components/order_form.html", _("Order form"), order_states(), columns="wide"),
            Entry(
                "components/no_whatsapp.html", _("Without a WhatsApp number"), office_states(), columns="wide"
            ),
            Entry("components/basket_add.html", _("Into the basket"), only({"page": biscuits()})),
            Entry("components/basket.html", _("Basket"), only({"business": Shop("Dapur Contoh")})),
            Entry("components/basket_checked.html", _("Basket with something missing"), checked_states()),
            Entry("components/permits.html", _("Permits"), only({"permits": permits()})),
            Entry("components/products_near.html", _("Products beside another"), near_states()),
            Entry("components/business_hours.html", _("Hours of a business"), hours_states(), columns="wide"),
            Entry("components/open_now.html", _("Open now"), hours_states()),
            Entry("components/channels.html", _("Other shops and channels"), only({"links": channels()})),
            Entry("components/yearly_reports.html", _("Units and yearly reports"), only(bumdes())),
        ],
    )


def biscuits(**values) -> Goods:
    return Goods("Bagiak jahe", price_rupiah=18_000, **values)


def variants() -> list:
    rows = [("Kecil, 250 g", 18_000, False), ("Besar, 500 g", 32_000, False), (LONG, None, True)]
    return [
        SimpleNamespace(pk=number, display_name=name, price_rupiah=price, is_sold_out=gone)
        for number, (name, price, gone) in enumerate(rows, start=1)
    ]


def picture_states() -> list[State]:
    seen = SampleProduct("Batik tulis", listing_image=picture())
    more = [SimpleNamespace(image=picture(), display_caption="Detail") for _number in range(3)]
    return [
        State(_("With pictures"), {"page": seen, "pictures": more}),
        State(_("Without a picture"), {"page": SampleProduct("Batik tulis", menu_icon="shopping-bag")}),
    ]


def order_states() -> list[State]:
    plain, chosen = biscuits(), biscuits(minimum_order=3)
    wrong = SampleChoice({"quantity": "0", "variant": ""})
    return [
        State(_("Sample"), {"page": plain, "form": SampleOrder(), "can_chat": True}),
        State(_("With sizes"), {"page": chosen, "form": SampleChoice(), "can_chat": True}),
        State(_("With errors"), {"page": chosen, "form": wrong, "can_chat": True}),
        State(_("Sold out"), {"page": biscuits(can_be_ordered=False), "can_chat": True}),
    ]


def office_states() -> list[State]:
    office = SampleFrame(settings=SampleOffice(whatsapp="+628110000001"))
    return [
        State(_("The office has one"), {"frame": office}),
        State(_("Neither has"), {"frame": SampleFrame()}),
    ]


def checked_states() -> list[State]:
    rest = {
        "remarks": ["Gula aren: habis.", LONG],
        "lines": [
            SimpleNamespace(name="Bagiak jahe", quantity=2),
            SimpleNamespace(name="Kopi (Kasar)", quantity=1),
        ],
        "items": ["1::2"],
    }
    return [
        State(_("Something is left"), {"basket": rest, "action": NOWHERE}),
        State(_("Nothing is left"), {"basket": {"remarks": ["Gula aren: habis."]}, "action": NOWHERE}),
    ]


def permits() -> list:
    full = {"issuer": "BPJPH", "valid_until": date(2030, 5, 1), "verified_at": timezone.now()}
    bare = {"issuer": "", "valid_until": None, "verified_at": timezone.now()}
    return [
        SimpleNamespace(get_kind_display="Sertifikat halal", number="ID-CONTOH-000000000000001", **full),
        SimpleNamespace(get_kind_display="Nomor induk berusaha", number="0000000000000", **bare),
    ]


def near_states() -> list[State]:
    goods = [
        Goods(title, price_rupiah=price, pk=pk)
        for pk, (title, price) in enumerate([("Kopi bubuk", 45_000), (LONG, None)])
    ]
    return [State(_("Sample"), {"products": goods, "title": "Produk lain", "id": "near"})]


def hours_states() -> list[State]:
    rows = [OpeningRow("Senin–Jumat", "08.00–16.00 WIB"), OpeningRow("Sabtu–Minggu", "Tutup")]
    now = timezone.localtime()
    return [
        State(_("Open"), {"hours": rows, "status": OfficeStatus(True, until=now.time())}),
        State(_("Closed"), {"hours": rows, "status": OfficeStatus(False, opens_next=now)}),
        State(_("Closed for long"), {"hours": rows, "status": OfficeStatus(False)}),
    ]


def channels() -> list:
    return [SimpleNamespace(get_channel_display=name, url=NOWHERE) for name in ("Shopee", "Instagram")]


def bumdes() -> dict:
    report = {"turnover_rupiah": 250_000_000, "profit_rupiah": -1_500_000, "village_share_rupiah": 20_000_000}
    document = SampleDocument("Laporan 2025", "PDF", "240 KB")
    return {
        "units": [SimpleNamespace(display_name="Air bersih", display_about="Pipa ke 320 rumah.")],
        "reports": [
            SimpleNamespace(year=2025, file=document, **report),
            SimpleNamespace(year=2024, file=None, **report | {"profit_rupiah": None}),
        ],
    }
