"""The art forms of data/culture.json, published by Disbudpar for all villages; what is there stays.

What guests should know of some, with drawn pictures, and an art form that a village publishes itself are
samples from data/art_form_samples.json.
"""

import json

from django.conf import settings
from django.db import transaction
from django.utils.html import escape
from django.utils.text import Truncator
from wagtail.models import Page

from culture.models import ArtFormIndexPage, ArtFormPage, ArtFormPicture
from sites.demo.seeding import draw_pictures
from sites.models import Office, OfficePage, Village, VillageImage

PUBLISHER = "disbudpar"
LONGEST_SUMMARY = 160
FOR_GUESTS = ("etiquette", "custodians", "where_and_when")


def seed(report) -> None:
    samples = read("art_form_samples.json")
    number = seed_office(samples["of_disbudpar"])
    with transaction.atomic():
        number += sum(seed_village(sample) for sample in samples["of_villages"])
    if number:
        report(f"{number} art forms")


def read(name: str):
    return json.loads((settings.BASE_DIR / "data" / name).read_text(encoding="utf-8"))


def by_slug(slug: str) -> ArtFormPage | None:
    """The Indonesian version of one, for what teaches or shows it."""
    return ArtFormPage.objects.filter(slug=slug, locale__language_code="id").first() if slug else None


def seed_office(for_guests: dict[str, dict]) -> int:
    """Publish those of Disbudpar; return how many, 0 where some are there."""
    office = Office.objects.filter(slug=PUBLISHER).first()
    lists = lists_below(OfficePage.objects.filter(office=office)) if office else {}
    if not lists or ArtFormPage.objects.child_of(lists["id"]).exists():
        return 0
    facts = read("culture.json")
    register = {village.code: village for village in Village.objects.all()}
    with transaction.atomic():
        for fact in facts:
            sample = fact | for_guests.get(fact["slug"], {})
            pictures = draw_pictures(sample, office.collection)
            versions = {
                language: values_of(sample, language) | looks_of(sample, pictures, language)
                for language in lists
            }
            add(versions, lists, register.get(sample["village_code"]))
    return len(facts)


def seed_village(sample: dict) -> int:
    """Publish one in the list of a demo village, with a picture that its site has already."""
    village = Village.objects.open().with_site().filter(code=sample["village"]).first()
    if village is None or by_slug(sample["slug"]["id"]):
        return 0
    lists = lists_below(village.site.root_page.get_translations(inclusive=True))
    picture = VillageImage.objects.filter(
        collection=village.collection, file__contains=f"contoh-{sample['picture']}"
    ).first()
    versions = {
        language: values_of(sample, language)
        | {"slug": sample["slug"][language], "listing_image": picture, "audience": ""}
        for language in lists
    }
    add(versions, lists, village)
    return 1


def lists_below(parents) -> dict[str, Page]:
    """The lists of culture right below some pages, by language, the Indonesian one first."""
    return {
        page.locale.language_code: ArtFormIndexPage.objects.child_of(page).get()
        for page in parents.select_related("locale").order_by("path")
    }


def add(versions: dict[str, dict], lists: dict[str, Page], home: Village | None) -> None:
    """Add one art form in each language, the Indonesian version first."""
    key = None
    for language, parent in lists.items():
        page = ArtFormPage(locale=parent.locale, **versions[language])
        if key:
            page.translation_key = key
        if home:
            page.villages = [home]
        parent.add_child(instance=page)
        key = page.translation_key
        page.save_revision(clean=False).publish()


def values_of(sample: dict, language: str) -> dict:
    story = sample["description"][language]
    season = sample["season"] or {}
    return {
        "title": sample["name"][language],
        "slug": sample["slug"],
        "summary": first_sentence(story),
        "kind": sample["kind"],
        "season": season.get(language, ""),
        "sources": "\n".join(sample["sources"]),
        "body": json.dumps([{"type": "paragraph", "value": f"<p>{escape(story)}</p>"}]),
        "audience": "all",
        "is_sacred": sample.get("is_sacred", False),
        "photography": sample.get("photography", ""),
        **{name: sample[name][language] for name in FOR_GUESTS if name in sample},
    }


def looks_of(sample: dict, pictures: dict[str, VillageImage], language: str) -> dict:
    """The first of its pictures stands on top, the others in the gallery."""
    first, *others = pictures or [None]
    captions = {key: picture["caption"][language] for key, picture in sample.get("pictures", {}).items()}
    gallery = [ArtFormPicture(image=pictures[key], caption=captions[key]) for key in others]
    return {"listing_image": pictures.get(first), "gallery": gallery}


def first_sentence(story: str) -> str:
    return Truncator(story.partition(". ")[0].rstrip(".") + ".").chars(LONGEST_SUMMARY)
