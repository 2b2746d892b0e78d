"""The admin of a village and of an office costs the same with 217 villages as with 3."""

from functools import partial

import pytest
from django.core.cache import cache
from django.db import connection
from django.db.models.signals import post_init
from django.test.utils import CaptureQueriesContext

from sites.models import PeerReviewTask, Village
from tests.factories import sites as factories

# Times of day and keys of forms may be a few letters longer.
ALMOST = 1.02


@pytest.fixture
def asked(admin, kemiren, other, log_in):
    """What is asked for, by name: a client and a path."""
    page = factories.make_announcement(kemiren)
    officer = log_in(factories.make_officer())
    office = factories.Office.objects.get().pages.get(locale__language_code="id")
    home = kemiren.site.root_page_id
    return {
        "dashboard of a village": (admin, "/admin/"),
        "explorer of a village": (admin, f"/admin/pages/{home}/"),
        "editing a page of a village": (admin, f"/admin/pages/{page.pk}/edit/"),
        "choosing a page of a village": (admin, "/admin/choose-page/"),
        "dashboard of an office": (officer, "/admin/"),
        "explorer of an office": (officer, f"/admin/pages/{office.pk}/"),
        "choosing a page of an office": (officer, "/admin/choose-page/"),
    }


def cost(client, path: str) -> tuple[int, int]:
    """Queries and bytes of a page that has been asked for before."""
    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        response = client.get(path)
    assert response.status_code == 200
    return len(captured), len(response.content)


def test_217_villages_cost_an_admin_no_more_than_3(asked):
    factories.make_village()
    before = {name: cost(*act) for name, act in asked.items()}
    factories.make_crowd(217 - Village.objects.open().count())
    cache.clear()
    after = {name: cost(*act) for name, act in asked.items()}
    assert {name: queries for name, (queries, _bytes) in after.items()} == {
        name: queries for name, (queries, _bytes) in before.items()
    }
    for name, (_queries, size) in after.items():
        assert size <= before[name][1] * ALMOST, name


def test_the_dashboard_fetches_no_steps_of_other_villages(asked, admin):
    fetched = []

    def note(sender, instance, **kwargs):
        fetched.append(instance)

    post_init.connect(note, sender=PeerReviewTask)
    assert admin.get("/admin/").status_code == 200
    post_init.disconnect(note, sender=PeerReviewTask)
    assert fetched == []


def test_a_pasted_link_to_a_page_of_ours_becomes_one_to_that_page(asked, admin, kemiren):
    page = factories.make_announcement(kemiren, "Rapat desa")
    address = page.full_url
    field = "external-link-chooser"
    values = {f"{field}-url": address, f"{field}-link_text": "Rapat"}
    before = cost_of_link(admin, values)
    factories.make_crowd(20)
    assert cost_of_link(admin, values) == before
    answer = admin.post("/admin/choose-external-link/?allow_external_link=true", values).json()
    assert answer["result"]["id"] == page.pk
    values[f"{field}-url"] = "https://kemiren.example/pengumuman/"
    answer = admin.post("/admin/choose-external-link/?allow_external_link=true", values).json()
    assert answer["result"]["url"] == "https://kemiren.example/pengumuman/"


def cost_of_link(admin, values: dict) -> int:
    """Queries of a link that has been pasted before."""
    paste = partial(admin.post, "/admin/choose-external-link/?allow_external_link=true", values)
    paste()
    with CaptureQueriesContext(connection) as captured:
        paste()
    return len(captured)
