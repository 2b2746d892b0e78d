"""Publishes the sample businesses, each with its products, in the demo village that it names."""

from collections.abc import Callable

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from marketplace_pages.models import (
    BusinessLink,
    BusinessPage,
    BusinessPicture,
    BusinessUnit,
    ShowcasePage,
    YearlyReport,
)
from sites.demo import content
from sites.demo.documents import write
from sites.models import SiteSettings, Village, VillageImage

from . import products, samples

Pictures = Callable[[str | None], VillageImage | None]
# What a business has once, by the name of its field.
ONCE = {"founded": "founded_year", "payment": "payment_ways", "delivery": "delivery_ways"}
ONCE |= {name: name for name in ("address", "facilities")}


def seed(report) -> None:
    register = {village.code: village for village in Village.objects.all()}
    number = sum(seed_business(sample, register) for sample in samples.load())
    if number:
        report(f"{number} products")


def seed_business(sample: dict, register: dict[str, Village]) -> int:
    """Publish a business and what it makes; return how many products, 0 where it is there already."""
    village = Village.objects.open().with_site().filter(code=sample["village"]).first()
    if village is None:
        return 0
    lists = lists_in(village)
    if BusinessPage.objects.child_of(lists["id"]).filter(slug=sample["slug"]["id"]).exists():
        return 0
    with transaction.atomic():
        notes, pictures = samples.notes_of(sample, register), pictures_of(village)
        versions = add(sample, lists, notes, pictures, village)
        for product in sample["products"]:
            products.add(product, versions, notes, pictures)
    return len(sample["products"])


def lists_in(village: Village) -> dict[str, Page]:
    """The showcases of a village, by the languages that its readers see, the Indonesian one first."""
    found = {
        page.locale.language_code: page
        for page in ShowcasePage.objects.in_village(village.site).select_related("locale")
    }
    return {language: found[language] for language in SiteSettings.for_site(village.site).languages}


def pictures_of(village: Village) -> Pictures:
    """Finds a drawn picture of the village's demo by its key."""
    drawn = VillageImage.objects.filter(collection=village.collection)
    return lambda key: drawn.filter(file__contains=f"contoh-{key}").order_by("pk").first() if key else None


def add(sample: dict, lists: dict[str, Page], notes: dict, pictures: Pictures, village: Village) -> dict:
    """Publish a business in each language, the Indonesian version first."""
    versions = {}
    for language, parent in lists.items():
        page = BusinessPage(locale=parent.locale, listing_image=pictures(sample.get("picture")))
        for name, value in (texts(sample, notes, language) | facts(sample)).items():
            setattr(page, name, value)
        if versions:
            page.translation_key = versions["id"].translation_key
        else:
            add_rows(page, sample, pictures, village)
        parent.add_child(instance=page)
        page.save_revision(clean=False).publish()
        versions[language] = page
    return versions


def texts(sample: dict, notes: dict[str, list[str]], language: str) -> dict:
    return {
        **{name: sample[name][language] for name in ("title", "slug", "summary")},
        "body": samples.paragraphs([*sample.get("body", {}).get(language, []), *notes[language]]),
        "how_to_get_there": samples.in_language(sample.get("way"), language),
        "price_unit": samples.in_language(sample.get("price_unit"), language),
    }


def facts(sample: dict) -> dict:
    """What is typed once."""
    price, pin = sample.get("price", (None, None)), sample.get("pin", (None, None))
    hours = content.opening_hours(sample.get("hours", []))
    return {
        "kind": sample["kind"],
        "whatsapp": sample["whatsapp"],
        "opening_hours": [("hours", row) for row in hours],
        "price_from_rupiah": price[0],
        "price_to_rupiah": price[1],
        "latitude": pin[0],
        "longitude": pin[1],
        **{field: sample[name] for name, field in ONCE.items() if name in sample},
    }


def add_rows(page: BusinessPage, sample: dict, pictures: Pictures, village: Village) -> None:
    found = [pictures(key) for key in sample.get("gallery", [])]
    page.gallery = [BusinessPicture(image=image, caption=image.title) for image in found if image]
    page.links = [BusinessLink(channel=channel, url=url) for channel, url in sample.get("links", [])]
    page.units = [
        BusinessUnit(
            name=row["name"]["id"],
            name_en=row["name"]["en"],
            about=row["about"]["id"],
            about_en=row["about"]["en"],
        )
        for row in sample.get("units", [])
    ]
    page.reports = [yearly_report(row, village) for row in sample.get("reports", [])]


def yearly_report(row: dict, village: Village) -> YearlyReport:
    return YearlyReport(
        year=timezone.localdate().year - row["years_ago"],
        turnover_rupiah=row["turnover"],
        profit_rupiah=row["profit"],
        village_share_rupiah=row["share"],
        file=write(row["document"], village.collection) if "document" in row else None,
    )
