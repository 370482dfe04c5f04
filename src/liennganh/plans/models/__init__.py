"""A plan being read (intake) and a plan as printed (immutable)."""

from .intake import (
    Intake,
    IntakeChange,
    IntakeItem,
    IntakeOwner,
    IntakePage,
    IntakeState,
    ItemKind,
    ItemState,
    PageState,
)
from .printed import (
    Plan,
    PlanLegalBasis,
    PrintedBudget,
    PrintedItem,
    PrintedQualitative,
    PrintedQuerySet,
    PrintedReportDuty,
    PrintedRowChangedError,
    PrintedTarget,
    PrintedTask,
    PrintedTaskOwner,
)

__all__ = [
    "Intake",
    "IntakeChange",
    "IntakeItem",
    "IntakeOwner",
    "IntakePage",
    "IntakeState",
    "ItemKind",
    "ItemState",
    "PageState",
    "Plan",
    "PlanLegalBasis",
    "PrintedBudget",
    "PrintedItem",
    "PrintedQualitative",
    "PrintedQuerySet",
    "PrintedReportDuty",
    "PrintedRowChangedError",
    "PrintedTarget",
    "PrintedTask",
    "PrintedTaskOwner",
]
