"""What waits at the lead agency's desk, and what a leader or the auditor looks at first."""

from dataclasses import dataclass

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from liennganh.accounts.models import User
from liennganh.accounts.roles import Role
from liennganh.audit.models import ChainHead, Event
from liennganh.audit.queries import head, verify_chain, visible_to
from liennganh.dashboard.addresses import address
from liennganh.dashboard.queries.linked import Draft, Share
from liennganh.drafting.models import DraftState, OfficialReport
from liennganh.drafting.queries import awaiting
from liennganh.drafting.queries import visible_to as reports_visible_to
from liennganh.plans.models import Intake
from liennganh.plans.queries import unfinished_intakes
from liennganh.programmes.models import AssignmentState, TaskAssignment, TaskUpdate
from liennganh.reporting.models import Report
from liennganh.reporting.queries import to_review

SHOWN = 8
# Walking the chain reads every row; above this the page offers it instead of doing it.
CHECKED_AT_ONCE = 2000


@dataclass(frozen=True, slots=True)
class Checks:
    """How many shares of a programme's tasks wait for a check, and the list of them."""

    programme: str
    count: int
    url: str


@dataclass(frozen=True, slots=True)
class Desk:
    """The first rows of each pile, and how many lie in it."""

    reviews: tuple[Report, ...]
    review_count: int
    checks: tuple[Share, ...]
    check_count: int
    all_checks: tuple[Checks, ...]  # where the first do not show all
    intakes: tuple[Intake, ...]
    drafts: tuple[Draft, ...]

    @property
    def nothing(self) -> bool:
        """Tell whether every pile is empty."""
        return not (self.review_count or self.check_count or self.intakes or self.drafts)


def desk_of(user: User) -> Desk | None:
    """Return what waits for a programme officer of a lead agency, or None for other roles."""
    if not user.has_role(Role.PROGRAMME_OFFICER):
        return None
    reviews = to_review(user).order_by("submitted_at", "pk")
    checks = to_check(user)
    waiting = checks.count()
    return Desk(
        reviews=tuple(reviews[:SHOWN]),
        review_count=reviews.count(),
        checks=tuple(Share.of(one) for one in checks[:SHOWN]),
        check_count=waiting,
        all_checks=_by_programme(checks) if waiting > SHOWN else (),
        intakes=tuple(unfinished_intakes(user)[:SHOWN]),
        drafts=tuple(Draft.of(one) for one in drafts_of(user)[:SHOWN]),
    )


def to_check(user: User) -> QuerySet[TaskAssignment]:
    """Return the reported shares of tasks that wait for the second person, oldest first.

    Those that the user reported herself wait for a colleague (programmes.rules.may_check).
    """
    last = TaskUpdate.objects.filter(
        assignment=OuterRef("pk"), state=AssignmentState.REPORTED
    ).order_by("-at", "-pk")
    return (
        TaskAssignment.objects.filter(
            state=AssignmentState.REPORTED,
            task__programme__lead_agency=user.hat.agency_id if user.hat else None,
        )
        .annotate(
            reported_by=Subquery(last.values("by")[:1]), since=Subquery(last.values("at")[:1])
        )
        .filter(Q(reported_by__isnull=True) | ~Q(reported_by=user.pk))
        .select_related("task__programme", "agency")
        .order_by("since", "pk")
    )


def _by_programme(checks: QuerySet[TaskAssignment]) -> tuple[Checks, ...]:
    rows = (
        checks.order_by()
        .values("task__programme", "task__programme__key", "task__programme__title")
        .annotate(waiting=Count("pk"))
        .order_by("task__programme")
    )
    return tuple(
        Checks(
            row["task__programme__title"],
            row["waiting"],
            address(
                "programmes:tasks", row["task__programme__key"], state=AssignmentState.REPORTED
            ),
        )
        for row in rows
    )


def drafts_of(user: User) -> QuerySet[OfficialReport]:
    """Return the official reports being written or signed, as drafting shows them to the user."""
    return reports_visible_to(user).exclude(state=DraftState.ISSUED).order_by("-created_at", "-pk")


def to_sign(user: User) -> tuple[Draft, ...]:
    """Return the official reports that wait for this leader's word, and for nobody else's."""
    rows = awaiting(user).order_by("-created_at", "-pk")
    return tuple(Draft.of(one) for one in rows[:SHOWN])


@dataclass(frozen=True, slots=True)
class LogState:
    """How the log stands: ``checked`` tells whether the whole chain was walked just now."""

    head: ChainHead
    checked: bool
    broken_at: int | None
    reason: str
    last: tuple[Event, ...]


def log_state(user: User) -> LogState | None:
    """Return the state of the chain for an auditor, None for everybody else."""
    if not user.has_role(Role.AUDITOR):
        return None
    end = head()
    checked = end.seq <= CHECKED_AT_ONCE
    found = verify_chain() if checked else None
    return LogState(
        head=end,
        checked=checked,
        broken_at=found.seq if found else None,
        reason=found.reason if found else "",
        last=tuple(visible_to(user).order_by("-seq")[:5]),
    )
