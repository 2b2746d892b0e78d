"""WSGI entry point of the application server: kept pages, behind them a waiting room, then Django."""

import os
from collections.abc import Callable

from django.core.wsgi import get_wsgi_application

from config.server import seats, threads
from sites.waiting_room import WaitingRoom


def application_of() -> Callable:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")
    # A page that asks the database for longer has failed its reader; migrations and commands may.
    os.environ.setdefault("STATEMENT_TIMEOUT", "30")
    django = WaitingRoom(get_wsgi_application(), threads(), seats())
    # Settings are there only now.
    from sites.page_cache.wiring import in_front_of

    return in_front_of(django, django.seats)


application = application_of()
