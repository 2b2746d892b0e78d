"""What `benchmarks/growth.py` measures: a village made by provisioning, its readers, its admin, an office."""

import io
from collections.abc import Callable
from pathlib import Path
from random import Random
from tempfile import mkdtemp

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection, transaction
from django.test import Client, override_settings

from benchmarks.bulk import find_by_search, grow
from benchmarks.crowds import add_english_homes, add_villages, homes_of, make_categories, product
from benchmarks.people import add_people
from benchmarks.readers import fetch
from benchmarks.rows import FEW, MANY, add_lists, add_requests, fill, lists
from marketplace_pages.entries.keeping import keep_entries
from marketplace_pages.models import BusinessPage, ProductPage, ShowcasePage
from sites.models import (
    AnnouncementIndexPage,
    AnnouncementPage,
    Office,
    ProfilePage,
    SiteSettings,
    User,
    Village,
)
from sites.page_cache.layer import PageCache
from sites.page_cache.wiring import in_front_of
from sites.provisioning import create_portal, create_village, open_office

HOST, CODE, NEXT_CODE = "ukur.localhost", "35.10.90.2001", "35.10.90.2002"
TIMES = 100
ANNOUNCEMENTS, SHARED, BUSINESSES, PRODUCTS = 25, 12, 10, 100
# Villages of the crowd have less, so that 10,000 of them are made in minutes.
CROWD, REQUESTS = {"products": 4, "businesses": 2}, 4
READERS = {
    "home": (HOST, "/"),
    "home in English": (HOST, "/en/"),
    "listing": (HOST, "/pengumuman/"),
    "shared announcement": (HOST, "/pengumuman/ukur/ukuran-bersama-1/"),
    "search": (HOST, "/cari/?q=ukuran"),
    **{f"list of {name}": (HOST, f"/{name}/") for name in ("agenda", "kelas", "belajar", "layanan")},
    "list of documents": (HOST, "/informasi-publik/"),
    "market facets of a village": (HOST, "/pasar/?category=makanan&max=30000"),
    "profile with its map": (HOST, "/profil-desa/"),
}
REGENCY = {
    "home of the portal": ("localhost", "/"),
    "market facets of the regency": ("localhost", "/pasar/?category=makanan&max=30000"),
}


class Measured:
    """Made once, before the crowd: the same rows at every size."""

    def __init__(self, random: Random):
        create_portal("localhost")
        self.village = self._village()
        self.office = self._office()
        self.admin = self._person("admin@ukur.example", self.village.admin_group)
        self.officer = self._person("staf@ukur.example", self.office.group)
        self.page = self._news()
        self._lists(random)
        self._market(random)
        self._profile()

    def _village(self) -> Village:
        for code in (CODE, NEXT_CODE):
            Village.objects.create(code=code, name=f"Ukur {code[-1]}", kind="desa", district="Glagah")
        village, _created = create_village(CODE, HOST)
        SiteSettings.objects.filter(site=village.site).update(english_enabled=True)
        return village

    def _office(self) -> Office:
        office = Office.objects.create(slug="ukur", abbreviation="Ukur", name="Dinas Ukur", name_en="Office")
        open_office(office)
        return Office.objects.get(pk=office.pk)

    def _person(self, email: str, group: Group) -> User:
        person = User.objects.create_user(email, "kata sandi ukur 42")
        person.groups.add(group)
        return person

    def _news(self) -> AnnouncementPage:
        parent = AnnouncementIndexPage.objects.child_of(self.village.site.root_page).get()
        for number in range(ANNOUNCEMENTS):
            page = published(parent, AnnouncementPage(title=f"Ukuran desa {number}"))
        parent = AnnouncementIndexPage.objects.child_of(self.office.pages.get(locale=parent.locale)).get()
        for number in range(SHARED):
            shared = AnnouncementPage(title=f"Ukuran bersama {number}", audience="all", office=self.office)
            published(parent, shared)
        self.draft = AnnouncementPage(title="Ukuran baru", audience="all", office=self.office, live=False)
        parent.add_child(instance=self.draft)
        self.draft.save_revision()
        return page

    def _lists(self, random: Random) -> None:
        for (list_type, make), number in zip(lists(random), MANY, strict=True):
            index = list_type.objects.child_of(self.village.site.root_page).get()
            # Some wait for their first page.
            index.save_revision().publish()
            fill([index], number, make, random)

    def _profile(self) -> None:
        profile = ProfilePage.objects.child_of(self.village.site.root_page).get()
        profile.latitude, profile.longitude = -8.2047, 114.3205
        profile.save_revision().publish()

    def _market(self, random: Random) -> None:
        showcase = ShowcasePage.objects.child_of(self.village.site.root_page).get()
        shops = grow([showcase], BUSINESSES, lambda place: BusinessPage(title=f"Usaha {place}", kind="umkm"))
        categories = make_categories()
        goods = grow(shops, PRODUCTS // BUSINESSES, lambda _place: product(categories, random))
        keep_entries(ProductPage.objects.descendant_of(showcase))
        find_by_search(goods)
        showcase.save_revision().publish()


def published(parent, page):
    page.locale, page.live = parent.locale, False
    parent.add_child(instance=page)
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def add_crowd(number: int, random: Random) -> None:
    villages = add_villages(number, random, **CROWD)
    add_english_homes(villages)
    add_lists(villages, random, FEW)
    grow(homes_of(villages), 1, lambda _place: a_profile(random))
    add_requests(villages, random, REQUESTS)
    add_people(villages)
    for village in villages:
        village.latitude, village.longitude = place(random)
    Village.objects.bulk_update(villages, ["latitude", "longitude"], batch_size=2_000)


def place(random: Random) -> tuple[float, float]:
    return random.uniform(-8.6, -7.9), random.uniform(113.9, 114.5)


def a_profile(random: Random) -> ProfilePage:
    latitude, longitude = place(random)
    return ProfilePage(title="Profil", slug="profil-desa", latitude=latitude, longitude=longitude)


def rows(measured: Measured) -> dict[str, Callable[[], object]]:
    """Acts by name; none of them leaves anything behind."""
    found = {f"cached page, {TIMES} times": cached_pages()}
    found |= {name: page(*where) for name, where in READERS.items()}
    found["no such village"] = page("ukr-satu.localhost", "/", 404)
    found |= {name: page(*where) for name, where in REGENCY.items()}
    office_page = measured.office.pages.get(locale__language_code=settings.LANGUAGE_CODE)
    container = measured.village.site.root_page
    admin, officer = logged_in(HOST, measured.admin), logged_in("localhost", measured.officer)
    found["admin: dashboard of a village"] = lambda: check(admin.get("/admin/"))
    found["admin: explorer of a village"] = lambda: check(admin.get(f"/admin/pages/{container.pk}/"))
    found["admin: edit a page"] = lambda: check(admin.get(f"/admin/pages/{measured.page.pk}/edit/"))
    found["admin: choose a page"] = lambda: check(admin.get("/admin/choose-page/"))
    found["admin: explorer of an office"] = lambda: check(officer.get(f"/admin/pages/{office_page.pk}/"))
    found["admin: publish for all villages"] = undone(lambda: publish(measured.draft))
    found["admin: provision one more village"] = undone(lambda: create_village(NEXT_CODE, "lagi.localhost"))
    return found


def cached_pages() -> Callable[[], object]:
    """A home as the application server asks for it, a hundred times; the cache in front has it already.

    Each copy of the database has a page cache of its own, so that what is sent is the page of its size.
    """
    folder = Path(mkdtemp())
    caches: dict[str, PageCache] = {}

    def act():
        name = connection.settings_dict["NAME"]
        if name not in caches:
            with override_settings(PAGE_CACHE=True, PAGE_CACHE_ROOT=folder / name):
                caches[name] = in_front_of(WSGIHandler())
            home_from(caches[name])
        if len(caches[name].memory) != 1:
            raise RuntimeError("The home was not kept.")
        for _time in range(TIMES):
            home_from(caches[name])

    return act


def home_from(application: Callable) -> None:
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": "/",
        "QUERY_STRING": "",
        "HTTP_HOST": HOST,
        "SERVER_NAME": HOST,
        "SERVER_PORT": "80",
        "wsgi.input": io.BytesIO(),
        "wsgi.url_scheme": "http",
        "wsgi.errors": io.StringIO(),
        "REMOTE_ADDR": "127.0.0.1",
    }
    statuses: list[str] = []
    answer = application(environ, lambda status, headers, error=None: statuses.append(status))
    body = b"".join(answer)
    getattr(answer, "close", lambda: None)()
    if not statuses[0].startswith("200") or not body:
        raise RuntimeError("The home could not be read.")


def page(host: str, path: str, status: int = 200) -> Callable[[], object]:
    client = Client(HTTP_HOST=host)
    return lambda: check(fetch(client, path), status)


def logged_in(host: str, person: User) -> Client:
    client = Client(HTTP_HOST=host)
    client.force_login(person, "django.contrib.auth.backends.ModelBackend")
    return client


def check(answer, status: int = 200) -> None:
    if answer.status_code != status:
        raise RuntimeError(f"{answer.request['PATH_INFO']}: {answer.status_code}")


def undone(act: Callable[[], object]) -> Callable[[], object]:
    def done_and_undone():
        with transaction.atomic():
            act()
            transaction.set_rollback(True)

    return done_and_undone


def publish(page: AnnouncementPage) -> None:
    page.latest_revision.publish()
