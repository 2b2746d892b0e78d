"""A product from a phone in four fields, and "sold out" by one tap."""

from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.images.tests.utils import get_test_image_file_jpeg
from wagtail.models import Locale

from marketplace_pages.models import ProductCategory, ProductPage
from sites.models import VillageImage
from tests.factories.marketplace import make_business, make_category, make_product
from tests.factories.sites import make_person
from tests.marketplace_pages.people import make_producer

pytestmark = pytest.mark.django_db
HOST = "kemiren.localhost"


@pytest.fixture
def business(kemiren):
    make_category("Lainnya")
    return make_business(kemiren, "Dapur Contoh")


@pytest.fixture
def producer(business, log_in):
    return log_in(make_producer(business), HOST)


def photo(content=None, name="foto.jpg"):
    content = content or get_test_image_file_jpeg().file.getvalue()
    return SimpleUploadedFile(name, content, "image/jpeg")


def form(business, **values) -> dict:
    sent = {"name": "Bagiak jahe", "price": "Rp 18.000,-", "business": business.pk, "form_key": str(uuid4())}
    return sent | {"photo": photo()} | values


def add(client, business, **values):
    return client.post(reverse("market_desk:quick_add"), form(business, **values), follow=True)


def test_an_admin_adds_a_product_and_it_is_on_the_site_at_once(admin, business, get):
    answer = add(admin, business)
    product = ProductPage.objects.get()
    assert (product.title, product.price_from_rupiah, product.live) == ("Bagiak jahe", 18_000, True)
    assert reverse("wagtailadmin_pages:edit", args=[product.pk]) in answer.text
    assert reverse("wagtailadmin_pages:view_draft", args=[product.pk]) not in answer.text
    assert get(HOST, "/pasar/dapur-contoh/bagiak-jahe/").status_code == 200


def test_what_a_producer_adds_is_handed_in_with_the_picture_in_their_collection(producer, business):
    add(producer, business)
    product = ProductPage.objects.get()
    assert not product.live
    assert product.current_workflow_task_state.status == "in_progress"
    assert product.listing_image.collection == business.producer.collection


def test_the_only_business_is_chosen_already(producer, business):
    page = producer.get(reverse("market_desk:quick_add")).text
    assert f'<option value="{business.pk}" selected>' in page
    assert 'accept="image/*"' in page and 'inputmode="numeric"' in page


def test_a_form_sent_twice_makes_one_product_and_one_picture(admin, business):
    key = str(uuid4())
    for _tap in range(2):
        add(admin, business, form_key=key)
    assert ProductPage.objects.count() == 1
    assert VillageImage.objects.count() == 1


def test_two_products_of_one_name_get_two_addresses(admin, business):
    add(admin, business)
    add(admin, business)
    assert {page.slug for page in ProductPage.objects.all()} == {"bagiak-jahe", "bagiak-jahe-2"}


def test_what_was_typed_stays_where_the_photo_is_too_big(admin, business):
    answer = add(admin, business, photo=photo(b"\xff\xd8\xff" + b"0" * 40 * 1024 * 1024))
    assert set(answer.context["form"].errors) == {"photo"}
    assert "20" in str(answer.context["form"].errors["photo"])
    assert 'value="Bagiak jahe"' in answer.text and "Rp 18.000,-" in answer.text
    assert not ProductPage.objects.exists() and not VillageImage.objects.exists()


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"photo": ""}, "photo"),
        ({"photo": photo(b"bukan foto")}, "photo"),
        ({"name": "  "}, "name"),
        ({"price": "0"}, "price"),
        ({"price": "murah"}, "price"),
        ({"business": ""}, "business"),
    ],
)
def test_what_is_wrong_stands_at_its_field(admin, business, values, field):
    answer = admin.post(reverse("market_desk:quick_add"), form(business) | values)
    assert set(answer.context["form"].errors) == {field}
    assert not ProductPage.objects.exists()


def test_the_category_is_guessed_by_the_name_then_by_the_last_product(admin, business):
    coffee = make_category("Kopi", parent=make_category("Minuman"))
    add(admin, business, name="Kopi lanang")
    add(admin, business, name="Sesuatu")
    assert {page.category for page in ProductPage.objects.all()} == {coffee}


def test_without_any_category_the_form_says_so(admin, kemiren):
    ProductCategory.objects.filter(children=None).delete()
    ProductCategory.objects.all().delete()
    answer = add(admin, make_business(kemiren))
    assert answer.context["form"].non_field_errors()


def test_sold_out_is_one_tap_and_so_is_there_again(admin, business):
    product = make_product(business)
    url = reverse("market_desk:sold_out", args=[product.pk])
    for sent, state in (("1", "sold_out"), ("1", "sold_out"), ("0", "ready")):
        admin.post(url, {"habis": sent})
        assert ProductPage.objects.get().availability == state


def test_a_tap_publishes_nothing_that_waits_in_a_draft(admin, business):
    product = make_product(business)
    product.title = "Judul yang belum selesai"
    product.save_revision()
    admin.post(reverse("market_desk:sold_out", args=[product.pk]), {"habis": "1"})
    product = ProductPage.objects.get()
    assert (product.title, product.availability) == ("Bagiak jahe", "sold_out")
    draft = product.get_latest_revision_as_object()
    assert (draft.title, draft.availability) == ("Judul yang belum selesai", "sold_out")


def test_a_tap_of_a_producer_waits_for_the_village(producer, business):
    product = make_product(business)
    answer = producer.post(reverse("market_desk:sold_out", args=[product.pk]), {"habis": "1"}, follow=True)
    product = ProductPage.objects.get()
    assert (product.availability, product.has_unpublished_changes) == ("ready", True)
    assert product.workflow_in_progress
    assert answer.status_code == 200
    producer.post(reverse("market_desk:sold_out", args=[product.pk]), {"habis": "0"})
    assert ProductPage.objects.get().get_latest_revision_as_object().availability == "sold_out"


def test_a_contributor_does_not_touch_the_products_of_others(kemiren, business, log_in):
    product = make_product(business)
    client = log_in(make_person(kemiren, "contributor"), HOST)
    client.post(reverse("market_desk:sold_out", args=[product.pk]), {"habis": "1"})
    product.refresh_from_db()
    assert product.availability == "ready" and not product.has_unpublished_changes


def test_the_list_is_searched_and_narrowed(admin, business, kemiren):
    make_product(business, "Bagiak jahe")
    make_product(make_business(kemiren, "Lain"), "Kopi lanang", availability="sold_out")
    url = reverse("market_desk:index")
    assert "Kopi lanang" not in admin.get(url + "?q=bagiak").text
    assert "Bagiak jahe" not in admin.get(url + "?availability=sold_out").text
    assert "Kopi lanang" not in admin.get(url + f"?business={business.pk}").text
    assert "Bagiak jahe" not in admin.get(url + "?state=draft").text
    results = admin.get(reverse("market_desk:index_results") + "?q=kopi")
    assert "Kopi lanang" in results.text and "<html" not in results.text


def test_a_product_is_translated_once_its_business_is(admin, business):
    product = make_product(business)
    english = Locale.objects.get(language_code="en")
    translate = "simple_translation:submit_page_translation"
    page = admin.get(reverse(translate, args=[product.pk])).text
    assert reverse(translate, args=[business.pk]) in page
    for translated in (business, product):
        answer = admin.post(reverse(translate, args=[translated.pk]), {"locales": [english.pk]})
        assert answer.status_code == 302
    assert product.get_translation(english).specific.price_from_rupiah == 18_000


def test_publishing_many_at_once_goes_not_past_the_rules(admin, business):
    product = make_product(business)
    product.availability = "seasonal"
    product.save_revision()
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"]) + f"?id={product.pk}"
    admin.post(url, {"include_descendants": ""})
    product.refresh_from_db()
    assert product.availability == "ready"
