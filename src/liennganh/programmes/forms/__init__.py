"""Forms of the programmes, by page."""

from .adoption import ExtraForm, PlaceForm, SupplyForm, UnitsForm
from .duty import DutyForm
from .target import TargetForm
from .tasks import AgencyFilterForm, AnswerForm, AssignForm, CheckForm, DayForm, TaskFilterForm

__all__ = [
    "AgencyFilterForm",
    "AnswerForm",
    "AssignForm",
    "CheckForm",
    "DayForm",
    "DutyForm",
    "ExtraForm",
    "PlaceForm",
    "SupplyForm",
    "TargetForm",
    "TaskFilterForm",
    "UnitsForm",
]
