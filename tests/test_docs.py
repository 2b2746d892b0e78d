"""What the guides for developers say is so."""

import ast
import re
from pathlib import Path

import pytest
from django.template import engines

from sites.models import BasePage, ListingPage

pytestmark = pytest.mark.once

ROOT = Path(__file__).resolve().parent.parent
GUIDE = (ROOT / "docs" / "add-a-page-type.md").read_text()


def code(language):
    return re.findall(rf"```{language}\n(.*?)```", GUIDE, re.DOTALL)


def known(name):
    """Wagtail reads the rules of the tree from a type itself and declares no default for them."""
    rules = {"parent_page_types", "subpage_types"}
    return name in rules or hasattr(ListingPage, name) or hasattr(BasePage, name)


def test_every_attribute_and_method_that_the_guide_explains_exists():
    named = re.findall(r"^\| `(\w+)` \|", GUIDE, re.MULTILINE)
    assert len(named) > 10
    assert not [name for name in named if not known(name)]


def test_the_model_of_the_guide_declares_only_what_exists():
    (source,) = code("python")
    classes = [node for node in ast.parse(source).body if isinstance(node, ast.ClassDef)]
    assert [found.name for found in classes] == ["ProgrammeIndexPage", "ProgrammePage"]
    own = {"year", "place", "body"}
    for found in classes:
        names = {t.id for node in found.body if isinstance(node, ast.Assign) for t in node.targets}
        assert not [name for name in names - own if not known(name)]


def test_the_card_of_the_guide_is_there():
    (card,) = re.findall(r'card_template = "([^"]+)"', GUIDE)
    assert (ROOT / "templates" / card).exists()


@pytest.mark.parametrize("source", code("django"))
def test_the_templates_of_the_guide_can_be_used_as_they_stand(source):
    assert engines["django"].from_string(source)


def test_every_link_between_the_documents_leads_somewhere():
    broken = []
    for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("data/*.md")]:
        for target in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", path.read_text()):
            if (
                "://" not in target
                and not target.startswith("mailto:")
                and not (path.parent / target).exists()
            ):
                broken.append(f"{path.relative_to(ROOT)}: {target}")
    assert not broken
