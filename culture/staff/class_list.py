"""The classes whose registrations somebody looks after, the next session first."""

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.admin.widgets.button import HeaderButton

from culture.models import ClassPage
from sites.admin.columns import STACKED, NumberColumn, TextColumn
from sites.tenancy import place_name, sees_several

from .access import classes_of
from .desk import DESK_TITLE, NAMESPACE

OVER = "over"


def seats_text(page: ClassPage) -> str:
    return f"{page.seats_taken}/{page.quota}" if page.takes_registrations else ""


def next_session_text(page: ClassPage) -> str:
    """With its day: Wagtail's own column tells how long ago something was."""
    return date_format(timezone.localtime(page.meets_next), "DATETIME_FORMAT") if page.meets_next else ""


class ClassListView(BaseListingView):
    """Those that run or are to come; by `?show=over` those that are over."""

    model = ClassPage
    page_title = DESK_TITLE
    header_icon = "group"
    index_url_name = f"{NAMESPACE}:index"
    is_searchable = False
    paginate_by = 25
    table_classname = STACKED

    @property
    def shows_over(self) -> bool:
        return self.request.GET.get("show") == OVER

    @cached_property
    def columns(self) -> list[Column]:
        found = [
            TitleColumn(
                "title",
                label=_("Class"),
                classname="title",
                get_url=lambda page: reverse(f"{NAMESPACE}:registrations", args=[page.pk]),
            ),
            TextColumn("state", label=_("State"), accessor="state.label"),
            TextColumn("meets_next", label=_("Next session"), accessor=next_session_text),
            TextColumn("seats", label=_("Seats taken"), accessor=seats_text),
            NumberColumn("waiting", label=_("Waiting")),
            NumberColumn("to_tell", label=_("To tell on WhatsApp")),
        ]
        if sees_several(self.request.user):
            user = self.request.user
            village = TextColumn("village", label=_("Village"), accessor=lambda page: place_name(user, page))
            found.insert(1, village)
        return found

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        index_url = reverse(self.index_url_name)
        if self.shows_over:
            return [HeaderButton(_("Running and coming"), index_url, icon_name="calendar-alt")]
        return [HeaderButton(_("Over"), f"{index_url}?show={OVER}", icon_name="history")]

    def get_base_queryset(self):
        classes = classes_of(self.request.user).defer_streamfields()
        return classes.over() if self.shows_over else classes.not_over()

    def get_page_subtitle(self) -> str:
        return _("over") if self.shows_over else ""

    @property
    def no_results_message(self):
        if self.shows_over:
            return _("No class is over yet.")
        return _("No class runs or is to come. Once you publish one, you find its registrations here.")
