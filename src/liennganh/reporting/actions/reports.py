"""Writing a report and sending it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F, Max
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from liennganh.accounts.models import User
from liennganh.audit.actions import record
from liennganh.audit.verbs import Verb
from liennganh.errors import DomainError, WrongStateError
from liennganh.indicators.models import Flow
from liennganh.programmes.models import TrackedIndicator
from liennganh.reporting.cells import Cell, Narrative, check_cell, gap
from liennganh.reporting.expected import asked_in
from liennganh.reporting.models import (
    Basis,
    Observation,
    Report,
    ReportState,
    ReportVersion,
    Round,
    Status,
)
from liennganh.reporting.rules import EDITABLE, TRANSITIONS, demand_open, is_reporter

NAMED_GAPS = 5


class StaleReportError(WrongStateError):
    """Somebody else saved the report since it was opened; nothing of theirs was overwritten."""


def save_report(
    *,
    by: User,
    report: Report,
    cells: Mapping[int, Cell],
    narrative: Narrative | None,
    version: int,
    at: dt.datetime,
) -> Report:
    """Store a draft; cells that are not named stay as they are, a blank one is emptied.

    ``cells`` maps ids of tracked indicators to answers; ``version`` is the one that was read. In a
    round that is due before its figures are closed, a figure given before the last day of the
    period is an estimate of the whole, and one given later is actual.

    Raises:
        PermissionDenied: ``by`` does not report for this agency.
        WrongStateError: the report was sent, or its round is closed.
        StaleReportError: the report was saved by somebody else after ``version``.
        CellError: a cell contradicts itself (nothing is stored).
        DomainError: a cell belongs to an indicator that this agency is not asked for.

    """
    _demand_editable(by, report)
    asked = {t.pk: t for t in asked_in(report.round.programme).of(report.agency_id)}
    for tracked_id, cell in cells.items():
        if tracked_id not in asked:
            raise DomainError(_("Cơ quan không được giao báo cáo chỉ tiêu này."))
        check_cell(asked[tracked_id], cell)
    with transaction.atomic():
        _take_version(report, version, by, at, narrative)
        _store_cells(report, cells, at)
        record(by=by, verb=Verb.SAVE, obj=report, at=at, after={"version": version + 1})
    report.refresh_from_db()
    return report


def _demand_editable(by: User, report: Report) -> None:
    if not is_reporter(by, report):
        raise PermissionDenied
    demand_open(report.round)
    if report.state not in EDITABLE:
        raise WrongStateError(
            _(
                "Báo cáo đã gửi nên không sửa được nữa. Cần sửa, hãy liên hệ %(lead)s để được trả lại."
            )
            % {"lead": report.round.programme.lead_agency}
        )


def hold_open(round_id: int) -> None:
    """Keep a round from being closed until the transaction ends; those who write in it queue up.

    A condition on the round inside the update of a report would not do: PostgreSQL decides it once,
    in a subquery, and after waiting for another writer does not look at version and state again.

    Raises:
        WrongStateError: the round is closed.

    """
    demand_open(Round.objects.select_for_update().get(pk=round_id))


def _take_version(
    report: Report, version: int, by: User, at: dt.datetime, narrative: Narrative | None
) -> None:
    """Move the report one version on, if nobody else has."""
    hold_open(report.round_id)
    moved = Report.objects.filter(pk=report.pk, version=version, state__in=EDITABLE).update(
        version=F("version") + 1,
        saved_at=at,
        saved_by=by,
        **(asdict(narrative) if narrative is not None else {}),
    )
    if moved == 1:
        return
    stored = Report.objects.select_related("round", "saved_by").get(pk=report.pk)
    if stored.state not in EDITABLE:
        raise WrongStateError(_("Báo cáo vừa được gửi nên chưa lưu được phần anh/chị mới nhập."))
    raise StaleReportError(
        _("%(who)s đã lưu báo cáo này lúc %(when)s. Hãy xem chỗ khác nhau và chọn giữ bên nào.")
        % {
            "who": stored.saved_by or _("Người khác"),
            "when": f"{timezone.localtime(stored.saved_at):%H:%M}" if stored.saved_at else "",
        }
    )


def _store_cells(report: Report, cells: Mapping[int, Cell], at: dt.datetime) -> None:
    estimated = (
        report.round.actual_until is not None and timezone.localdate(at) <= report.round.ends_on
    )
    kept = {key: cell for key, cell in cells.items() if _says_something(cell)}
    report.observations.filter(tracked_id__in=cells.keys() - kept.keys()).delete()
    Observation.objects.bulk_create(
        [
            Observation(
                report=report,
                tracked_id=tracked_id,
                basis=Basis.ESTIMATE
                if estimated and cell.status == Status.REPORTED
                else Basis.ACTUAL,
                **asdict(cell),
            )
            for tracked_id, cell in kept.items()
        ],
        update_conflicts=True,
        unique_fields=["report", "tracked"],
        update_fields=[
            "status",
            "value",
            "numerator",
            "denominator",
            "to_date",
            "note",
            "basis",
        ],
    )


def _says_something(cell: Cell) -> bool:
    if cell.status != Status.REPORTED:
        return bool(cell.status)
    return any(n is not None for n in (cell.value, cell.numerator, cell.denominator, cell.to_date))


def fill_nil(*, by: User, report: Report, version: int, at: dt.datetime) -> int:
    """Answer every blank count of events "không phát sinh"; return how many were filled.

    Shares and figures at a moment are left: a share needs its denominator, and "không phát sinh"
    does not say how many establishments there are. What is already typed is left as well.

    Raises:
        As ``save_report``.

    """
    answered = set(report.observations.values_list("tracked_id", flat=True))
    blank = {
        tracked.pk: Cell(Status.NIL)
        for tracked in asked_in(report.round.programme).of(report.agency_id)
        if tracked.pk not in answered
        and tracked.indicator.flow == Flow.FLOW
        and not tracked.indicator.is_share
    }
    save_report(by=by, report=report, cells=blank, narrative=None, version=version, at=at)
    return len(blank)


def gaps(report: Report) -> list[tuple[TrackedIndicator, str]]:
    """Return the indicators that still lack an answer, each with the form field to fill."""
    have = {row.tracked_id: Cell.of(row) for row in report.observations.all()}
    asked = asked_in(report.round.programme).of(report.agency_id)
    found = ((tracked, gap(tracked, have.get(tracked.pk))) for tracked in asked)
    return [(tracked, field) for tracked, field in found if field is not None]


def submit_report(*, by: User, report: Report, version: int, at: dt.datetime) -> Report:
    """Send a report; a late one is accepted, and is late by its dates.

    The time of the first submission decides lateness and stays. The version that was read must
    still be the one stored, so that nobody sends what she has not seen.

    Raises:
        PermissionDenied: ``by`` does not report for this agency.
        DomainError: cells are blank (named, with the first one as ``field``), or the report asks
            for no figures and says nothing.
        WrongStateError: the report was sent already, or its round is closed.
        StaleReportError: somebody else saved it after ``version``.

    """
    _demand_editable(by, report)
    if open_cells := gaps(report):
        names = ", ".join(tracked.label for tracked, _field in open_cells[:NAMED_GAPS])
        more = "…" if len(open_cells) > NAMED_GAPS else ""
        raise DomainError(
            ngettext(
                "Chưa gửi được: %(count)d ô còn trống (%(names)s). "
                "Điền số hoặc chọn “Không phát sinh”.",
                "Chưa gửi được: %(count)d ô còn trống (%(names)s). "
                "Điền số hoặc chọn “Không phát sinh”.",
                len(open_cells),
            )
            % {"count": len(open_cells), "names": names + more},
            field=open_cells[0][1],
        )
    if not report.observations.exists() and not (report.situation or report.results):
        raise DomainError(
            _("Báo cáo chưa có nội dung nào. Hãy ghi tình hình hoặc kết quả chính rồi gửi."),
            field="results",
        )
    starts, ends = TRANSITIONS["submit"]
    with transaction.atomic():
        hold_open(report.round_id)
        moved = Report.objects.filter(pk=report.pk, state__in=starts, version=version).update(
            state=ends,
            version=F("version") + 1,
            submitted_at=report.submitted_at or at,
            submitted_by=by,
        )
        if moved != 1:
            raise StaleReportError(
                _("Báo cáo vừa được người khác sửa hoặc gửi. Hãy mở lại trang để xem bản mới nhất.")
            )
        report.refresh_from_db()
        store_version(report, by=by, at=at)
        record(by=by, verb=Verb.SUBMIT, obj=report, at=at, after={"state": ends})
    return report


def store_version(report: Report, *, by: User, at: dt.datetime) -> ReportVersion:
    """Keep what the report says now; call it in the transaction of the change of state."""
    last = report.versions.aggregate(last=Max("number"))["last"] or 0
    return ReportVersion.objects.create(
        report=report,
        number=last + 1,
        state=ReportState(report.state),
        content=content_of(report),
        at=at,
        by=by,
    )


def content_of(report: Report) -> dict[str, object]:
    """Return the report as plain JSON values: texts, and each cell with its label of the day."""
    rows = report.observations.select_related("tracked__indicator").order_by(
        "tracked__order", "tracked_id"
    )
    narrative = Narrative(report.situation, report.results, report.obstacles, report.proposals)
    return {
        "narrative": asdict(narrative),
        "cells": [
            {
                "tracked": row.tracked_id,
                "label": row.tracked.label,
                "unit": row.tracked.indicator.unit,
                "basis": row.basis,
                **{
                    key: str(part) if part is not None else None
                    for key, part in asdict(Cell.of(row)).items()
                },
            }
            for row in rows
        ],
    }
