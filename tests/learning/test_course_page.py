"""The page of a course: what it is about, what is in it, and the way in."""

import re

import pytest
from django.utils import timezone

from sites.models import PageViews, RelatedPage
from tests.factories import culture
from tests.factories import sites as factories
from tests.factories.learning import lesson_block, make_course, stream

HOST = "kemiren.localhost"
ADDRESS = "/belajar/bahasa-osing-dasar/"


def main(answer) -> str:
    assert answer.status_code == 200
    return answer.text.partition("<main")[2].partition("<footer")[0]


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_it_says_what_is_in_it_and_leads_to_the_first_lesson(kemiren, get):
    make_course(kemiren, summary="Bunyi dan kata.", outcomes="Menyapa\n\nBertanya\n")
    html = main(get(HOST, ADDRESS))
    assert f'<a class="button" href="{ADDRESS}pelajaran-1/">' in html
    assert "Bunyi dan kata." in html
    assert re.findall(r"<ul class=\"checks\">.*?</ul>", html)[0].count("<li>") == 2
    slugs = ["pelajaran-1", "pelajaran-2", "pelajaran-3", "kuis"]
    order = [html.rindex(f'href="{ADDRESS}{slug}/"') for slug in slugs]
    assert order == sorted(order)


def test_it_says_how_long_it_takes_and_for_whom_it_is(kemiren, get):
    lessons = stream("lessons", [lesson_block("Satu", minutes=80), lesson_block("Dua", minutes=15)])
    page = make_course(kemiren, "Panjang", learners="child")
    culture.translate(page, "Long", lessons=lessons, learners="child")
    text = words(main(get(HOST, "/en/learning/long/")))
    assert "About 1 hour 35 minutes" in text and "2 lessons" in text and "Children" in text


def test_a_course_without_lessons_or_quiz_has_no_way_to_them(kemiren, get):
    make_course(kemiren, lessons=0, kinds=())
    html = main(get(HOST, ADDRESS))
    assert "course-steps" not in html and "kuis/" not in html


def test_a_certificate_is_promised_only_where_there_is_a_quiz(kemiren, get):
    make_course(kemiren, gives_certificate=True, pass_percent=80)
    make_course(kemiren, "Tanpa kuis", kinds=(), gives_certificate=True, pass_percent=80)
    assert "80" in words(main(get(HOST, ADDRESS)))
    assert "80" not in words(main(get(HOST, "/belajar/tanpa-kuis/")))


def test_licence_author_sources_and_the_original_are_named(kemiren, get):
    make_course(
        kemiren,
        author="Sanggar contoh",
        licence="by",
        based_on="Kursus dinas",
        based_on_url="https://dinas.example/kursus/",
        sources="Buku A\nBuku B",
    )
    html = main(get(HOST, ADDRESS))
    assert '<a href="https://creativecommons.org/licenses/by/4.0/" rel="license">CC BY 4.0</a>' in html
    assert '<a href="https://dinas.example/kursus/" rel="noopener">Kursus dinas</a>' in html
    for text in ("Sanggar contoh", "Desa Kemiren", "<li>Buku A</li>", "<li>Buku B</li>"):
        assert text in html


def test_a_course_with_all_rights_reserved_links_no_licence(kemiren, get):
    make_course(kemiren, licence="reserved")
    assert 'rel="license"' not in main(get(HOST, ADDRESS))


def test_a_course_of_an_office_is_marked_in_a_village_and_names_the_office(kemiren, get):
    page = make_course(factories.make_office("dispendik"), "Foto produk")
    answer = get(HOST, "/belajar/dispendik/foto-produk/")
    html = main(answer)
    assert "Diterbitkan untuk desa-desa oleh" in words(html)
    assert '<span class="tag tag--from">' in html
    assert 'href="/belajar/dispendik/foto-produk/pelajaran-1/"' in html
    own = page.full_url
    assert f'<link rel="canonical" href="{own}">' in answer.text and f'href="{own}">' in html


def test_classes_that_an_editor_has_chosen_stand_beside_it(kemiren, get):
    page = make_course(kemiren)
    page.related_pages = [RelatedPage(target=culture.make_class(kemiren, "Osing untuk anak"))]
    factories.publish(page)
    assert "Osing untuk anak" in main(get(HOST, ADDRESS))


def test_what_scripts_need_stands_in_it(kemiren, get):
    page = make_course(kemiren)
    html = main(get(HOST, ADDRESS))
    keys = " ".join(lesson.key for lesson in page.lesson_list)
    assert f'data-course="{page.translation_key}" data-lessons="{keys}"' in html
    assert html.count("<li data-lesson=") == 3


def test_opening_it_counts_for_its_office_and_opening_a_lesson_does_not(kemiren, get):
    page = make_course(factories.make_office("dispendik"), "Foto produk")
    get(HOST, "/belajar/dispendik/foto-produk/")
    get(HOST, "/belajar/dispendik/foto-produk/pelajaran-1/")
    assert [views.number for views in PageViews.objects.of([page])] == [1]


@pytest.mark.parametrize("tail", ["", "pelajaran-1/", "kuis/"])
def test_a_course_past_its_day_is_gone_with_its_lessons_before_the_clockwork_takes_it(kemiren, get, tail):
    page = make_course(kemiren)
    type(page).objects.filter(pk=page.pk).update(expire_at=timezone.now())
    assert get(HOST, ADDRESS + tail).status_code == 404
