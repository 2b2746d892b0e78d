"""Each change of content moves generations, once it is committed: whoever made it, in whichever process.

Rows that are changed one by one tell it themselves. `QuerySet.update()` and `bulk_create()` don't: where
they change what readers see and no page of the same village is saved after it, they are followed by
`changed()`. So is publishing (sites/publishing.py): it writes pictures and links once the page is saved.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from django.apps import apps
from django.db import transaction
from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save
from wagtail.signals import post_page_move

from .counters import generations
from .owners import EVERYTHING, REGENCY, names_of

# What readers never see: drafts and their history, people and rights, letters, counts, what somebody sent.
UNSEEN = {
    "sites": "User User_groups User_user_permissions PageViews Subscription Letter Delivery SignUpTally "
    "FormerMember PeerReviewTask PeerReviewTask_groups VillageRendition",
    "culture": "Attendance ClassMessage Notice ClassFigures",
    "learning": "Certificate LearningCode Milestone Attempt",
    "marketplace_pages": "ProductDay ProductImport ReadinessAnswer",
    "services": "CannedAnswer RequestLetter RequestFigure",
    "wagtailcore": "GroupSitePermission GroupCollectionPermission GroupPagePermission APIToken UploadedFile "
    "ModelLogEntry PageLogEntry Revision Comment CommentReply PageSubscription ReferenceIndex Task TaskState "
    "Workflow WorkflowTask WorkflowState WorkflowPage WorkflowContentType GroupApprovalTask "
    "GroupApprovalTask_groups",
    "wagtailimages": "Image Rendition",
    "wagtaildocs": "Document",
    "wagtailadmin": "Admin EditingSession FormState",
    "wagtailsearch": "IndexEntry SQLiteFTSIndexEntry",
    "wagtailusers": "UserProfile",
    "wagtailembeds": "Embed",
    "simple_translation": "SimpleTranslation",
    "axes": "AccessFailureLog AccessAttempt AccessAttemptExpiration AccessLog",
    "django_tasks_database": "DBTaskResult",
    "auth": "Permission Group Group_permissions",
    "contenttypes": "ContentType",
    "sessions": "Session",
}


def connect() -> None:
    """Called once, when all models are loaded."""
    post_page_move.connect(_moved, dispatch_uid="page-cache-moved")
    for model in seen():
        label = model._meta.label
        post_save.connect(_changed, sender=model, dispatch_uid=f"page-cache-saved-{label}")
        post_delete.connect(_changed, sender=model, dispatch_uid=f"page-cache-deleted-{label}")
        m2m_changed.connect(_linked, sender=model, dispatch_uid=f"page-cache-linked-{label}")


def seen() -> list[type[Model]]:
    """Models of which something stands on readers' pages."""
    unseen = {(app, name) for app, names in UNSEEN.items() for name in names.split()}
    models = apps.get_models(include_auto_created=True)
    return [model for model in models if (model._meta.app_label, model.__name__) not in unseen]


def changed(*rows: Model) -> None:
    """Overtake the pages that rows stand on, once their change is committed."""
    for row in rows:
        _once_committed(partial(names_of, row))


def everything_changed() -> None:
    """Overtake all pages of all sites."""
    _once_committed(lambda: {EVERYTHING, REGENCY})


def _once_committed(names: Callable[[], set[str]]) -> None:
    def bump() -> None:
        generations().bump(names())

    # Whoever has changed something is told of it, even where the counters can't be written.
    transaction.on_commit(bump, robust=True)


def _changed(sender, instance, **kwargs) -> None:
    changed(instance)


def _linked(sender, instance, action, **kwargs) -> None:
    if action.startswith("post_"):
        changed(instance)


def _moved(sender, instance, parent_page_before, **kwargs) -> None:
    changed(instance)
    # Where it was, which may be another village.
    changed(parent_page_before)
