"""Who may change what is known of the territory."""

from liennganh.accounts.models import User
from liennganh.accounts.roles import Role


def may_supply_list(user: User) -> bool:
    """Say whether the person may enter the units of a day that the table does not cover."""
    return user.is_active and user.has_role(Role.PROGRAMME_OFFICER, Role.ADMINISTRATOR)
