"""Many villages with many products, made quickly: rows as provisioning and publishing leave them, in bulk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import islice
from random import Random

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models import F
from django.db.models.sql import InsertQuery
from django.utils import timezone
from wagtail.models import Locale, Page, Site
from wagtail.search.backends import get_search_backend

from marketplace_pages.choices import Availability, BusinessKind
from marketplace_pages.entries.keeping import LOTS
from marketplace_pages.models import BusinessPage, MarketEntry, ProductCategory, ProductPage, ShowcasePage
from sites.models import (
    SiteSettings,
    Village,
    VillageContainerPage,
    VillageHomePage,
)

BATCH, AT_ONCE = 400, 2_000
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
    categories, locale = make_categories(), Locale.objects.get(language_code="id")
    start, now = Village.objects.count(), timezone.now()
    made, goods = [], []
    for count in range(start, start + number):
        village, showcase = make_village(count, locale)
        made.append(village)
        shops = [
            BusinessPage(title=f"Usaha {word(random)} {place}", whatsapp="+628123450001", kind=kind(random))
            for place in range(businesses)
        ]
        put_below(showcase, shops, locale)
        for shop in shops:
            own = [product(categories, random) for _place in range(products // businesses)]
            put_below(shop, own, locale)
            for one in own:
                one.business = shop
            MarketEntry.objects.bulk_create(entry(village, one, random, now) for one in own)
            goods += own
    find_by_search(goods)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return made


def find_by_search(pages: list) -> None:
    """Put pages of one type into the index of the search."""
    for first in range(0, len(pages), AT_ONCE):
        get_search_backend().add_bulk(type(pages[0]), pages[first : first + AT_ONCE])


def add_english_homes(villages: list[Village]) -> None:
    english = Locale.objects.get(language_code="en")
    homes = [village.site.root_page for village in villages]
    others = [
        VillageHomePage(title=home.title, slug="en", translation_key=home.translation_key) for home in homes
    ]
    put_each_below([village.container for village in villages], others, english)


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


def make_village(count: int, locale: Locale) -> tuple[Village, ShowcasePage]:
    root = Page.objects.get(depth=1)
    container = VillageContainerPage(title=f"Desa {count}", slug=f"desa-{count}")
    put_below(root, [container], locale)
    home = VillageHomePage(title=f"Desa {count}", slug="id")
    put_below(container, [home], locale)
    showcase = ShowcasePage(title="Pasar", slug="pasar")
    put_below(home, [showcase], locale)
    site = Site(hostname=f"desa-{count}.localhost", root_page=home)
    Site.objects.bulk_create([site])
    SiteSettings.objects.create(site=site, english_enabled=bool(count % 2))
    village = Village.objects.create(
        code=f"35.10.{count // 900 + 10}.{2000 + count % 900}",
        name=f"Uji {count}",
        kind="desa",
        district=f"Kecamatan {count % DISTRICTS}",
        site=site,
        container=container,
    )
    return village, showcase


def put_below(parent: Page, pages: list, locale: Locale) -> None:
    """Insert pages below one that has just been made, or below the root, and give them their keys."""
    taken = parent.numchild
    for place, page in enumerate(pages, start=taken + 1):
        place_below(parent, page, place, locale)
    store(pages)
    parent.numchild = taken + len(pages)
    Page.objects.filter(pk=parent.pk).update(numchild=parent.numchild)


def put_each_below(parents: list[Page], pages: list, locale: Locale) -> None:
    """Insert one page of a type below each of several parents, in as few queries."""
    for parent, page in zip(parents, pages, strict=True):
        parent.numchild += 1
        place_below(parent, page, parent.numchild, locale)
    store(pages)
    for first in range(0, len(parents), AT_ONCE):
        keys = [parent.pk for parent in parents[first : first + AT_ONCE]]
        Page.objects.filter(pk__in=keys).update(numchild=F("numchild") + 1)


def place_below(parent: Page, page, place: int, locale: Locale) -> None:
    page.path = Page._get_path(parent.path, parent.depth + 1, place)
    page.depth, page.locale, page.live = parent.depth + 1, locale, True
    page.content_type = ContentType.objects.get_for_model(type(page))
    page.draft_title, page.slug = page.title, page.slug or f"halaman-{place}"
    page.url_path = f"{parent.url_path}{page.slug}/"
    page.first_published_at = page.last_published_at = timezone.now()


def store(pages: list) -> None:
    """Write new pages of one type, and give them their keys."""
    fields = [field.name for field in Page._meta.local_concrete_fields if not field.primary_key]
    rows = [Page(**{name: getattr(page, name) for name in fields}) for page in pages]
    for page, row in zip(pages, Page.objects.bulk_create(rows, AT_ONCE), strict=True):
        page.pk = page.page_ptr_id = page.id = row.pk
    insert(type(pages[0]), pages)


def insert(model: type, rows: Iterable) -> None:
    """Store what only a type of its own knows of pages; Django's own bulk insert refuses types of pages."""
    rows = iter(rows)
    while batch := list(islice(rows, BATCH)):
        query = InsertQuery(model)
        query.insert_values(model._meta.local_concrete_fields, batch, raw=True)
        query.get_compiler(using=connection.alias).execute_sql()


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


def entry(village: Village, page: ProductPage, random: Random, now) -> MarketEntry:
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


def sample(random: Random, number: int) -> Iterator[str]:
    return random.sample(WORDS, number)


def word(random: Random) -> str:
    return random.choice(WORDS)


def kind(random: Random) -> str:
    return random.choice(BusinessKind.values)
