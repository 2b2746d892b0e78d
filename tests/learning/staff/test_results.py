"""What has come of a course, in numbers: by month, by question, by village; on a page and as a table."""

import csv
import io
from datetime import date, timedelta

import pytest
from django.utils import timezone

from learning.staff import figures
from learning.staff.figures import Figures
from learning.staff.plot import plot_of
from tests.factories.culture import translate
from tests.factories.learning import key_of, make_attempt, make_course, make_milestone, question_block
from tests.factories.sites import make_office, make_officer, publish

SINGLE, SHORT = key_of("Pertanyaan single?"), key_of("Pertanyaan short?")


@pytest.fixture
def first():
    return figures.first_month(12)


def test_a_period_begins_with_a_month_and_ends_with_this_one():
    today = date(2026, 2, 14)
    assert figures.first_month(3, today) == date(2025, 12, 1)
    found = list(figures.months_since(date(2025, 12, 1), today))
    assert found == [date(2025, 12, 1), date(2026, 1, 1), date(2026, 2, 1)]


def test_each_month_has_its_starts_completions_tries_and_share_of_passes(course, first):
    long_ago = timezone.now() - timedelta(days=62)
    for _number in range(3):
        make_milestone(course)
    make_milestone(course, "completion")
    make_milestone(course, created_at=long_ago)
    make_attempt(course, percent=100)
    make_attempt(course, percent=20)
    make_attempt(course, percent=0, created_at=long_ago)
    months = list(figures.by_month(course, first).values())
    assert months[-1] == Figures(3, 1, 2, 1) and months[-1].pass_percent == 50
    assert figures.total(months) == Figures(4, 1, 3, 1)
    assert len(months) == 12


def test_what_was_before_the_period_is_not_counted(course):
    make_milestone(course, created_at=timezone.now() - timedelta(days=300))
    assert figures.total(figures.by_month(course, figures.first_month(3)).values()) == Figures()


def test_nobody_has_tried_is_no_share():
    assert Figures().pass_percent is None


def test_the_question_that_was_got_wrong_most_comes_first(course, first):
    make_attempt(course, percent=50, right_questions=[SINGLE], wrong_questions=[SHORT])
    make_attempt(course, percent=0, right_questions=[], wrong_questions=[SINGLE, SHORT])
    found = figures.by_question(course, first)
    assert [(row.text, row.wrong_percent, row.number) for row in found] == [
        ("Pertanyaan short?", 100, 2), ("Pertanyaan single?", 50, 1)
    ]  # fmt: skip


def test_a_question_keeps_its_figures_when_it_is_put_otherwise(course, first):
    make_attempt(course, percent=0, wrong_questions=[SINGLE])
    changed = question_block("single")
    changed["value"]["text"] = "Mana yang benar?"
    course.questions = [question_block("short"), changed]
    found = figures.by_question(publish(course), first)
    assert [(row.text, row.number, row.wrong) for row in found] == [("Mana yang benar?", 2, 1)]


def test_a_question_that_is_no_longer_there_is_named_as_such_with_its_old_text(admin, desk, course, first):
    make_attempt(course, percent=0, wrong_questions=[SINGLE])
    course.questions = [question_block("short")]
    course = publish(course)
    [found] = figures.by_question(course, first)
    assert (found.number, found.text) == (None, "Pertanyaan single?")
    assert "Pertanyaan single?" in admin.get(desk("results", course)).text


def test_a_question_of_a_version_that_is_gone_has_no_text_and_breaks_nothing(admin, desk, course):
    make_attempt(course, percent=0, revision=None, wrong_questions=["hilang"])
    assert admin.get(desk("results", course)).status_code == 200


def test_the_office_sees_in_which_villages_its_course_was_taken(kemiren, other, log_in, desk, first):
    shared = make_course(make_office("dispendik"), "Foto produk")
    client = log_in(make_officer("dispendik"))
    make_milestone(shared, site=kemiren.site)
    make_attempt(shared, site=kemiren.site)
    make_milestone(shared)
    found = [(place and place.pk, row) for place, row in figures.by_place(shared, first)]
    assert found == [(kemiren.pk, Figures(1, 0, 1, 1)), (None, Figures(1, 0, 0, 0))]
    text = client.get(desk("results", shared)).text
    assert str(kemiren) in text and str(other) not in text


def test_results_of_both_languages_stand_together(course, first):
    english = translate(course, "Basic Osing", lessons=course.lessons, questions=course.questions)
    make_attempt(english)
    make_attempt(course)
    assert figures.total(figures.by_month(course, first).values()).tries == 2


def test_the_page_costs_the_same_however_many_results_there_are(
    admin, desk, course, django_assert_max_num_queries
):
    make_attempt(course, right_questions=[SINGLE])
    admin.get(desk("results", course))
    for _number in range(20):
        make_attempt(course, right_questions=[SINGLE], wrong_questions=[SHORT])
        make_milestone(course)
    with django_assert_max_num_queries(30):
        admin.get(desk("results", course))


def rows_of(answer):
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))


def test_tables_are_downloaded_and_no_spreadsheet_reckons_with_what_somebody_wrote(admin, course):
    wrong = question_block("single", "=1+1")
    course.questions = [wrong]
    make_attempt(publish(course), percent=0, wrong_questions=[wrong["id"]])
    questions = rows_of(admin.get(f"/admin/belajar/{course.pk}/ekspor/pertanyaan/"))
    assert questions[1] == ["1", "'=1+1", "1", "1", "100"]
    months = rows_of(admin.get(f"/admin/belajar/{course.pk}/ekspor/bulan/?months=3"))
    assert len(months) == 4 and months[-1][1:] == ["0", "0", "1", "0", "0"]


def test_a_table_that_there_is_not_is_not_found(admin, course):
    assert admin.get(f"/admin/belajar/{course.pk}/ekspor/nama/").status_code == 404
    assert admin.get(f"/admin/belajar/{course.pk}/ekspor/desa/").status_code == 404


def test_an_odd_period_is_the_usual_one(admin, desk, course):
    assert admin.get(f"{desk('results', course)}?months=selamanya").status_code == 200


def test_bars_are_as_high_as_their_numbers():
    plot = plot_of({date(2026, 1, 1): Figures(tries=10, passed=5), date(2026, 2, 1): Figures()})
    assert [(bar.height, bar.passed, bar.y) for bar in plot.bars] == [(120, 60, 0)]
