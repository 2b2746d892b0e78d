"""The regency changes a template: a village sees each field, accepts it, or keeps its own text."""

import pytest
from django.urls import reverse

from services.editing.changes import adjusted_fields
from services.editing.resolving import ChangedMeanwhile, accept, changes_now
from services.editing.taking_over import take_over
from services.models import ServicePage
from sites.workflow import switch_workflow
from tests.factories import sites as factories
from tests.factories.remembered import remembered
from tests.factories.services import make_service, translate_service

pytestmark = pytest.mark.django_db


def papers(*names):
    return [{"type": "paper", "value": {"name": name, "note": ""}} for name in names]


@pytest.fixture
@remembered
def template(kemiren):
    office = factories.make_office("dpmd")
    return make_service(office, who="Warga", duration="1 hari", papers=papers("KTP"), fee_rupiah=0)


@pytest.fixture
def clerk(kemiren):
    return factories.make_person(kemiren)


@pytest.fixture
def own(template, kemiren, clerk):
    return take_over(template, kemiren, clerk)


def change(page, **values):
    """As its editor changes and publishes it; returns it as it is stored then."""
    page = ServicePage.objects.get(pk=page.pk)
    for name, value in values.items():
        setattr(page, name, value)
    return factories.publish(page)


def fresh(page):
    return ServicePage.objects.select_related("latest_revision", "locale").get(pk=page.pk)


def names(page):
    return [found.name for found in changes_now(fresh(page))]


def decide(client, page, act, *fields, of=None):
    """Tap the button of one field, or of several at once; `of` is a version of the page."""
    of = of or page
    found = [one for one in changes_now(fresh(of)) if one.name in fields]
    data = {
        "version": of.pk,
        "act": act,
        "field": [one.name for one in found],
        "seen": [o.seen for o in found],
    }
    return client.post(reverse("service_desk:changes", args=[page.pk]), data, follow=True)


def test_just_taken_over_there_is_nothing_to_decide(own):
    assert names(own) == []


def test_of_two_changed_fields_a_village_accepts_one_and_keeps_the_other(admin, own, template):
    change(own, duration="2 hari")
    change(template, papers=papers("KTP", "Surat pengantar RT"), duration="3 hari")
    page = admin.get(reverse("service_desk:changes", args=[own.pk])).text
    for text in ("<ins>Surat pengantar RT</ins>", "<del>1 hari</del>", "2 hari", "<ins>3 hari</ins>"):
        assert text in page
    decide(admin, own, "accept", "papers")
    assert names(own) == ["duration"]
    decide(admin, own, "keep", "duration")
    own = fresh(own)
    assert [paper.value["name"] for paper in own.papers] == ["KTP", "Surat pengantar RT"]
    assert own.duration == "2 hari" and own.live and not own.has_unpublished_changes
    assert names(own) == [] and adjusted_fields(own) == ["duration"]


def test_what_was_kept_is_shown_once_more_when_the_template_changes_again(admin, own, template):
    change(template, duration="3 hari")
    decide(admin, own, "keep", "duration")
    change(template, duration="4 hari")
    found = changes_now(fresh(own))
    assert [(one.old, one.new, one.own) for one in found] == [("3 hari", "4 hari", "1 hari")]


def test_what_the_village_says_already_is_no_change(own, template):
    change(own, who="Warga desa")
    change(template, who="Warga desa")
    assert names(own) == []


def test_fields_of_the_village_are_never_compared(own, template):
    change(own, counter="Loket 2", asking="question", working_days=1)
    assert names(own) == [] and adjusted_fields(own) == []


def test_all_that_the_village_left_as_it_was_is_accepted_at_once(admin, own, template):
    change(own, who="Warga Kemiren")
    change(template, who="Penduduk", duration="2 hari", papers=papers("KK"))
    version = admin.get(reverse("service_desk:changes", args=[own.pk])).context["versions"][0]
    assert [one.name for one in version.untouched] == ["papers", "duration"]
    decide(admin, own, "accept", "duration", "papers")
    assert names(own) == ["who"] and fresh(own).who == "Warga Kemiren"


def test_each_language_is_decided_by_itself(admin, template, kemiren, clerk):
    english = translate_service(template, "Business letter", who="Residents")
    own = take_over(template, kemiren, clerk)
    own_english = ServicePage.objects.get(translation_key=own.translation_key, locale__language_code="en")
    change(english, who="All residents")
    change(template, fee_rupiah=5000)
    assert (names(own), names(own_english)) == (["fee_rupiah"], ["who"])
    decide(admin, own, "accept", "who", of=own_english)
    assert (names(own), names(own_english)) == (["fee_rupiah"], [])
    assert fresh(own_english).who == "All residents"
    decide(admin, own, "accept", "fee_rupiah")
    assert fresh(own_english).fee_rupiah == 5000


def test_a_draft_that_waits_is_neither_published_nor_lost(admin, own, template):
    draft = fresh(own)
    draft.note = "Masih ditulis"
    draft.save_revision()
    change(template, duration="3 hari")
    decide(admin, own, "accept", "duration")
    own = fresh(own)
    assert own.duration == "3 hari" and own.note == "" and own.has_unpublished_changes
    waiting = own.get_latest_revision_as_object()
    assert (waiting.duration, waiting.note) == ("3 hari", "Masih ditulis")
    assert names(own) == []


def test_an_older_version_that_comes_back_asks_again(admin, own, template):
    before = fresh(own).latest_revision
    change(template, duration="3 hari")
    decide(admin, own, "accept", "duration")
    before.as_object().save_revision().publish()
    assert fresh(own).duration == "1 hari" and names(own) == ["duration"]


def test_a_contributor_decides_on_a_page_of_theirs_and_the_village_publishes(template, kemiren, log_in):
    contributor = factories.make_person(kemiren, "contributor")
    own = factories.publish(take_over(template, kemiren, contributor))
    switch_workflow(kemiren, enabled=True)
    client = log_in(contributor, "kemiren.localhost")
    change(template, duration="3 hari")
    decide(client, own, "accept", "duration")
    own = fresh(own)
    assert own.duration == "1 hari" and own.get_latest_revision_as_object().duration == "3 hari"
    assert own.workflow_in_progress


def test_nobody_decides_on_a_page_that_they_may_not_edit(own, template, kemiren, log_in):
    client = log_in(factories.make_person(kemiren, "contributor"), "kemiren.localhost")
    change(template, duration="3 hari")
    page = client.get(reverse("service_desk:changes", args=[own.pk]))
    assert page.status_code == 200 and 'value="accept"' not in page.text
    decide(client, own, "accept", "duration")
    assert fresh(own).get_latest_revision_as_object().duration == "1 hari"


def test_a_locked_page_is_left_alone(admin, own, template):
    change(template, duration="3 hari")
    ServicePage.objects.filter(pk=own.pk).update(locked=True, locked_by=None)
    decide(admin, own, "accept", "duration")
    assert fresh(own).duration == "1 hari"


def test_a_decision_about_what_changed_meanwhile_is_not_taken(own, template, clerk):
    change(template, duration="3 hari")
    seen = [(one.name, one.seen) for one in changes_now(fresh(own))]
    change(template, duration="4 hari")
    with pytest.raises(ChangedMeanwhile):
        accept(fresh(own), seen, clerk)
    assert fresh(own).duration == "1 hari"


def test_a_second_tap_says_that_it_was_decided(admin, own, template):
    change(template, duration="3 hari")
    seen = changes_now(fresh(own))[0].seen
    data = {"version": own.pk, "act": "accept", "field": ["duration"], "seen": [seen]}
    where = reverse("service_desk:changes", args=[own.pk])
    admin.post(where, data)
    answer = admin.post(where, data, follow=True)
    assert answer.context["messages"] and fresh(own).duration == "3 hari"


@pytest.mark.parametrize(
    "data", [{}, {"act": "steal"}, {"act": "accept", "version": "x"}, {"act": "accept", "field": "title"}]
)
def test_forms_that_no_button_sends_change_nothing(admin, own, template, data):
    change(template, title="Judul baru")
    answer = admin.post(reverse("service_desk:changes", args=[own.pk]), data, follow=True)
    assert answer.status_code == 200 and fresh(own).title == own.title


def test_a_village_without_a_page_of_its_own_shows_the_new_text_by_itself(get, template, kemiren):
    change(template, who="Semua penduduk")
    index = template.get_parent()
    assert index.title and get("kemiren.localhost", f"/layanan/dpmd/{template.slug}/").status_code == 200


def test_another_village_neither_sees_nor_decides(own, template, other, log_in):
    change(template, duration="3 hari")
    client = log_in(factories.make_person(other), other.hostname)
    where = reverse("service_desk:changes", args=[own.pk])
    assert client.get(where).status_code in (302, 403, 404)
    decide(client, own, "accept", "duration")
    assert fresh(own).duration == "1 hari"


def test_a_withdrawn_template_leaves_nothing_to_decide(own, template):
    change(template, duration="3 hari").unpublish()
    assert names(own) == []
