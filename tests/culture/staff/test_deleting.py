"""A class with people in it is not deleted, by whatever way, until they have been told."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from culture.models import ClassIndexPage, ClassPage, Notice
from tests.factories.culture import list_below, make_class, make_registration
from tests.factories.sites import home_locale, publish


@pytest.fixture
def registration(page):
    return make_registration(page)


def delete(client, page):
    return client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]), follow=True)


def delete_many(client, *pages):
    query = "&".join(f"id={page.pk}" for page in pages)
    return client.post(f"/admin/bulk/wagtailcore/page/delete/?{query}", follow=True)


def is_there(page):
    return ClassPage.objects.filter(pk=page.pk).exists()


def test_a_class_with_people_is_kept_and_the_editor_reads_what_to_do(admin, page, registration):
    answer = delete(admin, page)
    assert is_there(page)
    assert any(page.title in str(message) for message in answer.context["messages"])
    assert any(
        "cancelled" in str(message) or "batal" in str(message) for message in answer.context["messages"]
    )


def test_not_even_the_question_is_asked(admin, page, registration):
    assert admin.get(reverse("wagtailadmin_pages:delete", args=[page.pk])).status_code == 302


def test_many_at_once_are_kept_when_one_of_them_has_people(admin, kemiren, page, registration):
    empty = make_class(kemiren, "Kosong")
    delete_many(admin, empty, page)
    assert is_there(page) and is_there(empty)


@pytest.mark.parametrize("way", [delete, delete_many])
def test_nor_does_it_go_with_the_list_that_it_stands_in(admin, page, registration, way):
    way(admin, page.get_parent())
    assert is_there(page)


def test_the_english_version_may_go(admin, page, registration):
    english = publish(page.copy_for_translation(home_locale("en"), copy_parents=True))
    delete(admin, english)
    assert not is_there(english)
    assert is_there(page)


@pytest.mark.parametrize("why", ["nobody", "over", "all cancelled"])
def test_a_class_that_nobody_counts_on_may_go(admin, page, why):
    if why != "nobody":
        registration = make_registration(page)
        if why == "over":
            yesterday = timezone.localdate() - timedelta(days=1)
            ClassPage.objects.filter(pk=page.pk).update(term_from=yesterday, term_to=yesterday)
        else:
            page.registrations.filter(pk=registration.pk).update(state="cancelled")
    delete(admin, page)
    assert not is_there(page)


def test_a_cancelled_class_may_go_once_everybody_has_been_told(admin, page, registration):
    page.is_cancelled = True
    publish(page)
    delete(admin, page)
    assert is_there(page)
    Notice.objects.update(sent_at=timezone.now())
    delete(admin, page)
    assert not is_there(page)


def test_a_class_with_people_is_not_withdrawn(admin, page, registration):
    admin.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
    page.refresh_from_db()
    assert page.live


def test_not_even_portal_staff_move_people_s_data_to_another_village(staff, page, other, registration):
    target = list_below(ClassIndexPage, other)
    staff.post(reverse("wagtailadmin_pages:move_confirm", args=[page.pk, target.pk]))
    page.refresh_from_db()
    assert not page.path.startswith(target.path)


def test_a_class_without_people_may_be_moved_by_portal_staff(staff, page, other):
    target = list_below(ClassIndexPage, other)
    staff.post(reverse("wagtailadmin_pages:move_confirm", args=[page.pk, target.pk]))
    page.refresh_from_db()
    assert page.path.startswith(target.path)
