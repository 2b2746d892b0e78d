"""Groups, rights, an admin, a collection and a workflow for each village of a crowd, made in bulk."""

from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    GroupSitePermission,
    Task,
    Workflow,
    WorkflowTask,
)

from benchmarks.bulk import AT_ONCE, insert, store
from sites.models import PeerReviewTask, User, Village
from sites.provisioning import rights
from sites.provisioning.collection_order import LEAST_STEP


def add_people(villages: list[Village]) -> None:
    """Collections, groups with their rights, the two-step check, and an admin for each village."""
    add_collections(villages)
    add_groups(villages, "admin_group", "Admin")
    add_groups(villages, "contributor_group", "Kontributor")
    add_workflows(villages)
    made = ["collection", "admin_group", "contributor_group", "workflow"]
    Village.objects.bulk_update(villages, made, AT_ONCE)
    grant(villages, "admin_group", rights.ADMIN_PAGE_RIGHTS, rights.ADMIN_MEDIA_RIGHTS)
    grant(villages, "contributor_group", rights.CONTRIBUTOR_PAGE_RIGHTS, rights.CONTRIBUTOR_MEDIA_RIGHTS)
    change_settings = rights.permissions(["change_sitesettings"])["change_sitesettings"]
    store(
        GroupSitePermission(group=one.admin_group, site=one.site, permission=change_settings)
        for one in villages
    )
    add_admins(villages)


def add_collections(villages: list[Village]) -> None:
    root = Collection.get_first_root_node()
    first = root.get_last_child()._get_lastpos_in_path() + LEAST_STEP
    for place, village in enumerate(villages):
        path = Collection._get_path(root.path, 2, first + place * LEAST_STEP)
        # Their codes are in order, and the word comes after all that stand there.
        village.collection = Collection(name=f"Warga {village.code}", depth=2, path=path)
    store(village.collection for village in villages)
    Collection.objects.filter(pk=root.pk).update(numchild=root.numchild + len(villages))


def add_groups(villages: list[Village], field: str, role: str) -> None:
    for village in villages:
        setattr(village, field, Group(name=f"{role} {village} ({village.code})"))
    groups = [getattr(village, field) for village in villages]
    store(groups)
    through, held = Group.permissions.through, rights.global_permissions()
    store(through(group=group, permission=permission) for group in groups for permission in held)


def add_workflows(villages: list[Village]) -> None:
    for village in villages:
        village.workflow = Workflow(name=f"Persetujuan {village} ({village.code})")
    store(village.workflow for village in villages)
    add_steps(villages, PeerReviewTask, ["admin_group", "contributor_group"], 0)
    add_steps(villages, GroupApprovalTask, ["admin_group"], 1)


def add_steps(villages: list[Village], kind: type[Task], fields: list[str], order: int) -> None:
    own_type = ContentType.objects.get_for_model(kind)
    steps = [Task(name=f"Langkah {order} {village.code}", content_type=own_type) for village in villages]
    store(steps)
    insert(kind, [kind(task_ptr=step) for step in steps])
    pairs = list(zip(villages, steps, strict=True))
    store(WorkflowTask(workflow=one.workflow, task=step, sort_order=order) for one, step in pairs)
    through, column = kind.groups.through, f"{kind._meta.model_name}_id"
    store(through(group=getattr(one, field), **{column: step.pk}) for one, step in pairs for field in fields)


def grant(villages: list[Village], field: str, page_rights: list[str], media_rights: list[str]) -> None:
    found = rights.permissions([*page_rights, *media_rights])
    store(
        GroupPagePermission(
            group=getattr(village, field), page_id=village.container_id, permission=found[name]
        )
        for village in villages
        for name in page_rights
    )
    store(
        GroupCollectionPermission(
            group=getattr(village, field), collection=village.collection, permission=found[name]
        )
        for village in villages
        for name in media_rights
    )


def add_admins(villages: list[Village]) -> None:
    people = [User(email=f"admin-{one.pk}@contoh.example", password="!") for one in villages]
    store(people)
    through = User.groups.through
    store(through(user=person, group=one.admin_group) for person, one in zip(people, villages, strict=True))
