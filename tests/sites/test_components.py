"""Cards, lists and the share row, rendered from their templates with sample objects."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.template.loader import render_to_string
from django.utils.translation import override

from sites.style_guide.samples import LONG, Choice, SampleClass, SampleEvent, SampleLesson, SampleProduct

pytestmark = pytest.mark.once

HOSTILE = '"><script>x</script>'


def render(template: str, **context) -> str:
    return render_to_string(f"components/{template}.html", context)


def english(template: str, **context) -> str:
    with override("en"):
        return render(template, **context)


def text(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_the_share_row_works_without_a_script():
    html = render("share_row", url="https://kemiren.example/a/?b=1&c", title="Air & api 50%")
    assert (
        'href="https://wa.me/?text=Air%20%26%20api%2050%25%20https%3A%2F%2Fkemiren.example%2Fa%2F%3Fb%3D1%26c"'
        in html
    )
    assert re.search(
        r'<input id="share-address"[^>]*value="https://kemiren.example/a/\?b=1&amp;c" readonly>', html
    )
    assert '<label for="share-address">' in html


def test_the_share_row_hides_what_needs_a_script():
    html = render("share_row", url="https://kemiren.example/", title="Judul")
    buttons = re.findall(r"<button[^>]*>", html)
    assert len(buttons) == 3
    assert all(button.endswith(" hidden>") and 'type="button"' in button for button in buttons)


def test_a_hostile_title_stays_text():
    html = render("share_row", url="https://kemiren.example/", title=HOSTILE)
    assert "<script>x" not in html


@pytest.mark.parametrize(
    ("taken", "words"), [(0, "20 of 20 seats left"), (19, "1 of 20 seats left"), (20, "Full"), (23, "Full")]
)
def test_the_dots_of_a_class_say_in_words_how_many_seats_are_left(taken, words):
    html = english("seats", seats=20, seats_taken=taken, seats_left=20 - taken, has_waiting_list=True)
    assert words in text(html)
    assert f'max="20" value="{min(taken, 20)}" aria-label="{taken} of 20 seats taken"' in html


def test_large_numbers_in_attributes_are_plain():
    assert 'max="1200" value="1100"' in render("seats", seats=1200, seats_taken=1100, seats_left=100)


def test_a_class_without_seats_has_no_dots():
    html = english("cards/class", page=SampleClass("Senam pagi", schedule="Minggu"))
    assert "<progress" not in html


def test_a_product_names_itself_in_its_order_link():
    html = english("cards/product", page=SampleProduct("Gula aren", price_rupiah=28_000, unit="500 g"))
    link = re.search(r'<a class="order".*?</a>', html, re.DOTALL)[0]
    assert text(link) == "Order on WhatsApp : Gula aren"
    assert "Rp\u00a028,000" in html and "/ 500 g" in html


def test_a_product_that_is_sold_out_says_so_and_can_be_asked_for():
    html = english("cards/product", page=SampleProduct("Gula aren", price_rupiah=1, is_sold_out=True))
    assert "Sold out" in html and "Ask on WhatsApp" in html and "Order on WhatsApp" not in html


def test_a_product_without_price_or_number_stands_without_them():
    html = english("cards/product", page=SampleProduct("Kue", order_url=""))
    assert "Price on request" in html and "wa.me" not in html


def test_a_price_of_nothing_is_a_price():
    assert "Rp\u00a00" in english("price", price_rupiah=0)


def test_an_event_says_its_day_for_machines_and_its_time_for_people():
    event = SampleEvent("Petik Laut", place="Muncar", accent="pesisir")
    moment = datetime(2026, 5, 9, 15, 30, tzinfo=ZoneInfo("Asia/Jakarta"))
    assert 'datetime="2026-05-09">Sab <b>9</b> Mei</time>' in render("date_block", moment=moment)
    html = render("events", events=[event])
    assert 'data-accent="pesisir"' in html
    assert "08.30 WIB, Muncar" in text(html)


def test_a_budget_is_a_table_with_a_named_bar_in_each_row():
    rows = [{"name": "Jalan", "spent_rupiah": 318_000_000, "budget_rupiah": 745_000_000}]
    html = english("budget", caption="APBDes 2026", rows=rows)
    assert '<th scope="row">Jalan<progress max="745000000" value="318000000"' in html
    assert 'aria-label="Jalan: 43 percent spent"' in html
    assert text(html).endswith("Rp 318 million of Rp 745 million")


def test_a_budget_of_nothing_breaks_nothing():
    rows = [{"name": "Darurat", "spent_rupiah": 0, "budget_rupiah": 0}]
    html = english("budget", caption="", rows=rows)
    assert 'max="1" value="0" aria-label="Darurat: 0 percent spent"' in html


def test_more_than_planned_is_a_full_bar_and_said_in_numbers():
    rows = [{"name": "Jalan", "spent_rupiah": 3_000_000, "budget_rupiah": 2_000_000}]
    html = english("budget", caption="", rows=rows)
    assert 'max="2000000" value="2000000" aria-label="Jalan: 150 percent spent"' in html


@pytest.fixture
def facets():
    options = [Choice("a", "Batik", 9, is_chosen=True), Choice("b", HOSTILE, 8), Choice("c", "Topeng")]
    groups = [{"label": "Jenis", "name": "jenis", "is_multiple": True, "options": options}]
    return render("facets", groups=groups, query="kain & benang")


def test_facets_are_one_form_that_keeps_the_words_searched_for(facets):
    assert facets.count("<form") == 1
    assert '<input type="hidden" name="q" value="kain &amp; benang">' in facets
    assert "<script>x" not in facets


def test_facets_show_what_is_chosen_and_switch_off_what_finds_nothing(facets):
    assert re.search(r'value="a" checked>', facets)
    assert re.search(r'value="c" disabled>', facets)


def test_a_chosen_facet_can_be_taken_back_even_when_it_finds_nothing():
    option = Choice("c", "Topeng", 0, is_chosen=True)
    group = {"label": "Jenis", "name": "jenis", "is_multiple": True, "options": [option]}
    assert "disabled" not in render("facets", groups=[group])


def test_an_active_filter_can_be_removed():
    html = english("found", title="9 of 31", filters=[{"label": "Batik", "url": "?q=x"}])
    assert 'href="?q=x"' in html and "remove this filter" in html


def test_lessons_say_which_is_open_and_wait_for_a_script_to_say_which_are_done():
    lessons = [SampleLesson("Satu", key="a"), SampleLesson(LONG, key="b", number=2)]
    html = english("lessons", lessons=lessons, current="b")
    assert '<div class="counted" data-progress hidden>' in html
    assert 'data-words="{done} of 2 lessons done"' in html
    assert html.count('aria-current="page"') == 1
    assert html.count("data-when-done hidden> (done)") == 2


@pytest.mark.parametrize(("verdict", "word"), [("right", "Right."), ("wrong", "Not yet.")])
def test_a_checked_answer_says_its_verdict_in_words(verdict, word):
    option = Choice("b", "Pagi", is_chosen=True, mark=verdict)
    question = {"number": 1, "text": "Kapan?", "name": "q", "options": [option], "verdict": verdict}
    html = english("quiz_question", question=question | {"reason": "Karena itu."})
    assert re.search(rf'role="status".*<b>{word}</b> Karena itu\.', html, re.DOTALL)
    assert html.count("<svg") == 2
