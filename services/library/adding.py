"""Makes a public document of four fields: one page and one file, however often the form is sent."""

from typing import NamedTuple
from uuid import UUID, uuid5

from django.core.files import File
from django.db import transaction
from wagtail.models import Page

from services.choices import Disclosure, DocumentKind
from services.models import DocumentIndexPage, PublicDocumentPage
from sites.models import User, Village, VillageDocument
from sites.quick_changes import pass_on
from sites.slugs import free_slug

# On which of the three lists a document stands, unless its editor says otherwise.
ANY_TIME = {
    DocumentKind.VILLAGE_REGULATION,
    DocumentKind.JOINT_REGULATION,
    DocumentKind.HEAD_REGULATION,
    DocumentKind.HEAD_DECREE,
    DocumentKind.MINUTES,
}


class NewDocument(NamedTuple):
    library: DocumentIndexPage
    title: str
    kind: str
    year: int
    file: File


def usual_list(kind: str) -> Disclosure:
    return Disclosure.ANY_TIME if kind in ANY_TIME else Disclosure.PERIODIC


@transaction.atomic
def add_document(new: NewDocument, actor: User, form_key: UUID) -> PublicDocumentPage:
    """Return the page, published where the actor may, else handed in; the same for the same form.

    A form that is sent twice is known by its key, which goes into the `translation_key` together with the
    actor's own number.
    """
    key = uuid5(form_key, f"document-{actor.pk}")
    # Two taps wait for each other here; what stood in the tree before is asked anew.
    Page.objects.select_for_update(of=["self"]).get(pk=new.library.pk)
    library = DocumentIndexPage.objects.get(pk=new.library.pk)
    if there := PublicDocumentPage.objects.filter(translation_key=key, locale=library.locale).first():
        return there
    page = _draft(new, library, actor)
    page.translation_key = key
    page.document = VillageDocument.objects.create(
        title=new.title,
        file=new.file,
        collection=Village.objects.owning(library).get().collection,
        uploaded_by_user=actor,
    )
    library.add_child(instance=page)
    pass_on(page, actor)
    # As it is stored now: publishing works on a copy.
    return PublicDocumentPage.objects.get(pk=page.pk)


def _draft(new: NewDocument, library: DocumentIndexPage, actor: User) -> PublicDocumentPage:
    taken = set(library.get_children().values_list("slug", flat=True))
    return PublicDocumentPage(
        title=new.title,
        slug=free_slug(new.title, lambda slug: slug not in taken),
        locale=library.locale,
        owner=actor,
        kind=new.kind,
        disclosure=usual_list(new.kind),
        year=new.year,
        live=False,
    )
