"""Units down, indicators across: every unit's figures of a round."""

from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from liennganh.dashboard.addresses import address
from liennganh.dashboard.exports import csv_response
from liennganh.dashboard.queries.rounds import open_after
from liennganh.dashboard.queries.units import NAME, Cell, Matrix, UnitRow, matrix_of
from liennganh.dashboard.rules import has_own_row, may_see_totals, may_see_units
from liennganh.dashboard.views.requests import Request, programme_or_404, round_asked, today
from liennganh.programmes.models import Programme
from liennganh.reporting.models import ReportState, Round

# Most provinces fit on one page; a page stays under 300 kB with 15 indicators.
ROWS = 100
_FALLING = "giam"
_HEAD = 44  # letters


@require_safe
def units(request: Request, key: str) -> HttpResponse:
    """Show every unit's figures to those who see all, my own unit's to who reports for one."""
    found = programme_or_404(request, key)
    rounds, round_ = round_asked(request, found)
    context: dict[str, Any] = {
        "programme": found,
        "list_url": address("programmes:list"),
        "rounds": rounds,
        "round": round_,
        "open_round": open_after(rounds, round_),
        "sees_units": may_see_units(request.user, found),
        "sort": request.GET.get("xep", NAME),
        "falling": request.GET.get("chieu") == _FALLING,
    }
    if round_ is not None:
        matrix, rows = _rows(request, found, round_)
        page = Paginator(rows, ROWS).get_page(request.GET.get("page"))
        context |= {"matrix": matrix, "page": page, "heads": _heads(matrix, context)}
        context["sees_totals"] = may_see_totals(request.user, found, round_)
        context["least_approved"] = settings.DISCLOSURE_THRESHOLD
    return render(request, "dashboard/units.html", context)


def _heads(matrix: Matrix, context: dict[str, Any]) -> list[dict[str, Any]]:
    """Return each column with the direction that a press on it asks for: large first, then small."""
    found = []
    for column in matrix.columns:
        current = context["sort"] == str(column.tracked_id)
        turn = None if current and context["falling"] else _FALLING
        short = shortened(column.label)
        found.append({"column": column, "short": short, "current": current, "turn": turn})
    return found


def shortened(label: str) -> str:
    """Return the head of a narrow column, cut between words; the legend below says the whole."""
    if len(label) <= _HEAD:
        return label
    return f"{label[: _HEAD + 1].rpartition(' ')[0].rstrip(',;:. ')} …"


def _rows(request: Request, found: Programme, round_: Round) -> tuple[Matrix, list[UnitRow]]:
    matrix = matrix_of(found, round_, today())
    if may_see_units(request.user, found):
        falling = request.GET.get("chieu") == _FALLING
        return matrix, matrix.sorted_by(request.GET.get("xep", NAME), falling=falling)
    if not may_see_totals(request.user, found, round_):
        matrix = matrix.without_others()
    own = matrix.of_agency(request.user.hat.agency_id) if has_own_row(request.user) else []
    return matrix, own


@require_safe
def export(request: Request, key: str) -> HttpResponse:
    """Give the table as CSV: the rows that this user sees, in the order asked for, then the totals."""
    found = programme_or_404(request, key)
    round_ = round_asked(request, found)[1]
    if round_ is None:
        return csv_response(f"{found.key}-dia-ban", [_("Địa bàn")], [])
    matrix, rows = _rows(request, found, round_)
    heads = [_("Địa bàn"), _("Báo cáo")]
    for column in matrix.columns:
        heads.append(f"{column.label} ({column.unit})")
        if column.ratio:
            heads += [_("tử số"), _("mẫu số")]
    lines: list[list[object]] = [
        [row.name, str(ReportState(row.state).label), *_cells(matrix, row.cells)] for row in rows
    ]
    shown = may_see_units(request.user, found)
    groups = matrix.groups if shown else ()
    lines += [[group.name, group.count, *_cells(matrix, group.cells)] for group in groups]
    lines.append([_("Toàn bộ"), matrix.total.count, *_cells(matrix, matrix.total.cells)])
    return csv_response(f"{found.key}-dia-ban-{round_.period_key}", heads, lines)


def _cells(matrix: Matrix, cells: tuple[Cell, ...]) -> list[object]:
    found: list[object] = []
    for column, cell in zip(matrix.columns, cells, strict=True):
        value = round(cell.value, 2) if cell.value is not None else None
        found.append(_("không áp dụng") if cell.status == "not_applicable" else value)
        if column.ratio:
            found += [cell.numerator, cell.denominator]
    return found
