"""Reading intakes and plans for pages."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Count, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from liennganh.accounts.models import User
from liennganh.accounts.roles import Role
from liennganh.agencies.matching import AgencyMatch
from liennganh.agencies.queries import hat_of, match_many, provinces_of
from liennganh.plans.abbreviations import spelled_out
from liennganh.plans.cited import digits_of, is_same
from liennganh.plans.headers import plan_day
from liennganh.plans.models import (
    Intake,
    IntakeItem,
    IntakeOwner,
    IntakeState,
    ItemKind,
    ItemState,
    Plan,
    PlanLegalBasis,
    PrintedQualitative,
    PrintedTarget,
    PrintedTask,
    PrintedTaskOwner,
)
from liennganh.plans.question import Question
from liennganh.plans.questions import questions_of
from liennganh.plans.rules import may_upload
from liennganh.pure.vietnamese import fold

# The order in which a review shows the kinds.
KIND_ORDER = (
    ItemKind.LEGAL_BASIS,
    ItemKind.TARGET,
    ItemKind.QUALITATIVE,
    ItemKind.TASK,
    ItemKind.REPORT,
    ItemKind.BUDGET,
)


def visible_to(user: User) -> QuerySet[Plan]:
    """Return the confirmed plans of the person's province, for every role that works on them.

    Who keeps the log or the accounts reads no contents.
    """
    condition = Q(pk__in=())
    if user.has_role(Role.AUDITOR, Role.ADMINISTRATOR):
        return Plan.objects.none()
    for path in provinces_of(user):
        condition |= Q(agency__unit__path__startswith=path)
    plans: QuerySet[Plan] = Plan.objects.filter(condition).select_related("agency")
    return plans


def intakes_visible_to(user: User) -> QuerySet[Intake]:
    """Return the readings of the person's own agency, for its programme officers only."""
    hat = hat_of(user)
    if hat is None or not may_upload(user):
        return Intake.objects.none()
    return Intake.objects.filter(agency=hat.agency_id).select_related("agency__unit", "document")


def unfinished_intakes(user: User) -> QuerySet[Intake]:
    """Return the readings that still want work, with how many items are left to look at."""
    return (
        intakes_visible_to(user)
        .filter(state__in=(IntakeState.READING, IntakeState.FAILED, IntakeState.REVIEW))
        .annotate(
            left=Count("items", filter=Q(items__state=ItemState.PROPOSED)), found=Count("items")
        )
        .defer("text", "outline")
        .order_by("-created_at", "-pk")
    )


def search_plans(user: User, *, text: str = "", year: int | None = None) -> QuerySet[Plan]:
    """Return plans whose number, issuer or title hold every word (folded), of a year if given."""
    found = visible_to(user).defer("text", "folded")
    for word in fold(text).split():
        found = found.filter(folded__contains=word)
    if year is not None:
        found = found.filter(period_from__lte=year, period_to__gte=year)
    return found.annotate(
        target_count=_number_of(PrintedTarget), task_count=_number_of(PrintedTask)
    )


def _number_of(rows: type[PrintedTarget | PrintedTask]) -> Coalesce:
    """Return the number of a plan's rows; joining both kinds at once would multiply them."""
    counted = rows.objects.filter(plan=OuterRef("pk")).order_by().values("plan")
    return Coalesce(Subquery(counted.annotate(n=Count("pk")).values("n")), 0)


def items_of(intake: Intake) -> list[IntakeItem]:
    """Return all items in document order, each with its owners and agencies; three queries."""
    owners = IntakeOwner.objects.select_related("agency")
    items = list(intake.items.prefetch_related(Prefetch("owners", owners)))
    for item in items:
        item.intake = intake
    return items


def open_questions(intake: Intake) -> list[Question]:
    """Return what stands in the way of confirmation (``blocking``) and what to know besides."""
    items = items_of(intake)
    return questions_of(intake, items, owners_in(items))


def owners_in(items: Sequence[IntakeItem]) -> list[IntakeOwner]:
    """Return the owner rows that ``items_of`` fetched."""
    return [owner for item in items for owner in item.owners.all()]


@dataclass(frozen=True)
class PrintedName:
    """A name that the plan prints, wherever it does, and whom it is taken to mean.

    ``full`` is the name with the plan's own abbreviations written out.
    """

    printed: str
    full: str
    rows: tuple[IntakeOwner, ...]
    match: AgencyMatch
    leads: int
    supports: int

    @property
    def first(self) -> IntakeOwner:
        """The row that stands for all of them."""
        return self.rows[0]

    @property
    def confirmed(self) -> bool:
        """Whether an officer has said whom the name means, wherever it stands."""
        return all(row.confirmed for row in self.rows)


def printed_names(intake: Intake, items: Sequence[IntakeItem]) -> list[PrintedName]:
    """Return each printed name once: those not confirmed first, then by how often they stand."""
    rows: dict[str, list[IntakeOwner]] = {}
    for item in items:
        if item.state != ItemState.REJECTED:
            for owner in item.owners.all():
                rows.setdefault(fold(owner.printed), []).append(owner)
    full = {
        group[0].printed: spelled_out(group[0].printed, intake.abbreviations)
        for group in rows.values()
    }
    on, unit = plan_day(intake), intake.agency.unit
    matches = match_many(full.values(), unit=unit, on=on) if full else {}
    found = [
        PrintedName(
            printed=group[0].printed,
            full=full[group[0].printed],
            rows=tuple(group),
            match=matches[full[group[0].printed]],
            leads=sum(row.role == "lead" for row in group),
            supports=sum(row.role == "support" for row in group),
        )
        for group in rows.values()
    ]
    return sorted(found, key=lambda name: (name.confirmed, -len(name.rows), fold(name.printed)))


@dataclass(frozen=True)
class Progress:
    """How far a review has come."""

    total: int
    seen: int
    accepted: int
    rejected: int
    by_kind: dict[str, int]

    @property
    def left(self) -> int:
        """Items that nobody has looked at."""
        return self.total - self.seen


def progress_of(items: Sequence[IntakeItem]) -> Progress:
    """Return the counts of a review."""
    states = Counter(item.state for item in items)
    return Progress(
        total=len(items),
        seen=len(items) - states[ItemState.PROPOSED],
        accepted=states[ItemState.ACCEPTED],
        rejected=states[ItemState.REJECTED],
        by_kind=dict(Counter(item.kind for item in items)),
    )


def tasks_of(plan: Plan) -> QuerySet[PrintedTask]:
    """Return the tasks of a plan with their owners; three queries."""
    owners = PrintedTaskOwner.objects.select_related("agency")
    tasks: QuerySet[PrintedTask] = plan.tasks.prefetch_related(Prefetch("owners", owners))
    return tasks


def qualitative_of(plan: Plan) -> QuerySet[PrintedQualitative]:
    """Return the targets of a plan that have no figure, in the order of the text.

    ``proof`` is what the plan prints; where it prints none, ``asked_answer["proof"]`` is what the
    office chose, if it has.
    """
    found: QuerySet[PrintedQualitative] = plan.qualitative.all()
    return found


def unanswered_targets(plan: Plan) -> list[tuple[PrintedTarget, list[str]]]:
    """Return the targets of which the plan leaves something open that nobody has answered yet.

    Confirmation does not wait for these answers; adoption can ask for them. One query.
    """
    return [
        (target, left)
        for target in plan.targets.all()
        if (left := [ask for ask in target.asks if not target.asked_answer.get(ask)])
    ]


def upper_plans(plan: Plan, bases: Iterable[PlanLegalBasis], user: User) -> dict[int, Plan]:
    """Return for the legal bases that name a plan above the plan itself, where it is known here.

    By primary key of the basis. It has the number (folded), and where they are printed the same
    level of issuer and the same day; a number that two plans bear then leads to neither. One query.
    """
    wanted = {base.pk: base for base in bases if base.upper and base.number}
    if not wanted:
        return {}
    condition = Q()
    for base in wanted.values():
        condition |= Q(number__contains=digits_of(base.number))
    known = list(visible_to(user).filter(condition).exclude(pk=plan.pk).defer("text", "folded"))
    found = {}
    for pk, base in wanted.items():
        cited = (base.number, base.issuer, base.issued_on)
        fitting = [one for one in known if is_same(cited, (one.number, one.issuer, one.issued_on))]
        if len(fitting) == 1:
            found[pk] = fitting[0]
    return found
