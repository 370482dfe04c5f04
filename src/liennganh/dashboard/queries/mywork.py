"""What waits for the agency of the person: reports and tasks in one list."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from liennganh.accounts.models import User
from liennganh.dashboard.addresses import address
from liennganh.dashboard.days import day_name
from liennganh.programmes.models import AssignmentState, TaskAssignment, TaskRole, TaskUpdate
from liennganh.programmes.queries import TaskFilter, my_assignments
from liennganh.programmes.queries.programmes import UNANSWERED
from liennganh.pure.periods import last_day_in_time
from liennganh.reporting.queries import WorkItem, due_for, late_for, returned_to
from liennganh.reporting.rules import REPORTING_ROLES

# A list longer than this is no list of today's work: the rest is one press away.
MOST = 30


@dataclass(frozen=True, slots=True)
class Line:
    """One piece of work: what, for whom, until when, how far, and where to go on with it.

    ``words`` are the reviewer's; ``done`` of ``total`` counts cells of a report, or per cent of a
    task (total 100). ``days_late`` is 0 where the day has not passed.
    """

    kind: str  # "report" or "task"
    what: str
    whom: str
    until: dt.date | None
    done: int
    total: int
    url: str
    words: str = ""
    words_by: str = ""
    days_late: int = 0
    role: str = ""
    due: dt.date | None = None  # the day as named, itself late where ``before``
    before: bool = False

    @property
    def how_far(self) -> str:
        """Return how far the work is, in words."""
        if self.kind == "report" and not self.total:
            return _("chỉ có phần lời văn")
        if self.kind == "report":
            return _("%(done)s/%(total)s ô đã điền") % {"done": self.done, "total": self.total}
        return _("tiến độ %(done)s%%") % {"done": self.done}


@dataclass(frozen=True, slots=True)
class Day:
    """The lines of one day; ``name`` is "" for work without a day."""

    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class MyWork:
    """The three lists, how many of each there are in all, and how many tasks have no day."""

    returned: tuple[Line, ...] = ()
    due: tuple[Day, ...] = ()
    late: tuple[Line, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)
    standing: int = 0

    @property
    def nothing(self) -> bool:
        """Tell whether nothing at all waits."""
        return not any(self.counts.values())


def my_work(user: User, today: dt.date) -> MyWork:
    """Return what waits for the person's agency; empty for roles that neither report nor answer.

    The number of queries depends on how many programmes ask, not on how much waits.
    """
    if not user.has_role(*REPORTING_ROLES):
        return MyWork()
    tasks = _open_tasks(user, today)
    returned = [*_reports(returned_to(user, today)), *_tasks(tasks, today, returned=True)]
    others = list(_tasks(tasks, today, returned=False))
    late = [*_reports(late_for(user, today)), *(line for line in others if line.days_late)]
    due = [*_reports(due_for(user, today)), *(line for line in others if not line.days_late)]
    dated = sorted(_with_day(due), key=_day_of)
    return MyWork(
        returned=tuple(returned[:MOST]),
        due=tuple(_by_day(dated[:MOST], today)),
        late=tuple(sorted(late, key=lambda line: -line.days_late)[:MOST]),
        counts={"returned": len(returned), "due": len(dated), "late": len(late)},
        standing=sum(1 for line in due if line.kind == "task" and line.until is None),
    )


def _with_day(lines: Iterable[Line]) -> list[Line]:
    """Leave out standing tasks, which would fill the page every day; they are counted instead."""
    return [line for line in lines if line.kind == "report" or line.until is not None]


def _day_of(line: Line) -> tuple[bool, dt.date]:
    return line.until is None, line.until or dt.date.max


def _by_day(lines: Sequence[Line], today: dt.date) -> Iterable[Day]:
    for day, group in groupby(lines, key=lambda line: line.until):
        yield Day(day_name(day, today) if day else "", tuple(group))


def _reports(items: Iterable[WorkItem]) -> Iterable[Line]:
    for item in items:
        report, round_ = item.report, item.report.round
        review = next(iter(report.reviews.all()), None) if item.comment else None
        yield Line(
            kind="report",
            what=_("Báo cáo %(round)s") % {"round": _lowered(str(round_))},
            whom=str(round_.programme),
            until=last_day_in_time(round_.due_on, before=round_.due_before)
            if round_.due_on
            else None,
            done=item.filled,
            total=item.asked,
            url=address("reporting:edit", report.pk),
            words=item.comment,
            words_by=str(review.by) if review else "",
            days_late=item.lateness.days if item.lateness.state == "overdue" else 0,
            due=round_.due_on,
            before=round_.due_before,
        )


def _lowered(label: str) -> str:
    """Return a round's label as it stands inside a line: "6 tháng đầu năm 2026", "quý I năm 2026"."""
    return label[:1].lower() + label[1:]


def _open_tasks(user: User, today: dt.date) -> list[TaskAssignment]:
    verdicts = TaskUpdate.objects.filter(state=AssignmentState.RETURNED).select_related("by")
    rows = my_assignments(user, TaskFilter(), today).filter(state__in=UNANSWERED)
    return list(
        rows.prefetch_related(
            Prefetch("updates", verdicts.order_by("-at", "-pk"), to_attr="verdicts")
        )
    )


def _tasks(rows: Iterable[TaskAssignment], today: dt.date, *, returned: bool) -> Iterable[Line]:
    for row in rows:
        if (row.state == AssignmentState.RETURNED) is not returned:
            continue
        task = row.task
        verdict = next(iter(row.verdicts), None) if returned else None  # type: ignore[attr-defined]  # prefetched above
        yield Line(
            kind="task",
            what=task.words,
            whom=str(task.programme),
            until=task.due_on,
            due=task.due_on,
            done=row.progress,
            total=100,
            url=address("programmes:assignment", row.pk),
            words=verdict.note if verdict else "",
            words_by=str(verdict.by) if verdict else "",
            days_late=max(0, (today - task.due_on).days) if task.due_on else 0,
            role=str(TaskRole(row.role).label),
        )
