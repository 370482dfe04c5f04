"""The plain question in place of two numbers, where what is counted is the reporter's own unit.

A commune that is asked for "số xã có …" over "tổng số xã" would write 1 or 0 over 1. It is asked
"có" or "không" instead; what is stored are the same two numbers.
"""

import re
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from liennganh.programmes.models import Reporters, ReportingUnit, TrackedIndicator
from liennganh.reporting.cells import Cell
from liennganh.reporting.models import Report, Status

YES, NO, NOT_APPLICABLE = "yes", "no", "na"
CHOICES = (
    (YES, _lazy("Có")),
    (NO, _lazy("Không")),
    (NOT_APPLICABLE, _lazy("Không áp dụng")),
    # A round button once pressed cannot be let go of again: leaving blank is a choice as well.
    ("", _lazy("Chưa trả lời")),
)
_ONE, _NONE = Decimal(1), Decimal(0)
_CELLS = {
    YES: Cell(Status.REPORTED, numerator=_ONE, denominator=_ONE),
    NO: Cell(Status.REPORTED, numerator=_NONE, denominator=_ONE),
    NOT_APPLICABLE: Cell(Status.NOT_APPLICABLE),
}
# "Số xã, phường, đặc khu có …", "Tổng số xã, phường đã …": whose number it is, then what is asked.
_COUNTED = re.compile(
    r"^(?:tổng\s+)?số(?:\s+lượng)?\s+(?:(?:xã|phường|đặc khu|thị trấn|đơn vị|địa phương|cấp xã)"
    r"(?:\s*,\s*|\s+và\s+|\s+hoặc\s+|\s+))+",
    re.IGNORECASE,
)


def reports_for_one(report: Report) -> bool:
    """Tell whether the report's agency reports for exactly one unit of the programme. One query."""
    units = ReportingUnit.objects.filter(
        programme=report.round.programme_id, agency=report.agency_id
    )
    return units.count() == 1


def answer_of(cell: Cell) -> str | None:
    """Return which answer a cell stands for, "" for a blank one, None for other numbers."""
    if not cell.status:
        return ""
    if cell.status == Status.NOT_APPLICABLE:
        return NOT_APPLICABLE
    if cell.to_date is not None or cell.denominator != _ONE:
        return None
    if cell.status == Status.NIL or cell.numerator == _NONE:
        return NO
    return YES if cell.numerator == _ONE else None


def is_asked_plainly(tracked: TrackedIndicator, cell: Cell) -> bool:
    """Tell whether one unit answers the indicator with a word; other stored numbers stay numbers."""
    indicator = tracked.indicator
    by_unit = indicator.is_share and indicator.counts_units and tracked.reporters == Reporters.UNITS
    return by_unit and answer_of(cell) is not None


def cell_of(answer: str, note: str) -> Cell:
    """Return the cell that an answer stores."""
    found = _CELLS[answer]
    return Cell(found.status, None, found.numerator, found.denominator, None, note)


def question_of(tracked: TrackedIndicator) -> str:
    """Return what the unit is asked: "Địa bàn mình có ít nhất một hình thức tuyên truyền …?"."""
    counted = tracked.numerator or tracked.indicator.numerator or tracked.label
    found = _COUNTED.match(counted)
    if found is None:
        return _("Địa bàn mình có được tính vào “%(what)s” không?") % {"what": counted}
    return _("Địa bàn mình %(what)s?") % {"what": counted[found.end() :].rstrip(" .?")}
