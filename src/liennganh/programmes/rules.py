"""Who may do what with a programme and its tasks."""

from liennganh.accounts.models import User
from liennganh.accounts.roles import Role
from liennganh.plans.models import Plan
from liennganh.programmes.models import AssignmentState, Programme, TaskAssignment

_ANSWERING = (Role.AGENCY_OFFICER, Role.COMMUNE_OFFICER, Role.PROGRAMME_OFFICER)


def may_adopt(user: User, plan: Plan) -> bool:
    """Allow the programme officers of the agency that read the plan in."""
    return user.has_role(Role.PROGRAMME_OFFICER) and user.hat.agency_id == plan.agency_id


def leads(user: User, programme: Programme) -> bool:
    """Tell whether the user runs the programme: a programme officer of its lead agency."""
    return user.has_role(Role.PROGRAMME_OFFICER) and user.hat.agency_id == programme.lead_agency_id


def may_answer(user: User, assignment: TaskAssignment) -> bool:
    """Allow the officers of the agency that the task was given to."""
    return user.has_role(*_ANSWERING) and user.hat.agency_id == assignment.agency_id


def may_check(user: User, assignment: TaskAssignment) -> bool:
    """Allow a second person: an officer of the lead agency who did not report the progress."""
    if assignment.state != AssignmentState.REPORTED or not leads(user, assignment.task.programme):
        return False
    last = assignment.updates.filter(state=AssignmentState.REPORTED).first()
    return last is None or last.by_id != user.pk
