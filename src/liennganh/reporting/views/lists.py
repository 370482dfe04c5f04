"""What waits for me, and the rounds of a programme."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from liennganh.accounts.roles import Role
from liennganh.reporting import rules
from liennganh.reporting.models import RoundState
from liennganh.reporting.queries import due_for, late_for, returned_to, to_review, visible_to
from liennganh.reporting.queries.pages import rounds_with_counts
from liennganh.reporting.rules import REPORTING_ROLES
from liennganh.reporting.views.requests import Request, programme_or_404

PER_PAGE = 50


@require_safe
def index(request: Request) -> HttpResponse:
    """Show what came back, what is due, what is late; and to reviewers, what waits for them."""
    user, today = request.user, timezone.localdate()
    sent = visible_to(user).exclude(state__in=["draft", "returned"])
    agency = user.hat.agency_id if user.has_role(*REPORTING_ROLES) else None
    return render(
        request,
        "reporting/list.html",
        {
            "returned": returned_to(user, today),
            "due": due_for(user, today),
            "late": late_for(user, today),
            "reports_here": agency is not None,
            "sees_whole": user.has_role(Role.PROGRAMME_OFFICER, Role.LEADER),
            "to_review": to_review(user).order_by("submitted_at")[:PER_PAGE],
            "open_rounds": rounds_with_counts(user).filter(state=RoundState.OPEN),
            "page_obj": Paginator(
                sent.filter(agency=agency).order_by("-submitted_at"), PER_PAGE
            ).get_page(request.GET.get("page")),
        },
    )


@require_safe
def programme_rounds(request: Request, key: str) -> HttpResponse:
    """List the rounds of a programme, the newest first."""
    programme = programme_or_404(request, key)
    rounds = rounds_with_counts(request.user).filter(programme=programme)
    return render(
        request,
        "reporting/programme_rounds.html",
        {
            "programme": programme,
            "page_obj": Paginator(rounds, PER_PAGE).get_page(request.GET.get("page")),
            "may_manage": rules.may_manage_rounds(request.user, programme),
            "sees_whole": rules.may_see_whole(request.user, programme),
        },
    )
