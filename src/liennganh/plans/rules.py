"""Who may read a plan in, review it, and read it once it is confirmed."""

from liennganh.accounts.models import User
from liennganh.accounts.roles import Role
from liennganh.agencies.models import Agency
from liennganh.plans.models import Intake, IntakeState, Plan


def may_upload(user: User) -> bool:
    """Tell whether the hat now worn reads plans in: programme officers of any agency."""
    return user.has_role(Role.PROGRAMME_OFFICER)


def may_upload_for(user: User, agency: Agency) -> bool:
    """Tell whether the user reads plans in for this agency."""
    return may_upload(user) and bool(user.hat.agency_id == agency.pk)


def may_review(user: User, intake: Intake) -> bool:
    """Tell whether the user may correct and confirm this reading (own agency's only)."""
    return may_upload(user) and bool(user.hat.agency_id == intake.agency_id)


def may_change(user: User, intake: Intake) -> bool:
    """Tell whether items may still be changed by this user: under review, and hers to review."""
    return may_review(user, intake) and intake.state == IntakeState.REVIEW


def may_adopt(user: User, plan: Plan) -> bool:
    """Tell whether to offer "Triển khai" beside a plan; ``programmes`` decides for itself."""
    return may_upload(user) and plan.confirmed_at is not None
