"""Service in numbers: median and late, by month and service; nobody is named, and DPMD sees sums."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from django.utils.translation import gettext

from services.handling import acts
from services.handling.service_level import Level, months_until, report_of
from services.models import RequestFigure
from services.staff.report import plots_of
from tests.factories.services import make_request, make_service
from tests.factories.sites import make_office, make_officer, make_person

from .steps import words_of

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 27)


def figure(village, received_on, days=None, due=3, **values):
    closed_on = None if days is None else received_on + timedelta(days)
    values = {"kind": "question", "state": "received" if days is None else "done", **values}
    return RequestFigure.objects.create(
        village=village,
        received_on=received_on,
        due_on=received_on + timedelta(due),
        closed_on=closed_on,
        **values,
    )


def test_the_median_is_what_half_of_them_took(kemiren):
    for days in (0, 1, 2, 9, 30):
        figure(kemiren, TODAY - timedelta(40), days)
    report = report_of(kemiren, TODAY)
    assert (report.total.received, report.total.median, report.total.late_share) == (5, 2, 40)


def test_without_an_answer_there_is_no_median():
    assert Level().median is None and Level().late_share == 0


def test_what_waits_is_late_after_its_day_and_what_was_withdrawn_counts_for_no_median(kemiren):
    figure(kemiren, TODAY - timedelta(2))
    figure(kemiren, TODAY - timedelta(20))
    figure(kemiren, TODAY - timedelta(20), 1, state="withdrawn")
    total = report_of(kemiren, TODAY).total
    assert (total.received, total.waiting, total.late, total.median) == (3, 2, 1, None)


def test_months_go_back_a_year_and_older_ones_are_left_out(kemiren):
    assert months_until(date(2026, 2, 5))[0] == date(2025, 3, 1)
    assert months_until(TODAY)[-1] == date(2026, 11, 1)
    figure(kemiren, date(2025, 11, 30), 1)
    figure(kemiren, date(2025, 12, 1), 1)
    months = report_of(kemiren, TODAY).months
    assert [level.received for _month, level in months] == [1] + [0] * 11
    assert all(len(plot.numbers) == 12 for _key, _name, plot in plots_of(report_of(kemiren, TODAY)))


def test_a_service_is_one_in_all_villages_that_took_it_over(kemiren, other):
    service = make_service(make_office("dpmd"), "SKTM")
    key = {"service_key": service.service_key, "kind": "service"}
    for village, title in ((kemiren, "SKTM"), (kemiren, "SKTM"), (other, "Surat tidak mampu")):
        figure(village, TODAY, 1, service_title=title, **key)
    report = report_of(today=TODAY)
    assert [(title, level.received) for title, level in report.services] == [("SKTM", 3)]
    assert [(village, level.received) for village, level in report.villages] == [(kemiren, 2), (other, 1)]
    assert report_of(other, TODAY).total.received == 1


def test_over_all_villages_what_one_offers_alone_has_no_name(kemiren, other):
    for village, title in ((kemiren, "Surat milik kami"), (other, "Surat rahasia")):
        service = make_service(village, title)
        values = {"service_key": service.service_key, "service_title": title, "kind": "service"}
        figure(village, TODAY, 1, **values)
    figure(kemiren, TODAY, 1, service_title="", kind="complaint")
    services = [(str(title), level.received) for title, level in report_of(today=TODAY).services]
    assert services[0] == (gettext("Services of villages' own"), 2)
    assert len(services) == 2
    assert [title for title, _level in report_of(other, TODAY).services] == ["Surat rahasia"]


def test_who_comes_late_to_collect_does_not_make_the_office_late(kemiren):
    found, clerk = make_request(kemiren), make_person(kemiren)
    acts.change_state(found, "received", "ready", clerk)
    early = timezone.localdate() - timedelta(5)
    RequestFigure.objects.update(closed_on=early)
    acts.change_state(found, "ready", "done", clerk)
    assert RequestFigure.objects.get().closed_on == early
    acts.change_state(found, "done", "handled", clerk)
    assert RequestFigure.objects.get().closed_on is None


def test_the_village_reads_its_own_numbers_only(admin, kemiren, other, desk):
    figure(kemiren, timezone.localdate(), 1, service_title="Surat milik kami")
    figure(other, timezone.localdate(), 1, service_title="Surat rahasia")
    page = admin.get(desk("report", kemiren)).text
    assert "Surat milik kami" in page and "rahasia" not in page and page.count("<svg role") == 2


def test_an_office_reads_sums_of_all_villages_and_no_request(kemiren, other, log_in, desk):
    secret = make_request(kemiren, name="Sri Rahasia", message="Rahasia saya")
    figure(other, timezone.localdate(), 1)
    client = log_in(make_officer())
    page = client.get(desk("regency_report"))
    words = words_of(page)
    assert str(kemiren) in words and str(other) in words
    assert "Rahasia" not in page.text and secret.code not in page.text
    table = client.get(desk("regency_table")).content.decode()
    assert str(kemiren) in table and "Rahasia" not in table
    assert desk("regency_report") in client.get("/admin/").text
    assert client.get(desk("report", kemiren)).status_code == 404


def test_a_village_does_not_read_those_of_all(admin, at_counter, desk):
    for client in (admin, at_counter):
        assert client.get(desk("regency_report")).status_code == 404
        assert client.get(desk("regency_table")).status_code == 404


def test_the_numbers_of_queries_do_not_grow_with_villages(kemiren, other, django_assert_num_queries):
    figure(kemiren, TODAY)
    with django_assert_num_queries(3):
        report_of(today=TODAY)
    for _number in range(9):
        figure(other, TODAY)
    with django_assert_num_queries(3):
        report_of(today=TODAY)


def test_a_village_that_nobody_asks_reads_that(admin, kemiren, desk):
    answer = admin.get(desk("report", kemiren))
    assert answer.status_code == 200 and "<svg role" not in answer.text
