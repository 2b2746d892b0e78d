"""A producer sees one business, and nothing else of its village or of any other."""

import pytest
from django.urls import reverse

from marketplace_pages.models import ProductPage
from sites.models import VillageDocument, VillageImage
from tests.factories.marketplace import make_business, make_permit, make_product
from tests.factories.sites import announcement_list, home, make_announcement, make_media, make_person
from tests.isolation.addresses import admin_addresses
from tests.isolation.probes import NEVER
from tests.marketplace_pages.people import make_producer

pytestmark = pytest.mark.django_db
HOST, SECRET = "kemiren.localhost", "Rahasia"


@pytest.fixture
def business(kemiren):
    return make_business(kemiren, "Dapur Contoh")


@pytest.fixture
def producer(business):
    return make_producer(business)


@pytest.fixture
def client(producer, log_in):
    return log_in(producer, HOST)


@pytest.fixture
def neighbours(kemiren, other, portal):
    """What stands beside the business: of its own village, and of another."""
    person = make_person(kemiren, first_name=f"{SECRET} orang")
    made = []
    for village in (kemiren, other):
        shop = make_business(village, f"{SECRET} usaha")
        product = make_product(shop, f"{SECRET} produk")
        product.tags.add(f"{SECRET.lower()}-tanda")
        product.save_revision(user=person)
        make_announcement(village, f"{SECRET} kabar")
        make_media(VillageImage, village, f"{SECRET} gambar")
        make_media(VillageDocument, village, f"{SECRET} dokumen")
        made += [shop, product, make_permit(shop, number=f"{SECRET}-nomor", products=[product])]
    return made


def test_no_page_of_the_admin_that_names_nothing_tells_of_others(client, neighbours):
    for address in admin_addresses():
        if address.parts or address.name in NEVER:
            continue
        answer = client.get(address.filled({}), follow=True)
        assert SECRET not in answer.content.decode(errors="ignore"), address.name


@pytest.mark.parametrize(
    "address",
    [
        "/admin/pages/search/?q=Rahasia",
        "/admin/choose-page/search/?q=Rahasia",
        "/admin/images/chooser/?q=Rahasia",
        "/admin/documents/chooser/?q=Rahasia",
        "/admin/tag-autocomplete/?term=rahasia",
        "/admin/api/main/pages/?search=Rahasia",
        "/admin/pasar/?q=Rahasia",
    ],
)
def test_searches_find_nothing_of_others(client, neighbours, address):
    answer = client.get(address)
    assert f"{SECRET} " not in answer.content.decode(errors="ignore")
    assert "rahasia-tanda" not in answer.content.decode(errors="ignore")


@pytest.mark.parametrize("method", ["get", "post"])
def test_others_are_not_found_by_their_numbers(client, neighbours, method):
    for found in neighbours:
        is_page = hasattr(found, "slug")
        names = ["edit", "delete", "move", "copy", "history", "usage", "view_draft", "unpublish"]
        urls = [reverse(f"wagtailadmin_pages:{name}", args=[found.pk]) for name in names if is_page]
        if isinstance(found, ProductPage):
            urls.append(reverse("market_desk:sold_out", args=[found.pk]))
        elif is_page:
            urls += [reverse(f"market_desk:{name}", args=[found.pk]) for name in ("producers", "add_permit")]
        else:
            names = ["permit", "check_permit", "delete_permit", "proof"]
            urls = [reverse(f"market_desk:{name}", args=[found.pk]) for name in names]
        for url in urls:
            assert getattr(client, method)(url).status_code == 404, url


def test_the_explorer_leads_to_the_business_and_shows_nothing_beside_it(
    client, business, kemiren, neighbours
):
    for page in (kemiren.container, home(kemiren), business.get_parent()):
        answer = client.get(reverse("wagtailadmin_explore", args=[page.pk]))
        assert SECRET not in answer.text
    above = client.get(reverse("wagtailadmin_explore", args=[business.get_parent().pk]), follow=True)
    assert "Dapur Contoh" in above.text
    list_of_others = reverse("wagtailadmin_explore", args=[announcement_list(kemiren).pk])
    assert client.get(list_of_others).status_code == 404


def test_the_first_page_and_the_desk_are_about_the_own_business(client, business, neighbours):
    make_product(business, "Bagiak jahe")
    assert "Dapur Contoh" in client.get("/admin/").text
    desk = client.get("/admin/pasar/").text
    assert "Bagiak jahe" in desk and SECRET not in desk


def test_settings_team_and_reports_of_the_village_stay_closed(client, kemiren):
    closed = [
        reverse("wagtailsettings:edit", args=["sites", "sitesettings", kemiren.site_id]),
        reverse("village_team:members", args=[kemiren.pk]),
        reverse("product_categories:index"),
    ]
    for url in closed:
        assert client.get(url).status_code in {302, 404}, url


def test_a_product_is_not_begun_below_another_business(client, neighbours):
    shop = neighbours[0]
    url = reverse("wagtailadmin_pages:add", args=["marketplace_pages", "productpage", shop.pk])
    assert client.get(url).status_code == 404
    form = {"name": "Titipan", "price": "1000", "business": shop.pk}
    answer = client.post(reverse("market_desk:quick_add"), form)
    assert "business" in answer.context["form"].errors
