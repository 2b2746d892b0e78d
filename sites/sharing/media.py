"""What a shared page may show: the pictures and documents of a village are on no other village's site."""

from collections import defaultdict

from django.forms import Form
from django.utils.translation import gettext
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from sites.media.belonging import owned_by_villages
from sites.tenancy.references import Reference


def refuse_media_of_villages(found: list[tuple[Form, Reference]]) -> bool:
    """Put an error at each field that shows a file of a village; return whether there was one.

    One query for pictures, one for documents.
    """
    complaints = {
        get_image_model(): gettext(
            "This picture belongs to a village; other villages can't show it. Choose or upload another one."
        ),
        get_document_model(): gettext(
            "This file belongs to a village; other villages can't offer it. Choose or upload another one."
        ),
    }
    keys = defaultdict(set)
    for _form, ref in found:
        if ref.model in complaints:
            keys[ref.model].add(ref.key)
    owned = {model: owned_by_villages(model, asked) for model, asked in keys.items()}
    wrong = [(form, ref) for form, ref in dict.fromkeys(found) if ref.key in owned.get(ref.model, ())]
    for form, ref in wrong:
        if ref.field not in form.errors:
            form.add_error(ref.field, complaints[ref.model])
    return bool(wrong)
