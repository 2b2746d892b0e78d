"""In which list a new course belongs: asked only of those who have several."""

from django import forms
from wagtail.models import Page

from learning.models import CourseIndexPage
from sites.models import User


def labelled(lists, user: User) -> list[CourseIndexPage]:
    """The lists in which somebody may add a page, each with the name of its owner as `label`. Two queries."""
    lists = list(lists)
    above = {page.path: page.title for page in Page.objects.filter(path__in=[_above(page) for page in lists])}
    for page in lists:
        page.label = above.get(_above(page), page.title)
    return lists


def _above(page: Page) -> str:
    return page.path[: -page.steplen]


class OwnListField(forms.TypedChoiceField):
    """A choice that is made already where there is one list only."""

    def offer(self, lists: list[CourseIndexPage]) -> None:
        self.lists = {str(page.pk): page for page in lists}
        self.choices = [(key, page.label) for key, page in self.lists.items()]
        self.coerce = self.lists.get
        if len(lists) == 1:
            self.widget, self.required = forms.HiddenInput(), False
            self.initial = self.empty_value = lists[0]

    def prepare_value(self, value):
        return value.pk if isinstance(value, CourseIndexPage) else value
