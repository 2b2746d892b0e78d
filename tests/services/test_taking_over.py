"""A village takes over the regency's template of a service: its own pages, and no template beside them."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from services.editing.taking_over import list_of, take_over
from services.models import ServiceIndexPage, ServicePage
from sites.models import VillageDocument, VillageSharing
from sites.workflow import switch_workflow
from tests.factories import sites as factories
from tests.factories.remembered import remembered
from tests.factories.services import make_service, translate_service

pytestmark = pytest.mark.django_db
PAPERS = [{"type": "paper", "value": {"name": "KTP", "note": ""}}]


@pytest.fixture
@remembered
def office(kemiren):
    return factories.make_office("dpmd")


@pytest.fixture
@remembered
def template(office, kemiren):
    return make_service(office, "Surat keterangan usaha", who="Warga", fee_rupiah=0, papers=PAPERS)


@pytest.fixture
def clerk(kemiren):
    return factories.make_person(kemiren)


def tap(client, template, village):
    where = reverse("service_desk:take_over", args=[template.pk])
    return client.post(where, {"village": village.pk}, follow=True)


def titles_on(village):
    index = list_of(village)
    return [page.title for page in index.get_listing(village.site)]


def guests_on(village):
    return [page for pages in list_of(village).guests(village.site) for page in pages]


def test_one_tap_makes_an_own_page_and_readers_find_no_template_beside_it(admin, kemiren, other, template):
    assert guests_on(kemiren) == [template]
    tap(admin, template, kemiren)
    own = ServicePage.objects.taken_over().get()
    assert own.live and own.get_parent().pk == list_of(kemiren).pk
    assert (own.who, own.fee_rupiah, own.papers[0].value["name"]) == ("Warga", 0, "KTP")
    assert own.service_key == template.translation_key and own.translation_key != template.translation_key
    assert own.audience == "" and own.office is None
    assert titles_on(kemiren) == ["Surat keterangan usaha"] and not guests_on(kemiren)
    assert guests_on(other) == [template]


def test_both_languages_are_taken_over(template, kemiren, clerk):
    translate_service(template, "Business letter", who="Residents")
    own = take_over(template, kemiren, clerk)
    english = ServicePage.objects.get(translation_key=own.translation_key, locale__language_code="en")
    assert (english.title, english.who, english.live) == ("Business letter", "Residents", True)
    assert english.template_key == template.translation_key and english.fee_rupiah == 0
    assert (
        english.template_values["title"] == "Business letter" and "fee_rupiah" not in english.template_values
    )


def test_a_language_that_the_template_gets_later_is_taken_over_by_a_tap_more(admin, template, kemiren):
    tap(admin, template, kemiren)
    offers = reverse("service_desk:take_over", args=[template.pk])
    assert offers not in admin.get(reverse("service_desk:index")).text
    translate_service(template, "Business letter")
    assert offers in admin.get(reverse("service_desk:index")).text
    tap(admin, template, kemiren)
    assert ServicePage.objects.taken_over().count() == 2


def test_two_taps_make_one_page(template, kemiren, clerk):
    assert take_over(template, kemiren, clerk) == take_over(template, kemiren, clerk)
    assert ServicePage.objects.taken_over().count() == 1


def test_withdrawn_or_deleted_the_template_shows_again(template, kemiren, clerk):
    own = take_over(template, kemiren, clerk)
    own.unpublish()
    assert guests_on(kemiren) == [template] and not VillageSharing.objects.exists()
    ServicePage.objects.get(pk=own.pk).get_latest_revision().publish()
    assert not guests_on(kemiren)
    ServicePage.objects.get(pk=own.pk).delete()
    assert guests_on(kemiren) == [template]


def test_what_the_village_wrote_beside_the_template_stays(template, kemiren, clerk):
    about = {"village": kemiren, "translation_key": template.translation_key}
    VillageSharing.objects.create(**about, note="Hari Kamis")
    own = take_over(template, kemiren, clerk)
    assert VillageSharing.objects.get(**about).is_hidden
    own.unpublish()
    choice = VillageSharing.objects.get(**about)
    assert not choice.is_hidden and choice.note == "Hari Kamis"


def test_a_contributor_hands_in_and_readers_go_on_finding_the_template(kemiren, template, log_in):
    switch_workflow(kemiren, enabled=True)
    client = log_in(factories.make_person(kemiren, "contributor"), "kemiren.localhost")
    tap(client, template, kemiren)
    own = ServicePage.objects.taken_over().get()
    assert not own.live and own.workflow_in_progress
    assert guests_on(kemiren) == [template]
    assert own.title in client.get(reverse("service_desk:index")).text


def test_the_form_becomes_a_file_of_the_village(office, kemiren, clerk):
    file = VillageDocument.objects.create(
        title="Formulir", collection=office.collection, file=ContentFile(b"isi\n", "formulir.csv")
    )
    template = make_service(office, "Surat pengantar", form=file)
    own = take_over(template, kemiren, clerk)
    assert own.form != file and own.form.collection == kemiren.collection and own.form.title == "Formulir"


def test_what_was_tapped_for_another_village_takes_nothing_over(template, kemiren, other, log_in):
    person = factories.make_person(kemiren)
    person.groups.add(other.admin_group)
    client = log_in(person, "kemiren.localhost")
    answer = tap(client, template, other)
    assert not ServicePage.objects.taken_over().exists() and answer.status_code == 200


def test_a_template_that_is_not_for_the_village_cannot_be_taken_over(office, admin, kemiren):
    template = make_service(office, "Untuk kelurahan", audience="kelurahan")
    tap(admin, template, kemiren)
    assert not ServicePage.objects.taken_over().exists()


def test_nobody_of_a_village_changes_the_template_itself(admin, template):
    edit = reverse("wagtailadmin_pages:edit", args=[template.pk])
    assert admin.get(edit).status_code in (302, 403, 404)
    for name in ("service", "checked", "changes"):
        answer = admin.post(reverse(f"service_desk:{name}", args=[template.pk]), {"status": "closed"})
        assert answer.status_code in (302, 403, 404)
    template.refresh_from_db()
    assert template.checked_on is None and not hasattr(template, "state")


def test_a_copy_by_hand_is_a_service_of_its_own(template, kemiren, clerk, admin):
    own = take_over(template, kemiren, clerk)
    data = {"new_title": "Salinan", "new_slug": "salinan", "new_parent_page": own.get_parent().pk}
    admin.post(reverse("wagtailadmin_pages:copy", args=[own.pk]), {**data, "publish_copies": "on"})
    copy = ServicePage.objects.get(slug="salinan")
    assert copy.template_key is None and copy.template_values == {}
    assert copy.get_latest_revision_as_object().template_key is None
    copy.delete()
    assert not guests_on(kemiren)


def test_an_alias_is_no_page_of_its_own(template, kemiren, clerk):
    own = take_over(template, kemiren, clerk)
    own.create_alias(update_slug="tiruan")
    own.unpublish()
    assert guests_on(kemiren) == [template]


def test_a_translation_that_the_village_writes_itself_is_the_same_service(template, kemiren, clerk):
    own = take_over(template, kemiren, clerk)
    english = own.copy_for_translation(factories.home_locale("en"), copy_parents=True)
    assert english.service_key == own.service_key == template.translation_key


def test_moved_within_its_list_nothing_changes(template, kemiren, clerk):
    own = take_over(template, kemiren, clerk)
    own.move(ServiceIndexPage.objects.get(pk=list_of(kemiren).pk), pos="first-child")
    assert not guests_on(kemiren)
