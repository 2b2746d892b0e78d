"""What the reports ask, each question under one name; all start from what the reader may see."""

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from wagtail.models import Page, PageLogEntry
from wagtail.permissions import policy_registry
from wagtail.query import PageQuerySet

from sites.models import User
from sites.querysets import HOME_DEPTH
from sites.tenancy import access_of, visible


def pages_of(user: User) -> PageQuerySet:
    """Pages of the villages and offices somebody works for; the containers are no pages to anybody."""
    return visible(user, Page).filter(depth__gte=HOME_DEPTH)


def drafts_of(user: User) -> PageQuerySet:
    """Pages with changes that readers don't see yet, of those the person may edit; the latest first."""
    editable = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")
    unpublished = Q(has_unpublished_changes=True) | Q(live=False)
    drafts = visible(user, Page, editable).filter(unpublished, depth__gte=HOME_DEPTH)
    return drafts.order_by(F("latest_revision_created_at").desc(nulls_last=True), "-pk")


def aging_of(user: User) -> PageQuerySet:
    """Pages on the site, those first that were published longest ago.

    Lists and homes that nobody has touched since the site was made don't age.
    """
    publications = PageLogEntry.objects.filter(page=OuterRef("pk"), action="wagtail.publish")
    latest = Subquery(publications.order_by("-timestamp", "-pk").values("user")[:1])
    published = pages_of(user).live().filter(last_published_at__isnull=False)
    return published.annotate(published_by_id=latest).order_by("last_published_at", "pk")


def locked_of(user: User) -> PageQuerySet:
    return pages_of(user).filter(locked=True).order_by("locked_at", "pk").prefetch_related("locked_by")


def activity_of(user: User) -> QuerySet[PageLogEntry]:
    """What was done to the pages that a person may see, the latest first."""
    return PageLogEntry.objects.filter(page__in=pages_of(user)).order_by("-timestamp", "-pk")


def colleagues_of(user: User) -> QuerySet[User]:
    """People of the same villages and offices; for portal staff, everybody."""
    access = access_of(user)
    people = User.objects.order_by("first_name", "last_name", "email")
    if access.is_regency:
        return people
    in_village = Q(groups__admins_of__in=access.village_keys)
    in_village |= Q(groups__contributors_of__in=access.village_keys)
    return people.filter(in_village | Q(groups__office__in=access.office_keys)).distinct()
