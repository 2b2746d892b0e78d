"""Pages of art forms cost the same at few and at many villages, entries and rows."""

import pytest
from django.core.cache import cache
from wagtail.images.tests.utils import get_test_image_file

from culture.models import ArtFormPage, ArtFormPicture, Recording
from sites.models import RelatedPage, VillageImage
from tests.factories import culture as culture
from tests.factories import sites as factories
from tests.sites.test_query_budget import BUDGET, queries

pytestmark = pytest.mark.once

PAGES = [
    ("kemiren.localhost", "/budaya/"),
    ("kemiren.localhost", "/budaya/?kind=dance"),
    ("kemiren.localhost", "/budaya/kesenian-1/"),
    ("kemiren.localhost", "/budaya/disbudpar/bersama-1/"),
    ("kemiren.localhost", "/en/culture/disbudpar/shared/"),
    ("localhost", "/budaya/"),
    ("localhost", "/kantor/disbudpar/budaya/bersama-1/"),
]
# With everything that may stand on one: pictures, recordings with theirs, guests among related pages.
LADEN = 3


def full(page, picture, *targets):
    page.gallery = [ArtFormPicture(image=picture) for _number in range(3)]
    page.recordings = [Recording(title="a", medium="audio", link="https://a.example/", picture=picture)] * 2
    page.related_pages = [RelatedPage(target=target) for target in targets]
    return factories.publish(page)


@pytest.fixture
def office(kemiren, other):
    office = factories.make_office()
    first = culture.make_art_form(office, "Bersama 1", villages=[kemiren, other])
    culture.translate(first, "Shared", kind="dance")
    culture.make_art_form(kemiren, "Kesenian 1", villages=[kemiren])
    return office


@pytest.fixture
def grow(kemiren, office):
    """Add another village, with art forms, classes and events; on wish with pictures and related pages."""
    first = ArtFormPage.objects.get(title="Bersama 1")
    own = ArtFormPage.objects.get(title="Kesenian 1")
    picture = VillageImage.objects.create(
        title="a", file=get_test_image_file("a.png"), collection=office.collection
    )

    def add(number, laden=False):
        village = factories.make_village(f"v{number}.localhost")
        shared = culture.make_art_form(office, f"Bersama {number}", villages=[village])
        for home in (kemiren, village):
            culture.make_class(home, f"Kelas {number}", art_form=first)
            culture.make_event(home, f"Acara {number}", art_form=first)
        targets = [factories.make_page(kemiren, f"A {number}"), factories.make_page(village, f"B {number}")]
        if laden:
            full(own, picture, *targets, shared)
            full(first, picture, *targets, shared)

    return add


def test_pages_of_art_forms_stay_within_their_budget(grow):
    for number in range(2, 4):
        grow(number)
    for where in PAGES:
        found = queries(*where)
        assert len(found) <= BUDGET, (where, [query["sql"][:160] for query in found])


def test_they_cost_the_same_however_much_there_is(grow):
    grow(2, laden=True)
    few = {where: len(queries(*where)) for where in PAGES}
    for number in range(3, 7):
        grow(number, laden=True)
    cache.clear()
    assert {where: len(queries(*where)) for where in PAGES} == few
    assert {where: number for where, number in few.items() if number > BUDGET + LADEN} == {}


@pytest.mark.parametrize("host", ["kemiren.localhost", "localhost"])
def test_a_home_asks_once_where_all_its_art_forms_are_at_home(kemiren, office, host):
    few = len(queries(host, "/"))
    culture.make_art_form(kemiren, "Kesenian 2", villages=[kemiren])
    assert len(queries(host, "/")) == few
