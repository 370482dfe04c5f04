"""How the states of tasks are shown: ``{% load programmes %}``."""

from django import template
from django.utils.safestring import SafeString

from liennganh.programmes.models import AssignmentState, TaskAssignment
from liennganh.ui.templatetags.ui import status_word

register = template.Library()

# A round that is "open" is another thing than a task that nobody has answered.
_CODES = {AssignmentState.OPEN.value: "todo"}


@register.simple_tag
def task_state(state: str) -> SafeString:
    """Show the state of a share as a badge."""
    return status_word(_CODES.get(state, state))


@register.filter
def mode_words(share: TaskAssignment) -> str:
    """Say role and way of giving together: "chủ trì · giao"."""
    return f"{share.get_role_display()} · {share.get_mode_display()}"
