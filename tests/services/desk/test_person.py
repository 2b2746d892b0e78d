"""The slip for somebody's hand, all that is kept about them, and erasing it."""

import io
import zipfile
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import ModelLogEntry

from services.codes import readable
from services.handling import acts
from services.models import RequestFigure, ServiceRequest
from services.staff import slip
from sites import provisioning
from tests.factories.services import make_request, make_service
from tests.factories.sites import make_person

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("paper", ["a5", "a6"])
def test_the_slip_is_a_pdf_of_one_page_and_stays_in_no_cache(at_counter, asked, desk, paper):
    answer = at_counter.get(desk("slip", asked, paper))
    assert answer.content.startswith(b"%PDF-") and answer.content.count(b"/Type /Page\n") == 1
    assert "no-store" in answer["Cache-Control"] and len(answer.content) < 80_000
    assert ModelLogEntry.objects.filter(action="services.print_slip").exists()


def test_its_qr_leads_to_the_page_of_the_request_in_the_language_of_the_person(kemiren, monkeypatch):
    seen = []
    monkeypatch.setattr(slip.qr, "draw", lambda pdf, text, *place: seen.append(text))
    for language, path in (("id", "/permohonan/"), ("en", "/en/requests/")):
        found = make_request(kemiren, language=language)
        slip.draw(found, "a6")
        assert seen.pop().endswith(f"{path}{found.code}/")


def test_the_longest_words_stay_on_the_paper(kemiren, monkeypatch):
    service = make_service(kemiren, "Surat pengantar " * 12, asking="request")
    day = timezone.localdate() + timedelta(1)
    found = make_request(kemiren, "service", name="Wawan " * 13, service=service, comes_on=day)
    ends = []
    write = slip.Slip.write

    def watch(self, *args, **kwargs):
        ends.append(write(self, *args, **kwargs))
        return ends[-1]

    monkeypatch.setattr(slip.Slip, "write", watch)
    slip.draw(found, "a6")
    above_code = ends[:-3]
    assert max(above_code) < slip.HEIGHT - slip.BELOW - slip.CODE_SIZE and ends[-1] < slip.HEIGHT - 3


def test_another_paper_is_none(at_counter, asked, desk):
    assert at_counter.get(desk("slip", asked, "a0")).status_code == 404


def test_a_person_gets_all_that_is_kept_in_their_language(admin, kemiren, desk):
    found = make_request(kemiren, language="en", name="Guest", message="When do you open?")
    acts.note(found, make_person(kemiren), "Calls often.", uuid4())
    answer = admin.get(desk("person_data", found))
    text = answer.content.decode()
    for word in ("Guest", "When do you open?", "Calls often.", readable(found.code), "Internal note"):
        assert word in text
    assert "no-store" in answer["Cache-Control"]


def test_with_files_it_is_an_archive(admin, kemiren, desk):
    found = make_request(kemiren, files=[ContentFile(b"%PDF-1.7\n%%EOF", "surat.pdf")])
    archive = zipfile.ZipFile(io.BytesIO(admin.get(desk("person_data", found)).content))
    assert archive.namelist() == ["data.txt", "1.pdf"] and archive.read("1.pdf").startswith(b"%PDF-")


def test_erasing_asks_first_and_leaves_numbers_and_an_entry_without_a_name(
    admin, kemiren, desk, django_capture_on_commit_callbacks
):
    found = make_request(kemiren, name="Warga Contoh", files=[ContentFile(b"%PDF-1.7", "surat.pdf")])
    file = found.attachments.get().file
    assert "Warga Contoh" in admin.get(desk("erase", found)).text
    assert ServiceRequest.objects.exists()
    with django_capture_on_commit_callbacks(execute=True):
        assert admin.post(desk("erase", found)).url == "/admin/permohonan/"
    assert not ServiceRequest.objects.exists() and not file.storage.exists(file.name)
    assert RequestFigure.objects.get().request is None
    assert "Warga" not in str(list(ModelLogEntry.objects.values()))


@pytest.mark.parametrize(("days", "is_left"), [(89, True), (91, False)])
def test_a_closed_request_goes_when_its_time_is_over_and_its_numbers_stay(kemiren, days, is_left):
    found = make_request(kemiren)
    acts.change_state(found, "received", "done", make_person(kemiren))
    ServiceRequest.objects.update(closed_at=timezone.now() - timedelta(days))
    call_command("delete_expired", verbosity=0)
    assert ServiceRequest.objects.exists() is is_left
    assert RequestFigure.objects.get().state == "done"


def test_what_nobody_closes_goes_after_two_years_and_with_a_closed_village_sooner(kemiren):
    old, fresh = make_request(kemiren), make_request(kemiren)
    ServiceRequest.objects.filter(pk=old.pk).update(created_at=timezone.now() - timedelta(731))
    call_command("delete_expired", verbosity=0)
    assert list(ServiceRequest.objects.all()) == [fresh]
    provisioning.close_village(kemiren)
    type(kemiren).objects.filter(pk=kemiren.pk).update(closed_at=timezone.now() - timedelta(91))
    call_command("delete_expired", verbosity=0)
    assert not ServiceRequest.objects.exists()
