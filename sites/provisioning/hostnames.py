"""Which names a site may be served under."""

import re

from django.utils.translation import gettext as _
from wagtail.models import Site

from sites.models import FormerHostname, Village

from .errors import ProvisioningError

LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
HOSTNAME = re.compile(rf"^(?:{LABEL}\.)*{LABEL}$")


def checked_hostname(hostname: str, village: Village | None = None) -> str:
    """Return the hostname in lower case, or raise ProvisioningError.

    `village` is the village that asks for it: its own present and former
    hosts are allowed, and a kelurahan may not take a .desa.id name.
    """
    hostname = hostname.strip().lower().rstrip(".")
    if len(hostname) > 253 or not HOSTNAME.match(hostname):
        message = _("“%(hostname)s” is not a host name. Write it like kemiren.desa.id, without http://.")
        raise ProvisioningError(message % {"hostname": hostname}, field="hostname")
    if village and not village.is_desa and hostname.endswith(".desa.id"):
        raise ProvisioningError(_("A kelurahan can't have a .desa.id address."), field="hostname")
    taken = Site.objects.filter(hostname=hostname)
    former = FormerHostname.objects.filter(hostname=hostname)
    if village:
        taken = taken.exclude(pk=village.site_id)
        former = former.exclude(village=village)
    if taken.exists() or former.exists():
        message = _("The host %(hostname)s is already used by another site.")
        raise ProvisioningError(message % {"hostname": hostname}, field="hostname")
    return hostname
