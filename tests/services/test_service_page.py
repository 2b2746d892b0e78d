"""What readers see of one service: what to bring, what it costs, when it is to be had, and how to ask."""

import json
import re
from datetime import timedelta

import pytest
from django.utils import timezone

from services.models import DutyShift, ServiceState
from sites.opening_hours import DAYS
from tests.factories import sites as factories
from tests.factories.services import make_service, translate_service

from .forms import text_of, words_of

pytestmark = pytest.mark.django_db
HOST = "kemiren.localhost"
PAPERS = [
    ("paper", {"name": "KTP asli", "note": "Ditunjukkan saja"}),
    ("paper", {"name": "Pengantar RT", "note": ""}),
]
ALWAYS = [("hours", {"days": list(DAYS), "opens": "00:00", "closes": "23:59"})]
NEVER_NOW = [
    ("hours", {"days": [DAYS[(timezone.localdate().weekday() + 3) % 7]], "opens": "08:00", "closes": "09:00"})
]


def open_office(village, hours=ALWAYS, exceptions=()):
    settings = village.site.sitesettings
    settings.opening_hours, settings.opening_exceptions = hours, list(exceptions)
    settings.save()


def closed_today(reason="Cuti bersama"):
    day = {"first_day": timezone.localdate(), "last_day": None, "opens": None, "closes": None}
    return [("days", {**day, "reason": reason})]


def data_of(answer) -> dict:
    text = re.search(r'<script type="application/ld\+json">(.*?)</script>', text_of(answer), re.S)[1]
    return {node["@type"]: node for node in json.loads(text)["@graph"]}


def service_data(answer) -> dict:
    return data_of(answer)["WebPage"]["mainEntity"]


def test_a_page_says_what_to_bring_what_it_costs_and_how_it_goes(kemiren, get):
    make_service(
        kemiren,
        papers=PAPERS,
        steps=[("step", {"text": "Datang ke loket 2."})],
        questions=[
            ("question", {"question": "Apakah bisa diwakilkan?", "answer": "Bisa, dengan surat kuasa."})
        ],
        fee_rupiah=0,
        duration="1 hari kerja",
        who="Warga ber-KTP desa",
        counter="Loket 2",
        legal_basis="UU 6/2014",
        continued_at="Kecamatan Glagah",
        continued_with="Surat dari desa",
        checked_on=timezone.localdate(),
    )
    words = words_of(get(HOST, "/layanan/surat-keterangan-usaha/"))
    for text in (
        "KTP asli",
        "Ditunjukkan saja",
        "Pengantar RT",
        "Datang ke loket 2.",
        "Gratis",
        "1 hari kerja",
    ):
        assert text in words
    for text in ("Warga ber-KTP desa", "Loket 2", "UU 6/2014", "Kecamatan Glagah", "surat kuasa", "Rp 0"):
        assert text in words


def test_the_list_can_be_ticked_without_a_script_and_each_box_has_its_words(kemiren, get):
    make_service(kemiren, papers=PAPERS)
    html = text_of(get(HOST, "/layanan/surat-keterangan-usaha/"))
    boxes = re.findall(r'<label class="tick"><input type="checkbox"[^>]* data-tick="([0-9a-f]{12})"', html)
    assert len(set(boxes)) == 2
    assert "<form" not in html.partition('data-checklist="')[2].partition("</section>")[0]


def test_a_fee_is_said_in_rupiah_and_only_a_free_service_is_called_free(kemiren, get):
    make_service(kemiren, fee_rupiah=15000, fee_note="Materai dibeli sendiri")
    words = words_of(get(HOST, "/layanan/surat-keterangan-usaha/"))
    assert "Rp 15.000" in words and "Materai" in words and "Gratis" not in words


def test_the_sheet_to_print_is_a_pdf_of_a5_and_not_sent_twice(kemiren, get):
    make_service(kemiren, papers=PAPERS * 20)
    answer = get(HOST, "/layanan/surat-keterangan-usaha/syarat.pdf")
    assert answer["Content-Type"] == "application/pdf" and answer.content.startswith(b"%PDF")
    assert b"/MediaBox [0 0 419.53 595.28]" in answer.content
    again = get(HOST, "/layanan/surat-keterangan-usaha/syarat.pdf", headers={"if-none-match": answer["ETag"]})
    assert again.status_code == 304


def test_without_papers_there_is_nothing_to_print(kemiren, get):
    make_service(kemiren)
    assert "syarat.pdf" not in text_of(get(HOST, "/layanan/surat-keterangan-usaha/"))
    assert get(HOST, "/layanan/surat-keterangan-usaha/syarat.pdf").status_code == 404


def test_home_service_and_json_ld_agree_that_the_office_is_open(kemiren, get):
    make_service(kemiren)
    open_office(kemiren)
    assert "Kantor buka sampai" in words_of(get(HOST, "/"))
    page = get(HOST, "/layanan/surat-keterangan-usaha/")
    assert "Sekarang buka" in words_of(page)
    office = data_of(page)["GovernmentOrganization"]["location"]
    assert service_data(page)["hoursAvailable"] == office["openingHoursSpecification"]


def test_on_a_holiday_home_service_and_json_ld_agree_that_it_is_closed(kemiren, get):
    make_service(kemiren)
    open_office(kemiren, exceptions=closed_today())
    assert "Kantor tutup" in words_of(get(HOST, "/"))
    page = get(HOST, "/layanan/surat-keterangan-usaha/")
    assert "Sekarang tutup" in words_of(page) and "Cuti bersama" in words_of(page)
    special = data_of(page)["GovernmentOrganization"]["location"]["specialOpeningHoursSpecification"]
    today = timezone.localdate().isoformat()
    assert [(day["validFrom"], day["opens"], day["closes"]) for day in special] == [(today, "00:00", "00:00")]
    assert special[0] in service_data(page)["hoursAvailable"]


def test_hours_of_its_own_count_but_not_on_a_holiday_of_the_office(kemiren, get):
    make_service(kemiren, opening_hours=NEVER_NOW)
    open_office(kemiren)
    assert "Jam layanan ini" in words_of(page := get(HOST, "/layanan/surat-keterangan-usaha/"))
    assert "Sekarang tutup" in words_of(page)
    assert service_data(page)["hoursAvailable"][0]["opens"] == "08:00"


def set_state(service, status="closed", **values):
    return ServiceState.objects.create(
        service=service, status=status, **{"reason": "Printer rusak", **values}
    )


def test_a_closed_service_says_why_is_not_open_and_can_not_be_asked_for(kemiren, get):
    service = make_service(kemiren, asking="request")
    open_office(kemiren)
    assert f"/permohonan/layanan/{service.pk}/" in text_of(get(HOST, "/layanan/surat-keterangan-usaha/"))
    set_state(service, until=timezone.localdate())
    page = get(HOST, "/layanan/surat-keterangan-usaha/")
    assert "Tutup hari ini" in words_of(page) and "Printer rusak" in words_of(page)
    assert "Sekarang buka" not in words_of(page) and f"/permohonan/layanan/{service.pk}/" not in text_of(page)
    closed = service_data(page)["hoursAvailable"][-1]
    assert (closed["opens"], closed["closes"], closed["validThrough"]) == (
        "00:00",
        "00:00",
        timezone.localdate().isoformat(),
    )
    assert "Tutup hari ini" in words_of(get(HOST, "/layanan/"))


def test_a_limited_service_is_asked_for_as_usual_and_past_its_day_all_is_as_before(kemiren, get):
    service = make_service(kemiren, asking="question")
    state = set_state(service, "limited", reason="Hanya pagi")
    page = get(HOST, "/layanan/surat-keterangan-usaha/")
    assert "Hanya pagi" in words_of(page) and f"/permohonan/layanan/{service.pk}/" in text_of(page)
    state.until = timezone.localdate() - timedelta(days=1)
    state.save()
    assert "Hanya pagi" not in words_of(get(HOST, "/layanan/surat-keterangan-usaha/"))


def test_the_english_page_says_the_same_state_and_leads_to_the_same_form(kemiren, get):
    service = make_service(kemiren, asking="question")
    translate_service(service, "Business letter", slug="business-letter")
    set_state(service, "limited", reason_en="Mornings only")
    page = get(HOST, "/en/services/business-letter/")
    assert "Mornings only" in words_of(page)
    assert f"/en/requests/service/{service.pk}/" in text_of(page)


def test_the_page_names_who_is_at_the_counter_today(kemiren, get):
    make_service(kemiren)
    open_office(kemiren)
    today, tomorrow = (DAYS[(timezone.localdate().weekday() + ahead) % 7] for ahead in (0, 1))
    DutyShift.objects.create(village=kemiren, day=today, shown_as="Kasi Pelayanan")
    DutyShift.objects.create(village=kemiren, day=tomorrow, shown_as="Kaur Umum")
    for path in ("/layanan/surat-keterangan-usaha/", "/layanan/"):
        words = words_of(get(HOST, path))
        assert "Kasi Pelayanan" in words and "Kaur Umum" not in words
    open_office(kemiren, exceptions=closed_today())
    assert "Kasi Pelayanan" not in words_of(get(HOST, "/layanan/"))


def test_what_nobody_has_checked_for_a_year_says_so(kemiren, get):
    service = make_service(kemiren, checked_on=timezone.localdate() - timedelta(days=30))
    assert "sudah lama" not in words_of(get(HOST, "/layanan/surat-keterangan-usaha/"))
    service.checked_on = timezone.localdate() - timedelta(days=400)
    factories.publish(service)
    assert "sudah lama" in words_of(get(HOST, "/layanan/surat-keterangan-usaha/"))


def test_json_ld_says_whose_service_it_is_and_that_it_is_free(kemiren, get):
    make_service(kemiren, fee_rupiah=0, who="Semua warga", asking="question")
    data = service_data(get(HOST, "/layanan/surat-keterangan-usaha/"))
    assert data["@type"] == "GovernmentService"
    assert data["provider"] == {"@id": f"http://{HOST}/#owner"}
    assert data["offers"] == {"@type": "Offer", "price": 0, "priceCurrency": "IDR"}
    assert data["areaServed"]["name"] == "Desa Kemiren"
    assert any(
        "/permohonan/layanan/" in channel.get("serviceUrl", "") for channel in data["availableChannel"]
    )


def test_a_template_of_an_office_shows_in_the_village_with_its_hours_and_no_form(kemiren, get):
    office = factories.make_office("dpmd")
    make_service(office, "Surat pindah", papers=PAPERS, asking="question")
    open_office(kemiren)
    page = get(HOST, "/layanan/dpmd/surat-pindah/")
    assert "Sekarang buka" in words_of(page) and "/permohonan/layanan/" not in text_of(page)
    assert service_data(page)["provider"] == {"@id": f"http://{HOST}/#owner"}
    sheet = get(HOST, "/layanan/dpmd/surat-pindah/syarat.pdf")
    assert sheet["Content-Type"] == "application/pdf"


def test_on_the_portal_a_template_leads_to_the_villages_and_has_no_hours(portal, get):
    office = factories.make_office("dpmd")
    page = make_service(office, "Surat pindah", papers=PAPERS)
    answer = get("localhost", page.get_url())
    assert "Cari desa Anda" in words_of(answer)
    assert "hoursAvailable" not in service_data(answer)
    assert get("localhost", page.get_url() + "syarat.pdf").status_code == 200
