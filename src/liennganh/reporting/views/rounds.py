"""A round: who has reported, what it adds up to, closing it."""

import datetime as dt
from dataclasses import dataclass
from typing import cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from liennganh.audit.queries import history_of
from liennganh.errors import DomainError, WrongStateError
from liennganh.reporting import rules
from liennganh.reporting.actions import close_round, open_ad_hoc_round, reopen_round, set_due
from liennganh.reporting.brief import for_the_lead
from liennganh.reporting.expected import asked_in
from liennganh.reporting.forms import AdHocForm, DueForm, FilterForm
from liennganh.reporting.frozen import FigureView, TargetResult, snapshot_of
from liennganh.reporting.models import ReportState, Round
from liennganh.reporting.queries import completeness, figures, lateness_of, target_results
from liennganh.reporting.queries.pages import reports_of_round
from liennganh.reporting.views.requests import Request, programme_or_404, round_or_404

PER_PAGE = 50


@require_safe
def detail(request: Request, pk: int) -> HttpResponse:
    """Show who has reported; to those who see the whole, figures and targets as well."""
    round_ = round_or_404(request, pk)
    user, today = request.user, timezone.localdate()
    whole = rules.may_see_whole(user, round_.programme)
    filters = FilterForm(request.GET)
    chosen = filters.cleaned_data if filters.is_valid() else {}
    reports = reports_of_round(user, round_, today, **chosen)
    page = Paginator(reports, PER_PAGE).get_page(request.GET.get("page"))
    asked = asked_in(round_.programme)
    views = figures(round_.programme, round=round_) if whole else []
    return render(
        request,
        "reporting/round.html",
        {
            "round": round_,
            "programme": round_.programme,
            "filters": filters,
            "page_obj": page,
            "rows": [
                (
                    report,
                    lateness_of(report, today),
                    len(asked.of(report.agency_id)),
                    rules.may_approve(user, report),
                )
                for report in page
            ],
            "whole": whole,
            "done": completeness(round_),
            "figures": _figures(round_, views, today),
            "snapshot": snapshot_of(round_) if whole else None,
            "due_form": DueForm(),
            "may_set_due": round_.due_on is None
            and round_.state == "open"
            and rules.may_manage_rounds(user, round_.programme),
            "may_close": rules.may_close(user, round_),
            "may_reopen": rules.may_reopen_round(user, round_),
            "events": history_of(round_),
        },
    )


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure, the targets held against it, and the sentence that explains both."""

    view: FigureView
    targets: tuple[TargetResult, ...]
    sentence: str


def _figures(round_: Round, views: list[FigureView], today: dt.date) -> list[FigureRow]:
    if not views:
        return []
    held: dict[int, list[TargetResult]] = {}
    for one in target_results(round_.programme, round=round_, today=today, views=views):
        held.setdefault(one.tracked_id, []).append(one)
    rows = []
    for view in views:
        targets = held.get(view.definition.tracked_id, [])
        # The sentence of a target says how the figure came about as well.
        sentences = [one.attainment.sentence for one in targets] or [view.sentence]
        rows.append(FigureRow(view, tuple(targets), for_the_lead(" ".join(sentences), view)))
    return rows


@require_POST
def due(request: Request, pk: int) -> HttpResponse:
    """Give a round its day."""
    round_ = round_or_404(request, pk)
    if not rules.may_manage_rounds(request.user, round_.programme):
        raise PermissionDenied
    form = DueForm(request.POST)
    if not form.is_valid():
        messages.error(request, " ".join(str(error) for error in form.errors["due_on"]))
        return redirect("reporting:round", pk=pk)
    try:
        set_due(
            by=request.user, round=round_, due_on=form.cleaned_data["due_on"], at=timezone.now()
        )
    except WrongStateError:
        raise
    except DomainError as error:
        messages.error(request, error.message)
    else:
        messages.success(request, _("Đã đặt hạn nộp."))
    return redirect("reporting:round", pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
def close(request: Request, pk: int) -> HttpResponse:
    """Ask before closing, naming who has not been approved; then close."""
    round_ = round_or_404(request, pk)
    if not rules.is_lead_officer(request.user, round_.programme):
        raise PermissionDenied
    rules.demand_open(round_)
    problem = ""
    if request.method == "POST":
        try:
            close_round(
                by=request.user,
                round=round_,
                at=timezone.now(),
                confirmed_missing="confirmed_missing" in request.POST,
            )
        except WrongStateError:
            raise
        except DomainError as error:
            problem = error.message
        else:
            messages.success(request, _("Đã khóa kỳ và lưu số liệu."))
            return redirect("reporting:round", pk=pk)
    missing = round_.reports.exclude(state=ReportState.APPROVED).select_related("agency")
    return render(
        request,
        "reporting/close.html",
        {
            "round": round_,
            "missing": missing,
            "own_missing": any(
                report.agency_id == round_.programme.lead_agency_id for report in missing
            ),
            "done": completeness(round_),
            "problem": problem,
        },
        status=422 if problem else 200,
    )


@require_POST
def reopen(request: Request, pk: int) -> HttpResponse:
    """Open a closed round again."""
    round_ = round_or_404(request, pk)
    try:
        reopen_round(
            by=request.user,
            round=round_,
            reason=request.POST.get("reason", ""),
            at=timezone.now(),
        )
    except WrongStateError:
        raise
    except DomainError as error:
        messages.error(request, error.message)
    else:
        messages.success(request, _("Đã mở lại kỳ. Bản đã khóa trước đây vẫn được giữ."))
    return redirect("reporting:round", pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
def ad_hoc(request: Request, key: str) -> HttpResponse:
    """Open a round that no calendar asked for."""
    programme = programme_or_404(request, key)
    if not rules.may_manage_rounds(request.user, programme):
        raise PermissionDenied
    form = AdHocForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        days = form.cleaned_data
        try:
            round_ = open_ad_hoc_round(
                by=request.user,
                programme=programme,
                label=days["label"],
                starts_on=cast("dt.date", days["starts_on"]),
                ends_on=cast("dt.date", days["ends_on"]),
                due_on=days["due_on"],
                at=timezone.now(),
            )
        except DomainError as error:
            form.add_error(error.field if error.field in form.fields else None, error.message)
        else:
            messages.success(request, _("Đã mở kỳ “%(round)s”.") % {"round": round_})
            return redirect("reporting:round", pk=round_.pk)
    status = 422 if form.errors else 200
    return render(
        request, "reporting/ad_hoc.html", {"programme": programme, "form": form}, status=status
    )
