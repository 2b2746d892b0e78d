"""Groups of villages and offices and what they may do; granted once, on their pages and collections."""

from django.contrib.auth.models import Group, Permission
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    Page,
    Site,
    Task,
    Workflow,
    WorkflowTask,
)

from sites.models import Office, PeerReviewTask, Village

from .collection_order import add_collection

ADMIN_PAGE_RIGHTS = [
    "add_page",
    "change_page",
    "publish_page",
    "bulk_delete_page",
    "lock_page",
    "unlock_page",
]
CONTRIBUTOR_PAGE_RIGHTS = ["add_page"]
# Wagtail keeps the rights on media with its own image and document models.
CONTRIBUTOR_MEDIA_RIGHTS = ["add_image", "choose_image", "add_document", "choose_document"]
ADMIN_MEDIA_RIGHTS = [*CONTRIBUTOR_MEDIA_RIGHTS, "change_image", "delete_image", "change_document"]
ADMIN_MEDIA_RIGHTS += ["delete_document"]

PERMISSION_APPS = ["wagtailcore", "wagtailimages", "wagtaildocs", "sites"]


def permissions(codenames: list[str]) -> dict[str, Permission]:
    """Permissions by codename, in one query; those on our own media models are never asked for."""
    found = Permission.objects.filter(codename__in=codenames, content_type__app_label__in=PERMISSION_APPS)
    found = found.exclude(content_type__model__in=["villageimage", "villagedocument"])
    return {permission.codename: permission for permission in found}


def global_permissions() -> list[Permission]:
    """What an editor needs whatever the village: to enter the admin, and to start a translation.

    Wagtail asks for the right to edit the page itself before it translates one.
    """
    entry = Permission.objects.filter(content_type__app_label="wagtailadmin", codename="access_admin")
    translate = Permission.objects.filter(
        content_type__app_label="simple_translation", codename="submit_translation"
    )
    return [*entry, *translate]


def ensure_groups(village: Village) -> None:
    """Make the village's groups and workflow, and set their rights to exactly what they should be."""
    everywhere = global_permissions()
    village.admin_group = _group(village, village.admin_group, "Admin", everywhere)
    village.contributor_group = _group(village, village.contributor_group, "Kontributor", everywhere)
    village.save()
    grant(village)


def _group(village: Village, group: Group | None, role: str, everywhere: list[Permission]) -> Group:
    group = group or Group()
    group.name = f"{role} {village} ({village.code})"
    group.save()
    group.permissions.set(everywhere)
    return group


def grant(village: Village) -> None:
    """Set page, media and settings rights; a closed village keeps none."""
    admins, contributors = village.admin_group, village.contributor_group
    is_open = village.closed_at is None
    set_page_rights(admins, [village.container], ADMIN_PAGE_RIGHTS if is_open else [])
    set_page_rights(contributors, [village.container], CONTRIBUTOR_PAGE_RIGHTS if is_open else [])
    set_media_rights(admins, village.collection, ADMIN_MEDIA_RIGHTS if is_open else [])
    set_media_rights(contributors, village.collection, CONTRIBUTOR_MEDIA_RIGHTS if is_open else [])
    set_site_rights(admins, village.site, ["change_sitesettings"] if is_open else [])


def _set(manager, field: str, targets: list, codenames: list[str]) -> None:
    """Make the group's grants of one kind be exactly these permissions on each of these objects."""
    wanted = {(target.pk, codename) for target in targets for codename in codenames}
    rows = manager.select_related("permission")
    present = {(getattr(row, f"{field}_id"), row.permission.codename): row.pk for row in rows}
    manager.filter(pk__in=[pk for grant, pk in present.items() if grant not in wanted]).delete()
    missing = sorted(wanted - present.keys())
    found = permissions([codename for _key, codename in missing])
    manager.model.objects.bulk_create(
        manager.model(group=manager.instance, permission=found[codename], **{f"{field}_id": key})
        for key, codename in missing
    )


def set_page_rights(group: Group, pages: list[Page], codenames: list[str]) -> None:
    _set(group.page_permissions, "page", pages, codenames)


def set_media_rights(group: Group, collection: Collection, codenames: list[str]) -> None:
    _set(group.collection_permissions, "collection", [collection], codenames)


def set_site_rights(group: Group, site: Site, codenames: list[str]) -> None:
    _set(group.site_permissions, "site", [site], codenames)


def ensure_collection(village: Village) -> Collection:
    if village.collection:
        return village.collection
    return add_collection(f"{village} ({village.code})")


def ensure_workflow(village: Village) -> None:
    """Make the two-step check: someone else of the village reads the text, then an admin approves it."""
    readers = [village.admin_group, village.contributor_group]
    _ensure_steps(village, f"{village} ({village.code})", readers, [village.admin_group])


def ensure_office_workflow(office: Office) -> None:
    """Make the two-step check: somebody else of the staff reads the text, then the staff approves it."""
    _ensure_steps(office, f"{office.abbreviation} ({office.slug})", [office.group], [office.group])


def _ensure_steps(owner: Village | Office, label: str, readers: list[Group], approvers: list[Group]) -> None:
    name = f"Persetujuan {label}"
    if owner.workflow is None:
        owner.workflow = Workflow.objects.create(name=name)
        owner.save()
    elif owner.workflow.name != name:
        owner.workflow.name = name
        owner.workflow.save()
    steps = [(PeerReviewTask, "Periksa isi", readers), (GroupApprovalTask, "Setujui terbit", approvers)]
    for order, (kind, name, groups) in enumerate(steps):
        task = _ensure_step(owner.workflow, kind, f"{name} – {label}", order)
        task.groups.set(groups)


def _ensure_step(workflow: Workflow, kind: type[Task], name: str, order: int) -> Task:
    """The workflow's own step of a kind, called as its owner is now; made where there is none."""
    task = kind.objects.filter(workflow_tasks__workflow=workflow).first()
    if task is None:
        task = kind.objects.create(name=name)
        WorkflowTask.objects.create(workflow=workflow, task=task.task_ptr, sort_order=order)
    elif task.name != name:
        task.name = name
        task.save()
    return task
