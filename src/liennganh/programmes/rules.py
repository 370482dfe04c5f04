"""Who may do what with a programme and its tasks."""

from liennganh.accounts.models import User
from liennganh.accounts.roles import Role
from liennganh.agencies.models import Agency
from liennganh.agencies.queries import provinces_of
from liennganh.plans.models import Plan
from liennganh.programmes.models import (
    AssignmentState,
    ExpectedResult,
    Programme,
    ResultState,
    Task,
    TaskAssignment,
)
from liennganh.territory.models import Unit

_ANSWERING = (Role.AGENCY_OFFICER, Role.COMMUNE_OFFICER, Role.PROGRAMME_OFFICER)


def may_adopt(user: User, plan: Plan) -> bool:
    """Allow the programme officers of the agency that read the plan in."""
    return user.has_role(Role.PROGRAMME_OFFICER) and bool(user.hat.agency_id == plan.agency_id)


def may_adopt_for(user: User, unit: Unit) -> bool:
    """Tell whether a programme may be set up for a unit: of one's province or what went into it."""
    return any(unit.path.startswith(path) for path in provinces_of(user))


def may_be_led_by(user: User, agency: Agency) -> bool:
    """Tell whether an agency may lead or share a programme of the user: one of her province."""
    return may_adopt_for(user, agency.unit)


def leads(user: User, programme: Programme) -> bool:
    """Tell whether the user runs the programme: a programme officer of its lead agency."""
    return user.has_role(Role.PROGRAMME_OFFICER) and bool(
        user.hat.agency_id == programme.lead_agency_id
    )


def sees_all_work(user: User, programme: Programme) -> bool:
    """Tell whether the user sees every agency's work: who runs it, and the leaders above it."""
    if leads(user, programme):
        return True
    return user.has_role(Role.LEADER) and programme.unit.path.startswith(user.hat.agency.unit.path)


def may_see_task(user: User, task: Task) -> bool:
    """Tell whether the user sees a task at all: those who see all, and whom it is given to."""
    if user.hat is None or user.has_role(Role.AUDITOR, Role.ADMINISTRATOR):
        return False
    return (
        sees_all_work(user, task.programme)
        or task.assignments.filter(agency=user.hat.agency_id).exists()
    )


def may_answer(user: User, assignment: TaskAssignment) -> bool:
    """Allow the officers of the agency that the task was given to."""
    return user.has_role(*_ANSWERING) and bool(user.hat.agency_id == assignment.agency_id)


def may_check(user: User, assignment: TaskAssignment) -> bool:
    """Allow a second person: an officer of the lead agency who did not report the progress."""
    if assignment.state != AssignmentState.REPORTED or not leads(user, assignment.task.programme):
        return False
    last = assignment.updates.filter(state=AssignmentState.REPORTED).first()
    return last is None or last.by_id != user.pk


def may_see_proof(user: User, result: ExpectedResult) -> bool:
    """Tell whether the user sees the proof of a result: those who see all, and who leads it."""
    if user.hat is None or user.has_role(Role.AUDITOR, Role.ADMINISTRATOR):
        return False
    return sees_all_work(user, result.programme) or bool(user.hat.agency_id == result.lead_id)


def may_submit_proof(user: User, result: ExpectedResult) -> bool:
    """Allow the officers of the agency that leads the result."""
    return user.has_role(*_ANSWERING) and bool(user.hat.agency_id == result.lead_id)


def may_recognise(user: User, result: ExpectedResult) -> bool:
    """Allow a second person: a programme officer of the programme who did not hand the proof in."""
    if result.state != ResultState.SUBMITTED or not leads(user, result.programme):
        return False
    last = result.updates.filter(state=ResultState.SUBMITTED).first()
    return last is None or last.by_id != user.pk
