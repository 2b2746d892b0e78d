"""What the desk offers above its list; each section of it names its own."""

from collections.abc import Callable

from django.urls import reverse
from wagtail.admin.widgets.button import HeaderButton

from sites.models import User

from .desk import NAMESPACE

Condition = Callable[[User], bool]
_offers: list[tuple[int, str, str, str, Condition]] = []


def offer(order: int, label, name: str, icon: str, to: Condition = lambda user: True) -> None:
    """Let the desk lead to one of its pages, by the name of its address, whoever may go there."""
    _offers.append((order, label, name, icon, to))


def buttons_for(user: User) -> list[HeaderButton]:
    return [
        HeaderButton(label, reverse(f"{NAMESPACE}:{name}"), icon_name=icon, priority=order)
        for order, label, name, icon, to in sorted(_offers, key=lambda found: found[0])
        if to(user)
    ]
