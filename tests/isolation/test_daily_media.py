"""What a village admin does with pictures and documents in a day."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import UploadedFile

from sites.models import VillageDocument, VillageImage

from .desk import Desk
from .world import WORD

KINDS = [("image", "wagtailimages", VillageImage), ("document", "wagtaildocs", VillageDocument)]
each_kind = pytest.mark.parametrize(("kind", "app", "model"), KINDS, ids=["picture", "document"])


@pytest.fixture
def village(world):
    return world.kemiren


@pytest.fixture
def desk(village, log_in):
    return Desk(log_in(village.has.admin, village.site.hostname))


def file_of(kind: str) -> ContentFile:
    if kind == "image":
        return ContentFile(get_test_image_file("baru.png", colour="red").file.getvalue(), "baru.png")
    return ContentFile(b"baru,berkas\n", "baru.csv")


def form(village, **values) -> dict:
    data = {"title": "Baru", "description": "Sawah di pagi hari", "tags": ""}
    return {**data, "collection": village.has.collection.pk, **values}


@each_kind
def test_uploading_one(desk, village, kind, app, model):
    desk.look(f"{app}:add")
    desk.do(f"{app}:add", **form(village, file=file_of(kind)))
    made = model.objects.get(title="Baru")
    assert (made.collection_id, made.uploaded_by_user) == (village.has.collection.pk, village.has.admin)


@each_kind
def test_uploading_many_and_describing_them(desk, village, kind, app, model):
    upload = {"collection": village.has.collection.pk, "files[]": file_of(kind), "title": "Baru"}
    told = desk.script(f"{app}:add_multiple", **upload)
    if kind == "document":
        key, name, prefix = told["doc_id"], f"{app}:edit_multiple", "doc"
    else:
        key, prefix = told["uploaded_file_id"], "uploaded-image"
        name = f"{app}:create_multiple_from_uploaded_image"
    described = form(village, title="Dijelaskan").items()
    told = desk.script(name, key, **{f"{prefix}-{key}-{field}": value for field, value in described})
    assert told["success"]
    assert model.objects.get(title="Dijelaskan").collection_id == village.has.collection.pk


def test_putting_an_upload_back(desk, village):
    upload = {"collection": village.has.collection.pk, "files[]": file_of("image")}
    key = desk.script("wagtailimages:add_multiple", **upload)["uploaded_file_id"]
    assert desk.script("wagtailimages:delete_upload_multiple", key)["success"]
    assert not UploadedFile.objects.filter(pk=key).exists()


@each_kind
def test_uploading_from_the_editor(desk, village, kind, app, model):
    data = {
        f"{kind}-chooser-upload-{name}": value for name, value in form(village, file=file_of(kind)).items()
    }
    assert desk.script(f"{app}_chooser:create", **data)["result"]["id"] == str(
        model.objects.get(title="Baru").pk
    )


@each_kind
def test_changing_looking_up_and_deleting_one(desk, village, kind, app, model):
    own = getattr(village.has, kind)
    desk.look(f"{app}:edit", own.pk)
    desk.do(f"{app}:edit", own.pk, **form(village, title="Lain judul"))
    assert model.objects.get(pk=own.pk).title == "Lain judul"
    usage = "image_usage" if kind == "image" else "document_usage"
    assert village.mark in desk.look(f"{app}:{usage}", own.pk).text
    desk.do(f"{app}:delete", own.pk)
    assert not model.objects.filter(pk=own.pk).exists()


@each_kind
def test_putting_one_into_a_collection_of_the_village(desk, village, kind, app, model):
    own, folder = getattr(village.has, kind), village.has.closed_collection
    desk.many("add_to_collection", own, collection=folder.pk)
    assert model.objects.get(pk=own.pk).collection_id == folder.pk


@each_kind
def test_deleting_many_at_once(desk, village, kind, app, model):
    both = [getattr(village.has, kind), getattr(village.has, f"closed_{kind}")]
    desk.many("delete", *both)
    assert not model.objects.filter(pk__in=[own.pk for own in both]).exists()


@each_kind
def test_finding_and_choosing_own_ones(desk, village, kind, app, model):
    own, collection = getattr(village.has, kind), village.has.collection
    title = own.title.split()[0]
    for query in ("", f"?q={WORD}", f"?collection_id={collection.pk}"):
        assert title in desk.look(f"{app}:index", query=query).text
        assert title in desk.look(f"{app}_chooser:choose_results", query=query).text
    assert title in desk.look(f"{app}_chooser:choose").text
    assert title in desk.look(f"{app}_chooser:chosen", own.pk).text
    assert title in desk.look(f"{app}_chooser:chosen_multiple", query=f"?id={own.pk}").text
    listed = desk.client.get(reverse(f"wagtailadmin_api:{kind}s:listing")).json()
    assert own.pk in {item["id"] for item in listed["items"]}


def test_describing_a_picture_for_the_text_it_stands_in(desk, village):
    image = village.has.image
    desk.look("wagtailimages_chooser:select_format", image.pk)
    data = {"image-chooser-insertion-format": "left", "image-chooser-insertion-alt_text": "Sawah"}
    told = desk.script("wagtailimages_chooser:select_format", image.pk, **data)
    assert told["result"]["id"] == str(image.pk)
