"""The request of a signed-in person, typed; and finding what an address names."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django_htmx.middleware import HtmxDetails

from liennganh.accounts.models import User
from liennganh.reporting.models import Report, Round
from liennganh.reporting.queries import rounds_visible_to, visible_to


class Request(HttpRequest):
    user: User
    htmx: HtmxDetails


def report_or_404(request: Request, pk: int) -> Report:
    """Return a report that the user may list."""
    return get_object_or_404(visible_to(request.user), pk=pk)


def round_or_404(request: Request, pk: int) -> Round:
    """Return a round that the user reports in or sees whole."""
    return get_object_or_404(rounds_visible_to(request.user), pk=pk)


def wants_partial(request: Request) -> bool:
    """Tell whether htmx asks for a part of the page."""
    return bool(request.htmx) and not request.htmx.boosted
