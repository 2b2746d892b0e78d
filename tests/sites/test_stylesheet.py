"""The stylesheet readers load: complete, small, without other hosts, and with enough contrast."""

import gzip
import re

import pytest
from django.contrib.staticfiles import finders

from sites import stylesheet

pytestmark = pytest.mark.once

BUDGET_BYTES = 12 * 1024
ACCENTS = ["ijen", "gandrung", "kopi", "pesisir", "soga", "naga"]
COLOUR = re.compile(r"--([\w-]+): (#[0-9a-f]{6});")
TOKEN_FILES = ("20-tokens.css", "21-accents.css")
DARK = "@media (prefers-color-scheme: dark)"
# What stands on what: text needs 4.5, the borders of controls 3.
TEXT_PAIRS = [
    ("ink", "paper"),
    ("ink", "surface"),
    ("ink", "tint"),
    ("ink-2", "paper"),
    ("ink-2", "surface"),
    ("accent", "paper"),
    ("accent", "surface"),
    ("accent", "tint"),
    ("on-accent", "accent"),
    ("white", "cloth"),
    ("on-gold", "gold"),
    ("on-whatsapp", "whatsapp"),
    ("white", "alarm"),
    ("on-night", "night"),
]
CONTROL_PAIRS = [("edge", "paper"), ("edge", "surface"), ("thread", "cloth"), ("accent", "surface")]


def joined() -> str:
    return stylesheet.join(path.read_text(encoding="utf-8") for path in stylesheet.part_paths())


def rules(text: str) -> list[tuple[list[str], dict[str, str]]]:
    """The selectors and colours of each rule, in order."""
    found = re.findall(r"([^{}]+){([^{}]*)}", text)
    return [
        ([selector.strip() for selector in selectors.split(",")], dict(COLOUR.findall(body)))
        for selectors, body in found
    ]


def palette(accent: str, dark: bool) -> dict[str, str]:
    """Every colour in one accent and mode, read from the two files of tokens."""
    colours = {"white": "#ffffff"}
    applying = {":root", "[data-accent]", f'[data-accent="{accent}"]'}
    for path in stylesheet.part_paths():
        if path.name not in TOKEN_FILES:
            continue
        light, _rule, night = path.read_text(encoding="utf-8").partition(DARK)
        for selectors, values in rules(light) + (rules(night) if dark else []):
            if applying & set(selectors):
                colours |= values
    return colours


def blocks(text: str, query: str) -> list[str]:
    """What stands in each block of a media query."""
    found = []
    for match in re.finditer(rf"@media {re.escape(query)} {{", text):
        depth, end = 1, match.end()
        while depth:
            depth += {"{": 1, "}": -1}.get(text[end], 0)
            end += 1
        found.append(text[match.end() : end - 1])
    return found


def selectors_with(text: str, declaration: str) -> set[str]:
    return {
        selector.strip()
        for selectors, body in re.findall(r"([^{};]+){([^{}]*)}", text)
        if declaration in body
        for selector in selectors.split(",")
    }


def luminance(colour: str) -> float:
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("accent", ACCENTS)
def test_every_pair_of_colours_can_be_read(accent, dark):
    colours = palette(accent, dark)
    poor = [
        (front, ground, round(contrast(colours[front], colours[ground]), 2))
        for pairs, least in ((TEXT_PAIRS, 4.5), (CONTROL_PAIRS, 3))
        for front, ground in pairs
        if contrast(colours[front], colours[ground]) < least
    ]
    assert poor == []


def test_the_accents_differ_and_dark_mode_changes_them():
    light = {palette(accent, dark=False)["accent"] for accent in ACCENTS}
    dark = {palette(accent, dark=True)["accent"] for accent in ACCENTS}
    assert len(light) == len(dark) == len(ACCENTS)
    assert not light & dark


def test_the_parts_are_joined_in_the_order_of_their_numbers_each_given_once():
    numbers = [int(path.name[:2]) for path in stylesheet.part_paths()]
    assert numbers == sorted(set(numbers))
    assert joined().startswith("@layer reset, tokens, base, layout, parts, tools, print;")


def test_joining_drops_comments_and_lifts_addresses_one_folder():
    text = stylesheet.join(['/* why */\na {\n  src: url("../../fonts/x.woff2");\n}\n\n', "b {}"])
    assert text == 'a {\nsrc: url("../fonts/x.woff2");\n}\nb {}\n'


def test_packing_drops_blanks_that_mean_nothing_and_none_in_quotes():
    text = (
        'a b,\n.c > d {\nmargin: 0 auto;\nfont: 1rem "A";\n}\n@media (width > 40rem) {\na:is(b, c) {\n}\n}\n'
    )
    packed = 'a b,.c > d{margin: 0 auto;font: 1rem "A";}@media (width > 40rem){a:is(b,c){}}'
    assert stylesheet.packed(text) == packed
    quoted = re.compile(r'"([^"]*)"')
    assert quoted.findall(stylesheet.packed(joined())) == quoted.findall(joined())


def test_the_stylesheet_stays_within_its_budget():
    assert len(gzip.compress(joined().encode(), 9)) <= BUDGET_BYTES


def test_nothing_is_loaded_from_another_host():
    text = joined()
    assert "@import" not in text
    assert all(address.startswith("../") for address in re.findall(r'url\("?([^")]+)', text))


def test_every_address_in_the_stylesheet_is_a_file():
    for address in re.findall(r'url\("\.\./([^"]+)"\)', joined()):
        assert finders.find(address), address


def test_the_finder_offers_what_is_generated_and_nothing_else(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    finder = stylesheet.StylesheetFinder()
    assert [name for name, _storage in finder.list([])] == ["css/site.css", "css/modes.css"]
    assert finder.find("css/other.css") == []
    written = tmp_path / "generated" / "css" / "site.css"
    assert finder.find("css/site.css") == str(written)
    assert written.read_text(encoding="utf-8") == stylesheet.packed(joined())


def test_a_mode_can_be_asked_for_whatever_the_device_prefers():
    light, dark = ":root, [data-accent] { --ink: black; }", ":root { --ink: white; }"
    tokens = f"@layer tokens {{ {light} {DARK} {{ {dark} }} }}"
    assert stylesheet.modes([tokens]).splitlines() == [
        "@layer tokens {",
        '[data-mode="light"], [data-mode="light"][data-accent], [data-mode="light"] [data-accent]'
        " { --ink: black; }",
        '[data-mode="dark"] { --ink: white; }',
        '[data-mode="light"] { color-scheme: light; }',
        '[data-mode="dark"] { color-scheme: dark; }',
        "}",
    ]


def test_modes_hold_every_accent_in_both_modes():
    text = stylesheet.GENERATED["css/modes.css"]()
    for mode in ("light", "dark"):
        for accent in ACCENTS:
            assert f'[data-mode="{mode}"][data-accent="{accent}"]' in text


def test_readers_do_not_pay_for_the_style_guide():
    assert "data-mode" not in joined()
    assert ".guide" not in joined()


def test_what_moves_moves_only_for_readers_who_do_not_mind():
    moving = re.compile(r"\b(?:transition|animation)[\w-]*:|@view-transition|@keyframes|scroll-behavior")
    text = joined()
    for block in blocks(text, "(prefers-reduced-motion: no-preference)"):
        assert moving.search(block)
        text = text.replace(block, "")
    assert not moving.search(text)


def test_the_printed_cloth_is_left_out_for_readers_who_save_data_and_on_paper():
    text = joined()
    patterned = selectors_with(text, "mask: var(--tile)")
    assert {".page-head::before", ".placeholder::before"} <= patterned
    (sparing,) = blocks(text, "(prefers-reduced-data: reduce)")
    assert selectors_with(sparing, "content: none") == patterned
    on_paper = selectors_with("".join(blocks(text, "print")), "display: none")
    assert not {name for name in patterned if not {name, name.removesuffix("::before")} & on_paper}


def test_lengths_grow_with_the_reader_s_text_size():
    """Borders, shadows and outlines may be a few pixels; a drawing has the units of its own size."""
    text = re.sub(r"@supports not.*?\n}\n", "", joined(), flags=re.DOTALL)
    text = "\n".join(line for line in text.splitlines() if not re.search(r"\.transect|\.locator|fill:", line))
    large = [number for number in re.findall(r"(?<![\w.])(\d+(?:\.\d+)?)px", text) if float(number) > 7]
    assert large == []


def test_no_template_has_an_inline_style_or_script(settings):
    for path in (settings.BASE_DIR / "templates").rglob("*.html"):
        if path.is_relative_to(settings.BASE_DIR / "templates" / "wagtailadmin"):
            continue
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\sstyle=|<style|<script(?![^>]*\bsrc=)|<[a-z][^>{]*\son[a-z]+=", text), path
