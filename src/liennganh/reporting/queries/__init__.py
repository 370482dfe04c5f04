"""Every read of this app: who sees what, what waits, and what it adds up to."""

from .access import rounds_visible_to, visible_to
from .figures import figure_of, figures, live_figures
from .stretches import target_results, year_to_date
from .work import (
    Completeness,
    WorkItem,
    completeness,
    due_for,
    late_for,
    lateness_of,
    latest_review,
    next_to_review,
    returned_to,
    to_review,
    with_answers,
)

__all__ = [
    "Completeness",
    "WorkItem",
    "completeness",
    "due_for",
    "figure_of",
    "figures",
    "late_for",
    "lateness_of",
    "latest_review",
    "live_figures",
    "next_to_review",
    "returned_to",
    "rounds_visible_to",
    "target_results",
    "to_review",
    "visible_to",
    "with_answers",
    "year_to_date",
]
