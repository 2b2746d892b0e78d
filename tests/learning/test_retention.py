"""What is forgotten by itself: names on certificates, learning codes, results."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from learning.certificates import acts
from learning.models import Attempt, Certificate, LearningCode
from sites.management.commands.run_schedule import Schedule
from tests.factories.learning import make_attempt, make_course


@pytest.fixture
def certificate(kemiren):
    return acts.issue(make_attempt(make_course(kemiren, gives_certificate=True)), "Siti Contoh")


def age(row, days, field="created_at"):
    type(row).objects.filter(pk=row.pk).update(**{field: timezone.now() - timedelta(days=days)})


@pytest.mark.parametrize(("days", "name"), [(1825, "Siti Contoh"), (1827, "")])
def test_the_name_on_a_certificate_goes_after_five_years_and_the_certificate_stays(certificate, days, name):
    age(certificate, days)
    Schedule().look()
    certificate.refresh_from_db()
    assert certificate.name == name and certificate.code


def test_how_long_a_name_is_kept_is_a_setting_and_the_page_says_so(certificate, settings):
    settings.CERTIFICATE_NAME_KEPT_DAYS = 10
    assert acts.name_kept_until() == timezone.localdate() + timedelta(days=10)
    age(certificate, 11)
    call_command("erase_old_names", verbosity=0)
    assert Certificate.objects.get().name == ""


def test_the_command_says_how_many_names_it_erased(certificate, capsys):
    age(certificate, 4000)
    call_command("erase_old_names")
    call_command("erase_old_names")
    assert capsys.readouterr().out == "Names erased: 1\nNames erased: 0\n"


@pytest.mark.parametrize(("days", "left"), [(179, 1), (181, 0)])
def test_a_learning_code_goes_half_a_year_after_it_was_used_last(kemiren, days, left):
    record = LearningCode.objects.create(site=kemiren.site, code_hash="x", progress={})
    age(record, 400)
    age(record, days, "used_at")
    call_command("delete_expired", verbosity=0)
    assert LearningCode.objects.count() == left


def test_a_result_goes_after_two_years_and_leaves_the_certificate(certificate):
    age(certificate.attempt, 731)
    call_command("delete_expired", verbosity=0)
    certificate.refresh_from_db()
    assert not Attempt.objects.exists() and certificate.attempt is None and certificate.name
