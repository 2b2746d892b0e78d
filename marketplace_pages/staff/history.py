"""What the history of a business says about its people and permits: no name, no number of a permit."""

from django.utils.translation import gettext, gettext_lazy
from wagtail.log_actions import LogFormatter, log

from marketplace_pages.choices import PermitKind
from marketplace_pages.models import BusinessPage
from sites.models import User

OF_PEOPLE = {
    "marketplace.invite_producer": gettext_lazy("Invited a producer"),
    "marketplace.take_out_producer": gettext_lazy("Took out a producer"),
}
OF_PERMITS = {
    "marketplace.add_permit": gettext_lazy("Added a permit"),
    "marketplace.change_permit": gettext_lazy("Changed a permit"),
    "marketplace.delete_permit": gettext_lazy("Deleted a permit"),
    "marketplace.check_permit": gettext_lazy("Checked a permit"),
    "marketplace.look_at_proof": gettext_lazy("Looked at the proof of a permit"),
}


class PeopleFormatter(LogFormatter):
    """Names the account by its number: whoever looks after accounts finds it by that."""

    def format_message(self, log_entry):
        label, account = self.label, log_entry.data.get("account")
        return gettext("%(act)s (account no. %(account)s)") % {"act": label, "account": account}


class PermitFormatter(LogFormatter):
    def format_message(self, log_entry):
        kind = log_entry.data.get("kind", "")
        return f"{self.label} ({PermitKind(kind).label})" if kind else self.label


def note(business: BusinessPage, action: str, user: User, **data) -> None:
    log(business, f"marketplace.{action}", user=user, data=data)


def register(actions) -> None:
    for formatter, labels in ((PeopleFormatter, OF_PEOPLE), (PermitFormatter, OF_PERMITS)):
        for action, label in labels.items():
            actions.register_action(action)(type(formatter.__name__, (formatter,), {"label": label}))
