"""Which changes are told to the page cache, and whose pages they overtake."""

import pytest
from django.apps import apps
from wagtail.models import Collection

from sites.models import ShareTarget, VillageImage
from sites.page_cache import changes
from sites.page_cache.owners import EVERYTHING, REGENCY, names_of
from sites.tenancy.owners import owner_of
from tests.factories import sites as factories

# No village, office or site: a change of one overtakes all pages.
OF_ALL = {
    "wagtailcore.PageViewRestriction",
    "wagtailcore.PageViewRestriction_groups",
    "wagtailcore.CollectionViewRestriction_groups",
}
OF_ALL |= {"taggit.Tag", "taggit.TaggedItem", "marketplace_pages.Permit_products"}


def test_each_model_is_known_to_be_unseen_or_tells_whose_pages_show_it():
    """A new model has an owner, or stands in UNSEEN, or is named here with all that overtakes."""
    unknown = {model._meta.label for model in changes.seen() if owner_of(model) is None}
    assert unknown == OF_ALL


def test_unseen_models_are_there():
    labels = {f"{app}.{name}" for app, names in changes.UNSEEN.items() for name in names.split()}
    known = {model._meta.label for model in apps.get_models(include_auto_created=True)}
    # Of the two search indexes, one belongs to SQLite.
    assert labels - known <= {"wagtailsearch.SQLiteFTSIndexEntry"}


@pytest.fixture
def told(monkeypatch):
    """The names that changes have moved."""
    found = []

    class Told:
        def bump(self, names):
            found.append(set(names))

    monkeypatch.setattr(changes, "generations", Told)
    return found


def container(village):
    return f"tree {village.container.path}"


def test_a_page_overtakes_those_of_its_village(kemiren):
    page = factories.make_page(kemiren)
    assert names_of(page) == {EVERYTHING, container(kemiren)}


def test_parts_of_a_page_settings_and_pictures_overtake_those_of_their_village(kemiren):
    settings = kemiren.site.sitesettings
    picture = factories.make_media(VillageImage, kemiren, "Sawah")
    assert names_of(settings) == {EVERYTHING, f"site {kemiren.site_id}"}
    assert names_of(picture) == {EVERYTHING, f"village {kemiren.pk}"}


def test_pictures_of_nobody_villages_sites_and_what_is_unknown_overtake_all_pages(kemiren):
    for row in (kemiren, kemiren.site, Collection.objects.first()):
        assert names_of(row) == {EVERYTHING, REGENCY}


def test_a_part_of_a_page_that_was_deleted_with_it_overtakes_all_pages(kemiren):
    page = factories.publish(factories.make_shared(factories.make_office()))
    target = ShareTarget.objects.filter(page=page).first()
    page.delete()
    assert names_of(target) == {EVERYTHING, REGENCY}


def test_nothing_is_told_of_what_is_taken_back(kemiren, told, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks():
        factories.make_page(kemiren)
    assert told == []


def test_counters_that_cannot_be_written_do_not_fail_the_editor(
    kemiren, monkeypatch, django_capture_on_commit_callbacks, caplog
):
    class Away:
        def bump(self, names):
            raise OSError("No such file")

    monkeypatch.setattr(changes, "generations", Away)
    with django_capture_on_commit_callbacks(execute=True):
        factories.make_page(kemiren)
    assert "No such file" in caplog.text
