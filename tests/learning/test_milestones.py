"""Browsers tell that somebody has begun or finished a course: counted once, of nobody by name."""

from uuid import UUID, uuid4

import pytest
from django.test import Client

from learning.lessons import RESERVED
from learning.models import Milestone
from tests.factories import sites as factories
from tests.factories.learning import make_course

from .forms import HOST

PATH = "/belajar/bahasa-osing-dasar/langkah/"
KEY = UUID(int=5)


@pytest.fixture
def course(kemiren):
    return make_course(kemiren)


def tell(path: str = PATH, origin: str = f"http://{HOST}", **sent):
    values = {"kind": "start", "key": str(KEY), **sent}
    return Client(HTTP_HOST=HOST).post(path, values, headers={"origin": origin})


@pytest.mark.parametrize("kind", ["start", "completion"])
def test_a_milestone_is_kept_with_the_site_where_it_was_reached(course, kemiren, kind):
    answer = tell(kind=kind)
    assert (answer.status_code, answer.content) == (204, b"") and not answer.cookies
    kept = Milestone.objects.get()
    assert (kept.kind, kept.course, kept.site, kept.key) == (kind, course, kemiren.site, KEY)


def test_the_same_key_counts_once(course):
    assert [tell().status_code for _time in range(3)] == [204, 204, 204]
    assert Milestone.objects.count() == 1


def test_a_guest_course_counts_where_it_is_read(kemiren):
    make_course(factories.make_office("dispendik"), title="Foto")
    assert tell("/belajar/dispendik/foto/langkah/").status_code == 204
    assert Milestone.objects.get().site == kemiren.site


@pytest.mark.parametrize(
    "sent", [{"kind": "begun"}, {"kind": ""}, {"key": ""}, {"key": "5"}, {"key": "é" * 32}, {"kind": "\x00"}]
)
def test_what_makes_no_sense_is_refused(course, sent):
    assert tell(**sent).status_code == 400 and not Milestone.objects.exists()


def test_it_can_only_be_sent(course, get):
    assert get(HOST, PATH).status_code == 405


def test_other_sites_cannot_send_it(course):
    assert tell(origin="http://jahat.example").status_code == 403 and not Milestone.objects.exists()


def test_ten_megabytes_are_refused(course):
    assert tell(kind="a" * 10_000_000).status_code == 413


def test_more_than_a_hall_sends_has_to_wait_but_what_is_kept_is_known(course, monkeypatch):
    monkeypatch.setattr("learning.quizzes.milestones.FROM_ONE_READER", 1)
    assert [tell().status_code, tell(key=str(uuid4())).status_code, tell().status_code] == [204, 429, 204]


def test_no_lesson_can_have_its_address():
    assert {"langkah", "kuis"} <= RESERVED
