"""Whose things are, who sees them, and what must be decided before the project starts."""

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ImproperlyConfigured
from django.db import models
from django.test.utils import isolate_apps
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, Page, Site
from wagtail.permissions import policy_registry

from sites.models import (
    AnnouncementAttachment,
    AnnouncementTag,
    FormerHostname,
    Office,
    Official,
    SiteSettings,
    User,
    Village,
    VillageDocument,
    VillageImage,
    VillageRendition,
)
from sites.provisioning import close_village
from sites.provisioning.portal import STAFF_GROUP
from sites.tenancy import access_of, admin_villages_of, can_see, forget_access, owner_of, villages_of, visible
from sites.tenancy.checks import blind_viewsets, check_doors, check_owners, check_viewsets, ownerless
from sites.tenancy.choosing import choosable_pages
from tests.factories import sites as factories


@pytest.fixture
def things(kemiren, other):
    """Of each kind of thing, Kemiren's and the other village's."""

    def of(village):
        page = factories.make_announcement(village)
        page.tags.add("uji")
        page.save()
        image = factories.make_media(VillageImage, village, "Gambar")
        document = factories.make_media(VillageDocument, village, "Berkas")
        return [
            village,
            village.site,
            village.site.sitesettings,
            village.collection,
            village.container,
            Page.objects.get(pk=page.pk),
            page,
            AnnouncementTag.objects.get(content_object=page),
            AnnouncementAttachment.objects.create(page=page, document=document),
            image,
            image.get_rendition("max-10x10"),
            document,
            factories.make_government(village).officials.get(),
            FormerHostname.objects.create(hostname=f"lama-{village.pk}.localhost", village=village),
            Redirect.objects.create(old_path="/lama", site=village.site, redirect_link="https://a.example/"),
        ]

    return list(zip(of(kemiren), of(other), strict=True))


def seen_by(person, things) -> tuple[list[bool], list[bool]]:
    """What somebody sees of both villages, by both ways of asking, which must agree."""
    answers = []
    for pair in things:
        one_by_one = [can_see(person, thing) for thing in pair]
        as_a_list = [visible(person, type(thing)).filter(pk=thing.pk).exists() for thing in pair]
        assert one_by_one == as_a_list, pair
        answers.append(one_by_one)
    return tuple(zip(*answers, strict=True))


@pytest.mark.parametrize("role", ["admin", "contributor"])
def test_people_of_a_village_see_what_is_theirs_and_nothing_of_another(kemiren, things, role):
    own, foreign = seen_by(factories.make_person(kemiren, role), things)
    assert all(own)
    assert not any(foreign)


def test_someone_of_two_villages_sees_both(kemiren, other, things):
    person = factories.make_person(kemiren)
    person.groups.add(other.contributor_group)
    assert all(all(seen) for seen in seen_by(person, things))
    assert [village.name for village in villages_of(person)] == ["Kemiren", "Lainnya"]
    assert [village.name for village in admin_villages_of(person)] == ["Kemiren"]


def test_portal_staff_and_superusers_see_everything(portal, things):
    staff = factories.make_person()
    staff.groups.add(Group.objects.get(name=STAFF_GROUP))
    for person in (staff, User.objects.create_superuser("super@contoh.example", factories.PASSWORD)):
        assert all(all(seen) for seen in seen_by(person, things))


def test_people_of_no_village_and_those_shut_out_see_nothing(kemiren, things):
    shut_out = factories.make_person(kemiren, is_active=False)
    for person in (factories.make_person(), shut_out):
        assert not any(any(seen) for seen in seen_by(person, things))


def test_people_of_a_closed_village_see_it_no_more(kemiren, things):
    person = factories.make_person(kemiren)
    close_village(kemiren)
    assert not any(any(seen) for seen in seen_by(person, things))


@pytest.fixture
def office(portal):
    # Before any village: collections are kept in the order of their names, so a later one moves others.
    for slug in ("bappeda", "disbudpar"):
        factories.make_office(slug)
    return lambda: Office.objects.get(slug="disbudpar")


def test_an_office_sees_its_own_pages_and_media_and_nothing_of_others(portal, office, things):
    officer = factories.make_officer("disbudpar")
    image = factories.make_media(VillageImage, office(), "Gambar")
    draft = office().pages.first().add_child(instance=Page(title="Rencana", slug="rencana", live=False))
    assert can_see(officer, office())
    assert can_see(officer, image)
    assert can_see(officer, draft)
    assert not can_see(officer, portal.root_page)
    assert not can_see(officer, Office.objects.get(slug="bappeda").pages.first())
    assert not any(any(seen) for seen in seen_by(officer, things))


def test_an_access_is_asked_once_and_can_be_asked_anew(kemiren, other, django_assert_num_queries):
    person = User.objects.get(pk=factories.make_person(kemiren).pk)
    access_of(person)
    with django_assert_num_queries(0):
        assert [village.pk for village in villages_of(person)] == [kemiren.pk]
    person.groups.add(other.admin_group)
    forget_access(person)
    assert len(villages_of(person)) == 2


def test_the_cost_of_an_access_does_not_grow_with_the_villages(kemiren, django_assert_num_queries):
    person = factories.make_person(kemiren)
    for _number in range(3):
        factories.make_village()
    person.groups.add(*(village.admin_group for village in Village.objects.open()))
    with django_assert_num_queries(4):
        access_of(person)


def test_links_may_lead_to_ones_own_pages_and_to_what_the_portal_shows(portal, kemiren, other):
    own_draft = factories.make_page(kemiren, "Milik sendiri", live=False)
    foreign = factories.make_page(other, "Milik lain")
    shown = portal.root_page.add_child(instance=Page(title="Tampil", slug="tampil"))
    unseen = portal.root_page.add_child(instance=Page(title="Rencana", slug="rencana", live=False))
    offered = set(choosable_pages(factories.make_person(kemiren)).values_list("pk", flat=True))
    assert {own_draft.pk, shown.pk} <= offered
    assert not {foreign.pk, unseen.pk} & offered


def test_the_project_starts_only_once_everything_is_decided():
    assert [*check_owners(), *check_viewsets(), *check_doors()] == []


@isolate_apps("sites")
def test_a_model_without_an_owner_is_named():
    def make_model(called, **attributes):
        meta = type("Meta", (), {"app_label": "sites"})
        return type(called, (models.Model,), {"__module__": __name__, "Meta": meta, **attributes})

    Stray = make_model("Stray", name=models.CharField(max_length=9))
    Kept = make_model("Kept", village=models.ForeignKey(Village, models.CASCADE))
    Part = make_model("Part", kept=models.ForeignKey(Kept, models.CASCADE), owned_through="kept")

    found = list(ownerless([Stray, Kept, Part]))
    assert [(error.id, error.msg) for error in found] == [("tenancy.E001", "sites.Stray has no owner.")]
    assert owner_of(Part).lookup == "kept__village_id"
    with pytest.raises(ImproperlyConfigured, match=r"sites\.Stray"):
        can_see(User(is_superuser=True), Stray())


def test_a_viewset_that_shows_everybody_everything_is_named():
    blind = type("Blind", (ModelViewSet,), {"model": FormerHostname, "name": "blind", "form_fields": []})()
    errors = list(blind_viewsets([blind]))
    assert [error.id for error in errors] == ["tenancy.E002"]
    assert "sites.FormerHostname" in errors[0].msg


@pytest.mark.parametrize(
    ("model", "lookup"),
    [
        (Official, "page__path"),
        (VillageRendition, "image__collection__path"),
        (SiteSettings, "site_id"),
        (AnnouncementTag, "content_object__path"),
        (Collection, "path"),
        (Site, "pk"),
        (Office, "pk"),
    ],
)
def test_an_owner_is_found_where_it_stands(model, lookup):
    assert owner_of(model).lookup == lookup


@pytest.mark.parametrize("action", ["add", "change", "delete"])
def test_rows_of_a_village_are_its_admins_to_keep(kemiren, other, action):
    policy = policy_registry.get_by_type(Redirect)
    own, foreign = (
        Redirect.objects.create(old_path="/lama", site=village.site, redirect_link="https://a.example/")
        for village in (kemiren, other)
    )
    admin, contributor = (factories.make_person(kemiren, role) for role in ("admin", "contributor"))
    both = factories.make_person(kemiren)
    both.groups.add(other.contributor_group)
    for person in (admin, both):
        assert policy.user_has_permission(person, action)
        assert policy.user_has_permission_for_instance(person, action, own)
        assert not policy.user_has_permission_for_instance(person, action, foreign)
        assert list(policy.instances_user_has_permission_for(person, action)) == [own]
        assert person in policy.users_with_permission(action)
    assert not policy.user_has_permission(contributor, action)
    assert list(policy.instances_user_has_permission_for(contributor, action)) == []
    assert contributor not in policy.users_with_permission(action)
