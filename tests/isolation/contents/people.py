"""What people leave behind: an invitation, sessions in the editor, the form of a preview, a profile."""

from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.admin.models import EditingSession, FormState
from wagtail.users.models import UserProfile

from sites import provisioning
from sites.models import FormerMember, Role
from tests.factories import sites as factories


def add_group(part) -> None:
    """One that nothing holds on to, unlike those of the village's roles."""
    part.has.group = Group.objects.create(name=f"{part.mark}-kelompok")


def add_invitation(part) -> None:
    part.has.invited = provisioning.invite_admin(part.village, f"{part.mark.lower()}-undangan@contoh.example")


def add_former_member(part) -> None:
    """Somebody who left the team, and whom its admin could take back."""
    name = f"{part.mark}-mantan"
    part.has.former = factories.make_person(first_name=name)
    part.has.former.email = f"{name.lower()}@contoh.example"
    part.has.former.save()
    FormerMember.objects.create(village=part.village, user=part.has.former, role=Role.CONTRIBUTOR)


def add_sessions(part) -> None:
    """The admin has a draft open in the editor, with a preview beside it."""
    admin, draft = part.has.admin, part.pages["draft"]
    UserProfile.get_for_user(admin)
    about = {
        "content_type": ContentType.objects.get_for_model(draft),
        "object_id": str(draft.pk),
        "user": admin,
    }
    now = timezone.now()
    part.has.session = EditingSession.objects.create(**about, last_seen_at=now, is_editing=True)
    part.has.form_state = FormState.objects.create(
        **about, parent_object_id="", last_updated_at=now, data=f"title={part.mark}-pratinjau"
    )
