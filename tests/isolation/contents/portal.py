"""What stands on the portal: of the regency itself, and of one of its offices."""

from wagtail.models import Collection, PageViewRestriction

from sites import provisioning
from sites.models import Office, StandardPage

from .courses import add_office_course
from .market import add_category
from .media import add_media
from .newsletter import add_readers, add_tally
from .service_desk import add_office_template
from .sharing import add_shared


def fill_portal(part) -> None:
    """Drafts and closed pages, whose titles are nobody else's business; what is live everybody may know."""
    part.pages["home"] = home = part.site.root_page.specific
    part.pages["container"] = home.get_parent().specific
    part.pages["live"] = _page(home, "Halaman umum portal", part.has.staff, live=True)
    part.pages["draft"] = _page(home, f"{part.mark}-draft zamrud", part.has.staff)
    part.pages["private"] = private = _page(home, f"{part.mark}-private zamrud", part.has.staff, live=True)
    private.view_restrictions.create(restriction_type=PageViewRestriction.LOGIN)
    collection = Collection.get_first_root_node().add_child(name=f"{part.mark}-koleksi")
    add_media(part, collection, part.has.staff)
    add_readers(part)
    add_tally(part)
    add_category(part)


def fill_office(part) -> None:
    staff = part.has.staff
    part.has.office = Office.objects.create(
        slug="dinas-uji",
        abbreviation="Disuji",  # stands on the sites of all villages, below what the office shares
        name="Dinas Uji",
        name_en="Office",
        role="Uji",
        role_en="Test",
    )
    part.has.office.page = part.pages["home"] = top = provisioning.open_office(part.has.office)[0]
    for own in (part.has.office.group, part.has.office.collection):
        own.name = f"{part.mark}-{own.name}"
        own.save()
    staff.groups.add(part.has.office.group)
    part.pages["live"] = _page(top, "Kabar umum dinas", staff, live=True)
    part.pages["draft"] = _page(top, f"{part.mark}-draft zamrud", staff)
    add_shared(part)
    add_office_course(part)
    add_office_template(part)
    add_media(part, part.has.office.collection, staff)


def _page(parent, title: str, owner, live: bool = False) -> StandardPage:
    page = StandardPage(title=title, owner=owner, live=False, locale=parent.locale)
    page.summary = title
    parent.add_child(instance=page)
    revision = page.save_revision(user=owner)
    if live:
        revision.publish()
    return StandardPage.objects.get(pk=page.pk)
