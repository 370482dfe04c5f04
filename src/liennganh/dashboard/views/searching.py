"""The search of the frame."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from liennganh.dashboard.queries.searching import SHORTEST, search
from liennganh.dashboard.views.requests import Request
from liennganh.pure.vietnamese import fold

_LONGEST = 200


@require_safe
def search_page(request: Request) -> HttpResponse:
    """Show what holds every word asked for, among what the user may see."""
    text = request.GET.get("q", "").strip()[:_LONGEST]
    context = {
        "text": text,
        "too_short": bool(text) and len(fold(text)) < SHORTEST,
        "groups": search(request.user, text),
    }
    return render(request, "dashboard/search.html", context)
