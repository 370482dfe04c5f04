"""Opening rounds, from the calendar or on the spot, and giving them their day."""

import datetime as dt
import logging
from collections.abc import Iterable, Iterator

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from liennganh.accounts.models import User
from liennganh.agencies.models import Agency
from liennganh.audit.actions import record
from liennganh.audit.verbs import Verb
from liennganh.errors import DomainError, WrongStateError
from liennganh.programmes.models import Programme, ReportingDuty
from liennganh.pure.periods import (
    CALENDAR,
    DueRule,
    DueRuleError,
    Period,
    PeriodError,
    PeriodKind,
    ScheduledPeriod,
    WindowRule,
    due_from_dict,
    schedule,
)
from liennganh.pure.vietnamese import format_date
from liennganh.reporting.expected import expected_agencies, reporting_unit_of
from liennganh.reporting.models import Report, Round, RoundState
from liennganh.reporting.rules import demand_open, may_manage_rounds

log = logging.getLogger(__name__)


def open_due_rounds(
    *, on: dt.date, at: dt.datetime, programme: Programme | None = None
) -> list[Round]:
    """Open every round whose day has come, with a report for each expected reporter.

    Idempotent: a round opens once, and a reporter who joined later gets a report in the rounds
    that are still open. Returns the rounds opened now. A duty whose rule cannot be read is logged
    and left out, so that it does not hold up the others.
    """
    programmes = Programme.objects.select_related("lead_agency")
    if programme is not None:
        programmes = programmes.filter(pk=programme.pk)
    opened = []
    for one in programmes.filter(reporting_duties__isnull=False).distinct():
        opened += _open_due(one, on, at)
    return opened


def _open_due(programme: Programme, on: dt.date, at: dt.datetime) -> list[Round]:
    duties = list(programme.reporting_duties.filter(active=True))
    known = set(programme.rounds.values_list("duty_id", "period_key"))
    reporters = expected_agencies(programme)
    opened = []
    for duty in duties:
        for scheduled, before in _scheduled(programme, duty):
            if scheduled.opens_on > on or (duty.pk, scheduled.period.key) in known:
                continue
            if (round_ := _open(programme, duty, scheduled, before, at)) is not None:
                opened.append(round_)
    _add_reports(programme, reporters)
    return opened


def _scheduled(programme: Programme, duty: ReportingDuty) -> Iterator[tuple[ScheduledPeriod, bool]]:
    """Yield the duty's periods that share days with the programme, and "trước ngày" or not."""
    try:
        due = due_from_dict(duty.due) if duty.due else DueRule()
        found = schedule(
            PeriodKind(duty.kind),
            WindowRule.from_dict(duty.window or {}),
            due,
            programme.starts_on.year,
            programme.ends_on.year,
        )
    except (DueRuleError, PeriodError) as error:
        log.warning("Reporting duty %s gives no rounds: %s", duty.pk, error)
        return
    since = _followed_since(programme)
    for scheduled in found:
        period = scheduled.period
        over = (scheduled.last_day or period.end) < since
        if period.end >= programme.starts_on and period.start <= programme.ends_on and not over:
            yield scheduled, due.before


def _followed_since(programme: Programme) -> dt.date:
    """Return the day from which reports are asked for: those due before adoption never were.

    A programme adopted after its whole period is a record of the past: all its rounds are opened.
    """
    adopted = timezone.localdate(programme.adopted_at)
    return adopted if adopted <= programme.ends_on else programme.starts_on


def _open(
    programme: Programme,
    duty: ReportingDuty,
    scheduled: ScheduledPeriod,
    before: bool,
    at: dt.datetime,
) -> Round | None:
    """Open one round; None when somebody else opened it in the same moment."""
    period = scheduled.period
    try:
        with transaction.atomic():
            round_ = Round.objects.create(
                programme=programme,
                duty=duty,
                period_key=period.key,
                label=period.label,
                starts_on=period.start,
                ends_on=period.end,
                opens_on=scheduled.opens_on,
                due_on=scheduled.due,
                due_before=before,
                actual_until=scheduled.actual_until,
                opened_at=at,
            )
            record(by=None, verb=Verb.OPEN, obj=round_, at=at, after=_as_logged(round_))
    except IntegrityError:
        return None
    return round_


def _add_reports(programme: Programme, agencies: Iterable[Agency]) -> None:
    """Give every expected reporter a report in every open round, where there is none."""
    rounds = list(programme.rounds.filter(state=RoundState.OPEN))
    have = set(Report.objects.filter(round__in=rounds).values_list("round_id", "agency_id"))
    units = reporting_unit_of(programme)
    Report.objects.bulk_create(
        [
            Report(round=round_, agency=agency, unit_id=units.get(agency.pk, agency.unit_id))
            for round_ in rounds
            for agency in agencies
            if (round_.pk, agency.pk) not in have and agency.exists_on(round_.opens_on)
        ],
        batch_size=500,
        ignore_conflicts=True,
    )


def open_ad_hoc_round(
    *,
    by: User,
    programme: Programme,
    label: str,
    starts_on: dt.date,
    ends_on: dt.date,
    due_on: dt.date | None,
    at: dt.datetime,
) -> Round:
    """Open a round that no calendar asked for, over the days given (both inside).

    Raises:
        PermissionDenied: ``by`` is no programme officer of the lead agency.
        DomainError: the days are upside down, the label is blank, or an ad hoc round with this
            closing day stands already.

    """
    if not may_manage_rounds(by, programme):
        raise PermissionDenied
    if not label.strip():
        raise DomainError(_("Hãy đặt tên cho kỳ đột xuất."), field="label")
    if ends_on < starts_on:
        raise DomainError(_("Ngày cuối kỳ đứng trước ngày đầu kỳ."), field="ends_on")
    if due_on is not None and due_on < timezone.localdate(at):
        raise DomainError(_("Hạn nộp đã qua. Hãy chọn một ngày sắp tới."), field="due_on")
    period = Period(PeriodKind.AD_HOC, ends_on.year, 1, starts_on, ends_on)
    with transaction.atomic():
        duty = ReportingDuty.objects.get_or_create(
            programme=programme,
            kind=PeriodKind.AD_HOC.value,
            defaults={"window": CALENDAR.to_dict(), "due": {}},
        )[0]
        if duty.rounds.filter(period_key=period.key).exists():
            raise DomainError(
                _(
                    "Đã có kỳ đột xuất chốt số liệu ngày %(day)s. Hãy dùng kỳ đó hoặc chọn ngày khác."
                )
                % {"day": format_date(ends_on)},
                field="ends_on",
            )
        round_ = Round.objects.create(
            programme=programme,
            duty=duty,
            period_key=period.key,
            label=label.strip(),
            starts_on=starts_on,
            ends_on=ends_on,
            opens_on=timezone.localdate(at),
            due_on=due_on,
            opened_at=at,
        )
        record(by=by, verb=Verb.OPEN, obj=round_, at=at, after=_as_logged(round_))
        _add_reports(programme, expected_agencies(programme))
    return round_


def set_due(*, by: User, round: Round, due_on: dt.date, at: dt.datetime) -> Round:  # noqa: A002 - the word of the glossary
    """Give a day to a round for which the plan prints none.

    Raises:
        PermissionDenied: ``by`` is no programme officer of the lead agency.
        WrongStateError: the round is closed.
        DomainError: the plan prints a day, which is not ours to move, or the day is before the
            round opened.

    """
    if not may_manage_rounds(by, round.programme):
        raise PermissionDenied
    demand_open(round)
    if round.due_on is not None and _printed(round):
        raise DomainError(
            _("Hạn %(day)s do kế hoạch quy định nên không đổi được ở đây.")
            % {"day": format_date(round.due_on)},
            field="due_on",
        )
    if due_on < round.opens_on:
        raise DomainError(_("Hạn nộp đứng trước ngày mở kỳ."), field="due_on")
    with transaction.atomic():
        before = round.due_on
        # Closed meanwhile, or given another day: said of what is stored, not of what was opened.
        set_now = Round.objects.filter(pk=round.pk, state=RoundState.OPEN, due_on=before)
        if set_now.update(due_on=due_on) != 1:
            raise WrongStateError(
                _("Kỳ này vừa được người khác thay đổi. Hãy mở lại trang để xem.")
            )
        record(
            by=by,
            verb=Verb.UPDATE,
            obj=round,
            at=at,
            before={"due_on": before},
            after={"due_on": due_on},
        )
    round.due_on = due_on
    return round


def _printed(round_: Round) -> bool:
    """Tell whether the day of the round comes from the duty."""
    rule = due_from_dict(round_.duty.due) if round_.duty.due else DueRule()
    period = Period(
        PeriodKind(round_.duty.kind), round_.ends_on.year, 1, round_.starts_on, round_.ends_on
    )
    if period.kind is not PeriodKind.AD_HOC:
        period = WindowRule.from_dict(round_.duty.window or {}).parse_key(round_.period_key)
    return rule.due_on(period) is not None


def _as_logged(round_: Round) -> dict[str, object]:
    return {
        "programme": round_.programme_id,
        "period": round_.period_key,
        "starts_on": round_.starts_on,
        "ends_on": round_.ends_on,
        "due_on": round_.due_on,
    }
