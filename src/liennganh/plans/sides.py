"""The results and tasks of a plan, under review or as printed, as they are held beside another."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, cast

from liennganh.plans import values
from liennganh.plans.meanings import data_of, target_of
from liennganh.plans.models import Intake, IntakeItem, ItemKind, ItemState, Plan, PrintedItem
from liennganh.plans.queries import tasks_of
from liennganh.plans.spans import excerpt
from liennganh.pure import planreader
from liennganh.pure.planreader.carrying import Item, places_in
from liennganh.pure.planreader.carrying import ItemKind as ItemKindName

# What another plan can carry out; money, reports and legal bases are the plan's own affair.
COMPARED = (ItemKind.TARGET, ItemKind.QUALITATIVE, ItemKind.TASK)


@dataclass(frozen=True)
class Shown:
    """An item of a plan as a row shows it: its words, and what was understood of them."""

    key: str
    kind: str
    text: str
    words: str
    section: str
    item: Item

    @property
    def is_task(self) -> bool:
        """Whether it is a task; the others are results."""
        return self.kind == ItemKind.TASK


@dataclass(frozen=True)
class Side:
    """One of two plans: what it holds by key, whose it is, and the names that do not count."""

    issuer: str
    places: tuple[str, ...]
    shown: dict[str, Shown]

    @property
    def items(self) -> tuple[Item, ...]:
        """The items as the reader compares them, in the order of the text."""
        return tuple(one.item for one in self.shown.values())


def side_of_intake(intake: Intake, items: Sequence[IntakeItem]) -> Side:
    """Return what a reading holds, without what was rejected; no query."""
    kept = (one for one in items if one.kind in COMPARED and one.state != ItemState.REJECTED)
    return _side(
        str(intake.header.get("issuer") or ""),
        (
            _shown(
                one.kind,
                one.pk,
                values.whole(one.kind, one.data),
                excerpt(intake.text, one.start, one.end),
                one.section,
            )
            for one in kept
        ),
    )


def side_of_plan(plan: Plan) -> Side:
    """Return what a plan holds; five queries."""
    rows = [
        *((ItemKind.TARGET, row, data_of(row)) for row in plan.targets.all()),
        *((ItemKind.QUALITATIVE, row, dict(vars(row))) for row in plan.qualitative.all()),
        *((ItemKind.TASK, row, _task(row)) for row in tasks_of(plan)),
    ]
    return _side(
        plan.issuer,
        (
            _shown(kind, row.pk, values.whole(kind, data), " ".join(row.text.split()), row.section)
            for kind, row, data in rows
        ),
    )


def _side(issuer: str, shown: Iterable[Shown]) -> Side:
    return Side(issuer, places_in(issuer), {one.key: one for one in shown})


def _task(row: PrintedItem) -> dict[str, Any]:
    owners = list(row.owners.all())  # type: ignore[attr-defined]
    return {
        **vars(row),
        "lead": [owner.printed for owner in owners if owner.role == "lead"],
        "support": [owner.printed for owner in owners if owner.role == "support"],
    }


def _shown(kind: str, pk: int, data: dict[str, Any], text: str, section: Sequence[str]) -> Shown:
    key = f"{kind}-{pk}"
    words = str(data.get("what") or "") or text
    return Shown(
        key=key,
        kind=kind,
        text=text.lstrip("-–+•* ") or text,
        words=values.describe(kind, data),
        section=" › ".join(" ".join(str(part).split()) for part in section),
        item=Item(
            key=key,
            kind=cast(ItemKindName, kind),
            words=words,
            target=_target(data, words) if kind == ItemKind.TARGET else None,
            leads=tuple(data.get("lead", ())),
        ),
    )


def _target(data: dict[str, Any], words: str) -> planreader.Target | None:
    """Return a target with its figure, also where nobody has said what it means."""
    if (found := target_of(data)) is not None:
        return found
    if data["value"] in ("", None):
        return None
    return planreader.Target(
        start=0,
        end=0,
        comparator=data["comparator"],
        value=Decimal(str(data["value"])),
        upper=None if data["upper"] in ("", None) else Decimal(str(data["upper"])),
        unit=data["unit"],
        deadline=data["deadline"] or None,
        what=words,
        per_year=data["per_year"],
    )
