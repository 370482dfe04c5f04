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
from .upper import CarriedOut, UpperPlan

__all__ = [
    "CarriedOut",
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
    "UpperPlan",
]
