"""Services in the demo: where an office writes templates, and villages that take them over."""

import re

from tests.journeys.support.server import JourneyServer

PRINT_LIST = (
    "from services.demo.samples import lists_of_publisher as found; from services.models import "
    "ServiceIndexPage; print('list', found(ServiceIndexPage)['id'].pk)"
)


def template_list(server: JourneyServer) -> str:
    """The key of DPMD's list of services, below which its templates stand."""
    return re.search(r"list (\d+)", server.manage("shell", "-v", "0", "-c", PRINT_LIST))[1]
