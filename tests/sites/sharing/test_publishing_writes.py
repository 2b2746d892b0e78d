"""How often an office writes when it publishes for all villages by the form: the same, however many."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from sites.models import AnnouncementIndexPage, AnnouncementPage, ShareTarget
from tests.factories import sites as factories

# Wagtail alone writes eleven times by this form, and twice for each of three saves into the search index.
WRITES, VILLAGES = 19, 217
WRITING = ("INSERT", "UPDATE", "DELETE")


def filled(title):
    data = {
        "title": title,
        "slug": "ayo-menari",
        "category": "general",
        "severity": "info",
        "audience": "all",
        "tags": "",
        "body": streamfield([("paragraph", rich_text("<p>Datanglah.</p>"))]),
        "attachments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0},
    }
    return nested_form_data(data) | {"action-publish": "1"}


def writes_of_publishing(client, page, title):
    """Rows are written in so many statements when the form of a page is sent with "Publish"."""
    with CaptureQueriesContext(connection) as captured:
        answer = client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), filled(title))
    assert answer.status_code == 302
    assert AnnouncementPage.objects.get(pk=page.pk).title == title
    return [query["sql"] for query in captured if query["sql"].startswith(WRITING)]


@pytest.fixture
def draft(portal):
    office = factories.make_office()
    parent = AnnouncementIndexPage.objects.child_of(office.page).get()
    page = AnnouncementPage(title="Ayo", slug="ayo-menari", locale=parent.locale, live=False)
    page = parent.add_child(instance=page)
    page.save_revision()
    return page


@pytest.fixture
def officer(draft, log_in):
    return log_in(factories.make_officer())


def test_it_writes_as_often_for_all_villages_as_for_three(draft, officer):
    factories.make_crowd(3)
    few = writes_of_publishing(officer, draft, "Ayo menari")
    assert [target.key for target in ShareTarget.objects.filter(page=draft)] == ["all"]
    factories.make_crowd(VILLAGES - 3)
    many = writes_of_publishing(officer, draft, "Ayo menari lagi")
    assert len(many) <= len(few) <= WRITES, "\n".join(sql[:140] for sql in few)
