"""The days on which a task that comes back is due: computed from its cycle, never stored."""

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from liennganh.programmes.models import Programme, Task

REGULAR = "regular"  # all the time: no day of its own
_YEARLY = re.compile(r"(\d{2})-(\d{2})")
_WEEK = dt.timedelta(days=7)
_FRIDAY = 4
# Months at whose end a cycle is due.
_MONTHS = {
    "monthly": tuple(range(1, 13)),
    "quarterly": (3, 6, 9, 12),
    "six_month": (6, 12),
    "annual": (12,),
}


@dataclass(frozen=True)
class TaskDays:
    """A task that comes back, with its next day and those after it within the programme."""

    task: Task
    next: dt.date | None
    later: tuple[dt.date, ...]


def is_yearly(printed: str) -> bool:
    """Tell whether a printed deadline is a day of each year ("05-15")."""
    return _YEARLY.fullmatch(printed) is not None


def comes_back(task: Task) -> bool:
    """Tell whether a task has days that come back."""
    return bool(task.each_year) or task.cycle in {*_MONTHS, "weekly"}


def days_of(task: Task, starts_on: dt.date, ends_on: dt.date) -> list[dt.date]:
    """Return the days on which a task is due between two days, both included.

    A cycle ends on the last day of its week (Friday), month, quarter, half or whole year; a day of
    each year that a year does not have (29/2) is the last of its month.
    """
    last = min(ends_on, task.until) if task.until else ends_on
    return [day for day in _days(task, starts_on, last) if starts_on <= day <= last]


def _days(task: Task, starts_on: dt.date, ends_on: dt.date) -> Iterator[dt.date]:
    if match := _YEARLY.fullmatch(task.each_year):
        month, day = int(match[1]), int(match[2])
        for year in range(starts_on.year, ends_on.year + 1):
            yield dt.date(year, month, min(day, calendar.monthrange(year, month)[1]))
    elif task.cycle == "weekly":
        day_on = starts_on + dt.timedelta(days=(_FRIDAY - starts_on.weekday()) % 7)
        while day_on <= ends_on:
            yield day_on
            day_on += _WEEK
    else:
        for year in range(starts_on.year, ends_on.year + 1):
            for month in _MONTHS.get(task.cycle, ()):
                yield dt.date(year, month, calendar.monthrange(year, month)[1])


def next_days(task: Task, programme: Programme, today: dt.date, most: int = 4) -> TaskDays:
    """Return the next days of a task within its programme, at most so many after the first."""
    start = max(programme.starts_on, today)
    days = days_of(task, start, programme.ends_on) if start <= programme.ends_on else []
    return TaskDays(task, days[0] if days else None, tuple(days[1 : most + 1]))
