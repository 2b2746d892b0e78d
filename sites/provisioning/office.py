"""The space of an office of the regency: its pages on the portal, its staff, its pictures, its check."""

from collections.abc import Iterable

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Collection, Page, Site
from wagtail.search.index import insert_or_update_object

from sites.models import Office, OfficeIndexPage, OfficePage
from sites.workflow import put_workflow

from . import pages, people, rights
from .collection_order import add_collection
from .errors import ProvisioningError


@transaction.atomic
def open_office(office: Office, staff_email: str = "") -> tuple[OfficePage, bool]:
    """Make an office's space with everything that belongs to it; return (Indonesian page, created).

    Run again it completes what is missing and takes up a new name. Raises ProvisioningError, and
    changes nothing, where there is no portal yet or another page has the office's address.
    """
    email = people.checked_email(staff_email) if staff_email else ""
    created = not office.pages.exists()
    upgrade_office(office)
    if email:
        people.join_office(office, email)
    return office.pages.get(locale=pages.default_locale()), created


@transaction.atomic
def upgrade_office(office: Office) -> int:
    """Complete an office: pages of apps that came later, staff, rights, workflow; return pages added."""
    # Of two requests at the same time the second one finds what the first has made.
    locked = Office.objects.select_for_update(of=["self"]).get(pk=office.pk)
    for name in ("group", "collection", "workflow"):
        setattr(office, name, getattr(locked, name))
    own, added = _ensure_pages(office, _indexes())
    staff_office(office, own.values())
    return added + pages.add_declared_pages(own)


def upgrade_offices() -> tuple[int, int]:
    """Complete every office that has a page; return how many there are, and pages added."""
    offices = list(Office.objects.opened())
    return len(offices), sum(upgrade_office(office) for office in offices)


def _indexes() -> dict[str, OfficeIndexPage]:
    """The list of offices in each language, made where it is missing."""
    portal = Site.objects.filter(is_default_site=True, root_page__depth=3).first()
    if portal is None:
        raise ProvisioningError(_("There is no portal yet. Make it first."))
    pages.add_missing_pages(portal)
    homes = portal.root_page.get_translations(inclusive=True)
    return {home.locale.language_code: OfficeIndexPage.objects.child_of(home).get() for home in homes}


def _ensure_pages(office: Office, indexes: dict[str, OfficeIndexPage]) -> tuple[dict[str, OfficePage], int]:
    """Return the office's page in each language, called as the office is now, and how many were missing."""
    found = {page.locale.language_code: page for page in office.pages.select_related("locale")}
    missing = [code for code in _original_first(indexes) if code not in found]
    for page in found.values():
        _rename(page, office)
    for code in missing:
        _refuse_taken_address(indexes[code], office)
        page = OfficePage(
            office=office, title=office.name_in(code), slug=office.slug, locale=pages.locale(code)
        )
        if found:
            page.translation_key = next(iter(found.values())).translation_key
        found[code] = indexes[code].add_child(instance=page)
    return found, len(missing)


def _original_first(codes: Iterable[str]) -> list[str]:
    return sorted(codes, key=lambda code: code != settings.LANGUAGE_CODE)


def _rename(page: OfficePage, office: Office) -> None:
    title = office.name_in(page.locale.language_code)
    if (page.title, page.slug) == (title, office.slug):
        # Its abbreviation and its tasks are found by searching for its page.
        insert_or_update_object(page)
        return
    if page.slug != office.slug:
        _refuse_taken_address(page.get_parent(), office)
    page.title = page.draft_title = title
    page.slug = office.slug
    page.save()


def _refuse_taken_address(index: Page, office: Office) -> None:
    if index.get_children().filter(slug=office.slug).exists():
        message = _("Another office has a page at “%(slug)s” already. Choose another address.")
        raise ProvisioningError(message % {"slug": office.slug}, field="slug")


@transaction.atomic
def staff_office(office: Office, own_pages: Iterable[Page]) -> Group:
    """Make the office's group, collection and workflow, or complete them; its rights are on these pages only.

    With the two-step check nobody of the staff publishes alone.
    """
    own_pages = list(own_pages)
    office.group = _group(office)
    office.collection = office.collection or _collection(office)
    office.save()
    rights.ensure_office_workflow(office)
    put_workflow(office.workflow, own_pages, office.two_step_check)
    office.group.permissions.set(rights.global_permissions())
    rights.set_media_rights(office.group, office.collection, rights.ADMIN_MEDIA_RIGHTS)
    alone = [] if office.two_step_check else ["publish_page"]
    together = [right for right in rights.ADMIN_PAGE_RIGHTS if right != "publish_page"]
    rights.set_page_rights(office.group, own_pages, [*together, *alone])
    return office.group


def _group(office: Office) -> Group:
    group = office.group or Group()
    # Two offices may be abbreviated alike; their addresses differ.
    group.name = f"Staf {office.abbreviation} ({office.slug})"
    group.save()
    return group


def _collection(office: Office) -> Collection:
    return add_collection(office.abbreviation)
