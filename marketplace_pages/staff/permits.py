"""One permit: written down, changed, checked by the village, deleted; and its proof."""

from pathlib import PurePath

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages

from marketplace_pages.models import BusinessPage, Permit
from marketplace_pages.permits import acts
from marketplace_pages.permits.forms import PermitForm
from marketplace_pages.permits.states import State, state_of
from sites.media.private_files import CONTENT_TYPES
from sites.querysets import LARGEST_KEY

from .access import businesses_of, manages, permits_of
from .desk import NAMESPACE, BesideDesk
from .history import note
from .permit_list import LIST_TITLE

# A proof is only looked at: nothing in it may run, or fetch anything.
PROOF_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


class ChooseBusinessView(BesideDesk, TemplateView):
    """Whose permit it is; who has one business only is led on."""

    template_name = "marketplace_pages/admin/choose_business.html"
    page_title = gettext_lazy("Add a permit")

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        businesses = list(businesses_of(request.user).order_by("title", "pk"))
        if len(businesses) == 1:
            return redirect(f"{NAMESPACE}:add_permit", businesses[0].pk)
        return self.render_to_response(self.get_context_data(businesses=businesses))


class PermitFormView(BesideDesk, FormView):
    form_class = PermitForm
    template_name = "marketplace_pages/admin/permit.html"
    header_icon = "clipboard-list"
    permit: Permit | None = None
    business: BusinessPage

    def steps_between(self) -> list[dict]:
        return [{"url": self.list_url, "label": LIST_TITLE}]

    @property
    def list_url(self) -> str:
        return reverse(f"{NAMESPACE}:permits")

    def get_page_subtitle(self) -> str:
        return self.business.title

    def get_form_kwargs(self) -> dict:
        return super().get_form_kwargs() | {"business": self.business, "instance": self.permit}

    def get_context_data(self, **kwargs) -> dict:
        may_check = manages(self.request.user, self.business)
        own = {"permit": self.permit, "business": self.business, "list_url": self.list_url}
        return super().get_context_data(**{**kwargs, **own, "may_check": may_check})

    def form_valid(self, form: PermitForm) -> HttpResponse:
        permit = acts.keep(form, self.request.user)
        if permit.verified_at:
            messages.success(self.request, _("The permit is kept."))
        else:
            message = _("The permit is kept. Readers see it once an admin of the village has checked it.")
            messages.success(self.request, message)
        return redirect(f"{NAMESPACE}:permit", permit.pk)


class AddPermitView(PermitFormView):
    page_title = gettext_lazy("Add a permit")

    def setup(self, request: HttpRequest, *args, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        key = min(kwargs["business_id"], LARGEST_KEY)
        self.business = get_object_or_404(businesses_of(request.user), pk=key)


class OnePermit:
    """Finds the permit of the address among the visitor's own."""

    def setup(self, request: HttpRequest, *args, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        key = min(kwargs["permit_id"], LARGEST_KEY)
        self.permit = get_object_or_404(permits_of(request.user), pk=key)
        self.business = self.permit.business


class PermitView(OnePermit, PermitFormView):
    def get_page_title(self) -> str:
        return self.permit.get_kind_display()

    def get_context_data(self, **kwargs) -> dict:
        # The form writes what is wrong onto the permit, too: asked of what is stored.
        stored = Permit.objects.get(pk=self.permit.pk)
        state = state_of(stored)
        can_be_checked = bool(stored.number) and state != State.EXPIRED
        return super().get_context_data(
            state=state,
            stored=stored,
            seen=acts.seen_of(stored),
            can_be_checked=can_be_checked,
            is_expired=state == State.EXPIRED,
            **kwargs,
        )


class ActView(OnePermit, View):
    """Something done by a button; its address leads back to the permit when it is only opened."""

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return redirect(f"{NAMESPACE}:permit", self.permit.pk)


class CheckView(ActView):
    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not self.permit.number or state_of(self.permit) == State.EXPIRED:
            message = _("Only a permit with a number, and not run out, can be checked.")
            messages.error(request, message)
        else:
            self._check(request)
        return redirect(f"{NAMESPACE}:permit", self.permit.pk)

    def _check(self, request: HttpRequest) -> None:
        try:
            acts.check(self.permit, request.user, request.POST.get("seen", ""))
        except acts.ChangedMeanwhile:
            message = _("The permit was changed in the meantime. Look at it once more, then check it.")
            messages.error(request, message)
        else:
            messages.success(request, _("Checked. Readers see this permit now, as long as it is valid."))


class DeleteView(OnePermit, BesideDesk, TemplateView):
    template_name = "marketplace_pages/admin/delete_permit.html"
    page_title = gettext_lazy("Delete the permit")

    def steps_between(self) -> list[dict]:
        return [{"url": reverse(f"{NAMESPACE}:permits"), "label": LIST_TITLE}]

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(**{**kwargs, "permit": self.permit})

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        acts.delete(self.permit, request.user)
        messages.success(request, _("The permit and its proof are deleted."))
        return redirect(f"{NAMESPACE}:permits")


class ProofView(OnePermit, View):
    """The paper itself, for the village, the producer and portal staff; no cache keeps it."""

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        name = self.permit.proof.name
        ending = PurePath(name).suffix
        if not name or not self.permit.proof.storage.exists(name):
            raise Http404
        note(self.business, "look_at_proof", request.user, kind=self.permit.kind)
        answer = FileResponse(
            self.permit.proof.open("rb"),
            content_type=CONTENT_TYPES.get(ending, "application/octet-stream"),
            filename=f"izin-{self.permit.pk}{ending}",
            # A PDF is opened by its own program, not within the admin.
            as_attachment=ending not in {".jpg", ".webp"},
        )
        answer["X-Content-Type-Options"] = "nosniff"
        answer["Content-Security-Policy"] = PROOF_POLICY
        add_never_cache_headers(answer)
        return answer
