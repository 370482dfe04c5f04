"""What the page of a confirmed plan shows of its items."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from liennganh.accounts.models import User
from liennganh.plans import values
from liennganh.plans.abbreviations import spelled_out
from liennganh.plans.headers import plan_day
from liennganh.plans.issuers import unit_of_plan
from liennganh.plans.meanings import data_of, sentence_of
from liennganh.plans.models import (
    ItemKind,
    ItemState,
    Plan,
    PlanLegalBasis,
    PrintedBudget,
    PrintedItem,
    PrintedTarget,
    PrintedTask,
)
from liennganh.plans.money import Sum, table_of
from liennganh.plans.queries import tasks_of, upper_plans
from liennganh.plans.spans import Line, Mark, excerpt, lines_of
from liennganh.plans.whole_classes import WHOLE_CLASSES, Members, members_of
from liennganh.pure.vietnamese import format_number


@dataclass(frozen=True)
class PrintedView:
    """A printed item as it is shown; ``upper`` is the plan above that a legal basis names."""

    key: str
    kind: str
    start: int
    end: int
    words: str
    text: str
    section: str
    sentence: str
    upper: Plan | None


@dataclass(frozen=True)
class PrintedGroup:
    """The printed items of one kind."""

    kind: str
    title: str
    items: tuple[PrintedView, ...]


def sections_of(plan: Plan, user: User) -> list[PrintedGroup]:
    """Return the items of a plan by kind, those without any left out; nine queries."""
    bases = list(plan.legal_bases.all())
    upper = upper_plans(plan, bases, user)
    rows: dict[ItemKind, tuple[str, Sequence[PrintedItem]]] = {
        ItemKind.TARGET: (_("Chỉ tiêu"), list(plan.targets.all())),
        ItemKind.QUALITATIVE: (_("Chỉ tiêu định tính"), list(plan.qualitative.all())),
        ItemKind.TASK: (_("Nhiệm vụ"), list(tasks_of(plan))),
        ItemKind.REPORT: (_("Chế độ báo cáo"), list(plan.report_duties.all())),
        ItemKind.BUDGET: (_("Kinh phí"), list(plan.budget.all())),
        ItemKind.LEGAL_BASIS: (_("Căn cứ"), bases),
    }
    groups = []
    for kind, (title, found) in rows.items():
        views = tuple(_view(plan, kind, row, upper) for row in found)
        if views:
            groups.append(PrintedGroup(kind, title, views))
    return groups


def _view(plan: Plan, kind: ItemKind, row: PrintedItem, upper: Mapping[int, Plan]) -> PrintedView:
    data = _data(row)
    return PrintedView(
        key=f"{kind}-{row.pk}",
        kind=kind,
        start=row.start,
        end=row.end,
        words=values.describe(kind, data),
        text=excerpt(plan.text, row.start, row.end),
        section=" › ".join(" ".join(str(part).split()) for part in row.section),
        sentence=sentence_of(data) if kind == ItemKind.TARGET else "",
        upper=upper.get(row.pk) if kind == ItemKind.LEGAL_BASIS else None,
    )


def _data(row: PrintedItem) -> dict[str, Any]:
    """Return a printed row in the shape of an item's data."""
    match row:
        case PrintedTarget():
            return data_of(row)
        case PrintedTask():
            owners = list(row.owners.all())
            return {
                **vars(row),
                "lead": [owner.printed for owner in owners if owner.role == "lead"],
                "support": [owner.printed for owner in owners if owner.role == "support"],
            }
        case PrintedBudget():
            return {**vars(row), "years": _years(row)}
        case PlanLegalBasis():
            return {**vars(row), "date": row.issued_on}
        case _:
            return dict(vars(row))


def _years(row: PrintedBudget) -> tuple[int, int] | None:
    if row.years_from is None or row.years_to is None:
        return None
    return row.years_from, row.years_to


def lines_of_plan(plan: Plan, groups: Sequence[PrintedGroup]) -> list[Line]:
    """Return the text with its items marked and its headings raised."""
    marks = [
        Mark(view.key, view.start, view.end, view.kind, ItemState.ACCEPTED)
        for group in groups
        for view in group.items
    ]
    headings = {heading["start"]: heading["level"] for heading in plan.intake.outline}
    return lines_of(plan.text, marks, headings)


def sum_of(row: PrintedBudget) -> Sum:
    """Return a printed sum of money as the arithmetic takes it."""
    return Sum(
        key=row.pk,
        section=tuple(row.section),
        amount=int(row.amount_vnd),
        years=_years(row),
        per_year=row.per_year,
        source=row.source,
        source_words=row.source_words,
        standing=row.standing,
    )


@dataclass(frozen=True)
class MoneyRow:
    """A row of the table of money, written out."""

    label: str
    cells: tuple[str, ...]
    total: str


@dataclass(frozen=True)
class Money:
    """The table of a plan's money by year and source, and its printed totals, which are not added."""

    columns: tuple[str, ...]
    rows: tuple[MoneyRow, ...]
    totals: tuple[str, ...]
    whole: str  # "" where the rows overlap
    overlapping: bool


def money_of(plan: Plan) -> Money | None:
    """Return the money of a plan for its page, None where it prints no sums; one query."""
    sums = [sum_of(row) for row in plan.budget.all()]
    if not sums:
        return None
    table = table_of(sums)

    def written(amount: int | None) -> str:
        return "" if amount is None else format_number(Decimal(amount))

    return Money(
        columns=tuple(
            str(values.SOURCES.get(source, _("không ghi nguồn"))) for source in table.sources
        ),
        rows=tuple(
            MoneyRow(
                values.years_words(years) or _("không ghi năm"),
                tuple(written(cell) for cell in cells),
                written(row_sum),
            )
            for years, cells, row_sum in zip(table.years, table.cells, table.row_sums, strict=True)
        ),
        totals=tuple(
            " · ".join(
                part
                for part in (
                    _("%(sum)s đồng") % {"sum": written(one.whole)},
                    values.years_words(one.years),
                )
                if part
            )
            for one in table.totals
        ),
        whole=written(table.whole),
        overlapping=table.overlapping,
    )


@dataclass(frozen=True)
class ClassView:
    """A class of bodies that the plan names as one, and whom it stands for on the plan's day."""

    label: str
    members: Members


def classes_of(plan: Plan) -> list[ClassView]:
    """Return the classes that the tasks of a plan name, on its day; eleven queries at most."""
    named = (
        plan.tasks.exclude(owners__whole_class="")
        .filter(owners__agency=None)
        .order_by("owners__whole_class")
        .values_list("owners__whole_class", flat=True)
        .distinct()
    )
    on = day_of(plan)
    unit = unit_of_plan(plan.issuer, on, plan.agency.unit)
    keys = [key for key in named if key in WHOLE_CLASSES]
    return [
        ClassView(str(WHOLE_CLASSES[key]), members)
        for key, members in members_of(keys, unit, on).items()
    ]


def day_of(plan: Plan) -> dt.date:
    """Return the day on which the names of a plan are read."""
    return plan_day(plan.intake)


def abbreviations_of(plan: Plan) -> list[tuple[str, str]]:
    """Return the names of owners that the plan abbreviates, each with the name written out."""
    if not plan.intake.abbreviations:
        return []
    printed = plan.tasks.values_list("owners__printed", flat=True).distinct()
    full = {name: spelled_out(name, plan.intake.abbreviations) for name in printed if name}
    return sorted((name, meant) for name, meant in full.items() if meant != name)
