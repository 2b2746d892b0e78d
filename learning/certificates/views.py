"""The pages of certificates: to claim one, the holder's own, and the public check. None sets a cookie.

Who has a private link needs no other proof: its signature is one. The public pages say no more than name,
course, date and issuer, and of a code that is not there nothing at all.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from learning.models import Certificate
from sites import limits, private_answers
from sites.frame import frame_for
from sites.readers_forms import in_shown_language, is_from_elsewhere, see_other
from sites.views import form_refused

from . import acts, links
from .codes import read_code
from .forms import ClaimForm, CodeForm
from .pdf import pdf_of

page_methods = require_http_methods(["GET", "HEAD", "POST"])

# Only codes that are not there count, so that somebody can check those of a whole school.
WRONG_CODES = limits.Limits("learning.certificate", 30, 120, 600)


def answer(request: HttpRequest, name: str, status: int = 200, **context) -> HttpResponse:
    return private_answers.answer(request, f"learning/certificates/{name}.html", status, **context)


@require_safe
def codes(request: HttpRequest) -> HttpResponse:
    """Ask for a code. It may stand in the address: it is printed for everybody to read."""
    if elsewhere := in_shown_language(request, "certificate_codes"):
        return elsewhere
    form = CodeForm(request.GET if "code" in request.GET else None, label_suffix="")
    if form.is_valid():
        return redirect("certificate", form.cleaned_data["code"])
    return answer(request, "codes", form=form)


@never_cache
@require_safe
def check(request: HttpRequest, code: str) -> HttpResponse:
    """Whether a certificate is genuine. Any site answers for those of all; each names its issuer."""
    if elsewhere := in_shown_language(request, "certificate", code):
        return elsewhere
    meant = read_code(code)
    if meant and meant != code:
        return redirect("certificate", meant)
    certificate = Certificate.objects.filter(code=meant).first() if meant else None
    if certificate is None:
        return _unknown(request, code)
    return answer(request, "check", certificate=certificate)


def _unknown(request: HttpRequest, code: str) -> HttpResponse:
    if not limits.allows(request, f"certificates-{frame_for(request).site.pk}", WRONG_CODES):
        return answer(request, "too_many", status=429)
    return answer(request, "unknown", status=404, form=CodeForm(initial={"code": code}, label_suffix=""))


@never_cache
@csrf_exempt  # the signed link is the proof, and `is_from_elsewhere` does the rest
@page_methods
def claim(request: HttpRequest, token: str) -> HttpResponse:
    """Ask for the name, and make the certificate; there is one for each quiz that was passed."""
    if elsewhere := in_shown_language(request, "certificate_claim", token):
        return elsewhere
    site = frame_for(request).site
    attempt = links.attempt_of(site, token)
    if attempt is None:
        return answer(request, "bad_link", status=404)
    if certificate := Certificate.objects.filter(attempt=attempt).first():
        return see_other(links.holder_url(certificate, site))
    if request.method == "POST" and is_from_elsewhere(request):
        return form_refused(request)
    form = ClaimForm(request.POST if request.method == "POST" else None, label_suffix="")
    if form.is_valid():
        return see_other(links.holder_url(acts.issue(attempt, form.cleaned_data["name"]), site))
    return answer(request, "claim", form=form, course=attempt.course, kept_until=acts.name_kept_until())


@never_cache
@require_safe
def mine(request: HttpRequest, token: str) -> HttpResponse:
    """The holder's own page: the file, the address to show others, and a way to erase the name."""
    if elsewhere := in_shown_language(request, "certificate_mine", token):
        return elsewhere
    certificate = links.certificate_of(frame_for(request).site, token)
    if certificate is None:
        return answer(request, "bad_link", status=404)
    return answer(
        request,
        "mine",
        certificate=certificate,
        check_url=links.check_url(certificate),
        pdf_url=reverse("certificate_pdf", args=[token]) if certificate.is_printable else "",
        erase_url=reverse("certificate_erase", args=[token]) if certificate.name else "",
    )


@never_cache
@require_safe
def pdf(request: HttpRequest, token: str) -> HttpResponse:
    certificate = links.certificate_of(frame_for(request).site, token)
    if certificate is None or not certificate.is_printable:
        return answer(request, "bad_link", status=404)
    response = HttpResponse(pdf_of(certificate), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="sertifikat-{certificate.code}.pdf"'
    return private_answers.kept_private(response)


@never_cache
@csrf_exempt  # the signed link is the proof
@page_methods
def erase(request: HttpRequest, token: str) -> HttpResponse:
    """Only the button erases: programs open links by themselves."""
    if elsewhere := in_shown_language(request, "certificate_erase", token):
        return elsewhere
    certificate = links.certificate_of(frame_for(request).site, token)
    if certificate is None:
        return answer(request, "bad_link", status=404)
    back = reverse("certificate_mine", args=[token])
    if request.method == "POST":
        acts.erase_name(certificate)
        return see_other(back)
    if not certificate.name:
        return redirect(back)
    return answer(request, "erase", certificate=certificate, back_url=back)
