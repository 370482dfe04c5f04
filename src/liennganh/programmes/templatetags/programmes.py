"""How the states of tasks are shown: ``{% load programmes %}``."""

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from liennganh.plans.partial_dates import show_partial
from liennganh.plans.values import CYCLES
from liennganh.programmes.models import (
    AssignmentState,
    ResultState,
    Task,
    TaskAssignment,
)
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


@register.simple_tag
def result_state(state: str) -> SafeString:
    """Show the state of a target without a figure as a badge."""
    codes = {ResultState.OPEN.value: "unshown", ResultState.SUBMITTED.value: "shown"}
    return status_word(codes.get(state, state))


@register.filter
def cycle_words(task: Task) -> str:
    """Say how a task comes back: "ngày 15/5 hằng năm", "hằng quý"; "thường xuyên" without a day."""
    if task.each_year:
        return show_partial(task.each_year)
    return str(CYCLES.get(task.cycle, "")) or _("thường xuyên")
