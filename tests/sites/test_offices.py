"""The offices of the regency as readers of the portal find them."""

import json
import re

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone

from sites.models import AnnouncementIndexPage, AnnouncementPage, Office
from sites.provisioning.portal import STAFF_GROUP
from tests.factories import sites as factories
from tests.factories.remembered import remembered
from tests.sites.test_query_budget import BUDGET, queries

HOST = "localhost"
PATH = "/kantor/disbudpar/"


@pytest.fixture
@remembered
def disbudpar(portal):
    return factories.make_office(
        "disbudpar",
        name="Dinas Kebudayaan",
        name_en="Culture Office",
        role="Membina sanggar.",
        role_en="Supports arts studios.",
        named_in_programme=True,
    )


def write(office, title="Kalender acara", language="id", **values):
    """A live announcement in the list of an office."""
    page = office.pages.get(locale__language_code=language)
    parent = AnnouncementIndexPage.objects.child_of(page).get()
    values = {"live": True, "first_published_at": timezone.now(), **values}
    return parent.add_child(instance=AnnouncementPage(title=title, locale=parent.locale, **values))


def graph(html):
    text = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)[1]
    return {node["@type"]: node for node in json.loads(text)["@graph"]}


def test_the_list_leads_to_offices_with_a_page_and_names_the_others(disbudpar, get):
    Office.objects.create(slug="dlh", abbreviation="DLH", name="Dinas Lingkungan", role="Sampah.")

    html = get(HOST, "/kantor/").text

    assert f'<a href="{PATH}">Dinas Kebudayaan</a>' in html
    assert "Dinas Lingkungan" in html
    assert "Sampah." in html
    assert html.index("Dinas Kebudayaan</a>") < html.index("Dinas Lingkungan")
    assert "Culture Office" in get(HOST, "/en/offices/").text


def test_the_portal_home_links_to_the_page_of_an_office(disbudpar, get):
    assert f'<a href="{PATH}">Dinas Kebudayaan</a>' in get(HOST).text
    assert '<a href="/en/offices/disbudpar/">Culture Office</a>' in get(HOST, "/en/").text


def test_a_page_shows_tasks_contact_and_what_was_published(disbudpar, get):
    page = disbudpar.page
    page.phone, page.email, page.address = "+62333123456", "budaya@contoh.example", "Jalan Contoh 1"
    page.website = "https://budaya.example/"
    page.save()
    write(disbudpar)

    html, english = get(HOST, PATH).text, get(HOST, "/en/offices/disbudpar/").text

    for word in ("Disbudpar", "Membina sanggar.", "(0333) 123456", "Jalan Contoh 1", "Kalender acara"):
        assert word in html
    assert f'href="{PATH}pengumuman/"' in html
    assert f'href="{PATH}feed/"' in html
    # Typed once, on the Indonesian page.
    assert "budaya@contoh.example" in english
    assert '<address lang="id">Jalan Contoh 1</address>' in english
    assert "Supports arts studios." in english
    assert "Kalender acara" not in english


def test_a_page_without_anything_says_so(disbudpar, get):
    html = get(HOST, PATH).text
    assert 'class="empty"' in html
    assert 'id="contact"' not in html


def test_a_draft_or_an_ended_notice_is_not_shown(disbudpar, get):
    write(disbudpar, "Konsep", live=False)
    write(disbudpar, "Sudah lewat", expires_at=timezone.now())

    html = get(HOST, PATH).text

    assert "Konsep" not in html
    assert "Sudah lewat" not in html


def test_the_feed_brings_all_that_an_office_has_published(disbudpar, get):
    write(disbudpar)
    write(factories.make_office("dispendik"), "Jam belajar")

    answer = get(HOST, f"{PATH}feed/")

    assert answer["Content-Type"].startswith("application/atom+xml")
    assert "Kalender acara" in answer.text
    assert "Jam belajar" not in answer.text


def test_what_an_office_published_carries_its_name(disbudpar, get):
    write(disbudpar)
    assert '<span class="tag tag--from">Disbudpar</span>' in get(HOST, f"{PATH}pengumuman/").text


def test_a_card_of_a_village_carries_no_office(kemiren, get):
    page = factories.make_announcement(kemiren)
    found = AnnouncementPage.objects.for_cards().get(pk=page.pk)
    assert found.office is None and found.mark == ""


def test_machines_read_who_published(disbudpar, get):
    write(disbudpar)

    office = graph(get(HOST, PATH).text)["WebPage"]["mainEntity"]
    article = graph(get(HOST, f"{PATH}pengumuman/kalender-acara/").text)["NewsArticle"]

    assert office["@type"] == "GovernmentOrganization"
    assert office["alternateName"] == "Disbudpar"
    assert office["parentOrganization"] == {"@id": "http://localhost/#owner"}
    assert article["author"] == article["publisher"]
    assert article["publisher"]["@id"] == office["@id"]
    assert article["publisher"]["name"] == "Dinas Kebudayaan"
    assert article["publisher"]["url"] == f"http://localhost{PATH}"


def test_no_breadcrumb_leads_to_an_office_that_was_taken_off(disbudpar, get):
    write(disbudpar)
    disbudpar.page.unpublish()

    answer = get(HOST, f"{PATH}pengumuman/kalender-acara/")
    steps = graph(answer.text)["BreadcrumbList"]["itemListElement"]

    assert f'href="{PATH}"' not in answer.text
    assert f'href="{PATH}pengumuman/"' in answer.text
    assert [step["name"] for step in steps] == ["Beranda", "Kantor dinas", "Pengumuman", "Kalender acara"]
    assert [step["position"] for step in steps] == [1, 2, 3, 4]


def test_the_portal_home_leads_to_all_offices_and_shows_those_with_a_page_first(portal, get):
    named = {"role": "Sampah.", "named_in_programme": True}
    Office.objects.create(slug="a", abbreviation="A", name="Dinas Lingkungan", **named)
    factories.make_office("z", name="Dinas Terbuka")

    html = get(HOST).text
    cards = html[html.index('id="offices"') :]

    assert 'href="/kantor/"' in cards
    assert cards.index("Dinas Terbuka") < cards.index("Dinas Lingkungan")
    assert cards.count('class="office"') == cards.count("office--listed") == 1


def test_an_announcement_of_the_portal_itself_is_the_regencys(portal, get):
    parent = AnnouncementIndexPage.objects.child_of(portal.root_page).get()
    values = {"live": True, "first_published_at": timezone.now()}
    parent.add_child(instance=AnnouncementPage(title="Libur", locale=parent.locale, **values))

    article = graph(get(HOST, "/pengumuman/libur/").text)["NewsArticle"]

    assert article["publisher"] == {"@id": "http://localhost/#owner"}


def test_a_page_that_was_taken_off_leaves_the_office_in_the_list(disbudpar, get):
    write(disbudpar)
    disbudpar.page.unpublish()

    html = get(HOST, "/kantor/").text
    article = graph(get(HOST, f"{PATH}pengumuman/kalender-acara/").text)["NewsArticle"]

    assert "Dinas Kebudayaan" in html
    assert f'href="{PATH}"' not in html
    assert "url" not in article["publisher"]


def test_a_page_stays_where_it_is_and_only_portal_staff_take_it_off(disbudpar):
    officer, staff = factories.make_officer("disbudpar"), factories.make_person()
    staff.groups.add(Group.objects.get(name=STAFF_GROUP))
    for page in (disbudpar.page, disbudpar.page.get_parent().specific):
        for person in (officer, staff, factories.make_person(is_superuser=True)):
            allowed = page.permissions_for_user(person)
            assert not (allowed.can_move() or allowed.can_delete() or allowed.can_copy())
    assert disbudpar.page.permissions_for_user(officer).can_edit()
    assert not disbudpar.page.permissions_for_user(officer).can_unpublish()
    assert disbudpar.page.permissions_for_user(staff).can_unpublish()
    assert not disbudpar.page.get_parent().specific.permissions_for_user(staff).can_unpublish()


def test_its_pages_cost_the_same_with_more_offices_and_more_news(disbudpar):
    write(disbudpar)
    paths = ["/", "/kantor/", "/en/offices/", PATH, f"{PATH}pengumuman/", f"{PATH}pengumuman/kalender-acara/"]
    before = {path: len(queries(HOST, path)) for path in paths}
    for number in range(4):
        write(factories.make_office(f"dinas-{number}"), f"Kabar {number}")
        write(disbudpar, f"Acara {number}")

    after = {path: len(queries(HOST, path)) for path in paths}

    assert after == before
    assert all(number <= BUDGET for number in after.values()), after
