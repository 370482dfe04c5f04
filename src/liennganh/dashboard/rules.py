"""Who sees what of a programme's overview."""

from liennganh.accounts.models import User
from liennganh.accounts.roles import Role
from liennganh.dashboard.queries.rounds import is_withheld
from liennganh.programmes.models import Programme
from liennganh.programmes.rules import sees_all_work
from liennganh.reporting.models import Round
from liennganh.reporting.rules import REPORTING_ROLES, may_see_whole

# They work in registers of their own; of a programme they see what it adds up to and nothing else.
TOTALS_ONLY = frozenset({Role.INSPECTOR, Role.TIP_RECEIVER, Role.SOCIAL_WORKER})


def may_see_units(user: User, programme: Programme) -> bool:
    """Tell whether the user sees figures and reports of every unit by name."""
    return may_see_whole(user, programme)


def may_see_totals(user: User, programme: Programme, round_: Round) -> bool:
    """Tell whether the user sees what a round of ``rounds_of`` adds up to.

    Who sees no single report sees no sum either from which one follows (rounds.is_withheld).
    """
    return may_see_units(user, programme) or not is_withheld(round_)


def may_see_work(user: User, programme: Programme) -> bool:
    """Tell whether the user sees how far every agency is with its tasks."""
    return sees_all_work(user, programme)


def has_own_row(user: User) -> bool:
    """Tell whether the user's agency may have figures and tasks of its own to look at."""
    return user.has_role(*REPORTING_ROLES)
