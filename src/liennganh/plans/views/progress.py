"""The page on which an officer waits for a scan to be read."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST
from django_htmx.http import HttpResponseClientRedirect

from liennganh.agencies.queries import hat_of
from liennganh.errors import WrongStateError
from liennganh.plans import actions
from liennganh.plans.intake import SecretError
from liennganh.plans.models import IntakeState
from liennganh.plans.reading_progress import progress_of_reading, was_refused
from liennganh.plans.views.fetching import SignedInRequest, get_intake, page_of


@require_GET
def progress(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show how far the reading is; once it has ended, lead to where work goes on."""
    try:
        intake = get_intake(request, pk)
    except Http404:
        return _refused(request, pk)
    if intake.state != IntakeState.READING:
        return _go(request, page_of(intake))
    context = {"intake": intake, "progress": progress_of_reading(intake)}
    fragment = request.headers.get("HX-Request") == "true"
    template = "plans/_progress.html" if fragment else "plans/progress.html"
    return render(request, template, context)


def _refused(request: SignedInRequest, pk: int) -> HttpResponse:
    """Tell the officer who waits for it why a reading is gone."""
    hat = hat_of(request.user)
    if hat is None or not was_refused(pk, hat.agency_id):
        raise Http404
    messages.error(
        request,
        _(
            "Bản quét có dấu chỉ mức độ mật nên không được đưa vào hệ thống này. Tệp và nội dung đã "
            "được xóa. Hãy xử lý văn bản theo chế độ bảo vệ bí mật nhà nước."
        ),
    )
    return _go(request, "plans:list")


def _go(request: SignedInRequest, where: str) -> HttpResponse:
    answer = redirect(where)
    if request.headers.get("HX-Request") == "true":
        return HttpResponseClientRedirect(answer.url)
    return answer


@require_POST
def reread(request: SignedInRequest, pk: int, number: int) -> HttpResponse:
    """Read a page again that could not be read."""
    intake = get_intake(request, pk)
    try:
        actions.reread_page(by=request.user, intake=intake, number=number, at=timezone.now())
    except WrongStateError as error:
        messages.error(request, error.message)
    return redirect("plans:progress", pk)


@require_POST
def end(request: SignedInRequest, pk: int) -> HttpResponse:
    """Go on to the review with what has been read."""
    intake = get_intake(request, pk)
    try:
        intake = actions.end_reading(by=request.user, intake=intake, at=timezone.now())
    except SecretError as error:
        messages.error(request, error.message)
        return redirect("plans:list")
    except WrongStateError as error:
        messages.error(request, error.message)
        return redirect("plans:progress", pk)
    return redirect(page_of(intake))
