"""The sessions of a class follow its recurrence and its term, and keep what was decided about them."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from culture import sessions
from culture.recurrence import days_of, read, rule_of, words_of
from culture.states import SessionState
from sites.models import SiteSettings
from tests.factories.culture import make_class
from tests.factories.sites import home_locale, publish


def test_a_rule_says_what_the_editor_chose():
    rule = rule_of("2", ["SU", "MO"])
    assert rule == "FREQ=MONTHLY;BYDAY=2MO,2SU"
    assert read(rule) == ("2", ("MO", "SU"))


def test_a_rule_is_read_aloud_in_indonesian():
    assert words_of(rule_of("weekly", ["SU", "WE"])) == "Setiap Rabu dan Minggu"


def test_every_second_week_begins_with_the_first_such_day():
    days = days_of(rule_of("fortnightly", ["SU"]), date(2026, 1, 4), date(2026, 2, 1))
    assert days == [date(2026, 1, 4), date(2026, 1, 18), date(2026, 2, 1)]


def test_the_last_saturday_of_each_month():
    days = days_of(rule_of("-1", ["SA"]), date(2026, 1, 1), date(2026, 3, 31))
    assert days == [date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 28)]


def test_a_published_class_has_its_sessions(kemiren):
    page = make_class(kemiren)
    found = list(page.sessions.all())
    assert len(found) == 8
    assert timezone.localtime(found[0].starts_at).time() == time(9)
    assert found[1].starts_at - found[0].starts_at == timedelta(weeks=1)


def test_a_cancelled_session_stays_cancelled_when_the_class_is_published_again(kemiren):
    page = make_class(kemiren)
    first = page.sessions.first()
    page.sessions.filter(pk=first.pk).update(state=SessionState.CANCELLED, reason="Hujan lebat")
    page.summary = "Untuk semua"
    page = publish(page)
    first.refresh_from_db()
    assert (first.state, first.reason, page.sessions.count()) == ("cancelled", "Hujan lebat", 8)


def test_a_shorter_term_takes_its_sessions_away_and_a_later_end_holds_for_the_others(kemiren):
    page = make_class(kemiren)
    page.term_to -= timedelta(weeks=6)
    page.ends_at = time(11)
    page = publish(page)
    assert page.sessions.count() == 2
    assert {timezone.localtime(session.ends_at).time() for session in page.sessions.all()} == {time(11)}


def test_past_sessions_stay_when_the_days_change(kemiren):
    page = make_class(kemiren, term_from=timezone.localdate() - timedelta(weeks=2))
    past = set(page.sessions.filter(starts_at__lt=timezone.now()).values_list("pk", flat=True))
    page.recurrence = rule_of("weekly", ["TU"])
    page.starts_at = time(8, 15)
    page = publish(page)
    assert past <= set(page.sessions.values_list("pk", flat=True))
    coming = page.sessions.filter(starts_at__gt=timezone.now())
    assert {timezone.localtime(session.starts_at).weekday() for session in coming} == {1}


def test_no_session_takes_place_on_a_closed_day_of_the_village(kemiren):
    day = timezone.localdate() + timedelta(days=8)
    values = SiteSettings.for_site(kemiren.site)
    values.opening_exceptions = [
        ("days", {"first_day": day, "last_day": None, "opens": None, "closes": None, "reason": "Idulfitri"})
    ]
    values.save()
    page = make_class(kemiren)
    second = page.sessions.get(planned_at=datetime.combine(day, time(9), sessions.LOCAL_TIME))
    assert (second.state, second.reason) == ("cancelled", "Idulfitri")
    assert page.sessions.filter(state=SessionState.PLANNED).count() == 7


def test_the_english_version_carries_what_is_typed_once(kemiren):
    page = make_class(kemiren)
    english = page.copy_for_translation(home_locale("en"), copy_parents=True)
    english.title = "Gandrung dance"
    english = publish(english)
    page.quota = 7
    publish(page)
    english.refresh_from_db()
    assert (english.quota, english.term_from, english.title) == (7, page.term_from, "Gandrung dance")
