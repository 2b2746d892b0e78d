"""The pages of readers. None sets a cookie, and so none can carry Django's secret for forms.

Who has a link from a letter needs none: its signature is the proof. The form to sign up acts for nobody who
has logged in; it is refused only where a page of another site has sent it.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from sites import private_answers
from sites.frame import frame_for
from sites.models import Subscription
from sites.readers_forms import in_shown_language, is_from_elsewhere
from sites.views import form_refused

from . import acts, limits, tokens
from .forms import PreferencesForm, SignUpForm
from .neighbours import villages_by_district

page_methods = require_http_methods(["GET", "HEAD", "POST"])


def answer(request: HttpRequest, name: str, status: int = 200, **context) -> HttpResponse:
    context |= {"kept_days": Subscription.UNCONFIRMED_DAYS}
    return private_answers.answer(request, f"sites/newsletter/{name}.html", status, **context)


@csrf_exempt  # see the top; `is_from_elsewhere` does what matters here
@page_methods
def sign_up(request: HttpRequest) -> HttpResponse:
    """Ask for the newsletter of the site; the answer is the same for known addresses and new ones."""
    frame = frame_for(request)
    if elsewhere := in_shown_language(request, "newsletter"):
        return elsewhere
    if request.method != "POST":
        return _shown(request, SignUpForm())
    if is_from_elsewhere(request):
        return form_refused(request)
    form = SignUpForm(request.POST)
    if form.is_of_a_program:
        return redirect("newsletter_sent")
    if not form.is_valid():
        return _shown(request, form)
    if not limits.allows(request, frame.site):
        return answer(request, "too_many", status=429)
    wishes = form.cleaned_data
    acts.sign_up(frame.site, wishes["email"], get_language(), wishes["frequency"], wishes["kinds"])
    return redirect("newsletter_sent")


def _shown(request: HttpRequest, form: SignUpForm) -> HttpResponse:
    """The form; on the portal also the ways to those of the villages."""
    districts = villages_by_district() if frame_for(request).is_portal else []
    return answer(request, "sign_up", form=form, districts=districts)


@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    return answer(request, "sent")


@never_cache
@csrf_exempt  # the signed link is the proof
@page_methods
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Only the button confirms: programs that look at letters open every link in them."""
    subscription = _named(request, tokens.CONFIRM, token)
    if subscription is None:
        return answer(request, "bad_link", status=404)
    if request.method == "POST":
        acts.confirm(subscription)
        return redirect(_page(subscription, tokens.PREFERENCES) + "?confirmed")
    return answer(request, "confirm", subscription=subscription)


@never_cache
@csrf_exempt  # as above
@page_methods
def preferences(request: HttpRequest, token: str) -> HttpResponse:
    subscription = _named(request, tokens.PREFERENCES, token)
    if subscription is None:
        return answer(request, "bad_link", status=404)
    languages = frame_for(request).settings.languages
    form = PreferencesForm(request.POST or None, subscription=subscription, languages=languages)
    if request.method == "POST" and form.is_valid():
        if not form.save(subscription):
            return answer(request, "bad_link", status=404)
        return redirect(request.path + "?saved")
    said = next((word for word in ("confirmed", "saved") if word in request.GET), "")
    leave_url = _page(subscription, tokens.UNSUBSCRIBE)
    return answer(
        request, "preferences", form=form, said=said, leave_url=leave_url, subscription=subscription
    )


@never_cache
@csrf_exempt  # RFC 8058: mail programs send it without cookies
@page_methods
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """A reader is asked once more; a mail program that posts here takes the subscriber out at once."""
    subscription = _named(request, tokens.UNSUBSCRIBE, token)
    if subscription is None:
        return answer(request, "bad_link", status=404)
    if request.method == "POST":
        acts.leave(subscription)
        # A mail program follows no redirect (RFC 8058, 3.1); a reader may load the page again.
        is_program = "List-Unsubscribe" in request.POST
        return answer(request, "left") if is_program else redirect("newsletter_left")
    return answer(request, "unsubscribe", subscription=subscription)


@require_safe
def left(request: HttpRequest) -> HttpResponse:
    return answer(request, "left")


def _named(request: HttpRequest, purpose: str, token: str) -> Subscription | None:
    """The subscription that a link names, at the host of its own site; None also when it is erased."""
    site = frame_for(request).site
    key = tokens.read(site, purpose, token)
    return Subscription.objects.filter(pk=key, site=site).first() if key else None


def _page(subscription: Subscription, purpose: str) -> str:
    return reverse(purpose, args=[tokens.token(subscription, purpose)])
