"""The world of the leak walk holds one of everything, so that nothing can leak unseen."""

from django.apps import apps
from wagtail.admin.viewsets import viewsets
from wagtail.contrib.settings.registry import registry
from wagtail.snippets.models import get_snippet_models

from .addresses import admin_addresses, fillings
from .rows import stored_models

# Models of which no village, office or portal has rows, and why.
OF_NOBODY = {
    "auth.Permission": "the same for all",
    "contenttypes.ContentType": "the same for all",
    "wagtailcore.Locale": "the same for all",
    "wagtailcore.WorkflowContentType": "only pages have workflows",
    "wagtailcore.APIToken": "the API that needs them is not installed",
    "wagtailadmin.Admin": "a name for a permission",
    "simple_translation.SimpleTranslation": "a name for a permission",
    "wagtailembeds.Embed": "nothing is embedded",
    "wagtaildocs.Document": "ours takes its place",
    "wagtailimages.Image": "ours takes its place",
    "wagtailimages.Rendition": "ours takes its place",
    "sites.User_user_permissions": "rights come from groups",
    "sessions.Session": "made by a log-in",
    "wagtailcore.CollectionViewRestriction_groups": "groups of a closed collection; a password closes ours",
}
OF_NOBODY_APPS = {"axes": "counts log-ins, no village"}


def test_every_kind_of_object_has_a_row_of_the_other_village(world):
    foreign = [world.other, world.office, world.portal]
    missing = {
        model._meta.label
        for model in {*stored_models(), *_registered()}
        if not any(part.rows[model] for part in foreign)
        and model._meta.label not in OF_NOBODY
        and model._meta.app_label not in OF_NOBODY_APPS
    }
    assert not missing, f"Give village B a row of each in tests/isolation/contents/: {sorted(missing)}"


def test_what_is_said_to_have_no_rows_exists(world):
    assert set(OF_NOBODY) <= {model._meta.label for model in apps.get_models(include_auto_created=True)}


def _registered() -> set:
    """Models that the admin offers by itself: snippets, settings, viewsets."""
    offered = [getattr(viewset, "model", None) for viewset in viewsets.viewsets]
    offered = [apps.get_model(model) if isinstance(model, str) else model for model in offered if model]
    return {*get_snippet_models(), *registry, *offered}


def test_the_walk_finds_keys_of_the_other_village_for_every_address(world):
    """An address that can't be filled in would be left out of the walk without a word."""
    without = [
        address.name
        for address in admin_addresses()
        if not any(address.filled(values) for values in fillings(address, world.other))
    ]
    assert not without, f"Tell tests/isolation/addresses.py what their keys name: {without}"
