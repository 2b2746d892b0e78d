"""The admin's API of pictures and documents, narrowed to what its user may choose.

Wagtail's own answers with those of every collection.
"""

from wagtail.documents.api.admin.views import DocumentsAdminAPIViewSet
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet
from wagtail.permissions import policy_registry


class ChoosableOnly:
    def get_queryset(self):
        policy = policy_registry.get_by_type(self.model)
        actions = ["choose", "change", "delete"]
        allowed = policy.instances_user_has_any_permission_for(self.request.user, actions)
        return super().get_queryset().filter(pk__in=allowed.values("pk"))


class ChoosableImages(ChoosableOnly, ImagesAdminAPIViewSet):
    pass


class ChoosableDocuments(ChoosableOnly, DocumentsAdminAPIViewSet):
    pass
