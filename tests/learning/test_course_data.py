"""What courses, lessons and quizzes say to search engines."""

import json

import pytest

from tests.factories import sites as factories
from tests.factories.learning import KINDS, make_course
from tests.sites.test_structured_data import VOCABULARY, WORK, graph, nodes

pytestmark = pytest.mark.once

HOST = "kemiren.localhost"
COURSE = "/belajar/bahasa-osing-dasar/"
RESOURCE = WORK | {
    "about",
    "audience",
    "educationalLevel",
    "hasPart",
    "isAccessibleForFree",
    "isBasedOn",
    "learningResourceType",
    "license",
    "position",
    "provider",
    "teaches",
    "timeRequired",
}
TYPES = VOCABULARY | {
    "Course": RESOURCE | {"educationalCredentialAwarded", "hasCourseInstance"},
    "CourseInstance": {"courseMode", "courseWorkload", "inLanguage", "name"},
    "LearningResource": RESOURCE,
    "Quiz": RESOURCE,
    "Audience": {"audienceType"},
    "Thing": {"name"},
}


@pytest.fixture
def course(kemiren):
    return make_course(
        kemiren,
        kinds=tuple(KINDS),
        outcomes="Menyapa\nBertanya",
        intended_for="Warga",
        licence="by",
        based_on="Asal",
        based_on_url="https://asal.example/",
        gives_certificate=True,
    )


def about(get, path: str, host: str = HOST) -> dict:
    return graph(get(host, path).text)["WebPage"]["mainEntity"]


@pytest.mark.parametrize("tail", ["", "pelajaran-2/", "kuis/"])
def test_every_node_has_only_properties_that_its_type_has(course, get, tail):
    for node in nodes(list(graph(get(HOST, COURSE + tail).text).values())):
        assert set(node) - {"@type"} <= TYPES[node["@type"]], node
        assert all(value not in ("", None, [], {}) for value in node.values()), node


def test_a_course_lists_its_lessons_and_what_it_teaches(course, get):
    found = about(get, COURSE)
    assert found["@type"] == "Course"
    assert found["timeRequired"] == found["hasCourseInstance"]["courseWorkload"] == "PT35M"
    assert found["teaches"] == ["Menyapa", "Bertanya"]
    assert found["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert found["provider"] == {"@id": f"http://{HOST}/#owner"}
    assert [(part["position"], part["url"]) for part in found["hasPart"]][1] == (
        2,
        f"http://{HOST}{COURSE}pelajaran-2/",
    )


def test_a_lesson_is_part_of_its_course(course, get):
    found = about(get, f"{COURSE}pelajaran-2/")
    assert (found["@type"], found["name"], found["position"]) == ("LearningResource", "Pelajaran 2", 2)
    assert found["url"] == f"http://{HOST}{COURSE}pelajaran-2/"
    assert found["isPartOf"]["url"] == f"http://{HOST}{COURSE}"
    trail = graph(get(HOST, f"{COURSE}pelajaran-2/").text)["BreadcrumbList"]["itemListElement"]
    assert [step["name"] for step in trail] == ["Beranda", "Belajar", "Bahasa Osing dasar", "Pelajaran 2"]


def test_a_quiz_says_what_it_is_about_and_no_answer(course, get):
    found = about(get, f"{COURSE}kuis/")
    assert found["@type"] == "Quiz" and found["about"]["name"] == "Bahasa Osing dasar"
    assert "Benar" not in json.dumps(found) and "genai" not in json.dumps(found)


def test_a_course_of_an_office_is_provided_by_it(kemiren, get):
    office = factories.make_office("dispendik")
    make_course(office, "Foto produk")
    in_village = about(get, "/belajar/dispendik/foto-produk/")
    at_office = about(get, "/kantor/dispendik/belajar/foto-produk/", "localhost")
    assert in_village["provider"] == at_office["provider"]
    assert at_office["provider"]["name"] == office.display_name


def test_an_empty_course_says_nothing_that_it_has_not(kemiren, get):
    make_course(kemiren, lessons=0, kinds=(), licence="reserved")
    assert not {"hasPart", "teaches", "license", "isBasedOn"} & set(about(get, COURSE))
