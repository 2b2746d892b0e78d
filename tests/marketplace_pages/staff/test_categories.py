"""The tree of categories is kept by the regency; who writes a product chooses from it."""

import pytest
from django.urls import reverse

from marketplace_pages.models import ProductCategory
from tests.factories.marketplace import make_business, make_category, make_product
from tests.factories.sites import make_officer
from tests.marketplace_pages.people import make_producer

pytestmark = pytest.mark.django_db
FORM = {
    "name": "Ukir uji",
    "name_en": "Ukir uji",
    "slug": "ukir-uji",
    "icon": "palette",
    "position": "1",
    "parent": "",
}


def test_portal_staff_add_change_and_delete(staff):
    assert staff.post(reverse("product_categories:add"), FORM).status_code == 302
    category = ProductCategory.objects.get(slug="ukir-uji")
    staff.post(reverse("product_categories:edit", args=[category.pk]), FORM | {"name": "Ukir halus"})
    assert "Ukir halus" in staff.get(reverse("product_categories:index")).text
    staff.post(reverse("product_categories:delete", args=[category.pk]))
    assert not ProductCategory.objects.filter(slug="ukir-uji").exists()


def test_one_in_use_is_not_deleted_and_the_page_says_why(staff, kemiren):
    category = make_product(make_business(kemiren)).category
    answer = staff.post(reverse("product_categories:delete", args=[category.pk]), follow=True)
    assert ProductCategory.objects.filter(pk=category.pk).exists()
    assert answer.status_code == 200


def test_the_tree_has_two_levels(staff):
    below = make_category("Uji bawah", parent=make_category("Uji atas"))
    page = staff.get(reverse("product_categories:add")).text
    assert "Uji atas" in page and f'<option value="{below.pk}"' not in page


def test_nobody_else_gets_in(admin, kemiren, log_in):
    category = make_category()
    people = [log_in(make_officer(), "localhost"), admin]
    people.append(log_in(make_producer(make_business(kemiren)), "kemiren.localhost"))
    for client in people:
        for url in (
            reverse("product_categories:index"),
            reverse("product_categories:edit", args=[category.pk]),
            reverse("product_categories:delete", args=[category.pk]),
        ):
            assert client.post(url, FORM).status_code in {302, 404}
        assert reverse("product_categories:index") not in client.get("/admin/").text
    category.refresh_from_db()
    assert category.name == "Kue dan camilan"
