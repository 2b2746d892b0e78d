"""What is wrong with a class is said beside its field; the form comes back filled in, nothing is stored."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from wagtail.users.models import UserProfile

from culture.class_form import ClassPageForm
from culture.forms import EventPageForm
from culture.models import ClassPage
from culture.recurrence import DAY_CODES
from tests.factories.culture import make_class, make_registration
from tests.factories.days import in_days
from tests.factories.sites import home_locale, make_person

from .forms import class_form

pytestmark = pytest.mark.once


def send(client, page, publish=True, **values):
    form = class_form(page, summary="Tulisan yang tidak boleh hilang", **values)
    button = {"action-publish": "1"} if publish else {}
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return client.post(url, {**form, **button})


WRONG = [
    ({"term_to": "2020-01-01"}, "term_to", "before it begins"),
    ({"ends_at": "08:00"}, "ends_at", "before it begins"),
    ({"ends_at": "09:00"}, "ends_at", "before it begins"),
    ({"age_from": "12", "age_to": "7"}, "age_to", "must not lie below"),
    ({"age_from": "130"}, "age_from", "120"),
    ({"quota": "0"}, "quota", "one seat"),
    ({"recurrence_days": []}, "recurrence", "day of the week"),
    ({"teacher_name": "Bu Guru"}, "teacher_agreed", "agrees"),
    ({"term_to": f"{in_days(3650):%Y-%m-%d}"}, "term_to", "120"),
    (
        {"registration_until": f"{in_days(900):%Y-%m-%d}"},
        "registration_until",
        "after the class",
    ),
]


@pytest.mark.parametrize(("values", "field", "words"), WRONG)
def test_what_is_wrong_stands_beside_its_field(admin, page, values, field, words):
    before = page.latest_revision_id
    answer = send(admin, page, **values)
    errors = answer.context["form"].errors
    assert set(errors) == {field}
    assert "Tulisan yang tidak boleh hilang" in answer.text
    page.refresh_from_db()
    assert (page.summary, page.latest_revision_id) == ("", before)
    assert page.sessions.count() == 8


@pytest.mark.parametrize(("values", "field", "words"), WRONG)
def test_each_message_is_had_in_both_languages(kemiren, log_in, page, values, field, words):
    """Indonesian is what the admin speaks unless somebody chooses otherwise."""
    person = make_person(kemiren)
    client = log_in(person, "kemiren.localhost")
    told = {}
    for language in ("id", "en"):
        UserProfile.objects.update_or_create(user=person, defaults={"preferred_language": language})
        errors = send(client, page, **values).context["form"].errors
        with override(language):
            told[language] = " ".join(map(str, errors[field]))
    assert words in told["en"]
    assert told["id"] != told["en"]


def test_the_quota_is_not_set_below_those_who_are_in(admin, page):
    for _number in range(2):
        make_registration(page)
    answer = send(admin, page, quota="1")
    assert "2" in " ".join(answer.context["form"].errors["quota"])
    page.refresh_from_db()
    assert page.quota == 2
    assert send(admin, page, quota="3").status_code == 302


def test_a_term_without_any_such_day_is_refused(admin, page):
    elsewhere = DAY_CODES[(page.term_from.weekday() + 3) % 7]
    end = f"{page.term_from + timedelta(days=1):%Y-%m-%d}"
    answer = send(admin, page, term_to=end, recurrence_days=[elsewhere])
    assert set(answer.context["form"].errors) == {"recurrence"}
    assert f'value="{elsewhere}"' in answer.text
    assert page.sessions.count() == 8


def test_the_labels_of_the_form_begin_with_a_capital():
    for form in (ClassPageForm, EventPageForm):
        for field in form.declared_fields.values():
            assert str(field.label)[0].isupper(), field.label


def test_a_draft_may_wait_for_what_is_missing(admin, page):
    assert send(admin, page, publish=False, place="", teacher_name="").status_code == 302


@pytest.mark.parametrize(("values", "field"), [(values, field) for values, field, _words in WRONG[:2]])
def test_a_draft_too_is_told_beside_the_field_that_it_ends_before_it_begins(admin, page, values, field):
    answer = send(admin, page, publish=False, **values)
    assert set(answer.context["form"].errors) == {field}


def test_a_class_is_made_and_published_by_the_form(admin, kemiren):
    page = make_class(kemiren)
    url = reverse("wagtailadmin_pages:add", args=["culture", "classpage", page.get_parent().pk])
    days = ["MO", "TH"]
    form = class_form(page, title="Karawitan", slug="", recurrence_days=days)
    assert admin.post(url, {**form, "action-publish": "1"}).status_code == 302
    made = ClassPage.objects.get(title="Karawitan")
    assert made.live
    assert {timezone.localtime(found.starts_at).weekday() for found in made.sessions.all()} == {0, 3}


def test_what_is_typed_once_is_no_part_of_the_english_form(admin, page):
    english = page.copy_for_translation(home_locale("en"), copy_parents=True)
    text = admin.get(reverse("wagtailadmin_pages:edit", args=[english.pk])).text
    assert 'name="quota"' not in text and 'name="recurrence_pattern"' not in text
    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in text


def test_a_copy_is_a_class_of_its_own(admin, page):
    make_registration(page)
    form = {"new_title": "Salinan", "new_slug": "salinan", "new_parent_page": page.get_parent().pk}
    assert admin.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), form).status_code == 302
    copy = ClassPage.objects.get(slug="salinan")
    assert (copy.live, copy.registrations.count(), copy.sessions.count()) == (False, 0, 0)


def test_no_draft_gets_past_the_form_by_publishing_many_at_once(admin, page):
    page.age_from, page.age_to = 900, 900
    page.save_revision()
    answer = admin.post(f"/admin/bulk/wagtailcore/page/publish/?id={page.pk}", follow=True)
    page.refresh_from_db()
    assert page.age_to != 900
    assert any(page.title in str(message) for message in answer.context["messages"])


def test_a_draft_that_is_fit_is_published_with_others(admin, page):
    page.quota = 7
    page.save_revision()
    admin.post(f"/admin/bulk/wagtailcore/page/publish/?id={page.pk}", follow=True)
    page.refresh_from_db()
    assert page.quota == 7


def test_nor_does_one_below_the_list_that_is_published(admin, page):
    page.age_from, page.age_to = 900, 900
    page.save_revision()
    page.unpublish()
    url = f"/admin/bulk/wagtailcore/page/publish/?id={page.get_parent().pk}"
    admin.post(url, {"include_descendants": "on"}, follow=True)
    page.refresh_from_db()
    assert not page.live
