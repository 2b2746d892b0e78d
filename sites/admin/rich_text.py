"""Buttons of the text editor beyond Wagtail's own: words in another language.

A screen reader pronounces `<span lang="osi">` the Osing way, and a browser does not
offer to translate it.
"""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.rich_text.converters.html_to_contentstate import InlineStyleElementHandler
from wagtail.admin.rich_text.editors.draftail.features import InlineStyleFeature
from wagtail.rich_text.feature_registry import FeatureRegistry

# Feature, language code (BCP 47), what stands on the button (short, for phones), its whole name.
LANGUAGES = [
    ("osing", "osi", "Osing", _("Osing language")),
    ("javanese", "jv", pgettext_lazy("language", "Javanese"), _("Javanese language")),
    ("english", "en", pgettext_lazy("language", "English"), _("English language")),
]
# The editor shows which words are marked; readers see no difference.
LOOK = {"borderBottom": "2px dotted currentColor"}


def register_language_marks(features: FeatureRegistry) -> None:
    for name, code, label, description in LANGUAGES:
        style = f"LANGUAGE-{code.upper()}"
        button = {"type": style, "label": label, "description": description, "style": LOOK}
        features.register_editor_plugin("draftail", name, InlineStyleFeature(button))
        features.register_converter_rule(
            "contentstate",
            name,
            {
                "from_database_format": {f'span[lang="{code}"]': InlineStyleElementHandler(style)},
                "to_database_format": {
                    "style_map": {style: {"element": "span", "props": {"lang": code}}},
                },
            },
        )
