"""Forms behind every admin view that takes a picture or a document."""

from django.forms import FileField
from django.utils.translation import gettext_lazy as _
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from .documents import KINDS, check_document
from .logos import is_logo, make_logo
from .pictures import sanitise_upload
from .renditions import SPECS, make_renditions
from .uploads import remove_abandoned_uploads


class PictureUploadField(WagtailImageField):
    """Sanitises the upload itself, so that views which keep uploads aside keep the sanitised one."""

    def to_python(self, data):
        upload = FileField.to_python(self, data)
        if upload is not None:
            sanitise_upload(upload)
        return upload


class VillageImageForm(BaseImageForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if field := self.fields.get("file"):
            self.fields["file"] = PictureUploadField(
                label=field.label, required=field.required, widget=field.widget
            )

    def save(self, commit=True):
        replaces = "file" in self.changed_data and self.instance.pk
        is_published = replaces and self.instance.renditions.filter(filter_spec__in=SPECS).exists()
        was_logo = replaces and is_logo(self.instance)
        image = super().save(commit=commit)
        if is_published:
            make_renditions([image])  # the old ones went with the old file
        if was_logo:
            make_logo(image)
        remove_abandoned_uploads()
        return image


class VillageDocumentForm(BaseDocumentForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if field := self.fields.get("file"):
            field.widget.attrs["accept"] = ",".join(f".{extension}" for extension in KINDS)
            types = ", ".join(KINDS).upper()
            field.help_text = _("Possible types: %(types)s.") % {"types": types} + f" {field.help_text}"

    def clean_file(self):
        file = self.cleaned_data["file"]
        if "file" in self.changed_data:
            check_document(file)
        return file
