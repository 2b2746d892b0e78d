"""Turns the demo's content files into a portal and villages; what is there already is left alone."""

from collections.abc import Callable, Iterable
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from wagtail.models import Collection, Page, Site

from sites import provisioning
from sites.models import (
    AnnouncementIndexPage,
    AnnouncementPage,
    SiteSettings,
    StandardPage,
    Village,
    VillageImage,
)

from . import accounts, content, most_wanted, village_pages
from .documents import add_documents
from .pictures import draw_sample

Report = Callable[[str], None]


class NotADemoError(Exception):
    """The database serves real hosts: sample content and known passwords do not belong there."""


def data_file(name: str) -> Path:
    return settings.BASE_DIR / "data" / name


def refuse_real_hosts() -> None:
    real = Site.objects.exclude(hostname="localhost").exclude(hostname__endswith=".localhost")
    if found := real.first():
        raise NotADemoError(
            f"{found.hostname} is a real host. The demo brings sample pages and accounts with a "
            "password that everybody knows, so it is seeded only where all hosts are localhost."
        )


def seed(report: Report) -> None:
    """Make the portal and the demo villages, each in one transaction."""
    refuse_real_hosts()
    provisioning.import_villages(data_file("villages.csv"), data_file("village_coordinates.csv"))
    provisioning.import_offices(data_file("offices.json"))
    with transaction.atomic():
        site, created = provisioning.create_portal()
        if created:
            fill_portal(site)
            report("portal")
    for sample in content.load_villages():
        with transaction.atomic():
            village, created = provisioning.create_village(sample["code"], f"{sample['slug']}.localhost")
            if created:
                fill_village(village, sample)
                report(str(village))


def seed_register(report: Callable[[Iterable], Iterable]) -> int:
    """Open a site for every village of the register that has none; return how many."""
    refuse_real_hosts()
    waiting = list(Village.objects.filter(site=None))
    for village in report(waiting):
        provisioning.create_village(village.code, f"{plain_host(village)}.localhost")
    return len(waiting)


def plain_host(village: Village) -> str:
    """A host name made of name and district: names alone repeat within the regency."""
    return f"{village.name}-{village.district}".lower().replace(" ", "-")


def fill_portal(site: Site) -> None:
    sample = content.load_portal()
    fill_settings(site, sample)
    pictures = draw_pictures(sample, Collection.get_first_root_node())
    fill_pages(site, sample, pictures)
    accounts.add_portal_accounts()


def fill_village(village: Village, sample: dict) -> None:
    fill_settings(village.site, sample)
    pictures = draw_pictures(sample, village.collection)
    fill_pages(village.site, sample, pictures)
    village_pages.fill(homes_of(village.site), sample, pictures)
    add_documents(village.site, sample, village.collection)
    most_wanted.place(homes_of(village.site), sample)
    accounts.add_village_accounts(village, sample["slug"])


def fill_settings(site: Site, sample: dict) -> None:
    values = SiteSettings.for_site(site)
    values.accent = sample["accent"]
    values.english_enabled = sample["english_enabled"]
    contact = dict(sample["contact"])
    values.opening_hours = [("hours", hours) for hours in content.opening_hours(contact.pop("opening_hours"))]
    for name, value in contact.items():
        setattr(values, name, value)
    values.full_clean()
    values.save()


def draw_pictures(sample: dict, collection: Collection) -> dict[str, VillageImage]:
    """Draw the pictures a sample names, into its collection."""
    return {
        key: VillageImage.objects.create(
            title=picture["title"],
            description=picture["alt"],
            description_en=picture.get("alt_en", ""),
            credit="Smart Kampung (contoh)",
            collection=collection,
            file=ContentFile(
                draw_sample(
                    picture["seed"],
                    sample["accent"],
                    "Contoh gambar",
                    theme=picture["theme"],
                    night=picture["night"],
                ),
                f"contoh-{key}.jpg",
            ),
        )
        for key, picture in sample.get("pictures", {}).items()
    }


def homes_of(site: Site) -> dict[str, Page]:
    translations = site.root_page.get_translations(inclusive=True)
    return {page.locale.language_code: page.specific for page in translations}


def fill_pages(site: Site, sample: dict, pictures: dict) -> None:
    homes = homes_of(site)
    for language, home in homes.items():
        fill_home(home, sample["home"], pictures, language)
    for page in sample["pages"]:
        add_translations(page, pictures, homes, StandardPage)
    lists = {code: AnnouncementIndexPage.objects.child_of(home).get() for code, home in homes.items()}
    for announcement in sample.get("announcements", []):
        add_translations(announcement, pictures, lists, AnnouncementPage)


def fill_home(home: Page, sample: dict, pictures: dict, language: str) -> None:
    if language not in sample["summary"]:
        return
    home.title = home.draft_title = sample["title"][language]
    home.summary = sample["summary"][language]
    home.body = content.body(sample["body"].get(language, []), pictures, language)
    if hasattr(home, "hero_image"):
        home.hero_image = pictures.get(sample.get("picture"))
    publish(home)


def add_translations(sample: dict, pictures: dict, parents: dict[str, Page], model: type[Page]) -> None:
    """Add one sample page below each parent whose language it has, as translations of each other."""
    key = None
    for language, parent in parents.items():
        if language not in sample["title"]:
            continue
        page = model(
            locale=parent.locale,
            slug=sample["slug"][language],
            title=sample["title"][language],
            summary=content.text(sample["summary"][language], language),
            listing_image=pictures.get(sample.get("picture")),
            body=content.body(sample["body"][language], pictures, language),
            show_in_menus=sample.get("in_menu", False),
        )
        if key:
            page.translation_key = key
        if model is AnnouncementPage:
            fill_announcement(page, sample, language)
        parent.add_child(instance=page)
        key = page.translation_key
        publish(page)


def fill_announcement(page: AnnouncementPage, sample: dict, language: str) -> None:
    now = timezone.now()
    page.category, page.severity = sample["category"], sample["severity"]
    page.is_pinned = sample["pinned"]
    page.audience = sample.get("audience", "")
    page.audience_districts = sample.get("audience_districts", [])
    page.first_published_at = now - timedelta(days=sample["published_days_ago"])
    if sample["expires_in_days"] is not None:
        page.expires_at = now + timedelta(days=sample["expires_in_days"])
    page.tags.add(*sample["tags"].get(language, []))


def publish(page: Page) -> None:
    page.save_revision(clean=False).publish()
