"""The form of a template, as a file of the village's own: a template may lose its own at any time."""

from django.core.files.base import ContentFile

from sites.models import User, Village, VillageDocument


def own_copy(document: VillageDocument | None, village: Village, user: User) -> VillageDocument | None:
    """The village's copy of a file, made once. None without a file, or where it can't be read."""
    if document is None or document.collection.get_view_restrictions():
        return None
    try:
        content_hash = document.get_file_hash()
        same = {"collection": village.collection, "file_hash": content_hash, "title": document.title}
        if known := VillageDocument.objects.filter(**same).first():
            return known
        with document.file.open("rb") as file:
            content = ContentFile(file.read(), document.filename)
    except OSError:
        return None
    return VillageDocument.objects.create(
        **same, file=content, file_size=document.file_size, uploaded_by_user=user
    )
