"""Writing a report, and reading one."""

import datetime as dt
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from liennganh.audit.queries import history_of
from liennganh.errors import DomainError, WrongStateError
from liennganh.programmes.models import TrackedIndicator
from liennganh.reporting import rules
from liennganh.reporting.actions import (
    StaleReportError,
    fill_nil,
    save_report,
    submit_report,
)
from liennganh.reporting.actions.reports import gaps
from liennganh.reporting.cells import field_name
from liennganh.reporting.expected import asked_in
from liennganh.reporting.forms import TEXTS, ReportForm, cell_text
from liennganh.reporting.models import Report, ReportState, ReportVersion
from liennganh.reporting.plausibility import doubts
from liennganh.reporting.queries import lateness_of, latest_review
from liennganh.reporting.queries.pages import cells_now, cells_of_version, last_period
from liennganh.reporting.sources import typed_sentence
from liennganh.reporting.views.conflicts import Difference, differences_of, with_choices
from liennganh.reporting.views.requests import Request, report_or_404
from liennganh.reporting.views.standing import read_only_sentence
from liennganh.ui.asked import whole_number


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: Request, pk: int) -> HttpResponse:
    """Show and save the form of a report."""
    report = report_or_404(request, pk)
    if not rules.is_reporter(request.user, report):
        raise PermissionDenied
    if not rules.may_edit(request.user, report):
        # The page to read says why and whom to ask; what was typed meanwhile is told apart.
        if request.method == "POST":
            messages.error(
                request, _("Chưa lưu được phần anh/chị mới nhập: báo cáo chỉ còn để xem.")
            )
        return redirect("reporting:report", pk=report.pk)
    asked = asked_in(report.round.programme).of(report.agency_id)
    if request.method == "POST":
        return _save(request, report, asked)
    return _form_page(request, report, _form(report, asked))


def _form(
    report: Report, asked: list[TrackedIndicator], data: QueryDict | None = None
) -> ReportForm:
    review = latest_review(report) if report.state == ReportState.RETURNED else None
    return ReportForm(
        data,
        report=report,
        asked=asked,
        previous=last_period(report)[1],
        remarks=review.cells if review is not None else {},
    )


def _save(request: Request, report: Report, asked: list[TrackedIndicator]) -> HttpResponse:
    data = with_choices(request.POST, report, asked)
    form = _form(report, asked, data)
    valid = form.is_valid()
    if "version" not in form.cleaned_data:
        return _form_page(request, report, form, status=422)
    now = timezone.now()
    try:
        save_report(
            by=request.user,
            report=report,
            cells=form.cells,
            narrative=form.narrative,
            version=form.cleaned_data["version"],
            at=now,
        )
    except StaleReportError as error:
        if differences := differences_of(report, asked, form):
            return _conflict_page(request, report, form, data, error, differences)
        # What is stored is what was typed: the page's own saving came first. Go on from there.
    if not valid:
        return _kept_page(request, report, form, data)
    return _go_on(request, report, form, data, now)


def _go_on(
    request: Request, report: Report, form: ReportForm, data: QueryDict, now: dt.datetime
) -> HttpResponse:
    """Do what the pressed button says with a report that is saved."""
    what = data.get("do")
    if what == "nil":
        filled = fill_nil(by=request.user, report=report, version=report.version, at=now)
        messages.success(request, _nil_message(filled, len(gaps(report))))
        return redirect("reporting:edit", pk=report.pk)
    if what != "submit":
        messages.success(request, _("Đã lưu nháp, chưa gửi."))
        return redirect("reporting:edit", pk=report.pk)
    if gaps(report) or _unexplained(report, form):
        return _kept_page(request, report, form, data)
    try:
        submit_report(by=request.user, report=report, version=report.version, at=now)
    except WrongStateError:
        raise
    except DomainError as error:
        form.add_error(error.field if error.field in form.fields else None, error.message)
        return _kept_page(request, report, form, data)
    messages.success(
        request,
        _(
            "Đã gửi báo cáo tới %(lead)s; đang chờ duyệt. "
            "Nếu bị trả lại, việc sẽ hiện ở trang Việc của tôi."
        )
        % {"lead": report.round.programme.lead_agency},
    )
    return redirect("reporting:report", pk=report.pk)


def _nil_message(filled: int, left: int) -> str:
    done = _("Đã ghi “không phát sinh” cho %(count)d ô còn trống.") % {"count": filled}
    if not left:
        return done
    rest = _("Còn %(count)d ô phải tự điền: tỷ lệ và số tại thời điểm.") % {"count": left}
    return f"{done} {rest}"


def _kept_page(request: Request, report: Report, form: ReportForm, data: QueryDict) -> HttpResponse:
    """Show the form again with what is wrong; every cell that could be read is saved by now.

    Who meant to send sees the blank cells marked as well.
    """
    data["version"] = str(report.version)
    kept = "submit" if data.get("do") == "submit" else "save"
    for tracked, field in gaps(report) if kept == "submit" else ():
        # A wrong cell is not stored, hence blank as well: what is wrong with it is said already.
        if not form.is_wrong(tracked):
            form.add_error(
                form.place_of(tracked, field), _("Ô còn trống. Điền số hoặc chọn trạng thái.")
            )
    for key, why in _unexplained(report, form).items() if kept == "submit" else ():
        form.add_error(field_name(key, "note"), f"{why} {_('Ghi lý do vào ô ghi chú.')}")
    return _form_page(request, report, form, kept=kept, status=422)


def _unexplained(report: Report, form: ReportForm) -> dict[int, str]:
    """Return which figures surprise and have no note that says why."""
    found = doubts(report, list(form.asked), form.cells)
    return {key: why for key, why in found.items() if not form.cells[key].note.strip()}


def _form_page(
    request: Request,
    report: Report,
    form: ReportForm,
    *,
    differences: list[Difference] | None = None,
    kept: str = "",
    status: int = 200,
) -> HttpResponse:
    asked = asked_in(report.round.programme)
    review = latest_review(report) if report.state == ReportState.RETURNED else None
    return render(
        request,
        "reporting/edit.html",
        {
            "report": report,
            "form": form,
            "differences": differences or [],
            "kept": kept,
            "review": review,
            "previous_label": last_period(report)[0],
            "lateness": lateness_of(report, timezone.localdate()),
            "from_registers": [
                (tracked, typed_sentence(tracked.indicator.register))
                for tracked in asked.from_registers
            ],
        },
        status=status,
    )


def _conflict_page(
    request: Request,
    report: Report,
    form: ReportForm,
    data: QueryDict,
    error: DomainError,
    differences: list[Difference],
) -> HttpResponse:
    """Show both versions, field by field; saving again is with the version seen here."""
    data["version"] = str(report.version)
    form.add_error(None, error.message)
    return _form_page(request, report, form, differences=differences, status=409)


@require_POST
def autosave(request: Request, pk: int) -> HttpResponse:
    """Save what can be read of a draft, and say when; used by the page while somebody types."""
    report = report_or_404(request, pk)
    asked = asked_in(report.round.programme).of(report.agency_id)
    form = _form(report, asked, request.POST.copy())
    valid = form.is_valid()
    now = timezone.now()
    context: dict[str, Any] = {"at": now, "wrong": 0 if valid else len(form.errors)}
    try:
        save_report(
            by=request.user,
            report=report,
            cells=form.cells,
            narrative=form.narrative,
            # Without a version nothing is known of what was read: 0 is never the stored one.
            version=form.cleaned_data.get("version", 0),
            at=now,
        )
    except DomainError as error:
        context["problem"] = error.message
    context["report"] = report
    status = 200 if valid and "problem" not in context else 422
    return render(request, "reporting/_saved.html", context, status=status)


@require_GET
def detail(request: Request, pk: int) -> HttpResponse:
    """Show a report to read, with its versions and reviews; to reviewers, with what they can do."""
    report = report_or_404(request, pk)
    user = request.user
    versions = list(report.versions.select_related("by"))
    shown = _shown_version(request, report, versions)
    readable = rules.may_read_contents(user, report) or shown is not None
    cells = cells_of_version(shown.content) if shown else cells_now(report) if readable else []
    narrative = shown.content["narrative"] if shown else asdict_of(report) if readable else {}
    before_label, before = last_period(report) if readable else ("", {})
    asked = asked_in(report.round.programme).of(report.agency_id) if cells else []
    surprising = doubts(report, asked, {c.tracked_id: c.cell for c in cells})
    return render(
        request,
        "reporting/report.html",
        {
            "report": report,
            "readable": readable,
            "shown": shown,
            "rows": [
                (
                    c,
                    cell_text(c.cell),
                    cell_text(before[c.tracked_id]) if c.tracked_id in before else "",
                    surprising.get(c.tracked_id, ""),
                )
                for c in cells
            ],
            "before_label": before_label,
            "texts": [
                (ReportForm.base_fields[text].label, narrative.get(text, ""))
                for text in TEXTS
                if narrative.get(text)
            ],
            "versions": versions,
            "reviews": report.reviews.select_related("by"),
            "lateness": lateness_of(report, timezone.localdate()),
            "may_edit": rules.may_edit(user, report),
            "read_only": read_only_sentence(report) if rules.is_reporter(user, report) else "",
            "may_return": rules.may_return(user, report),
            "may_approve": rules.may_approve(user, report),
            "own_submission": report.submitted_by_id == user.pk,
            "may_reopen": rules.may_reopen(user, report),
            "events": history_of(report),
        },
    )


def asdict_of(report: Report) -> dict[str, str]:
    """Return the four texts of a report."""
    return {text: getattr(report, text) for text in TEXTS}


def _shown_version(
    request: Request, report: Report, versions: list[ReportVersion]
) -> ReportVersion | None:
    """Return the version that the address asks for.

    A reviewer who looks at a report that is back with its agency sees what was sent last.
    """
    if (number := whole_number(request.GET.get("v"))) is not None:
        return get_object_or_404(report.versions, number=number)
    if rules.may_read_contents(request.user, report) or not versions:
        return None
    return versions[0]
