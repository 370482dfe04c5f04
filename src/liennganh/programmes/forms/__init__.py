"""Forms of the programmes, by page."""

from .adoption import ExtraForm, PlaceForm, SupplyForm, UnitsForm, WithoutCalendarForm
from .duty import DutyForm
from .results import ProofForm, ResultForm, SetResultForm, VerdictForm
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
    "ProofForm",
    "ResultForm",
    "SetResultForm",
    "SupplyForm",
    "TargetForm",
    "TaskFilterForm",
    "UnitsForm",
    "VerdictForm",
    "WithoutCalendarForm",
]
