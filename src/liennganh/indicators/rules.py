"""Who may add to the catalogue."""

from liennganh.accounts.models import User
from liennganh.accounts.roles import Role


def may_add_indicator(user: User | None) -> bool:
    """Tell whether somebody may define an indicator of the office's own: programme officers.

    None is the system itself, which loads the catalogue.
    """
    return user is None or user.has_role(Role.PROGRAMME_OFFICER, Role.ADMINISTRATOR)
