"""The reports that a duty asks for, over the years of a plan."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from liennganh.pure.vietnamese import format_date

from .due import DueRule, DueRuleError, YearDays
from .kinds import Period, PeriodError, PeriodKind
from .windows import WindowRule

DEFAULT_OPEN_DAYS = 10


@dataclass(frozen=True, slots=True)
class ScheduledPeriod:
    """One report to come: its period, its day, and from when it can be written.

    ``due`` is the day as named and ``last_day`` the last one in time; both are ``None`` where the
    plan names none. ``due_before_end``: the report is due before its figures are closed, so it
    gives what was done up to ``actual_until`` and an estimate of the whole.
    """

    period: Period
    due: dt.date | None
    last_day: dt.date | None
    opens_on: dt.date
    due_before_end: bool
    actual_until: dt.date | None

    @property
    def before(self) -> bool:
        """Tell whether the day as named is already late."""
        return self.due != self.last_day

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the headings of the columns of figures that the report needs."""
        if self.actual_until is None:
            return ("Thực hiện cả kỳ",)
        return (f"Thực hiện đến ngày {format_date(self.actual_until)}", "Ước cả kỳ")


def schedule(
    kind: PeriodKind,
    window: WindowRule,
    due: DueRule,
    first_year: int,
    last_year: int,
    *,
    open_days: int = DEFAULT_OPEN_DAYS,
    holidays: Collection[dt.date] = (),
) -> tuple[ScheduledPeriod, ...]:
    """Return the reports of the years, in order of time.

    A six-month duty reports the first six months; the second half is covered by the annual report,
    unless the duty names two days of the year. A single date gives the one report it belongs to. An
    ad hoc duty gives a report for each day it names, and none where it names none.

    ``open_days`` is how many days before its last day a report can be begun that is due before its
    figures are closed, or right after; others open on the day after closing.

    Raises:
        DueRuleError: the rule's days of the year do not fit the kind (``DueRule.problem_with``).
        PeriodError: the years are in the wrong order.

    """
    if first_year > last_year:
        raise PeriodError(f"Năm đầu {first_year} đứng sau năm cuối {last_year}.")
    if problem := due.problem_with(kind):
        raise DueRuleError(problem)
    found = []
    for period in _periods(kind, window, due, first_year, last_year):
        day = due.due_on(period, holidays)
        if day is None and due.is_single:
            continue
        found.append(_scheduled(period, window, day, due.last_day(period, holidays), open_days))
    return tuple(found)


def _periods(
    kind: PeriodKind, window: WindowRule, due: DueRule, first_year: int, last_year: int
) -> list[Period]:
    years = range(first_year, last_year + 1)
    if kind is PeriodKind.FINAL:
        return [window.final(first_year, last_year)]
    if kind is PeriodKind.AD_HOC:
        return [window.ad_hoc(day) for day in _named_days(due, years)]
    halves_named = isinstance(due.when, YearDays) and len(due.when.days) > 1
    if kind is PeriodKind.SIX_MONTH and not halves_named:
        return [window.period(kind, year, 1) for year in years]
    return [period for year in years for period in window.periods_of(kind, year)]


def _named_days(due: DueRule, years: range) -> list[dt.date]:
    if single := due.single_day():
        return [single]
    if not isinstance(due.when, YearDays):
        return []
    # 29/02 is the 28th in other years, as in ``DueRule.due_on``.
    return sorted(
        {
            dt.date(year, month, day if (month, day) != (2, 29) or _is_leap(year) else 28)
            for year in years
            for month, day in due.when.days
        }
    )


def _is_leap(year: int) -> bool:
    return dt.date(year, 3, 1) - dt.date(year, 2, 28) == dt.timedelta(days=2)


def _scheduled(
    period: Period,
    window: WindowRule,
    due: dt.date | None,
    last_day: dt.date | None,
    open_days: int,
) -> ScheduledPeriod:
    closed = period.end + dt.timedelta(days=1)
    if last_day is None:
        return ScheduledPeriod(period, None, None, closed, due_before_end=False, actual_until=None)
    opens_on = max(period.start, min(closed, last_day - dt.timedelta(days=open_days)))
    early = last_day < period.end and period.kind is not PeriodKind.AD_HOC
    return ScheduledPeriod(
        period,
        due,
        last_day,
        opens_on,
        due_before_end=early,
        actual_until=_last_closed(window, last_day, period.start) if early else None,
    )


def _last_closed(window: WindowRule, before: dt.date, start: dt.date) -> dt.date:
    """Return the closing day nearest before a day: up to there actual figures can be had."""
    months = (window.closes(before.year, before.month - back) for back in range(3))
    day = next(day for day in months if day < before)
    return max(day, start)
