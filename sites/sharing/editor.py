"""What an editor is told when a page for villages has been published."""

from django.apps import apps
from django.http import HttpRequest
from django.utils.translation import ngettext
from wagtail.admin import messages

from .audience import reached


def tell_reach(request: HttpRequest, page) -> None:
    """Say in how many villages a page shows from now on; nothing for a page of one site only."""
    if not page.may_be_shared:
        return
    keys = set(page.share_targets.values_list("key", flat=True))
    if keys:
        number = len(reached(apps.get_model("sites", "Village").objects.open(), keys))
        shown = ngettext("It shows in %(number)d village.", "It shows in %(number)d villages.", number)
        messages.info(request, shown % {"number": number})
