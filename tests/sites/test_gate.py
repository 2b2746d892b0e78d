"""The gate before the admin: every address has a rule, and what has none is closed."""

import pytest
from django.http import HttpResponse
from django.urls import path, reverse

import config.urls
from sites.models import User
from sites.tenancy.doors import DOORS, REGENCY_NAMESPACES
from sites.tenancy.gate import admin_views, unruled_names
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


def late_package(request):
    return HttpResponse("a view nobody has thought about")


# An urlconf with a view below the admin that no rule knows.
urlpatterns = [path("admin/late/", late_package, name="late"), *config.urls.urlpatterns]


def test_every_address_of_the_admin_has_a_rule():
    assert unruled_names() == []


def test_no_rule_is_left_over_from_an_address_that_is_gone():
    names = {name for name, _view in admin_views()}
    assert [name for name in DOORS if name not in names] == []
    spaces = {name.split(":")[0] for name in names if ":" in name}
    assert spaces >= REGENCY_NAMESPACES


def test_an_address_without_a_rule_is_closed_to_all_but_superusers(settings, kemiren, staff, log_in):
    settings.ROOT_URLCONF = __name__
    for client in (log_in(factories.make_person(kemiren), HOST), staff):
        answer = client.get("/admin/late/")
        assert (answer.status_code, answer["Location"]) == (302, reverse("wagtailadmin_home"))
    superuser = User.objects.create_superuser("super@contoh.example", factories.PASSWORD)
    assert log_in(superuser).get("/admin/late/").status_code == 200


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


def test_what_belongs_to_another_village_answers_like_what_does_not_exist(kemiren, other, log_in):
    client = log_in(factories.make_person(kemiren), HOST)
    foreign = factories.make_announcement(other)
    nothing = reverse("wagtailadmin_pages:edit", args=[999999])
    theirs = reverse("wagtailadmin_pages:edit", args=[foreign.pk])
    answers = [client.get(address) for address in (nothing, theirs)]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert answers[0].text.replace(nothing, theirs) == answers[1].text


def test_the_help_of_portal_staff_counts_no_news_of_wagtail(portal, staff):
    page = staff.get(reverse("wagtailadmin_home")).text
    assert "keyboard-shortcuts-trigger" in page
    assert "whats-new-in-wagtail" not in page
    assert "editor-guide" not in page
