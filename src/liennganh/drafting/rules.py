"""Who may do what with a draft, and from which state to which it goes."""

from django.core.exceptions import PermissionDenied

from liennganh.accounts.models import User
from liennganh.accounts.roles import Role
from liennganh.agencies.models import Membership
from liennganh.drafting.models import DraftState, OfficialReport
from liennganh.programmes.models import Programme
from liennganh.reporting.models import Round
from liennganh.reporting.rules import is_lead_officer, is_leader_of, may_see_whole

#: Which states a step starts from, and where it ends.
TRANSITIONS: dict[str, tuple[frozenset[str], str]] = {
    "send": (frozenset({DraftState.DRAFT}), DraftState.REVIEW),
    "take_back": (frozenset({DraftState.REVIEW, DraftState.AGREED}), DraftState.DRAFT),
    "agree": (frozenset({DraftState.REVIEW}), DraftState.AGREED),
    "return": (frozenset({DraftState.REVIEW}), DraftState.DRAFT),
    "issue": (frozenset({DraftState.AGREED}), DraftState.ISSUED),
}
#: The kind of the people's committee (agencies.kinds).
COMMITTEE = "ubnd"
_OFFICERS_STEPS = frozenset({"send", "take_back", "issue"})


def may_draft(user: User, round_: Round) -> bool:
    """Allow the programme officers of the lead agency."""
    return is_lead_officer(user, round_.programme)


def may_see(user: User, report: OfficialReport) -> bool:
    """Allow those who see the whole programme: its officers and the leaders of its unit."""
    return may_see_whole(user, report.round.programme)


def may_edit(user: User, report: OfficialReport) -> bool:
    """Tell whether the user can write in the draft now."""
    return may_draft(user, report.round) and report.state == DraftState.DRAFT


def may_step(user: User, report: OfficialReport, step: str) -> bool:
    """Tell whether the user can take this step now (a key of ``TRANSITIONS``)."""
    return has_right(user, report, step) and report.state in TRANSITIONS[step][0]


def has_right(user: User, report: OfficialReport, step: str) -> bool:
    """Tell whether the step is the user's, whatever the state.

    Officers of the lead agency send, take back and issue; whoever answers for it agrees and returns.
    """
    if step in _OFFICERS_STEPS:
        return may_draft(user, report.round)
    return answers_for(user, report.round.programme)


def answers_for(user: User, programme: Programme) -> bool:
    """Tell whether the user agrees to what the lead agency issues.

    A department's head signs what it issues (Decree 30/2020, Art. 13), so a leader of the lead
    agency agrees. Only where it has none in the system, a leader of the unit's committee does;
    of a committee's own report both are the same.
    """
    if not is_leader_of(user, programme):
        return False
    if user.hat.agency_id == programme.lead_agency_id:
        return True
    return user.hat.agency.kind == COMMITTEE and not has_leader(programme.lead_agency_id)


def has_leader(agency: int) -> bool:
    """Tell whether somebody now leads the agency."""
    held = Membership.objects.current().filter(agency=agency, role=Role.LEADER)
    return held.filter(user__is_active=True).exists()


def demand_right(user: User, report: OfficialReport, step: str) -> None:
    """Refuse whoever may never take this step.

    Raises:
        PermissionDenied: the step is not the user's.

    """
    if not has_right(user, report, step):
        raise PermissionDenied
