"""The calendar of a programme as days."""

import datetime as dt
from dataclasses import dataclass

from liennganh.programmes.models import Programme, ReportingDuty
from liennganh.programmes.occurrences import TaskDays, comes_back, next_days
from liennganh.pure.periods import (
    DueRule,
    PeriodKind,
    ScheduledPeriod,
    WindowRule,
    due_from_dict,
    due_sentence,
    schedule,
)

_NEXT = 4


@dataclass(frozen=True)
class DutyDates:
    """A duty in words, and the reports that it asks for: those to come, and those gone by."""

    duty: ReportingDuty
    kind: PeriodKind
    due: DueRule
    window: WindowRule
    sentence: str
    window_sentence: str
    coming: tuple[ScheduledPeriod, ...]
    later: tuple[ScheduledPeriod, ...]
    past: tuple[ScheduledPeriod, ...]


def calendar_of(programme: Programme, today: dt.date) -> list[DutyDates]:
    """Return the duties in the order of their cycles, shortest first. One query."""
    found = [
        duty_dates(duty, programme, today)
        for duty in programme.reporting_duties.filter(active=True).select_related("printed")
    ]
    order = list(PeriodKind)
    return sorted(found, key=lambda one: order.index(one.kind))


def duty_dates(duty: ReportingDuty, programme: Programme, today: dt.date) -> DutyDates:
    """Return what a duty asks for over the programme's years.

    Raises:
        DueRuleError: the stored rule cannot be read, or does not fit the kind.

    """
    kind, due, window = (
        PeriodKind(duty.kind),
        due_from_dict(duty.due),
        WindowRule.from_dict(duty.window),
    )
    periods = schedule(kind, window, due, programme.starts_on.year, programme.ends_on.year)
    coming = [one for one in periods if (one.last_day or one.period.end) >= today]
    return DutyDates(
        duty=duty,
        kind=kind,
        due=due,
        window=window,
        sentence=due_sentence(due),
        window_sentence=window.sentence(),
        coming=tuple(coming[:_NEXT]),
        later=tuple(coming[_NEXT:]),
        past=tuple(periods[: len(periods) - len(coming)]),
    )


def task_days_of(programme: Programme, today: dt.date) -> list[TaskDays]:
    """Return the tasks that come back with their next days, the earliest first. One query."""
    cyclic = programme.tasks.exclude(cycle="", each_year="")
    found = [next_days(task, programme, today) for task in cyclic if comes_back(task)]
    return sorted(found, key=lambda one: (one.next is None, one.next or today))
