"""The first page: what waits for me; and the programmes at a glance."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from liennganh.accounts.roles import Role
from liennganh.dashboard.addresses import address
from liennganh.dashboard.queries.desk import desk_of, log_state, to_sign
from liennganh.dashboard.queries.mywork import my_work
from liennganh.dashboard.queries.programmes import summaries
from liennganh.dashboard.rules import TOTALS_ONLY
from liennganh.dashboard.views.requests import Request, today
from liennganh.programmes.queries import visible_to
from liennganh.reporting.rules import REPORTING_ROLES

_LISTED = 10


@require_safe
def home(request: Request) -> HttpResponse:
    """Show what waits for the hat now worn; nothing to do says so."""
    user, day = request.user, today()
    context: dict[str, Any] = {
        "today": day,
        "works_here": user.has_role(*REPORTING_ROLES),
        "work": my_work(user, day),
        "desk": desk_of(user),
        "tasks_url": address("programmes:my_tasks"),
        "reports_url": address("reporting:list"),
        "plans_url": address("plans:list"),
    }
    if user.has_role(Role.LEADER):
        context["is_leader"] = True
        context["signing"] = to_sign(user)
        context["summaries"], context["others"] = summaries(user, day)
    elif user.has_role(*TOTALS_ONLY):
        context["aside"] = user.hat.role
        context["programmes"] = visible_to(user).order_by("-starts_on", "pk")[:_LISTED]
    elif user.has_role(Role.ADMINISTRATOR):
        context["is_administrator"] = True
        context["agencies_url"] = address("agencies:list")
        context["indicators_url"] = address("indicators:list")
    context["log"] = log_state(user)
    return render(request, "dashboard/home.html", context)


@require_safe
def overview(request: Request) -> HttpResponse:
    """Show how each programme stands, for those who steer: the lead agency's officers, leaders."""
    user = request.user
    if not user.has_role(Role.PROGRAMME_OFFICER, Role.LEADER):
        raise PermissionDenied
    found, others = summaries(user, today())
    return render(request, "dashboard/overview.html", {"summaries": found, "others": others})
