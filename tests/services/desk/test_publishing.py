"""Complaints for everybody: only where their sender agreed, in words that the office has looked at."""

import pytest
from django.core.files.base import ContentFile
from wagtail.images.tests.utils import get_test_image_file

from services.models import ServiceRequest
from sites.media.private_files import checked_file
from tests.factories.services import make_request

pytestmark = pytest.mark.django_db
NIK = "3510" + "152004990001"


@pytest.fixture
def complaint(kemiren):
    picture = checked_file(ContentFile(get_test_image_file("foto.png").file.getvalue(), "foto.png"))
    pdf = ContentFile(b"%PDF-1.7\n%%EOF", "surat.pdf")
    values = {"message": "Pak Anu menutup got.", "topic": "water", "may_be_public": True}
    return make_request(kemiren, "complaint", files=[picture, pdf], **values)


def test_it_is_published_with_the_words_and_pictures_of_the_office(admin, complaint, desk):
    picture, pdf = complaint.attachments.all()
    form = {"public_text": "Got tertutup.", "public_answer": "Sudah dibuka.", "pictures": [picture.pk]}
    assert admin.post(desk("publish", complaint), form).status_code == 302
    complaint.refresh_from_db()
    assert complaint.is_published and complaint.public_text == "Got tertutup."
    assert [file.is_public for file in complaint.attachments.all()] == [True, False]
    admin.post(desk("take_back", complaint))
    complaint.refresh_from_db()
    assert not complaint.is_published and not complaint.attachments.filter(is_public=True).exists()


def test_a_pdf_or_a_picture_of_somebody_else_can_not_be_chosen(admin, kemiren, complaint, desk):
    pdf = complaint.attachments.last()
    answer = admin.post(desk("publish", complaint), {"public_text": "Got.", "pictures": [pdf.pk]})
    assert answer.status_code == 200 and not ServiceRequest.objects.published().exists()


@pytest.mark.parametrize("text", ["", f"NIK {NIK}", "x" * 2001])
def test_a_bad_text_is_not_published(admin, complaint, desk, text):
    assert admin.post(desk("publish", complaint), {"public_text": text}).status_code == 200
    assert not ServiceRequest.objects.published().exists()


@pytest.mark.parametrize("kind", ["complaint", "question"])
def test_what_its_sender_wants_private_stays_private(admin, kemiren, desk, kind):
    private = make_request(kemiren, kind, may_be_public=kind == "question", topic="water")
    answer = admin.post(desk("publish", private), {"public_text": "Got."})
    assert answer.url == desk("request", private)
    assert not ServiceRequest.objects.published().exists()


def test_the_page_offers_it_only_where_it_is_possible(admin, kemiren, complaint, desk):
    private = make_request(kemiren, "complaint", topic="water")
    assert desk("publish", complaint) in admin.get(desk("request", complaint)).text
    assert desk("publish", private) not in admin.get(desk("request", private)).text


def test_the_moderator_sees_all_that_gets_public(admin, kemiren, desk):
    picture = checked_file(ContentFile(get_test_image_file("foto.png").file.getvalue(), "foto.png"))
    values = {"topic": "water", "place": "Depan rumah Pak Anu", "may_be_public": True}
    found = make_request(kemiren, "complaint", files=[picture], message="Got mampet.", **values)
    shown = admin.get(desk("publish", found)).text
    assert "Depan rumah Pak Anu" in shown and "Got mampet." in shown and found.get_topic_display() in shown
    assert f'<img src="{desk("file", found, found.attachments.get())}"' in shown


def test_a_place_that_tells_too_much_is_written_anew_and_stays_with_the_office(admin, kemiren, desk):
    values = {"topic": "water", "place": "Depan rumah Pak Anu", "may_be_public": True}
    found = make_request(kemiren, "complaint", **values)
    admin.post(desk("publish", found), {"public_text": "Got.", "place": "Dusun Krajan"})
    found.refresh_from_db()
    assert found.is_published and found.place == "Dusun Krajan"
    assert "Depan rumah Pak Anu" in found.entries.get(kind="note").text


def test_without_a_place_none_is_asked_for(admin, complaint, desk):
    assert 'name="place"' not in admin.get(desk("publish", complaint)).text


def test_a_place_with_a_number_of_a_ktp_is_not_published(admin, kemiren, desk):
    found = make_request(kemiren, "complaint", topic="water", place="Krajan", may_be_public=True)
    admin.post(desk("publish", found), {"public_text": "Got.", "place": f"Krajan {NIK}"})
    assert not ServiceRequest.objects.published().exists()
