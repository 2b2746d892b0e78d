"""Model fields through which every file must pass, whether a form, a command or code stores it."""

import hashlib
from pathlib import PurePath

from django.core.files.base import ContentFile
from django.db.models import FileField
from django.db.models.fields.files import FieldFile
from wagtail.images.models import WagtailImageField, WagtailImageFieldFile

from .documents import check_document
from .pictures import is_sanitised, sanitised


class PictureFieldFile(WagtailImageFieldFile):
    def save(self, name, content, save=True):
        if not is_sanitised(content):
            clean, extension = sanitised(content, name)
            name = str(PurePath(name).with_suffix(extension))
            content = ContentFile(clean, name)
        super().save(distinct_name(name, content), content, save)

    save.alters_data = True


class PictureField(WagtailImageField):
    attr_class = PictureFieldFile


class DocumentFieldFile(FieldFile):
    def save(self, name, content, save=True):
        check_document(content, name)
        super().save(name, content, save)

    save.alters_data = True


class DocumentField(FileField):
    attr_class = DocumentFieldFile


def distinct_name(name: str, content) -> str:
    """Put a part of the content's hash first.

    Browsers keep pictures for a year: an address must never come to mean another
    picture, although phones give the same names again and again. First, because
    Wagtail cuts the end off when it names the renditions.
    """
    content.seek(0)
    digest = hashlib.file_digest(content, "sha256").hexdigest()[:8]
    content.seek(0)
    return f"{digest}-{PurePath(name).name}"
