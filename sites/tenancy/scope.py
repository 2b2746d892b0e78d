from django.db.models import Q, QuerySet
from wagtail.models import GroupPagePermission

from sites.models import User, Village


def villages_of(user: User) -> QuerySet[Village]:
    """Open villages a person works for, as admin or contributor."""
    member = Q(admin_group__user=user) | Q(contributor_group__user=user)
    return Village.objects.open().filter(member).with_site().distinct()


def is_portal_staff(user: User) -> bool:
    """Whether someone looks after every site: a superuser, or with page rights on the root of the tree."""
    if not user.is_active:
        return False
    rights = GroupPagePermission.objects.filter(group__user=user, page__depth=1)
    return user.is_superuser or rights.exists()
