"""Icons, manifest, robots.txt: what machines ask of a site."""

import io
import json
import re

import pytest
from django.contrib.staticfiles import finders
from django.core.exceptions import ValidationError
from django.utils import translation
from PIL import Image, ImageChops, ImageDraw, ImageStat

from sites.discovery.manifest import LONGEST_SHORT_NAME, short_name
from sites.drawing.icons import icon_files
from sites.drawing.palette import PRESETS
from sites.models import SiteSettings
from tests.factories import sites as factories
from tests.sites.test_stylesheet import palette

pytestmark = pytest.mark.once

HOST = "kemiren.localhost"
SIDES = {"180.png": 180, "192.png": 192, "512.png": 512, "maskable.png": 512, "favicon.ico": 48}


def stored(accent: str, name: str) -> bytes:
    path = finders.find(f"img/icons/{accent}/{name}")
    assert path, f"{accent}/{name} is missing: python -m scripts.draw_icons"
    with open(path, "rb") as file:
        return file.read()


@pytest.mark.parametrize("accent", PRESETS)
def test_the_stored_icons_are_those_that_the_script_draws(accent):
    for name, content in icon_files(accent).items():
        if name.endswith(".svg"):
            assert stored(accent, name) == content
            continue
        # Other versions of the encoder give other bytes of the same picture.
        pictures = [Image.open(io.BytesIO(file)).convert("RGBA") for file in (stored(accent, name), content)]
        assert max(ImageStat.Stat(ImageChops.difference(*pictures)).mean) < 1, name


@pytest.mark.parametrize("accent", PRESETS)
def test_icons_have_their_sizes_and_are_light(accent):
    for name, side in SIDES.items():
        content = stored(accent, name)
        assert Image.open(io.BytesIO(content)).size == (side, side)
        assert len(content) < 12_000
    assert f'fill="{PRESETS[accent][1]}"' in stored(accent, "icon.svg").decode()


def test_a_maskable_icon_keeps_the_mark_in_the_circle_that_phones_leave():
    icon = Image.open(io.BytesIO(stored("kopi", "maskable.png"))).convert("RGB")
    ImageDraw.Draw(icon).ellipse((51, 51, 461, 461), fill=icon.getpixel((0, 0)))
    assert len(icon.getcolors()) == 1


@pytest.mark.parametrize("accent", PRESETS)
def test_the_head_names_icons_and_colours_of_the_accent(kemiren, get, accent):
    SiteSettings.objects.filter(site=kemiren.site).update(accent=accent)
    html = get(HOST).text
    assert f'<link rel="icon" href="/static/img/icons/{accent}/icon.svg" type="image/svg+xml">' in html
    assert f'<link rel="apple-touch-icon" href="/static/img/icons/{accent}/180.png">' in html
    colours = re.findall(r'name="theme-color" content="(#\w+)" media="\(prefers-color-scheme: (\w+)\)"', html)
    tokens = palette(accent, dark=False)
    assert colours == [(tokens["accent"], "light"), (tokens["cloth"], "dark")]


@pytest.mark.parametrize(("path", "language"), [("/", "id"), ("/en/", "en")])
def test_the_manifest_belongs_to_site_and_language_and_its_icons_can_be_reached(kemiren, get, path, language):
    SiteSettings.objects.filter(site=kemiren.site).update(accent="soga")
    address = re.search(r'<link rel="manifest" href="([^"]+)">', get(HOST, path).text)[1]
    answer = get(HOST, address)
    assert answer["Content-Type"] == "application/manifest+json"
    found = json.loads(answer.content)
    with translation.override(language):
        assert found[
            "name"
        ] == f"Desa Kemiren, {translation.gettext('%(district)s district, Banyuwangi')}" % {
            "district": "Glagah"
        }
    assert (found["short_name"], found["lang"], found["start_url"]) == ("Kemiren", language, path)
    assert found["display"] in {"minimal-ui", "standalone"}
    assert found["theme_color"] == found["background_color"] == PRESETS["soga"][1]
    assert get(HOST, found["start_url"]).status_code == 200
    assert {icon["purpose"] for icon in found["icons"]} == {"any", "maskable"}
    for icon in found["icons"]:
        assert finders.find(icon["src"].removeprefix("/static/"))
        if icon["type"] == "image/png":
            side = Image.open(finders.find(icon["src"].removeprefix("/static/"))).width
            assert icon["sizes"] == f"{side}x{side}"


def test_a_village_without_english_has_no_english_manifest(kemiren, get):
    SiteSettings.objects.filter(site=kemiren.site).update(english_enabled=False)
    assert get(HOST, "/en/manifest.webmanifest").status_code == 404


def test_the_portal_has_a_manifest_of_its_own(portal, get):
    found = get("localhost", "/manifest.webmanifest").json()
    assert found["name"] == "Smart Kampung, Kabupaten Banyuwangi"
    assert found["short_name"] == "Banyuwangi"


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Kemiren", "Kemiren"),
        ("Temenggungan", "Temenggungan"),
        ("Genteng Kulon", "Genteng K."),
        ("Parijatah Wetan", "Parijatah W."),
        ("Kampungmandar", "Kampungmand…"),
    ],
)
def test_a_name_is_shortened_for_the_space_below_an_icon(name, short):
    assert short_name(name) == short and len(short) <= LONGEST_SHORT_NAME


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/favicon.ico", "favicon.ico"),
        ("/apple-touch-icon.png", "180.png"),
        ("/apple-touch-icon-precomposed.png", "180.png"),
    ],
)
def test_who_guesses_the_address_of_an_icon_is_led_to_it(kemiren, get, path, name):
    answer = get(HOST, path)
    assert (answer.status_code, answer["Location"]) == (302, f"/static/img/icons/ijen/{name}")


def test_robots_stay_out_of_admin_and_search_and_find_the_sitemap(kemiren, get):
    lines = get(HOST, "/robots.txt").text.splitlines()
    assert lines[0] == "User-agent: *"
    assert {"Disallow: /admin/", "Disallow: /cari/", "Disallow: /en/search/"} <= set(lines)
    assert f"Sitemap: http://{HOST}/sitemap.xml" in lines
    assert not [line for line in lines if line in {"Disallow: /", "Disallow: /share/", "Disallow: /static/"}]
    SiteSettings.objects.filter(site=kemiren.site).update(english_enabled=False)
    assert "Disallow: /en/search/" not in get(HOST, "/robots.txt").text


def test_a_page_can_not_take_the_address_of_the_share_images(kemiren):
    with pytest.raises(ValidationError):
        factories.make_page(kemiren, "Share").full_clean()
