"""The demo's log-ins, one for each role; their password is known to everybody."""

from typing import NamedTuple

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group

from sites.models import Office, User, Village
from sites.provisioning.portal import STAFF_GROUP

PASSWORD = "kampung-pintar-demo"
SUPERUSER = "pengelola@smartkampung.example"
STAFF = "portal@smartkampung.example"


class LogIn(NamedTuple):
    role: str
    email: str
    password: str
    address: str


def admin_email(slug: str) -> str:
    return f"admin@{slug}.example"


def contributor_email(slug: str) -> str:
    return f"kontributor@{slug}.example"


def producer_email(slug: str) -> str:
    """Of somebody who looks after one business of a village; the app of the market makes it."""
    return f"produsen@{slug}.example"


def office_email(slug: str) -> str:
    return f"staf@{slug}.example"


def add_account(email: str, password: str, group: Group | None = None, **values) -> None:
    """Make one account; `password` is already hashed, since hashing is slow on purpose."""
    user, _is_new = User.objects.get_or_create(email=email, defaults={"password": password, **values})
    if group:
        user.groups.add(group)


def add_portal_accounts() -> None:
    password = make_password(PASSWORD)
    add_account(SUPERUSER, password, first_name="Pengelola (contoh)", is_superuser=True, is_staff=True)
    add_account(STAFF, password, Group.objects.get(name=STAFF_GROUP), first_name="Staf portal (contoh)")


def add_village_accounts(village: Village, slug: str) -> None:
    password = make_password(PASSWORD)
    add_account(admin_email(slug), password, village.admin_group, first_name=f"Admin {village.name} (contoh)")
    add_account(
        contributor_email(slug),
        password,
        village.contributor_group,
        first_name=f"Kontributor {village.name} (contoh)",
    )


def add_office_account(office: Office) -> None:
    name = f"Staf {office.abbreviation} (contoh)"
    add_account(office_email(office.slug), make_password(PASSWORD), office.group, first_name=name)


def log_ins(port: int) -> list[LogIn]:
    """What to print at the start of a server on a port: nothing where the demo is not seeded."""
    if not User.objects.filter(email=SUPERUSER).exists():
        return []
    portal = f"http://{settings.PORTAL_HOSTNAME}:{port}/admin/"
    rows = [
        LogIn("everything", SUPERUSER, PASSWORD, portal),
        LogIn("portal staff", STAFF, PASSWORD, portal),
    ]
    there = set(User.objects.filter(email__endswith=".example").values_list("email", flat=True))
    offices = {office_email(office.slug): office for office in Office.objects.opened()}
    rows += [
        LogIn(f"staff of {office.abbreviation}", email, PASSWORD, portal)
        for email, office in offices.items()
        if email in there
    ]
    for village in Village.objects.open().with_site().filter(admin_group__user__email__endswith=".example"):
        slug = village.hostname.split(".")[0]
        address = f"{village.url}/admin/"
        rows.append(LogIn(village.display_name, admin_email(slug), PASSWORD, address))
        if slug == "kemiren":
            rows.append(LogIn("contributor", contributor_email(slug), PASSWORD, address))
            rows.extend(_producer(slug, address))
    return rows


def _producer(slug: str, address: str) -> list[LogIn]:
    """Nothing where the demo has no market."""
    email = producer_email(slug)
    there = User.objects.filter(email=email).exists()
    return [LogIn("producer of one business", email, PASSWORD, address)] if there else []
