"""The programmes that somebody sees, each with how it stands, for leaders and the lead agency."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count

from liennganh.accounts.models import User
from liennganh.agencies.models import Agency
from liennganh.dashboard.queries.linked import Share
from liennganh.dashboard.queries.overview import Overview, overview_of
from liennganh.dashboard.queries.rounds import Coverage, chosen, coverage_of, rounds_of
from liennganh.programmes.models import Programme, TaskAssignment
from liennganh.programmes.queries import Totals, calendar_of, totals_by_agency, visible_to
from liennganh.programmes.queries.tasks import late_on
from liennganh.pure.periods import ScheduledPeriod
from liennganh.reporting.models import Round

# More than these are listed by name only: each takes some fifteen queries.
SUMMED = 6
AGENCIES_SHOWN = 12
DAYS_SHOWN = 5
LATE_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Summary:
    """A programme at a glance; without a round nothing can be said yet."""

    programme: Programme
    round: Round | None
    overview: Overview | None
    coverage: Coverage | None
    late_tasks: int


def summaries(user: User, today: dt.date) -> tuple[list[Summary], list[Programme]]:
    """Return the first programmes with how they stand, and the others by name."""
    found = list(visible_to(user).order_by("-starts_on", "-adopted_at", "pk"))
    return [_summary(one, today) for one in found[:SUMMED]], found[SUMMED:]


def _summary(programme: Programme, today: dt.date) -> Summary:
    round_ = chosen(rounds_of(programme), "")
    rows = TaskAssignment.objects.filter(task__programme=programme)
    late = rows.aggregate(late=Count("pk", filter=late_on(today)))["late"]
    if round_ is None:
        return Summary(programme, None, None, None, late)
    return Summary(
        programme,
        round_,
        overview_of(programme, round_, today),
        coverage_of(programme, round_, today),
        late,
    )


@dataclass(frozen=True, slots=True)
class Work:
    """How far the agencies are with the tasks, those with late ones first."""

    rows: tuple[Agency, ...]  # each with the numbers of ``Totals``
    agencies: int  # of those that the user sees
    agencies_in_all: int
    total: Totals  # of all
    late: tuple[Share, ...]

    @property
    def hidden(self) -> int:
        """How many agencies the page does not list."""
        return self.agencies - len(self.rows)


def work_of(programme: Programme, today: dt.date, *, agency_id: int | None = None) -> Work:
    """Return the tasks by agency, of one agency alone where ``agency_id`` is given. Five queries."""
    rows, total = totals_by_agency(programme, today)
    in_all = rows.count()
    late = TaskAssignment.objects.filter(late_on(today), task__programme=programme)
    if agency_id is not None:
        rows, late = rows.filter(pk=agency_id), late.filter(agency=agency_id)
    listed = late.select_related("task", "agency").order_by("task__due_on", "task__order", "pk")
    return Work(
        rows=tuple(rows[:AGENCIES_SHOWN]),
        agencies=rows.count(),
        agencies_in_all=in_all,
        total=total,
        late=tuple(Share.of(one) for one in listed[:LATE_SHOWN]),
    )


@dataclass(frozen=True, slots=True)
class Coming:
    """A report that the calendar asks for next, and to whom it goes."""

    scheduled: ScheduledPeriod
    recipients: str


def coming_of(programme: Programme, today: dt.date) -> list[Coming]:
    """Return the next reports that the programme's calendar asks for, the earliest day first."""
    found = [
        Coming(one, dates.duty.recipients)
        for dates in calendar_of(programme, today)
        for one in dates.coming
        if one.last_day is not None
    ]
    found.sort(key=lambda one: one.scheduled.last_day or dt.date.max)
    return found[:DAYS_SHOWN]
