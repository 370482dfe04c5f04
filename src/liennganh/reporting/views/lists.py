"""What waits for me, and the rounds of a programme."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from liennganh.reporting import rules
from liennganh.reporting.models import RoundState
from liennganh.reporting.queries import due_for, late_for, returned_to, to_review, visible_to
from liennganh.reporting.queries.pages import rounds_with_counts
from liennganh.reporting.queries.work import WorkItem
from liennganh.reporting.rules import REPORTING_ROLES
from liennganh.reporting.views.requests import Request, programme_or_404

PER_PAGE = 50


@require_safe
def index(request: Request) -> HttpResponse:
    """Show what came back, what is due, what is late; and to reviewers, what waits for them.

    Whoever reports finds each round once: as work to do, or among what was sent.
    """
    user, today = request.user, timezone.localdate()
    sent = visible_to(user).exclude(state__in=["draft", "returned"])
    agency = user.hat.agency_id if user.has_role(*REPORTING_ROLES) else None
    page = Paginator(
        sent.filter(agency=agency).order_by("-round__programme", "-submitted_at"), PER_PAGE
    ).get_page(request.GET.get("page"))
    work = {
        "returned": _together(returned_to(user, today)),
        "due": _together(due_for(user, today)),
        "late": _together(late_for(user, today)),
    }
    waiting = list(to_review(user).order_by("submitted_at")[:PER_PAGE])
    whole = [
        one
        for one in rounds_with_counts(user)
        .filter(state=RoundState.OPEN)
        .order_by("-programme", "-starts_on", "-pk")
        if rules.may_see_whole(user, one.programme)
    ]
    rounds = [item.report.round for items in work.values() for item in items]
    rounds += [report.round for report in (*waiting, *page)] + whole
    programmes = list(dict.fromkeys(one.programme for one in rounds))
    return render(
        request,
        "reporting/list.html",
        {
            **work,
            "reports_here": agency is not None,
            "to_review": waiting,
            "open_rounds": whole,
            "page_obj": page,
            "programmes": programmes,
            "several": len(programmes) > 1,
        },
    )


def _together(items: list[WorkItem]) -> list[WorkItem]:
    """Return the work with that of one programme side by side, the most pressing one first."""
    first: dict[int, int] = {}
    for place, item in enumerate(items):
        first.setdefault(item.report.round.programme_id, place)
    return sorted(items, key=lambda item: first[item.report.round.programme_id])


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
