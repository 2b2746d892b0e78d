"""The blocks of a page: what they refuse and what they print."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation
from wagtail.blocks import StructBlockValidationError
from wagtail.images.tests.utils import get_test_image_file

from sites.blocks import BodyBlock, HomeBodyBlock
from sites.blocks.contact import ContactBlock, PhoneBlock
from sites.blocks.table import TableBlock
from sites.models import VillageDocument, VillageImage
from tests.factories import sites as factories

pytestmark = pytest.mark.once

SAMPLES = {
    "heading": ({"text": "Yang harus dibawa", "level": "2"}, "<h2>Yang harus dibawa</h2>"),
    "paragraph": ("<p>Pipa <b>utama</b> bocor.</p>", "<p>Pipa <b>utama</b> bocor.</p>"),
    "note": ({"title": "Lansia", "text": "<p>Bisa diantar.</p>"}, "<b>Lansia</b>"),
    "quote": ({"text": "Silakan duduk.", "source": "Seorang warga"}, "<footer>Seorang warga</footer>"),
    "facts": ([{"icon": "clock", "label": "Jam", "value": "08.00"}], "Jam</dt><dd>08.00</dd>"),
    "steps": ([{"title": "Minta pengantar RT", "text": ""}], "<b>Minta pengantar RT</b>"),
    "checklist": (["KTP asli"], "<span>KTP asli</span>"),
    "questions": ([{"question": "Berapa lama?", "answer": "<p>Sehari.</p>"}], "<summary>Berapa lama?"),
    "table": ({"caption": "Jadwal", "cells": "Hari | Jam\nSenin | 08.00"}, '<th scope="row">Senin</th>'),
    "contact": ({"name": "Loket 2", "role": "", "phone": "", "whatsapp": "+6280000000012"}, "wa.me/"),
}


def render(name, value, block=None, **context):
    body = (block or BodyBlock()).to_python([{"type": name, "value": value}])
    return render_to_string("components/body.html", {"body": body, **context})


def problems(block, value):
    with translation.override("en"), pytest.raises(StructBlockValidationError) as error:
        block.clean(block.to_python(value))
    return error.value.block_errors


@pytest.mark.django_db
@pytest.mark.parametrize("name", SAMPLES)
def test_a_block_prints_its_value(name):
    value, expected = SAMPLES[name]
    assert expected in render(name, value)


def test_every_block_has_a_sample_or_a_test_of_its_own():
    assert set(BodyBlock().child_blocks) == {*SAMPLES, "image", "documents"}
    assert set(HomeBodyBlock().child_blocks) - set(BodyBlock().child_blocks) == {"index_teaser"}


@pytest.mark.django_db
def test_what_an_editor_types_is_never_markup():
    assert "<script" not in render("checklist", ["<script>alert(1)</script>"])
    assert "<script" not in render("table", {"caption": "<script>", "cells": "a | b\n<script> | d"})


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ("Hari | Jam", "at least one line"),
        ("Hari\nSenin", "2 to 6 columns"),
        ("Hari | Jam\nSenin | 08.00 | pagi", "Line 2 has 3 cells, the first line has 2."),
    ],
)
def test_a_crooked_table_is_refused_with_the_line_that_is_wrong(cells, message):
    with translation.override("en"):
        errors = problems(TableBlock(), {"caption": "Jadwal", "cells": cells})
        assert message in errors["cells"].message


def test_a_table_can_be_pasted_from_a_spreadsheet():
    block = TableBlock()
    value = block.clean(block.to_python({"caption": "Jadwal", "cells": "Hari\tJam\n\nSenin\t08.00\n"}))
    context = block.get_context(value)
    assert (context["header"], context["rows"]) == (["Hari", "Jam"], [["Senin", "08.00"]])


def test_a_telephone_number_is_kept_in_its_international_form():
    assert PhoneBlock(required=False).clean("0811-0000-0001") == "+6281100000001"
    assert PhoneBlock(required=False).clean("") == ""


def test_half_a_telephone_number_is_refused_at_its_field():
    errors = problems(ContactBlock(), {"name": "Loket", "role": "", "phone": "0812", "whatsapp": ""})
    assert list(errors) == ["phone"]


def test_a_fact_without_a_known_icon_is_refused():
    block = BodyBlock().child_blocks["facts"]
    with pytest.raises(ValidationError):
        block.clean(block.to_python([{"icon": "unicorn", "label": "Jam", "value": "8"}]))


def make_image(number: int) -> VillageImage:
    file = get_test_image_file(f"sawah{number}.png")
    return VillageImage.objects.create(title=f"Sawah {number}", description=f"Sawah {number}", file=file)


@pytest.mark.django_db
def test_more_pictures_cost_no_more_queries(django_assert_num_queries):
    images = [make_image(number) for number in range(4)]
    for some in (images[:1], images):
        raw = [{"type": "image", "value": {"image": image.pk, "caption": "", "credit": ""}} for image in some]
        with django_assert_num_queries(2):
            page = render_to_string("components/body.html", {"body": BodyBlock().to_python(raw)})
        assert page.count("<img ") == len(some)


def make_document(number: int) -> VillageDocument:
    file = ContentFile(b"%PDF-1.4\n%%EOF\n", f"blanko{number}.pdf")
    document = VillageDocument.objects.create(title=f"Blanko {number}", file=file)
    document.get_file_size()  # stores it, as the form for uploads does
    return document


@pytest.mark.django_db
def test_more_documents_cost_no_more_queries(django_assert_num_queries):
    documents = [make_document(number) for number in range(4)]
    for some in (documents[:1], documents):
        with django_assert_num_queries(1):
            page = render("documents", [document.pk for document in some])
        assert "PDF" in page and page.count("<a ") == len(some)


def test_a_teaser_shows_the_first_entries_of_a_list(kemiren):
    for number in range(5):
        factories.make_announcement(kemiren, f"Kerja bakti {number}")
    index = factories.announcement_list(kemiren)
    request = RequestFactory().get("/", HTTP_HOST="kemiren.localhost")
    value = {"title": "", "page": index.pk}
    page = render("index_teaser", value, HomeBodyBlock(), request=request)
    assert page.count('class="card"') == 3
    assert 'href="/pengumuman/"' in page


def test_a_teaser_of_a_list_that_is_not_live_shows_nothing(kemiren):
    index = factories.announcement_list(kemiren)
    index.unpublish()
    assert "<section" not in render("index_teaser", {"title": "", "page": index.pk}, HomeBodyBlock())


def test_only_pages_that_list_others_can_be_chosen_for_a_teaser():
    chooser = HomeBodyBlock().child_blocks["index_teaser"].child_blocks["page"]
    assert chooser.target_models and all(hasattr(model, "get_listing") for model in chooser.target_models)
