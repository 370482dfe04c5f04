"""The list of plans and readings, uploading, and what to do with a file that could not be read."""

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from liennganh.agencies.queries import hat_of
from liennganh.audit.queries import history_of
from liennganh.errors import DomainError
from liennganh.plans import actions
from liennganh.plans.forms import PasteForm, UploadForm
from liennganh.plans.models import IntakeState
from liennganh.plans.queries import search_plans, unfinished_intakes
from liennganh.plans.rules import may_upload
from liennganh.plans.uploading import LimitedUpload
from liennganh.plans.views.fetching import SignedInRequest, get_intake, page_of
from liennganh.ui.asked import whole_number

_PAGE = 25
_YEAR = 4


@require_GET
def list_plans(request: SignedInRequest) -> HttpResponse:
    """Show the confirmed plans, with search, and above them the readings that want work."""
    text = request.GET.get("tim", "").strip()
    year = request.GET.get("nam", "").strip()
    found = search_plans(
        request.user, text=text, year=whole_number(year) if len(year) == _YEAR else None
    )  # fmt: skip
    page = Paginator(found, _PAGE).get_page(request.GET.get("page"))
    context = {
        "page_obj": page,
        "text": text,
        "year": year,
        "intakes": unfinished_intakes(request.user)[:50],
        "may_upload": may_upload(request.user),
    }
    return render(request, "plans/list.html", context)


@csrf_exempt
@require_http_methods(["GET", "POST"])
def upload(request: SignedInRequest) -> HttpResponse:
    """Receive one file. The token is checked inside: the limit has to stand before the body is read."""
    if not may_upload(request.user):
        raise PermissionDenied
    limit = LimitedUpload(request)
    request.upload_handlers.insert(0, limit)
    return _upload(request, limit)


@csrf_protect
def _upload(request: SignedInRequest, limit: LimitedUpload) -> HttpResponse:
    if request.method != "POST":
        return _upload_page(request, UploadForm())
    form = UploadForm(request.POST, request.FILES)
    if limit.too_large:
        form.errors["file"] = form.error_class([actions.too_large_message()])
        return _upload_page(request, form)
    hat = hat_of(request.user)
    if not form.is_valid() or hat is None:
        return _upload_page(request, form)
    file = form.cleaned_data["file"]
    try:
        intake = actions.start_intake(
            by=request.user,
            agency=hat.agency,
            filename=file.name,
            content=file.read(),
            at=timezone.now(),
        )
    except DomainError as error:
        form.add_error("file", error.message)
        return _upload_page(request, form)
    return redirect(page_of(intake))


def _upload_page(request: SignedInRequest, form: UploadForm) -> HttpResponse:
    megabytes = max(1, settings.MAX_UPLOAD_BYTES // (1024 * 1024))
    return render(request, "plans/upload.html", {"form": form, "megabytes": megabytes})


@require_GET
def failed(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say why a file could not be read and offer the ways on."""
    intake = get_intake(request, pk)
    if intake.state not in (IntakeState.FAILED, IntakeState.DISCARDED):
        return redirect(page_of(intake))
    return _failed_page(request, pk, PasteForm(initial={"text": intake.text}))


def _failed_page(request: SignedInRequest, pk: int, form: PasteForm) -> HttpResponse:
    intake = get_intake(request, pk)
    context = {"intake": intake, "form": form, "events": history_of(intake)[:50]}
    return render(request, "plans/failed.html", context)


@require_POST
def retry(request: SignedInRequest, pk: int) -> HttpResponse:
    """Read again: the file, the text kept of it ("insist"), or a pasted text."""
    intake = get_intake(request, pk)
    pasted = "text" in request.POST
    form = PasteForm(request.POST if pasted else None)
    if pasted and not form.is_valid():
        return _failed_page(request, pk, form)
    try:
        intake = actions.retry_intake(
            by=request.user,
            intake=intake,
            at=timezone.now(),
            text=form.cleaned_data["text"] if pasted else None,
            insist="insist" in request.POST,
        )
    except DomainError as error:
        if error.field in form.fields:
            form.add_error(error.field, error.message)
            return _failed_page(request, pk, form)
        # A secret text: the reading is gone with its file.
        messages.error(request, error.message)
        return redirect("plans:list")
    if intake.state == IntakeState.FAILED:
        messages.warning(request, _("Vẫn chưa đọc được. Lý do ghi bên dưới."))
    return redirect(page_of(intake))


@require_POST
def discard(request: SignedInRequest, pk: int) -> HttpResponse:
    """Give a reading up."""
    intake = actions.discard_intake(
        by=request.user, intake=get_intake(request, pk), at=timezone.now()
    )
    messages.success(request, _("Đã bỏ lượt đọc “%(name)s”.") % {"name": intake})
    return redirect("plans:list")
