"""The request of a signed-in person, and finding the programme and round that an address names."""

import datetime as dt

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone

from liennganh.accounts.models import User
from liennganh.dashboard.queries.rounds import chosen, rounds_of
from liennganh.dashboard.rules import may_see_units
from liennganh.programmes.models import Programme
from liennganh.programmes.queries import visible_to
from liennganh.reporting.models import Round


class Request(HttpRequest):
    """A request of somebody who has signed in."""

    user: User


def today() -> dt.date:
    """Return the day in Viet Nam."""
    return timezone.localdate()


def programme_or_404(request: Request, key: str) -> Programme:
    """Return a programme that the user may see."""
    found = visible_to(request.user).prefetch_related("unit__names")
    return get_object_or_404(found.defer("plan__text", "plan__folded"), key=key)


def round_asked(request: Request, programme: Programme) -> tuple[list[Round], Round | None]:
    """Return the programme's rounds, and the one that the address asks for (``?ky=``) or the latest."""
    rounds = rounds_of(programme)
    for one in rounds:
        one.programme = programme
    whole = may_see_units(request.user, programme)
    return rounds, chosen(rounds, request.GET.get("ky", ""), totals_only=not whole)
