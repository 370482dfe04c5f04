"""Signing in and out, one's password, one's own page."""

from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, logout, update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django_htmx.http import HttpResponseClientRedirect
from django_htmx.middleware import HtmxDetails

from liennganh.accounts import pending
from liennganh.accounts.actions import change_password, record_sign_in
from liennganh.accounts.forms import ChangePasswordForm, FirstPasswordForm, SignInForm
from liennganh.accounts.models import User
from liennganh.errors import DomainError
from liennganh.ui.links import safe_next

BACKEND = "django.contrib.auth.backends.ModelBackend"


class PersonRequest(HttpRequest):
    """A request of somebody who has signed in."""

    user: User
    htmx: HtmxDetails


def _home() -> str:
    try:
        return resolve_url(settings.LOGIN_REDIRECT_URL)
    except NoReverseMatch:
        return "/"


def _enter(request: HttpRequest, user: User, to: str) -> HttpResponse:
    login(request, user, backend=BACKEND)
    record_sign_in(by=user, at=timezone.now())
    return redirect(to)


@login_not_required
@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def sign_in(request: PersonRequest) -> HttpResponse:
    """Ask for name and password, then go on to where the person was going."""
    if request.htmx and request.method == "GET":
        # The session ended under a page: the page itself has to leave, not a corner of it.
        query = urlencode({"next": request.htmx.current_url_abs_path or ""})
        return HttpResponseClientRedirect(f"{reverse('accounts:sign_in')}?{query}")
    wanted = safe_next(request, request.POST.get("next") or request.GET.get("next"), "")
    if request.user.is_authenticated:
        return redirect(wanted or _home())
    form = SignInForm(request, data=request.POST or None)
    if request.method == "POST" and form.is_valid():
        user = form.get_user()
        assert isinstance(user, User)  # noqa: S101 - AUTH_USER_MODEL says so
        if user.must_change_password:
            pending.start(request.session, user, timezone.now())
            return redirect(f"{reverse('accounts:first_password')}?{urlencode({'next': wanted})}")
        return _enter(request, user, wanted or _home())
    return render(request, "accounts/sign_in.html", {"form": form, "next": wanted})


@login_not_required
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def first_password(request: HttpRequest) -> HttpResponse:
    """Ask for the person's own password before the first session begins."""
    at = timezone.now()
    wanted = safe_next(request, request.POST.get("next") or request.GET.get("next"), "")
    user = pending.find(request.session, at)
    if user is None:
        messages.info(request, _("Đăng nhập lại bằng mật khẩu được cấp để đặt mật khẩu của mình."))
        return redirect("accounts:sign_in")
    form = FirstPasswordForm(user, data=request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            change_password(by=user, password=form.cleaned_data["new_password1"], at=at)
        except DomainError as error:
            form.add_error(error.field, error.message)
        else:
            pending.clear(request.session)
            return _enter(request, user, wanted or _home())
    return render(request, "accounts/first_password.html", {"form": form, "next": wanted})


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session; for a quick change of user, come back to the same page afterwards."""
    wanted = safe_next(request, request.POST.get("next"), "")
    logout(request)
    address = reverse("accounts:sign_in")
    if request.POST.get("then") == "other" and wanted:
        address = f"{address}?{urlencode({'next': wanted})}"
    response = redirect(address)
    # Browsers that know this header also forget kept pages and drafts (base.js does so by itself).
    response["Clear-Site-Data"] = '"cache", "storage"'
    return response


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def password(request: PersonRequest) -> HttpResponse:
    """Change one's password; other sessions of the same person end, this one goes on."""
    form = ChangePasswordForm(request.user, data=request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            change_password(
                by=request.user, password=form.cleaned_data["new_password1"], at=timezone.now()
            )
        except DomainError as error:
            form.add_error(error.field, error.message)
        else:
            update_session_auth_hash(request, request.user)
            messages.success(
                request, _("Đã đổi mật khẩu. Các máy khác đang đăng nhập sẽ phải đăng nhập lại.")
            )
            return redirect("accounts:account")
    return render(request, "accounts/password.html", {"form": form})


@require_safe
def account(request: PersonRequest) -> HttpResponse:
    """Show who I am and which hats I may wear."""
    hats = request.user.memberships.current().select_related("agency__unit")
    return render(request, "accounts/account.html", {"person": request.user, "memberships": hats})
