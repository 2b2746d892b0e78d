from io import BytesIO, StringIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.template import Context, Template
from django.urls import reverse
from PIL import Image

from benchmarks.pictures import likeness, opened
from sites.demo.pictures import draw_sample
from sites.media.renditions import images_of, make_renditions, prefetch_renditions, specs_for
from sites.models import VillageImage
from tests.factories import sites as factories

from .files import encoded, jpeg, photo, upload

pytestmark = pytest.mark.once


def make_image(size=(1600, 1200), name="balai.jpg", **values) -> VillageImage:
    image = VillageImage(title="Balai", **{"description": "Balai desa dari depan", **values})
    image.file = ContentFile(jpeg(size), name=name)
    image.save()
    return image


def show(image, arguments: str = "") -> str:
    source = "{% load media_tags %}{% responsive_picture image " + arguments + " %}"
    return Template(source).render(Context({"image": image}))


def files_in(folder: str) -> list[str]:
    return sorted(default_storage.listdir(folder)[1]) if default_storage.exists(folder) else []


@pytest.fixture
def image(portal):
    return make_image()


@pytest.mark.parametrize(
    ("width", "widths"),
    [(2000, [360, 720, 1080]), (1081, [360, 720, 1080]), (1080, [360, 720, 1080])]
    + [(800, [360, 720, 1080]), (720, [360, 720]), (300, [360])],
)
def test_no_two_renditions_have_the_same_width(width, widths):
    specs = specs_for(VillageImage(width=width, collection_id=1))
    assert specs[::3] == [f"width-{wanted}|format-avif" for wanted in widths]


def test_three_widths_in_three_formats_are_made_once(image, django_assert_max_num_queries):
    assert make_renditions([image]) == 9
    sizes = {
        (rendition.filter_spec, rendition.width, rendition.height) for rendition in image.renditions.all()
    }
    assert ("width-720|format-avif", 720, 540) in sizes and len(sizes) == 9
    assert len(files_in("images")) == 9

    again = VillageImage.objects.get()
    with django_assert_max_num_queries(1):
        assert make_renditions([again]) == 0


def test_a_small_picture_is_not_enlarged(portal):
    small = make_image((500, 300))
    make_renditions([small])
    assert {rendition.width for rendition in small.renditions.all()} == {360, 500}


def test_avif_is_as_like_the_picture_as_webp_and_a_tenth_lighter_at_least(portal):
    image = VillageImage(title="Gunung", description="Gunung di pagi hari")
    image.file = ContentFile(draw_sample(1, "ijen", "", theme="hills", night=False), name="gunung.jpg")
    image.save()
    make_renditions([image])
    files = {
        spec: image.renditions.get(filter_spec=f"width-720|format-{spec}").file for spec in ("avif", "webp")
    }
    pictures = {spec: opened(file.path) for spec, file in files.items()}
    original = opened(image.file.path).resize(pictures["avif"].size, Image.Resampling.LANCZOS)
    assert files["avif"].size <= 0.9 * files["webp"].size
    likes = {spec: likeness(original, picture) for spec, picture in pictures.items()}
    assert likes["avif"] >= likes["webp"] - 0.001, likes


def test_a_transparent_picture_stays_transparent_where_the_format_can(portal):
    image = VillageImage(title="Logo", description="Logo desa")
    image.file = ContentFile(encoded(photo((400, 400), (0, 90, 0, 60), "RGBA"), "PNG"), name="logo.png")
    image.save()
    make_renditions([image])
    for rendition in image.renditions.filter(width=360):
        with rendition.file.open() as file:
            mode = Image.open(BytesIO(file.read())).mode
        assert mode == ("RGB" if "jpeg" in rendition.filter_spec else "RGBA")


def test_a_picture_whose_file_is_gone_does_not_stop_the_others(image, caplog):
    other = make_image(name="sawah.jpg")
    default_storage.delete(image.file.name)
    assert make_renditions([VillageImage.objects.get(pk=image.pk), other]) == 9
    assert "cannot be read" in caplog.text


def test_publishing_makes_the_renditions_of_every_picture_on_the_page(kemiren):
    listing, body = make_image(), make_image(name="sawah.jpg")
    page = factories.make_announcement(kemiren, listing_image=listing)
    page.body = [("image", {"image": body, "caption": "Sawah"})]
    page.save()

    assert {found.pk for found in images_of(page)} == {listing.pk, body.pk}
    page.save_revision().publish()
    assert listing.renditions.count() == body.renditions.count() == 9


def test_a_reader_gets_a_picture_element_with_every_format_and_size(image):
    make_renditions([image])
    html = show(image, 'sizes="(min-width: 60rem) 30rem, 100vw" css_class="card__image"')
    assert html.count("<source") == 2 and html.index("image/avif") < html.index("image/webp")
    for part in (
        'sizes="(min-width: 60rem) 30rem, 100vw"',
        ".jpg 360w, ",
        ".jpg 1080w",
        'class="card__image"',
        'width="1080" height="810"',
        'alt="Balai desa dari depan"',
        'loading="lazy"',
        'decoding="async"',
    ):
        assert part in html
    assert "fetchpriority" not in html and "style=" not in html


def test_the_picture_at_the_top_of_a_page_is_fetched_first(image):
    html = show(image, "priority=True")
    assert 'fetchpriority="high"' in html and "lazy" not in html


def test_without_renditions_the_original_is_shown_and_nothing_is_made(image):
    html = show(image)
    assert image.file.url in html and 'width="1600" height="1200"' in html and "<source" not in html
    assert not image.renditions.exists() and not files_in("images")


def test_no_picture_prints_nothing():
    assert show(None).strip() == ""


def test_the_alternative_text_follows_the_use(portal):
    assert 'alt=""' in show(make_image(description="", is_decorative=True))
    image = make_image(description='Pintu "masuk" <b>')
    assert 'alt="Pintu &quot;masuk&quot; &lt;b&gt;"' in show(image)
    assert 'alt="Balai"' in show(image, "alt=image.title")
    assert 'alt=""' in show(image, 'alt=""')
    image.contextual_alt_text = "Di sini: pintu masuk"
    assert 'alt="Di sini: pintu masuk"' in show(image)
    image.decorative = True
    assert 'alt=""' in show(image)


def test_a_list_of_pictures_costs_one_query_whatever_its_length(portal, django_assert_num_queries):
    for number in range(3):
        make_renditions([make_image((400, 300), name=f"{number}.jpg")])
    images = list(VillageImage.objects.all())
    with django_assert_num_queries(1):
        prefetch_renditions([*images, None])
        assert all("<source" in show(image) for image in images)


def test_replacing_a_published_picture_makes_its_renditions_again(kemiren, log_in):
    clerk = log_in(factories.make_person(kemiren), "kemiren.localhost")
    image = make_image(collection=kemiren.collection)
    make_renditions([image])
    old = files_in("images")
    form = {"title": "Balai", "description": "Balai desa", "file": upload("balai.jpg", jpeg((1200, 1200)))}

    clerk.post(reverse("wagtailimages:edit", args=[image.pk]), form)

    renditions = VillageImage.objects.get(pk=image.pk).renditions.all()
    assert len(renditions) == 9 and {rendition.width for rendition in renditions} == {
        rendition.height for rendition in renditions
    }
    assert not set(old) & {rendition.file.name.removeprefix("images/") for rendition in renditions}


def test_moving_the_focal_point_keeps_the_renditions_that_do_not_depend_on_it(image):
    make_renditions([image])
    image.focal_point_x = image.focal_point_y = 100
    image.focal_point_width = image.focal_point_height = 50
    image.save()
    assert make_renditions([VillageImage.objects.get()]) == 0 and "<source" in show(image)


def test_the_command_makes_what_is_missing_of_pictures_in_use(kemiren):
    used, unused = make_image(), make_image(name="sawah.jpg")
    factories.make_announcement(kemiren, listing_image=used)
    out = StringIO()
    call_command("make_renditions", stdout=out)
    call_command("make_renditions", stdout=out)
    assert used.renditions.count() == 9 and not unused.renditions.exists()
    assert "9 files made" in out.getvalue() and "0 files made" in out.getvalue()
