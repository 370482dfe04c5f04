"""Everything a report is drafted from, read once."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.utils import timezone, translation

from liennganh.indicators.models import Indicator
from liennganh.plans.models import Plan
from liennganh.plans.money import parts_of
from liennganh.plans.plan_page import sum_of
from liennganh.programmes.models import (
    AssignmentState,
    Programme,
    ResultState,
    ResultUpdate,
    TaskAssignment,
)
from liennganh.programmes.queries import is_late
from liennganh.pure.officialdocs import written_date
from liennganh.pure.rollup import Basis
from liennganh.pure.vietnamese import format_number
from liennganh.reporting.actions.closing import snapshot_content
from liennganh.reporting.frozen import (
    FigureView,
    TargetResult,
    figures_in,
    snapshot_of,
    targets_in,
)
from liennganh.reporting.models import Round, RoundState, Snapshot


@dataclass(frozen=True, slots=True)
class LateTask:
    """A task past its day: whose it is, what it asks, and until when."""

    agency: str
    text: str
    due_on: dt.date


@dataclass(frozen=True, slots=True)
class ShownResult:
    """A target without a figure: what it asks for, whose it is, its state, and what shows it."""

    text: str
    agency: str
    state: str  # of programmes.models.ResultState, at the moment of the facts
    shown: str  # the note, number and link handed in, "" where none
    due_on: dt.date


@dataclass(frozen=True)
class Facts:
    """What a report says of a round.

    ``content`` is that of a snapshot, or one of the same shape worked out now (``live``: the round
    is open and the figures are provisional as of ``as_of``). ``groups`` maps the code of an
    indicator to its group. ``plan`` cites the plan in full, as a first citation must be.
    """

    content: dict[str, Any]
    live: bool
    as_of: dt.date
    groups: dict[str, str]
    plan: str
    issuer: str
    addressee: str
    budget: tuple[Decimal, ...] = ()
    late_tasks: tuple[LateTask, ...] = ()
    results: tuple[ShownResult, ...] = ()

    @cached_property
    def figures(self) -> list[FigureView]:
        return figures_in(self.content)

    @cached_property
    def targets(self) -> list[TargetResult]:
        return targets_in(self.content)

    @cached_property
    def year(self) -> dict[int, Decimal]:
        """Return tracked id → value of the year so far, where there is one."""
        rows = self.content["year_to_date"]
        return {row["tracked"]: Decimal(row["value"]) for row in rows if row["value"] is not None}

    @cached_property
    def all_estimated(self) -> bool:
        """Tell whether every figure that agencies gave is an estimate of the whole period."""
        given = [one for one in self.figures if one.parts and not one.definition.register]
        return bool(given) and all(one.figure.basis is Basis.ESTIMATE for one in given)

    @property
    def round(self) -> dict[str, Any]:
        kept: dict[str, Any] = self.content["round"]
        return kept

    @property
    def reports(self) -> list[dict[str, Any]]:
        kept: list[dict[str, Any]] = self.content["reports"]
        return kept

    def targets_of(self, tracked_id: int) -> list[TargetResult]:
        return [one for one in self.targets if one.tracked_id == tracked_id]

    def day(self, name: str) -> dt.date | None:
        """Return a day of the round by its key in the content, or None where it has none."""
        value = self.round[name]
        return dt.date.fromisoformat(value) if value else None


def facts_for(
    round_: Round,
    *,
    at: dt.datetime,
    issuer: str,
    addressee: str = "",
    snapshot: Snapshot | None = None,
) -> Facts:
    """Return the facts of a round: of the snapshot given, else of its latest, else as they are now.

    ``issuer`` and ``addressee`` are written as in running text. The number of queries does not
    depend on how many report.
    """
    if snapshot is None and round_.state == RoundState.CLOSED:
        snapshot = snapshot_of(round_)
    # A document is Vietnamese, whatever language its drafter reads the pages in.
    with translation.override("vi"):
        content = snapshot.content if snapshot is not None else snapshot_content(round_, at=at)
    moment = snapshot.made_at if snapshot is not None else at
    codes = {figure["definition"]["code"] for figure in content["figures"]}
    programme = round_.programme
    return Facts(
        content=content,
        live=snapshot is None,
        as_of=timezone.localdate(moment),
        groups=dict(Indicator.objects.filter(code__in=codes).values_list("code", "group")),
        plan=citation(programme.plan),
        issuer=issuer,
        addressee=addressee,
        budget=tuple(_budget(programme.plan)),
        late_tasks=tuple(_late_tasks(programme, moment)),
        results=tuple(_results(programme, moment)),
    )


def citation(plan: Plan) -> str:
    """Cite a plan in full: kind, number, day, issuer and subject (Decree 30/2020, App. I, II.6.a)."""
    parts = [plan.type_name.capitalize() or "Kế hoạch"]
    if plan.number:
        parts.append(f"số {plan.number}")
    try:
        parts.append(written_date(dt.date.fromisoformat(plan.issued_on)))
    except ValueError:
        year, _, month = plan.issued_on.partition("-")
        if year:
            parts.append(f"tháng {int(month)} năm {year}" if month.isdecimal() else f"năm {year}")
    if plan.issuer:
        parts.append(f"của {plan.issuer}")
    title = " ".join(plan.title.split()).rstrip(".")
    if title:
        joined = (title[:1].lower() + title[1:]).removeprefix("kế hoạch ")
        parts.append(joined if joined.startswith("về ") else f"về {joined}")
    return " ".join(parts)


def _late_tasks(programme: Programme, moment: dt.datetime) -> list[LateTask]:
    """Return what was late at a moment, by what the agencies had said up to then."""
    today = timezone.localdate(moment)
    rows = (
        TaskAssignment.objects.filter(
            task__programme=programme, role="lead", task__due_on__lt=today
        )
        .select_related("task", "agency")
        .prefetch_related("updates")
        .order_by("task__due_on", "task__order", "agency__folded")
    )
    found = []
    for row in rows:
        said = [update.state for update in row.updates.all() if update.at <= moment]
        state = said[0] if said else AssignmentState.OPEN
        if row.task.due_on and is_late(row.task.due_on, state, today):
            found.append(LateTask(row.agency.name, row.task.words, row.task.due_on))
    return found


def _budget(plan: Plan) -> list[Decimal]:
    """Return the sums that a plan prints, without a total whose parts are among them."""
    sums = [sum_of(row) for row in plan.budget.all()]
    in_parts = {total.key for total, parts in parts_of(sums) if parts}
    return [Decimal(one.amount) for one in sums if one.key not in in_parts]


def _results(programme: Programme, moment: dt.datetime) -> list[ShownResult]:
    """Return how the targets without a figure stood at a moment. Two queries."""
    rows = programme.expected_results.select_related("lead").prefetch_related("updates__evidence")
    found = []
    for row in rows:
        said = [update for update in row.updates.all() if update.at <= moment]
        state = said[0].state if said else ResultState.OPEN.value
        handed = next((one for one in said if one.state == ResultState.SUBMITTED), None)
        shown = _shown(handed) if handed else ""
        found.append(ShownResult(row.words, row.lead.name, state, shown, row.deadline))
    return found


def _shown(update: ResultUpdate) -> str:
    """Return what was handed in as one line: note, number, link, names of documents."""
    parts = [
        " ".join(update.note.split()).rstrip("."),
        "" if update.number is None else format_number(update.number),
        update.link,
        ", ".join(document.filename for document in update.evidence.all()),
    ]
    return "; ".join(part for part in parts if part)
