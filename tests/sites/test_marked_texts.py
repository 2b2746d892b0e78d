"""On English pages, a text that exists in Indonesian only says so to browsers and screen readers."""

from datetime import timedelta

import pytest
from django.template import Context, Template
from django.utils import timezone, translation

from sites.models import SiteSettings
from tests.factories import sites as factories

from .media.test_renditions import make_image

pytestmark = pytest.mark.once

HOST = "kemiren.localhost"


@pytest.fixture
def office(kemiren):
    """Settings of a village whose text page and its English version show the office panel."""
    settings = SiteSettings.objects.get(site=kemiren.site)
    settings.address, settings.directions = "Jalan Raya Kemiren", "Di seberang masjid"
    settings.save()
    factories.make_page(kemiren, "Kontak")
    factories.make_page(kemiren, "Contact", language="en")
    return settings


def test_the_address_is_marked_as_indonesian_on_english_pages_only(office, get):
    assert get(HOST, "/en/contact/").text.count('<address lang="id">Jalan Raya Kemiren') == 2
    assert get(HOST, "/kontak/").text.count("<address>Jalan Raya Kemiren") == 2


def test_visitors_read_the_way_in_english_where_the_village_wrote_it(office, get):
    assert '<p class="meta" lang="id">Di seberang masjid</p>' in get(HOST, "/en/contact/").text
    office.directions_en = "Opposite the mosque"
    office.save()
    page = get(HOST, "/en/contact/").text
    assert '<p class="meta">Opposite the mosque</p>' in page
    assert "Di seberang masjid" not in page
    assert '<p class="meta">Di seberang masjid</p>' in get(HOST, "/kontak/").text


def test_the_reason_why_the_office_is_closed_is_marked(office, get):
    tomorrow = timezone.localdate() + timedelta(days=1)
    days = {"first_day": tomorrow, "last_day": None, "opens": None, "closes": None, "reason": "Maulid Nabi"}
    office.opening_exceptions = [("days", days)]
    office.save()
    assert '(<span lang="id">Maulid Nabi</span>)' in get(HOST, "/en/contact/").text
    assert "(<span>Maulid Nabi</span>)" in get(HOST, "/kontak/").text


@pytest.mark.parametrize(
    ("language", "description_en", "read"),
    [
        ("id", "A dancer", 'alt="Penari"'),
        ("en", "A dancer", 'alt="A dancer"'),
        ("en", "", 'alt="Penari" lang="id"'),
    ],
)
def test_a_picture_is_described_in_the_language_of_the_page(db, language, description_en, read):
    image = make_image(description="Penari", description_en=description_en)
    template = Template("{% load media_tags %}{% responsive_picture image %}")
    with translation.override(language):
        html = template.render(Context({"image": image}))
    assert f"{read} decoding" in html


def test_decoration_has_neither_text_nor_language_in_english(db):
    image = make_image(description="", is_decorative=True)
    with translation.override("en"):
        html = Template("{% load media_tags %}{% responsive_picture image %}").render(
            Context({"image": image})
        )
    assert 'alt="" decoding' in html
