"""The list of courses: whose stand in it, and what readers narrow it to."""

import re

import pytest
from django.utils import timezone

from learning.models import CoursePage
from tests.factories import sites as factories
from tests.factories.culture import translate
from tests.factories.learning import lesson_block, make_course, stream
from tests.factories.remembered import remembered

HOST = "kemiren.localhost"
ALL = ["Internet sehat", "Jualan daring", "Osing anak", "Tari lain"]


@pytest.fixture
@remembered
def courses(kemiren, other):
    office = factories.make_office("dispendik")
    make_course(kemiren, "Osing anak", theme="language", learners="child", language="osi", lessons=1)
    make_course(office, "Jualan daring", theme="business", level="intermediate", learners="adult", lessons=5)
    make_course(office, "Internet sehat", theme="digital", learners="all", lessons=12)
    make_course(other, "Tari lain", theme="culture")


def read(get, path="/belajar/", host=HOST) -> str:
    answer = get(host, path)
    assert answer.status_code == 200
    return answer.text.partition("<main")[2].partition("<footer")[0]


def order(html: str) -> list[str]:
    return re.findall(r"<h3><a href=\"[^\"]+\">([^<]+)</a></h3>", html)


def counts(html: str, name: str) -> dict[str, int]:
    found = re.findall(rf'name="{name}" value="([^"]+)"[^>]*><span>[^<]*</span><small>(\d+)</small>', html)
    return {value: int(number) for value, number in found}


def test_a_village_lists_its_own_and_then_what_offices_share(courses, get):
    assert order(read(get)) == ["Osing anak", "Internet sehat", "Jualan daring"]


def test_the_portal_lists_those_of_all_villages_with_their_name_and_host(courses, other, get):
    html = read(get, host="localhost")
    assert order(html) == ALL
    assert f'href="{other.site.root_url}/belajar/tari-lain/"' in html
    assert '<span class="tag tag--from">Desa Lainnya</span>' in html


def test_an_office_lists_its_own(courses, get):
    assert order(read(get, "/kantor/dispendik/belajar/", "localhost")) == ["Internet sehat", "Jualan daring"]


def test_what_no_reader_may_open_stands_nowhere(courses, kemiren, other, get):
    make_course(kemiren, "Konsep").unpublish()
    other.closed_at = timezone.now()
    other.save()
    assert order(read(get, host="localhost")) == ["Internet sehat", "Jualan daring", "Osing anak"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("theme=language", ["Osing anak"]),
        ("theme=language&theme=business", ["Osing anak", "Jualan daring"]),
        ("level=intermediate", ["Jualan daring"]),
        ("age=child", ["Osing anak", "Internet sehat"]),
        ("age=senior", ["Internet sehat"]),
        ("language=osi", ["Osing anak"]),
        ("language=id", ["Internet sehat", "Jualan daring"]),
        ("length=short", ["Osing anak"]),
        ("length=medium", ["Jualan daring"]),
        ("length=long", ["Internet sehat"]),
        ("theme=business&level=beginner", []),
        ("theme=nothing&level=%00&page=x", ["Osing anak", "Internet sehat", "Jualan daring"]),
    ],
)
def test_readers_narrow_it(courses, get, query, found):
    assert order(read(get, f"/belajar/?{query}")) == found


def test_a_choice_says_how_many_it_leads_to_beside_the_other_choices(courses, get):
    html = read(get, "/belajar/?level=beginner")
    assert counts(html, "theme") == {"language": 1, "digital": 1}
    assert counts(html, "level") == {"beginner": 2, "intermediate": 1}
    assert counts(html, "age") == {"child": 2, "teenager": 1, "adult": 1, "senior": 1}


def test_every_count_is_what_the_choice_then_finds(courses, get):
    html = read(get)
    for name in ("theme", "level", "age", "language", "length"):
        for value, number in counts(html, name).items():
            assert len(order(read(get, f"/belajar/?{name}={value}"))) == number, (name, value)


def test_a_filter_that_parts_nothing_is_left_out(kemiren, get):
    make_course(kemiren)
    assert 'class="facets"' not in read(get)


def test_each_choice_can_be_taken_back(courses, get):
    html = read(get, "/belajar/?theme=business&theme=digital&age=adult")
    chips = re.findall(r'<a class="chip chip--on" href="([^"]+)">', html)
    assert chips == [
        "/belajar/?theme=digital&amp;age=adult",
        "/belajar/?theme=business&amp;age=adult",
        "/belajar/?theme=business&amp;theme=digital",
    ]
    assert '<a class="chip chip--on" href="/belajar/">' in read(get, "/belajar/?theme=business")


def test_where_nothing_fits_the_way_back_leads_to_all(courses, get):
    html = read(get, "/belajar/?theme=business&level=beginner")
    assert 'class="empty"' in html and 'class="button" href="/belajar/"' in html


def test_an_empty_list_says_so(kemiren, get):
    html = read(get)
    assert 'class="empty"' in html and 'class="facets"' not in html


def test_the_title_tells_choices_apart_and_the_address_for_search_engines_stays(courses, get):
    answer = get(HOST, "/belajar/?theme=business").text
    title = answer.partition("<title>")[2].partition("</title>")[0]
    assert title.startswith("Belajar, ")
    assert f'<link rel="canonical" href="http://{HOST}/belajar/">' in answer


def test_choices_stay_when_readers_turn_the_page(kemiren, get):
    for number in range(13):
        make_course(kemiren, f"Kursus {number:02}", theme="health")
    make_course(kemiren, "Lain", theme="civic")
    assert 'href="?theme=health&amp;page=2"' in read(get, "/belajar/?theme=health")
    assert order(read(get, "/belajar/?theme=health&page=2")) == ["Kursus 12"]


def test_a_card_says_length_lessons_and_certificate(kemiren, get):
    page = make_course(kemiren, gives_certificate=True)
    lessons = stream("lessons", [lesson_block("Satu"), lesson_block("Dua")])
    translate(page, "Osing", lessons=lessons, gives_certificate=True)
    card = read(get, "/en/learning/").partition('<article class="card"')[2].partition("</article>")[0]
    assert re.findall(r"</svg>([^<]+)</li>", card) == ["About 20 minutes", "2 lessons", "With a certificate"]


def test_a_course_without_a_language_of_its_own_is_in_that_of_its_page(kemiren, get):
    make_course(kemiren, "Osing", language="osi")
    page = make_course(kemiren, "Batik")
    translate(page, "Batik in English", theme="culture")
    assert order(read(get, "/belajar/?language=id")) == ["Batik"]
    assert order(read(get, "/en/learning/?language=en")) == ["Batik in English"]


def test_the_home_shows_the_first_courses(courses, get):
    assert "Osing anak" in read(get, "/")


def test_a_list_fetches_no_lessons(courses):
    pages = CoursePage.objects.all().for_cards()
    assert {"lessons", "questions"} <= next(iter(pages)).get_deferred_fields()
