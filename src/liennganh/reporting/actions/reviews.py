"""What the lead agency says of a report: return, approve, reopen."""

import datetime as dt
from collections.abc import Mapping, Sequence

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from liennganh.accounts.models import User
from liennganh.audit.actions import record
from liennganh.audit.verbs import Verb
from liennganh.errors import DomainError, WrongStateError
from liennganh.reporting.actions.reports import gaps, hold_open, store_version
from liennganh.reporting.expected import asked_in
from liennganh.reporting.models import Report, Review, Verdict
from liennganh.reporting.rules import TRANSITIONS, demand_open, is_lead_officer

_LOGGED = {
    Verdict.RETURN: Verb.RETURN,
    Verdict.APPROVE: Verb.APPROVE,
    Verdict.REOPEN: Verb.REOPEN,
}
_MOVED_ON = {
    Verdict.RETURN: gettext_lazy("Báo cáo này không ở trạng thái “đã gửi” nên không trả lại được."),
    Verdict.APPROVE: gettext_lazy("Báo cáo này không ở trạng thái “đã gửi” nên không duyệt được."),
    Verdict.REOPEN: gettext_lazy("Chỉ báo cáo đã duyệt mới mở lại được."),
}


def return_report(
    *,
    by: User,
    report: Report,
    comment: str,
    cells: Mapping[int, str] | None = None,
    at: dt.datetime,
) -> Report:
    """Send a report back with a comment, on the whole or on single figures or both.

    ``cells`` maps ids of tracked indicators to comments; with one of them ``comment`` may be blank.

    Raises:
        PermissionDenied: ``by`` is no programme officer of the lead agency.
        DomainError: there is no comment at all, or a cell is not one of this report.
        WrongStateError: the report is not submitted, or its round is closed.

    """
    _demand_reviewer(by, report)
    remarks = {key: text.strip() for key, text in (cells or {}).items() if text.strip()}
    if not comment.strip() and not remarks:
        raise DomainError(
            _("Hãy ghi rõ cần sửa gì để đơn vị báo cáo biết mà sửa."), field="comment"
        )
    asked = {t.pk for t in asked_in(report.round.programme).of(report.agency_id)}
    if not remarks.keys() <= asked:
        raise DomainError(_("Có ý kiến về một ô không thuộc báo cáo này."))
    if not comment.strip():
        # Kept with the report: in the language of the office, whatever the page is shown in.
        with translation.override("vi"):
            comment = _("Xem ý kiến tại từng chỉ tiêu.")
    return _move(report, Verdict.RETURN, by=by, comment=comment.strip(), cells=remarks, at=at)


def approve_report(*, by: User, report: Report, at: dt.datetime, comment: str = "") -> Report:
    """Approve a report: from now on its figures count.

    Raises:
        PermissionDenied: ``by`` is no programme officer of the lead agency.
        DomainError: ``by`` submitted this report herself, or a figure is still lacking (an
            indicator was added after it was sent).
        WrongStateError: the report is not submitted, or its round is closed.

    """
    _demand_reviewer(by, report)
    if report.submitted_by_id == by.pk:
        raise DomainError(
            _("Anh/chị đã gửi báo cáo này nên không tự duyệt được. Cần một người khác duyệt.")
        )
    if lacking := gaps(report):
        raise DomainError(
            _("Chưa duyệt được: báo cáo của %(agency)s còn %(count)d ô trống (%(first)s…).")
            % {"agency": report.agency, "count": len(lacking), "first": lacking[0][0].label}
        )
    return _move(report, Verdict.APPROVE, by=by, comment=comment.strip(), cells={}, at=at)


def approve_reports(*, by: User, reports: Sequence[Report], at: dt.datetime) -> list[Report]:
    """Approve several reports, all of them or none.

    Raises:
        As ``approve_report``, for the first report that cannot be approved.

    """
    if not reports:
        raise DomainError(_("Chưa chọn báo cáo nào để duyệt."))
    with transaction.atomic():
        return [approve_report(by=by, report=report, at=at) for report in reports]


def reopen_report(*, by: User, report: Report, reason: str, at: dt.datetime) -> Report:
    """Give an approved report back to its agency, while the round is open; the reason is kept.

    Raises:
        PermissionDenied: ``by`` is no programme officer of the lead agency.
        DomainError: no reason is given.
        WrongStateError: the report is not approved, or its round is closed.

    """
    _demand_reviewer(by, report)
    if not reason.strip():
        raise DomainError(_("Hãy ghi lý do mở lại báo cáo đã duyệt."), field="comment")
    return _move(report, Verdict.REOPEN, by=by, comment=reason.strip(), cells={}, at=at)


def _demand_reviewer(by: User, report: Report) -> None:
    if not is_lead_officer(by, report.round.programme):
        raise PermissionDenied
    demand_open(report.round)


def _move(
    report: Report,
    verdict: Verdict,
    *,
    by: User,
    comment: str,
    cells: Mapping[int, str],
    at: dt.datetime,
) -> Report:
    """Take the step if the report is still where it was, and keep review, version and event."""
    starts, ends = TRANSITIONS[verdict]
    approved = verdict is Verdict.APPROVE
    with transaction.atomic():
        # Closing waits for this, so that no figure is approved behind the snapshot's back.
        hold_open(report.round_id)
        moved = Report.objects.filter(
            pk=report.pk, state__in=starts, version=report.version
        ).update(
            state=ends,
            version=F("version") + 1,
            approved_at=at if approved else None,
            approved_by=by if approved else None,
        )
        if moved != 1:
            raise WrongStateError(
                _("%(agency)s: %(why)s Hãy mở lại trang để xem bản mới nhất.")
                % {"agency": report.agency, "why": _MOVED_ON[verdict]}
            )
        before = report.state
        report.refresh_from_db()
        if verdict is not Verdict.RETURN:
            store_version(report, by=by, at=at)
        Review.objects.create(
            report=report,
            verdict=verdict,
            comment=comment,
            cells={str(key): text for key, text in cells.items()},
            at=at,
            by=by,
        )
        record(
            by=by,
            verb=_LOGGED[verdict],
            obj=report,
            at=at,
            before={"state": before},
            after={"state": ends},
        )
    return report
