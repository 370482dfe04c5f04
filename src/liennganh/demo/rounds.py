"""Three rounds as an office would have lived them: two closed, one under way.

Rounds of other duties that were opened on the way (a half year beside its quarters) are lived
through, too: nothing lies about unanswered for months.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from liennganh.accounts.models import User
from liennganh.demo.figures import cell_for, dice
from liennganh.demo.people import Leads
from liennganh.demo.words import narrative
from liennganh.programmes.models import Programme, ReportingDuty
from liennganh.pure.periods import (
    PeriodKind,
    ScheduledPeriod,
    WindowRule,
    due_from_dict,
    schedule,
)
from liennganh.reporting.actions import (
    approve_report,
    close_round,
    open_due_rounds,
    return_report,
    save_report,
    submit_report,
)
from liennganh.reporting.expected import Asked, asked_in
from liennganh.reporting.models import Report, Round

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
WANTED = 3
Tick = Callable[[str], None]


def moment(day: dt.date, hour: int = 9) -> dt.datetime:
    """Return a moment of a day in Viet Nam."""
    return dt.datetime.combine(day, dt.time(hour), tzinfo=VIETNAM)


@dataclass(frozen=True)
class Stretch:
    """The rounds to live through, in order; the last is under way on ``today``."""

    scheduled: tuple[ScheduledPeriod, ...]
    today: dt.date


def calendar_of(
    duties: list[tuple[str, dict[str, object], dict[str, object]]], first: int, last: int
) -> list[ScheduledPeriod]:
    """Return every report of the duties (kind, window, due) in order of opening."""
    found = [
        one
        for kind, window, due in duties
        if kind not in {PeriodKind.FINAL, PeriodKind.AD_HOC}
        for one in schedule(
            PeriodKind(kind), WindowRule.from_dict(window), due_from_dict(due), first, last
        )
    ]
    return sorted(found, key=lambda one: (one.opens_on, one.period.key))


def stretch(scheduled: list[ScheduledPeriod], today: dt.date) -> Stretch:
    """Choose the last three rounds begun by ``today``; of a plan of the past, its last three.

    Of a plan that has just begun its first three are taken, and the day is put into the third.
    """
    begun = [one for one in scheduled if one.opens_on <= today]
    chosen = tuple(begun[-WANTED:]) if len(begun) >= WANTED else tuple(scheduled[:WANTED])
    last = chosen[-1]
    end = last.last_day or last.period.end
    inside = last.opens_on <= today <= end + dt.timedelta(days=45)
    return Stretch(chosen, today if inside else end + dt.timedelta(days=3))


def duties_of(programme: Programme) -> list[tuple[str, dict[str, object], dict[str, object]]]:
    """Return the programme's duties as ``calendar_of`` takes them."""
    rows = ReportingDuty.objects.filter(programme=programme)
    return [(row.kind, row.window, row.due) for row in rows]


def live(
    programme: Programme, plan: Stretch, leads: Leads, officers: dict[int, User], tick: Tick
) -> list[Round]:
    """Open, fill in, review and close the rounds of the stretch; returns them in order."""
    lived: list[Round] = []
    asked = asked_in(programme)
    for number, one in enumerate(plan.scheduled):
        day = one.opens_on
        open_due_rounds(on=day, at=moment(day), programme=programme)
        round_ = programme.rounds.get(period_key=one.period.key, duty__kind=one.period.kind.value)
        last = number == len(plan.scheduled) - 1
        end = plan.today if last else (one.last_day or one.period.end) + dt.timedelta(days=4)
        _fill(round_, asked, leads, officers, end, under_way=last, number=number, tick=tick)
        if not last:
            close_round(by=leads.officer, round=round_, at=moment(end, 17), confirmed_missing=True)
        lived.append(round_)
    for round_ in programme.rounds.exclude(pk__in=[one.pk for one in lived]):
        end = (round_.due_on or round_.ends_on) + dt.timedelta(days=4)
        if end >= plan.today:
            continue
        _fill(round_, asked, leads, officers, end, under_way=False, number=WANTED, tick=tick)
        close_round(by=leads.officer, round=round_, at=moment(end, 17), confirmed_missing=True)
    return lived


def _fill(
    round_: Round,
    asked: Asked,
    leads: Leads,
    officers: dict[int, User],
    end: dt.date,
    *,
    under_way: bool,
    number: int,
    tick: Tick,
) -> None:
    """Let each reporter do what the dice say: approved, sent, returned, begun, or nothing."""
    reports = list(round_.reports.select_related("agency", "round__programme__lead_agency"))
    # In the first round two communes never answered; in the second everybody did.
    silent = {report.pk for report in _picked(reports, 2)} if number == 0 else set()
    for report in reports:
        tick(round_.label)
        fate = dice("fate", report.agency.key, round_.period_key).random()
        if report.pk in silent or (under_way and fate > 0.86):
            continue
        officer = officers.get(report.agency_id, leads.second)
        day = _day(round_, report, end)
        _write(report, asked, officer, day)
        if under_way and fate > 0.8:
            continue
        submit_report(by=officer, report=report, version=report.version, at=moment(day, 15))
        if under_way and 0.62 < fate <= 0.72:
            continue
        if under_way and 0.72 < fate <= 0.8:
            return_report(
                by=leads.officer,
                report=report,
                comment=(
                    "Đề nghị kiểm tra lại: số liệu kỳ này khác nhiều so với kỳ trước, "
                    "cần nêu rõ nguyên nhân."
                ),
                at=moment(min(day + dt.timedelta(days=1), end), 16),
            )
            continue
        reviewer = leads.second if officer.pk == leads.officer.pk else leads.officer
        approve_report(by=reviewer, report=report, at=moment(end, 16))


def _picked(reports: list[Report], count: int) -> list[Report]:
    ranked = sorted(reports, key=lambda one: dice("silent", one.agency.key).random())
    return ranked[:count] if len(reports) > count + 2 else []


def _day(round_: Round, report: Report, end: dt.date) -> dt.date:
    """Return the day on which the reporter writes; one in ten is late where there is time."""
    throw = dice("day", report.agency.key, round_.period_key)
    if throw.random() < 0.1:
        return end
    last = min(round_.due_on or round_.ends_on, end)
    span = max((last - round_.opens_on).days - 1, 0)
    return round_.opens_on + dt.timedelta(days=throw.randint(0, span))


def _write(report: Report, asked: Asked, officer: User, day: dt.date) -> None:
    cells = {
        tracked.pk: cell_for(tracked, report.agency.key, report.round)
        for tracked in asked.of(report.agency_id)
    }
    save_report(
        by=officer,
        report=report,
        cells=cells,
        narrative=narrative(report.agency.key, report.round.period_key),
        version=report.version,
        at=moment(day, 14),
    )
