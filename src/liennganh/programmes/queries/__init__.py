"""Reading programmes, their tasks and their calendar."""

from .calendar import DutyDates, calendar_of, duty_dates
from .programmes import search_programmes, visible_to
from .tasks import (
    TaskFilter,
    Totals,
    assignments_visible_to,
    find_tasks,
    is_late,
    my_assignments,
    task_progress,
    tasks_of,
    totals_by_agency,
)

__all__ = [
    "DutyDates",
    "TaskFilter",
    "Totals",
    "assignments_visible_to",
    "calendar_of",
    "duty_dates",
    "find_tasks",
    "is_late",
    "my_assignments",
    "search_programmes",
    "task_progress",
    "tasks_of",
    "totals_by_agency",
    "visible_to",
]
