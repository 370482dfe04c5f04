"""Who sent a report, in time or late, as the content of a round tells."""

import datetime as dt
from typing import Any

from django.utils import timezone

from liennganh.drafting.facts import Facts
from liennganh.pure.periods import Lateness, LatenessState, lateness

Report = dict[str, Any]


def sent_on(report: Report) -> dt.date | None:
    """Return the day of the first submission, in Viet Nam."""
    moment = report["submitted_at"]
    return timezone.localdate(dt.datetime.fromisoformat(moment)) if moment else None


def lateness_in(facts: Facts, report: Report) -> Lateness:
    """Return how a report stands against the round's day, on the day of the facts."""
    return lateness(facts.day("due_on"), facts.round["due_before"], sent_on(report), facts.as_of)


def unsent(facts: Facts) -> list[Report]:
    """Return the reports that were never sent."""
    return [report for report in facts.reports if sent_on(report) is None]


def sent_late(facts: Facts) -> list[Report]:
    return _sent(facts, LatenessState.LATE)


def sent_in_time(facts: Facts) -> list[Report]:
    return _sent(facts, LatenessState.ON_TIME)


def _sent(facts: Facts, state: LatenessState) -> list[Report]:
    return [
        report
        for report in facts.reports
        if sent_on(report) is not None and lateness_in(facts, report).state is state
    ]
