"""Every write of this app: drafting, editing, sending for signing, issuing."""

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from liennganh.accounts.models import User
from liennganh.audit.actions import record
from liennganh.audit.verbs import Verb
from liennganh.documents.actions import store_document
from liennganh.documents.models import Direction
from liennganh.drafting import rules
from liennganh.drafting.header import Header
from liennganh.drafting.models import DraftState, LeaderReview, OfficialReport, Verdict
from liennganh.drafting.paper import KIND
from liennganh.drafting.queries import (
    Change,
    changes_between,
    draft_of,
    filename_of,
    findings_of,
    is_outdated,
    paper_of,
    stale_sections,
    stored,
)
from liennganh.errors import DomainError, WrongStateError
from liennganh.pure.officialdocs import write_docx
from liennganh.pure.vietnamese import format_date, nfc
from liennganh.reporting.frozen import snapshot_of
from liennganh.reporting.models import Round, RoundState

_NUMBER = re.compile(r"^\d{1,6}[A-Za-z]?$")
_FINDINGS = 3
#: What an officer may decide of a section beside editing it.
RESTORE, CHECKED = "restore", "checked"
_FOLLOWING_HEADER = frozenset({"mo_dau", "ket_thuc"})


class StaleDraftError(WrongStateError):
    """Somebody saved in between; ``changes`` maps headings to the lines that differ."""

    def __init__(self, message: str, changes: dict[str, list[Change]]) -> None:
        super().__init__(message)
        self.changes = changes


def draft_report(*, by: User, round: Round, at: dt.datetime) -> OfficialReport:  # noqa: A002 - the word of the glossary
    """Draft the report of a round; of an open one with provisional figures, which it says.

    Raises:
        PermissionDenied: ``by`` is no programme officer of the lead agency.
        WrongStateError: the round has a draft, or its report was issued.

    """
    if not rules.may_draft(by, round):
        raise PermissionDenied
    if round.official_reports.filter(state=DraftState.ISSUED).exists():
        raise WrongStateError(_("Báo cáo của kỳ này đã phát hành, không soạn lại."))
    draft = draft_of(round, at=at)
    try:
        with transaction.atomic():
            report = OfficialReport.objects.create(
                round=round,
                snapshot=None if draft.facts.live else snapshot_of(round),
                header=draft.header.as_json(),
                sections=stored(draft.sections),
                created_by=by,
                created_at=at,
            )
            after = {"round": round.period_key, "provisional": draft.facts.live}
            record(by=by, verb=Verb.DRAFT, obj=report, at=at, after=after)
    except IntegrityError as error:
        raise WrongStateError(_("Kỳ này đã có dự thảo. Hãy mở dự thảo đó để sửa.")) from error
    return report


def save_draft(
    *,
    by: User,
    report: OfficialReport,
    sections: Mapping[str, str],
    header: Header,
    version: int,
    at: dt.datetime,
    choices: Mapping[str, str] | None = None,
) -> OfficialReport:
    """Save texts by section key, and the header.

    ``choices`` says for a section ``RESTORE`` (take the text that the figures give) or ``CHECKED``
    (the edited text was held against the new figures). A section left out stays as it is.

    Raises:
        PermissionDenied: ``by`` is no programme officer of the lead agency.
        StaleDraftError: somebody saved since ``version``; it shows what changed.
        WrongStateError: the draft is being signed or was issued.
        DomainError: the subject, the issuer or the symbol is blank.

    """
    _demand_right(by, report, "send")
    _demand_header(header)
    draft = draft_of(report.round, at=at, report=report, header=header)
    composed = {one.key: one.text for one in draft.sections}
    kept = [_edited(one, sections, composed, choices or {}) for one in report.sections]
    changed = [new["key"] for old, new in zip(report.sections, kept, strict=True) if old != new]
    with transaction.atomic():
        _write(report, version, mine=sections, header=header.as_json(), sections=kept)
        after = {"sections": changed, "header": header.as_json() != report.header}
        record(by=by, verb=Verb.SAVE, obj=report, at=at, after=after)
    report.refresh_from_db()
    return report


def _edited(
    kept: dict[str, Any],
    texts: Mapping[str, str],
    composed: Mapping[str, str],
    choices: Mapping[str, str],
) -> dict[str, Any]:
    key = kept["key"]
    text = _clean(texts.get(key, kept["text"]))
    now = composed.get(key, kept["basis"])
    untouched = kept["generated"] and text == kept["basis"]
    # Opening and closing name issuer and addressee: untouched, they follow the header.
    follows = untouched and key in _FOLLOWING_HEADER
    if choices.get(key) == RESTORE or follows or text == now:
        return {**kept, "text": now, "basis": now, "generated": True}
    basis = now if choices.get(key) == CHECKED else kept["basis"]
    return {**kept, "text": text, "basis": basis, "generated": text == basis}


def _clean(text: str) -> str:
    return "\n".join(line.rstrip() for line in nfc(text).strip().splitlines())


def _demand_header(header: Header) -> None:
    wanted = {
        "issuer": (header.issuer, _("tên cơ quan ban hành")),
        "symbol": (header.symbol, _("ký hiệu")),
        "place": (header.place, _("địa danh")),
        "subject": (header.subject, _("trích yếu")),
        "titles": ("".join(header.titles), _("chức vụ người ký")),
    }
    for field, (value, name) in wanted.items():
        if not value.strip():
            raise DomainError(_("Hãy ghi %(name)s.") % {"name": name}, field=field)


def _write(report: OfficialReport, version: int, mine: Mapping[str, str], **fields: Any) -> None:
    """Write into a draft if it is still that version; must run inside a transaction."""
    done = OfficialReport.objects.filter(
        pk=report.pk, state=DraftState.DRAFT, version=version
    ).update(**fields, version=version + 1)
    if done == 1:
        return
    now = OfficialReport.objects.get(pk=report.pk)
    if now.state != DraftState.DRAFT:
        raise WrongStateError(
            _("Dự thảo đang ở bước “%(state)s” nên không sửa được. Cần sửa, hãy rút về trước.")
            % {"state": now.get_state_display()}
        )
    changes = {
        one["heading"] or _("Mở đầu, kết thúc"): lines
        for one in now.sections
        if one["key"] in mine and (lines := changes_between(_clean(mine[one["key"]]), one["text"]))
    }
    raise StaleDraftError(
        _("Chưa lưu: người khác vừa lưu dự thảo này. Xem chỗ khác nhau bên dưới rồi lưu lại."),
        changes,
    )


def redraft(*, by: User, report: OfficialReport, at: dt.datetime) -> OfficialReport:
    """Bring the draft up to the round's figures: what nobody edited is written anew.

    Edited sections stay, and count as not matching where their figures have changed, until an
    officer restores them or says that they were checked.

    Raises:
        PermissionDenied: ``by`` is no programme officer of the lead agency.
        WrongStateError: the draft is being signed, was issued, or was just saved by somebody else.

    """
    _demand_right(by, report, "send")
    round_ = report.round
    snapshot = snapshot_of(round_) if round_.state == RoundState.CLOSED else None
    before = report.snapshot
    report.snapshot = snapshot
    texts = {one.key: one.text for one in draft_of(round_, at=at, report=report).sections}
    report.snapshot = before
    kept = [
        {**one, "text": texts[one["key"]], "basis": texts[one["key"]]}
        if one["generated"] and one["key"] in texts
        else one
        for one in report.sections
    ]
    changed = [new["key"] for old, new in zip(report.sections, kept, strict=True) if old != new]
    with transaction.atomic():
        _write(report, report.version, mine={}, sections=kept, snapshot=snapshot)
        after = {"redrafted": changed, "snapshot": snapshot.version if snapshot else None}
        record(by=by, verb=Verb.DRAFT, obj=report, at=at, after=after)
    report.refresh_from_db()
    return report


def send_for_signing(
    *, by: User, report: OfficialReport, version: int, at: dt.datetime
) -> OfficialReport:
    """Send the draft to the leader; only closed figures, matching texts and a right layout go.

    Raises:
        PermissionDenied: ``by`` is no programme officer of the lead agency.
        WrongStateError: the draft is past this step, or somebody saved since ``version``.
        DomainError: the round is open, figures have changed since, or the layout breaks a rule.

    """
    _demand_right(by, report, "send")
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
    _demand_right(by, report, "take_back")
    return _step(by, report, "take_back", Verb.REOPEN, at)


def agree(
    *, by: User, report: OfficialReport, version: int, at: dt.datetime, comment: str = ""
) -> OfficialReport:
    """Agree to the text of ``version``: the officer may have it numbered and issued.

    Raises:
        PermissionDenied: ``by`` is no leader of the programme's unit.
        WrongStateError: the draft was not sent, was taken back, or is no longer that version.

    """
    return _reviewed(by, report, "agree", Verdict.AGREE, comment, at, version)


def return_draft(
    *, by: User, report: OfficialReport, comment: str, version: int, at: dt.datetime
) -> OfficialReport:
    """Send the draft back to the officer with what has to change.

    Raises:
        PermissionDenied: ``by`` is no leader of the programme's unit.
        DomainError: no comment is given.
        WrongStateError: the draft was not sent, was taken back, or is no longer that version.

    """
    _demand_right(by, report, "return")
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
    _demand_right(by, report, step)
    verb = Verb.APPROVE if verdict == Verdict.AGREE else Verb.RETURN
    with transaction.atomic():
        LeaderReview.objects.create(
            report=report, verdict=verdict, comment=comment.strip(), at=at, by=by
        )
        return _step(by, report, step, verb, at, version=version)


def issue_report(
    *, by: User, report: OfficialReport, number: str, issued_on: dt.date, at: dt.datetime
) -> OfficialReport:
    """Issue the report under the number and day that the registry gave; nothing changes after.

    The DOCX is written and kept in the archive of the lead agency.

    Raises:
        PermissionDenied: ``by`` is no programme officer of the lead agency.
        WrongStateError: the leader has not agreed, or took the agreement back in the meantime.
        DomainError: the number or the day cannot be right, or figures have changed since.

    """
    _demand_right(by, report, "issue")
    number = number.strip()
    _demand_state(report, "issue")
    _demand_number(report, number, issued_on, at)
    _demand_closed(report)
    draft = draft_of(report.round, at=at, report=report)
    paper = paper_of(report, draft, number=number, issued_on=issued_on)
    with transaction.atomic():
        # Whoever reopens the round now waits, and then finds the report issued.
        Round.objects.select_for_update().get(pk=report.round_id)
        _demand_closed(report)
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
        )


def _demand_number(
    report: OfficialReport, number: str, issued_on: dt.date, at: dt.datetime
) -> None:
    if not _NUMBER.match(number):
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


def _demand_right(by: User, report: OfficialReport, step: str) -> None:
    if not rules.has_right(by, report, step):
        raise PermissionDenied


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
