"""The field of a form for a few files, each checked as what may be kept."""

from django import forms
from django.utils.translation import gettext

from services.attachments.keeping import MOST_FILES
from sites.media.private_files import ACCEPTED, checked_file


class ManyFilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Cleans to a list of files that may be kept, each knowing what it was called (`sent_as`)."""

    def __init__(self, **kwargs):
        super().__init__(required=False, widget=ManyFilesInput({"accept": ACCEPTED}), **kwargs)

    def clean(self, data, initial=None) -> list:
        sent = data if isinstance(data, list | tuple) else [data]
        files = [super(FilesField, self).clean(one, initial) for one in sent if one]
        if len(files) > MOST_FILES:
            message = gettext("Send %(most)d files at most. What is missing you can bring along.")
            raise forms.ValidationError(message % {"most": MOST_FILES}, code="too_many")
        return [self._checked(file) for file in files]

    @staticmethod
    def _checked(file):
        kept = checked_file(file)
        kept.sent_as = file.name
        return kept
