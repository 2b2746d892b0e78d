"""Every way in which the admin takes a picture or a document."""

import os
import time

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.urls import reverse
from wagtail.images import get_image_model
from wagtail.models import UploadedFile

from sites.media.uploads import remove_abandoned_uploads
from sites.models import VillageDocument, VillageImage

from .files import docx, jpeg, pdf, phone_photo, png, png_bomb, upload

pytestmark = pytest.mark.once

DESCRIBED = {"title": "Bale Daya", "description": "Orang-orang duduk di depan balai desa."}
BAD_PICTURES = [
    ("a.jpg", b"<html><script>alert(1)</script></html>"),
    ("a.png", png_bomb()),
    ("a.jpg", jpeg()[:-200]),
    ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
    ("a.jpg", png()),
    ("a.jpg", b""),
]


def stored_files() -> list[str]:
    folders = [
        name for name in ("original_images", "documents", "wagtail_uploads") if default_storage.exists(name)
    ]
    return [f"{folder}/{name}" for folder in folders for name in default_storage.listdir(folder)[1]]


def assert_clean(name: str) -> None:
    with default_storage.open(name) as file:
        content = file.read()
    assert content.startswith(b"\xff\xd8\xff") and b"Kampung" not in content and b"Exif" not in content


def test_an_added_picture_is_sanitised(admin):
    content = phone_photo((640, 480))
    admin.post(reverse("wagtailimages:add"), {**DESCRIBED, "file": upload("Foto Balai.jpg", content)})

    image = VillageImage.objects.get()
    assert (image.width, image.height) == (480, 640)
    assert image.file.name.endswith("-Foto_Balai.jpg")
    assert image.file_size == default_storage.size(image.file.name)
    assert stored_files() == [image.file.name]
    assert_clean(image.file.name)


@pytest.mark.parametrize("values", [{"description": ""}, {"description": "   "}])
def test_a_picture_needs_a_description_unless_it_is_only_decoration(admin, values):
    form = {**DESCRIBED, **values}
    response = admin.post(reverse("wagtailimages:add"), {**form, "file": upload("a.jpg", jpeg())})
    assert list(response.context["form"].errors) == ["description"] and not stored_files()

    form["is_decorative"] = "on"
    admin.post(reverse("wagtailimages:add"), {**form, "file": upload("a.jpg", jpeg())})
    assert VillageImage.objects.get().default_alt_text == ""


@pytest.mark.parametrize(("name", "content"), BAD_PICTURES)
def test_a_bad_picture_gets_a_message_at_the_file_and_nothing_is_stored(admin, name, content):
    added = admin.post(reverse("wagtailimages:add"), {**DESCRIBED, "file": upload(name, content)})
    assert added.status_code == 200 and list(added.context["form"].errors) == ["file"]

    several = admin.post(reverse("wagtailimages:add_multiple"), {"files[]": upload(name, content)})
    assert several.json()["success"] is False and several.json()["error_message"]

    chooser = {f"image-chooser-upload-{key}": value for key, value in DESCRIBED.items()}
    chooser["image-chooser-upload-file"] = upload(name, content)
    chosen = admin.post(reverse("wagtailimages_chooser:create"), chooser)
    assert chosen.json()["step"] == "reshow_creation_form"

    assert not stored_files() and not VillageImage.objects.exists() and not UploadedFile.objects.exists()


def test_several_pictures_wait_for_their_description_already_sanitised(admin):
    file = upload("IMG_0001.jpg", phone_photo())
    answer = admin.post(reverse("wagtailimages:add_multiple"), {"files[]": file}).json()
    waiting = UploadedFile.objects.get()
    assert answer["success"] and not VillageImage.objects.exists()
    assert_clean(waiting.file.name)

    url = reverse("wagtailimages:create_multiple_from_uploaded_image", args=[waiting.pk])
    prefix = f"uploaded-image-{waiting.pk}-"
    refused = admin.post(url, {f"{prefix}title": "Balai", f"{prefix}description": ""}).json()
    assert refused["success"] is False and "error" in refused["form"]

    admin.post(url, {f"{prefix}{key}": value for key, value in DESCRIBED.items()})
    image = VillageImage.objects.get()
    assert stored_files() == [image.file.name] and (image.width, image.height) == (480, 640)
    assert not UploadedFile.objects.exists()


def test_a_big_photo_that_django_keeps_on_disk_is_sanitised_too(admin, settings):
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 0
    admin.post(reverse("wagtailimages:add_multiple"), {"files[]": upload("a.jpg", phone_photo())})
    assert_clean(UploadedFile.objects.get().file.name)

    admin.post(reverse("wagtailimages:add"), {**DESCRIBED, "file": upload("b.jpg", phone_photo())})
    assert_clean(VillageImage.objects.get().file.name)


def test_the_chooser_takes_a_picture_only_with_its_description(admin):
    url, prefix = reverse("wagtailimages_chooser:create"), "image-chooser-upload-"
    form = {f"{prefix}title": "Balai", f"{prefix}file": upload("a.jpg", phone_photo())}
    assert admin.post(url, form).json()["step"] == "reshow_creation_form"

    form = {f"{prefix}{key}": value for key, value in DESCRIBED.items()}
    answer = admin.post(url, {**form, f"{prefix}file": upload("a.jpg", phone_photo())}).json()
    assert answer["step"] == "chosen" and answer["result"]["default_alt_text"] == DESCRIBED["description"]
    assert_clean(VillageImage.objects.get().file.name)


def test_a_replaced_file_is_sanitised_and_the_old_one_is_gone(admin, kemiren):
    admin.post(reverse("wagtailimages:add"), {**DESCRIBED, "file": upload("a.jpg", jpeg())})
    image = VillageImage.objects.get()
    url = reverse("wagtailimages:edit", args=[image.pk])
    old_name = image.file.name

    admin.post(url, {**DESCRIBED, "file": upload("a.jpg", phone_photo())})

    image = VillageImage.objects.get()
    assert (image.width, image.height) == (480, 640) and image.file.name != old_name
    assert stored_files() == [image.file.name]
    assert_clean(image.file.name)


def test_the_same_name_never_gets_the_same_address_for_another_picture(admin):
    names = []
    for content in (jpeg((64, 48)), jpeg((48, 64))):
        admin.post(reverse("wagtailimages:add"), {**DESCRIBED, "file": upload("IMG_0001.jpg", content)})
        image = VillageImage.objects.get()
        names.append(image.file.name)
        image.file.delete(save=False)
        image.delete()
    assert names[0] != names[1]


def test_code_that_goes_round_the_forms_cannot_store_what_came_in(kemiren):
    image = VillageImage(title="Balai", description="Balai desa")
    image.file = ContentFile(phone_photo(), name="balai.jpg")
    image.save()
    assert_clean(image.file.name)
    assert (image.width, image.height) == (480, 640) and image.file_hash and image.file_size

    image.file.save("again.jpg", ContentFile(phone_photo()))
    assert_clean(image.file.name)

    with pytest.raises(ValidationError):
        image.file.save("page.jpg", ContentFile(b"<html></html>"))
    with pytest.raises(ValidationError):
        VillageDocument(title="a").file.save("a.pdf", ContentFile(b"MZ"), save=False)


def test_uploads_that_were_left_lying_are_swept_when_the_next_picture_comes(admin):
    admin.post(reverse("wagtailimages:add_multiple"), {"files[]": upload("a.jpg", jpeg())})
    waiting = UploadedFile.objects.get()
    assert remove_abandoned_uploads() == 0

    two_days_ago = time.time() - 2 * 24 * 3600
    os.utime(waiting.file.path, (two_days_ago, two_days_ago))
    admin.post(reverse("wagtailimages:add"), {**DESCRIBED, "file": upload("b.jpg", jpeg())})

    assert not UploadedFile.objects.exists()
    assert stored_files() == [VillageImage.objects.get().file.name]


def test_tags_are_not_offered_because_villages_would_see_each_others(admin):
    assert get_image_model() is VillageImage
    form = admin.get(reverse("wagtailimages:add")).context["form"]
    assert "tags" not in form.fields and {"description", "is_decorative", "credit"} < set(form.fields)


@pytest.mark.parametrize("content", [docx(**{"word/vbaProject.bin": b"x"}), b"MZ\x90 program", b""])
def test_a_bad_document_gets_a_message_at_the_file_and_nothing_is_stored(admin, content):
    form = {"title": "Peraturan"}
    added = admin.post(reverse("wagtaildocs:add"), {**form, "file": upload("a.docx", content)})
    assert added.status_code == 200 and list(added.context["form"].errors) == ["file"]

    several = admin.post(reverse("wagtaildocs:add_multiple"), {"files[]": upload("a.docx", content)})
    assert several.json()["success"] is False and several.json()["error_message"]

    prefix = "document-chooser-upload-"
    chooser = {f"{prefix}title": "Peraturan", f"{prefix}file": upload("a.docx", content)}
    chosen = admin.post(reverse("wagtaildocs_chooser:create"), chooser)
    assert chosen.json()["step"] == "reshow_creation_form"

    assert not stored_files() and not VillageDocument.objects.exists()


def test_a_good_document_comes_in_by_every_way_and_a_bad_one_cannot_replace_it(admin):
    admin.post(reverse("wagtaildocs:add"), {"title": "Satu", "file": upload("a.pdf", pdf())})
    admin.post(reverse("wagtaildocs:add_multiple"), {"files[]": upload("b.docx", docx())})
    prefix = "document-chooser-upload-"
    chooser = {f"{prefix}title": "Tiga", f"{prefix}file": upload("c.txt", b"catatan")}
    admin.post(reverse("wagtaildocs_chooser:create"), chooser)
    assert sorted(stored_files()) == ["documents/a.pdf", "documents/b.docx", "documents/c.txt"]

    document = VillageDocument.objects.get(title="Satu")
    url = reverse("wagtaildocs:edit", args=[document.pk])
    response = admin.post(url, {"title": "Satu", "file": upload("a.pdf", b"MZ")})
    assert list(response.context["form"].errors) == ["file"]
    document.refresh_from_db()
    assert document.file.name == "documents/a.pdf" and default_storage.exists("documents/a.pdf")
    admin.post(url, {"title": "Satu", "file": upload("baru.pdf", pdf())})
    assert "documents/a.pdf" not in stored_files() and "documents/baru.pdf" in stored_files()
