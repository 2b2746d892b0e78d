"""What has changed in the template of a service, and the decision about each field."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView
from wagtail.admin import messages

from services.editing.changes import Change
from services.editing.resolving import ChangedMeanwhile, accept, changes_now, keep
from services.models import ServicePage
from sites.languages import NAMES
from sites.quick_changes import may_write

from .desk import AtService, BesideDesk

ACTS = {"accept": accept, "keep": keep}


@dataclass(frozen=True)
class Version:
    """The page in one language, with what is to be decided there."""

    page: ServicePage
    changes: list[Change]

    @property
    def language(self) -> str:
        return NAMES[self.page.locale.language_code]

    @property
    def untouched(self) -> list[Change]:
        """Where the village had written nothing of its own, so that nothing of it gets lost."""
        return [change for change in self.changes if not change.is_adjusted]


class ChangesView(AtService, BesideDesk, TemplateView):
    template_name = "services/admin/template_changes.html"
    page_title = gettext_lazy("Changes of the template")

    def get_page_subtitle(self) -> str:
        return self.service.title

    def steps_between(self) -> list[dict]:
        return [{"url": self.url_of("service"), "label": self.service.title}]

    @cached_property
    def versions(self) -> list[Version]:
        """Those in which there is something to decide, the Indonesian one first."""
        pages = ServicePage.objects.filter(translation_key=self.service.translation_key)
        pages = pages.below([self.village.container_path]).select_related("locale", "latest_revision")
        found = [Version(page, changes_now(page)) for page in pages]
        with_changes = [version for version in found if version.changes]
        return sorted(with_changes, key=lambda version: version.page.pk != self.service.pk)

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        act = ACTS.get(request.POST.get("act", ""))
        key = request.POST.get("version")
        version = next((found for found in self.versions if str(found.page.pk) == key), None)
        if version and not may_write(version.page, request.user):
            messages.error(request, _("You can't change “%(title)s” now.") % {"title": version.page.title})
        elif version is None or act is None:
            self._say_changed()
        else:
            self._decide(version, act)
        return self.back_to("changes")

    def _decide(self, version: Version, act) -> None:
        fields, seen = (self.request.POST.getlist(name) for name in ("field", "seen"))
        try:
            shows = act(version.page, zip(fields, seen, strict=False), self.request.user)
        except ChangedMeanwhile:
            self._say_changed()
            return
        number = len(fields)
        if act is keep:
            said = ngettext("Your own text stays.", "Your own texts stay.", number)
        elif shows:
            said = ngettext("The change is on your page.", "The changes are on your page.", number)
        else:
            said = _("Readers see it once the village has published the page.")
        messages.success(self.request, said)

    def _say_changed(self) -> None:
        messages.error(
            self.request, _("This has changed meanwhile, or was decided already. Look at it once more.")
        )

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(
            service=self.service,
            versions=self.versions,
            may_write=may_write(self.service, self.request.user),
            **kwargs,
        )
