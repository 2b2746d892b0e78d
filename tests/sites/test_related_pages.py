"""Pages that an editor puts beside another: found for the reader's site and language, and never of others."""

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from wagtail.models import PageViewRestriction, Site

from culture.models import ArtFormPage
from sites.models import RelatedPage, SiteSettings
from sites.provisioning import close_village
from sites.related import related_groups
from sites.tenancy.references import references_of
from tests.factories import culture as culture
from tests.factories import sites as factories

HOST = "kemiren.localhost"


@pytest.fixture
def gandrung(kemiren):
    return culture.make_art_form(kemiren, "Gandrung")


def put_beside(page, *targets):
    page.related_pages = factories.in_order(RelatedPage(target=target) for target in targets)
    return factories.publish(page)


def request_on(site, language="id"):
    path = "/" if language == "id" else "/en/"
    request = RequestFactory().get(path, HTTP_HOST=site.hostname)
    Site.find_for_request(request)
    return request


def beside(page, site) -> dict[str, list[tuple[str, str, str]]]:
    """Title, address and place of each, by the name of its group."""
    request = request_on(site, page.locale.language_code)
    with translation.override(page.locale.language_code):
        return {
            group.label: [(p.title, p.get_url(request), p.place_name) for p in group.pages]
            for group in related_groups(page, request)
        }


def titles(page, site) -> list[str]:
    return [title for group in beside(page, site).values() for title, *_rest in group]


def test_pages_stand_in_groups_by_type_in_the_order_of_the_choice(kemiren, gandrung):
    first, second = factories.make_page(kemiren, "Menuju Kemiren"), factories.make_page(kemiren, "Tiket")
    notice = factories.make_announcement(kemiren, "Kerja bakti")
    page = put_beside(gandrung, second, notice, first)
    groups = beside(page, kemiren.site)
    assert [[title for title, *_rest in group] for group in groups.values()] == [
        ["Tiket", "Menuju Kemiren"],
        ["Kerja bakti"],
    ]
    assert all(place == "" for group in groups.values() for *_rest, place in group)


def test_only_what_everybody_may_read_stands_there(kemiren, gandrung):
    live, draft, private = (factories.make_page(kemiren, name) for name in ("Ada", "Konsep", "Rahasia"))
    page = put_beside(gandrung, live, draft, private)
    draft.unpublish()
    PageViewRestriction.objects.create(page=private, restriction_type="password", password="rahasia")
    assert titles(page, kemiren.site) == ["Ada"]


def test_a_page_that_is_deleted_leaves_no_trace(kemiren, gandrung):
    target = factories.make_page(kemiren, "Sementara")
    page = put_beside(gandrung, target)
    target.delete()
    assert titles(page, kemiren.site) == []


def test_readers_of_english_get_the_translation_where_there_is_one(kemiren, gandrung):
    both, one = factories.make_page(kemiren, "Menuju Kemiren"), factories.make_page(kemiren, "Tiket")
    factories.make_page(kemiren, "The way", language="en", translation_key=both.translation_key)
    english = put_beside(culture.translate(gandrung, "Gandrung dance", kind="dance"), both, one)
    assert titles(english, kemiren.site) == ["The way", "Tiket"]


def test_a_draft_of_a_translation_gives_way_to_the_version_that_is_live(kemiren, gandrung):
    both = factories.make_page(kemiren, "Menuju Kemiren")
    factories.make_page(kemiren, "The way", language="en", translation_key=both.translation_key, live=False)
    english = put_beside(culture.translate(gandrung, "Gandrung dance", kind="dance"), both)
    assert titles(english, kemiren.site) == ["Menuju Kemiren"]


def test_a_translation_is_not_shown_where_its_village_has_no_english(kemiren, other):
    shared = culture.make_art_form(None, "Gandrung")
    target = factories.make_page(other, "Sanggar")
    factories.make_page(other, "Studio", language="en", translation_key=target.translation_key)
    english = put_beside(culture.translate(shared, "Gandrung dance", kind="dance"), target)
    assert titles(english, kemiren.site) == ["Studio"]
    SiteSettings.objects.filter(site=other.site).update(english_enabled=False)
    assert titles(english, kemiren.site) == ["Sanggar"]


def test_a_page_of_another_village_is_had_at_its_own_host_and_named(kemiren, other):
    page = put_beside(culture.make_art_form(None, "Gandrung"), factories.make_page(other, "Sanggar"))
    found = [("Sanggar", f"{other.site.root_url}/sanggar/", "Desa Lainnya")]
    assert list(beside(page, kemiren.site).values()) == [found]
    assert list(beside(page, other.site).values()) == [[("Sanggar", "/sanggar/", "")]]
    close_village(other)
    assert titles(page, kemiren.site) == []


def test_a_shared_page_stays_on_the_site_of_the_reader(kemiren, gandrung, portal):
    office = factories.make_office()
    page = put_beside(gandrung, culture.make_art_form(office, "Seblang"))
    assert list(beside(page, kemiren.site).values()) == [
        [("Seblang", "/budaya/disbudpar/seblang/", "Disbudpar")]
    ]


def test_what_is_not_for_this_village_is_had_on_the_portal(kemiren, gandrung, portal):
    page = put_beside(gandrung, culture.make_art_form(None, "Seblang", audience="portal"))
    found = ("Seblang", f"{portal.root_url}/budaya/seblang/", "Kabupaten Banyuwangi")
    assert list(beside(page, kemiren.site).values()) == [[found]]


def test_neither_the_page_itself_nor_its_translation_stands_beside_it(kemiren, gandrung):
    english = culture.translate(gandrung, "Gandrung dance", kind="dance")
    assert titles(put_beside(gandrung, gandrung, english), kemiren.site) == []


def test_more_pages_cost_no_more_queries(kemiren, other, gandrung):
    def cost(*targets):
        page = put_beside(gandrung, *targets)
        request = request_on(kemiren.site)
        beside(page, kemiren.site)
        with CaptureQueriesContext(connection) as captured:
            for group in related_groups(page, request):
                for found in group.pages:
                    assert found.get_url(request) and (found.place_name or found.locale)
        return len(captured)

    def one_of_each(number):
        shared = culture.make_art_form(None, f"Seblang {number}")
        return [
            factories.make_page(kemiren, f"Kami {number}"),
            factories.make_page(other, f"Lain {number}"),
            shared,
        ]

    few = one_of_each(1)
    many = [page for number in range(2, 6) for page in one_of_each(number)]
    assert cost(*few) == cost(*few, *many)


def test_readers_find_them_on_the_page(kemiren, gandrung, get):
    put_beside(gandrung, factories.make_page(kemiren, "Menuju Kemiren"))
    html = get(HOST, "/budaya/gandrung/").text
    assert 'href="/menuju-kemiren/"' in html


def test_a_page_without_any_prints_nothing_and_asks_once(kemiren, gandrung):
    page = ArtFormPage.objects.get(pk=gandrung.pk)
    request, language = request_on(kemiren.site), page.locale.language_code
    with CaptureQueriesContext(connection) as captured:
        assert language == "id" and related_groups(page, request) == []
    assert len(captured) == 1


def send(client, page, **rows):
    """Publish an art form from the editor with these pages beside it; what came back."""
    data = {
        "title": page.title,
        "slug": page.slug,
        "kind": page.kind,
        "body-count": "0",
        "action-publish": "1",
    }
    for name in ("gallery", "recordings", "related_pages"):
        data |= {f"{name}-TOTAL_FORMS": "0", f"{name}-INITIAL_FORMS": "0"}
    return client.post(f"/admin/pages/{page.pk}/edit/", data | rows)


def row(target) -> dict:
    return {
        "related_pages-TOTAL_FORMS": "1",
        "related_pages-0-target": target.pk,
        "related_pages-0-ORDER": "1",
    }


def test_a_village_may_choose_its_own_pages_and_those_of_offices(kemiren, gandrung, admin):
    office = factories.make_office()
    for target in (factories.make_page(kemiren, "Kami"), culture.make_art_form(office, "Seblang")):
        RelatedPage.objects.all().delete()
        assert send(admin, gandrung, **row(target)).status_code == 302
        assert RelatedPage.objects.get(page=gandrung).target_id == target.pk


def test_a_village_can_not_choose_pages_of_another(kemiren, other, gandrung, admin):
    target = factories.make_page(other, "Rahasia sebelah")
    answer = send(admin, gandrung, **row(target))
    assert answer.status_code == 200 and "Rahasia sebelah" not in answer.text
    assert not RelatedPage.objects.filter(page=gandrung).exists()


def test_what_stands_beside_a_page_is_a_reference_of_it(kemiren, gandrung):
    target = factories.make_page(kemiren, "Kami")
    page = put_beside(gandrung, target)
    assert any(ref.key == target.pk for ref in references_of(page))
