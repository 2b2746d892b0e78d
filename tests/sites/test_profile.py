"""The profile of a village: figures with year and source, pictures, boundaries, and where it lies."""

import re
from decimal import Decimal

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from sites.models import Figure, GalleryPicture, ProfilePage, Village, VillageImage
from tests.factories import sites as factories

HOST = "kemiren.localhost"
PATH, ENGLISH = "/profil-desa/", "/en/about-the-village/"
KEMIREN = {"latitude": -8.2047, "longitude": 114.3205}


@pytest.fixture
def located(kemiren):
    Village.objects.filter(pk=kemiren.pk).update(**KEMIREN, altitude_m=140)
    return kemiren


def residents(**values):
    values = {"label": "Penduduk", "label_en": "Residents", "unit": "jiwa", "unit_en": "people", **values}
    return Figure(**{"value": "2.569", "year": 2024, "source": "BPS", **values})


def form(page, **values):
    data = dict.fromkeys(("summary", "listing_image", "search_description", "directions", "altitude_m"), "")
    data |= dict.fromkeys(("north", "east", "south", "west", "area", "latitude", "longitude"), "")
    data |= {"title": page.title, "slug": page.slug, "area_unit": "ha", "body": streamfield([])}
    data |= {"figures": inline_formset([]), "gallery": inline_formset([]), "action-publish": "1"}
    return nested_form_data({**data, **values})


def edit_url(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def text_of(html):
    main = html[html.index("<main") : html.index("</main>")]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


def test_figures_are_typed_once_and_written_in_each_language(kemiren, get):
    factories.make_profile(
        kemiren, [residents(), residents(label="Kebun", label_en="", value="12,5", unit="ha")]
    )
    indonesian, english = text_of(get(HOST, PATH).text), text_of(get(HOST, ENGLISH).text)
    assert "Penduduk 2.569 jiwa 2024, BPS" in indonesian
    assert "Residents 2,569 people 2024, BPS" in english
    assert "12,5 ha" in indonesian and "12.5 people" in english
    assert '<dt lang="id">Kebun</dt>' in get(HOST, ENGLISH).text


def test_area_and_altitude_are_facts_on_both_pages(located, get):
    factories.make_profile(located, area=Decimal("1177.50"), altitude_m=144)
    indonesian, english = text_of(get(HOST, PATH).text), text_of(get(HOST, ENGLISH).text)
    assert "1.177,5 ha" in indonesian and "144 m" in indonesian
    assert "1,177.5 ha" in english and "144 m" in english


def test_the_register_says_the_altitude_where_the_village_does_not(located, get):
    page = factories.make_profile(located)
    assert "140 m" in text_of(get(HOST, PATH).text)
    page.altitude_m = 0
    factories.publish(page)
    assert re.search(r"\b0 m", text_of(get(HOST, PATH).text))


def test_boundaries_are_taken_from_the_original_until_they_are_translated(kemiren, get):
    factories.make_profile(kemiren, north="Desa Jambesari", east="Selat Bali")
    assert "Desa Jambesari" in get(HOST, ENGLISH).text
    english = factories.provisioned(ProfilePage, kemiren, "en")
    english.north = "Jambesari village"
    factories.publish(english)
    page = get(HOST, ENGLISH).text
    assert "Jambesari village" in page and "Selat Bali" not in page
    assert 'data-side="south"' not in page


def test_the_gallery_shows_pictures_with_credit_and_leads_to_larger_ones(kemiren, get):
    photo = factories.make_media(VillageImage, kemiren, "Balai")
    VillageImage.objects.filter(pk=photo.pk).update(description="Balai desa", credit="Ana")
    picture = GalleryPicture(image=photo, caption="Balai desa saat hujan", caption_en="The hall in the rain")
    factories.make_profile(kemiren, gallery=[picture])
    page, english = get(HOST, PATH).text, get(HOST, ENGLISH).text
    assert re.search(r'<figure[^>]*>\s*<a href="[^"]*/media/[^"]+">\s*<picture>', page)
    assert "Balai desa saat hujan" in page and "The hall in the rain" in english
    assert "Ana" in page and "KB" in page or "byte" in page
    assert 'alt="Balai desa"' in page


def test_the_place_is_drawn_and_told_from_the_register(located, get):
    factories.make_profile(located)
    page, english = get(HOST, PATH).text, get(HOST, ENGLISH).text
    assert 'href="geo:-8.20470,114.32050"' in page
    assert "openstreetmap.org/?mlat=-8.20470&amp;mlon=114.32050" in page
    drawing = re.search(r'<svg viewBox="0 0 309 354" aria-hidden="true".*?</svg>', page, re.S)[0]
    assert "translate(203 144)" in drawing
    assert "8,2047°" in text_of(page) and "8.2047° S, 114.3205° E" in text_of(english)


def test_the_villages_own_pin_wins(located, get):
    factories.make_profile(located, latitude=-8.21, longitude=114.33)
    for path in (PATH, ENGLISH):
        page = get(HOST, path).text
        assert 'href="geo:-8.21000,114.33000"' in page
        assert "8.2047" not in text_of(page)


def test_a_village_without_place_has_address_and_links_and_no_drawing(kemiren, get):
    factories.make_profile(kemiren, directions="Naik angkutan sampai pasar.")
    page = get(HOST, PATH).text
    assert "Naik angkutan sampai pasar." in page
    assert "openstreetmap.org/search?query=Kemiren" in page
    assert "geo:" not in page and "locator__pin" not in page


@pytest.mark.parametrize("place", [(0.0, 0.0), (8.2, 114.3), (-8.2, 11.4)])
def test_a_mistyped_pin_gives_links_and_no_drawing(kemiren, get, place):
    factories.make_profile(kemiren, latitude=place[0], longitude=place[1])
    page = get(HOST, PATH)
    assert page.status_code == 200
    assert "geo:" in page.text and "locator__pin" not in page.text


def test_the_profile_stands_without_anything_typed(kemiren, get):
    factories.make_profile(kemiren)
    for path in (PATH, ENGLISH):
        page = get(HOST, path)
        assert page.status_code == 200
        assert kemiren.code in page.text and kemiren.district in page.text
        assert 'id="figures"' not in page.text and 'id="gallery"' not in page.text


def test_headings_go_down_one_level_at_a_time(located, get):
    photo = factories.make_media(VillageImage, located, "Balai")
    factories.make_profile(
        located, [residents()], [GalleryPicture(image=photo)], north="Hutan", directions="Jalan."
    )
    html = get(HOST, PATH).text
    main = html[html.index("<main") : html.index("</main>")]
    levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", main)]
    assert levels == [1, 2, 2, 2, 2, 2]


@pytest.mark.parametrize("path", [PATH, ENGLISH])
def test_more_figures_and_pictures_cost_no_more_queries(located, path):
    photos = [factories.make_media(VillageImage, located, f"Foto {n}") for n in range(4)]

    def queries(number):
        pictures = [GalleryPicture(image=photo) for photo in photos[:number]]
        factories.make_profile(located, [residents() for _n in range(number)], pictures)
        client = Client(HTTP_HOST=HOST)
        client.get(path)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(path).text.count("<figure") == number
        return len(captured)

    assert queries(1) == queries(4) <= 15


def test_a_home_can_show_the_figures_in_one_query(kemiren, other, django_assert_num_queries):
    factories.make_profile(other, [residents(value="1")])
    factories.make_profile(kemiren, [residents(value=str(n)) for n in range(5, 11)])
    with django_assert_num_queries(1):
        assert [figure.value for figure in Figure.objects.of_site(kemiren.site)[:4]] == ["5", "6", "7", "8"]
    factories.provisioned(ProfilePage, kemiren).unpublish()
    assert not Figure.objects.of_site(kemiren.site)


def test_an_admin_fills_the_profile(admin, kemiren, get):
    page = factories.provisioned(ProfilePage, kemiren)
    row = {
        "label": "Penduduk",
        "label_en": "",
        "value": "2.569",
        "unit": "jiwa",
        "unit_en": "",
        "year": "2024",
    }
    figures = inline_formset([row | {"source": "BPS"}])
    values = {"area": "117.05", "latitude": "-8.2047", "longitude": "114.3205", "north": "Hutan"}
    answer = admin.post(edit_url(page), form(page, figures=figures, **values))
    assert answer.status_code == 302, answer.context["form"].errors
    assert "Penduduk 2.569 jiwa 2024, BPS" in text_of(get(HOST, PATH).text)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"latitude": "-8.2"}, "longitude"),
        ({"longitude": "114.3"}, "latitude"),
        ({"latitude": "114.3", "longitude": "-8.2"}, "latitude"),
        ({"latitude": "dekat masjid", "longitude": "114.3"}, "latitude"),
        ({"area": "-3"}, "area"),
        ({"altitude_m": "9000"}, "altitude_m"),
        ({"area_unit": "bau"}, "area_unit"),
    ],
)
def test_wrong_facts_come_back_filled_in_with_their_error(admin, kemiren, values, field):
    page = factories.provisioned(ProfilePage, kemiren)
    answer = admin.post(edit_url(page), form(page, directions="Lewat pasar.", **values))
    assert answer.status_code == 200
    assert field in answer.context["form"].errors
    assert "Lewat pasar." in answer.text


def test_a_picture_of_another_village_is_refused_in_the_gallery(admin, kemiren, other):
    foreign = factories.make_media(VillageImage, other, "Foto rahasia")
    page = factories.provisioned(ProfilePage, kemiren)
    gallery = inline_formset([{"image": foreign.pk, "caption": "Curian", "caption_en": ""}])
    answer = admin.post(edit_url(page), form(page, gallery=gallery))
    assert answer.status_code == 200
    assert "image" in answer.context["form"].formsets["gallery"].errors[0]
    assert not GalleryPicture.objects.exists()


def test_another_village_can_not_change_it(log_in, kemiren, other):
    page = factories.make_profile(kemiren, [residents()])
    stranger = log_in(factories.make_person(other), HOST)
    assert stranger.post(edit_url(page), form(page)).status_code in (302, 403, 404)
    assert Figure.objects.count() == 1


def test_the_english_form_asks_for_texts_only(admin, kemiren, get):
    factories.make_profile(kemiren, [residents()])
    english = factories.provisioned(ProfilePage, kemiren, "en")
    page = admin.get(edit_url(english)).text
    assert 'name="directions"' in page and 'name="north"' in page
    assert 'name="area"' not in page and "figures-TOTAL_FORMS" not in page
    assert admin.post(edit_url(english), form(english, directions="By ojek.")).status_code == 302
    shown = text_of(get(HOST, ENGLISH).text)
    assert "By ojek." in shown and "2,569" in shown


def test_the_map_shows_some_of_very_many_villages(located, get, monkeypatch):
    monkeypatch.setattr("sites.models.profile.MOST_DOTS", 3)
    for number in range(6):
        village = factories.register()
        Village.objects.filter(pk=village.pk).update(latitude=-8.1 - number / 50, longitude=114.2)
    cache.clear()
    assert len(ProfilePage.villages_on_the_map()) == 3
