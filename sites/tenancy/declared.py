"""Owners of Wagtail's and Django's own models, and of ours that show theirs in no other way."""

from django.contrib.auth.models import Group
from django_tasks_db.models import DBTaskResult
from wagtail.models import Collection, Locale, Site, Task, Workflow

from sites.models import Office, SignUpTally, User, Village

from .owners import Kind, belongs_to_regency, declare_owner


def declare_owners() -> None:
    """Called once, when all models are loaded."""
    declare_owner(Collection, Kind.COLLECTIONS, "path")
    declare_owner(Site, Kind.SITES, "pk")
    declare_owner(Village, Kind.VILLAGES, "pk")
    declare_owner(Office, Kind.OFFICES, "pk")
    # A village looks after its people in "Village team", which knows the groups of one village only.
    belongs_to_regency(User, Group, Locale, Task, Workflow)
    # Counts of all sites, without a name or an address.
    belongs_to_regency(SignUpTally)
    # Numbers of letters that wait to be sent.
    belongs_to_regency(DBTaskResult)
