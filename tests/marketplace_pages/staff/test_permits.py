"""Permits are written down by those of the business, checked by the village, and proved in private."""

from pathlib import Path
from shutil import rmtree

import pytest
from django.conf import settings
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse
from PIL import Image
from wagtail.images.tests.utils import get_test_image_file_jpeg
from wagtail.models import PageLogEntry

from marketplace_pages.models import Permit
from marketplace_pages.permits import acts
from sites.provisioning import close_village
from tests.factories.days import in_days
from tests.factories.marketplace import make_business, make_permit, make_product
from tests.factories.sites import make_officer, make_person
from tests.marketplace_pages.people import make_producer

pytestmark = pytest.mark.django_db
HOST = "kemiren.localhost"
PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


def day(number: int) -> str:
    return f"{in_days(number)}"


@pytest.fixture(autouse=True)
def private_root():
    """Where proofs lie; empty before and after each test."""
    root = Path(Permit._meta.get_field("proof").storage.location)
    rmtree(root, ignore_errors=True)
    yield root
    rmtree(root, ignore_errors=True)


@pytest.fixture
def business(kemiren):
    return make_business(kemiren, "Dapur Contoh")


@pytest.fixture
def producer(business, log_in):
    return log_in(make_producer(business), HOST)


def form(**values) -> dict:
    return {"kind": "halal", "number": "ID-1", "issuer": "Penerbit", "valid_until": day(400), **values}


def photo(name="izin.jpg"):
    return SimpleUploadedFile(name, get_test_image_file_jpeg().file.getvalue(), "image/jpeg")


def add(client, business, **values):
    return client.post(reverse("market_desk:add_permit", args=[business.pk]), form(**values))


def change(client, permit, **values):
    return client.post(reverse("market_desk:permit", args=[permit.pk]), form(**values))


def check(client, permit, seen: str = ""):
    url = reverse("market_desk:check_permit", args=[permit.pk])
    return client.post(url, {"seen": seen or acts.seen_of(permit)}, follow=True)


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_producer_adds_a_permit_and_readers_see_it_once_the_village_has_checked_it(
    admin, producer, business
):
    assert add(producer, business, proof=photo()).status_code == 302
    permit = Permit.objects.get()
    assert not Permit.objects.shown().exists()
    check(producer, permit)
    assert not Permit.objects.shown().exists()
    check(admin, permit)
    permit.refresh_from_db()
    assert Permit.objects.shown().get() == permit
    assert permit.verified_by is not None


def test_only_what_was_looked_at_is_checked(admin, producer, business):
    """What was put in after the page was opened is not what somebody has compared."""
    add(producer, business, proof=photo())
    page = admin.get(reverse("market_desk:permit", args=[Permit.objects.get().pk]))
    seen = page.context["seen"]
    assert f'name="seen" value="{seen}"' in page.text
    for values in ({"number": "ID-LAIN"}, {"proof": photo()}, {"valid_until": day(900)}):
        change(producer, Permit.objects.get(), **values)
        check(admin, Permit.objects.get(), seen)
        assert not Permit.objects.shown().exists()
    check(admin, Permit.objects.get())
    assert Permit.objects.shown().exists()


@pytest.mark.parametrize("values", [{"number": "ID-2"}, {"valid_until": day(500)}, {"proof": "photo"}])
def test_what_a_producer_changes_is_checked_again(producer, business, values):
    permit = make_permit(business, number="ID-1", issuer="Penerbit", valid_until=in_days(400))
    values = {"proof": photo()} if "proof" in values else values
    assert change(producer, permit, **values).status_code == 302
    permit.refresh_from_db()
    assert (permit.verified_at, permit.verified_by) == (None, None)


def test_what_is_sent_unchanged_or_by_the_village_stays_checked(admin, producer, business):
    permit = make_permit(business, number="ID-1", issuer="Penerbit", valid_until=in_days(400))
    change(producer, permit)
    change(admin, permit, number="ID-2")
    permit.refresh_from_db()
    assert permit.verified_at and permit.number == "ID-2"


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"valid_until": day(-1)}, "valid_until"),
        ({"proof": SimpleUploadedFile("izin.exe", b"MZ")}, "proof"),
        ({"proof": SimpleUploadedFile("izin.pdf", b"<html>")}, "proof"),
        ({"proof": SimpleUploadedFile("izin.jpg", PDF)}, "proof"),
        ({"proof": SimpleUploadedFile("izin.pdf", PDF + b"0" * 11_000_000)}, "proof"),
        ({"kind": "tidak-ada"}, "kind"),
    ],
)
def test_what_is_wrong_stands_at_its_field_and_the_form_comes_back_filled(admin, business, values, field):
    answer = add(admin, business, **{"issuer": "Tulisan yang tidak hilang", **values})
    assert set(answer.context["form"].errors) == {field}
    assert "Tulisan yang tidak hilang" in answer.text
    assert not Permit.objects.exists()


def test_the_same_number_is_not_written_down_twice(admin, business):
    add(admin, business)
    assert "number" in add(admin, business).context["form"].errors


def test_what_has_run_out_can_still_be_corrected_otherwise(admin, business):
    permit = make_permit(business, number="ID-1", valid_until=in_days(-3))
    assert change(admin, permit, valid_until=day(-3), issuer="BPJPH").status_code == 302


def test_a_photo_keeps_nothing_but_its_pixels(admin, business, private_root):
    add(admin, business, proof=photo())
    kept = files(private_root)
    assert len(kept) == 1 and kept[0].suffix == ".jpg" and "izin" not in kept[0].name
    assert not Image.open(kept[0]).getexif()


def test_a_proof_is_had_by_those_it_concerns_and_kept_by_no_cache(
    admin, producer, staff, business, kemiren, other, log_in, get
):
    add(producer, business, proof=SimpleUploadedFile("izin.pdf", PDF, "application/pdf"))
    url = reverse("market_desk:proof", args=[Permit.objects.get().pk])
    contributor = log_in(make_person(kemiren, "contributor"), HOST)
    for client in (admin, producer, staff, contributor):
        answer = client.get(url)
        assert b"".join(answer.streaming_content) == PDF
        assert "no-store" in answer["Cache-Control"] and "private" in answer["Cache-Control"]
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in answer["Content-Security-Policy"]
        assert answer["Content-Disposition"].startswith("attachment")
    neighbour = make_producer(make_business(kemiren, "Tetangga"))
    for person in (make_person(other), make_officer(), neighbour):
        assert log_in(person, HOST).get(url).status_code == 404
    assert get(HOST, url).status_code == 302


def test_a_proof_never_lies_where_media_are_served(admin, business, get):
    add(admin, business, proof=photo())
    permit = Permit.objects.get()
    assert not Path(permit.proof.path).is_relative_to(settings.MEDIA_ROOT)
    assert get(HOST, f"/media/{permit.proof.name}").status_code == 404
    with pytest.raises(ValueError, match="no address"):
        str(permit.proof.url)


def test_no_file_outlives_its_permit_its_business_or_its_successor(
    admin, business, private_root, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        add(admin, business, proof=photo())
        change(admin, Permit.objects.get(), proof=photo())
    assert len(files(private_root)) == 1
    with django_capture_on_commit_callbacks(execute=True):
        change(admin, Permit.objects.get(), without_proof="on")
    assert not files(private_root)
    with django_capture_on_commit_callbacks(execute=True):
        change(admin, Permit.objects.get(), proof=photo())
        business.delete()
    assert not files(private_root)


def test_the_list_is_narrowed_by_kind_and_state(admin, business, other):
    make_permit(make_business(other), number="RAHASIA-1")
    make_permit(business, "halal", number="ADA-1")
    make_permit(business, "pirt", number="ADA-2", valid_until=in_days(30))
    make_permit(business, "nib", number="ADA-3", verified_at=None)
    make_permit(business, "bpom", number="ADA-4", valid_until=in_days(-1))
    url = reverse("market_desk:permits")
    assert "RAHASIA" not in admin.get(url).text
    found = {
        "?state=expired": {4},
        "?state=unchecked": {3},
        "?state=ending": {2},
        "?state=valid": {1, 2},
        "?kind=nib": {3},
        "": {1, 2, 3, 4},
    }
    for query, numbers in found.items():
        text = admin.get(url + query).text
        assert {number for number in range(1, 5) if f"ADA-{number}" in text} == numbers, query


def test_the_village_is_told_on_its_desk_and_first_page(admin, business):
    make_permit(business, valid_until=in_days(30))
    link = reverse("market_desk:permits") + "?state=ending"
    assert link in admin.get("/admin/pasar/").text
    assert link in admin.get("/admin/").text


def test_the_admins_of_the_village_get_one_letter_for_each_permit_and_date(kemiren, other, business):
    person = make_person(kemiren)
    make_person(kemiren, "contributor"), make_person(other), make_producer(business)
    permit = make_permit(business, number="ID-1", valid_until=in_days(60))
    make_permit(business, number="ID-2", valid_until=in_days(61))
    for _hour in range(2):
        call_command("warn_of_permits", verbosity=0)
    assert [letter.to for letter in mail.outbox] == [[person.email]]
    assert "Dapur Contoh" in mail.outbox[0].body
    permit.valid_until = in_days(20)
    permit.save()
    call_command("warn_of_permits", verbosity=0)
    assert len(mail.outbox) == 2


def test_a_letter_that_could_not_be_sent_is_written_the_next_time(kemiren, business, monkeypatch):
    def no_server(*args):
        raise OSError

    make_person(kemiren)
    permit = make_permit(business, valid_until=in_days(10))
    with monkeypatch.context() as away:
        away.setattr("marketplace_pages.permits.warnings.send_mail", no_server)
        call_command("warn_of_permits", verbosity=0)
    permit.refresh_from_db()
    assert permit.warned_for is None
    call_command("warn_of_permits", verbosity=0)
    assert len(mail.outbox) == 1


def test_a_closed_village_gets_no_letter(kemiren, business):
    make_person(kemiren)
    make_permit(business, valid_until=in_days(10))
    close_village(kemiren)
    call_command("warn_of_permits", verbosity=0)
    assert not mail.outbox


def test_the_history_says_what_was_done_and_nothing_of_the_paper(admin, business):
    add(admin, business, number="NOMOR-RAHASIA", proof=photo())
    permit = Permit.objects.get()
    admin.get(reverse("market_desk:proof", args=[permit.pk]))
    admin.post(reverse("market_desk:delete_permit", args=[permit.pk]))
    entries = PageLogEntry.objects.filter(page=business, action__startswith="marketplace.")
    assert [entry.action.split(".")[1] for entry in entries.order_by("pk")] == [
        "add_permit",
        "look_at_proof",
        "delete_permit",
    ]
    assert not any("RAHASIA" in str(entry.data) + entry.message for entry in entries)


def test_a_permit_for_one_product_never_comes_to_hold_for_all(admin, kemiren, business):
    one, other = make_product(business, "Satu"), make_product(business, "Dua")
    make_permit(business, products=[one])
    elsewhere = make_business(kemiren, "Lain")
    url = reverse("wagtailadmin_pages:move_confirm", args=[one.pk, elsewhere.pk])
    admin.post(url)
    one.refresh_from_db()
    assert one.get_parent().pk == business.pk
    one.delete()
    assert not Permit.objects.exists()
    assert type(other).objects.filter(pk=other.pk).exists()
