"""Fills the pages that every village has: profile, government and institutions, with samples only."""

from collections.abc import Iterable
from datetime import date

from django.utils import timezone
from wagtail.models import Orderable, Page

from sites import figures
from sites.models import (
    Figure,
    GalleryPicture,
    GovernmentPage,
    InstitutionIndexPage,
    InstitutionPage,
    Member,
    Official,
    ProfilePage,
)
from sites.org_chart import ChartPlace

from . import content

PROFILE_FACTS = ("area_unit", "altitude_m")
INSTITUTION_FACTS = ("founded_year", "legal_basis", "phone", "whatsapp")
LIST_SUMMARIES = {
    "id": "Lembaga yang menggerakkan warga, dan cara menghubunginya.",
    "en": "The groups that move things in the village, and how to reach them.",
}


def fill(homes: dict[str, Page], sample: dict, pictures: dict) -> None:
    """Fill and publish them in every language that the sample has."""
    today = timezone.localdate()
    for language, home in homes.items():
        if language in sample["profile"]["title"]:
            fill_profile(home, sample["profile"], pictures, language)
            fill_government(home, sample["government"], pictures, language, today)
    lists = {code: InstitutionIndexPage.objects.child_of(home).get() for code, home in homes.items()}
    for institution in sample["institutions"]:
        add_institution(lists, institution, pictures, today)
    for language, index in lists.items():
        if language in sample["profile"]["title"]:
            index.summary = LIST_SUMMARIES[language]
            publish(index)


def write(page: Page, sample: dict, pictures: dict, language: str) -> None:
    """Set what every page has, in one language."""
    page.title = page.draft_title = sample["title"][language]
    page.summary = content.text(sample["summary"][language], language)
    page.listing_image = pictures.get(sample["picture"])
    page.body = content.body(sample["body"][language], pictures, language)


def publish(page: Page) -> None:
    page.save_revision(clean=False).publish()


def ordered(rows: Iterable[Orderable]) -> list[Orderable]:
    """Keep the order of the file, as the form does with the order in which rows stand."""
    rows = list(rows)
    for number, row in enumerate(rows):
        row.sort_order = number
    return rows


def fill_profile(home: Page, sample: dict, pictures: dict, language: str) -> None:
    page = ProfilePage.objects.child_of(home).get()
    write(page, sample, pictures, language)
    page.directions = sample["directions"][language]
    for side, text in sample["boundaries"][language].items():
        setattr(page, side, text)
    if page.is_source:
        for name in PROFILE_FACTS:
            setattr(page, name, sample[name])
        page.area = figures.as_number(sample["area"])
        page.figures = ordered(figure(row) for row in sample["figures"])
        page.gallery = ordered(gallery_picture(row, pictures) for row in sample["gallery"])
    publish(page)


def figure(row: dict) -> Figure:
    return Figure(
        label=row["label"]["id"],
        label_en=row["label"]["en"],
        value=row["value"],
        unit=row["unit"]["id"],
        unit_en=row["unit"]["en"],
        year=row["year"],
        source=row["source"],
    )


def gallery_picture(row: dict, pictures: dict) -> GalleryPicture:
    caption = row["caption"]
    return GalleryPicture(image=pictures[row["picture"]], caption=caption["id"], caption_en=caption["en"])


def fill_government(home: Page, sample: dict, pictures: dict, language: str, today: date) -> None:
    page = GovernmentPage.objects.child_of(home).get()
    write(page, sample, pictures, language)
    if page.is_source:
        page.officials = ordered(
            Official(place=ChartPlace[row["place"].upper()], **role(row, today))
            for row in sample["officials"]
        )
    publish(page)


def role(row: dict, today: date) -> dict:
    position = row["position"]
    return {"name": row["name"], "position": position["id"], "position_en": position["en"]} | content.term(
        row["years"], today
    )


def add_institution(lists: dict[str, Page], sample: dict, pictures: dict, today: date) -> None:
    key = None
    for language, parent in lists.items():
        if language not in sample["title"]:
            continue
        page = InstitutionPage(locale=parent.locale, slug=sample["slug"][language])
        write(page, sample, pictures, language)
        page.kind = sample["kind"]
        if page.is_source:
            for name in INSTITUTION_FACTS:
                setattr(page, name, sample[name])
            page.members = ordered(Member(**role(row, today)) for row in sample["members"])
        if key:
            page.translation_key = key
        parent.add_child(instance=page)
        key = page.translation_key
        publish(page)
