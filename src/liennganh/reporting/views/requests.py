"""The request of a signed-in person, typed; and finding what an address names."""

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django_htmx.middleware import HtmxDetails

from liennganh.accounts.models import User
from liennganh.programmes.models import Programme
from liennganh.reporting.models import Report, Round
from liennganh.reporting.queries import rounds_visible_to, visible_to
from liennganh.reporting.rules import may_see_whole


class Request(HttpRequest):
    user: User
    htmx: HtmxDetails


def report_or_404(request: Request, pk: int) -> Report:
    """Return a report that the user may list."""
    return get_object_or_404(visible_to(request.user), pk=pk)


def round_or_404(request: Request, pk: int) -> Round:
    """Return a round that the user reports in or sees whole."""
    return get_object_or_404(rounds_visible_to(request.user), pk=pk)


def programme_or_404(request: Request, key: str) -> Programme:
    """Return a programme whose rounds the user sees: she sees it whole, or reports in it."""
    programme = get_object_or_404(Programme.objects.select_related("lead_agency", "unit"), key=key)
    mine = rounds_visible_to(request.user).filter(programme=programme)
    if may_see_whole(request.user, programme) or mine.exists():
        return programme
    raise Http404


def wants_partial(request: Request) -> bool:
    """Tell whether htmx asks for a part of the page."""
    return bool(request.htmx) and not request.htmx.boosted
