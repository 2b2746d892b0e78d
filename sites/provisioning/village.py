"""One village's site, from the register to its first log-in."""

from django.conf import settings
from django.utils.translation import gettext as _
from wagtail.models import Site

from sites.derived import derived_together
from sites.models import SiteSettings, Village

from . import pages, people, rights
from .errors import ProvisioningError
from .hostnames import checked_hostname


@derived_together()
def create_village(code: str, hostname: str, admin_email: str = "") -> tuple[Village, bool]:
    """Make a village's site with everything that belongs to it; return (village, created).

    Run again with the same code and hostname it completes what is missing.
    Raises ProvisioningError, and changes nothing, when the code is not in the
    register, the hostname is used or wrong, or the village has another host.
    """
    village = registered(code)
    hostname = checked_hostname(hostname, village)
    email = people.checked_email(admin_email) if admin_email else ""
    created = village.site is None
    if not created and village.site.hostname != hostname:
        message = _("%(village)s already has a site at %(hostname)s. Change its host name instead.")
        raise ProvisioningError(
            message % {"village": village, "hostname": village.site.hostname}, field="hostname"
        )
    if created:
        add_site(village, hostname)
    upgrade_village(village)
    if email:
        people.invite_admin(village, email)
    return village, created


def registered(code: str) -> Village:
    """Return the village of a code, locked until the transaction ends."""
    # Only the village's own row: PostgreSQL can't lock the far side of an outer join.
    village = Village.objects.select_for_update(of=["self"]).filter(code=code.strip()).first()
    if village is None:
        message = _(
            "There is no village with the code %(code)s in the register. Check the code, or import it."
        )
        raise ProvisioningError(message % {"code": code}, field="code")
    return village


def add_site(village: Village, hostname: str) -> None:
    village.container = pages.add_container(village)
    home = pages.add_village_homes(village.container, village)
    village.site = Site.objects.create(
        hostname=hostname, port=settings.PUBLIC_PORT, site_name=str(village), root_page=home
    )
    village.collection = rights.ensure_collection(village)
    village.save()
    SiteSettings.objects.create(site=village.site)


def upgrade_village(village: Village) -> int:
    """Complete a village: rights, workflow, and pages of apps that came later; return pages added."""
    with derived_together():
        rights.ensure_groups(village)
        rights.ensure_workflow(village)
        return pages.add_missing_pages(village.site)
