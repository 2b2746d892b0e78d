"""The list of readiness for tourism: what the site sees, what the village says, and what is missing."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from marketplace_pages.models import ReadinessAnswer, ShowcasePage
from marketplace_pages.readiness.criteria import Criterion
from marketplace_pages.readiness.judging import State, judge
from marketplace_pages.readiness.seen import Seen, seen_in
from sites.models import Village
from tests.factories import sites as factories
from tests.factories.culture import list_below
from tests.factories.marketplace import make_business, make_product

pytestmark = pytest.mark.django_db


def states_of(village) -> dict[Criterion, State]:
    village = Village.objects.with_site().select_related("container").get(pk=village.pk)
    return {found.criterion: found.state for found in judge(seen_in([village])[0])}


def test_an_empty_village_lacks_all_but_is_told_what_to_do(kemiren):
    assert set(states_of(kemiren).values()) == {State.MISSING}
    for found in judge(Seen(kemiren)):
        assert found.missing and found.explained and found.place


def test_what_is_published_is_seen_and_drafts_are_not(kemiren, other):
    make_business(kemiren, "Kali Contoh", kind="attraction", facilities=["toilet"])
    make_business(kemiren, "Pondok Contoh", kind="homestay").unpublish()
    make_business(other, "Pondok tetangga", kind="homestay")
    found = states_of(kemiren)
    assert found[Criterion.ATTRACTION] == State.MET
    assert found[Criterion.HOMESTAY] == State.MISSING
    assert found[Criterion.TOILET] == State.PARTLY


def test_souvenirs_need_several_products(kemiren):
    business = make_business(kemiren)
    make_product(business)
    assert states_of(kemiren)[Criterion.SOUVENIR] == State.PARTLY
    for number in range(4):
        make_product(business, f"Kue {number}")
    assert states_of(kemiren)[Criterion.SOUVENIR] == State.MET


def test_a_bumdes_runs_it(kemiren):
    make_business(kemiren, "BUMDes Contoh", kind="bumdes")
    assert states_of(kemiren)[Criterion.INSTITUTION] == State.MET


def test_digital_looks_at_pictures_languages_and_english_pages(kemiren):
    whole = Seen(kemiren, products=10, with_picture=9, in_english=6, shows_english=True)
    half = Seen(kemiren, products=10, with_picture=9, in_english=1, shows_english=False)
    states = [next(one.state for one in judge(seen) if one.criterion == "digital") for seen in (whole, half)]
    assert states == [State.MET, State.PARTLY]


def test_an_admin_says_what_no_site_shows(admin, kemiren):
    admin.post("/admin/pasar/wisata/", {"toilet-is_met": "on", "toilet-note": "Tiga di rest area"})
    assert states_of(kemiren)[Criterion.TOILET] == State.MET
    page = admin.get("/admin/pasar/wisata/").content.decode()
    assert "Tiga di rest area" in page and "jadesta.kemenparekraf.go.id" in page
    admin.post("/admin/pasar/wisata/", {"toilet-note": "Rusak"})
    assert states_of(kemiren)[Criterion.TOILET] == State.MISSING


def test_a_contributor_reads_and_does_not_answer(kemiren, log_in):
    client = log_in(factories.make_person(kemiren, role="contributor"), "kemiren.localhost")
    assert "toilet-note" not in client.get("/admin/pasar/wisata/").content.decode()
    client.post("/admin/pasar/wisata/", {"toilet-is_met": "on"})
    assert not ReadinessAnswer.objects.exists()


def test_another_village_is_not_answered_for(admin, kemiren, other):
    theirs = list_below(ShowcasePage, other)
    address = f"/admin/pasar/wisata/?pasar={theirs.pk}"
    assert admin.get(address).status_code == 404
    assert admin.post(address, {"toilet-is_met": "on"}).status_code == 404
    assert not ReadinessAnswer.objects.exists()


def test_the_regency_sees_all_villages_those_first_that_meet_most(staff, kemiren, other, log_in):
    make_business(other, "Kali Contoh", kind="attraction")
    office = log_in(factories.make_officer())
    for client in (staff, office):
        page = client.get("/admin/pasar/wisata/semua/").content.decode()
        assert page.index(str(other.name)) < page.index("Kemiren")
        assert client.get("/admin/pasar/wisata/semua/tabel/").status_code == 200


def test_villages_do_not_see_the_overview(admin, kemiren):
    assert admin.get("/admin/pasar/wisata/semua/").status_code != 200


def test_the_overview_costs_the_same_however_many_villages_there_are(kemiren, other):
    def queries(*villages) -> int:
        keys = [village.pk for village in villages]
        found = Village.objects.with_site().select_related("container", "site__sitesettings")
        with CaptureQueriesContext(connection) as asked:
            seen_in(found.filter(pk__in=keys))
        return len(asked)

    make_product(make_business(kemiren))
    assert queries(kemiren) == queries(kemiren, other) <= 6
