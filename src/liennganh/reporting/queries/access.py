"""Which rounds and reports a user may list, and the report that she opens."""

from django.db.models import Q, QuerySet

from liennganh.accounts.models import User
from liennganh.accounts.roles import Role
from liennganh.reporting.models import Report, Round
from liennganh.reporting.rules import REPORTING_ROLES


def _whole(user: User, prefix: str) -> Q:
    """Return the condition of the programmes that the user sees whole (rules.may_see_whole)."""
    if user.has_role(Role.PROGRAMME_OFFICER):
        return Q(**{f"{prefix}lead_agency": user.hat.agency_id})
    if user.has_role(Role.LEADER):
        return Q(**{f"{prefix}unit": user.hat.agency.unit_id})
    return Q(pk__in=[])


def visible_to(user: User) -> QuerySet[Report]:
    """Return the reports that the user may list.

    Officers see those of their own agency; programme officers of the lead agency and leaders of the
    programme's unit see all. Auditors read the log, not contents; the rest see none.
    """
    own = Q(agency=user.hat.agency_id) if user.has_role(*REPORTING_ROLES) else Q(pk__in=[])
    return Report.objects.filter(own | _whole(user, "round__programme__")).select_related(
        "round__programme", "round__duty", "agency", "unit", "submitted_by", "approved_by"
    )


def rounds_visible_to(user: User) -> QuerySet[Round]:
    """Return the rounds that the user reports in or sees whole."""
    own = Q(pk__in=[])
    if user.has_role(*REPORTING_ROLES):
        own = Q(pk__in=Report.objects.filter(agency=user.hat.agency_id).values("round"))
    return Round.objects.filter(own | _whole(user, "programme__")).select_related(
        "programme__lead_agency", "programme__unit", "duty"
    )
