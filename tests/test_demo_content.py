"""The sample texts: they fit the register and the page types, and name or reach no real person."""

import csv
import json
import re
from collections import Counter
from datetime import date, time

import pytest
from django.conf import settings

from sites import figures, phones
from sites.blocks import BodyBlock, HomeBodyBlock, OpeningWeekBlock
from sites.demo import content
from sites.demo.dates import TOKEN, fill_dates
from sites.institutions import Kind, complaint_about
from sites.models import AnnouncementPage, BasePage, SiteSettings, Village
from sites.models.profile import SIDES
from sites.org_chart import ChartPlace
from sites.slugs import RESERVED_SLUGS
from sites.terms import is_in_office

pytestmark = pytest.mark.once

NUMBER = re.compile(r"\+?\d[\d .-]{7,}\d")
FICTITIOUS = re.compile(r"\+628000000\d{3}")
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
OF_A_DESA = re.compile(r"APBDes|BUMDes|BPD|[Kk]epala desa|[Kk]antor desa|Dana Desa|desa\.id|village head")

SAMPLES = {sample["slug"]: sample for sample in [content.load_portal(), *content.load_villages()]}
VILLAGES = {slug: sample for slug, sample in SAMPLES.items() if slug != "portal"}


def strings(node: object):
    """Yield every text inside lists and dictionaries."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for value in node.values():
            yield from strings(value)
    elif isinstance(node, list):
        for value in node:
            yield from strings(value)


@pytest.fixture(params=SAMPLES.values(), ids=SAMPLES)
def sample(request):
    return request.param


@pytest.fixture(params=VILLAGES.values(), ids=VILLAGES)
def village(request):
    return request.param


@pytest.fixture(scope="module")
def register():
    with (settings.BASE_DIR / "data" / "villages.csv").open(encoding="utf-8") as file:
        return {row["code"]: row for row in csv.DictReader(file)}


def test_there_are_six_villages_with_an_accent_each_and_a_kelurahan_among_them(register):
    accents = [village["accent"] for village in VILLAGES.values()]
    assert sorted(accents) == sorted(SiteSettings.Accent.values)
    assert len({village["code"] for village in VILLAGES.values()}) == 6
    kinds = {register[village["code"]]["kind"] for village in VILLAGES.values()}
    assert kinds == set(Village.Kind.values)


def test_one_village_keeps_to_indonesian():
    assert [slug for slug, village in VILLAGES.items() if not village["english_enabled"]] == ["kedungrejo"]


def test_a_village_is_the_one_of_the_register(village, register):
    row = register[village["code"]]
    assert row["name"].lower() == village["slug"]
    assert row["name"] in village["home"]["title"]["id"]
    assert village["home"]["title"]["id"].lower().startswith(row["kind"])


def test_a_kelurahan_is_not_described_with_what_only_a_desa_has(village, register):
    if register[village["code"]]["kind"] == "kelurahan":
        assert not [text for text in strings(village) if OF_A_DESA.search(text)]


def test_the_home_and_the_profile_are_in_every_language_of_the_site(sample):
    languages = {"id", "en"} if sample["english_enabled"] else {"id"}
    assert set(sample["home"]["title"]) == languages
    first = sample.get("profile", sample["pages"][0])
    assert set(first["title"]) == languages
    if sample["english_enabled"]:
        assert any("en" in announcement["title"] for announcement in sample["announcements"])


def test_slugs_are_valid_and_unique_below_their_parent(sample):
    for group in (sample["pages"], sample["announcements"], sample.get("institutions", [])):
        for language in ("id", "en"):
            slugs = [page["slug"][language] for page in group if language in page["slug"]]
            assert not [slug for slug, count in Counter(slugs).items() if count > 1]
            assert all(SLUG.fullmatch(slug) for slug in slugs)
            assert not RESERVED_SLUGS & set(slugs)


def test_the_menu_stays_short(sample):
    in_menu = [page for page in sample["pages"] if page["in_menu"]]
    assert len(in_menu) <= 3
    assert all(len(title) <= 24 for page in in_menu for title in page["title"].values())


def test_titles_and_summaries_fit_and_titles_hold_no_dates(sample):
    longest = BasePage._meta.get_field("summary").max_length
    for section in content.sections(sample):
        for language, title in section["title"].items():
            assert 0 < len(title) <= 80
            assert not TOKEN.search(title)
            assert 0 < len(content.text(section["summary"][language], language)) <= longest


def test_announcements_are_of_a_known_kind_and_have_a_sensible_time(sample):
    for announcement in sample["announcements"]:
        assert announcement["category"] in AnnouncementPage.Category.values
        assert announcement["severity"] in AnnouncementPage.Severity.values
        assert announcement["published_days_ago"] >= 0
        ends = announcement["expires_in_days"]
        assert ends is None or ends > -announcement["published_days_ago"]


def test_each_village_has_current_and_archived_announcements_and_shows_no_emergency(village):
    ends = [announcement["expires_in_days"] for announcement in village["announcements"]]
    assert 6 <= len(ends) <= 10
    assert [end for end in ends if end is not None and end < 0]
    assert [end for end in ends if end is None or end > 0]
    assert "emergency" not in [announcement["severity"] for announcement in village["announcements"]]


def test_announcements_are_tagged_as_samples(sample):
    for announcement in sample["announcements"]:
        for language, tags in announcement["tags"].items():
            assert {"id": "contoh", "en": "sample"}[language] in tags


def test_bodies_are_what_the_blocks_accept(sample):
    for section in content.sections(sample):
        block = HomeBodyBlock() if section is sample["home"] else BodyBlock()
        for language, stream in section["body"].items():
            assert stream
            drawn = [item for item in stream if item["type"] != "image"]
            filled = json.loads(content.body(drawn, {}, language))
            block.clean(block.to_python(filled))


def test_a_picture_in_a_body_becomes_the_one_that_was_drawn():
    class Drawn:
        pk = 12

    stream = [{"type": "image", "value": {"image": "kain", "caption": "", "credit": ""}}]
    [block] = json.loads(content.body(stream, {"kain": Drawn}, "id"))
    assert block["value"]["image"] == 12


def test_opening_hours_are_what_the_block_accepts_and_friday_is_shorter(sample):
    rows = content.opening_hours(sample["contact"]["opening_hours"])
    week = OpeningWeekBlock()
    week.clean(week.normalize([("hours", row) for row in rows]))
    by_day = {day: row["closes"] for row in rows for day in row["days"]}
    assert by_day["friday"] < by_day["thursday"]
    assert isinstance(by_day["friday"], time)


def test_the_way_is_described_in_every_language_of_the_site(sample):
    contact = sample["contact"]
    assert bool(contact.get("directions_en")) == (bool(contact["directions"]) and sample["english_enabled"])


def test_numbers_and_addresses_reach_nobody(sample):
    contact = sample["contact"]
    for number in (contact["phone"], contact["whatsapp"]):
        assert FICTITIOUS.fullmatch(number)
        assert phones.standard_form(number) == number
    assert contact["email"].endswith(".example")
    text = "\n".join(strings({**sample, "code": ""}))
    assert not [found for found in NUMBER.findall(text) if not FICTITIOUS.fullmatch(found.strip())]
    assert not re.search(r"\d{16}", text)
    assert not [mail for mail in re.findall(r"[\w.-]+@[\w.-]+\w", text) if not mail.endswith(".example")]


def test_numbers_of_two_sites_never_coincide():
    numbers = [sample["contact"][key] for sample in SAMPLES.values() for key in ("phone", "whatsapp")]
    assert len(numbers) == len(set(numbers))


def test_office_holders_appear_as_samples(village):
    rows = [*village["government"]["officials"]]
    for institution in village["institutions"]:
        assert institution["members"]
        rows += institution["members"]
    assert all(row["name"].startswith("Contoh: ") for row in rows)
    assert all(bool(row["position"]["en"]) and bool(row["position"]["id"]) for row in rows)


def test_a_government_is_complete_and_remembers_one_head(village):
    officials = village["government"]["officials"]
    today = date(2026, 5, 9)
    terms = [content.term(row["years"], today).values() for row in officials]
    in_office = [row for row, term in zip(officials, terms, strict=True) if is_in_office(*term, today)]
    assert 6 <= len(in_office) <= 9
    assert {row["place"].upper() for row in in_office} == set(ChartPlace.names)
    assert [row["place"] for row in officials if row not in in_office] == ["head"]


def test_institutions_are_those_that_a_village_may_have(village, register):
    is_desa = register[village["code"]]["kind"] == "desa"
    kinds = [institution["kind"] for institution in village["institutions"]]
    assert 2 <= len(kinds) <= 4
    assert not [kind for kind in kinds if complaint_about(kind, is_desa)]
    assert ("bpd" if is_desa else "lpmk") in kinds
    for institution in village["institutions"]:
        assert institution["kind"] in Kind.values


def test_numbers_of_institutions_reach_nobody_and_belong_to_one_village():
    numbers = [
        institution[key]
        for sample in VILLAGES.values()
        for institution in sample["institutions"]
        for key in ("phone", "whatsapp")
        if institution[key]
    ]
    offices = [sample["contact"][key] for sample in SAMPLES.values() for key in ("phone", "whatsapp")]
    assert numbers and all(FICTITIOUS.fullmatch(number) for number in numbers)
    assert len(numbers + offices) == len(set(numbers + offices))


def test_a_profile_has_figures_with_year_and_source_that_say_they_are_samples(village):
    profile, english = village["profile"], village["english_enabled"]
    assert 4 <= len(profile["figures"]) <= 8
    for row in profile["figures"]:
        assert row["label"]["id"] and row["value"] and 2000 < row["year"] < 2100
        assert "contoh" in row["source"] and "sample" in row["source"]
        assert bool(row["label"]["en"]) == english
        assert bool(row["unit"]["en"]) == (english and bool(row["unit"]["id"]))
    assert figures.as_number(profile["area"]) > 0
    assert set(profile["boundaries"]) == set(profile["directions"]) == set(profile["title"])
    assert all(set(sides) == set(SIDES) for sides in profile["boundaries"].values())


def test_gallery_captions_say_that_the_pictures_are_samples(village):
    assert len(village["profile"]["gallery"]) >= 3
    for row in village["profile"]["gallery"]:
        assert row["caption"]["id"].startswith("Contoh gambar: ")
        assert not row["caption"]["en"] or row["caption"]["en"].startswith("Sample picture: ")
        assert bool(row["caption"]["en"]) == village["english_enabled"]


def test_every_picture_says_that_it_is_a_sample_and_is_used(sample):
    for picture in sample["pictures"].values():
        assert picture["title"].startswith("Contoh gambar")
        assert picture["alt"].startswith("Gambar contoh")
        assert picture.get("alt_en", "").startswith("Sample picture" if sample["english_enabled"] else "")
    named = {section["picture"] for section in content.sections(sample)}
    for section in content.sections(sample):
        blocks = [block for stream in section["body"].values() for block in stream]
        named |= {block["value"]["image"] for block in blocks if block["type"] == "image"}
    named |= {row["picture"] for row in sample.get("profile", {}).get("gallery", [])}
    assert named - {None} == set(sample["pictures"])


def test_documents_are_labelled_as_samples_and_lie_on_pages_of_their_language(sample):
    start = {"id": "Contoh: ", "en": "Sample: "}
    for document in sample.get("documents", []):
        slugs = [
            page["slug"].get(document["language"]) for page in content.sections(sample) if "slug" in page
        ]
        assert slugs.count(document["page"]) == 1
        assert document["title"].startswith(start[document["language"]])
        assert document["text"] and "\n" not in "".join(document["text"])
        assert SLUG.fullmatch(document["file"])


def test_some_announcement_and_some_text_page_of_the_demo_offer_a_document():
    offered = {(slug, row["page"]) for slug, sample in SAMPLES.items() for row in sample.get("documents", [])}
    for kind in ("announcements", "pages"):
        there = {(slug, page["slug"]["id"]) for slug, sample in SAMPLES.items() for page in sample[kind]}
        assert offered & there


def test_texts_are_tidy(sample):
    untidy = re.compile(r"^\s|[^\S\n]$|  |\bTODO\b|[Ll]orem|hidden gem|exotic|\{(?!(\w+) -?\d+\})")
    assert not [text for text in strings(sample) if untidy.search(text)]


@pytest.mark.parametrize(
    ("text", "language", "filled"),
    [
        ("{day 0}", "id", "Sabtu, 9 Mei 2026"),
        ("sampai {day 3}.", "id", "sampai Selasa, 12 Mei 2026."),
        ("{saturday 0}", "en", "Saturday 9 May 2026"),
        ("{saturday 1}", "en", "Saturday 16 May 2026"),
        ("{sunday -24}", "id", "Minggu, 19 April 2026"),
        ("{tomorrow 1}", "en", "{tomorrow 1}"),
    ],
)
def test_dates_follow_the_day_of_seeding(text, language, filled):
    assert fill_dates(text, language, today=date(2026, 5, 9)) == filled


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"accent": "pelangi"}, "unknown accent"),
        ({"slug": "kemiri"}, "differs from the file name"),
        ({"english_enabled": False}, "do not fit the site"),
        ({"pictures": {}}, "no picture"),
        (
            {"profile": SAMPLES["kemiren"]["profile"] | {"gallery": [{"picture": "hilang"}]}},
            "gallery: no picture",
        ),
    ],
)
def test_a_file_that_does_not_fit_is_refused_with_its_name(change, message, settings, tmp_path):
    folder = tmp_path / "data" / "demo"
    folder.mkdir(parents=True)
    (folder / "kemiren.json").write_text(json.dumps(SAMPLES["kemiren"] | change), encoding="utf-8")
    settings.BASE_DIR = tmp_path
    with pytest.raises(content.ContentError, match=f"kemiren.json: .*{message}"):
        content.load_villages()


OFFICES = {sample["slug"]: sample for sample in content.load_offices()}


@pytest.fixture(params=OFFICES.values(), ids=OFFICES)
def office(request):
    return request.param


def test_an_office_of_the_demo_is_one_of_the_list_and_its_texts_fit(office):
    listed = json.loads((settings.BASE_DIR / "data" / "offices.json").read_text(encoding="utf-8"))
    assert office["slug"] in [entry["slug"] for entry in listed]
    longest = BasePage._meta.get_field("summary").max_length
    for section in content.office_sections(office):
        for language, title in section["title"].items():
            assert 0 < len(title) <= 80
            assert 0 < len(content.text(section["summary"][language], language)) <= longest
            drawn = [item for item in section["body"][language] if item["type"] != "image"]
            filled = json.loads(content.body(drawn, {}, language))
            assert BodyBlock().clean(BodyBlock().to_python(filled))


def test_what_an_office_publishes_in_the_demo_is_a_sample_and_no_emergency(office):
    assert len(office["announcements"]) >= 2
    for announcement in office["announcements"]:
        assert announcement["severity"] == "info"
        assert announcement["category"] in AnnouncementPage.Category.values
        for language, tags in announcement["tags"].items():
            assert {"id": "contoh", "en": "sample"}[language] in tags
            assert SLUG.fullmatch(announcement["slug"][language])


def test_an_office_of_the_demo_is_reached_by_nobody(office):
    numbers = [office["contact"][key] for key in ("phone", "whatsapp")]
    others = "\n".join(text for sample in SAMPLES.values() for text in strings(sample))
    assert all(FICTITIOUS.fullmatch(number) and number not in others for number in numbers)
    text = "\n".join(strings(office))
    assert not [found for found in NUMBER.findall(text) if not FICTITIOUS.fullmatch(found.strip())]
    assert not [mail for mail in re.findall(r"[\w.-]+@[\w.-]+\w", text) if not mail.endswith(".example")]


def test_a_file_of_offices_that_does_not_fit_is_refused_with_the_office(settings, tmp_path):
    folder = tmp_path / "data" / "demo"
    folder.mkdir(parents=True)
    (folder / "portal.json").write_text(json.dumps(SAMPLES["portal"]), encoding="utf-8")
    (folder / "offices.json").write_text(json.dumps({"offices": [{"slug": "dlh"}]}), encoding="utf-8")
    settings.BASE_DIR = tmp_path
    with pytest.raises(content.ContentError, match=r"offices.json: dlh: .*missing"):
        content.load_offices()
