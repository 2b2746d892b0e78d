from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import TemporaryUploadedFile
from PIL import Image, ImageCms, ImageOps

from sites.media.pictures import sanitise_upload, sanitised

from .files import archive, docx, encoded, jpeg, pdf, phone_photo, photo, png, png_bomb, upload

pytestmark = pytest.mark.once


def opened(name: str, content: bytes) -> Image.Image:
    clean, _extension = sanitised(upload(name, content))
    return Image.open(BytesIO(clean))


def refusal(name: str, content: bytes) -> str:
    with pytest.raises(ValidationError) as caught:
        sanitised(upload(name, content))
    assert caught.value.messages[0]
    return caught.value.code


def colour_at(picture: Image.Image, x: float, y: float) -> str:
    red, _green, blue = picture.convert("RGB").getpixel((int(x * picture.width), int(y * picture.height)))
    return "red" if red > blue else "blue"


def test_a_phone_photo_is_turned_upright_and_loses_everything_but_its_pixels():
    content = phone_photo(orientation=6)
    assert b"GPS" in content or b"Kampung" in content

    clean, extension = sanitised(upload("IMG_0001.JPG", content))

    picture = Image.open(BytesIO(clean))
    assert (extension, picture.format, picture.size) == (".jpg", "JPEG", (480, 640))
    assert (colour_at(picture, 0.5, 0.1), colour_at(picture, 0.5, 0.9)) == ("red", "blue")
    assert not picture.getexif() and not {"exif", "xmp", "comment", "icc_profile"} & picture.info.keys()
    assert b"Kampung" not in clean and b"Exif" not in clean


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_orientation_is_undone(orientation):
    content = phone_photo((64, 48), orientation)
    upright = opened("photo.jpg", content)
    expected = ImageOps.exif_transpose(Image.open(BytesIO(content)))
    assert upright.size == expected.size
    for spot in ((0.1, 0.1), (0.9, 0.1), (0.1, 0.9), (0.9, 0.9)):
        assert colour_at(upright, *spot) == colour_at(expected, *spot)


def test_the_longer_side_is_shrunk_to_2560_pixels_and_small_pictures_stay():
    assert opened("wide.jpg", jpeg((4000, 1000))).size == (2560, 640)
    assert opened("high.png", png((300, 3000))).size == (256, 2560)
    assert opened("small.jpg", jpeg((64, 48))).size == (64, 48)


@pytest.mark.parametrize(
    ("name", "file_format"),
    [("a.png", "PNG"), ("a.webp", "WEBP"), ("a.gif", "GIF"), ("a.avif", "AVIF"), ("a.heic", "HEIF")],
)
def test_every_format_becomes_jpeg(name, file_format):
    assert opened(name, encoded(photo(), file_format)).format == "JPEG"


def test_a_picture_with_more_pictures_behind_it_keeps_the_first():
    second = photo(colour="green")
    for name, file_format in (("a.gif", "GIF"), ("a.webp", "WEBP"), ("a.jpg", "MPO")):
        picture = opened(name, encoded(photo(), file_format, save_all=True, append_images=[second]))
        assert getattr(picture, "n_frames", 1) == 1
        assert colour_at(picture, 0.5, 0.5) == "red"


def test_transparency_is_kept_and_an_opaque_alpha_channel_is_not():
    picture = photo(mode="RGBA", colour=(200, 40, 40, 90))
    clean, extension = sanitised(upload("logo.png", encoded(picture, "PNG")))
    assert extension == ".webp"
    assert Image.open(BytesIO(clean)).getpixel((5, 5))[3] == 90

    opaque = photo(mode="RGBA", colour=(200, 40, 40, 255))
    assert sanitised(upload("logo.png", encoded(opaque, "PNG")))[1] == ".jpg"


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "I;16"])
def test_unusual_colour_modes_are_understood(mode):
    source = Image.linear_gradient("L")
    if mode == "I;16":
        source = Image.frombytes(
            "I;16", source.size, b"".join((v * 257).to_bytes(2, "little") for v in source.tobytes())
        )
    else:
        source = source.convert(mode)
    picture = opened("grey.png", encoded(source, "PNG")).convert("L")
    assert picture.getpixel((128, 2)) < 40 and picture.getpixel((128, 253)) > 215
    if mode in {"L", "LA", "P", "I;16"}:
        assert abs(picture.getpixel((128, 128)) - 128) < 8


def test_cmyk_and_foreign_colour_profiles_become_srgb():
    assert opened("print.jpg", encoded(photo(mode="CMYK", colour=(0, 255, 255, 0)), "JPEG")).mode == "RGB"

    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("XYZ")).tobytes()
    assert opened("odd.jpg", jpeg(icc_profile=lab)).mode == "RGB"
    assert opened("broken.jpg", jpeg(icc_profile=b"no profile")).mode == "RGB"
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    picture = opened("plain.jpg", jpeg(icc_profile=srgb))
    assert abs(picture.getpixel((9, 9))[0] - 200) < 4 and "icc_profile" not in picture.info


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.jpg", b"<html><script>alert(1)</script></html>", "disguise"),
        ("a.jpg", b"just words", "not_a_picture"),
        ("a.jpg", b"\xff\xd8\xff\xe0 no picture follows", "not_a_picture"),
        ("a.jpg", pdf(), "disguise"),
        ("a.jpg", docx(), "disguise"),
        ("a.txt", jpeg(), "not_a_picture"),
        ("a", jpeg(), "not_a_picture"),
        ("a.jpg", png(), "wrong_name"),
        ("a.bmp", encoded(photo(), "BMP"), "not_a_picture"),
        ("a.jpg", encoded(photo(), "BMP"), "not_a_picture"),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "svg"),
        ("a.png", b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>", "svg"),
    ],
)
def test_what_is_no_picture_is_refused(name, content, code):
    assert refusal(name, content) == code


@pytest.mark.parametrize(
    "hidden",
    [
        archive({"program.class": b"x" * 500}),
        b"<?php system($_GET['c']); ?>",
        b"<SCRIPT>alert(1)</SCRIPT>",
        b"Rar!\x1a\x07\x01\x00",
    ],
)
def test_a_picture_with_something_hidden_behind_it_is_refused(hidden):
    assert refusal("a.jpg", jpeg() + hidden) == "disguise"
    assert refusal("a.jpg", jpeg(comment=hidden)) == "disguise"
    assert refusal("a.png", png() + hidden) == "disguise"


def test_harmless_bytes_behind_a_photo_are_cut_off():
    assert b"video" not in sanitised(upload("motion.jpg", jpeg() + b"\0\0\0\x18ftypmp42 video"))[0]


@pytest.mark.parametrize("file_format", ["JPEG", "PNG", "WEBP", "GIF", "AVIF", "HEIF"])
def test_a_truncated_picture_is_refused(file_format):
    content = encoded(Image.effect_noise((300, 300), 80), file_format)
    extension = {"JPEG": "jpg", "HEIF": "heic"}.get(file_format, file_format.lower())
    for share in (0.1, 0.5, 0.9):
        assert refusal(f"a.{extension}", content[: int(len(content) * share)]) in {"damaged", "not_a_picture"}


def test_a_picture_broken_anywhere_is_refused_or_read_but_never_raises_something_else():
    for file_format, name in (("JPEG", "a.jpg"), ("PNG", "a.png"), ("GIF", "a.gif"), ("WEBP", "a.webp")):
        content = encoded(Image.effect_noise((40, 40), 80), file_format)
        for position in range(0, len(content), max(1, len(content) // 60)):
            broken = content[:position] + b"\xff\x00\xff" + content[position + 3 :]
            try:
                sanitised(upload(name, broken))
            except ValidationError as error:
                assert error.code


def test_a_decompression_bomb_is_refused_before_anything_is_decoded(settings, monkeypatch):
    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", lambda self: pytest.fail("it was decoded"))
    assert refusal("bomb.png", png_bomb()) == "too_many_pixels"
    assert refusal("bomb.png", png_bomb(10_000, 10_000)) == "too_many_pixels"
    settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS = 100 * 100
    assert refusal("big.png", png((101, 100))) == "too_many_pixels"


def test_a_file_that_is_too_big_is_refused(settings):
    settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE = 500
    assert refusal("a.jpg", jpeg() + b"\0" * 500) == "too_big"


@pytest.mark.parametrize("kind", ["in memory", "on disk"])
def test_an_upload_is_replaced_in_place_wherever_it_lies(kind):
    content = phone_photo()
    file = upload("Balai.PNG.JPG", content)
    if kind == "on disk":
        file = TemporaryUploadedFile("Balai.PNG.JPG", "image/jpeg", len(content), None)
        file.write(content)

    sanitise_upload(file)

    assert (file.name, file.content_type) == ("Balai.PNG.jpg", "image/jpeg")
    clean = file.read()
    assert len(clean) == file.size and b"Kampung" not in clean
    if kind == "on disk":
        with open(file.temporary_file_path(), "rb") as stored:
            assert stored.read() == clean
    sanitise_upload(file)
    file.seek(0)
    assert file.read() == clean


def test_code_may_name_a_file_that_has_no_name():
    assert sanitised(ContentFile(jpeg()), "banner.jpg")[1] == ".jpg"
