"""Pictures and documents of a course that is copied: they become files of one's own, with their credit."""

from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection

from sites.models import User

PICTURE_FIELDS = ("title", "description", "description_en", "is_decorative", "credit")


class FileCopier:
    """Copies each file once. `left_out` are the titles of those that could not be copied."""

    def __init__(self, collection: Collection, user: User, publisher: str, is_allowed: Callable):
        self.collection, self.user, self.publisher = collection, user, publisher
        # Whether a file belongs to whoever has published the course.
        self.is_allowed = is_allowed
        self.copies: dict[tuple, int | None] = {}
        self.left_out: list[str] = []

    def picture(self, key: int) -> int | None:
        """The key of the copy; None where there can be none."""
        return self._copy(get_image_model(), key, self._new_picture)

    def document(self, key: int) -> int | None:
        return self._copy(get_document_model(), key, self._new_document)

    def _copy(self, model, key: int, make: Callable) -> int | None:
        if (model, key) not in self.copies:
            original = model.objects.filter(pk=key).select_related("collection").first()
            self.copies[model, key] = self._copy_of(original, make) if original else None
        return self.copies[model, key]

    def _copy_of(self, original, make: Callable) -> int | None:
        if original.collection_id == self.collection.pk:
            return original.pk
        if original.collection.get_view_restrictions() or not self.is_allowed(original):
            self.left_out.append(original.title)
            return None
        known = type(original).objects.filter(collection=self.collection, file_hash=original.file_hash)
        if original.file_hash and (own := known.first()):
            return own.pk
        try:
            with original.file.open("rb") as file:
                content = ContentFile(file.read(), original.filename)
            return make(original, content).pk
        except (OSError, ValidationError):
            self.left_out.append(original.title)
            return None

    def _new_picture(self, original, content: ContentFile):
        values = {name: getattr(original, name) for name in PICTURE_FIELDS}
        values["credit"] = values["credit"] or self.publisher
        return self._made(type(original), content, values)

    def _new_document(self, original, content: ContentFile):
        return self._made(type(original), content, {"title": original.title})

    def _made(self, model, content: ContentFile, values: dict):
        return model.objects.create(
            file=content, collection=self.collection, uploaded_by_user=self.user, **values
        )
