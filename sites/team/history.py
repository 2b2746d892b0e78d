"""What the history of a village says about its team."""

from django.utils.translation import gettext, gettext_lazy
from wagtail.log_actions import LogFormatter

LABELS = {
    "team.invite": gettext_lazy("Invited to the team"),
    "team.change_role": gettext_lazy("Role in the team changed"),
    "team.take_out": gettext_lazy("Taken out of the team"),
    "team.take_back": gettext_lazy("Taken back into the team"),
    "team.send_link": gettext_lazy("Link for a password sent"),
}


class TeamFormatter(LogFormatter):
    """Names the account by its number: whoever looks after accounts finds it by that."""

    def format_message(self, log_entry):
        label, account = self.label, log_entry.data.get("account")
        return gettext("%(act)s (account no. %(account)s)") % {"act": label, "account": account}


def register(actions) -> None:
    for action, label in LABELS.items():
        formatter = type("TeamFormatter", (TeamFormatter,), {"label": label})
        actions.register_action(action)(formatter)
