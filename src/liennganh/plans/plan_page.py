"""What the page of a confirmed plan shows of its items."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from liennganh.plans import values
from liennganh.plans.models import ItemKind, ItemState, Plan, PrintedTask
from liennganh.plans.queries import tasks_of
from liennganh.plans.spans import Line, Mark, excerpt, lines_of


@dataclass(frozen=True)
class PrintedView:
    """A printed item as it is shown."""

    key: str
    kind: str
    start: int
    end: int
    words: str
    text: str
    section: str


@dataclass(frozen=True)
class PrintedGroup:
    """The printed items of one kind."""

    kind: str
    title: str
    items: tuple[PrintedView, ...]


def sections_of(plan: Plan) -> list[PrintedGroup]:
    """Return the items of a plan by kind, those without any left out; seven queries."""
    rows = {
        ItemKind.TARGET: (_("Chỉ tiêu"), list(plan.targets.all())),
        ItemKind.TASK: (_("Nhiệm vụ"), list(tasks_of(plan))),
        ItemKind.REPORT: (_("Chế độ báo cáo"), list(plan.report_duties.all())),
        ItemKind.BUDGET: (_("Kinh phí"), list(plan.budget.all())),
        ItemKind.LEGAL_BASIS: (_("Căn cứ"), list(plan.legal_bases.all())),
    }
    groups = []
    for kind, (title, found) in rows.items():
        views = tuple(
            PrintedView(
                key=f"{kind}-{row.pk}",
                kind=kind,
                start=row.start,
                end=row.end,
                words=values.describe(kind, _data(row)),
                text=excerpt(plan.text, row.start, row.end),
                section=" › ".join(" ".join(str(part).split()) for part in row.section),
            )
            for row in found
        )
        if views:
            groups.append(PrintedGroup(kind, title, views))
    return groups


def _data(row: object) -> dict[str, object]:
    """Return a printed row in the shape of an item's data."""
    if isinstance(row, PrintedTask):
        owners = list(row.owners.all())
        return {
            "lead": [owner.printed for owner in owners if owner.role == "lead"],
            "support": [owner.printed for owner in owners if owner.role == "support"],
            "mode": row.mode,
            "deadline": row.deadline,
            "common": row.common,
        }
    return dict(vars(row))


def lines_of_plan(plan: Plan, groups: Sequence[PrintedGroup]) -> list[Line]:
    """Return the text with its items marked and its headings raised."""
    marks = [
        Mark(view.key, view.start, view.end, view.kind, ItemState.ACCEPTED)
        for group in groups
        for view in group.items
    ]
    headings = {heading["start"]: heading["level"] for heading in plan.intake.outline}
    return lines_of(plan.text, marks, headings)
