"""What the people of a business may do, and where: on its pages, and in a collection of its own."""

from django.contrib.auth.models import Group
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, WorkflowPage

from marketplace_pages.models import BusinessPage, Producer
from sites.models import Village
from sites.provisioning import rights
from sites.workflow import put_workflow

# They write and change; publishing is the village's.
PAGE_RIGHTS = ["add_page", "change_page"]
LONGEST_NAME = 100


def village_of_business(business: BusinessPage) -> Village:
    return Village.objects.owning(business).select_related("collection", "workflow", "site").get()


def ensure_space(business: BusinessPage) -> Producer:
    """Make group and collection of a business, or complete them. `business` is the Indonesian version."""
    producer = Producer.objects.filter(business=business).first() or _begin(business)
    grant(producer)
    return producer


def _begin(business: BusinessPage) -> Producer:
    name = f"{business.title[:LONGEST_NAME]} ({business.pk})"
    group = Group.objects.create(name=f"Produsen {name}")
    group.permissions.set(rights.global_permissions())
    # Read anew: adding a collection below it changes its row.
    above = Collection.objects.get(pk=village_of_business(business).collection_id)
    return Producer.objects.create(business=business, group=group, collection=above.add_child(name=name))


def grant(producer: Producer) -> None:
    """Set the rights, and the way to the village's approval, on each version of the business.

    The way is there also where the village's own people publish without a check: who may not publish
    needs somebody to hand in to.
    """
    versions = list(producer.business.get_translations(inclusive=True))
    rights.set_page_rights(producer.group, versions, PAGE_RIGHTS)
    rights.set_media_rights(producer.group, producer.collection, rights.CONTRIBUTOR_MEDIA_RIGHTS)
    village = village_of_business(producer.business)
    if village.workflow:
        put_workflow(village.workflow, versions, producer.group.user_set.exists())


def clear_away(producer: Producer) -> None:
    """After the business is gone: nobody keeps rights. Pictures that are left stay with the village."""
    pages = producer.group.page_permissions.values("page")
    WorkflowPage.objects.filter(page__in=pages).delete()
    producer.group.delete()
    collection = Collection.objects.filter(pk=producer.collection_id).first()
    if collection and not _is_used(collection):
        collection.delete()


def _is_used(collection: Collection) -> bool:
    models = (get_image_model(), get_document_model())
    return any(model.objects.filter(collection=collection).exists() for model in models)
