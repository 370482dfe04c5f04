"""Why a figure is what it is."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from liennganh.reporting import rules
from liennganh.reporting.cells import Cell
from liennganh.reporting.forms import cell_text
from liennganh.reporting.queries import figure_of
from liennganh.reporting.views.requests import Request, round_or_404, wants_partial


@require_safe
def figure(request: Request, pk: int, tracked: int) -> HttpResponse:
    """Show formula, parts, who is missing and the range that leaves; alone or inside a page."""
    round_ = round_or_404(request, pk)
    if not rules.may_see_whole(request.user, round_.programme):
        raise PermissionDenied
    view = figure_of(round_.programme, round_, tracked)
    if view is None:
        raise Http404
    context = {
        "round": round_,
        "view": view,
        "partial": wants_partial(request),
        "parts": [
            (part, cell_text(Cell(part.status, part.value, part.numerator, part.denominator)))
            for part in view.parts
        ],
    }
    name = "reporting/_proof.html" if context["partial"] else "reporting/figure.html"
    return render(request, name, context)
