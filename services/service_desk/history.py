"""What the history of a service says about its desk."""

from django.utils.translation import gettext_lazy as _

LABELS = {"services.set_state": _("Said whether the service is as usual")}


def register(actions) -> None:
    for action, label in LABELS.items():
        actions.register_action(action, label, label)
