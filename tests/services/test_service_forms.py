"""What is wrong with a service, a guide or a document is said at its field, before readers see it."""

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from services.editing.rules import about_document, about_service
from services.models import GuidePage, ServicePage
from sites.models import VillageDocument
from tests.factories import sites as factories
from tests.factories.days import in_days
from tests.factories.services import make_guide, make_public_document, make_service

pytestmark = pytest.mark.django_db
NIK = "3510" + "152004990001"
NEXT_WEEK = in_days(7)


def service_form(**values) -> dict:
    texts = ("who", "duration", "issuer", "fee_rupiah", "fee_note", "counter", "form", "continued_at")
    texts += ("continued_with", "legal_basis", "note", "checked_on", "summary", "search_description")
    return nested_form_data(
        {
            "title": "Surat",
            "slug": "surat",
            "category": "letters",
            "listing_image": "",
            **dict.fromkeys(texts, ""),
            "asking": "none",
            "working_days": "3",
            "kept_days": "90",
            "related_pages": inline_formset([]),
            **{name: streamfield([]) for name in ("papers", "steps", "questions", "opening_hours")},
            **values,
        }
    )


def send(client, page, values, publish=True):
    button = {"action-publish": "1"} if publish else {}
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), {**values, **button})


def errors_of(answer):
    return set(answer.context["form"].errors) if answer.context else set()


def papers(*names):
    return streamfield([("paper", {"name": name, "note": ""}) for name in names])


@pytest.fixture
def service(kemiren):
    return make_service(kemiren)


def test_a_service_in_order_is_published(admin, service):
    values = service_form(fee_rupiah="0", checked_on=f"{timezone.localdate()}", papers=papers("KTP", "KK"))
    answer = send(admin, service, values)
    assert answer.status_code == 302, errors_of(answer)
    assert ServicePage.objects.get(pk=service.pk).is_free


WRONG = [
    ({"checked_on": f"{NEXT_WEEK}"}, "checked_on"),
    ({"fee_rupiah": "150000000"}, "fee_rupiah"),
    ({"fee_rupiah": "-1"}, "fee_rupiah"),
    ({"takes_attachments": "on"}, "takes_attachments"),
    ({"asking": "question", "working_days": "0"}, "working_days"),
    ({"asking": "question", "kept_days": "9999"}, "kept_days"),
    ({"note": f"Contoh: {NIK}"}, "note"),
    ({"papers": papers("KTP", " ktp ")}, "papers"),
    ({"papers": papers(f"KTP {NIK}")}, "papers"),
    ({"continued_with": "Surat dari desa"}, "continued_at"),
]


@pytest.mark.parametrize(("values", "field"), WRONG)
def test_a_wrong_service_is_not_published_and_the_field_says_why(admin, service, values, field):
    answer = send(admin, service, service_form(**values))
    assert answer.status_code == 200 and field in errors_of(answer)
    assert ServicePage.objects.get(pk=service.pk).title == service.title


def test_a_draft_may_wait_with_what_is_missing(admin, service):
    answer = send(admin, service, service_form(continued_with="Surat dari desa"), publish=False)
    assert answer.status_code == 302, errors_of(answer)


def test_on_a_template_nobody_is_asked_from_afar(staff, portal):
    office = factories.make_office("dpmd")
    template = make_service(office)
    page = staff.get(reverse("wagtailadmin_pages:edit", args=[template.pk])).text
    assert 'name="who"' in page
    for name in ("asking", "kept_days", "takes_attachments", "counter", "opening_hours-count"):
        assert f'name="{name}"' not in page


def test_who_took_it_over_and_what_from_is_no_field_of_any_form(admin, service):
    send(admin, service, service_form(template_key="8d5f0a4e-6f0a-4a52-9a2d-3f0d4b2f9f11"))
    assert ServicePage.objects.get(pk=service.pk).template_key is None


def guide_form(**values) -> dict:
    texts = dict.fromkeys(("summary", "search_description", "listing_image"), "")
    data = {"title": "Bayi", "slug": "bayi", "life_event": "birth", **texts}
    return nested_form_data({**data, "related_pages": inline_formset([]), **values})


def steps(*titles, service=""):
    return streamfield([("step", {"title": title, "text": "", "service": service}) for title in titles])


def test_a_guide_needs_steps_that_can_be_told_apart(admin, kemiren, service):
    guide = make_guide(kemiren)
    for wrong in (steps(), steps("Surat lahir", "surat  lahir")):
        assert "steps" in errors_of(send(admin, guide, guide_form(steps=wrong)))
    assert send(admin, guide, guide_form(steps=steps("Surat lahir", service=service.pk))).status_code == 302
    assert GuidePage.objects.get(pk=guide.pk).steps[0].value["service"].pk == service.pk


def test_a_guide_does_not_lead_to_a_service_of_another_village(admin, kemiren, other):
    guide, theirs = make_guide(kemiren), make_service(other)
    answer = send(admin, guide, guide_form(steps=steps("Surat lahir", service=theirs.pk)))
    assert answer.status_code == 200 and "steps" in errors_of(answer)


def test_a_document_is_of_no_day_to_come_and_never_replaces_itself(kemiren):
    file = factories.make_media(VillageDocument, kemiren, "Perdes")
    old, new = make_public_document(kemiren, file, "Lama"), make_public_document(kemiren, file, "Baru")
    new.replaces = old
    factories.publish(new)
    assert [name for name, _text in about_document({"issued_on": NEXT_WEEK, "year": 2999}, None)] == [
        "issued_on",
        "year",
    ]
    new.refresh_from_db()
    assert [name for name, _text in about_document({"replaces": new}, new.pk)] == ["replaces"]
    assert [name for name, _text in about_document({"replaces": new}, old.pk)] == ["replaces"]
    assert not list(about_document({"replaces": old, "year": 2026}, new.pk))


def test_numbers_of_telephones_and_money_are_no_niks():
    assert not list(about_service({"note": "0812 3456 7890 atau 0813 4567 8901, Rp 1.500.000"}))
