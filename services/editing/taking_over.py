"""A village takes over a template: pages of its own in both languages, which know what they come from."""

from uuid import uuid5

from django.conf import settings
from django.db import transaction
from wagtail.models import Page

from services.models import ServiceIndexPage, ServicePage
from sites.models import User, Village
from sites.quick_changes import pass_on
from sites.slugs import free_slug

from .fields import fields_of, put, values_of
from .form_files import own_copy

# Taken along once; after that they are the village's affair.
ONCE = ("search_description", "checked_on")


def list_of(village: Village) -> ServiceIndexPage | None:
    """The village's list of services in Indonesian."""
    lists = ServiceIndexPage.objects.child_of(village.site.root_page)
    return lists.in_language(settings.LANGUAGE_CODE).select_related("locale").first()


def versions_of(template: ServicePage) -> list[ServicePage]:
    """The published versions of a template, the Indonesian one first."""
    found = ServicePage.objects.live().public().filter(translation_key=template.translation_key)
    versions = list(found.select_related("locale", "form__collection"))
    return sorted(versions, key=lambda page: page.locale.language_code != settings.LANGUAGE_CODE)


def may_take_over(village: Village, user: User) -> bool:
    index = list_of(village)
    return index is not None and index.permissions_for_user(user).can_add_subpage()


@transaction.atomic
def take_over(template: ServicePage, village: Village, user: User) -> ServicePage:
    """Copy what a village lacks of a template, and return its Indonesian page. Twice is as good as once.

    Who may not publish hands the pages in; until one is published, readers find the template.
    """
    index = list_of(village)
    # Two taps wait for each other here.
    Page.objects.select_for_update(of=["self"]).get(pk=index.pk)
    own = ServicePage.objects.in_village(village.site).taken_over()
    own = own.filter(template_key=template.translation_key)
    there = {page.locale_id: page for page in own.order_by("pk").select_related("locale")}
    for version in versions_of(template):
        is_source = version.locale_id == index.locale_id
        parent = index if is_source else index.get_translation_or_none(version.locale)
        if parent is None or version.locale_id in there:
            continue
        source = there.get(index.locale_id)
        key = source.translation_key if source else uuid5(template.translation_key, village.code)
        page = _copied(version, parent, village, user)
        page.translation_key = key
        # As it is stored now: what was handed over is older than its place in the tree.
        parent = ServiceIndexPage.objects.get(pk=parent.pk)
        there[version.locale_id] = parent.add_child(instance=page)
        pass_on(page, user)
    return ServicePage.objects.get(pk=there[index.locale_id].pk)


def _copied(version: ServicePage, parent: ServiceIndexPage, village: Village, user: User) -> ServicePage:
    form = own_copy(version.form, village, user)
    taken = set(parent.get_children().values_list("slug", flat=True))
    page = ServicePage(
        slug=free_slug(version.slug, lambda slug: slug not in taken),
        locale=parent.locale,
        owner=user,
        live=False,
        template_key=version.translation_key,
        template_values=values_of(version),
        **{name: getattr(version, name) for name in ONCE if _says(version, name)},
    )
    for name in fields_of(page):
        put(page, name, version, form)
    return page


def _says(version: ServicePage, name: str) -> bool:
    """Whether a version says something by itself, which a translation does not of what is typed once."""
    return version.is_source or name not in version.typed_once
