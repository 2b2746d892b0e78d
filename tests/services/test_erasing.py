"""Erased means erased: of a person nothing is left in the database, on the disk, in the queue or in logs."""

import logging
from datetime import timedelta
from io import StringIO
from pathlib import Path
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.models import ReferenceIndex, Revision

from services.handling import acts
from services.models import RequestAttachment, RequestEntry, RequestFigure, RequestLetter, ServiceRequest
from sites import provisioning
from sites.logs import WithoutKeys
from sites.media.private_files import checked_file
from tests.culture.queue import letters
from tests.factories.services import make_request, make_service
from tests.factories.sites import make_person
from tests.sites.media.files import jpeg

from .forms import address, filled, opened, send

pytestmark = pytest.mark.django_db
MODELS = (ServiceRequest, RequestEntry, RequestLetter, RequestAttachment)
# What was asked and said, each word found nowhere else.
SAID = {
    "name": "Qwertina Contoh",
    "email": "qwertina@contoh.example",
    "whatsapp": "+6281357913579",
    "message": "Rahasiaqu di lubang jalan",
    "place": "Dusun Zxcvbn",
}
TRACES = ["qwertina", "81357913579", "rahasiaqu", "zxcvbn", "balasanqu", "jawabanqu", "catatanqu", "publikqu"]


@pytest.fixture
def life(kemiren, django_capture_on_commit_callbacks):
    """A complaint through all that may happen to it: files, letters, messages, notes, being published."""
    visitor, clerk = Client(HTTP_HOST="kemiren.localhost"), make_person(kemiren)
    files = SimpleUploadedFile("qwertina.jpg", jpeg())
    values = {**SAID, "topic": "roads", "may_be_public": "on", "files": files}
    with django_capture_on_commit_callbacks(execute=True):
        send(visitor, address("request_complaint"), filled(kemiren, "complaint", **values))
        request = ServiceRequest.objects.get()
        acts.assign(request, clerk)
        seal = opened(f"request-message-{request.pk}")
        send(visitor, address("request", request.code), {"text": "Balasanqu", "seal": seal})
        acts.answer(request, clerk, "Jawabanqu", uuid4())
        acts.note(request, clerk, "Catatanqu", uuid4())
        request.refresh_from_db()
        acts.publish(request, "Publikqu", "Publikqu", [request.attachments.get().pk])
    visitor.get(f"/pengaduan/{request.pk}/")
    assert letters()
    return request


def stored() -> str:
    """All that stands in all tables."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            found += [f"{table}: {row}" for row in cursor.fetchall()]
    return "\n".join(found).lower()


def traces_in(text: str, code: str) -> set[str]:
    return {trace for trace in [*TRACES, code.lower()] if trace in text.lower()}


def files() -> list[Path]:
    folder = Path(RequestAttachment._meta.get_field("file").storage.location)
    return [path for path in folder.rglob("*") if path.is_file()]


def test_what_is_erased_is_nowhere_any_more(life, caplog, django_capture_on_commit_callbacks):
    caplog.set_level(logging.DEBUG)
    kept = Path(life.attachments.get().file.path)
    assert traces_in(stored(), life.code) == {*TRACES, life.code.lower()} and kept.exists()
    with django_capture_on_commit_callbacks(execute=True):
        acts.erase(life)
    assert not traces_in(stored(), life.code)
    assert not kept.exists() and kept not in files()
    assert not any(model.objects.exists() for model in MODELS)
    assert not traces_in(caplog.text, life.code)
    assert RequestFigure.objects.get().state == "received"


def test_neither_revisions_nor_references_nor_the_cache_ever_hold_it(life):
    names = {model._meta.model_name for model in MODELS}
    assert not Revision.objects.filter(content_type__model__in=names).exists()
    assert not ReferenceIndex.objects.filter(base_content_type__model__in=names).exists()
    held = str(getattr(cache, "_cache", {}))
    assert not traces_in(held, life.code)


def test_the_queue_of_letters_names_only_their_numbers(life):
    tasks = list(DBTaskResult.objects.values_list("args_kwargs", "exception_class_path", "traceback"))
    assert tasks and not traces_in(str(tasks), life.code)


def test_a_letter_in_the_queue_is_not_sent_after_its_request_is_erased(
    kemiren, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        request = make_request(kemiren, email=SAID["email"])
    with django_capture_on_commit_callbacks(execute=True):
        acts.erase(request)
    assert not letters()


def test_logs_of_sending_name_nobody(kemiren, caplog, django_capture_on_commit_callbacks, monkeypatch):
    caplog.set_level(logging.DEBUG)
    monkeypatch.setattr("sites.newsletter.post.Post.send", lambda *args: 1 / 0)
    with django_capture_on_commit_callbacks(execute=True):
        request = make_request(kemiren, email=SAID["email"], name=SAID["name"])
    letters()
    assert RequestLetter.objects.filter(user=None, failed_at__isnull=False).exists()
    assert not traces_in(caplog.text, request.code)


def closed(request, days: int) -> None:
    moment = timezone.now() - timedelta(days=days)
    ServiceRequest.objects.filter(pk=request.pk).update(state="done", closed_at=moment)


def test_requests_are_erased_so_many_days_after_they_are_done_as_was_promised(kemiren):
    service = make_service(kemiren, asking="question", kept_days=7)
    kept, gone, waiting = (make_request(kemiren, service=service) for _number in range(3))
    closed(kept, 6)
    closed(gone, 8)
    ServiceRequest.objects.filter(pk=waiting.pk).update(created_at=timezone.now() - timedelta(days=400))
    out = StringIO()
    call_command("delete_expired", stdout=out)
    assert "1 requests deleted." in out.getvalue()
    assert set(ServiceRequest.objects.all()) == {kept, waiting}
    assert RequestFigure.objects.count() == 3


def test_a_service_that_keeps_longer_now_does_not_keep_what_promised_less(kemiren):
    service = make_service(kemiren, asking="question", kept_days=7)
    request = make_request(kemiren, service=service)
    service.kept_days = 365
    service.save()
    closed(request, 8)
    call_command("delete_expired", verbosity=0)
    assert not ServiceRequest.objects.exists()


def test_what_nobody_ever_closed_is_not_kept_for_ever(kemiren):
    request = make_request(kemiren)
    ServiceRequest.objects.filter(pk=request.pk).update(created_at=timezone.now() - timedelta(days=731))
    call_command("delete_expired", verbosity=0)
    assert not ServiceRequest.objects.exists()


def test_retention_takes_the_files_along(kemiren, django_capture_on_commit_callbacks):
    file = checked_file(SimpleUploadedFile("jalan.jpg", jpeg()))
    request = make_request(kemiren, kind="complaint", topic="roads", files=[file])
    path = Path(request.attachments.get().file.path)
    closed(request, 366)
    with django_capture_on_commit_callbacks(execute=True):
        call_command("delete_expired", verbosity=0)
    assert not path.exists()


def test_requests_of_a_closed_village_do_not_wait_for_an_answer(kemiren, other):
    gone, kept = make_request(kemiren), make_request(other)
    provisioning.close_village(kemiren)
    kemiren.closed_at = timezone.now() - timedelta(days=gone.kept_days + 1)
    kemiren.save()
    call_command("delete_expired", verbosity=0)
    assert list(ServiceRequest.objects.all()) == [kept]


@pytest.mark.parametrize("way", ["request", "village", "attachment"])
def test_whatever_takes_a_request_along_takes_its_files(kemiren, way, django_capture_on_commit_callbacks):
    file = checked_file(SimpleUploadedFile("jalan.jpg", jpeg()))
    request = make_request(kemiren, kind="complaint", topic="roads", files=[file])
    attachment = request.attachments.get()
    with django_capture_on_commit_callbacks(execute=True):
        {"request": request, "village": kemiren, "attachment": attachment}[way].delete()
    assert not RequestAttachment.objects.exists() and not Path(attachment.file.path).exists()


def test_an_error_at_the_page_of_a_request_writes_its_code_into_no_log(life, monkeypatch):
    """Django names the address of each error."""
    output = StringIO()
    handler = logging.StreamHandler(output)
    handler.setFormatter(next(each for each in logging.getLogger().handlers if is_our_own(each)).formatter)
    monkeypatch.setattr("services.asking.following.sights", lambda request, found: 1 / len(found.code[:0]))
    visitor = Client(HTTP_HOST="kemiren.localhost", raise_request_exception=False)
    logger = logging.getLogger("django.request")
    logger.addHandler(handler)
    try:
        assert visitor.get(address("request", life.code)).status_code == 500
    finally:
        logger.removeHandler(handler)
    assert "Internal Server Error: /permohonan/" in output.getvalue()
    assert "ZeroDivisionError" in output.getvalue() and not traces_in(output.getvalue(), life.code)


def is_our_own(handler: logging.Handler) -> bool:
    return isinstance(handler.formatter, WithoutKeys)


def test_where_a_row_can_not_be_kept_no_file_is_left_behind(kemiren, monkeypatch):
    before = set(files())
    monkeypatch.setattr(RequestAttachment.objects, "bulk_create", lambda rows: 1 / 0)
    file = checked_file(SimpleUploadedFile("jalan.jpg", jpeg()))
    with pytest.raises(ZeroDivisionError):
        make_request(kemiren, files=[file])
    assert set(files()) == before and not ServiceRequest.objects.exists()


def test_a_service_page_that_goes_leaves_the_requests_with_their_title(kemiren):
    service = make_service(kemiren, asking="question")
    request = make_request(kemiren, service=service)
    service.delete()
    request.refresh_from_db()
    assert request.service is None and request.subject == "Surat keterangan usaha"
