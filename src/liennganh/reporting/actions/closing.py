"""Closing a round into a snapshot, and opening it again."""

import datetime as dt
import hashlib
import json
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from liennganh.accounts.models import User
from liennganh.audit.actions import record
from liennganh.audit.verbs import Verb
from liennganh.errors import DomainError, WrongStateError
from liennganh.programmes.queries import task_progress
from liennganh.reporting.frozen import FigureView
from liennganh.reporting.models import Report, ReportState, Round, RoundState, Snapshot
from liennganh.reporting.queries.figures import live_figures
from liennganh.reporting.queries.stretches import target_results, year_to_date
from liennganh.reporting.rules import demand_open, is_lead_officer, is_leader_of

NAMED_MISSING = 10


def close_round(
    *,
    by: User,
    round: Round,  # noqa: A002 - the word of the glossary
    at: dt.datetime,
    confirmed_missing: bool = False,
) -> Snapshot:
    """Freeze the round: its figures with the definitions used, and everything they rest on.

    Only approved reports count. Where some are not approved, ``confirmed_missing`` says that they
    were named and that the round is closed without them.

    Raises:
        PermissionDenied: ``by`` is no programme officer of the lead agency.
        DomainError: reports are not approved and that was not confirmed; they are named.
        WrongStateError: the round is closed already.

    """
    programme = round.programme
    if not is_lead_officer(by, programme):
        raise PermissionDenied
    demand_open(round)
    with transaction.atomic():
        closed = Round.objects.filter(pk=round.pk, state=RoundState.OPEN).update(
            state=RoundState.CLOSED, closed_at=at, closed_by=by
        )
        if closed != 1:
            raise WrongStateError(_("Kỳ này vừa được khóa. Hãy mở lại trang để xem."))
        # Read after the change of state: whoever approves now finds the round closed.
        missing = _not_approved(round)
        if missing and not confirmed_missing:
            raise DomainError(
                _(
                    "Còn %(count)d báo cáo chưa duyệt: %(names)s. Khóa kỳ bây giờ thì số của các nơi "
                    "này không được tính. Nếu vẫn khóa, hãy đánh dấu xác nhận."
                )
                % {"count": len(missing), "names": _listed(missing)},
                field="confirmed_missing",
            )
        # The language of the record is that of the office, whatever the page is shown in.
        with translation.override("vi"):
            content = snapshot_content(round, at=at)
        last = round.snapshots.aggregate(last=Max("version"))["last"] or 0
        snapshot = Snapshot.objects.create(
            round=round,
            version=last + 1,
            content=content,
            sha256=digest(content),
            made_at=at,
            made_by=by,
        )
        record(
            by=by,
            verb=Verb.CLOSE,
            obj=round,
            at=at,
            after={"snapshot": snapshot.version, "sha256": snapshot.sha256, "missing": missing},
        )
    round.refresh_from_db()
    return snapshot


def reopen_round(*, by: User, round: Round, reason: str, at: dt.datetime) -> Round:  # noqa: A002 - the word of the glossary
    """Open a closed round again, while nothing official was issued from it; the snapshot stays.

    Raises:
        PermissionDenied: ``by`` is no leader of the programme's unit.
        DomainError: no reason is given, or an official report was issued from the round.
        WrongStateError: the round is open already.

    """
    if not is_leader_of(by, round.programme):
        raise PermissionDenied
    if not reason.strip():
        raise DomainError(_("Hãy ghi lý do mở lại kỳ đã khóa."), field="reason")
    if is_issued(round):
        raise DomainError(_issued_message())
    with transaction.atomic():
        opened = Round.objects.filter(pk=round.pk, state=RoundState.CLOSED).update(
            state=RoundState.OPEN, closed_at=None, closed_by=None
        )
        if opened != 1:
            raise WrongStateError(_("Kỳ này đang mở."))
        # Again, now that the row is ours: issuing locks it too.
        if is_issued(round):
            raise DomainError(_issued_message())
        record(
            by=by,
            verb=Verb.REOPEN,
            obj=round,
            at=at,
            before={"state": RoundState.CLOSED},
            after={"reason": reason.strip()},
        )
    round.refresh_from_db()
    return round


def _issued_message() -> str:
    return _(
        "Kỳ này đã có báo cáo chính thức phát hành nên không mở lại được. "
        "Số liệu sửa đổi được báo cáo ở kỳ sau."
    )


def is_issued(round_: Round) -> bool:
    """Tell whether an official report was issued from the round.

    Drafting stands above this app in the order of imports; its rows are reached from the round.
    """
    return bool(round_.official_reports.filter(state="issued").exists())


def _not_approved(round_: Round) -> list[str]:
    waiting = round_.reports.exclude(state=ReportState.APPROVED)
    return list(waiting.order_by("agency__folded").values_list("agency__name", flat=True))


def _listed(names: list[str]) -> str:
    rest = len(names) - NAMED_MISSING
    shown = ", ".join(names[:NAMED_MISSING])
    return shown + (_(" và %(count)d nơi khác") % {"count": rest} if rest > 0 else "")


def snapshot_content(round_: Round, *, at: dt.datetime) -> dict[str, Any]:
    """Return everything a round says, as plain JSON values.

    Keys: ``round``, ``figures`` (each with its definition and rule, parts, who is missing),
    ``year_to_date``, ``targets`` (with status and sentence), ``reports`` (state and narrative of
    each reporter), ``missing`` (names), ``tasks`` (assignments by state).
    """
    programme = round_.programme
    round_ = Round.objects.select_related("duty", "programme").get(pk=round_.pk)
    # In memory only: its figures are worked out from the reports, not read from an old snapshot.
    round_.state = RoundState.OPEN
    today = timezone.localdate(at)
    views = live_figures(programme, round_)
    results = target_results(programme, round=round_, today=today, views=views)
    return {
        "format": 1,
        "round": {
            "programme": programme.key,
            "programme_title": programme.title,
            "kind": round_.duty.kind,
            "period": round_.period_key,
            "label": round_.label,
            "starts_on": round_.starts_on.isoformat(),
            "ends_on": round_.ends_on.isoformat(),
            "due_on": round_.due_on.isoformat() if round_.due_on else None,
            "due_before": round_.due_before,
            "closed_on": today.isoformat(),
        },
        "figures": [view.as_json() for view in views],
        "year_to_date": _year_so_far(round_, views),
        "targets": [result.as_json() for result in results],
        "reports": _reports(round_),
        "missing": _not_approved(round_),
        "tasks": task_progress(programme),
    }


def _year_so_far(round_: Round, views: list[FigureView]) -> list[dict[str, Any]]:
    return [
        {
            "tracked": view.definition.tracked_id,
            "value": None if figure.value is None else format(figure.value, "f"),
            "sentence": problem or figure.sentence,
        }
        for view, figure, problem in year_to_date(round_.programme, round=round_, views=views)
    ]


def _reports(round_: Round) -> list[dict[str, Any]]:
    rows = round_.reports.select_related("agency", "unit", "submitted_by", "approved_by")
    rows = rows.prefetch_related("unit__names").order_by("agency__folded", "pk")
    return [_report(row, round_) for row in rows]


def _report(row: Report, round_: Round) -> dict[str, Any]:
    approved = row.state == ReportState.APPROVED
    texts = ("situation", "results", "obstacles", "proposals")
    return {
        "agency": row.agency.key,
        "agency_name": row.agency.name,
        "unit": row.unit.key,
        "unit_name": row.unit.name_on(round_.ends_on),
        "state": row.state,
        "submitted_at": row.submitted_at.isoformat() if row.submitted_at else None,
        "submitted_by": str(row.submitted_by or ""),
        "approved_at": row.approved_at.isoformat() if row.approved_at else None,
        "approved_by": str(row.approved_by or ""),
        # What was not approved is not quoted.
        **{text: getattr(row, text) if approved else "" for text in texts},
    }


def digest(content: dict[str, Any]) -> str:
    """Return the SHA-256 of the content as canonical JSON, in hexadecimal."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
