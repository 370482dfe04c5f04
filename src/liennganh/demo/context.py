"""What the sign-in page of the demonstration offers: its accounts and their one password."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from liennganh.agencies.models import Membership
from liennganh.demo.people import PASSWORD, one_of_each


def _accounts() -> tuple[Membership, ...]:
    return one_of_each()


def demo(_request: HttpRequest) -> dict[str, Any]:
    """Return the demonstration's accounts for the page of signing in; nothing anywhere else.

    The accounts are a callable: only a template that shows them asks the database.
    """
    if not settings.DEMO:
        return {}
    return {"demo_accounts": _accounts, "demo_password": PASSWORD}
