"""What the staff of a village see of their readers, and what nobody else does."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import ModelLogEntry

from sites.models import Subscription
from tests.factories import sites as factories
from tests.factories.newsletter import make_delivery, subscribe

HOST = "kemiren.localhost"
LIST, LETTERS = "newsletter_subscribers:index", "newsletter_letters:index"


def erase(subscription):
    return reverse("newsletter_subscribers:delete", args=[subscription.pk])


@pytest.fixture
def writer(kemiren, log_in):
    return log_in(factories.make_person(kemiren, "contributor"), HOST)


def test_a_villages_admin_sees_its_own_readers_and_no_others(admin, other, portal, reader):
    strangers = [subscribe(other.site), subscribe(portal)]
    subscribe(reader.site, kinds=["announcement-health"], confirmed_at=None)
    page = admin.get(reverse(LIST)).text
    assert reader.email in page and "Kesehatan" in page
    for stranger in strangers:
        assert stranger.email not in page
        assert admin.get(erase(stranger)).status_code == 404
        assert admin.post(erase(stranger)).status_code == 404


@pytest.fixture
def sri(kemiren):
    return subscribe(kemiren.site, "sri@contoh.example")


def test_a_reader_is_found_by_the_whole_address_in_any_spelling(admin, sri, reader):
    page = admin.post(reverse(LIST), {"address": " Sri@Contoh.example"}).text
    assert sri.email in page and erase(sri) in page and reader.email not in page


def test_who_has_not_subscribed_is_not_found_and_the_list_says_so(admin, reader):
    page = admin.post(reverse(LIST), {"address": "siapa@contoh.example"}).text
    assert 'role="status"' in page and erase(reader) not in page


def test_half_an_address_finds_nobody_and_says_why(admin, sri):
    page = admin.post(reverse(LIST), {"address": "sri@"}).text
    assert "error-message" in page


def test_nobody_finds_the_readers_of_another_village(admin, staff, writer, other, sri):
    stranger = subscribe(other.site, "wayan@contoh.example")
    assert erase(stranger) not in admin.post(reverse(LIST), {"address": stranger.email}).text
    assert erase(sri) not in staff.post(reverse(LIST), {"address": sri.email}).text
    assert writer.post(reverse(LIST), {"address": sri.email}).status_code == 302


def test_no_address_gets_into_the_address_of_a_page(admin, sri, reader):
    page = admin.get(reverse(LIST), {"q": "sri@"})
    assert 'name="q"' not in page.text.split("<main")[1]
    # Nothing is searched for, whatever an address of old asks.
    assert sri.email in page.text and reader.email in page.text


def test_the_menu_leads_there(admin, writer, staff, reader):
    assert reverse(LIST) in admin.get("/admin/").text
    assert reverse(LIST) in staff.get("/admin/").text
    assert reverse(LIST) not in writer.get("/admin/").text


def test_contributors_see_no_addresses(writer, reader):
    for path in (reverse(LIST), reverse(LETTERS), erase(reader)):
        answer = writer.get(path)
        assert answer.status_code in (302, 404) and reader.email not in answer.text


def test_portal_staff_see_the_readers_of_the_portal_and_not_those_of_villages(staff, portal, reader):
    own = subscribe(portal)
    page = staff.get(reverse(LIST)).text
    assert own.email in page and reader.email not in page
    assert staff.post(erase(reader)).status_code == 404
    staff.post(erase(own))
    assert list(Subscription.objects.all()) == [reader]


def test_a_reader_is_erased_on_request_after_a_question_and_no_log_keeps_the_address(admin, reader):
    make_delivery(reader, state="sent")
    assert reader.email in admin.get(erase(reader)).text
    assert Subscription.objects.exists()
    answer = admin.post(erase(reader), follow=True)
    assert answer.status_code == 200 and reader.email not in answer.text
    assert not Subscription.objects.exists()
    entries = ModelLogEntry.objects.all()
    assert entries and not any(reader.email in f"{entry.label} {entry.data}" for entry in entries)


def test_nobody_is_added_or_changed_by_hand(admin, reader):
    for path in ("pelanggan/new/", f"pelanggan/edit/{reader.pk}/", f"surat-terkirim/delete/{reader.pk}/"):
        assert admin.get(f"/admin/{path}").status_code == 404


def test_the_letters_are_listed_with_how_many_went_out(admin, kemiren, other, reader, look):
    letter = make_delivery(reader).letter
    for state in ("queued", "sending"):
        make_delivery(subscribe(kemiren.site), state=state)
    letter.sent, letter.failed, letter.in_doubt = 41, 42, 43
    letter.save()
    make_delivery(subscribe(other.site))
    page = admin.get(reverse(LETTERS))
    rows = list(page.context["object_list"])
    assert [(row.queued, row.sent, row.failed, row.in_doubt) for row in rows] == [(3, 41, 42, 43)]
    assert all(f"{number}" in page.text for number in (41, 42, 43))
    assert reverse(LETTERS) in admin.get(reverse(LIST)).text


def test_on_a_phone_each_cell_says_what_it_is(admin, reader):
    make_delivery(reader)
    for name, own_columns in ((LIST, 5), (LETTERS, 7)):
        page = admin.get(reverse(name)).text
        assert "village-report" in page
        assert page.count('class="cell__label"') == own_columns
    for path in (reverse(LETTERS), erase(reader)):
        assert f'href="{reverse(LIST)}"' in admin.get(path).text.split("<main")[-1]


def test_lists_cost_the_same_with_more_rows(admin, kemiren, reader):
    def queries(name):
        with CaptureQueriesContext(connection) as asked:
            admin.get(reverse(name))
        return len(asked)

    make_delivery(reader)
    before = [queries(name) for name in (LIST, LETTERS)]
    for _number in range(20):
        make_delivery(subscribe(kemiren.site))
    assert [queries(name) for name in (LIST, LETTERS)] == before


def test_who_works_for_several_villages_sees_whose_each_reader_is(kemiren, other, reader, log_in):
    person = factories.make_person(kemiren)
    person.groups.add(other.admin_group)
    stranger = subscribe(other.site)
    page = log_in(person, HOST).get(reverse(LIST)).text
    assert stranger.email in page and other.site.site_name in page
