"""The government of a village: one list of people, shown in both languages."""

import json
import re
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from sites.models import GovernmentPage, Official, VillageImage
from sites.org_chart import ChartPlace
from tests.factories import sites as factories
from tests.factories.days import in_days
from tests.factories.sites import make_official

HOST = "kemiren.localhost"
PATH, ENGLISH = "/pemerintah-desa/", "/en/government/"
LAST_WEEK, NEXT_WEEK = in_days(-7), in_days(7)


def edit_url(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def form(page, officials=None, **values):
    data = {
        "title": page.title,
        "slug": page.slug,
        "summary": "",
        "listing_image": "",
        "search_description": "",
        "body": streamfield([]),
        "action-publish": "1",
    }
    if officials is not None:
        data["officials"] = inline_formset(officials)
    return nested_form_data({**data, **values})


def row(name="Bu Contoh", **values):
    row = {"name": name, "place": "1", "position": "Kepala desa", "position_en": "", "photo": ""}
    return {**row, "term_from": "", "term_until": "", **values}


def results(html):
    return html[html.index("<main") : html.index("</main>")]


def chart_of(html):
    return re.search(r'<ul class="org">.*?</ul>\s*(?=</section>)', html, re.S)[0]


def levels(html):
    main = html[html.index("<main") : html.index("</main>")]
    return [int(level) for level in re.findall(r"<h([1-6])[ >]", main)]


def test_officials_are_typed_once_and_shown_in_both_languages(kemiren, get):
    factories.make_government(
        kemiren,
        make_official("Bu Contoh", position_en="Village head"),
        make_official("Pak Contoh", ChartPlace.SECTION, position="Kaur keuangan"),
    )
    indonesian, english = get(HOST, PATH).text, get(HOST, ENGLISH).text
    for page in (indonesian, english):
        assert "Bu Contoh" in page and "Pak Contoh" in page
    assert "Kepala desa" in chart_of(indonesian)
    assert "Village head" in chart_of(english)
    assert '<p lang="id">Kaur keuangan</p>' in chart_of(english)
    assert 'lang="id"' not in chart_of(indonesian)


def test_nothing_is_shown_before_the_indonesian_page_is_published(kemiren, get):
    for path in (PATH, ENGLISH):
        assert get(HOST, path).status_code == 404
    home = get(HOST, "/").text
    assert "pemerintah-desa" not in home


def test_the_first_publication_brings_the_english_page_with_it_once(kemiren, get):
    page = factories.make_government(kemiren)
    assert get(HOST, ENGLISH).status_code == 200
    english = factories.provisioned(GovernmentPage, kemiren, "en")
    english.unpublish()
    factories.publish(page)
    assert get(HOST, ENGLISH).status_code == 404


def test_an_unpublished_indonesian_page_leaves_no_names_on_the_english_one(kemiren, get):
    factories.make_government(kemiren).unpublish()
    page = get(HOST, ENGLISH).text
    assert "Bu Contoh" not in page
    assert 'class="empty"' in page


def test_whoever_left_is_gone_and_only_heads_are_remembered(kemiren, get):
    factories.make_government(
        kemiren,
        make_official("Bu Sekarang", term_from=date(2021, 1, 1)),
        make_official("Pak Dulu", term_from=date(2009, 1, 1), term_until=date(2015, 1, 1)),
        make_official("Bu Kemudian", term_from=date(2015, 1, 2), term_until=LAST_WEEK),
        make_official("Kaur Dulu", ChartPlace.SECTION, term_until=LAST_WEEK),
        make_official("Kaur Nanti", ChartPlace.SECTION, term_from=NEXT_WEEK),
    )
    page = get(HOST, PATH).text
    assert "Bu Sekarang" in chart_of(page)
    for name in ("Pak Dulu", "Bu Kemudian", "Kaur Dulu", "Kaur Nanti"):
        assert name not in chart_of(page)
    assert page.index("Bu Kemudian") < page.index("Pak Dulu")
    assert "Kaur Dulu" not in page and "Kaur Nanti" not in page


@pytest.mark.parametrize(
    "places", [[place] for place in ChartPlace] + [[1, 4], [2, 5], [1, 1, 2, 3, 3, 4, 5]]
)
def test_the_chart_stands_whatever_is_missing(kemiren, get, places):
    people = [make_official(f"Orang {n}", ChartPlace(place)) for n, place in enumerate(places)]
    factories.make_government(kemiren, *people)
    page = get(HOST, PATH).text
    chart = chart_of(page)
    assert [chart.count(f"Orang {n}<") for n in range(len(places))] == [1] * len(places)
    assert chart.count("<ul") == chart.count("</ul>") and chart.count("<li") == chart.count("</li>")
    found = levels(page)
    assert found[0] == 1 and all(after - before <= 1 for before, after in zip(found, found[1:], strict=False))


def test_without_anybody_the_page_says_so_and_leads_to_the_office(kemiren, get):
    factories.publish(factories.provisioned(GovernmentPage, kemiren))
    for path in (PATH, ENGLISH):
        page = get(HOST, path).text
        assert 'class="empty"' in page
        assert 'href="#office"' in page and 'id="office"' in page


def test_a_kelurahan_has_a_page_in_its_own_words(portal, get):
    village = factories.make_village("temenggungan.localhost", kind="kelurahan")
    page = factories.make_government(village, make_official("Bu Lurah"))
    assert (page.title, page.slug) == ("Pemerintah kelurahan", "pemerintah-kelurahan")
    assert "Bu Lurah" in get("temenggungan.localhost", "/pemerintah-kelurahan/").text


def test_machines_are_told_who_holds_an_office_but_not_the_staff(kemiren, get):
    factories.make_government(
        kemiren, make_official("Bu Contoh"), make_official("Staf Contoh", ChartPlace.STAFF)
    )
    data = json.loads(re.search(r"ld\+json\">(.*?)</script>", get(HOST, PATH).text, re.S)[1])
    page = next(node for node in data["@graph"] if node["@type"] == "AboutPage")
    assert page["about"]["@type"] == "GovernmentOrganization"
    assert [person["name"] for person in page["about"]["employee"]] == ["Bu Contoh"]


def test_a_page_is_found_by_a_name_in_both_languages(kemiren, get):
    for name in ("sulastri", "mariyati"):
        factories.make_government(kemiren, make_official(f"{name.title()} Contoh"))
        for language, path in (("id", f"/cari/?q={name}"), ("en", f"/en/search/?q={name}")):
            address = factories.provisioned(GovernmentPage, kemiren, language).slug
            assert f'/{address}/"' in results(get(HOST, path).text)
    assert "<mark>" not in results(get(HOST, "/en/search/?q=sulastri").text)


@pytest.mark.parametrize("path", [PATH, ENGLISH])
def test_many_officials_with_photos_cost_no_more_queries_than_one(kemiren, path):
    photo = factories.make_media(VillageImage, kemiren, "Foto")

    def queries(number):
        people = [make_official(f"Orang {n}", ChartPlace.SECTION, photo=photo) for n in range(number)]
        factories.make_government(kemiren, *people)
        client = Client(HTTP_HOST=HOST)
        client.get(path)
        with CaptureQueriesContext(connection) as captured:
            page = client.get(path)
        assert page.text.count("<picture>") == number
        return len(captured)

    assert queries(1) == queries(12) <= 15


def test_a_home_can_show_the_first_officials_for_the_same_price(kemiren, other, django_assert_num_queries):
    photo = factories.make_media(VillageImage, kemiren, "Foto")
    factories.make_government(other, make_official("Orang lain"))
    people = [make_official(f"Kaur {n}", ChartPlace.SECTION, photo=photo) for n in range(6)]
    factories.make_government(
        kemiren, *people, make_official("Bekas", term_until=LAST_WEEK), make_official("Bu Kades")
    )
    with django_assert_num_queries(2):
        shown = list(Official.objects.leading(kemiren.site)[:4])
        assert [list(person.photo.renditions.all()) and person.name for person in shown if person.photo]
    assert [person.name for person in shown] == ["Bu Kades", "Kaur 0", "Kaur 1", "Kaur 2"]


def test_a_home_shows_nobody_before_the_page_is_published(kemiren):
    assert not Official.objects.leading(kemiren.site)
    factories.make_government(kemiren).unpublish()
    assert not Official.objects.leading(kemiren.site)


def test_an_admin_types_an_official_with_an_own_photo(admin, kemiren, get):
    page = factories.provisioned(GovernmentPage, kemiren)
    photo = factories.make_media(VillageImage, kemiren, "Foto Bu Contoh")
    answer = admin.post(edit_url(page), form(page, [row(photo=photo.pk, term_from="2021-01-01")]))
    assert answer.status_code == 302, answer.context["form"].formsets["officials"].errors
    assert Official.objects.get().photo == photo
    chart = chart_of(get(HOST, PATH).text)
    assert "Bu Contoh" in chart and "<picture>" in chart and "sejak" in chart or "since" in chart


def test_a_photo_of_another_village_is_refused_and_the_form_comes_back(admin, kemiren, other, get):
    page = factories.provisioned(GovernmentPage, kemiren)
    foreign = factories.make_media(VillageImage, other, "Foto rahasia")
    for data in (form(page, [row(photo=foreign.pk)]), form(page, [row()], listing_image=foreign.pk)):
        answer = admin.post(edit_url(page), data)
        assert answer.status_code == 200
        assert "Bu Contoh" in answer.text
        errors = answer.context["form"].errors, answer.context["form"].formsets["officials"].errors
        assert ("listing_image" in errors[0]) or ("photo" in errors[1][0])
    assert not Official.objects.exists()


def test_a_picture_that_was_there_before_may_stay(admin, kemiren, other):
    portal_picture = factories.make_media(VillageImage, other, "Dari portal")
    page = factories.make_government(kemiren, make_official(photo=portal_picture))
    official = Official.objects.get()
    data = form(page, [row("Bu Baru", id=official.pk, photo=portal_picture.pk)])
    data["officials-INITIAL_FORMS"] = "1"
    assert admin.post(edit_url(page), data).status_code == 302
    assert Official.objects.get().name == "Bu Baru"


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"name": ""}, "name"),
        ({"place": "9"}, "place"),
        ({"photo": "999999"}, "photo"),
        ({"term_from": "2024-01-01", "term_until": "2021-01-01"}, "term_until"),
        ({"term_from": "kemarin"}, "term_from"),
    ],
)
def test_a_wrong_row_comes_back_filled_in_with_its_error(admin, kemiren, values, field):
    page = factories.provisioned(GovernmentPage, kemiren)
    answer = admin.post(edit_url(page), form(page, [row(position="Sekretaris contoh") | values]))
    assert answer.status_code == 200
    assert field in answer.context["form"].formsets["officials"].errors[0]
    assert "Sekretaris contoh" in answer.text


def test_the_english_form_leads_to_the_indonesian_one_instead_of_asking_again(admin, kemiren, get):
    original = factories.make_government(kemiren)
    english = factories.provisioned(GovernmentPage, kemiren, "en")
    page = admin.get(edit_url(english)).text
    assert f'href="{edit_url(original)}"' in page
    assert "officials-TOTAL_FORMS" not in page
    assert admin.post(edit_url(english), form(english, summary="Who works for you.")).status_code == 302
    shown = get(HOST, ENGLISH).text
    assert "Who works for you." in shown and "Bu Contoh" in shown


def test_another_village_neither_reads_nor_writes_it(log_in, kemiren, other):
    page = factories.make_government(kemiren)
    stranger = log_in(factories.make_person(other), HOST)
    for answer in (
        stranger.get(edit_url(page)),
        stranger.post(edit_url(page), form(page, [row("Penyusup")])),
    ):
        assert answer.status_code in (302, 403, 404)
        assert "Bu Contoh" not in answer.text
    assert [person.name for person in Official.objects.all()] == ["Bu Contoh"]


def test_the_preview_shows_names_that_are_not_saved_yet(admin, kemiren):
    page = factories.provisioned(GovernmentPage, kemiren)
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    assert admin.post(url, form(page, [row("Nama baru")])).json()["is_valid"]
    assert "Nama baru" in admin.get(url, {"mode": ""}).text


def test_each_language_writes_the_position_its_way():
    person = make_official(position="Lurah", position_en="Head")
    with translation.override("en"):
        assert (person.display_position, person.position_language) == ("Head", "")
        person.position_en = ""
        assert (person.display_position, person.position_language) == ("Lurah", "id")
