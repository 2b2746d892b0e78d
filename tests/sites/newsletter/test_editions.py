"""What letters hold, and for whom: everything once, nothing of others, and never nothing."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sites import provisioning
from sites.models import Delivery, Letter, SiteSettings, Subscription
from sites.newsletter.calendar import last_weekly
from sites.newsletter.editions import make_due
from tests.factories import sites as factories
from tests.factories.newsletter import LAST_MONDAY, NEXT_MONDAY, NOW, announce, subscribe

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def titles(letter):
    """What a letter tells, in its order."""
    lines = letter.body.splitlines()
    return [lines[number + 2] for number, line in enumerate(lines[:-1]) if line == "--"][:-1]


def test_a_reader_gets_what_is_published_with_its_address_at_the_next_look(look, kemiren, reader):
    page = announce(kemiren, "Posyandu")
    letter = look()[reader.email]
    assert titles(letter) == ["Posyandu"]
    assert "Posyandu, ringkasnya." in letter.body
    assert page.full_url in letter.body
    assert letter.subject == "Desa Kemiren: Posyandu"


def test_nobody_gets_a_letter_while_there_is_nothing_to_read(look, reader):
    assert not look()
    assert not Letter.objects.exists()


def test_no_page_is_told_twice(look, kemiren, reader):
    announce(kemiren, "Posyandu")
    look()
    assert not look(NOW + MINUTE)
    announce(kemiren, "Vaksin", before=-MINUTE)
    assert titles(look(NOW + 3 * MINUTE)[reader.email]) == ["Vaksin"]


def test_what_is_just_being_published_waits_until_it_is_settled(look, kemiren, reader):
    announce(kemiren, "Posyandu", before=timedelta(seconds=5))
    assert not look()
    assert look(NOW + MINUTE)


def test_what_was_published_before_somebody_confirmed_is_not_sent_to_them(look, kemiren, reader):
    late = subscribe(kemiren.site, confirmed_at=NOW - 2 * MINUTE)
    announce(kemiren, "Posyandu")
    sent = look()
    assert reader.email in sent and late.email not in sent


def test_the_letter_of_one_village_goes_to_its_own_readers_only(look, kemiren, other, portal, reader):
    strangers = [subscribe(other.site), subscribe(portal)]
    announce(kemiren, "Posyandu")
    assert set(look()) == {reader.email}
    announce(other, "Rapat", before=-MINUTE)
    assert set(look(NOW + 3 * MINUTE)) == {strangers[0].email}


def test_one_address_may_read_two_villages(look, kemiren, other, reader):
    subscribe(other.site, reader.email)
    announce(kemiren, "Posyandu")
    announce(other, "Rapat")
    look()
    assert Delivery.objects.filter(subscription__email=reader.email, state="sent").count() == 2


def test_readers_get_only_the_kinds_they_chose(look, kemiren):
    choosy = subscribe(kemiren.site, kinds=["announcement-health"])
    announce(kemiren, "Posyandu", category="health")
    announce(kemiren, "Rapat", category="general")
    assert titles(look()[choosy.email]) == ["Posyandu"]


def test_who_wants_none_of_it_gets_no_letter_and_later_only_what_is_new(look, kemiren, reader):
    choosy = subscribe(kemiren.site, kinds=["announcement-health"])
    announce(kemiren, "Rapat", category="general")
    assert set(look()) == {reader.email}
    Subscription.objects.filter(pk=choosy.pk).update(kinds=[])
    announce(kemiren, "Posyandu", before=-MINUTE)
    assert titles(look(NOW + 3 * MINUTE)[choosy.email]) == ["Posyandu"]


def test_each_reads_in_their_own_language(look, kemiren, reader):
    english = subscribe(kemiren.site, language="en")
    announce(kemiren, "Posyandu")
    announce(kemiren, "Health day", language="en")
    sent = look()
    assert titles(sent[reader.email]) == ["Posyandu"]
    assert titles(sent[english.email]) == ["Health day"]
    assert sent[english.email].extra_headers["Content-Language"] == "en"
    assert "/en/" in sent[english.email].body


def test_who_chose_a_language_that_the_village_shows_no_more_reads_indonesian(look, kemiren, reader):
    english = subscribe(kemiren.site, language="en")
    SiteSettings.objects.filter(site=kemiren.site).update(english_enabled=False)
    announce(kemiren, "Posyandu")
    sent = look()
    assert titles(sent[english.email]) == titles(sent[reader.email]) == ["Posyandu"]


@pytest.mark.parametrize("values", [{"confirmed_at": None}, {"deactivated_at": NOW}])
def test_who_has_not_confirmed_or_can_not_be_reached_gets_nothing(look, kemiren, values):
    subscribe(kemiren.site, **values)
    announce(kemiren, "Posyandu")
    assert not look()


def test_a_closed_village_sends_nothing(look, kemiren, reader):
    announce(kemiren, "Posyandu")
    provisioning.close_village(kemiren)
    assert not look()


def test_drafts_and_pages_behind_a_password_are_not_told(look, kemiren, reader):
    announce(kemiren, "Konsep", live=False)
    announce(kemiren, "Rahasia").view_restrictions.create(restriction_type="password", password="x")
    assert not look()


# Once a week


def test_the_weekly_letter_is_due_on_monday_at_six_by_the_clock_of_banyuwangi(settings):
    assert last_weekly(NOW) == LAST_MONDAY
    assert last_weekly(NEXT_MONDAY) == NEXT_MONDAY
    assert last_weekly(NEXT_MONDAY - MINUTE) == LAST_MONDAY
    settings.NEWSLETTER_WEEKDAY, settings.NEWSLETTER_HOUR = 2, 9
    assert last_weekly(NOW) == NOW - HOUR


def test_the_weekly_letter_holds_the_week_and_comes_once(look, kemiren):
    weekly = subscribe(kemiren.site, frequency="weekly", read_until=LAST_MONDAY)
    announce(kemiren, "Rabu", before=HOUR)
    announce(kemiren, "Kamis", before=-DAY)
    assert not look(NEXT_MONDAY - MINUTE)
    letter = look(NEXT_MONDAY + MINUTE)[weekly.email]
    assert titles(letter) == ["Kamis", "Rabu"]
    assert "30 November 2026" in letter.subject
    assert not look(NEXT_MONDAY + HOUR)


def test_what_is_published_right_before_the_weekly_letter_is_settled_before_it_is_made(look, kemiren):
    weekly = subscribe(kemiren.site, frequency="weekly", read_until=LAST_MONDAY)
    announce(kemiren, "Rabu")
    announce(kemiren, "Senin subuh", before=NOW - NEXT_MONDAY + timedelta(seconds=5))
    assert not look(NEXT_MONDAY + timedelta(seconds=10))
    assert titles(look(NEXT_MONDAY + MINUTE)[weekly.email]) == ["Senin subuh", "Rabu"]


def test_a_server_that_was_down_on_monday_makes_up_for_it(look, kemiren):
    weekly = subscribe(kemiren.site, frequency="weekly", read_until=LAST_MONDAY)
    announce(kemiren, "Rabu")
    announce(kemiren, "Selasa sesudahnya", before=NOW - NEXT_MONDAY - DAY)
    assert titles(look(NEXT_MONDAY + 2 * DAY)[weekly.email]) == ["Rabu"]
    after = look(NEXT_MONDAY + 7 * DAY + MINUTE)[weekly.email]
    assert titles(after) == ["Selasa sesudahnya"]


def test_after_a_long_pause_nobody_gets_what_is_no_news_any_more(look, kemiren):
    weekly = subscribe(kemiren.site, frequency="weekly", read_until=LAST_MONDAY - 60 * DAY)
    at_once = subscribe(kemiren.site, read_until=NOW - 60 * DAY)
    announce(kemiren, "Lama sekali", before=50 * DAY)
    announce(kemiren, "Dua pekan lalu", before=14 * DAY)
    announce(kemiren, "Kemarin dulu", before=3 * DAY)
    sent = look()
    assert titles(sent[weekly.email]) == ["Kemarin dulu", "Dua pekan lalu"]
    assert titles(sent[at_once.email]) == ["Kemarin dulu"]


def test_who_changes_how_often_misses_nothing_and_gets_nothing_twice(look, kemiren):
    person = subscribe(kemiren.site, frequency="weekly", read_until=LAST_MONDAY)
    announce(kemiren, "Selasa", before=DAY)
    assert not look()
    Subscription.objects.filter(pk=person.pk).update(frequency="at-once")
    assert titles(look(NOW + MINUTE)[person.email]) == ["Selasa"]
    Subscription.objects.filter(pk=person.pk).update(frequency="weekly")
    announce(kemiren, "Kamis", before=-DAY)
    assert titles(look(NEXT_MONDAY + MINUTE)[person.email]) == ["Kamis"]


# Between the making and the sending


def test_what_was_withdrawn_meanwhile_is_not_in_the_letter(look, kemiren, reader, settings):
    settings.NEWSLETTER_PER_MINUTE = 0
    withdrawn, kept = announce(kemiren, "Keliru"), announce(kemiren, "Benar")
    look()
    settings.NEWSLETTER_PER_MINUTE = 60
    withdrawn.unpublish()
    assert titles(look(NOW + MINUTE)[reader.email]) == [kept.title]


def test_a_letter_of_which_nothing_is_left_is_not_sent(look, kemiren, reader, settings):
    settings.NEWSLETTER_PER_MINUTE = 0
    page = announce(kemiren, "Keliru", expires_at=NOW + HOUR)
    look()
    settings.NEWSLETTER_PER_MINUTE = 60
    assert not look(page.expires_at + MINUTE)
    assert Delivery.objects.get().state == "dropped"


# What it costs


@pytest.fixture
def asked():
    """Make what is due, and return what the database was asked for it."""

    def make(moment):
        with CaptureQueriesContext(connection) as captured:
            make_due(moment)
        return [query["sql"] for query in captured]

    return make


def test_making_letters_costs_no_more_with_more_readers(asked, kemiren, reader):
    announce(kemiren, "Nomor 1")
    few = len(asked(NOW))
    for _number in range(20):
        subscribe(kemiren.site)
    announce(kemiren, "Nomor 2", before=-HOUR)
    assert len(asked(NOW + HOUR + MINUTE)) == few


def test_a_publication_costs_nothing_for_villages_that_it_is_no_news_of(asked, kemiren, reader):
    announce(kemiren, "Nomor 1")
    few = len(asked(NOW))
    elsewhere = [subscribe(factories.make_village().site, read_until=NOW) for _number in range(3)]
    announce(kemiren, "Nomor 2", before=-HOUR)
    assert len(asked(NOW + HOUR + MINUTE)) == few
    for person in elsewhere:
        person.refresh_from_db()
        assert person.read_until == NOW


def test_a_look_that_finds_nothing_new_holds_and_changes_nobody(asked, kemiren, reader):
    announce(kemiren, "Nomor 1")
    asked(NOW)
    assert not [sql for sql in asked(NOW + HOUR) if "UPDATE" in sql or "SAVEPOINT" in sql]


def test_what_stands_on_the_portal_is_looked_for_in_every_village(look, kemiren, other):
    readers = [subscribe(village.site) for village in (kemiren, other)]
    office = factories.make_office("bpbd")
    factories.make_shared(office, "Erupsi", first_published_at=NOW - MINUTE)
    assert {titles(letter)[0] for letter in look().values()} == {"Erupsi"}
    assert len(readers) == Delivery.objects.count()
