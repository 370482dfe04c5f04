"""Every write of the programmes, by subject."""

from .adopt import adopt_plan
from .duties import set_duty, stop_duty
from .results import judge_proof, set_result, submit_proof
from .tasks import assign_task, check_assignment, report_progress, set_task_day

__all__ = [
    "adopt_plan",
    "assign_task",
    "check_assignment",
    "judge_proof",
    "report_progress",
    "set_duty",
    "set_result",
    "set_task_day",
    "stop_duty",
    "submit_proof",
]
