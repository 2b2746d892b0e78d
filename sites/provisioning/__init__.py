"""Making, completing, moving and closing the sites of villages, the portal and the space of its offices.

Rights, collections and workflows come from here only, never by hand; each
function may run twice and changes nothing the second time.
"""

from .errors import ProvisioningError
from .lifecycle import change_hostname, close_village, reopen_village
from .office import open_office, staff_office, upgrade_office, upgrade_offices
from .people import invite_admin
from .portal import create_portal
from .register import import_offices, import_villages
from .village import create_village, upgrade_village

__all__ = [
    "ProvisioningError",
    "change_hostname",
    "close_village",
    "create_portal",
    "create_village",
    "import_offices",
    "import_villages",
    "invite_admin",
    "open_office",
    "reopen_village",
    "staff_office",
    "upgrade_office",
    "upgrade_offices",
    "upgrade_village",
]
