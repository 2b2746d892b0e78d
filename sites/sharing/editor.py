"""What an editor is told when a page for villages has been published."""

from django.apps import apps
from django.http import HttpRequest
from django.utils.translation import ngettext
from wagtail.admin import messages

from .articles import has_ended
from .audience import reached


def tell_reach(request: HttpRequest, page) -> None:
    """Say in how many villages a page shows from now on; nothing for others, or once it has ended."""
    if not page.may_be_shared or has_ended(page):
        return
    keys = set(page.share_targets.values_list("key", flat=True))
    if keys:
        number = len(reached(villages_with(page.locale.language_code), keys))
        shown = ngettext("It shows in %(number)d village.", "It shows in %(number)d villages.", number)
        messages.info(request, shown % {"number": number})


def villages_with(language: str) -> list:
    """Open villages whose site has pages in a language. One query."""
    villages = apps.get_model("sites", "Village").objects.open().with_site()
    return [village for village in villages if village.shows(language)]
