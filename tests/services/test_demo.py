"""The demo of this app: real services in both languages, samples that say so, and made only once."""

import json

import pytest
from django.conf import settings
from django.core import mail

from services.choices import RequestState
from services.demo import desk, documents, guides, own_services, requests, samples, templates
from services.editing.fields import FIELDS
from services.editing.resolving import changes_now
from services.models import (
    DutyShift,
    GuidePage,
    PublicDocumentPage,
    RequestFigure,
    RequestLetter,
    ServicePage,
    ServiceRequest,
)
from sites import provisioning
from sites.demo import accounts
from sites.models import Village
from tests.factories import sites as factories

pytestmark = [pytest.mark.django_db, pytest.mark.once]
HOST = "kemiren.localhost"
FEW = ("sktm", "keterangan-usaha", "keterangan-domisili")
LISTED = json.loads((settings.BASE_DIR / "data" / "services.json").read_text(encoding="utf-8"))
MORE = json.loads((settings.BASE_DIR / "data" / "service_samples.json").read_text(encoding="utf-8"))


def nothing(line) -> None:
    """A report that nobody reads."""


@pytest.fixture
def village(portal, kemiren):
    Village.objects.filter(pk=kemiren.pk).update(code=samples.VILLAGE)
    kemiren.refresh_from_db()
    accounts.add_village_accounts(kemiren, "kemiren")
    return kemiren


@pytest.fixture
def demo(village, monkeypatch):
    """With three of the services: all of them would take too long."""
    provisioning.open_office(factories.make_office(samples.PUBLISHER))
    few = {
        samples.SAMPLES: MORE
        | {
            "guides": [guide for guide in MORE["guides"] if guide["life_event"] == "school"],
            "taken_over": [one for one in MORE["taken_over"] if one["service"] in FEW],
            "documents": MORE["documents"][:2],
            "requests": [row for row in MORE["requests"] if row.get("service", FEW[0]) in FEW],
        },
        "services.json": [service for service in LISTED if service["slug"] in FEW],
    }
    monkeypatch.setattr(samples, "read", lambda name=samples.SAMPLES: few[name])
    seed()
    return village


def seed() -> None:
    for module in (templates, guides, own_services, documents, desk, requests):
        module.seed(nothing)


def test_there_are_25_services_each_with_what_the_samples_add():
    assert len(LISTED) == 25
    assert {service["slug"] for service in LISTED} == set(MORE["services"])
    assert {service["category"] for service in LISTED} == set(templates.CATEGORIES)


def test_there_is_a_guide_for_each_event_whose_steps_name_services_that_exist():
    assert sorted(guide["life_event"] for guide in MORE["guides"]) == sorted(GuidePage.LifeEvent.values)
    named = {step["service"] for guide in MORE["guides"] for step in guide["steps"]} - {None}
    assert named <= set(MORE["services"])


def test_each_event_in_life_has_services():
    events = {event for service in MORE["services"].values() for event in service["life_events"]}
    assert events == set(ServicePage.LifeEvent.values)


def test_all_samples_say_that_they_are():
    assert all(
        "(Contoh)" in row["title"]["id"] and "(Sample)" in row["title"]["en"] for row in MORE["documents"]
    )
    assert all(
        row["name"].startswith("Contoh: ") and "(Contoh)" in row["message"] for row in MORE["requests"]
    )
    assert all(row["shown_as"]["id"].startswith("Contoh: ") for row in MORE["duty"])


def test_the_village_lists_the_templates_and_has_its_own_of_some(demo, get):
    template = templates.by_slug("sktm")
    own = own_services.by_slug("sktm", demo)
    assert own.template_key == template.translation_key
    assert own.template_values["title"] == template.title
    assert own.papers.get_prep_value() and own.asking == "request"
    assert get(HOST, "/layanan/sktm/").status_code == 200
    english = own.get_translation(factories.home_locale("en"))
    assert english.title == "Certificate of limited means (SKTM)"
    assert english.template_values["title"] == english.title


def test_one_template_has_changed_since_the_village_took_it_over(demo):
    own, template = own_services.by_slug("keterangan-usaha", demo), templates.by_slug("keterangan-usaha")
    assert own.template_values["duration"] == own.duration != template.duration
    assert [change.name for change in changes_now(own)] == ["duration"]


def test_a_village_has_nothing_to_decide_where_the_template_has_not_changed(demo):
    own = own_services.by_slug("sktm", demo)
    versions = own.get_translations(inclusive=True)
    assert len(versions) == 2 and not any(changes_now(version) for version in versions)
    assert set(own.template_values) == set(FIELDS)


def test_a_guide_leads_to_services_in_its_own_language(demo):
    guide = GuidePage.objects.get(slug="going-to-school")
    services = [step.value["service"] for step in guide.steps if step.value["service"]]
    assert services and all(service.locale.language_code == "en" for service in services)


def test_documents_have_files_and_one_has_taken_the_place_of_another(demo, get):
    newer = PublicDocumentPage.objects.get(locale__language_code="id", replaces__isnull=False)
    assert newer.document.title.endswith("(Contoh)")
    assert newer.document.file.read().startswith(b"%PDF-")
    assert get(HOST, f"/informasi-publik/{newer.replaces.slug}/").status_code == 200


def test_requests_are_in_several_states_and_nobody_is_written_to(demo):
    states = set(ServiceRequest.objects.values_list("state", flat=True))
    assert {RequestState.RECEIVED, RequestState.HANDLED, RequestState.READY} <= states
    assert ServiceRequest.objects.published().exists()
    assert RequestFigure.objects.filter(request=None).exists()
    assert not RequestLetter.objects.exists() and not mail.outbox


def test_somebody_is_at_the_counter_on_every_working_day(demo):
    assert set(DutyShift.objects.values_list("day", flat=True)) >= {"monday", "friday"}
    assert DutyShift.objects.exclude(user=None).exists()


def test_what_is_there_already_stays(demo):
    models = (ServicePage, GuidePage, PublicDocumentPage, DutyShift, ServiceRequest, RequestFigure)
    before = [model.objects.count() for model in models]
    seed()
    assert [model.objects.count() for model in models] == before


def test_without_the_office_and_the_village_nothing_is_made(portal):
    seed()
    assert not ServicePage.objects.exists() and not ServiceRequest.objects.exists()
