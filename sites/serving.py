"""What `manage.py serve` needs to know: whether the port is free, and what to print."""

import errno
import socket

from django.conf import settings
from wagtail.models import Site

from sites.models import Village
from sites.page_cache.changes import everything_changed


def port_problem(address: str, port: int) -> str | None:
    """Say why the server cannot listen there and what to do about it; None when it can."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    try:
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the server itself does
            probe.bind((address.strip("[]"), port))
    except OverflowError:
        return f"There is no port {port}. Choose one between 1024 and 65535, for example: PORT=8001 make run"
    except OSError as error:
        reasons = {
            errno.EADDRINUSE: "is already in use by another program. Stop that one, or choose another port",
            errno.EACCES: "may be used by the administrator only. Choose one from 1024 on",
        }
        reason = reasons.get(
            error.errno, f"cannot be used on {address} ({error.strerror}). Choose another one"
        )
        other = port + 1 if 1024 <= port < 65535 else 8001
        return f"Port {port} {reason}, for example: PORT={other} make run"
    return None


def adopt_port(port: int) -> None:
    """Write the port into the sites of this machine, so that absolute links lead back here.

    Real hosts keep theirs: people reach them through the front server's port.
    """
    local = Site.objects.filter(hostname__endswith="localhost").exclude(port=port)
    if local.update(port=port):
        Site.clear_site_root_paths_cache()
        everything_changed()


def greeting(port: int) -> str:
    """Addresses of the portal and of some villages, and the demo's log-ins where it is seeded."""
    from sites.demo.accounts import log_ins

    lines = ["", f"Smart Kampung: http://{settings.PORTAL_HOSTNAME}:{port}/"]
    villages = list(Village.objects.open().with_site().order_by("site__pk"))
    lines += [f"  {village.display_name}: {village.url}/" for village in villages[:8]]
    if len(villages) > 8:
        lines.append(f"  and {len(villages) - 8} more villages: see the portal")
    lines.append(f"Admin: http://{settings.PORTAL_HOSTNAME}:{port}/admin/")
    rows = log_ins(port)
    if rows:
        lines.append(f"Log-ins of the demo (password “{rows[0].password}”):")
        lines += [f"  {row.role}: {row.email}  ({row.address})" for row in rows]
    lines += ["Stop with Ctrl-C.", ""]
    return "\n".join(lines)
