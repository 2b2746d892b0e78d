"""Whole villages for tests, made the way provisioning makes them."""

from itertools import count

from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Locale

from benchmarks import crowds
from sites import provisioning
from sites.derived import derived_together
from sites.models import (
    AnnouncementIndexPage,
    AnnouncementPage,
    GovernmentPage,
    InstitutionIndexPage,
    InstitutionPage,
    Office,
    Official,
    ProfilePage,
    SiteSettings,
    StandardPage,
    User,
    Village,
    VillageImage,
)
from sites.org_chart import ChartPlace

NUMBERS = count(1)
PASSWORD = "kata sandi uji 42"


def make_portal():
    """The portal at `localhost`, as every test of a page needs it."""
    return provisioning.create_portal("localhost")[0]


def register(name: str = "", kind: str = "desa", district: str = "Glagah", code: str = "") -> Village:
    """A village of the register, without a site."""
    number = next(NUMBERS)
    block = 1000 if kind == "kelurahan" else 2000
    code = code or f"35.10.{number // 900 + 30}.{block + number % 900:04d}"
    return Village.objects.create(
        code=code, name=name or f"Uji {chr(65 + number % 26)}{number}", kind=kind, district=district
    )


def make_village(hostname: str = "", english: bool = True, **values) -> Village:
    """A village with its site; in English too unless told otherwise."""
    village = register(**values)
    hostname = hostname or f"v{village.pk}.localhost"
    village, _created = provisioning.create_village(village.code, hostname)
    if english:
        SiteSettings.objects.filter(site=village.site).update(english_enabled=True)
    return village


def make_crowd(number: int) -> None:
    """Villages with a site and a home, and little else: whole ones would take minutes."""
    crowds.found_villages(number)


def make_person(village: Village | None = None, role: str = "admin", **values) -> User:
    number = next(NUMBERS)
    person = User.objects.create_user(f"orang{number}@contoh.example", PASSWORD, **values)
    if village:
        person.groups.add(village.admin_group if role == "admin" else village.contributor_group)
    return person


@derived_together()
def make_office(slug: str = "disbudpar", **values) -> Office:
    """An office with its space on the portal; `page` is its Indonesian page."""
    values = {"abbreviation": slug.title(), "name": f"Dinas {slug}", "name_en": f"Office {slug}", **values}
    office = Office.objects.create(slug=slug, **values)
    make_portal()
    office.page, _created = provisioning.open_office(office)
    return office


def make_officer(slug: str = "disbudpar") -> User:
    """Somebody on the staff of an office."""
    person = make_person()
    office = Office.objects.filter(slug=slug, group__isnull=False).first() or make_office(slug)
    person.groups.add(office.group)
    return person


def home(village: Village, language: str = "id"):
    root = village.site.root_page.specific
    return root if language == "id" else root.get_translation(Locale.objects.get(language_code=language))


def announcement_list(village: Village, language: str = "id") -> AnnouncementIndexPage:
    return AnnouncementIndexPage.objects.child_of(home(village, language)).get()


def make_announcement(village: Village, title: str = "Kerja bakti", language: str = "id", **values):
    """A live announcement in a village's list."""
    values = {"live": True, "first_published_at": timezone.now(), **values}
    parent = announcement_list(village, language)
    page = AnnouncementPage(title=title, locale=parent.locale, **values)
    return parent.add_child(instance=page)


def make_shared(publisher: Office | None = None, title: str = "Ayo menari", audience: str = "all", **values):
    """A published announcement of an office, or of the regency itself, for villages; in Indonesian."""
    return publish(draft_shared(publisher, title, audience, **values))


def draft_shared(publisher: Office | None = None, title: str = "Ayo menari", audience: str = "all", **values):
    parent = AnnouncementIndexPage.objects.child_of(publisher.page if publisher else portal_home()).get()
    values = {"audience": audience, "live": False, **values}
    return parent.add_child(instance=AnnouncementPage(title=title, locale=parent.locale, **values))


def translate(page, title: str = "Come and dance", **values):
    """The published English version of a shared announcement."""
    english = Locale.objects.get(language_code="en")
    parent = page.get_parent().get_translation(english)
    values = {"translation_key": page.translation_key, "locale": english, "live": False, **values}
    return add_published(parent, type(page)(title=title, **values))


def portal_home():
    return make_portal().root_page


def make_page(village: Village, title: str = "Profil", language: str = "id", **values) -> StandardPage:
    parent = home(village, language)
    return parent.add_child(instance=StandardPage(title=title, locale=parent.locale, **values))


def make_media(model, village: Village, title: str):
    """A picture or a document in a village's collection."""
    file = get_test_image_file("gambar.png") if model is VillageImage else ContentFile(b"a,b\n", "a.csv")
    return model.objects.create(title=title, collection=village.collection, file=file)


def provisioned(model, village: Village, language: str = "id"):
    """The one page of a type that provisioning made below a village's home."""
    return model.objects.child_of(home(village, language)).get()


@derived_together()
def add_published(parent, page):
    """Put a new page below another one and publish it; return what readers get."""
    return publish(parent.add_child(instance=page))


@derived_together()
def publish(page):
    """Publish as the editor does, and return what readers get."""
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def make_government(village: Village, *officials: Official) -> GovernmentPage:
    """The village's government with these people, published."""
    page = provisioned(GovernmentPage, village)
    page.officials = in_order(officials or [make_official()])
    return publish(page)


def in_order(rows) -> list:
    rows = list(rows)
    for number, row in enumerate(rows):
        row.sort_order = number
    return rows


def make_official(name: str = "Bu Contoh", place: ChartPlace = ChartPlace.HEAD, **values) -> Official:
    """An official that is not saved yet."""
    return Official(**{"name": name, "place": place, "position": "Kepala desa", **values})


def make_institution(village: Village, title: str = "PKK", language: str = "id", **values) -> InstitutionPage:
    """A published institution."""
    parent = provisioned(InstitutionIndexPage, village, language)
    members = in_order(values.pop("members", []))
    page = InstitutionPage(title=title, locale=parent.locale, live=False, **{"kind": "pkk", **values})
    page.members = members
    return add_published(parent, page)


def make_profile(village: Village, figures=(), gallery=(), **values) -> ProfilePage:
    """The village's profile, published."""
    page = provisioned(ProfilePage, village)
    for name, value in values.items():
        setattr(page, name, value)
    page.figures, page.gallery = in_order(figures), in_order(gallery)
    return publish(page)


def home_locale(language: str) -> Locale:
    return Locale.objects.get(language_code=language)
