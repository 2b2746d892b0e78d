"""What `manage.py serve` needs to know: how many workers, and what to tell the person who started it."""

import os

from django.conf import settings
from wagtail.models import Site

from sites.models import Village


def workers() -> int:
    """WEB_WORKERS, or one more than there are processors, between 2 and 5."""
    if given := os.environ.get("WEB_WORKERS"):
        return max(1, int(given))
    return min(5, max(2, (os.cpu_count() or 1) + 1))


def adopt_port(port: int) -> None:
    """Write the port into the sites of this machine, so that absolute links lead back here.

    Real hosts keep theirs: people reach them through the front server's port.
    """
    local = Site.objects.filter(hostname__endswith="localhost").exclude(port=port)
    if local.update(port=port):
        Site.clear_site_root_paths_cache()


def greeting(port: int) -> str:
    """Addresses of the portal and of some villages, and the demo's log-ins where it is seeded."""
    from sites.demo.accounts import log_ins

    lines = ["", f"Smart Kampung: http://{settings.PORTAL_HOSTNAME}:{port}/"]
    villages = list(Village.objects.open().with_site().order_by("site__pk"))
    lines += [f"  {village.display_name}: {village.url}/" for village in villages[:8]]
    if len(villages) > 8:
        lines.append(f"  and {len(villages) - 8} more villages: see the portal")
    lines.append(f"Admin: http://{settings.PORTAL_HOSTNAME}:{port}/admin/")
    rows = log_ins()
    if rows:
        lines.append(f"Log-ins of the demo (password “{rows[0].password}”):")
        lines += [f"  {row.role}: {row.email}  ({row.address})" for row in rows]
    lines += ["Stop with Ctrl-C.", ""]
    return "\n".join(lines)
