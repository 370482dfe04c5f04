"""Who may do what with agencies."""

from django.db.models import Q

from liennganh.accounts.models import User
from liennganh.accounts.roles import Role
from liennganh.agencies.models import Agency, Membership
from liennganh.territory.models import Unit


def province_path(path: str) -> str:
    """Return the path of the province that a path lies in: "/20/178/" → "/20/"."""
    return f"/{path.strip('/').split('/')[0]}/"


def _of_own_province(user: User, unit: Unit) -> bool:
    hat: Membership | None = user.hat
    return hat is not None and province_path(unit.path) == province_path(hat.agency.unit.path)


def may_add_agency(user: User | None, unit: Unit) -> bool:
    """Tell whether somebody may add an agency of that unit.

    Administrators, and programme officers, who meet unknown bodies while they read a plan in; both
    within their province. None is the system itself, which only commands and the first set-up pass.
    """
    if user is None:
        return True
    return user.has_role(Role.ADMINISTRATOR, Role.PROGRAMME_OFFICER) and _of_own_province(
        user, unit
    )


def may_edit_agency(user: User | None, agency: Agency) -> bool:
    """Tell whether somebody may change names and dates: administrators of the same province."""
    if user is None:
        return True
    return user.has_role(Role.ADMINISTRATOR) and _of_own_province(user, agency.unit)


def may_manage_members(user: User | None, agency: Agency) -> bool:
    """Tell whether somebody may give and end roles: administrators of the same province."""
    return may_edit_agency(user, agency)


def may_see_members(user: User, agency: Agency) -> bool:
    """Tell whether somebody sees who works there.

    Administrators and programme officers of the province, and the agency's own people.
    """
    hat: Membership | None = user.hat
    if hat is None:
        return False
    if hat.agency_id == agency.pk:
        return True
    return user.has_role(Role.ADMINISTRATOR, Role.PROGRAMME_OFFICER) and _of_own_province(
        user, agency.unit
    )


def within(path: str) -> Q:
    """Return the condition "an agency of this unit or of one below it"."""
    return Q(unit__path__startswith=path)
