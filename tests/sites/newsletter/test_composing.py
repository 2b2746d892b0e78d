"""A letter as it arrives: text and light HTML, ways out of it, and nothing that watches its reader."""

import re
from datetime import timedelta
from types import SimpleNamespace

import pytest

from sites.models import SiteSettings
from sites.newsletter import composing
from tests.factories import sites as factories
from tests.factories.newsletter import NOW, announce

MOST_BYTES = 30_000


@pytest.fixture
def letter(look, kemiren, reader):
    announce(kemiren, "Posyandu & vaksin")
    return look()[reader.email]


def html_of(letter):
    (html, kind) = letter.alternatives[0]
    assert kind == "text/html"
    return html


def test_the_text_comes_first_and_the_html_says_the_same(letter):
    parts = [part.get_content_type() for part in letter.message().walk()]
    assert parts == ["multipart/alternative", "text/plain", "text/html"]
    assert "Posyandu & vaksin" in letter.body
    assert "Posyandu &amp; vaksin" in html_of(letter)
    addresses = set(re.findall(r"https?://\S+", letter.body))
    assert addresses <= set(re.findall(r'href="([^"]+)"', html_of(letter))) and len(addresses) == 3


def test_the_html_is_light_even_when_there_is_very_much_to_tell(look, kemiren, reader):
    for number in range(30):
        announce(kemiren, f"{number} {'Judul panjang ' * 17}"[:250], summary="é & “beda” " * 23)
    letter = look()[reader.email]
    assert len(html_of(letter).encode()) < MOST_BYTES
    assert "10" in letter.body.split("--")[-2]


def test_the_html_needs_nothing_from_elsewhere_and_tells_nobody_that_it_was_read(letter):
    assert not re.search(r"<(img|link|script|style|iframe)\b|\sstyle=|url\(", html_of(letter))
    hosts = set(re.findall(r"https?://([^/:]+)", html_of(letter) + letter.body))
    assert hosts == {"kemiren.localhost"}


def test_the_letter_wears_the_colour_of_its_village(look, kemiren, reader):
    SiteSettings.objects.filter(site=kemiren.site).update(accent="kopi")
    announce(kemiren)
    assert 'bgcolor="#115839"' in html_of(look()[reader.email])


def test_the_headers_let_mail_programs_take_a_reader_out_by_one_click(letter):
    headers = letter.extra_headers
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert re.fullmatch(r"<http://kemiren\.localhost\S+>", headers["List-Unsubscribe"])
    assert headers["List-Id"] == "<newsletter.kemiren.localhost>"
    assert headers["Auto-Submitted"] == "auto-generated"
    assert headers["Precedence"] == "bulk"


def test_the_letter_is_from_the_village_and_answers_go_to_its_office(look, kemiren, reader):
    SiteSettings.objects.filter(site=kemiren.site).update(email="kantor@contoh.example")
    announce(kemiren)
    letter = look()[reader.email].message()
    assert letter["From"] == "Desa Kemiren <smartkampung@localhost>"
    assert letter["Reply-To"] == "kantor@contoh.example"


def test_no_address_of_a_reader_stands_in_a_link(letter, reader):
    assert reader.email.split("@")[0] not in html_of(letter) + letter.body


def test_the_number_of_a_letter_is_always_the_same_and_its_sender_too(look, kemiren, reader, settings):
    settings.BOUNCE_ADDRESS = "kembali@smartkampung.example"
    announce(kemiren)
    letter = look()[reader.email]
    mark = re.fullmatch(r"kembali\+(\d+-[0-9a-f]{16})@smartkampung\.example", letter.from_email)[1]
    assert letter.message()["Message-ID"] == f"<{mark}@kemiren.localhost>"


def test_a_letter_with_several_pages_names_the_newest_in_its_subject(look, kemiren, reader):
    announce(kemiren, "Lama", before=timedelta(minutes=9))
    announce(kemiren, "Baru\u2028sekali")
    assert look()[reader.email].subject.startswith("Desa Kemiren: Baru sekali, ")


EMERGENCY = {"severity": "emergency", "expires_at": NOW + timedelta(days=1)}


def test_a_page_of_an_office_says_whose_it_is_and_the_villages_own_does_not(look, kemiren, reader):
    shared = factories.make_shared(factories.make_office("dinkes"))
    type(shared).objects.filter(pk=shared.pk).update(first_published_at=NOW - timedelta(minutes=9))
    announce(kemiren, "Milik desa")
    letter = look()[reader.email]
    for text in (letter.body, html_of(letter)):
        own, office = text.split("Ayo menari")[0], text.split("Ayo menari")[1]
        assert "Dinkes, " in office and "Dinkes" not in own


@pytest.mark.parametrize(("severity", "named"), [("info", 0), ("important", 1), ("emergency", 1)])
def test_what_is_urgent_says_so(look, kemiren, reader, severity, named):
    page = announce(kemiren, severity=severity, expires_at=EMERGENCY["expires_at"])
    letter = look()[reader.email]
    level = page.get_severity_display()
    assert letter.body.count(f"{level}, ") == html_of(letter).count(f"<b>{level}</b>, ") == named


def test_an_emergency_stands_in_the_subject_with_its_level_even_if_something_is_newer(look, kemiren, reader):
    page = announce(kemiren, "Banjir", before=timedelta(minutes=9), **EMERGENCY)
    announce(kemiren, "Kerja bakti")
    assert look()[reader.email].subject.startswith(f"Desa Kemiren: {page.get_severity_display()}: Banjir, ")


def test_pages_that_know_no_publisher_and_no_level_are_told_like_any_other(kemiren):
    recipe = SimpleNamespace(
        title="Resep",
        description="",
        publication_kind="recipe",
        first_published_at=NOW,
        is_guest=False,
        get_full_url=lambda site: f"http://{site.hostname}/resep/",
        share_label=lambda: None,
    )
    entry = composing._entry(recipe, kemiren.site, {"recipe": "Resep"})
    assert (entry["mark"], entry["level"], entry["kind"]) == ("", "", "Resep")


def test_the_letter_to_confirm_says_how_long_its_link_works_as_the_address_is_kept(kemiren, look, visitor):
    visitor.post("/langganan/", {"email": "sri@contoh.example", "frequency": "weekly"})
    letter = look()["sri@contoh.example"]
    assert letter.body.count("7") >= 2 and "tujuh" not in letter.body + html_of(letter)
