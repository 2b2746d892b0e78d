"""Opens the offices of the demo and fills their pages; what is there already is left alone."""

from django.db import transaction

from sites import provisioning
from sites.demo import accounts, content
from sites.demo.village_pages import publish
from sites.models import AnnouncementIndexPage, AnnouncementPage, Office, OfficePage

from .seeding import Report, add_translations, draw_pictures

CONTACT = ("address", "phone", "whatsapp", "email", "website")


def seed(report: Report) -> None:
    """Make the space of each demo office, each in one transaction."""
    for sample in content.load_offices():
        with transaction.atomic():
            office = Office.objects.get(slug=sample["slug"])
            _page, created = provisioning.open_office(office)
            if created:
                fill_office(office, sample)
                report(office.name)


def fill_office(office: Office, sample: dict) -> None:
    pictures = draw_pictures(sample, office.collection)
    pages = {
        page.locale.language_code: page for page in office.pages.select_related("locale").order_by("path")
    }
    for language, page in pages.items():
        fill_page(page, sample, pictures, language)
    lists = {code: AnnouncementIndexPage.objects.child_of(page).get() for code, page in pages.items()}
    for announcement in sample["announcements"]:
        add_translations(announcement, pictures, lists, AnnouncementPage)
    accounts.add_office_account(office)


def fill_page(page: OfficePage, sample: dict, pictures: dict, language: str) -> None:
    page.summary = sample["page"]["summary"][language]
    page.body = content.body(sample["page"]["body"][language], pictures, language)
    page.listing_image = pictures.get(sample["page"]["picture"])
    if page.is_source:
        for name in CONTACT:
            setattr(page, name, sample["contact"][name])
    publish(page)
