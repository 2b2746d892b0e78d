"""The sites of a page are found without a list of all sites, and are those that Wagtail finds."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Page, Site
from wagtail.models.sites import SiteRootPath

from sites import roots
from sites.hosts import site_at
from sites.models import AnnouncementPage
from tests.factories import sites as factories

pytestmark = pytest.mark.django_db


def stock_roots() -> list[SiteRootPath]:
    """What Wagtail 8.0 puts into its list of all sites."""
    found = []
    for site in Site.objects.select_related("root_page").order_by(
        "-root_page__url_path", "-is_default_site", "hostname"
    ):
        for home in site.root_page.get_translations(inclusive=True).select_related("locale"):
            found.append(SiteRootPath(site.pk, home.url_path, site.root_url, home.locale.language_code))
    return found


def stock(page: Page) -> set[SiteRootPath]:
    return {root for root in stock_roots() if page.url_path.startswith(root.root_path)}


def request_at(host: str):
    request = RequestFactory().get("/", HTTP_HOST=host)
    request._wagtail_site = site_at(host, "80")
    return request


def fresh() -> list[Page]:
    """Every page there is, with nothing remembered: root, containers, homes, lists, pages of offices."""
    return list(Page.objects.order_by("path"))


def queries(act) -> int:
    with CaptureQueriesContext(connection) as captured:
        act()
    return len(captured)


@pytest.fixture
def pages(portal, kemiren, other):
    factories.make_announcement(kemiren)
    factories.make_announcement(kemiren, "Sweeping", language="en")
    factories.make_shared(factories.make_office())
    return kemiren


def test_wagtail_still_has_what_is_replaced():
    for name in ("get_url", "get_url_parts", "_get_site_root_paths", "_get_relevant_site_root_paths"):
        assert callable(getattr(Page, name))
    assert SiteRootPath._fields == ("site_id", "root_path", "root_url", "language_code")


@pytest.mark.parametrize("host", [None, "kemiren.localhost", "localhost"])
def test_every_page_has_the_sites_that_wagtail_finds(pages, host):
    request = host and request_at(host)
    for page in fresh():
        assert set(page._get_relevant_site_root_paths(request)) == stock(page), page.url_path


def test_addresses_are_those_of_the_view_of_pages(pages):
    factories.make_page(pages, "Gotong royong é")
    for page in fresh():
        for root in stock(page):
            with override(root.language_code):
                path = reverse("wagtail_serve", args=[page.url_path[len(root.root_path) :]])
            assert page.get_url_parts() == (root.site_id, root.root_url, path)


def test_the_list_of_all_sites_is_wagtails(pages):
    assert set(Site.get_site_root_paths()) == set(stock_roots())


def test_addresses_in_both_languages_and_on_other_sites(pages):
    notice, english = AnnouncementPage.objects.filter(path__startswith=pages.container.path).order_by("path")
    own, elsewhere = request_at("kemiren.localhost"), request_at("lain.localhost")
    whole = pages.site.root_url
    assert notice.get_url(own) == "/pengumuman/kerja-bakti/"
    assert english.get_url(own) == "/en/announcements/sweeping/"
    assert english.get_url(elsewhere) == english.url == f"{whole}/en/announcements/sweeping/"
    assert notice.full_url == f"{whole}/pengumuman/kerja-bakti/"
    assert notice.get_site() == pages.site


def test_a_container_has_no_address(pages):
    container = Page.objects.get(pk=pages.container_id)
    assert container.url is None
    assert container.get_site() is None
    assert Page.objects.get(depth=1).url is None


def test_a_changed_site_is_seen_at_once(pages):
    home = factories.home(pages)
    assert home.full_url == f"{pages.site.root_url}/"
    site = Site.objects.get(pk=pages.site_id)
    site.hostname = "pindah.localhost"
    site.save()
    assert "//pindah.localhost" in Page.objects.get(pk=home.pk).full_url


def test_what_was_remembered_before_a_change_was_committed_is_forgotten_then(
    pages, django_capture_on_commit_callbacks
):
    """Another process may ask for a page meanwhile, and keeps in the shared cache what was there before."""
    home, host = factories.home(pages), pages.site.hostname
    with django_capture_on_commit_callbacks(execute=True):
        Site.objects.filter(pk=pages.site_id).update(hostname="pindah.localhost")
        Site.clear_site_root_paths_cache()
        Site.objects.filter(pk=pages.site_id).update(hostname=host)
        assert host in Page.objects.get(pk=home.pk).full_url
        Site.objects.filter(pk=pages.site_id).update(hostname="pindah.localhost")
    assert "//pindah.localhost" in Page.objects.get(pk=home.pk).full_url


def test_pages_of_the_site_of_a_request_need_no_cache(pages):
    home = factories.home(pages)
    home.get_full_url()
    Site.objects.filter(pk=pages.site_id).update(hostname="pindah.localhost")
    request = request_at("pindah.localhost")
    assert Page.objects.get(pk=home.pk).get_full_url(request).startswith("http://pindah.localhost")


def test_a_site_that_moves_to_another_page_takes_its_addresses_along(pages):
    inner = Page.objects.child_of(pages.site.root_page).first()
    Site.objects.filter(pk=pages.site_id).update(root_page=inner)
    Site.clear_site_root_paths_cache()
    for page in fresh():
        assert set(page._get_relevant_site_root_paths()) == stock(page), page.url_path
    assert Page.objects.get(pk=pages.site.root_page_id).url is None


def test_pages_of_a_deleted_site_have_no_address(pages):
    second = Site.objects.create(hostname="lama.localhost", root_page=pages.container)
    assert Page.objects.get(pk=pages.container_id).full_url == "http://lama.localhost/"
    second.delete()
    assert Page.objects.get(pk=pages.container_id).full_url is None
    for page in fresh():
        assert set(page._get_relevant_site_root_paths()) == stock(page), page.url_path


def test_of_two_sites_with_the_same_home_that_of_the_request_is_meant(pages):
    second = Site.objects.create(hostname="kedua.localhost", port=80, root_page=factories.home(pages))
    home = factories.home(pages)
    assert len(home._get_relevant_site_root_paths()) == 2
    assert Page.objects.get(pk=home.pk).get_url_parts(request_at("kedua.localhost"))[0] == second.pk
    assert Page.objects.get(pk=home.pk).get_url_parts(request_at("kemiren.localhost"))[0] == pages.site_id


def test_pages_of_the_site_of_a_request_cost_no_query(pages):
    request = request_at("kemiren.localhost")
    found = list(Page.objects.filter(path__startswith=pages.container.path, depth__gte=3))
    cache.clear()
    assert queries(lambda: [page.get_url(request) for page in found]) == 0


def test_all_pages_of_another_site_cost_one_query(pages):
    request = request_at("lain.localhost")
    found = list(Page.objects.filter(path__startswith=pages.container.path, depth__gte=3))
    cache.clear()
    assert queries(lambda: [page.get_url(request) for page in found]) == 1
    again = request_at("lain.localhost")
    assert queries(lambda: [page.get_url(again) for page in found]) == 0


def test_a_page_outside_of_a_request_costs_one_query_however_many_sites_there_are(pages):
    home = factories.home(pages)
    cache.clear()
    assert queries(lambda: home.full_url) == 1
    factories.make_crowd(30)
    again = Page.objects.get(pk=home.pk)
    cache.clear()
    assert queries(lambda: again.full_url) == 1
    assert len(again._wagtail_cached_site_root_paths.found) == 1


def test_a_plain_list_that_wagtail_left_is_not_taken_for_what_was_found(pages):
    home = factories.home(pages)
    home._wagtail_cached_site_root_paths = []
    assert home.url == f"{pages.site.root_url}/"
    assert isinstance(home._wagtail_cached_site_root_paths, roots.Roots)
