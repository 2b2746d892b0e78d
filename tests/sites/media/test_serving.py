import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.http import Http404
from django.test import Client
from wagtail.models import Collection, CollectionViewRestriction, UploadedFile

from sites.media.serving import serve_media
from sites.models import VillageDocument, VillageImage

from .files import jpeg, pdf
from .test_renditions import make_image, make_renditions


@pytest.fixture
def visitor(portal):
    return Client(HTTP_HOST="localhost")


@pytest.fixture
def document(portal):
    document = VillageDocument(title="Peraturan desa")
    document.file = ContentFile(pdf(), name="peraturan.pdf")
    document.save()
    return document


def body(response) -> bytes:
    return b"".join(response.streaming_content)


def test_a_picture_is_served_inline_and_kept_by_browsers(visitor):
    image = make_image()
    make_renditions([image])
    for file in (image.file, *(rendition.file for rendition in image.renditions.all())):
        response = visitor.get(file.url)
        assert response.status_code == 200 and len(body(response)) == file.size
        assert response["Content-Type"] in {"image/jpeg", "image/webp", "image/avif"}
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
        assert response["Cache-Control"] == "public, max-age=31536000, immutable"
        assert "attachment" not in response.get("Content-Disposition", "")


def test_a_picture_that_the_browser_has_is_not_sent_again(visitor):
    url = make_image().file.url
    modified = visitor.get(url)["Last-Modified"]
    assert visitor.get(url, headers={"If-Modified-Since": modified}).status_code == 304
    assert visitor.head(url).status_code == 200
    assert visitor.post(url).status_code == 405


def test_a_document_is_a_download_also_from_its_bare_address(visitor, document):
    for url in (document.url, document.file.url):
        response = visitor.get(url)
        assert response.status_code == 200 and body(response) == pdf()
        assert response["Content-Disposition"].startswith("attachment;")
        assert "peraturan.pdf" in response["Content-Disposition"]
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["Content-Type"] == "application/pdf"
        assert "Content-Encoding" not in response


def test_a_document_is_kept_but_asked_for_each_time(visitor, document):
    """Its address stays when its file is replaced, unlike that of a picture."""
    first = visitor.get(document.url)
    assert first["Cache-Control"] == "no-cache"
    again = visitor.get(document.url, headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304 and again["Cache-Control"] == "no-cache"

    document.file = ContentFile(pdf() + b"\n", name="peraturan.pdf")
    document.save()
    url = VillageDocument.objects.get().url
    assert visitor.get(url, headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_a_private_document_stays_private_at_its_bare_address(visitor, document):
    private = Collection.get_first_root_node().add_child(name="Rahasia")
    CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
    VillageDocument.objects.update(collection=private)
    for url in (document.url, document.file.url):
        assert visitor.get(url).status_code == 302


def test_an_upload_laid_aside_is_served_to_nobody(db, rf):
    upload = UploadedFile.objects.create(
        file=ContentFile(jpeg(), name="a.jpg"),
        for_content_type=ContentType.objects.get_for_model(VillageImage),
    )
    assert upload.file.storage.exists(upload.file.name)
    with pytest.raises(Http404):
        serve_media(rf.get(upload.file.url), upload.file.name)


@pytest.mark.parametrize(
    "path",
    [
        "",
        "images/",
        "original_images",
        "images/none.jpg",
        "images/../secret.jpg",
        "images/../../secret.jpg",
        "images//etc/secret.jpg",
        "images/a/b.jpg",
        "images/page.html",
        "images/page.svg",
        "images/a\0.jpg",
        "images/none.jpg\n",
        "/images/none.jpg",
        "documents/",
        "documents/none.pdf",
        "documents/../secret.jpg",
        "db.sqlite3",
        "secret.jpg",
    ],
)
def test_nothing_else_can_be_reached(db, rf, settings, path):
    settings.MEDIA_ROOT.mkdir(parents=True)
    (settings.MEDIA_ROOT / "secret.jpg").write_bytes(b"secret")
    with pytest.raises(Http404):
        serve_media(rf.get("/"), path)
