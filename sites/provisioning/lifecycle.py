"""What may happen to a village's site later on: another host, closing, opening again."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sites.models import FormerHostname, Village

from . import rights
from .errors import ProvisioningError
from .hostnames import checked_hostname


@transaction.atomic
def change_hostname(village: Village, hostname: str) -> None:
    """Serve the village under another host; the old one leads there from now on."""
    if village.site is None:
        raise ProvisioningError(_("%(village)s has no site yet.") % {"village": village})
    hostname = checked_hostname(hostname, village)
    old = village.site.hostname
    if hostname == old:
        return
    FormerHostname.objects.filter(hostname=hostname, village=village).delete()
    FormerHostname.objects.create(hostname=old, village=village)
    village.site.hostname = hostname
    village.site.save()


@transaction.atomic
def close_village(village: Village) -> None:
    """Archive a site: its host leads to the portal and nobody edits it. Nothing is deleted."""
    if village.site is None:
        raise ProvisioningError(_("%(village)s has no site yet.") % {"village": village})
    village.closed_at = village.closed_at or timezone.now()
    village.save()
    rights.grant(village)


@transaction.atomic
def reopen_village(village: Village) -> None:
    """Undo close_village()."""
    village.closed_at = None
    village.save()
    rights.grant(village)
