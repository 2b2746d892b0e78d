"""Pictures, documents, their collections, tags and renditions, and uploads laid aside."""

from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from wagtail.images.tests.utils import get_test_image_file
from wagtail.log_actions import log
from wagtail.models import CollectionViewRestriction, UploadedFile

from sites.models import VillageDocument, VillageImage

PASSWORD = "sandi koleksi 42"
# A tag that all villages use, for lists to be narrowed by.
COMMON_TAG = "gotong royong"


def add_media(part, collection, uploader) -> None:
    """Fill a collection, and a closed one below it."""
    part.has.collection = collection
    part.has.closed_collection = collection.add_child(name=f"{part.mark}-koleksi-tertutup")
    CollectionViewRestriction.objects.create(
        collection=part.has.closed_collection,
        restriction_type=CollectionViewRestriction.PASSWORD,
        password=PASSWORD,
    )
    part.has.empty_collection = collection.add_child(name=f"{part.mark}-koleksi-kosong")
    part.has.image = make_image(part, "gambar", collection, uploader)
    part.has.closed_image = make_image(part, "gambar-tertutup", part.has.closed_collection, uploader)
    part.has.document = make_document(part, "dokumen", collection, uploader)
    part.has.closed_document = make_document(part, "dokumen-tertutup", part.has.closed_collection, uploader)
    part.has.draft_document = make_document(part, "dokumen-konsep", collection, uploader)
    part.has.tag = f"{part.mark}-tanda"
    for medium in (part.has.image, part.has.document):
        medium.tags.add(part.has.tag, COMMON_TAG)
        log(medium, "wagtail.edit", user=uploader, title=f"{part.mark} diubah")
    part.has.rendition = part.has.image.get_rendition("max-165x165")
    part.has.uploaded_image = _laid_aside(part, VillageImage, "png", uploader)
    part.has.uploaded_document = _laid_aside(part, VillageDocument, "csv", uploader)


def make_image(part, name: str, collection, uploader) -> VillageImage:
    colours = {"RAHASIA-B": "blue", "MILIK-A": "green", "MILIK-C": "red"}
    return VillageImage.objects.create(
        title=f"{part.mark}-{name} zamrud",
        description=f"{part.mark}-{name} terlihat",
        file=get_test_image_file(f"{part.mark}-{name}.png", colour=colours.get(part.mark, "white")),
        collection=collection,
        uploaded_by_user=uploader,
    )


def make_document(part, name: str, collection, uploader) -> VillageDocument:
    title = f"{part.mark}-{name}"
    return VillageDocument.objects.create(
        title=f"{title} zamrud",
        file=ContentFile(f"isi,{title}\n".encode(), f"{title}.csv"),
        collection=collection,
        uploaded_by_user=uploader,
    )


def _laid_aside(part, model, extension: str, uploader) -> UploadedFile:
    """An upload that still waits for its description."""
    name = f"{part.mark}-unggahan.{extension}"
    file = get_test_image_file(name) if extension == "png" else ContentFile(part.mark.encode(), name)
    content_type = ContentType.objects.get_for_model(model)
    return UploadedFile.objects.create(for_content_type=content_type, file=file, uploaded_by_user=uploader)
