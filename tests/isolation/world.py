"""A world of three villages, an office and the portal, each full of its own mark.

Whatever stands in a row of village B holds B's mark, so that a reader who sees the
mark has seen something of B. An app that adds a model adds a row of it in
tests/isolation/contents/, or `test_every_kind_of_object_has_a_row_of_the_other_village` fails.
"""

from dataclasses import dataclass, field
from types import SimpleNamespace

from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from wagtail.models import Site

from marketplace_pages.producers.space import ensure_space
from sites.models import User, Village
from sites.provisioning.portal import STAFF_GROUP
from tests.factories import sites as factories

from .contents import COMMON_TAG, fill_office, fill_portal, fill_village
from .rows import Keys, no_rows, recorded

# A word in all titles, by which searches find them. No mark, so that an answer may repeat it.
WORD = "zamrud"


__all__ = ["COMMON_TAG", "WORD", "Part", "Person", "World", "build_world"]


@dataclass(repr=False)
class Part:
    """One owner: a village, an office or the portal, with its rows and the objects that tests name."""

    mark: str
    site: Site | None = None
    village: Village | None = None
    rows: Keys = field(default_factory=no_rows)
    pages: dict[str, Model] = field(default_factory=dict)
    has: SimpleNamespace = field(default_factory=SimpleNamespace)

    def keys(self, model: type[Model]) -> list:
        return sorted(self.rows[model])

    def owns(self, model: type[Model], key) -> bool:
        return key in self.rows[model]


@dataclass(repr=False)
class Person:
    """Somebody who logs in, where, and which parts of the world they work for."""

    user: User
    host: str
    own: list[Part]


@dataclass(repr=False)
class World:
    portal: Part
    office: Part
    kemiren: Part
    other: Part
    third: Part
    people: dict[str, Person] = field(default_factory=dict)

    @property
    def parts(self) -> list[Part]:
        return [self.portal, self.office, self.kemiren, self.other, self.third]

    def foreign_to(self, person: Person) -> list[Part]:
        return [part for part in self.parts if part not in person.own]


def build_world() -> World:
    """Make everything, and remember of every row to whom it belongs."""
    # Shared by all, so no one's.
    list(ContentType.objects.all())
    portal = Part("RAHASIA-P")
    with recorded(portal.rows):
        portal.site = factories.make_portal()
        portal.has.staff = _person("RAHASIA-P-staf")
        portal.has.staff.groups.add(Group.objects.get(name=STAFF_GROUP))
        fill_portal(portal)
    kemiren = _village("MILIK-A", "kemiren.localhost")
    other = _village("RAHASIA-B", "lain.localhost")
    third = _village("MILIK-C", "ketiga.localhost", states=("live", "draft", "standard"))
    office = Part("RAHASIA-O", site=portal.site)
    with recorded(office.rows):
        office.has.staff = _person("RAHASIA-O-staf")
        fill_office(office)
    world = World(portal, office, kemiren, other, third)
    for part in world.parts:
        _read_again(part)
    world.people = _people(world)
    return world


def _read_again(part: Part) -> None:
    """What was made later moved some of it: collections stand in the order of their names."""
    for made in [*part.pages.values(), *vars(part.has).values()]:
        if isinstance(made, Model):
            made.refresh_from_db()


def _village(mark: str, hostname: str, **filling) -> Part:
    part = Part(mark)
    with recorded(part.rows):
        part.village = factories.make_village(hostname, name=f"{mark}-desa", district="Glagah")
        part.site = part.village.site
        part.has.admin = _person(f"{mark}-admin", part.village, "admin")
        part.has.contributor = _person(f"{mark}-kontributor", part.village, "contributor")
        fill_village(part, **filling)
        part.has.maker = _producer(part)
    return part


def _person(name: str, village: Village | None = None, role: str = "admin") -> User:
    person = factories.make_person(village, role, first_name=name, last_name="")
    person.email = f"{name.lower()}@contoh.example"
    person.save()
    return person


def _producer(part: Part) -> User:
    """Somebody who looks after the village's business, and nothing else of it."""
    person = _person(f"{part.mark}-produsen")
    person.groups.add(ensure_space(part.has.business).group)
    # Now that somebody is there, their texts have a way to the village's approval.
    ensure_space(part.has.business)
    return person


def _people(world: World) -> dict[str, Person]:
    a, b, c = world.kemiren, world.other, world.third
    both = _person("Orang dua desa", a.village, "admin")
    both.groups.add(c.village.contributor_group)
    host = a.site.hostname
    superuser = factories.make_person(first_name="Pengelola", is_superuser=True, is_staff=True)
    return {
        "village admin": Person(a.has.admin, host, [a]),
        "contributor": Person(a.has.contributor, host, [a]),
        "office staff": Person(world.office.has.staff, world.portal.site.hostname, [world.office]),
        "person of two villages": Person(both, host, [a, c]),
        "producer": Person(a.has.maker, host, [a]),
        "the other admin": Person(b.has.admin, b.site.hostname, [b]),
        "superuser": Person(superuser, world.portal.site.hostname, world.parts),
    }
