"""The page of a lesson: its place in the course, the way on, and how the head of the page names it."""

import re

import pytest

from tests.factories import sites as factories
from tests.factories.culture import translate
from tests.factories.learning import lesson_block, make_course, question_block, stream
from tests.sites.test_query_budget import queries

HOST = "kemiren.localhost"
COURSE = "/belajar/bahasa-osing-dasar/"
GUEST = "/belajar/dispendik/foto-produk/"


def head(answer) -> str:
    assert answer.status_code == 200
    return answer.text.partition("</head>")[0]


def main(answer) -> str:
    assert answer.status_code == 200
    return answer.text.partition("<main")[2].partition("<footer")[0]


def ways(html: str) -> dict[str, str]:
    """Where the links to the lessons before and after lead."""
    return {rel: address for address, rel in re.findall(r'href="([^"]+)" rel="(prev|next)"', html)}


@pytest.fixture
def course(kemiren):
    return make_course(kemiren)


@pytest.fixture
def english(course):
    """The English version: its second lesson has another address, and the third is missing."""
    lessons = [lesson_block("Pelajaran 1", slug="first"), lesson_block("Pelajaran 2", slug="second")]
    questions = stream("questions", [question_block("short")])
    values = {"lessons": stream("lessons", lessons), "questions": questions}
    return translate(course, "Basic Osing", slug="basic-osing", **values)


def test_the_way_leads_from_lesson_to_lesson_and_to_the_quiz(course, get):
    assert ways(main(get(HOST, f"{COURSE}pelajaran-1/"))) == {"next": f"{COURSE}pelajaran-2/"}
    assert ways(main(get(HOST, f"{COURSE}pelajaran-2/"))) == {
        "prev": f"{COURSE}pelajaran-1/",
        "next": f"{COURSE}pelajaran-3/",
    }
    assert ways(main(get(HOST, f"{COURSE}pelajaran-3/"))) == {
        "prev": f"{COURSE}pelajaran-2/",
        "next": f"{COURSE}kuis/",
    }


def test_the_last_lesson_of_a_course_without_a_quiz_leads_back_to_the_course(kemiren, get):
    make_course(kemiren, lessons=2, kinds=())
    html = main(get(HOST, f"{COURSE}pelajaran-2/"))
    assert ways(html) == {"prev": f"{COURSE}pelajaran-1/"}
    assert f'<a class="button" href="{COURSE}">' in html


def test_the_way_of_a_guest_stays_on_the_site_of_the_village(kemiren, get):
    make_course(factories.make_office("dispendik"), "Foto produk")
    html = main(get(HOST, f"{GUEST}pelajaran-3/"))
    assert ways(html) == {"prev": f"{GUEST}pelajaran-2/", "next": f"{GUEST}kuis/"}


def test_its_title_names_lesson_course_and_site(course, get):
    text = head(get(HOST, f"{COURSE}pelajaran-2/"))
    assert "<title>Pelajaran 2 · Bahasa Osing dasar · Desa Kemiren</title>" in text
    assert '<meta property="og:title" content="Pelajaran 2 · Bahasa Osing dasar">' in text
    assert f'<link rel="canonical" href="http://{HOST}{COURSE}pelajaran-2/">' in text


def test_the_quiz_is_named_in_the_same_way(course, get):
    text = head(get(HOST, f"{COURSE}kuis/"))
    assert f'<link rel="canonical" href="http://{HOST}{COURSE}kuis/">' in text
    assert "· Bahasa Osing dasar · Desa Kemiren</title>" in text


def test_search_engines_keep_the_address_of_the_office(kemiren, get):
    page = make_course(factories.make_office("dispendik"), "Foto produk")
    text = head(get(HOST, f"{GUEST}pelajaran-2/"))
    assert f'<link rel="canonical" href="{page.full_url}pelajaran-2/">' in text and "hreflang" not in text
    assert get("localhost", "/kantor/dispendik/belajar/foto-produk/pelajaran-2/").status_code == 200


def test_the_trail_holds_the_course(course, get):
    html = main(get(HOST, f"{COURSE}pelajaran-2/")).partition("</nav>")[0]
    assert re.findall(r'<a href="([^"]+)">', html) == ["/", "/belajar/", COURSE]
    assert '<span aria-current="page">Pelajaran 2</span>' in html


def test_the_open_lesson_is_marked_among_all(course, get):
    html = main(get(HOST, f"{COURSE}pelajaran-2/"))
    assert re.findall(r'<a href="([^"]+)" aria-current="page">', html) == [f"{COURSE}pelajaran-2/"]
    assert f'data-lesson="{course.lesson_list[1].key}" data-lessons=' in html


def test_the_summary_of_a_lesson_describes_it_else_its_first_words(kemiren, get):
    lessons = [lesson_block("Satu", summary="Bunyi yang khas."), lesson_block("Dua", text="Kata pertama.")]
    page = make_course(kemiren, lessons=1)
    page.lessons = stream("lessons", lessons)
    factories.publish(page)
    assert '<meta name="description" content="Bunyi yang khas.">' in head(get(HOST, f"{COURSE}satu/"))
    assert '<meta name="description" content="Kata pertama.">' in head(get(HOST, f"{COURSE}dua/"))


def test_the_switch_of_languages_leads_to_the_same_lesson(english, get):
    answer = get(HOST, f"{COURSE}pelajaran-2/")
    assert 'href="/en/learning/basic-osing/second/" lang="en"' in answer.text
    assert f'hreflang="en" href="http://{HOST}/en/learning/basic-osing/second/"' in head(answer)
    assert f'href="{COURSE}pelajaran-2/" lang="id"' in get(HOST, "/en/learning/basic-osing/second/").text


def test_it_leads_to_the_course_where_the_lesson_is_not_translated(english, get):
    answer = get(HOST, f"{COURSE}pelajaran-3/")
    assert 'href="/en/learning/basic-osing/" lang="en"' in answer.text
    assert "hreflang" not in head(answer)


def test_it_leads_from_quiz_to_quiz(english, get):
    assert 'href="/en/learning/basic-osing/kuis/" lang="en"' in get(HOST, f"{COURSE}kuis/").text


def test_a_guest_has_the_same_switch(kemiren, get):
    page = make_course(factories.make_office("dispendik"), "Foto produk")
    lessons = stream("lessons", [lesson_block("Pelajaran 1", slug="first")])
    translate(page, "Photos", slug="photos", audience="all", lessons=lessons)
    assert 'href="/en/learning/dispendik/photos/first/" lang="en"' in get(HOST, f"{GUEST}pelajaran-1/").text


def test_the_sitemap_lists_lessons_and_quiz(course, get):
    addresses = re.findall(r"<loc>(.*?)</loc>", get(HOST, "/sitemap.xml").text)
    base = f"http://{HOST}{COURSE}"
    own = [address.removeprefix(base) for address in addresses if address.startswith(base)]
    assert own == ["", "pelajaran-1/", "pelajaran-2/", "pelajaran-3/", "kuis/"]


def test_the_sitemap_costs_the_same_however_many_courses_there_are(kemiren, get):
    make_course(kemiren)
    few = len(queries(HOST, "/sitemap.xml"))
    for number in range(4):
        make_course(kemiren, f"Kursus {number}")
    assert len(queries(HOST, "/sitemap.xml")) == few


def test_a_lesson_without_an_address_of_its_own_has_its_number(kemiren, get):
    page = make_course(kemiren, lessons=1)
    page.lessons = stream("lessons", [lesson_block("Satu", slug="")])
    factories.publish(page)
    assert "Isi pelajaran." in main(get(HOST, f"{COURSE}1/"))
