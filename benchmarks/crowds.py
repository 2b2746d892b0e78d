"""Many villages with many products, made quickly: rows as provisioning and publishing leave them, in bulk."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random

from django.utils import timezone
from wagtail.models import Page, Site

from benchmarks.bulk import analyze, find_by_search, grow, store
from marketplace_pages.choices import Availability, BusinessKind
from marketplace_pages.entries.keeping import LOTS
from marketplace_pages.models import BusinessPage, MarketEntry, ProductCategory, ProductPage, ShowcasePage
from sites.models import SiteSettings, Village, VillageContainerPage, VillageHomePage
from sites.models.village import name_key
from sites.page_cache.changes import everything_changed

BUSINESSES, PRODUCTS = 10, 100
DISTRICTS = 25
CATEGORIES = {
    "Makanan": ["Kue dan camilan", "Kerupuk", "Sambal"],
    "Minuman": ["Kopi", "Jamu"],
    "Kain": ["Batik", "Pakaian"],
    "Kerajinan": ["Anyaman", "Kayu"],
    "Hasil kebun": ["Buah", "Gula aren"],
}
WORDS = [
    *("bagiak", "jahe", "kerupuk", "ikan", "kopi", "robusta", "kain", "batik", "gajah", "oling", "anyaman"),
    *("bambu", "sale", "pisang", "gula", "aren", "sambal", "tempong", "madu", "hutan", "topeng", "kayu"),
    *("udeng", "sirup", "pala", "dodol", "salak", "teh", "daun", "kelor"),
]


def add_villages(
    number: int, random: Random, products: int = PRODUCTS, businesses: int = BUSINESSES
) -> list[Village]:
    """Villages with a site in both languages, a showcase and products of some businesses each."""
    categories, villages = make_categories(), found_villages(number)
    showcases = grow(homes_of(villages), 1, lambda _place: ShowcasePage(title="Pasar", slug="pasar"))
    shops = grow(showcases, businesses, lambda place: business(place, random))
    goods = grow(shops, products // businesses, lambda _place: product(categories, random))
    for place, page in enumerate(goods):
        # Known already, so that the index of the search asks for neither.
        page.business, page.gathered_tags = shops[place * len(shops) // len(goods)], []
    store(entries(villages, goods, random))
    find_by_search(goods)
    analyze()
    return villages


def found_villages(number: int) -> list[Village]:
    """Villages with a site and a home, and little else; their numbers go on from those that are there."""
    start = Village.objects.count()
    containers = grow([Page.objects.get(depth=1)], number, lambda place: container(start + place))
    titles = (page.title for page in containers)
    homes = grow(containers, 1, lambda _place: VillageHomePage(title=next(titles), slug="id"))
    parts = list(zip(range(start, start + number), containers, homes, strict=True))
    sites = store(Site(hostname=f"{page.slug}.localhost", root_page=home) for _count, page, home in parts)
    store(SiteSettings(site=site, english_enabled=bool(place % 2)) for place, site in enumerate(sites, start))
    found = store(village(count, sites[count - start], page) for count, page, _home in parts)
    # Rows written in bulk send no signals.
    Site.clear_site_root_paths_cache()
    everything_changed()
    return found


def container(count: int) -> VillageContainerPage:
    return VillageContainerPage(title=f"Desa {count}", slug=f"desa-{count}")


def homes_of(villages: list[Village]) -> list[Page]:
    return [village.site.root_page for village in villages]


def add_english_homes(villages: list[Village]) -> None:
    homes = iter(homes_of(villages))
    grow([village.container for village in villages], 1, lambda _place: in_english(next(homes)), "en")


def in_english(home: Page) -> VillageHomePage:
    return VillageHomePage(title=home.title, slug="en", translation_key=home.translation_key)


def make_categories() -> list[ProductCategory]:
    found = []
    for above, below in CATEGORIES.items():
        first, _made = category(above)
        # Some stand there from the beginning, in places of their own.
        found += [category(name, parent=first)[0] for name in below]
    return found


def category(name: str, **values) -> tuple[ProductCategory, bool]:
    slug = name.lower().replace(" ", "-")
    return ProductCategory.objects.get_or_create(
        slug=slug, defaults={"name": name, "name_en": name, **values}
    )


def village(count: int, site: Site, container: VillageContainerPage) -> Village:
    name = f"Uji {count}"
    return Village(
        code=f"35.10.{count // 900 + 10}.{2000 + count % 900}",
        name=name,
        name_key=name_key(name),
        kind="desa",
        district=f"Kecamatan {count % DISTRICTS}",
        site=site,
        container=container,
    )


def business(place: int, random: Random) -> BusinessPage:
    return BusinessPage(
        title=f"Usaha {random.choice(WORDS)} {place}",
        whatsapp="+628123450001",
        kind=random.choice(BusinessKind.values),
    )


def product(categories: list[ProductCategory], random: Random) -> ProductPage:
    price = random.choice([5, 12, 18, 25, 45, 90, 165, 385, 900]) * 1_000
    return ProductPage(
        title=" ".join(sample(random, 3)).capitalize(),
        summary=" ".join(sample(random, 8)),
        category=random.choice(categories),
        price_from_rupiah=price,
        availability=random.choice(Availability.values),
        months=[random.randint(1, 12)],
    )


def entries(villages: list[Village], goods: list[ProductPage], random: Random) -> Iterator[MarketEntry]:
    """What the market knows of the products, of which each village has as many."""
    now = timezone.now()
    for place, page in enumerate(goods):
        yield entry(villages[place * len(villages) // len(goods)], page, random, now)


def entry(village: Village, page: ProductPage, random: Random, now: datetime) -> MarketEntry:
    return MarketEntry(
        product=page,
        business=page.business,
        village=village,
        language="id",
        category_id=page.category_id,
        business_kind=page.business.kind,
        title=page.title,
        price_from_rupiah=page.price_from_rupiah,
        price_to_rupiah=page.price_from_rupiah,
        availability=page.availability,
        months=1 << random.randint(0, 11),
        permits=random.randint(0, 63),
        published_at=now - timedelta(minutes=random.randint(0, 500_000)),
        lot=random.randint(1, LOTS - 1),
    )


def sample(random: Random, number: int) -> list[str]:
    return random.sample(WORDS, number)
