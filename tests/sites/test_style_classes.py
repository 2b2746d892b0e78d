"""Classes: what templates and scripts name has a rule, and what has a rule is named by them."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from sites import stylesheet

pytestmark = pytest.mark.once

STATIC, TEMPLATES = settings.BASE_DIR / "static", settings.BASE_DIR / "templates"
# Pages of Wagtail's admin, in Wagtail's own classes.
ADMIN_FOLDERS = {"wagtailadmin", "wagtaildocs", "wagtailimages", "wagtailusers", "admin"}
# What scripts look for and nothing needs to shape.
HOOKS: set[str] = set()

COMMENT, ADDRESS = re.compile(r"/\*.*?\*/", re.DOTALL), re.compile(r"url\([^)]*\)")
CLASS_OF_RULE = re.compile(r"\.([a-z][\w-]*)")
PRINTED, TAG = re.compile(r"{{.*?}}"), re.compile(r"{%.*?%}")
NAMED_IN_TAG = re.compile(r"""\bcss_class="([^"]+)"|{% mark "([^"]+)" """)
NAMED_IN_SCRIPT = re.compile(r"""\bclassName = "([^"]+)"|\bclassList\.\w+\("([^"]+)\"""")


def classes_with_rules(paths: list[Path]) -> set[str]:
    text = "\n".join(path.read_text(encoding="utf-8") for path in paths)
    return set(CLASS_OF_RULE.findall(ADDRESS.sub("", COMMENT.sub("", text))))


def named_in_template(text: str) -> set[str]:
    """The classes of a template; one that ends in a printed value ends in an asterisk."""
    plain = TAG.sub("", PRINTED.sub("*", text))
    values = re.findall(r'\bclass="([^"]*)"', plain) + [
        "".join(found) for found in NAMED_IN_TAG.findall(text)
    ]
    return {name for value in values for name in value.split()} - {"*"}


def named_in_script(text: str) -> set[str]:
    return {name for found in NAMED_IN_SCRIPT.findall(text) for name in "".join(found).split()}


def public_templates() -> list[Path]:
    return [
        path
        for path in sorted(TEMPLATES.rglob("*.html"))
        if not ADMIN_FOLDERS & set(path.relative_to(TEMPLATES).parts)
    ]


def is_shaped(name: str, known: set[str]) -> bool:
    return any(one.startswith(name[:-1]) for one in known) if name.endswith("*") else name in known


def test_every_class_of_a_template_or_script_has_a_rule():
    own = [
        STATIC / "css" / name
        for name in ("style-guide.css", "screen.css", "learning.css", "market.css", "services.css")
    ]
    known = classes_with_rules([*stylesheet.part_paths(), *own]) | HOOKS
    named = {path: named_in_template(path.read_text(encoding="utf-8")) for path in public_templates()}
    named |= {path: named_in_script(path.read_text(encoding="utf-8")) for path in STATIC.rglob("js/*.js")}
    assert len(set().union(*named.values())) > 150
    found = {
        path.name: names for path in named if (names := {n for n in named[path] if not is_shaped(n, known)})
    }
    assert not found, "Give each a rule, take it away, or, if a script needs it, name it in HOOKS."


def test_readers_load_no_rule_for_a_class_that_nothing_names():
    sources = [*public_templates(), *STATIC.rglob("js/*.js"), *(settings.BASE_DIR / "sites").rglob("*.py")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    words = set(re.findall(r"[\w-]+", text))
    assert not classes_with_rules(stylesheet.part_paths()) - words


@pytest.mark.parametrize(
    ("template", "names"),
    [
        ('<p class="note note--{{ kind }}">', {"note", "note--*"}),
        ('<p class="news{% if size == "small" %} news--small{% endif %}">', {"news", "news--small"}),
        ('{% responsive_picture image css_class="hero__photo" %}', {"hero__photo"}),
        ('{% mark "brand__mark" %}', {"brand__mark"}),
        ('<img class="{{ css_class }}">', set()),
    ],
)
def test_the_classes_of_a_template_are_found(template, names):
    assert named_in_template(template) == names


def test_the_classes_of_a_script_are_found():
    text = 'list.className = "offers plain"; hero.classList.toggle("hero--asked", true);'
    assert named_in_script(text) == {"offers", "plain", "hero--asked"}
