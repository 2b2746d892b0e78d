"""The shape of the project, kept by reading its files: who may import whom, and what templates may hold."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.once

ROOT = Path(__file__).resolve().parent.parent
APPS = {path.parent.name for path in ROOT.glob("*/apps.py")}
LEAVES = APPS - {"sites"}
OWN = APPS | {"config", "tests", "scripts"}
LONGEST_FUNCTION, LONGEST_TEMPLATE = 40, 60  # lines
MAY_IMPORT = {"config": APPS, "sites": set()} | {leaf: {"sites"} for leaf in LEAVES}

NAMED_TEMPLATE = re.compile(r"\"((?:components|navigation|blocks|style_guide)/[\w/]+\.html)\"")
FORBIDDEN_IN_TEMPLATES = {
    "inline style": re.compile(r"<style\b|\sstyle\s*=", re.IGNORECASE),
    "inline script": re.compile(r"<script\b(?![^>]*\bsrc=)(?![^>]*application/ld\+json)", re.IGNORECASE),
    "event handler": re.compile(r"<[^>{]*\son[a-z]+\s*=", re.IGNORECASE),
    "script address": re.compile(r"javascript:", re.IGNORECASE),
    "unescaped value": re.compile(r"\|\s*safe\b|\{%\s*autoescape\s+off"),
    "include with only": re.compile(r"\{%\s*include\b[^%]*\bonly\s*%\}"),
}


def imported_parts(source: str) -> Iterator[str]:
    """Yield the first name of every absolute import, anywhere in the code; relative ones stay inside."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module.split(".")[0]


def breaches(source: str, part: str) -> set[str]:
    """Return the parts of the project that `source` imports although its own part may not."""
    return (set(imported_parts(source)) & OWN) - {part} - MAY_IMPORT[part]


def python_files() -> list[Path]:
    return [path for part in MAY_IMPORT for path in sorted(ROOT.glob(f"{part}/**/*.py"))]


def template_files() -> list[Path]:
    return [*ROOT.glob("templates/**/*.html"), *ROOT.glob("*/templates/**/*.html")]


def forbidden(template: str) -> set[str]:
    return {name for name, pattern in FORBIDDEN_IN_TEMPLATES.items() if pattern.search(template)}


def test_every_part_imports_only_what_lies_below_it():
    found = {}
    for path in python_files():
        location = path.relative_to(ROOT)
        if wrong := breaches(path.read_text(), part=location.parts[0]):
            found[str(location)] = wrong
    assert not found


@pytest.mark.parametrize(
    ("part", "source", "imported"),
    [
        ("sites", "from learning.models import CoursePage", "learning"),
        ("learning", "import culture.models as art", "culture"),
        ("culture", "def later():\n    from learning import models", "learning"),
        ("sites", "from tests.factories.sites import VillageFactory", "tests"),
        ("sites", "from config.env import DATA_DIR", "config"),
        ("config", "import tests", "tests"),
    ],
)
def test_a_breach_of_the_import_rule_is_found(part, source, imported):
    assert breaches(source, part) == {imported}


@pytest.mark.parametrize(
    ("part", "source"),
    [
        ("culture", "from sites.models import BasePage"),
        ("sites", "from .models import Village\nfrom django.conf import settings\nimport wagtail"),
        ("config", "from learning.apps import LearningConfig"),
        ("config", "from .base import *"),
    ],
)
def test_an_allowed_import_is_no_breach(part, source):
    assert not breaches(source, part)


def test_functions_and_templates_are_short_enough_to_be_read_at_once():
    functions = [
        f"{path.relative_to(ROOT)}: {node.name}"
        for path in python_files()
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno >= LONGEST_FUNCTION
    ]
    templates = [path.name for path in template_files() if path.read_text().count("\n") > LONGEST_TEMPLATE]
    assert not functions + templates


def test_every_template_that_is_named_is_there():
    sources = [*template_files(), *python_files()]
    named = {name for path in sources for name in NAMED_TEMPLATE.findall(path.read_text())}
    there = {str(path).rpartition("templates/")[2] for path in template_files()}
    assert len(named) > 50
    missing = named - there
    assert not missing


def test_migrations_are_named_for_their_purpose():
    names = [path.stem for path in ROOT.glob("*/migrations/[0-9]*.py")]
    assert not [name for name in names if re.search(r"_auto_\d|_and_more$", name)]


def test_templates_hold_nothing_that_the_security_policy_or_the_rules_forbid():
    found = {
        str(path.relative_to(ROOT)): wrong
        for path in template_files()
        if (wrong := forbidden(path.read_text()))
    }
    assert not found


@pytest.mark.parametrize(
    ("template", "name"),
    [
        ('<p style="color: red">', "inline style"),
        ("<style>p {}</style>", "inline style"),
        ("<script>go()</script>", "inline script"),
        ('<button type="button" onclick="go()">', "event handler"),
        ('<a href="javascript:go()">', "script address"),
        ("{{ page.body|safe }}", "unescaped value"),
        ('{% include "components/card.html" with page=page only %}', "include with only"),
    ],
)
def test_each_forbidden_thing_is_found(template, name):
    assert forbidden(template) == {name}


@pytest.mark.parametrize(
    "template",
    [
        '<script type="application/ld+json">{{ data }}</script>',
        '<script type="module" src="{% static "js/finder.js" %}"></script>',
        '{% include "components/card.html" with page=page %}',
        '<p class="only" data-style="x">{{ value|safestring }}</p>',
    ],
)
def test_what_templates_may_hold_is_let_through(template):
    assert not forbidden(template)
