"""What the history of a village says about its choices."""

from django.utils.translation import gettext, gettext_lazy
from wagtail.log_actions import LogFormatter

STATES = {
    "hidden": gettext_lazy("hidden"),
    "pinned": gettext_lazy("pinned"),
    "note": gettext_lazy("with a note"),
}


class ChoiceFormatter(LogFormatter):
    label = gettext_lazy("Choice about a page of an office")

    def format_message(self, log_entry):
        said = [str(word) for name, word in STATES.items() if log_entry.data.get(name)]
        return gettext("%(act)s (page no. %(page)s): %(state)s") % {
            "act": self.label,
            "page": log_entry.data.get("page"),
            "state": ", ".join(said) or gettext("shown as the office wrote it"),
        }


def register(actions) -> None:
    actions.register_action("sharing.choose")(ChoiceFormatter)
