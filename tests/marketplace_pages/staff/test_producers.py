"""A village lets somebody look after one business; what they write, the village publishes."""

import re

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.urls import reverse
from wagtail.models import Collection, PageLogEntry, WorkflowPage

from marketplace_pages.models import Producer, ProductPage
from marketplace_pages.producers import acts
from sites.models import User, VillageImage
from sites.provisioning import ProvisioningError, close_village
from sites.tenancy import access_of
from sites.workflow import switch_workflow
from tests.factories.marketplace import in_english, make_business, make_product
from tests.factories.sites import make_media, make_officer, make_person
from tests.marketplace_pages.people import make_producer

from .forms import business_form, product_form, send

pytestmark = pytest.mark.django_db
HOST = "kemiren.localhost"
ADDRESS = "pembuat@contoh.example"


@pytest.fixture
def business(kemiren):
    return make_business(kemiren, "Dapur Contoh")


def invite(client, business, email=ADDRESS):
    return client.post(reverse("market_desk:producers", args=[business.pk]), {"email": email}, follow=True)


def test_who_is_invited_gets_a_letter_and_lands_on_the_desk(
    admin, business, get, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        assert ADDRESS in invite(admin, business).text
    letter = mail.outbox[0]
    assert letter.to == [ADDRESS]
    assert "Dapur Contoh" in letter.subject + letter.body
    assert "/admin/login/?next=/admin/pasar/" in letter.body
    password = re.search(r"http://kemiren.localhost(?::\d+)?(/admin/password_reset/confirm/\S+)", letter.body)
    assert get(HOST, password[1]).status_code == 302


def test_the_letter_speaks_indonesian_whatever_the_admin_speaks(
    kemiren, log_in, business, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        acts.invite(business, make_person(kemiren), ADDRESS)
    assert "Hello" not in mail.outbox[0].body


def test_the_history_names_nobody(admin, business):
    invite(admin, business)
    entry = PageLogEntry.objects.get(page=business, action="marketplace.invite_producer")
    assert ADDRESS not in str(entry.data)
    assert "no." in entry.message or "nomor" in entry.message


def test_the_same_address_again_gets_a_new_link_until_there_is_a_password(kemiren, business):
    actor = make_person(kemiren)
    user = acts.invite(business, actor, ADDRESS)
    assert acts.invite(business, actor, ADDRESS) == user
    user.set_password("kata sandi uji 42")
    user.save()
    with pytest.raises(ProvisioningError):
        acts.invite(business, actor, ADDRESS)


def test_people_of_the_team_and_of_the_portal_are_not_invited(kemiren, business, admin):
    for person in (make_person(kemiren, "contributor"), make_person(is_superuser=True)):
        answer = invite(admin, business, person.email)
        assert answer.context["form"].errors["email"]
        assert not Producer.objects.filter(group__user=person).exists()


def test_only_admins_of_the_village_and_portal_staff_invite(kemiren, other, business, log_in, staff):
    url = reverse("market_desk:producers", args=[business.pk])
    people = [
        make_person(kemiren, "contributor"),
        make_person(other),
        make_officer(),
        make_producer(business),
    ]
    for person in people:
        client = log_in(person, HOST)
        assert client.get(url).status_code == 404
        assert client.post(url, {"email": ADDRESS}).status_code == 404
    assert not User.objects.filter(email=ADDRESS).exists()
    assert staff.get(url).status_code == 200


def test_a_producer_reaches_one_business_in_each_language_and_one_collection(kemiren, business):
    english = in_english(business, "Sample kitchen")
    access = access_of(make_producer(business))
    assert set(access.page_roots) == {business.path, english.path}
    assert len(access.collection_roots) == 1
    assert access.collection_roots[0].startswith(kemiren.collection.path)
    assert not access.villages and not access.offices and not access.is_regency


def test_a_translation_made_later_is_theirs_too(business, log_in):
    producer = make_producer(business)
    client = log_in(producer, HOST)
    url = reverse("simple_translation:submit_page_translation", args=[business.pk])
    english = client.get(url).context["form"].fields["locales"].queryset.get().pk
    answer = client.post(url, {"locales": [english]})
    assert answer.status_code == 302
    assert client.get(answer.url).status_code == 200


def test_what_a_producer_writes_waits_for_the_village_and_is_published_by_it(kemiren, business, log_in):
    switch_workflow(kemiren, enabled=False)
    client, product = log_in(make_producer(business), HOST), make_product(business)
    form = product_form(product, title="Bagiak gula aren", slug=product.slug)
    assert send(client, product, form).status_code == 302
    product.refresh_from_db()
    assert product.title == "Bagiak jahe"
    client.post(reverse("wagtailadmin_pages:edit", args=[product.pk]), {**form, "action-submit": "1"})
    approver = log_in(make_person(kemiren), HOST)
    product = ProductPage.objects.get(pk=product.pk)
    while state := product.current_workflow_task_state:
        url = reverse("wagtailadmin_pages:workflow_action", args=[product.pk, "approve", state.pk])
        assert approver.post(url, {"comment": ""}).status_code == 302
        product = ProductPage.objects.get(pk=product.pk)
    assert (product.title, product.live) == ("Bagiak gula aren", True)


def test_a_producer_changes_the_business_and_can_neither_publish_nor_delete_it(business, log_in):
    client = log_in(make_producer(business), HOST)
    assert send(client, business, business_form(business, address="Dusun Contoh")).status_code == 302
    client.post(reverse("wagtailadmin_pages:delete", args=[business.pk]))
    business.refresh_from_db()
    assert (business.address, business.has_unpublished_changes, business.live) == ("", True, True)


def test_pictures_of_a_producer_lie_in_a_collection_of_their_own(kemiren, business, log_in):
    make_media(VillageImage, kemiren, "Gambar desa")
    client = log_in(make_producer(business), HOST)
    assert "Gambar desa" not in client.get(reverse("wagtailimages_chooser:choose")).text
    assert "Gambar desa" not in client.get(reverse("wagtailimages:index")).text
    own = VillageImage.objects.get(title="Gambar desa")
    own.pk, own.title, own.collection = None, "Gambar usaha", Producer.objects.get().collection
    own.save()
    assert "Gambar usaha" in client.get(reverse("wagtailimages_chooser:choose")).text
    assert "Gambar usaha" in log_in(make_person(kemiren), HOST).get(reverse("wagtailimages:index")).text


def test_who_is_taken_out_opens_nothing_any_more_and_their_texts_stay(admin, business, log_in):
    producer = make_producer(business)
    client, product = log_in(producer, HOST), make_product(business)
    assert client.get("/admin/pasar/").status_code == 200
    admin.post(reverse("market_desk:take_out_producer", args=[business.pk, producer.pk]))
    assert client.get(reverse("wagtailadmin_pages:edit", args=[product.pk])).status_code in {302, 404}
    assert ProductPage.objects.filter(pk=product.pk).exists()
    assert User.objects.filter(pk=producer.pk).exists()
    assert not WorkflowPage.objects.filter(page=business).exists()


def test_a_business_with_people_or_products_is_not_deleted_without_a_word(admin, business):
    producer = make_producer(business)
    url = reverse("wagtailadmin_pages:delete", args=[business.pk])
    assert "stays" in told(admin.post(url, follow=True)) or "tetap" in told(admin.post(url, follow=True))
    producer.groups.clear()
    make_product(business)
    admin.post(url)
    business.refresh_from_db()


def told(answer) -> str:
    return " ".join(str(message) for message in answer.context["messages"])


def test_no_group_and_no_right_outlives_its_business(business):
    make_producer(business)
    group, collection = Producer.objects.get().group, Producer.objects.get().collection
    business.delete()
    assert not Group.objects.filter(pk=group.pk).exists()
    assert not Collection.objects.filter(pk=collection.pk).exists()
    assert not WorkflowPage.objects.filter(page=business.pk).exists()


def test_a_closed_village_is_closed_to_producers_too(kemiren, business, log_in):
    client = log_in(make_producer(business), "localhost")
    close_village(kemiren)
    assert client.get("/admin/pasar/").status_code == 404
    assert client.get(reverse("wagtailadmin_pages:edit", args=[business.pk])).status_code == 404
