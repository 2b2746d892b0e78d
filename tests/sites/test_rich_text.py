import re

import pytest
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.admin.rich_text.editors.draftail import DraftailRichTextArea
from wagtail.rich_text import expand_db_html

from sites.blocks.text import SENTENCE_FEATURES, TEXT_FEATURES
from tests.factories import sites as factories

pytestmark = pytest.mark.once

SENTENCES = [
    '<p>Mari sarapan <span lang="osi">sego cawuk</span> bersama.</p>',
    '<p><span lang="jv">banyu</span> berarti air, <span lang="jv">wangi</span> harum.</p>',
    '<p>Di bawah <span lang="en">Open Database License</span>.</p>',
    '<p><b>Sajian: <span lang="osi">pecel pitik</span></b></p>',
]


def through_the_editor(html, features=TEXT_FEATURES):
    """What is stored after an editor opens a text and saves it without a change."""
    converter = ContentstateConverter(features)
    stored = converter.to_database_format(converter.from_database_format(html))
    return re.sub(r' data-block-key="\w+"', "", stored)


@pytest.mark.parametrize("html", SENTENCES)
@pytest.mark.parametrize("features", [TEXT_FEATURES, SENTENCE_FEATURES])
def test_words_of_another_language_stay_marked_when_a_text_is_edited(html, features):
    assert through_the_editor(html, features) == html


def test_a_language_that_nobody_offers_is_not_kept():
    assert through_the_editor('<p><span lang="xx">a</span> b</p>') == "<p>a b</p>"
    assert through_the_editor('<p><span onclick="x()">a</span></p>') == "<p>a</p>"


@pytest.mark.parametrize("html", SENTENCES)
def test_readers_get_the_mark(html):
    assert expand_db_html(html) == html


def test_a_page_tells_screen_readers_the_language_of_its_words(kemiren, get):
    page = factories.make_page(kemiren, body=[("paragraph", SENTENCES[0])])
    assert '<span lang="osi">sego cawuk</span>' in get("kemiren.localhost", page.get_url()).text


def test_the_editor_has_a_button_for_each_language():
    editor = DraftailRichTextArea(features=TEXT_FEATURES)
    buttons = {style["type"]: str(style.get("label")) for style in editor.options["inlineStyles"]}
    assert {"LANGUAGE-OSI", "LANGUAGE-JV", "LANGUAGE-EN"} <= set(buttons)
    assert buttons["LANGUAGE-OSI"] == "Osing"
