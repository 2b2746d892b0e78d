"""What is offered while a tag is typed: tags that stand on what its writer may see.

Wagtail's own view offers those of all villages.
"""

from django.apps import apps
from django.db.models import Q
from django.http import HttpRequest, JsonResponse
from taggit.models import ItemBase, Tag
from wagtail.admin.auth import require_admin_access

from sites.models import User
from sites.tenancy import owner_of, visible

OFFERED = 10


def tags_of(user: User):
    """Tags on pages and other objects within somebody's reach."""
    used = Q(pk__in=[])
    for model in apps.get_models():
        if issubclass(model, ItemBase) and model.tag_model() is Tag and owner_of(model):
            used |= Q(pk__in=visible(user, model).values("tag"))
    return Tag.objects.filter(used)


# Stands before Wagtail's own addresses of the same names; all our tags are of taggit's own model.
@require_admin_access
def autocomplete(request: HttpRequest, app_name: str = "", model_name: str = "") -> JsonResponse:
    term = request.GET.get("term", "")
    found = (
        tags_of(request.user).filter(name__istartswith=term).order_by("name") if term else Tag.objects.none()
    )
    return JsonResponse(list(found.values_list("name", flat=True)[:OFFERED]), safe=False)
