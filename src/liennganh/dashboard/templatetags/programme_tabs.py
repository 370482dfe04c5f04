"""The tabs of a programme, for the pages of every app: ``{% load programme_tabs %}``."""

from typing import Any

from django import template

from liennganh.accounts.models import User
from liennganh.dashboard.tabs import tabs_of
from liennganh.programmes.models import Programme

register = template.Library()


@register.inclusion_tag("dashboard/_tabs.html", takes_context=True)
def programme_tabs(
    context: template.Context, programme: Programme, current: str = "", period_key: str = ""
) -> dict[str, Any]:
    """Show the pages of a programme that the reader may open, ``current`` marked as this one."""
    user = context.get("user")
    tabs = tabs_of(user, programme, period_key) if isinstance(user, User) else []
    return {"tabs": tabs, "current": current}
