"""Somebody who works for several villages knows which one it is now, and changes it with one button."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from sites.models import VillageDocument, VillageImage
from sites.provisioning import close_village
from sites.tenancy.working import SESSION_KEY
from tests.factories import sites as factories

HOST = "kemiren.localhost"
SWITCH = reverse("village_switch:switch")
CARD = re.compile(r'id="your-village-(\d+)-section"')


@pytest.fixture
def second(portal):
    return factories.make_village("lain.localhost", name="Lainnya")


@pytest.fixture
def third(portal):
    return factories.make_village("asing.localhost", name="Asing")


@pytest.fixture
def person(kemiren, second):
    person = factories.make_person(kemiren)
    person.groups.add(second.admin_group)
    return person


@pytest.fixture
def client(person, log_in):
    return log_in(person, HOST)


def cards(client):
    """Keys of the villages that have a card on the admin's first page."""
    return {int(key) for key in CARD.findall(client.get("/admin/").text)}


def switch(client, village, **data):
    return client.post(SWITCH, {"village": village.pk, **data}, follow=True)


def test_the_village_at_whose_host_somebody_logs_in_comes_first(kemiren, second, person, log_in):
    assert cards(log_in(person, HOST)) == {kemiren.pk}
    assert cards(log_in(person, "lain.localhost")) == {second.pk}


def test_elsewhere_it_is_the_first_of_ones_villages(kemiren, second, third, person, log_in):
    assert cards(log_in(person, "localhost")) == {kemiren.pk}
    assert cards(log_in(person, "asing.localhost")) == {kemiren.pk}


def test_the_buttons_name_all_of_ones_villages_and_no_other(client, kemiren, second, third):
    page = client.get("/admin/").text
    for village in (kemiren, second):
        assert f'value="{village.pk}"' in page
    assert str(third) not in page


def test_a_choice_holds_on_every_page_until_the_next(client, kemiren, second):
    answer = switch(client, second)
    assert answer.redirect_chain == [(reverse("wagtailadmin_home"), 302)]
    assert str(second) in answer.text
    assert cards(client) == {second.pk}
    report = client.get(reverse("village_reports:drafts"))
    assert report.context["view"].get_page_subtitle() == str(second)
    switch(client, kemiren)
    assert cards(client) == {kemiren.pk}


@pytest.mark.parametrize("key", ["", "x", "999999", "-1"])
def test_a_village_that_is_not_there_changes_nothing_and_says_so(client, kemiren, key):
    answer = client.post(SWITCH, {"village": key}, follow=True)
    assert answer.redirect_chain == [(reverse("wagtailadmin_home"), 302)]
    assert [message.level_tag for message in answer.context["messages"]] == ["error"]
    assert cards(client) == {kemiren.pk}


def test_a_foreign_village_can_not_be_chosen_nor_learned_of(client, kemiren, third):
    answer = switch(client, third)
    assert third.name not in answer.text
    assert SESSION_KEY not in client.session
    assert cards(client) == {kemiren.pk}


def test_a_choice_ends_with_the_membership(client, kemiren, second, person):
    switch(client, second)
    person.groups.remove(second.admin_group)
    assert cards(client) == {kemiren.pk}
    person.groups.add(second.admin_group)
    close_village(second)
    assert cards(client) == {kemiren.pk}


def test_it_leads_nowhere_but_to_the_first_page(client, second):
    answer = client.post(
        f"{SWITCH}?next=https://jahat.example/", {"village": second.pk, "next": "//jahat.example"}
    )
    assert answer["Location"] == reverse("wagtailadmin_home")


def test_nothing_is_switched_by_following_a_link(client, kemiren, second):
    assert client.get(SWITCH, {"village": second.pk}).status_code == 405
    assert cards(client) == {kemiren.pk}


def test_strangers_are_asked_to_log_in(portal, get, kemiren):
    assert get(HOST, SWITCH)["Location"].startswith(reverse("wagtailadmin_login"))


def test_who_has_one_village_or_none_is_not_asked(kemiren, log_in, portal):
    superuser = factories.make_person(is_superuser=True)
    for client in (log_in(factories.make_person(kemiren), HOST), log_in(superuser)):
        page = client.get("/admin/").text
        assert SWITCH not in page
        assert "working-village" not in page


def menu(client) -> str:
    page = client.get("/admin/").text
    return re.search(r'id="wagtail-sidebar-props"[^>]*>(.*?)</script>', page, re.DOTALL)[1]


def test_the_menu_shows_the_village_and_leads_to_its_pages_and_settings(client, kemiren, second):
    for village, foreign in ((kemiren, second), (second, kemiren)):
        switch(client, village)
        entries = menu(client)
        assert village.display_name in entries
        assert foreign.display_name not in entries
        assert reverse("wagtailadmin_explore", args=[village.container_id]) in entries
        settings = reverse("wagtailsettings:edit", args=["sites", "sitesettings", village.site_id])
        assert settings in entries


def test_a_contributor_of_the_working_village_is_not_led_to_its_settings(kemiren, second, log_in):
    person = factories.make_person(kemiren)
    person.groups.add(second.contributor_group)
    client = log_in(person, HOST)
    switch(client, second)
    settings = reverse("wagtailsettings:edit", args=["sites", "sitesettings", second.site_id])
    assert settings not in client.get("/admin/").text


def test_a_search_over_several_villages_names_the_village_of_each_page(client, kemiren, second, log_in):
    for village in (kemiren, second):
        factories.make_announcement(village, "Gotong royong")
    for address in ("wagtailadmin_pages:search", "wagtailadmin_choose_page_search"):
        found = client.get(reverse(address), {"q": "gotong"}).text
        table = found[found.index("Gotong") :]
        assert str(kemiren) in json_free(table) and str(second) in json_free(table), address
    alone = log_in(factories.make_person(kemiren), HOST)
    found = alone.get(reverse("wagtailadmin_pages:search"), {"q": "gotong"}).text
    assert str(kemiren) not in found[found.index("Gotong") :]


def json_free(text):
    """A chooser answers in JSON, which writes some characters in its own way."""
    return text.replace("\\u002C", ",")


def test_below_one_village_its_name_is_not_repeated_in_each_row(client, kemiren, second):
    factories.make_announcement(kemiren, "Gotong royong")
    parent = factories.announcement_list(kemiren)
    explore = reverse("wagtailadmin_explore", args=[parent.pk])
    inside = "".join(client.get(explore).text.split())
    assert f"{kemiren}</span>".replace(" ", "") not in inside
    whole = "".join(client.get(explore, {"q": "gotong", "search_all": "1"}).text.split())
    assert f"{kemiren}</span>".replace(" ", "") in whole


def test_the_cards_of_the_first_page_name_the_village_of_a_page(client, kemiren, second, person):
    locked = {"locked": True, "locked_by": person, "locked_at": timezone.now()}
    page = factories.make_announcement(second, "Terkunci", **locked)
    text = client.get("/admin/").text
    row = text[text.index(reverse("wagtailadmin_pages:edit", args=[page.pk])) :][:800]
    assert str(second) in row


@pytest.mark.parametrize(
    ("model", "addresses"),
    [
        (VillageImage, ["wagtailimages:index", "wagtailimages_chooser:choose"]),
        (VillageDocument, ["wagtaildocs:index", "wagtaildocs_chooser:choose"]),
    ],
)
def test_lists_of_media_name_the_village_of_each(client, kemiren, second, model, addresses, log_in):
    for village in (kemiren, second):
        factories.make_media(model, village, f"Berkas {village.name}")
    for address in addresses:
        text = client.get(reverse(address)).text
        for village in (kemiren, second):
            title = text.index(f"Berkas {village.name}")
            assert village.collection.name in text[title - 700 : title + 900], address
    alone = log_in(factories.make_person(kemiren), HOST)
    assert kemiren.collection.name not in alone.get(reverse(addresses[0])).text
