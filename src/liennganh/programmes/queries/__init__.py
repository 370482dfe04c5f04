"""Reading programmes, their tasks and their calendar."""

from .calendar import DutyDates, calendar_of, duty_dates, task_days_of
from .programmes import search_programmes, visible_to
from .results import counted_results, is_result_late, results_of
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
    "counted_results",
    "duty_dates",
    "find_tasks",
    "is_late",
    "is_result_late",
    "my_assignments",
    "results_of",
    "search_programmes",
    "task_days_of",
    "task_progress",
    "tasks_of",
    "totals_by_agency",
    "visible_to",
]
