"""Whose services somebody looks after. The gate asks before each view, and each view asks once more."""

from django.conf import settings

from services.models import ServicePage
from services.querysets.services import ServiceQuerySet
from services.staff.access import desks_of
from sites.models import User, Village
from sites.querysets import LARGEST_KEY
from sites.tenancy import is_publisher, visible, working_village
from sites.tenancy.rules import Visit


def services_of(user: User) -> ServiceQuerySet:
    """Services of villages within reach, by their Indonesian versions, drafts among them."""
    containers = Village.objects.open().values_list("container__path", flat=True)
    found = ServicePage.objects.in_language(settings.LANGUAGE_CODE).below(containers)
    return visible(user, ServicePage, found)


def templates_of(user: User) -> ServiceQuerySet:
    """Services that the offices a person works for have published for villages; of all for portal staff."""
    return visible(user, ServicePage, ServicePage.objects.sent_to_villages())


def may_say_state(service: ServicePage, village: Village, user: User) -> bool:
    """Whoever publishes the page, and whoever is on duty at the counter."""
    return village in desks_of(user) or service.permissions_for_user(user).can_publish()


def works_for_village(visit: Visit) -> bool:
    return working_village(visit.request) is not None


def may_look(visit: Visit) -> bool:
    """For the first page: of a village, or over all villages for offices and portal staff."""
    return works_for_village(visit) or is_publisher(visit.request.user)


def at_own_service(visit: Visit) -> bool:
    """The service that the address names must be one of theirs."""
    return _is_among(services_of(visit.request.user), visit.kwargs["service_id"])


def at_offered_template(visit: Visit) -> bool:
    """The template that the address names must be one that is offered to the working village."""
    village = working_village(visit.request)
    return village is not None and _is_among(
        ServicePage.objects.offered_to(village), visit.kwargs["template_id"]
    )


def at_own_template(visit: Visit) -> bool:
    """The template that the address names must be one of their offices."""
    user = visit.request.user
    return is_publisher(user) and _is_among(templates_of(user), visit.kwargs["sent_id"])


def _is_among(pages: ServiceQuerySet, key: int) -> bool:
    return key <= LARGEST_KEY and pages.filter(pk=key).exists()
