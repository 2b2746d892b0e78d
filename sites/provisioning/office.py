"""The staff of an office of the regency: their group, their collection, the pages they look after."""

from collections.abc import Iterable

from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.models import Collection, Page

from sites.models import Office

from . import rights


@transaction.atomic
def staff_office(office: Office, pages: Iterable[Page]) -> Group:
    """Make the office's group and collection, or complete them, and give it rights on exactly these pages."""
    office.group = office.group or Group.objects.create(name=f"Staf {office.abbreviation}")
    office.collection = office.collection or _collection(office)
    office.save()
    office.group.permissions.set(rights.global_permissions())
    rights.set_media_rights(office.group, office.collection, rights.ADMIN_MEDIA_RIGHTS)
    rights.set_page_rights(office.group, list(pages), rights.ADMIN_PAGE_RIGHTS)
    return office.group


def _collection(office: Office) -> Collection:
    return Collection.get_first_root_node().add_child(name=office.abbreviation)
