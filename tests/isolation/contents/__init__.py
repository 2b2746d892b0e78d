"""What each part of the world is filled with: one module by subject, each with rows that hold the mark."""

from collections.abc import Iterable

from .agenda import add_events
from .art_forms import add_art_form
from .classes import add_class
from .courses import add_course
from .market import add_market
from .market_tools import add_market_tools
from .media import COMMON_TAG, add_media
from .newsletter import add_readers
from .pages import STATES, add_village_pages, name_provisioned_pages
from .people import add_former_member, add_group, add_invitation, add_sessions
from .portal import fill_office, fill_portal
from .service_desk import add_service_desk
from .services import add_services
from .settings import add_hosts, fill_settings
from .sharing import add_offer

__all__ = ["COMMON_TAG", "fill_office", "fill_portal", "fill_village"]


def fill_village(part, states: Iterable[str] = STATES) -> None:
    """Give a village one of each kind of object; an app that brings more adds its function here."""
    add_media(part, part.village.collection, part.has.admin)
    fill_settings(part)
    name_provisioned_pages(part)
    add_village_pages(part, states)
    add_art_form(part)
    add_hosts(part)
    add_events(part)
    add_offer(part)
    add_group(part)
    add_invitation(part)
    add_former_member(part)
    add_sessions(part)
    add_readers(part)
    add_class(part)
    add_course(part)
    add_market_tools(part)
    add_market(part)
    add_services(part)
    add_service_desk(part)
