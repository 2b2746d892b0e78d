"""What editors choose from: kinds of business, states of a product, ways to pay, permits."""

from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class BusinessKind(models.TextChoices):
    MICRO = "umkm", _("Small business (UMKM)")
    INDUSTRY = "ikm", _("Small industry (IKM)")
    BUMDES = "bumdes", _("Village-owned enterprise (BUMDes)")
    COOPERATIVE = "cooperative", _("Cooperative")
    STUDIO = "studio", _("Studio")
    ATTRACTION = "attraction", _("Place to visit")
    HOMESTAY = "homestay", _("Homestay")
    FOOD_STALL = "food_stall", _("Food stall")
    GUIDE = "guide", _("Guide")


# Kinds that a tourist looks for; the others make things.
TOURISM = (BusinessKind.ATTRACTION, BusinessKind.HOMESTAY, BusinessKind.FOOD_STALL, BusinessKind.GUIDE)
KIND_ICONS = {
    BusinessKind.BUMDES: "house",
    BusinessKind.COOPERATIVE: "users-round",
    BusinessKind.STUDIO: "palette",
    BusinessKind.ATTRACTION: "map-pin",
    BusinessKind.HOMESTAY: "house",
    BusinessKind.FOOD_STALL: "soup",
    BusinessKind.GUIDE: "user-round",
}


class Availability(models.TextChoices):
    READY = "ready", _("Ready")
    MADE_TO_ORDER = "made_to_order", _("Made to order")
    SEASONAL = "seasonal", pgettext_lazy("product", "In season only")
    SOLD_OUT = "sold_out", _("Sold out")


class Payment(models.TextChoices):
    CASH = "cash", pgettext_lazy("payment", "Cash")
    TRANSFER = "transfer", _("Bank transfer")
    QRIS = "qris", "QRIS"
    ON_DELIVERY = "on_delivery", _("Cash on delivery (COD)")


class Delivery(models.TextChoices):
    PICK_UP = "pick_up", _("Pick up at the maker's")
    NEARBY = "nearby", _("Brought to you nearby")
    REGENCY = "regency", _("Sent within Banyuwangi")
    COUNTRY = "country", _("Sent to all of Indonesia")


class Facility(models.TextChoices):
    TOILET = "toilet", _("Toilet")
    PARKING = "parking", _("Parking")
    PRAYER_ROOM = "prayer_room", _("Prayer room (musala)")
    MEALS = "meals", pgettext_lazy("facility", "Meals")
    WIFI = "wifi", "Wi-Fi"
    WHEELCHAIR = "wheelchair", _("Reached by wheelchair")
    CHILDREN = "children", _("Place for children to play")
    GUIDED = "guided", _("Guided tour")
    RAIN_SHELTER = "shelter", _("Shelter from rain")
    HOT_WATER = "hot_water", _("Hot water")


class Channel(models.TextChoices):
    SHOPEE = "shopee", "Shopee"
    TOKOPEDIA = "tokopedia", "Tokopedia"
    LAZADA = "lazada", "Lazada"
    BLIBLI = "blibli", "Blibli"
    TIKTOK = "tiktok", "TikTok"
    INSTAGRAM = "instagram", "Instagram"
    FACEBOOK = "facebook", "Facebook"
    YOUTUBE = "youtube", "YouTube"
    WEBSITE = "website", _("Website")


class PermitKind(models.TextChoices):
    NIB = "nib", _("Business number (NIB)")
    PIRT = "pirt", _("Home food permit (P-IRT)")
    BPOM = "bpom", _("Food and drug permit (BPOM)")
    HALAL = "halal", _("Halal certificate")
    TRADEMARK = "trademark", _("Trademark (Merek)")
    SNI = "sni", _("Indonesian standard (SNI)")


# The admin is told so long before a permit runs out.
PERMIT_WARNING = timedelta(days=60)
# One bit each in `MarketEntry.permits`.
PERMIT_BITS = {kind: 1 << number for number, kind in enumerate(PermitKind)}


def month_bit(month: int) -> int:
    """The bit of a month, from 1 to 12, in `MarketEntry.months`."""
    return 1 << month - 1


def labels(choices: type[models.TextChoices], values: list[str]) -> list[str]:
    """Words for stored values, in the order of the choices."""
    return [str(label) for value, label in choices.choices if value in values]
