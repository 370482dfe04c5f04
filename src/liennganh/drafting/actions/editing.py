"""Drafting, editing, and bringing a draft up to new figures."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from liennganh.accounts.models import User
from liennganh.audit.actions import record
from liennganh.audit.verbs import Verb
from liennganh.drafting import rules
from liennganh.drafting.header import Header
from liennganh.drafting.models import DraftState, OfficialReport
from liennganh.drafting.queries import Change, changes_between, draft_of, stored
from liennganh.errors import DomainError, WrongStateError
from liennganh.pure.vietnamese import nfc
from liennganh.reporting.frozen import snapshot_of
from liennganh.reporting.models import Round, RoundState

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
    rules.demand_right(by, report, "send")
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
    rules.demand_right(by, report, "send")
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
