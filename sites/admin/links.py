"""Links that an editor pastes: to a page of one of our sites, or to somewhere else."""

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.chooser import ExternalLinkView
from wagtail.models import Site

from sites.roots import roots_in


class OwnExternalLinkView(ExternalLinkView):
    """Wagtail compares the address with those of all sites; one site has its host, or none."""

    def post(self, request: HttpRequest) -> HttpResponse:
        request._wagtail_cached_site_root_paths = roots_in(Site.objects.filter(hostname=self._host()))
        return super().post(request)

    def _host(self) -> str:
        address = self.request.POST.get(f"{self.form_prefix}-url", "")
        try:
            return urlsplit(address).hostname or ""
        except ValueError:
            return ""


external_link = require_admin_access(OwnExternalLinkView.as_view())
