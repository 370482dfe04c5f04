"""Targets without a figure: how each stands."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence

from liennganh.programmes.models import ExpectedResult, Programme, ResultState

_UNSHOWN = (ResultState.OPEN, ResultState.RETURNED)


def is_result_late(result: ExpectedResult, today: dt.date) -> bool:
    """Tell whether its day is past and no proof waits or is recognised; computed, never stored."""
    return today > result.deadline and result.state in _UNSHOWN


def results_of(programme: Programme, today: dt.date) -> list[ExpectedResult]:
    """Return the targets without a figure in the plan's order, each with ``late``. One query."""
    found = list(programme.expected_results.select_related("lead"))
    for one in found:
        one.late = is_result_late(one, today)  # type: ignore[attr-defined]
    return found


def counted_results(results: Sequence[ExpectedResult]) -> dict[str, int]:
    """Return how many results stand in each state, every state named."""
    found = Counter(one.state for one in results)
    return {state.value: found[state.value] for state in ResultState}
