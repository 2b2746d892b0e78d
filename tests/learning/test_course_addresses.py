"""Where a course, its lessons and its quiz are, in its own village and as a guest in others."""

from tests.factories import sites as factories
from tests.factories.learning import make_course


def test_a_lesson_has_an_address_below_its_course(kemiren, get):
    make_course(kemiren)
    assert "Pelajaran 2" in get("kemiren.localhost", "/belajar/bahasa-osing-dasar/pelajaran-2/").text


def test_a_lesson_of_an_office_is_read_in_the_frame_of_a_village(kemiren, get):
    make_course(factories.make_office("dispendik"), title="Foto produk")
    answer = get("kemiren.localhost", "/belajar/dispendik/foto-produk/pelajaran-2/")
    assert "Isi pelajaran." in answer.text and "Desa Kemiren" in answer.text
    assert get("kemiren.localhost", "/belajar/dispendik/foto-produk/").status_code == 200


def test_a_lesson_that_is_not_there_is_not_found(kemiren, get):
    make_course(kemiren)
    make_course(factories.make_office("dispendik"), title="Foto produk")
    assert get("kemiren.localhost", "/belajar/bahasa-osing-dasar/tidak-ada/").status_code == 404
    assert get("kemiren.localhost", "/belajar/dispendik/foto-produk/tidak-ada/").status_code == 404


def test_what_a_course_holds_is_counted_when_it_is_saved(kemiren):
    course = make_course(kemiren, lessons=4, kinds=("single", "ordering"))
    assert (course.lesson_count, course.question_count, course.minutes) == (4, 2, 42)
