"""The accepted items of a reading become the printed rows of a plan, kind by kind."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from liennganh.plans import values
from liennganh.plans.models import (
    IntakeItem,
    ItemKind,
    Plan,
    PlanLegalBasis,
    PrintedBudget,
    PrintedQualitative,
    PrintedReportDuty,
    PrintedTarget,
    PrintedTask,
    PrintedTaskOwner,
)

Row = tuple[dict[str, Any], dict[str, Any]]  # the place of an item in the plan, and its data


def print_items(plan: Plan, items: Sequence[IntakeItem]) -> None:
    """Write the rows of a plan that was just made. One statement for each kind of row."""

    def rows(kind: ItemKind) -> list[Row]:
        return [
            (_place(plan, item), values.whole(kind, item.data))
            for item in items
            if item.kind == kind
        ]

    PrintedTarget.objects.bulk_create(_target(*row) for row in rows(ItemKind.TARGET))
    PrintedQualitative.objects.bulk_create(_qualitative(*row) for row in rows(ItemKind.QUALITATIVE))
    tasks = PrintedTask.objects.bulk_create(_task(*row) for row in rows(ItemKind.TASK))
    sources = [item for item in items if item.kind == ItemKind.TASK]
    PrintedTaskOwner.objects.bulk_create(
        PrintedTaskOwner(
            task=task,
            role=owner.role,
            printed=owner.printed,
            agency_id=owner.agency_id,
            whole_class=owner.whole_class,
        )
        for task, item in zip(tasks, sources, strict=True)
        for owner in item.owners.all()
    )
    PrintedReportDuty.objects.bulk_create(
        PrintedReportDuty(**place, **data) for place, data in rows(ItemKind.REPORT)
    )
    PrintedBudget.objects.bulk_create(_budget(*row) for row in rows(ItemKind.BUDGET))
    PlanLegalBasis.objects.bulk_create(_basis(*row) for row in rows(ItemKind.LEGAL_BASIS))


def _place(plan: Plan, item: IntakeItem) -> dict[str, Any]:
    return {
        "plan": plan,
        "start": item.start,
        "end": item.end,
        "text": plan.text[item.start : item.end],
        "section": item.section,
    }


def _what(place: dict[str, Any], data: dict[str, Any]) -> str:
    return str(data["what"] or " ".join(place["text"].split()))


def _target(place: dict[str, Any], data: dict[str, Any]) -> PrintedTarget:
    return PrintedTarget(
        **place,
        what=_what(place, data),
        comparator=data["comparator"],
        value=Decimal(data["value"]),
        upper=None if data["upper"] is None else Decimal(data["upper"]),
        unit=data["unit"],
        deadline=data["deadline"],
        per_year=data["per_year"],
        meaning=data["meaning"] or {},
        asks=values.asked_of(ItemKind.TARGET, data),
        asked_answer=data["asked_answer"],
    )


def _qualitative(place: dict[str, Any], data: dict[str, Any]) -> PrintedQualitative:
    return PrintedQualitative(
        **place,
        what=_what(place, data),
        proof=data["proof"],
        deadline=data["deadline"],
        asked_answer=data["asked_answer"],
    )


def _task(place: dict[str, Any], data: dict[str, Any]) -> PrintedTask:
    return PrintedTask(
        **place,
        mode=data["mode"],
        deadline=data["deadline"],
        common=data["common"],
        cycle=data["cycle"],
    )


def _budget(place: dict[str, Any], data: dict[str, Any]) -> PrintedBudget:
    first, last = data["years"] or (None, None)
    return PrintedBudget(
        **place,
        amount_vnd=data["amount_vnd"],
        years_from=first,
        years_to=last,
        per_year=data["per_year"],
        source=data["source"],
        source_words=data["source_words"],
        standing=data["standing"],
    )


def _basis(place: dict[str, Any], data: dict[str, Any]) -> PlanLegalBasis:
    return PlanLegalBasis(
        **place,
        number=data["number"],
        title=data["title"],
        issuer=data["issuer"],
        issued_on=data["date"],
        upper=data["upper"],
    )
