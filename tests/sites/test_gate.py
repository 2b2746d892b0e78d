"""Views of the admin that name every village are for portal staff, by their address too."""

import pytest
from django.urls import get_resolver, reverse

from sites.tenancy.gate import BLIND_NAMESPACES, BLIND_VIEWS
from tests.factories import sites as factories

HOST = "kemiren.localhost"
REPORTS = [
    "wagtailadmin_reports:locked_pages",
    "wagtailadmin_reports:workflow",
    "wagtailadmin_reports:workflow_tasks",
    "wagtailadmin_reports:site_history",
    "wagtailadmin_reports:aging_pages",
    "wagtailadmin_reports:page_types_usage",
]
USES = reverse("wagtailadmin_pages:type_use", args=["sites", "announcementpage"])
ADDRESSES = [reverse(name) for name in [*REPORTS, *(f"{name}_results" for name in REPORTS)]]
ADDRESSES += [USES, f"{USES}results/", reverse("wagtailadmin_workflows:task_chooser")]


@pytest.mark.parametrize("role", ["admin", "contributor"])
def test_people_of_a_village_are_refused_and_told_so(kemiren, other, log_in, role):
    client = log_in(factories.make_person(kemiren, role), HOST)
    for address in ADDRESSES:
        answer = client.get(address)
        assert (answer.status_code, answer["Location"]) == (302, reverse("wagtailadmin_home")), address
    page = client.get(reverse("wagtailadmin_home")).text
    assert "tidak" in page and "izin" in page
    assert "Lainnya" not in page


def test_scripts_of_the_admin_get_a_refusal_they_understand(admin):
    for address in ADDRESSES:
        assert admin.get(address, headers={"x-requested-with": "XMLHttpRequest"}).status_code == 403


def test_strangers_are_asked_to_log_in(kemiren, get):
    for address in ADDRESSES:
        assert get(HOST, address)["Location"].startswith(reverse("wagtailadmin_login"))


def test_portal_staff_read_the_reports(kemiren, staff):
    for name in REPORTS:
        assert staff.get(reverse(name)).status_code == 200, name


def test_what_the_gate_names_exists_in_this_wagtail():
    assert set(get_resolver().namespace_dict) >= BLIND_NAMESPACES
    for name in BLIND_VIEWS:
        assert reverse(name, args=["sites", "standardpage"])


def test_the_help_of_portal_staff_counts_no_news_of_wagtail(staff):
    page = staff.get(reverse("wagtailadmin_home")).text
    assert "keyboard-shortcuts-trigger" in page
    assert "whats-new-in-wagtail" not in page
    assert "editor-guide" not in page
