"""The lists of pictures and documents, without Wagtail's filter by the most popular tags of all villages."""

from django.views.decorators.cache import never_cache
from wagtail.admin.auth import require_admin_access
from wagtail.documents.views.documents import DocumentsFilterSet
from wagtail.documents.views.documents import IndexView as DocumentIndexView
from wagtail.images.views.images import ImagesFilterSet
from wagtail.images.views.images import IndexView as ImageIndexView


class WithoutTags:
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.filters.pop("tag", None)


class OwnImagesFilterSet(WithoutTags, ImagesFilterSet):
    class Meta(ImagesFilterSet.Meta):
        pass


class OwnDocumentsFilterSet(WithoutTags, DocumentsFilterSet):
    class Meta(DocumentsFilterSet.Meta):
        pass


class OwnImages(ImageIndexView):
    filterset_class = OwnImagesFilterSet


class OwnDocuments(DocumentIndexView):
    filterset_class = OwnDocumentsFilterSet


def _guarded(view):
    """As Wagtail guards what stands below its admin."""
    return never_cache(require_admin_access(view))


# They stand before Wagtail's own addresses.
images = _guarded(OwnImages.as_view())
image_results = _guarded(OwnImages.as_view(results_only=True))
documents = _guarded(OwnDocuments.as_view())
document_results = _guarded(OwnDocuments.as_view(results_only=True))
