"""What learners of a course have done, its village or its office sees and nobody else."""

import pytest
from django.urls import reverse
from wagtail.models import PageLogEntry, ReferenceIndex

from learning.staff.menu import OF_COURSE
from sites import provisioning
from sites.models import Office
from tests.factories import sites as factories
from tests.factories.learning import make_certificate, make_course

BESIDE = ["index", "import", "template", "copy"]


@pytest.fixture
def rahasia(other):
    """A certificate of a course of the other village."""
    return make_certificate(make_course(other, "Kursus rahasia"), "Sri Rahasia")


def addresses_of(certificate):
    """Every address of the desk with the keys of one certificate in it."""
    keys = {"certificate_id": certificate.pk, "table": "bulan"}
    for name, (address, _view) in OF_COURSE.items():
        given = {key: value for key, value in keys.items() if f":{key}>" in address}
        yield reverse(f"course_desk:{name}", kwargs={"course_id": certificate.course_id, **given})


def test_an_admin_finds_the_own_courses_and_no_others(admin, course, rahasia):
    answer = admin.get(reverse("course_desk:index"))
    assert course.title in answer.text
    assert rahasia.course.title not in answer.text


@pytest.mark.parametrize("who", ["admin", "writer", "staff", "officer"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_nothing_of_another_villages_course_is_found_by_its_numbers(request, rahasia, who, method):
    client = request.getfixturevalue(who)
    for address in addresses_of(rahasia):
        answer = getattr(client, method)(address, {"reason": "Diam-diam"})
        assert answer.status_code == 404, address
        assert "Rahasia" not in answer.text
    rahasia.refresh_from_db()
    assert rahasia.name and not rahasia.is_revoked


def test_contributors_have_no_desk(writer, course):
    certificate = make_certificate(course)
    for address in [*(reverse(f"course_desk:{name}") for name in BESIDE), *addresses_of(certificate)]:
        assert writer.get(address).status_code == 404, address
        assert writer.post(address).status_code == 404, address
    assert reverse("course_desk:index") not in writer.get("/admin/").text


def test_an_office_sees_its_own_courses_and_neither_a_villages_nor_another_offices(officer, course):
    own = make_certificate(make_course(office_of("disbudpar"), "Foto produk"), "Sri Kantor")
    strange = make_certificate(make_course(factories.make_office("dispendik"), "Kursus lain"), "Sri Lain")
    assert [officer.get(address).status_code for address in addresses_of(own)] == [200] * len(OF_COURSE)
    for certificate in (strange, make_certificate(course)):
        for address in addresses_of(certificate):
            assert officer.get(address).status_code == 404, address
    text = officer.get(reverse("course_desk:index")).text
    assert "Foto produk" in text and "Kursus lain" not in text and course.title not in text


def office_of(slug):
    office = Office.objects.get(slug=slug)
    office.page = office.pages.get(locale__language_code="id")
    return office


def test_a_village_sees_nothing_of_an_offices_course_that_it_shows(admin):
    shared = make_certificate(make_course(factories.make_office("dispendik"), "Foto produk"), "Sri Kantor")
    for address in addresses_of(shared):
        assert admin.get(address).status_code == 404, address
    assert "Foto produk" not in admin.get(reverse("course_desk:index")).text


def test_portal_staff_see_the_courses_of_the_regency_itself(staff, course):
    own = make_certificate(make_course(None, "Kursus kabupaten"), "Sri Kabupaten")
    make_course(factories.make_office("dispendik"), "Foto produk")
    text = staff.get(reverse("course_desk:index")).text
    assert "Kursus kabupaten" in text
    assert course.title not in text and "Foto produk" not in text
    assert "Sri Kabupaten" in staff.get(reverse("course_desk:certificates", args=[own.course_id])).text


def test_a_certificate_of_another_course_is_not_found_below_the_own(admin, desk, course, rahasia):
    for name in ("revoke", "restore", "erase_name"):
        assert admin.get(desk(name, course, rahasia)).status_code == 404, name
        assert admin.post(desk(name, course, rahasia), {"reason": "x"}).status_code == 404, name


def test_numbers_that_no_database_takes_are_not_found(admin, course):
    assert admin.get(f"/admin/belajar/{10**30}/").status_code == 404
    assert admin.get(f"/admin/belajar/{course.pk}/sertifikat/{10**30}/cabut/").status_code == 404


def test_a_superuser_finds_all(log_in, course, rahasia):
    client = log_in(factories.make_person(is_superuser=True, is_staff=True))
    text = client.get(reverse("course_desk:index")).text
    assert course.title in text and rahasia.course.title in text
    assert rahasia.name in client.get(reverse("course_desk:certificates", args=[rahasia.course_id])).text


def test_who_is_admin_of_two_villages_reads_whose_each_course_is(kemiren, other, log_in, course, rahasia):
    person = factories.make_person(kemiren)
    person.groups.add(other.admin_group)
    text = log_in(person, "kemiren.localhost").get(reverse("course_desk:index")).text
    assert course.title in text and rahasia.course.title in text
    assert str(other) in text


def test_admins_of_a_closed_village_find_nothing(kemiren, log_in, course, desk):
    person = factories.make_person(kemiren)
    provisioning.close_village(kemiren)
    assert log_in(person, "localhost").get(desk("results", course)).status_code in {302, 404}


def test_the_usage_of_a_page_names_nobody_who_has_learned(admin, course):
    certificate = make_certificate(course)
    assert not ReferenceIndex.get_references_to(course).exists()
    answer = admin.get(reverse("wagtailadmin_pages:usage", args=[course.pk])).text
    assert certificate.code not in answer and certificate.name not in answer


def test_a_copy_within_the_village_takes_no_results_along(course):
    make_certificate(course)
    copy = course.copy(update_attrs={"slug": "salinan", "title": "Salinan"})
    assert not copy.certificates.exists() and not copy.attempts.exists()


def test_what_the_desk_did_stands_in_the_history_without_a_name(admin, desk, course):
    certificate = make_certificate(course, "Sri Rahasia")
    admin.get(desk("certificates", course))
    admin.post(desk("certificates", course), {"words": "Sri"})
    admin.get(desk("revoke", course, certificate))
    admin.post(desk("revoke", course, certificate), {"reason": "Salah orang"})
    admin.post(desk("restore", course, certificate))
    admin.post(desk("erase_name", course, certificate))
    entries = PageLogEntry.objects.filter(page=course.pk, action__startswith="learning.").order_by("pk")
    assert [entry.action.removeprefix("learning.") for entry in entries] == [
        "look_at_certificates", "search_certificates", "look_at_certificate", "revoke_certificate",
        "restore_certificate", "erase_certificate_name",
    ]  # fmt: skip
    assert all("Sri" not in f"{entry.data}{entry.label}{entry.message}" for entry in entries)
    history = admin.get(reverse("wagtailadmin_pages:history", args=[course.pk])).text
    assert "Sri Rahasia" not in history and str(entries[0].message) in history
