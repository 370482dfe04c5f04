"""Who may do what with a draft, and from which state to which it goes."""

from django.core.exceptions import PermissionDenied

from liennganh.accounts.models import User
from liennganh.drafting.models import DraftState, OfficialReport
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

    Officers of the lead agency send, take back and issue; leaders of the unit agree and return.
    """
    if step in _OFFICERS_STEPS:
        return may_draft(user, report.round)
    return is_leader_of(user, report.round.programme)


def demand_right(user: User, report: OfficialReport, step: str) -> None:
    """Refuse whoever may never take this step.

    Raises:
        PermissionDenied: the step is not the user's.

    """
    if not has_right(user, report, step):
        raise PermissionDenied
