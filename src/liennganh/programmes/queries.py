"""Reading programmes and their tasks."""

import datetime as dt
from collections.abc import Iterable

from django.db.models import Count, Q, QuerySet

from liennganh.accounts.models import User
from liennganh.accounts.roles import Role
from liennganh.programmes.models import (
    AssignmentState,
    Programme,
    Task,
    TaskAssignment,
)


def _prefixes(path: str) -> list[str]:
    """Return the paths of a unit and of everything above it: "/20/", "/20/178/"."""
    parts = path.strip("/").split("/")
    return ["/" + "/".join(parts[: n + 1]) + "/" for n in range(len(parts))]


def visible_to(user: User) -> QuerySet[Programme]:
    """Return the programmes of the user's own line: of units above, of the unit, of units below.

    An agency that holds work in a programme sees it too. The auditor reads the log, not contents.
    """
    hat = user.hat
    if hat is None or hat.role in {Role.AUDITOR, Role.ADMINISTRATOR}:
        return Programme.objects.none()
    path = hat.agency.unit.path
    line = Q(unit__path__startswith=path) | Q(unit__path__in=_prefixes(path))
    at_work = Q(tasks__assignments__agency=hat.agency_id) | Q(reporting_units__agency=hat.agency_id)
    found = (
        Programme.objects.filter(line)
        .values("pk")
        .union(Programme.objects.filter(at_work).values("pk"))
    )
    return Programme.objects.filter(pk__in=found).select_related("unit", "lead_agency", "plan")


def assignments_visible_to(user: User) -> QuerySet[TaskAssignment]:
    """Return assignments: the lead agency's officers and leaders see all, others their own."""
    hat = user.hat
    if hat is None or hat.role in {Role.AUDITOR, Role.ADMINISTRATOR}:
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
    return (
        due_on is not None
        and today > due_on
        and state not in {AssignmentState.REPORTED, AssignmentState.CHECKED}
    )


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
