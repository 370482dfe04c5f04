"""What waits for somebody, and how far a round has come."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from liennganh.accounts.models import User
from liennganh.pure.periods import Lateness, LatenessState, lateness
from liennganh.reporting.expected import Asked, asked_in
from liennganh.reporting.models import Report, ReportState, Review, Round, RoundState
from liennganh.reporting.queries.access import visible_to
from liennganh.reporting.rules import EDITABLE, REPORTING_ROLES


@dataclass(frozen=True, slots=True)
class WorkItem:
    """A report that waits for its agency: what, until when, how far, and what the reviewer said."""

    report: Report
    lateness: Lateness
    filled: int
    asked: int
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Completeness:
    """How many reports of a round stand where."""

    expected: int
    submitted: int  # submitted at least once and not returned: waiting or approved
    approved: int
    returned: int
    draft: int

    @property
    def percent(self) -> int:
        """Return the share that is approved, in whole per cent rounded down."""
        return 100 * self.approved // self.expected if self.expected else 0


def lateness_of(report: Report, today: dt.date) -> Lateness:
    """Return where a report stands against its day (``round`` must be fetched along)."""
    submitted = timezone.localdate(report.submitted_at) if report.submitted_at else None
    round_ = report.round
    return lateness(round_.due_on, round_.due_before, submitted, today, opens_on=round_.opens_on)


def completeness(round: Round) -> Completeness:  # noqa: A002 - the word of the glossary
    """Count the reports of a round by state, in one query."""
    counts = dict(round.reports.order_by().values_list("state").annotate(Count("pk")))
    approved = counts.get(ReportState.APPROVED, 0)
    return Completeness(
        expected=sum(counts.values()),
        submitted=approved + counts.get(ReportState.SUBMITTED, 0),
        approved=approved,
        returned=counts.get(ReportState.RETURNED, 0),
        draft=counts.get(ReportState.DRAFT, 0),
    )


def with_answers(reports: QuerySet[Report]) -> QuerySet[Report]:
    """Add ``answered``: how many figures each report answers."""
    return reports.annotate(answered=Count("observations"))


def _waiting(user: User) -> list[Report]:
    """Return what the user's agency has still to send, the earliest day first."""
    if not user.has_role(*REPORTING_ROLES):
        return []
    mine = visible_to(user).filter(
        agency=user.hat.agency_id, state__in=EDITABLE, round__state=RoundState.OPEN
    )
    found = list(with_answers(mine).prefetch_related("reviews"))
    return sorted(
        found, key=lambda r: (r.round.due_on is None, r.round.due_on or dt.date.max, r.pk)
    )


def _items(reports: list[Report], today: dt.date) -> list[WorkItem]:
    asked: dict[int, Asked] = {}
    items = []
    for report in reports:
        programme = report.round.programme
        if programme.pk not in asked:
            asked[programme.pk] = asked_in(programme)
        reviews = list(report.reviews.all()) if report.state == ReportState.RETURNED else []
        items.append(
            WorkItem(
                report=report,
                lateness=lateness_of(report, today),
                filled=report.answered,  # type: ignore[attr-defined]  # annotated above
                asked=len(asked[programme.pk].of(report.agency_id)),
                comment=reviews[0].comment if reviews else "",
            )
        )
    return items


def returned_to(user: User, today: dt.date) -> list[WorkItem]:
    """Return the reports that came back to the user's agency, with the reviewer's words."""
    return _items([r for r in _waiting(user) if r.state == ReportState.RETURNED], today)


def due_for(user: User, today: dt.date) -> list[WorkItem]:
    """Return the reports that the user's agency has to send and that are not late yet."""
    drafts = [r for r in _waiting(user) if r.state == ReportState.DRAFT]
    return [i for i in _items(drafts, today) if i.lateness.state != LatenessState.OVERDUE]


def late_for(user: User, today: dt.date) -> list[WorkItem]:
    """Return the reports that the user's agency has not sent in time."""
    drafts = [r for r in _waiting(user) if r.state == ReportState.DRAFT]
    return [i for i in _items(drafts, today) if i.lateness.state == LatenessState.OVERDUE]


def to_review(user: User) -> QuerySet[Report]:
    """Return the submitted reports that wait for the user's approval."""
    return (
        visible_to(user)
        .filter(
            Q(round__programme__lead_agency=user.hat.agency_id if user.hat else None),
            state=ReportState.SUBMITTED,
            round__state=RoundState.OPEN,
        )
        .exclude(submitted_by=user)
    )


def next_to_review(user: User, report: Report) -> Report | None:
    """Return the report of the same round that waits after this one by name, or the first, or None.

    What the reviewer passed over comes again only when everything behind it is done.
    """
    waiting = to_review(user).filter(round=report.round_id).order_by("agency__folded", "pk")
    folded = report.agency.folded
    behind = Q(agency__folded__gt=folded) | Q(agency__folded=folded, pk__gt=report.pk)
    return waiting.filter(behind).first() or waiting.first()


def latest_review(report: Report) -> Review | None:
    """Return the latest word of the lead agency on a report."""
    return report.reviews.select_related("by").first()
