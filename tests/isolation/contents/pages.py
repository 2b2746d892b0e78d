"""Pages of every type and in every state that an editor may leave them in."""

from collections.abc import Iterable
from datetime import timedelta

from django.utils import timezone
from wagtail.models import Comment, CommentReply, Locale, PageSubscription, PageViewRestriction

from sites.models import (
    AnnouncementAttachment,
    Figure,
    GalleryPicture,
    GovernmentPage,
    InstitutionIndexPage,
    InstitutionPage,
    Member,
    Official,
    ProfilePage,
    StandardPage,
    VillageImage,
)
from sites.org_chart import ChartPlace
from tests.factories import sites as factories

PASSWORD = "sandi halaman 42"


def name_provisioned_pages(part) -> None:
    """Write the mark into the pages that every village has, and publish them."""
    image = part.has.image
    rows = {
        ProfilePage: {
            "figures": [
                Figure(label=f"{part.mark}-angka", value="7", year=2025, source=f"{part.mark}-sumber")
            ],
            "gallery": [GalleryPicture(image=image, caption=f"{part.mark}-keterangan")],
        },
        GovernmentPage: {
            "officials": [Official(name=f"{part.mark}-pejabat", place=ChartPlace.HEAD, photo=image)],
        },
    }
    below = part.village.container.get_descendants().order_by("path")
    for page in below.specific():
        page.title = f"{part.mark} {page.title} zamrud"
        page.summary = f"{part.mark}-ringkasan"
        if page.locale.language_code == "id":
            for name, found in rows.get(type(page), {}).items():
                setattr(page, name, factories.in_order(found))
        page.save_revision(user=part.has.admin).publish(user=part.has.admin)
    part.pages["home"] = factories.home(part.village)


def add_village_pages(part, states: Iterable[str]) -> None:
    for name in states:
        part.pages[name] = STATES[name](part, name)
    part.pages["list"] = factories.announcement_list(part.village)
    part.pages["container"] = part.village.container
    part.has.revision = part.pages["draft"].latest_revision


def announcement(part, name: str, **values):
    """A draft of an announcement with a body, a picture, a document, a tag and a link."""
    title = f"{part.mark}-{name}"
    body = [
        ("paragraph", f"<p>{title}-isi zamrud</p>"),
        ("image", {"image": part.has.image, "caption": f"{title}-gambar"}),
        ("documents", [part.has.document]),
    ]
    page = factories.make_announcement(
        part.village,
        f"{title} zamrud",
        **{
            "slug": title.lower(),
            "summary": f"{title}-ringkasan",
            "live": False,
            "first_published_at": None,
            "owner": part.has.admin,
            "listing_image": part.has.image,
            "body": body,
            **values,
        },
    )
    page.tags.add(part.has.tag)
    page.attachments = [AnnouncementAttachment(document=part.has.document, title=f"{title}-lampiran")]
    page.save_revision(user=part.has.admin, log_action=True)
    return page


def published(part, name: str, **values):
    page = announcement(part, name, **values)
    page.latest_revision.publish(user=part.has.admin)
    page.refresh_from_db()
    return page


def _draft(part, name):
    page = announcement(part, name)
    page.attachments = [AnnouncementAttachment(document=part.has.draft_document)]
    page.save_revision(user=part.has.admin)
    return page


def _changed(part, name):
    """Live, with a newer text that nobody has published."""
    page = published(part, name)
    page.title = f"{part.mark}-{name}-perubahan"
    page.save_revision(user=part.has.admin, changed=True)
    return page


def _scheduled(part, name):
    page = announcement(part, name, go_live_at=timezone.now() + timedelta(days=3))
    page.save_revision(user=part.has.admin, approved_go_live_at=page.go_live_at).publish()
    page.refresh_from_db()
    return page


def _locked(part, name):
    page = published(part, name)
    page.locked, page.locked_by, page.locked_at = True, part.has.admin, timezone.now()
    page.save()
    return page


def _private(part, name):
    page = published(part, name)
    page.view_restrictions.create(restriction_type=PageViewRestriction.PASSWORD, password=PASSWORD)
    return page


def _group_only(part, name):
    page = published(part, name)
    restriction = page.view_restrictions.create(restriction_type=PageViewRestriction.GROUPS)
    restriction.groups.add(part.village.admin_group)
    return page


def _moderated(part, name):
    """Written and sent to be checked by the contributor; the first step waits."""
    page = announcement(part, name, owner=part.has.contributor)
    page.save_revision(user=part.has.contributor)
    part.village.workflow.start(page, part.has.contributor)
    page.refresh_from_db()
    part.has.workflow_state = page.current_workflow_state
    part.has.task_state = page.current_workflow_task_state
    return page


def _rejected(part, name):
    page = announcement(part, name, owner=part.has.contributor)
    state = part.village.workflow.start(page, part.has.contributor)
    task = state.current_task_state
    task.reject(user=part.has.admin, comment=f"{part.mark}-alasan")
    part.has.rejected_state = task
    page.refresh_from_db()
    return page


def _discussed(part, name):
    page = announcement(part, name)
    comment = Comment.objects.create(
        page=page, user=part.has.admin, text=f"{part.mark}-komentar", contentpath="title"
    )
    CommentReply.objects.create(comment=comment, user=part.has.contributor, text=f"{part.mark}-balasan")
    PageSubscription.objects.create(page=page, user=part.has.admin, comment_notifications=True)
    part.has.comment = comment
    page.save_revision(user=part.has.admin)
    return page


def _institution(part, name):
    parent = factories.provisioned(InstitutionIndexPage, part.village)
    page = InstitutionPage(
        title=f"{part.mark}-{name} zamrud", kind="pkk", owner=part.has.admin, live=False, locale=parent.locale
    )
    page.members = [Member(name=f"{part.mark}-anggota", position=f"{part.mark}-jabatan")]
    parent.add_child(instance=page)
    page.save_revision(user=part.has.admin).publish()
    page.refresh_from_db()
    return page


def _standard(part, name):
    title = f"{part.mark}-{name}"
    link = f'<p>{title}-isi <a linktype="page" id="{part.pages["live"].pk}">{title}-tautan</a></p>'
    page = factories.make_page(
        part.village,
        f"{title} zamrud",
        slug=title.lower(),
        owner=part.has.admin,
        body=[("paragraph", link), ("image", {"image": _plain(part.has.image)})],
    )
    page.save_revision(user=part.has.admin).publish()
    return page


def _plain(image) -> VillageImage:
    return VillageImage.objects.get(pk=image.pk)


def _translation(part, name):
    english = Locale.objects.get(language_code="en")
    page = part.pages["live"].copy_for_translation(english, copy_parents=True)
    page.title = f"{part.mark}-{name}"
    page.save_revision(user=part.has.admin).publish()
    return page


def _alias(part, name):
    page = part.pages["standard"]
    slug = f"{part.mark.lower()}-{name}"
    return page.create_alias(update_slug=slug, parent=page.get_parent(), user=part.has.admin)


def _below(part, name):
    """A page below another, and the parent behind a log-in."""
    parent = _standard(part, "induk")
    parent.view_restrictions.create(restriction_type=PageViewRestriction.LOGIN)
    page = StandardPage(title=f"{part.mark}-{name} zamrud", slug=f"{part.mark.lower()}-{name}")
    page.locale = parent.locale
    parent.add_child(instance=page)
    page.save_revision(user=part.has.admin).publish()
    return page


def _ended(part, name):
    return published(part, name, expires_at=timezone.now() - timedelta(days=1))


def _unpublished(part, name):
    page = published(part, name)
    page.unpublish(user=part.has.admin)
    return page


STATES = {
    "live": published,
    "spare": published,
    "draft": _draft,
    "changed": _changed,
    "scheduled": _scheduled,
    "locked": _locked,
    "private": _private,
    "group": _group_only,
    "moderated": _moderated,
    "rejected": _rejected,
    "discussed": _discussed,
    "institution": _institution,
    "standard": _standard,
    "translation": _translation,
    "alias": _alias,
    "below": _below,
    "ended": _ended,
    "unpublished": _unpublished,
}
