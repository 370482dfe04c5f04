"""From the draft to the issued report: sending, the leader's word, number and day."""

import datetime as dt
import re
from dataclasses import replace
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from liennganh.accounts.models import User
from liennganh.agencies.models import Agency
from liennganh.audit.actions import record
from liennganh.audit.verbs import Verb
from liennganh.documents.actions import store_document
from liennganh.documents.models import Direction
from liennganh.drafting import rules
from liennganh.drafting.header import header_from
from liennganh.drafting.models import LeaderReview, OfficialReport, Verdict
from liennganh.drafting.paper import KIND
from liennganh.drafting.queries import (
    draft_of,
    filename_of,
    findings_of,
    is_outdated,
    paper_of,
    stale_sections,
)
from liennganh.errors import DomainError, WrongStateError
from liennganh.pure.officialdocs import write_docx
from liennganh.pure.vietnamese import format_date
from liennganh.reporting.models import Round, RoundState

_NUMBER = re.compile(r"[1-9][0-9]{0,5}[A-Za-z]?")
_FINDINGS = 3


def send_for_signing(
    *, by: User, report: OfficialReport, version: int, at: dt.datetime
) -> OfficialReport:
    """Send the draft to the leader; only closed figures, matching texts and a right layout go.

    Raises:
        PermissionDenied: ``by`` is no programme officer of the lead agency.
        WrongStateError: the draft is past this step, or somebody saved since ``version``.
        DomainError: the round is open, figures have changed since, or the layout breaks a rule.

    """
    rules.demand_right(by, report, "send")
    _demand_closed(report)
    draft = draft_of(report.round, at=at, report=report)
    if stale := stale_sections(report, draft.sections):
        headings = [one["heading"] for one in report.sections if one["key"] in stale]
        raise DomainError(
            _(
                "Chưa trình được: mục %(names)s đã sửa tay và số liệu đã đổi từ đó. "
                "Đối chiếu rồi đánh dấu, hoặc lấy lại đoạn soạn sẵn."
            )
            % {"names": ", ".join(f"“{name or _('Mở đầu')}”" for name in headings)}
        )
    if found := findings_of(paper_of(report, draft)):
        said = " ".join(one.message for one in found[:_FINDINGS])
        raise DomainError(
            _("Chưa trình được vì thể thức chưa đúng Nghị định 30/2020/NĐ-CP: %(said)s")
            % {"said": said}
        )
    return _step(by, report, "send", Verb.SUBMIT, at, version=version)


def take_back(*, by: User, report: OfficialReport, at: dt.datetime) -> OfficialReport:
    """Take the draft back to edit it; an agreement given before no longer counts.

    Raises:
        PermissionDenied: ``by`` is no programme officer of the lead agency.
        WrongStateError: the draft does not lie with the leader.

    """
    rules.demand_right(by, report, "take_back")
    return _step(by, report, "take_back", Verb.REOPEN, at)


def agree(
    *, by: User, report: OfficialReport, version: int, at: dt.datetime, comment: str = ""
) -> OfficialReport:
    """Agree to the text of ``version``: the officer may have it numbered and issued.

    Raises:
        PermissionDenied: ``by`` is not the leader whose word is asked (drafting.rules).
        WrongStateError: the draft was not sent, was taken back, or is no longer that version.

    """
    return _reviewed(by, report, "agree", Verdict.AGREE, comment, at, version)


def return_draft(
    *, by: User, report: OfficialReport, comment: str, version: int, at: dt.datetime
) -> OfficialReport:
    """Send the draft back to the officer with what has to change.

    Raises:
        PermissionDenied: ``by`` is not the leader whose word is asked (drafting.rules).
        DomainError: no comment is given.
        WrongStateError: the draft was not sent, was taken back, or is no longer that version.

    """
    rules.demand_right(by, report, "return")
    if not comment.strip():
        raise DomainError(_("Hãy ghi ý kiến để người soạn biết cần sửa gì."), field="comment")
    return _reviewed(by, report, "return", Verdict.RETURN, comment, at, version)


def _reviewed(
    by: User,
    report: OfficialReport,
    step: str,
    verdict: Verdict,
    comment: str,
    at: dt.datetime,
    version: int,
) -> OfficialReport:
    rules.demand_right(by, report, step)
    verb = Verb.APPROVE if verdict == Verdict.AGREE else Verb.RETURN
    with transaction.atomic():
        LeaderReview.objects.create(
            report=report, verdict=verdict, comment=comment.strip(), at=at, by=by
        )
        return _step(by, report, step, verb, at, version=version)


def issue_report(
    *,
    by: User,
    report: OfficialReport,
    number: str,
    issued_on: dt.date,
    at: dt.datetime,
    signer: str = "",
) -> OfficialReport:
    """Issue the report under the number and day that the registry gave; nothing changes after.

    ``signer`` counts where the draft does not name one. The DOCX is written and kept in the archive of the lead agency.

    Raises:
        PermissionDenied: ``by`` is no programme officer of the lead agency.
        WrongStateError: the leader has not agreed, or took the agreement back in the meantime.
        DomainError: the number or the day cannot be right, nobody is named who signs, or figures
            have changed since.

    """
    rules.demand_right(by, report, "issue")
    # "7" and "07" are one number of the registry; the paper prints it with two digits.
    number = number.strip().lstrip("0").upper()
    _demand_state(report, "issue")
    _demand_number(report, number, issued_on, at)
    named = _demand_signer(report, signer)
    _demand_closed(report)
    draft = draft_of(report.round, at=at, report=report)
    paper = paper_of(report, draft, number=number, issued_on=issued_on)
    paper = replace(paper, signature=replace(paper.signature, name=named))
    with transaction.atomic():
        # Whoever reopens the round now waits, and then finds the report issued.
        Round.objects.select_for_update().get(pk=report.round_id)
        _demand_closed(report)
        # Whoever issues under the same registry now waits, and then finds the number taken.
        lead = report.round.programme.lead_agency_id
        Agency.objects.select_for_update(no_key=True).get(pk=lead)
        _demand_free(report, number, issued_on)
        document = store_document(
            by=by,
            agency=report.round.programme.lead_agency,
            direction=Direction.ISSUED,
            filename=filename_of(report, "docx").removeprefix("du-thao-"),
            content=write_docx(paper),
            at=at,
            type_name=KIND,
            number=f"{number.zfill(2)}/{paper.symbol}",
            issuer=paper.issuer_in_text or paper.issuer,
            issued_on=issued_on,
            title=paper.subject,
            text="\n\n".join(one["text"] for one in report.sections),
        )
        return _step(
            by,
            report,
            "issue",
            Verb.ISSUE,
            at,
            version=report.version,
            number=number,
            issued_on=issued_on,
            document=document,
            header={**report.header, "signer": named},
        )


def _demand_number(
    report: OfficialReport, number: str, issued_on: dt.date, at: dt.datetime
) -> None:
    if not _NUMBER.fullmatch(number):
        raise DomainError(
            _("Chỉ ghi số do văn thư cấp, ví dụ 125. Ký hiệu đã có trong dự thảo."), field="number"
        )
    if issued_on > timezone.localdate(at):
        raise DomainError(_("Ngày ban hành không thể sau hôm nay."), field="issued_on")
    made = timezone.localdate(report.snapshot.made_at) if report.snapshot else issued_on
    if issued_on < made:
        raise DomainError(
            _("Ngày ban hành không thể trước ngày khóa số liệu %(day)s.")
            % {"day": format_date(made)},
            field="issued_on",
        )
    _demand_free(report, number, issued_on)


def _demand_signer(report: OfficialReport, signer: str) -> str:
    """Return the name of who signs: a report without it is none (Decree 30/2020, App. I, II.7.c)."""
    named = header_from(report.header).signer.strip() or " ".join(signer.split())
    if not named:
        raise DomainError(
            _("Chưa có họ và tên người ký. Hãy ghi tên người đã ký văn bản."), field="signer"
        )
    return named


def _demand_free(report: OfficialReport, number: str, issued_on: dt.date) -> None:
    """Refuse a number that the lead agency has given to a report of the same year."""
    taken = OfficialReport.objects.filter(
        round__programme__lead_agency=report.round.programme.lead_agency_id,
        number=number,
        issued_on__year=issued_on.year,
    ).first()
    if taken is not None:
        raise DomainError(
            _("Số %(number)s năm %(year)d đã dùng cho “%(title)s”. Hãy hỏi lại văn thư.")
            % {"number": number, "year": issued_on.year, "title": taken},
            field="number",
        )


def _demand_closed(report: OfficialReport) -> None:
    """Refuse figures that are provisional or no longer those of the round."""
    report.round.refresh_from_db(fields=["state"])
    if report.round.state != RoundState.CLOSED:
        raise DomainError(
            _(
                "Kỳ chưa khóa nên số liệu còn thay đổi. Hãy khóa kỳ rồi cập nhật dự thảo theo số đã khóa."
            )
        )
    if is_outdated(report):
        raise DomainError(
            _("Số liệu của kỳ đã đổi từ khi soạn. Hãy cập nhật dự thảo theo số đã khóa.")
        )


def _demand_state(report: OfficialReport, step: str) -> None:
    if report.state not in rules.TRANSITIONS[step][0]:
        raise _moved_on(report)


def _moved_on(report: OfficialReport) -> WrongStateError:
    state = OfficialReport.objects.get(pk=report.pk).get_state_display()
    return WrongStateError(
        _("Dự thảo nay ở bước “%(state)s” hoặc vừa được sửa. Hãy mở lại trang để xem.")
        % {"state": state}
    )


def _step(
    by: User,
    report: OfficialReport,
    step: str,
    verb: Verb,
    at: dt.datetime,
    *,
    version: int | None = None,
    **fields: Any,
) -> OfficialReport:
    """Go from one state to the next, if nobody was faster."""
    sources, target = rules.TRANSITIONS[step]
    rows = OfficialReport.objects.filter(pk=report.pk, state__in=sources)
    before = report.state
    with transaction.atomic():
        if version is not None:
            rows = rows.filter(version=version)
        if rows.update(state=target, **fields) != 1:
            raise _moved_on(report)
        after = {"state": target, **fields}
        record(by=by, verb=verb, obj=report, at=at, before={"state": before}, after=after)
    report.refresh_from_db()
    return report
