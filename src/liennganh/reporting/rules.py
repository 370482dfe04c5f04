"""Who may do what with rounds and reports, and from which state to which a report goes."""

from django.utils.translation import gettext as _

from liennganh.accounts.models import User
from liennganh.accounts.roles import Role
from liennganh.errors import WrongStateError
from liennganh.programmes.models import Programme
from liennganh.reporting.models import Report, ReportState, Round, RoundState, Verdict

#: Which states a step starts from, and where it ends.
TRANSITIONS: dict[str, tuple[frozenset[str], str]] = {
    "submit": (frozenset({ReportState.DRAFT, ReportState.RETURNED}), ReportState.SUBMITTED),
    Verdict.RETURN: (frozenset({ReportState.SUBMITTED}), ReportState.RETURNED),
    Verdict.APPROVE: (frozenset({ReportState.SUBMITTED}), ReportState.APPROVED),
    # A reopened report lies with its reporter again, with the reviewer's reason beside it.
    Verdict.REOPEN: (frozenset({ReportState.APPROVED}), ReportState.RETURNED),
}
#: States in which the reporting agency still writes.
EDITABLE = TRANSITIONS["submit"][0]
REPORTING_ROLES = (Role.PROGRAMME_OFFICER, Role.AGENCY_OFFICER, Role.COMMUNE_OFFICER)


def is_lead_officer(user: User, programme: Programme) -> bool:
    """Tell whether the user is a programme officer of the agency that leads the programme."""
    return user.has_role(Role.PROGRAMME_OFFICER) and user.hat.agency_id == programme.lead_agency_id


def is_leader_of(user: User, programme: Programme) -> bool:
    """Tell whether the user leads an agency of the programme's own unit."""
    return user.has_role(Role.LEADER) and user.hat.agency.unit_id == programme.unit_id


def may_see_whole(user: User, programme: Programme) -> bool:
    """Tell whether the user sees every report of a programme, and what they add up to."""
    return is_lead_officer(user, programme) or is_leader_of(user, programme)


def is_reporter(user: User, report: Report) -> bool:
    """Tell whether the user reports for the agency of this report."""
    return user.has_role(*REPORTING_ROLES) and user.hat.agency_id == report.agency_id


def may_edit(user: User, report: Report) -> bool:
    """Tell whether the user can write in the report now."""
    return (
        is_reporter(user, report)
        and report.state in EDITABLE
        and report.round.state == RoundState.OPEN
    )


def may_read_contents(user: User, report: Report) -> bool:
    """Tell whether the user may read what stands in the report now.

    Until it is sent, a draft belongs to the agency that writes it.
    """
    if user.hat is None:
        return False
    if is_reporter(user, report):
        return True
    sent = report.state in (ReportState.SUBMITTED, ReportState.APPROVED)
    return sent and may_see_whole(user, report.round.programme)


def may_return(user: User, report: Report) -> bool:
    """Tell whether the user can send the report back."""
    return (
        is_lead_officer(user, report.round.programme)
        and report.state in TRANSITIONS[Verdict.RETURN][0]
        and report.round.state == RoundState.OPEN
    )


def may_approve(user: User, report: Report) -> bool:
    """Tell whether the user can approve the report: never one that she submitted herself."""
    return may_return(user, report) and report.submitted_by_id != user.pk


def may_reopen(user: User, report: Report) -> bool:
    """Tell whether the user can reopen an approved report."""
    return (
        is_lead_officer(user, report.round.programme)
        and report.state in TRANSITIONS[Verdict.REOPEN][0]
        and report.round.state == RoundState.OPEN
    )


def may_manage_rounds(user: User, programme: Programme) -> bool:
    """Tell whether the user can open ad hoc rounds and give rounds their day."""
    return is_lead_officer(user, programme)


def may_close(user: User, round_: Round) -> bool:
    """Tell whether the user can close the round."""
    return is_lead_officer(user, round_.programme) and round_.state == RoundState.OPEN


def may_reopen_round(user: User, round_: Round) -> bool:
    """Tell whether the user can reopen a closed round (whether a report was issued is apart)."""
    return is_leader_of(user, round_.programme) and round_.state == RoundState.CLOSED


def demand_open(round_: Round) -> None:
    """Refuse a write in a closed round.

    Raises:
        WrongStateError: the round is closed.

    """
    if round_.state != RoundState.OPEN:
        raise WrongStateError(
            _(
                "Kỳ “%(round)s” đã khóa nên báo cáo chỉ còn để xem. "
                "Cần sửa, hãy đề nghị lãnh đạo mở lại kỳ."
            )
            % {"round": round_}
        )
