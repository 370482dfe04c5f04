"""The lead agency's answers: return, approve, reopen."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from liennganh.errors import DomainError, WrongStateError
from liennganh.reporting.actions import (
    approve_report,
    approve_reports,
    reopen_report,
    return_report,
)
from liennganh.reporting.models import Report
from liennganh.reporting.queries import next_to_review, visible_to
from liennganh.reporting.rules import is_lead_officer
from liennganh.reporting.views.requests import Request, report_or_404, round_or_404
from liennganh.ui.asked import whole_number

_CELL = "cell-"


def _as_seen(request: Request, report: Report) -> Report:
    """Refuse who may not judge, and a report that has changed since the page was opened."""
    if not is_lead_officer(request.user, report.round.programme):
        raise PermissionDenied
    if request.POST.get("version") != str(report.version):
        raise WrongStateError(
            _("Báo cáo đã thay đổi từ khi anh/chị mở trang. Hãy mở lại trang, xem rồi quyết định.")
        )
    return report


@require_POST
def send_back(request: Request, pk: int) -> HttpResponse:
    """Return a report with a comment."""
    report = _as_seen(request, report_or_404(request, pk))
    cells = {
        number: str(text)
        for key, text in request.POST.items()
        if key.startswith(_CELL) and (number := whole_number(key.removeprefix(_CELL))) is not None
    }
    comment = request.POST.get("comment", "")
    try:
        return_report(
            by=request.user, report=report, comment=comment, cells=cells, at=timezone.now()
        )
    except WrongStateError:
        raise
    except DomainError as error:
        messages.error(request, error.message)
        return redirect("reporting:report", pk=pk)
    messages.success(request, _("Đã trả lại %(agency)s.") % {"agency": report.agency})
    return redirect("reporting:round", pk=report.round_id)


@require_POST
def approve(request: Request, pk: int) -> HttpResponse:
    """Approve one report, and lead on to the next of the round that waits."""
    report = _as_seen(request, report_or_404(request, pk))
    approve_report(
        by=request.user, report=report, comment=request.POST.get("comment", ""), at=timezone.now()
    )
    done = _("Đã duyệt báo cáo của %(agency)s.") % {"agency": report.agency}
    following = next_to_review(request.user, report)
    if following is None:
        messages.success(request, done)
        return redirect("reporting:round", pk=report.round_id)
    then = _("Tiếp theo là báo cáo của %(agency)s.") % {"agency": following.agency}
    messages.success(request, f"{done} {then}")
    return redirect("reporting:report", pk=following.pk)


@require_POST
def reopen(request: Request, pk: int) -> HttpResponse:
    """Give an approved report back to its agency."""
    report = _as_seen(request, report_or_404(request, pk))
    reopen_report(
        by=request.user, report=report, reason=request.POST.get("comment", ""), at=timezone.now()
    )
    messages.success(request, _("Đã mở lại báo cáo của %(agency)s.") % {"agency": report.agency})
    return redirect("reporting:report", pk=pk)


def _demand_as_seen(reports: list[Report], seen: dict[int, str]) -> None:
    for report in reports:
        if seen[report.pk] != str(report.version):
            raise WrongStateError(
                _("Báo cáo của %(agency)s đã thay đổi từ khi anh/chị mở trang. Hãy xem lại.")
                % {"agency": report.agency}
            )


@require_POST
def approve_many(request: Request, pk: int) -> HttpResponse:
    """Approve the ticked reports, all or none."""
    round_ = round_or_404(request, pk)
    if not is_lead_officer(request.user, round_.programme):
        raise PermissionDenied
    ticked = (pair.partition(":") for pair in request.POST.getlist("reports"))
    seen = {
        number: version
        for key, _sep, version in ticked
        if (number := whole_number(key)) is not None
    }
    reports = list(visible_to(request.user).filter(round=round_, pk__in=seen))
    try:
        _demand_as_seen(reports, seen)
        approve_reports(by=request.user, reports=reports, at=timezone.now())
    except DomainError as error:
        messages.error(request, _("Chưa duyệt báo cáo nào. %(why)s") % {"why": error.message})
    else:
        messages.success(request, _("Đã duyệt %(count)d báo cáo.") % {"count": len(reports)})
    return redirect("reporting:round", pk=pk)
