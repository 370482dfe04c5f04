"""Who may read the log."""

from liennganh.accounts.models import User
from liennganh.accounts.roles import Role


def may_read_log(user: User) -> bool:
    """Tell whether the hat now worn is an auditor's; administrators may not."""
    return user.has_role(Role.AUDITOR)
