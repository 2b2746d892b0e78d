"""Names are erased some time after the term; numbers stay."""

from datetime import timedelta
from io import StringIO
from unittest import mock

import pytest
from django.core.management import call_command
from django.utils import timezone

from culture.models import Attendance, ClassFigures, ClassMessage, ClassPage, Notice, Registration
from culture.registering import seats
from sites import provisioning
from sites.management.commands.delete_expired import kept_for_a_time
from tests.factories.culture import make_class, make_registration


@pytest.fixture
def ended(page):
    """A function: a class with people, whose term ended so many days ago."""

    def end(days):
        people = [make_registration(page) for _number in range(4)]
        seats.cancel(people[0])
        message = page.messages.create(text="Bawa selendang")
        people[1].notices.create(kind="message", message=message)
        session = page.sessions.first()
        people[1].attendances.create(session=session, was_there=True)
        page.sessions.filter(pk=session.pk).update(attended=1)
        day = timezone.localdate() - timedelta(days=days)
        ClassPage.objects.filter(pk=page.pk).update(term_from=day, term_to=day)
        return page

    return end


def test_nobody_is_erased_before_the_time_is_over(ended):
    page = ended(90)
    call_command("delete_expired", verbosity=0)
    assert page.registrations.count() == 4
    assert page.messages.count() == 1


def test_after_that_only_numbers_are_left(ended):
    page = ended(91)
    out = StringIO()
    call_command("delete_expired", stdout=out)
    assert "4 registrations deleted." in out.getvalue()
    assert "1 messages to classes deleted." in out.getvalue()
    for model in (Registration, Attendance, Notice, ClassMessage):
        assert not model.objects.exists(), model
    figures = ClassFigures.objects.get(class_page=page)
    assert (figures.registered, figures.seated, figures.waited, figures.cancelled) == (4, 2, 1, 1)
    assert page.sessions.first().attended == 1
    call_command("delete_expired", verbosity=0)
    figures.refresh_from_db()
    assert figures.registered == 4


def test_a_class_whose_term_was_prolonged_counts_anew(ended):
    page = ended(91)
    ClassPage.objects.filter(pk=page.pk).update(term_to=timezone.localdate() - timedelta(days=2))
    call_command("delete_expired", verbosity=0)
    assert page.registrations.count() == 4


def test_figures_are_added_to_what_is_there(ended, admin, desk):
    page = ended(91)
    admin.post(desk("erase", page, page.registrations.last()))
    call_command("delete_expired", verbosity=0)
    assert ClassFigures.objects.get(class_page=page).registered == 4


def test_the_time_can_be_set(ended, settings):
    settings.REGISTRATION_KEPT_DAYS = 7
    page = ended(8)
    call_command("delete_expired", verbosity=0)
    assert not page.registrations.exists()


def test_nothing_is_erased_when_the_figures_can_not_be_kept(ended):
    page = ended(91)
    broken = mock.patch("culture.querysets.registrations.keep_figures", side_effect=RuntimeError)
    with broken, pytest.raises(RuntimeError):
        Registration.objects.expired().delete()
    assert page.registrations.count() == 4


def test_one_row_keeps_its_figures_too(page):
    make_registration(page).delete()
    assert ClassFigures.objects.get(class_page=page).registered == 1


def test_people_in_a_closed_village_are_not_kept_until_the_end_of_a_long_term(kemiren, other):
    page, elsewhere = make_class(kemiren), make_class(other)
    for found in (page, elsewhere):
        make_registration(found)
    provisioning.close_village(kemiren)
    call_command("delete_expired", verbosity=0)
    assert page.registrations.count() == 1
    kemiren.closed_at = timezone.now() - timedelta(days=91)
    kemiren.save()
    call_command("delete_expired", verbosity=0)
    assert (page.registrations.count(), elsewhere.registrations.count()) == (0, 1)


def test_a_class_that_is_deleted_takes_everything_along(ended):
    page = ended(91)
    page.delete()
    for model in (Registration, Attendance, Notice, ClassMessage, ClassFigures):
        assert not model.objects.exists(), model


def test_models_of_any_app_say_themselves_that_they_are_kept_for_a_time(db):
    found = {model._meta.label for model in kept_for_a_time()}
    assert {"sites.FormerMember", "sites.Letter", "culture.Registration", "culture.ClassMessage"} <= found
    assert all(model.objects.expired() is not None for model in kept_for_a_time())
