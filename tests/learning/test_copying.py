"""A course of others becomes a draft of one's own, with credit, keys and files of its own."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import CollectionViewRestriction

from learning.models import CourseIndexPage, CoursePage
from sites import provisioning
from sites.models import VillageDocument, VillageImage
from tests.factories import sites as factories
from tests.factories.culture import list_below, translate
from tests.factories.learning import lesson_block, make_attempt, make_course, question_block

from .test_course_form import send


@pytest.fixture
def original(other):
    return make_course(other, "Menari Gandrung", summary="Gerak dasar", sources="Sanggar (contoh)")


@pytest.fixture
def copy(admin):
    """A function: copies a course and returns the draft, and what its maker is told."""

    def copy(course, client=admin, **values):
        answer = client.post(reverse("course_desk:copy_one", args=[course.pk]), values, follow=True)
        told = " ".join(str(message) for message in answer.context["messages"])
        return CoursePage.objects.exclude(pk=course.pk).filter(title=course.title, live=False).first(), told

    return copy


def picture(village, **values):
    file = get_test_image_file("tari.png")
    values = {"title": "Penari", "description": "Seorang penari", "credit": "Sanggar (contoh)", **values}
    return VillageImage.objects.create(collection=village.collection, file=file, **values)


def document(village, title="Lembar"):
    return VillageDocument.objects.create(
        title=title, collection=village.collection, file=ContentFile(b"a,b\n", "lembar.csv")
    )


def test_courses_of_others_are_found_with_whose_they_are(admin, kemiren, other, original):
    make_course(kemiren, "Kursus sendiri")
    make_course(factories.make_office("dispendik", abbreviation="Dispendik"), "Foto produk")
    text = admin.get(reverse("course_desk:copy")).text
    assert "Menari Gandrung" in text and other.display_name in text and "Foto produk" in text
    assert "Kursus sendiri" not in text
    found = admin.get(reverse("course_desk:copy") + "?q=gerak").text
    assert "Menari Gandrung" in found and "Foto produk" not in found


def test_a_search_that_no_database_takes_finds_what_the_rest_of_it_says(admin, original):
    assert "Menari Gandrung" in admin.get(reverse("course_desk:copy") + "?q=gerak%00").text


def test_what_is_reserved_unpublished_closed_or_behind_a_password_is_not_offered(admin, other, original):
    make_course(other, "Dilindungi", licence="reserved")
    make_course(other, "Ditarik").unpublish()
    text = admin.get(reverse("course_desk:copy")).text
    assert "Dilindungi" not in text and "Ditarik" not in text
    provisioning.close_village(other)
    assert "Menari Gandrung" not in admin.get(reverse("course_desk:copy")).text


@pytest.mark.parametrize("values", [{"licence": "reserved"}, {"live": False}])
def test_nor_copied_by_its_number(copy, original, values):
    CoursePage.objects.filter(pk=original.pk).update(**values)
    made, told = copy(original)
    assert told and CoursePage.objects.count() == 1


def test_the_copy_is_a_draft_below_ones_own_list_with_credit(copy, kemiren, other, original):
    made, _told = copy(original)
    assert made.get_parent().pk == list_below(CourseIndexPage, kemiren).pk
    assert not made.live and made.translation_key != original.translation_key
    assert "Menari Gandrung" in made.based_on and other.display_name in made.based_on
    assert "CC BY-SA 4.0" in made.based_on and made.based_on_url == original.full_url
    assert (made.licence, made.sources, made.audience) == ("by-sa", "Sanggar (contoh)", "")


def keys(page):
    found = {lesson.key for lesson in page.lesson_list} | {question.key for question in page.question_list}
    return found | {choice.key for question in page.question_list for choice in question.choices}


def test_texts_stay_and_all_keys_are_new_so_that_results_are_apart(copy, original):
    make_attempt(original)
    made, _told = copy(original)
    assert [lesson.title for lesson in made.lesson_list] == [lesson.title for lesson in original.lesson_list]
    assert [lesson.slug for lesson in made.lesson_list] == [lesson.slug for lesson in original.lesson_list]
    assert [q.text for q in made.question_list] == [q.text for q in original.question_list]
    assert not keys(made) & keys(original)
    assert len(made.question_list[0].right) == 1
    assert not made.attempts.exists()


def test_the_copy_is_taken_by_the_editor_as_it_is(copy, admin, original):
    made, _told = copy(original)
    assert send(admin, made).status_code == 302
    made.refresh_from_db()
    assert made.live


def test_pictures_and_documents_become_ones_own_with_their_credit(copy, admin, kemiren, other):
    image, sheet = picture(other), document(other)
    link = {"type": "paragraph", "value": f'<p><a linktype="document" id="{sheet.pk}">lembar</a></p>'}
    more = (
        {"type": "image", "value": {"image": image.pk, "caption": "", "credit": ""}},
        {"type": "worksheet", "value": {"file": sheet.pk, "instructions": ""}},
        link,
    )
    course = make_course(
        other,
        lessons=[lesson_block("Satu", more=more)],
        questions=[question_block("single", picture=image.pk)],
        listing_image=image,
    )
    made, told = copy(course)
    own = VillageImage.objects.get(collection=kemiren.collection)
    assert (own.credit, own.description) == ("Sanggar (contoh)", "Seorang penari")
    assert made.listing_image == own and made.question_list[0].picture == own
    sheets = VillageDocument.objects.filter(collection=kemiren.collection)
    assert sheets.count() == 1
    body = made.lesson_list[0].body
    assert body[1].value["image"] == own and body[2].value["file"] == sheets[0]
    assert f'id="{sheets[0].pk}"' in body[3].value.source
    assert send(admin, made).status_code == 302


def test_a_picture_without_a_credit_gets_the_name_of_its_village(copy, kemiren, other):
    copy(make_course(other, listing_image=picture(other, credit="")))
    assert VillageImage.objects.get(collection=kemiren.collection).credit == other.display_name


def test_what_is_not_free_stays_behind_and_is_named(copy, admin, kemiren, other):
    third = factories.make_village("ketiga.localhost")
    strange, closed = picture(third, title="Milik orang"), document(other, "Rahasia")
    CollectionViewRestriction.objects.create(
        collection=other.collection, restriction_type="password", password="rahasia"
    )
    more = (
        {"type": "image", "value": {"image": strange.pk, "caption": "", "credit": ""}},
        {"type": "worksheet", "value": {"file": closed.pk, "instructions": ""}},
        {"type": "documents", "value": [closed.pk]},
    )
    made, told = copy(make_course(other, lessons=[lesson_block("Satu", more=more)]))
    assert "Milik orang" in told and "Rahasia" in told
    assert [block.block_type for block in made.lesson_list[0].body] == ["paragraph"]
    assert not VillageImage.objects.filter(collection=kemiren.collection).exists()


def test_a_link_to_a_page_of_the_other_village_leads_to_its_own_address(copy, other):
    page = factories.publish(factories.make_page(other, "Sanggar"))
    hidden = factories.make_page(other, "Belum jadi", live=False)
    text = f'<a linktype="page" id="{page.pk}">sanggar</a>, <a linktype="page" id="{hidden.pk}">nanti</a>'
    block = {"type": "paragraph", "value": f"<p>{text}</p>"}
    made, _told = copy(make_course(other, lessons=[lesson_block("Satu", more=(block,))]))
    source = made.lesson_list[0].body[1].value.source
    assert page.full_url in source and "linktype" not in source and "nanti" in source


def test_translations_come_along_with_the_same_new_keys(copy, original):
    english = translate(original, "Dancing Gandrung", lessons=original.lessons, questions=original.questions)
    made, _told = copy(original)
    version = made.get_translations().get().specific
    assert version.title == english.title and not version.live
    assert keys(version) == keys(made)
    assert version.locale.language_code == "en"


def test_a_copy_of_a_copy_names_both(copy, other):
    made, _told = copy(make_course(other, based_on="“Asli”, oleh Dinas (CC BY 4.0)"))
    assert "Asli" in made.sources and other.display_name in made.based_on


def test_an_office_copies_into_its_own_space(log_in, copy, original):
    client = log_in(factories.make_officer("dispendik"))
    made, _told = copy(original, client)
    assert made.office and made.office.slug == "dispendik"


def test_nobody_copies_into_a_list_that_is_not_theirs(copy, kemiren, other):
    course = make_course(factories.make_office("dispendik"), "Foto produk")
    theirs = list_below(CourseIndexPage, other)
    copy(course, list=theirs.pk)
    assert not CoursePage.objects.child_of(theirs).exists()
