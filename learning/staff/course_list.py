"""The courses that somebody looks after, with what has come of each."""

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.admin.widgets.button import HeaderButton

from learning.models import CoursePage
from sites.admin.columns import STACKED, NumberColumn, TextColumn
from sites.tenancy import place_name, sees_several

from .access import courses_of, lists_of
from .desk import DESK_TITLE, NAMESPACE


def state_text(course: CoursePage) -> str:
    return _("Published") if course.live else _("Draft")


class CourseListView(BaseListingView):
    model = CoursePage
    page_title = DESK_TITLE
    header_icon = "clipboard-list"
    index_url_name = f"{NAMESPACE}:index"
    is_searchable = False
    paginate_by = 25
    table_classname = STACKED
    no_results_message = _("There is no course yet. Begin one, import one from a file, or copy one.")

    @cached_property
    def columns(self) -> list[Column]:
        found = [
            TitleColumn(
                "title",
                label=_("Course"),
                classname="title",
                get_url=lambda course: reverse(f"{NAMESPACE}:results", args=[course.pk]),
            ),
            TextColumn("state", label=_("State"), accessor=state_text),
            NumberColumn("starts", label=_("Begun")),
            NumberColumn("completions", label=_("Finished")),
            NumberColumn("tries", label=_("Tries of the quiz")),
            NumberColumn("certified", label=_("Certificates")),
        ]
        if sees_several(self.request.user):
            found.insert(1, TextColumn("place", label=_("Whose"), accessor=self._place))
        return found

    def _place(self, course: CoursePage) -> str:
        return course.publisher if course.office_id else place_name(self.request.user, course)

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        lists = list(lists_of(self.request.user)[:2])
        if not lists:
            return []
        begin = reverse("wagtailadmin_pages:add", args=["learning", "coursepage", lists[0].pk])
        # Who has several lists begins in the explorer, below the one that it is for.
        return [
            *([HeaderButton(_("New course"), begin, icon_name="plus")] if len(lists) == 1 else []),
            HeaderButton(_("Import"), reverse(f"{NAMESPACE}:import"), icon_name="upload"),
            HeaderButton(_("Copy"), reverse(f"{NAMESPACE}:copy"), icon_name="copy"),
        ]

    def get_base_queryset(self):
        courses = courses_of(self.request.user).with_figures().with_publisher()
        return courses.defer_streamfields().order_by("title", "pk")
