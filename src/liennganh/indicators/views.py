"""Pages of the catalogue."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from liennganh.accounts.models import User
from liennganh.audit.queries import history_of

from . import queries, wording
from .catalogue import GROUPS
from .forms import IndicatorFilter


class PersonRequest(HttpRequest):
    """A request of somebody who has signed in."""

    user: User


@require_GET
def indicator_list(request: PersonRequest) -> HttpResponse:
    """Show the whole catalogue on one page, by group."""
    form = IndicatorFilter(request.GET)
    wanted = form.cleaned_data if form.is_valid() else {}
    groups = queries.search(request.user, text=wanted.get("q", ""), group=wanted.get("group", ""))
    return render(request, "indicators/list.html", {"form": form, "groups": groups})


@require_GET
def indicator_detail(request: PersonRequest, code: str) -> HttpResponse:
    """Show what one indicator means, how it adds up and which programmes follow it."""
    indicator = get_object_or_404(queries.visible_to(request.user), code=code)
    rows = (
        (name, say(indicator))
        for name, say in (
            ("counted", wording.counted),
            ("over_units", wording.over_units),
            ("over_time", wording.over_time),
            ("direction", wording.direction),
            ("source", wording.source),
        )
    )
    return render(
        request,
        "indicators/detail.html",
        {
            "indicator": indicator,
            "group": GROUPS.get(indicator.group, ""),
            "say": dict(rows),
            "uses": queries.uses_of(indicator, request.user),
            "events": history_of(indicator)[:50],
        },
    )
