"""What staff do with the certificates of their course; and that a course with certificates stays."""

import pytest
from django.urls import reverse

from learning.models import Certificate, CourseIndexPage, CoursePage
from tests.factories.culture import list_below
from tests.factories.learning import make_certificate, make_course
from tests.factories.sites import make_person


@pytest.fixture
def certificate(course):
    return make_certificate(course, "Sri Wahyuni (contoh)")


def read(certificate):
    return Certificate.objects.get(pk=certificate.pk)


def test_the_list_names_each_with_its_code_and_its_day(admin, desk, course, certificate):
    text = admin.get(desk("certificates", course)).text
    assert certificate.name in text and certificate.code in text


@pytest.mark.parametrize("words", ["wahyuni", "code", "code without lines"])
def test_one_is_found_by_name_or_code_and_its_name_is_in_no_address(admin, desk, course, certificate, words):
    make_certificate(course, "Orang lain (contoh)")
    code = certificate.code
    words = {"code": code.lower(), "code without lines": code.replace("-", "")}.get(words, words)
    text = admin.post(desk("certificates", course), {"words": words}).text
    assert certificate.name in text and "Orang lain" not in text


def test_one_is_revoked_with_a_reason_and_made_valid_again(admin, desk, course, certificate):
    assert admin.post(desk("revoke", course, certificate), {"reason": ""}).status_code == 200
    assert not read(certificate).is_revoked
    admin.post(desk("revoke", course, certificate), {"reason": "Salah orang"})
    assert read(certificate).is_revoked and read(certificate).revoke_reason == "Salah orang"
    admin.get(desk("restore", course, certificate))
    assert read(certificate).is_revoked
    admin.post(desk("restore", course, certificate))
    assert not read(certificate).is_revoked


def test_a_name_is_erased_for_good_and_the_certificate_stays(admin, desk, course, certificate):
    admin.get(desk("erase_name", course, certificate))
    assert read(certificate).name
    admin.post(desk("erase_name", course, certificate))
    assert read(certificate).name == ""
    assert certificate.code in admin.get(desk("certificates", course)).text


def test_a_course_with_certificates_is_not_deleted(admin, course, certificate):
    answer = admin.post(reverse("wagtailadmin_pages:delete", args=[course.pk]), follow=True)
    assert course.title in str(list(answer.context["messages"])[0])
    assert CoursePage.objects.filter(pk=course.pk).exists()


def test_nor_with_others_at_once(admin, kemiren, course, certificate):
    plain = make_course(kemiren, "Tanpa sertifikat")
    admin.post(f"/admin/bulk/wagtailcore/page/delete/?id={plain.pk}&id={course.pk}", follow=True)
    assert CoursePage.objects.filter(pk__in=[plain.pk, course.pk]).count() == 2


def test_nor_with_the_list_that_it_stands_in(log_in, course, certificate):
    client = log_in(make_person(is_superuser=True, is_staff=True))
    client.post(reverse("wagtailadmin_pages:delete", args=[course.get_parent().pk]))
    assert CoursePage.objects.filter(pk=course.pk).exists()


def test_a_course_without_certificates_is_deleted_and_one_with_them_is_taken_off(
    admin, kemiren, course, certificate
):
    plain = make_course(kemiren, "Tanpa sertifikat")
    admin.post(reverse("wagtailadmin_pages:delete", args=[plain.pk]))
    assert not CoursePage.objects.filter(pk=plain.pk).exists()
    admin.post(reverse("wagtailadmin_pages:unpublish", args=[course.pk]))
    assert not CoursePage.objects.get(pk=course.pk).live


def test_portal_staff_move_no_course_with_certificates_to_another_village(staff, other, course, certificate):
    target = list_below(CourseIndexPage, other)
    staff.post(reverse("wagtailadmin_pages:move_confirm", args=[course.pk, target.pk]))
    assert CoursePage.objects.get(pk=course.pk).get_parent().pk != target.pk
