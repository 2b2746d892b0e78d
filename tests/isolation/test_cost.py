"""The admin costs a village the same, however many other villages there are and however long its lists."""

import re

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page

from sites.models import VillageDocument, VillageImage
from tests.factories import sites as factories

pytestmark = pytest.mark.once

HOST = "kemiren.localhost"
# Keys of rows get longer, and other villages change nothing else.
SLACK_BYTES = 200
REPORTS = ["drafts", "aging", "locked", "activity"]
HIDDEN = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')


def addresses(village) -> dict[str, str]:
    """Where a village admin spends the day."""
    home, announcements = factories.home(village), factories.announcement_list(village)
    places = {"container": village.container_id, "home": home.pk, "list": announcements.pk}
    page = announcements.get_children().first() or home
    search = {"page": "wagtailadmin_choose_page_search", "image": "wagtailimages_chooser:choose"}
    return {
        "first page": reverse("wagtailadmin_home"),
        **{
            f"explorer of {name}": reverse("wagtailadmin_explore", args=[key]) for name, key in places.items()
        },
        "explorer, searching": reverse("wagtailadmin_explore", args=[home.pk]) + "?q=nomor&search_all=1",
        "page editor": reverse("wagtailadmin_pages:edit", args=[page.pk]),
        "editor of the home": reverse("wagtailadmin_pages:edit", args=[home.pk]),
        "new page": reverse("wagtailadmin_pages:add", args=["sites", "announcementpage", announcements.pk]),
        "history": reverse("wagtailadmin_pages:history", args=[page.pk]),
        "settings": reverse("wagtailsettings:edit", args=["sites", "sitesettings", village.site_id]),
        "from offices": reverse("from_offices:index"),
        "services": reverse("service_desk:index"),
        "classes": reverse("class_desk:index"),
        "courses": reverse("course_desk:index"),
        "courses to copy": reverse("course_desk:copy"),
        "importing a course": reverse("course_desk:import"),
        "pictures": reverse("wagtailimages:index"),
        "new picture": reverse("wagtailimages:add"),
        "documents": reverse("wagtaildocs:index"),
        "picture chooser": reverse("wagtailimages_chooser:choose"),
        "document chooser": reverse("wagtaildocs_chooser:choose"),
        "page chooser": reverse("wagtailadmin_choose_page_child", args=[announcements.pk]),
        "page chooser, searching": reverse(search["page"]) + "?q=nomor",
        "search": reverse("wagtailadmin_pages:search") + "?q=nomor",
        **{f"report {name}": reverse(f"village_reports:{name}") for name in REPORTS},
    }


def cost(client, address) -> tuple[int, int]:
    """Queries and bytes of a page, asked for a second time."""
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(address)
    assert answer.status_code == 200, address
    return len(captured), len(HIDDEN.sub("", answer.text))


def fill(village, owner, numbers):
    """Pages in every state that a list or a report shows, pictures and documents."""
    locked = {"locked": True, "locked_by": factories.make_person(village), "locked_at": timezone.now()}
    for number in numbers:
        page = factories.make_announcement(village, f"Nomor {number:02}", owner=owner)
        state = locked if number % 2 else {}
        Page.objects.filter(pk=page.pk).update(has_unpublished_changes=True, **state)
        log(page, "wagtail.edit", user=owner)
        log(page, "wagtail.publish", user=owner)
        for model in (VillageImage, VillageDocument):
            factories.make_media(model, village, f"Berkas {number:02}")


def neighbour(number):
    """Another village with people and content of its own."""
    village = factories.make_village(name=f"Tetangga {number:02}")
    fill(village, factories.make_person(village), range(2))


@pytest.fixture
def person(kemiren):
    return factories.make_person(kemiren)


@pytest.fixture
def client(person, log_in):
    return log_in(person, HOST)


FOR_ADMINS = {
    "settings",
    "editor of the home",
    "from offices",
    "classes",
    "courses",
    "courses to copy",
    "importing a course",
}


@pytest.mark.parametrize("role", ["admin", "contributor"])
def test_other_villages_cost_a_village_nothing(kemiren, log_in, role):
    person = factories.make_person(kemiren, role)
    fill(kemiren, person, range(3))
    client = log_in(person, HOST)
    where = addresses(kemiren)
    if role == "contributor":
        where = {name: address for name, address in where.items() if name not in FOR_ADMINS}
    neighbour(1)
    before = {name: cost(client, address) for name, address in where.items()}
    for number in range(2, 12):
        neighbour(number)
    cache.clear()
    after = {name: cost(client, address) for name, address in where.items()}
    more = {
        name: (before[name], after[name])
        for name in where
        if after[name][0] > before[name][0] or after[name][1] > before[name][1] + SLACK_BYTES
    }
    assert not more


LISTS = ["explorer of list", "explorer, searching", "search", "pictures", "documents", "picture chooser"]
LISTS += ["document chooser", "page chooser", "page chooser, searching", "first page"]
LISTS += [f"report {name}" for name in REPORTS]
# Wagtail's own templates ask for the parent of each page that can be chosen, and for its language.
PER_ROW = {"page chooser": 1, "page chooser, searching": 2}


@pytest.mark.parametrize("several", [False, True], ids=["one village", "two villages"])
def test_a_longer_list_costs_no_more_queries(kemiren, person, client, several):
    if several:
        second = factories.make_village()
        person.groups.add(second.admin_group)
        fill(second, person, range(2))
    fill(kemiren, person, range(5))
    where = {name: address for name, address in addresses(kemiren).items() if name in LISTS}
    before = {name: cost(client, address)[0] for name, address in where.items()}
    fill(kemiren, person, range(5, 25))
    after = {name: cost(client, address)[0] for name, address in where.items()}
    allowed = {name: before[name] + 20 * PER_ROW.get(name, 0) for name in where}
    assert not {name: (before[name], after[name]) for name in where if after[name] > allowed[name]}
