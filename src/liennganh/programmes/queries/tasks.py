"""Which tasks somebody sees, what is late, and how far each agency is."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import (
    Case,
    Count,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)

from liennganh.accounts.models import User
from liennganh.accounts.roles import Role
from liennganh.agencies.models import Agency
from liennganh.agencies.queries import hat_of
from liennganh.programmes.models import (
    AssignmentState,
    Programme,
    Task,
    TaskAssignment,
    TaskRole,
)
from liennganh.pure.vietnamese import fold

from .programmes import NO_CONTENTS, UNANSWERED


def assignments_visible_to(user: User) -> QuerySet[TaskAssignment]:
    """Return assignments: the lead agency's officers and leaders see all, others their own."""
    hat = hat_of(user)
    if hat is None or hat.role in NO_CONTENTS:
        return TaskAssignment.objects.none()
    rows = TaskAssignment.objects.select_related("task__programme", "agency")
    own = Q(agency=hat.agency_id)
    if hat.role == Role.PROGRAMME_OFFICER:
        return rows.filter(own | Q(task__programme__lead_agency=hat.agency_id))
    if hat.role == Role.LEADER:
        return rows.filter(own | Q(task__programme__unit__path__startswith=hat.agency.unit.path))
    return rows.filter(own)


def is_late(due_on: dt.date | None, state: str, today: dt.date) -> bool:
    """Tell whether a task is past its day and not yet reported; computed, never stored."""
    return due_on is not None and today > due_on and state in UNANSWERED


def late_on(today: dt.date, prefix: str = "") -> Q:
    """Return the condition of ``is_late``; ``prefix`` leads to the assignment ("assignments__")."""
    return Q(**{f"{prefix}task__due_on__lt": today, f"{prefix}state__in": UNANSWERED})


def task_progress(programme: Programme) -> dict[str, int]:
    """Count the assignments of a programme by state."""
    counts = (
        TaskAssignment.objects.filter(task__programme=programme)
        .values_list("state")
        .annotate(Count("pk"))
    )
    found = dict(counts.order_by())
    return {state.value: found.get(state.value, 0) for state in AssignmentState}


def tasks_of(programme: Programme) -> Iterable[Task]:
    """Return the tasks with their assignments and agencies, in three queries."""
    return programme.tasks.prefetch_related("assignments__agency").order_by("order")


@dataclass(frozen=True)
class TaskFilter:
    """What a list of tasks is narrowed to.

    ``state`` is a state of an assignment, "late", "nobody" (given to nobody) or "".
    """

    text: str = ""
    state: str = ""
    programme: str = ""  # key
    agency: int | None = None


def my_assignments(user: User, wanted: TaskFilter, today: dt.date) -> QuerySet[TaskAssignment]:
    """Return my own agency's shares: returned first, then late, then by day; what is done last."""
    hat = hat_of(user)
    rows = assignments_visible_to(user).filter(agency=hat.agency_id if hat else None)
    if wanted.programme:
        rows = rows.filter(task__programme__key=wanted.programme)
    for word in fold(wanted.text).split():
        rows = rows.filter(task__folded__contains=word)
    if wanted.state == "late":
        rows = rows.filter(late_on(today))
    elif wanted.state:
        rows = rows.filter(state=wanted.state)
    urgency = Case(
        When(state=AssignmentState.RETURNED, then=Value(0)),
        When(late_on(today), then=Value(1)),
        When(state__in=UNANSWERED, task__due_on__isnull=False, then=Value(2)),
        When(state__in=UNANSWERED, then=Value(3)),
        When(state=AssignmentState.REPORTED, then=Value(4)),
        default=Value(5),
        output_field=IntegerField(),
    )
    return rows.annotate(urgency=urgency).order_by(
        "urgency", F("task__due_on").asc(nulls_last=True), "task__order", "pk"
    )


def find_tasks(programme: Programme, wanted: TaskFilter, today: dt.date) -> QuerySet[Task]:
    """Return the tasks of a programme in the plan's order, for those who see all of it.

    Each carries how many shares it has (``shares``), how many wait for a check (``waiting``), are
    checked (``checked``) or late (``late``), and the first who leads it (``lead``, ``leads``).
    """
    rows = programme.tasks.all()
    for word in fold(wanted.text).split():
        rows = rows.filter(folded__contains=word)
    if wanted.state == "nobody":
        rows = rows.filter(assignments__isnull=True)
    elif wanted.state or wanted.agency is not None:
        rows = rows.filter(pk__in=Subquery(_tasks_with(programme, wanted, today).values("task")))
    first = TaskAssignment.objects.filter(task=OuterRef("pk"), role=TaskRole.LEAD).order_by("pk")
    return rows.annotate(
        shares=Count("assignments"),
        leads=Count("assignments", filter=Q(assignments__role=TaskRole.LEAD)),
        waiting=Count("assignments", filter=Q(assignments__state=AssignmentState.REPORTED)),
        checked=Count("assignments", filter=Q(assignments__state=AssignmentState.CHECKED)),
        late=Count("assignments", filter=late_on(today, "assignments__")),
        lead=Subquery(first.values("agency__name")[:1]),
    ).order_by("order", "pk")


def _tasks_with(
    programme: Programme, wanted: TaskFilter, today: dt.date
) -> QuerySet[TaskAssignment]:
    """Return the shares that the filter asks for."""
    rows = TaskAssignment.objects.filter(task__programme=programme)
    if wanted.agency is not None:
        rows = rows.filter(agency=wanted.agency)
    if wanted.state == "late":
        return rows.filter(late_on(today))
    return rows.filter(state=wanted.state) if wanted.state else rows


@dataclass(frozen=True)
class Totals:
    """Shares of tasks, counted by state; ``late`` ones are counted in their state as well."""

    total: int
    lead: int
    open: int
    doing: int
    returned: int
    reported: int
    checked: int
    late: int


_STATES = ("open", "doing", "returned", "reported", "checked")


def totals_by_agency(
    programme: Programme, today: dt.date, *, text: str = ""
) -> tuple[QuerySet[Agency], Totals]:
    """Return the agencies at work, the latest first, and the totals of all of them.

    Each agency carries the numbers of ``Totals`` under the same names.
    """
    shares = Q(assignments__task__programme=programme)
    agencies = Agency.objects.filter(shares)
    rows = TaskAssignment.objects.filter(task__programme=programme)
    for word in fold(text).split():
        agencies = agencies.filter(folded__contains=word)
        rows = rows.filter(agency__folded__contains=word)
    counted = agencies.annotate(**_counts("assignments__", today, shares))
    return counted.order_by(F("late").desc(), "folded", "pk"), Totals(
        **rows.aggregate(**_counts("", today))
    )


def _counts(prefix: str, today: dt.date, within: Q | None = None) -> dict[str, Count]:
    base = within or Q()
    conditions = {
        "total": base,
        "lead": base & Q(**{f"{prefix}role": TaskRole.LEAD}),
        "late": base & late_on(today, prefix),
        **{state: base & Q(**{f"{prefix}state": state}) for state in _STATES},
    }
    return {
        name: Count(f"{prefix}pk", filter=condition or None)
        for name, condition in conditions.items()
    }
