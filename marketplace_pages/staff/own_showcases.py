"""Which village a page of the desk is about: asked only of those who have several."""

from django import forms
from django.db.models.functions import Length, Substr
from django.http import Http404
from django.utils.functional import cached_property
from wagtail.models import Page

from marketplace_pages.models import ShowcasePage
from sites.models import User, Village
from sites.tenancy import working_village

from .access import businesses_of, showcases_of

CONTAINER = 2 * Page.steplen


def own_showcases(user: User) -> list[ShowcasePage]:
    """Those in which somebody looks after a business or may begin one, with their village. Three queries."""
    above = Substr("path", 1, Length("path") - Page.steplen)
    of_businesses = set(businesses_of(user).order_by().annotate(above=above).values_list("above", flat=True))
    found = list(showcases_of(user).select_related("locale"))
    strange = of_businesses - {showcase.path for showcase in found}
    if strange:
        source = ShowcasePage.objects.filter(path__in=strange).select_related("locale")
        found += [showcase for showcase in source if showcase.path in strange]
    villages = {village.container_path: village for village in _villages(found)}
    for showcase in found:
        showcase.village = villages.get(showcase.path[:CONTAINER])
    found = [showcase for showcase in found if showcase.village]
    return sorted(found, key=lambda showcase: showcase.village.name)


def _villages(showcases):
    containers = {showcase.path[:CONTAINER] for showcase in showcases}
    found = Village.objects.open().with_site().select_related("container")
    return found.filter(container__path__in=containers)


class ShowcaseField(forms.TypedChoiceField):
    """A choice that is made already where there is one only."""

    def offer(self, showcases: list[ShowcasePage]) -> None:
        self.offered = {str(showcase.pk): showcase for showcase in showcases}
        self.choices = [(key, str(showcase.village)) for key, showcase in self.offered.items()]
        self.coerce = self.offered.get
        if len(showcases) == 1:
            self.widget, self.required = forms.HiddenInput(), False
            self.initial = self.empty_value = showcases[0]

    def prepare_value(self, value):
        return value.pk if isinstance(value, ShowcasePage) else value


class OfShowcase:
    """A page about one village: the one that `?pasar=` names, else the working one, else the first."""

    @cached_property
    def showcases(self) -> list[ShowcasePage]:
        return own_showcases(self.request.user)

    @cached_property
    def showcase(self) -> ShowcasePage:
        if asked := self.request.GET.get("pasar"):
            found = [showcase for showcase in self.showcases if str(showcase.pk) == asked]
        else:
            working = working_village(self.request)
            found = sorted(self.showcases, key=lambda showcase: showcase.village != working)
        if not found:
            raise Http404
        return found[0]

    def get_context_data(self, **kwargs) -> dict:
        own = {"showcase": self.showcase, "showcases": self.showcases if len(self.showcases) > 1 else []}
        return super().get_context_data(**{**own, **kwargs})
