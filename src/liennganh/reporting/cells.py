"""What one cell of a report may say, checked before it is stored."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from liennganh.errors import DomainError
from liennganh.indicators.models import Flow, Measure
from liennganh.programmes.models import TrackedIndicator
from liennganh.pure.vietnamese import format_number
from liennganh.reporting.models import Observation, Status

WHOLE = (Measure.OBJECTS, Measure.EVENTS, Measure.PERSONS, Measure.SHARE)
PLACES = 4
LARGEST = Decimal(10) ** 15


@dataclass(frozen=True, slots=True)
class Cell:
    """An answer for one tracked indicator; an empty ``status`` is a blank cell (missing).

    ``value`` for counts and amounts, ``numerator`` and ``denominator`` for shares. ``to_date`` is
    what was done up to the round's ``actual_until`` where the rest is an estimate.
    """

    status: str = ""
    value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    to_date: Decimal | None = None
    note: str = ""

    @classmethod
    def of(cls, row: Observation) -> "Cell":
        """Return what a stored observation says."""
        return cls(row.status, row.value, row.numerator, row.denominator, row.to_date, row.note)


@dataclass(frozen=True, slots=True)
class Narrative:
    """The four texts of a report."""

    situation: str = ""
    results: str = ""
    obstacles: str = ""
    proposals: str = ""


class CellError(DomainError):
    """A cell that contradicts itself; ``field`` is the name of the form field that is wrong."""


def field_name(tracked_id: int, part: str) -> str:
    """Return the form field of a part of a cell: "c12-value"."""
    return f"c{tracked_id}-{part}"


def allows_nil(tracked: TrackedIndicator) -> bool:
    """Tell whether "không phát sinh" says something of this indicator.

    Of what happens in a period it means zero. Of what stands at a moment (the number of
    establishments) it does not say how many there are: a true zero is typed.
    """
    return tracked.indicator.flow == Flow.FLOW


def check_cell(tracked: TrackedIndicator, cell: Cell) -> None:
    """Refuse a cell that contradicts itself or its indicator.

    Raises:
        CellError: with the message to show beside the field, and that field.

    """
    share = tracked.indicator.is_share
    for part in ("value", "numerator", "denominator", "to_date"):
        _check_number(tracked, part, getattr(cell, part))
    _check_to_date(tracked, cell)
    if cell.note and _is_empty(cell):
        raise CellError(
            _("Ô có ghi chú nhưng chưa có số. Ghi số hoặc chọn trạng thái để ghi chú được lưu."),
            field=field_name(tracked.pk, "note"),
        )
    if cell.status in ("", Status.NOT_APPLICABLE):
        _demand_silent(tracked, cell, ("value", "numerator", "denominator", "to_date"))
    elif cell.status == Status.NIL:
        _check_nil(tracked, cell)
    elif cell.status == Status.REPORTED:
        _demand_silent(tracked, cell, ("value",) if share else ("numerator", "denominator"))
        _check_share(tracked, cell)
    else:
        raise CellError(_("Trạng thái của ô không hợp lệ."), field=field_name(tracked.pk, "status"))


def gap(tracked: TrackedIndicator, cell: Cell | None) -> str | None:
    """Return the form field that still has to be filled before submitting, or None."""
    if cell is None or not cell.status:
        return field_name(tracked.pk, "numerator" if tracked.indicator.is_share else "value")
    if cell.status == Status.NOT_APPLICABLE:
        return None
    wanted: tuple[str, ...] = ("value",)
    if tracked.indicator.is_share:
        # "Không phát sinh" of a share keeps its denominator: 12 establishments, none visited.
        wanted = (
            ("numerator", "denominator") if cell.status == Status.REPORTED else ("denominator",)
        )
    elif cell.status == Status.NIL:
        return None
    return next((field_name(tracked.pk, p) for p in wanted if getattr(cell, p) is None), None)


def _check_number(tracked: TrackedIndicator, part: str, number: Decimal | None) -> None:
    if number is None:
        return
    field = field_name(tracked.pk, part)
    if number < 0:
        raise CellError(_("Số liệu không được âm."), field=field)
    if tracked.indicator.measure in WHOLE and number != number.to_integral_value():
        # Of a share the two numbers are counts, and "%" is not what they count.
        says = (
            _("“%(number)s” phải là số nguyên vì đây là số đếm.")
            if tracked.indicator.unit == "%"
            else _("“%(number)s” phải là số nguyên vì đây là số đếm (%(unit)s).")
        )
        raise CellError(
            says % {"number": format_number(number), "unit": tracked.indicator.unit}, field=field
        )
    if number != round(number, PLACES):
        raise CellError(_("Nhiều nhất bốn chữ số sau dấu phẩy."), field=field)
    if number >= LARGEST:
        raise CellError(_("Số quá lớn, hãy kiểm tra lại đơn vị tính."), field=field)


def _is_empty(cell: Cell) -> bool:
    numbers = (cell.value, cell.numerator, cell.denominator, cell.to_date)
    return cell.status in ("", Status.REPORTED) and all(number is None for number in numbers)


def _check_to_date(tracked: TrackedIndicator, cell: Cell) -> None:
    """Refuse more done so far than estimated for the whole period; a stock may go down again."""
    whole = cell.numerator if tracked.indicator.is_share else cell.value
    if tracked.indicator.flow != Flow.FLOW or cell.to_date is None or whole is None:
        return
    if cell.to_date > whole:
        raise CellError(
            _("Đã thực hiện %(done)s, nhiều hơn số ước cả kỳ %(whole)s.")
            % {"done": format_number(cell.to_date), "whole": format_number(whole)},
            field=field_name(tracked.pk, "to_date"),
        )


def _demand_silent(tracked: TrackedIndicator, cell: Cell, parts: tuple[str, ...]) -> None:
    for part in parts:
        if getattr(cell, part) is not None:
            raise CellError(
                _("Ô vừa có số vừa chọn trạng thái khác “có số liệu”. Xóa số hoặc đổi trạng thái."),
                field=field_name(tracked.pk, part),
            )


def _check_nil(tracked: TrackedIndicator, cell: Cell) -> None:
    if not allows_nil(tracked):
        raise CellError(
            _("Đây là số tại thời điểm: nếu không còn cái nào, hãy ghi 0."),
            field=field_name(tracked.pk, "status"),
        )
    _demand_silent(tracked, cell, ("value", "numerator", "to_date"))
    if not tracked.indicator.is_share:
        _demand_silent(tracked, cell, ("denominator",))


def _check_share(tracked: TrackedIndicator, cell: Cell) -> None:
    if cell.numerator is None or cell.denominator is None:
        return
    if cell.numerator > cell.denominator:
        above = tracked.numerator or tracked.indicator.numerator
        below = tracked.denominator or tracked.indicator.denominator
        says = _("Tử số %(numerator)s lớn hơn mẫu số %(denominator)s.")
        if above and below:
            says = _(
                "“%(above)s” (tử số) ghi %(numerator)s, "
                "lớn hơn “%(below)s” (mẫu số) ghi %(denominator)s."
            )
        raise CellError(
            says
            % {
                "above": above,
                "below": below,
                "numerator": format_number(cell.numerator),
                "denominator": format_number(cell.denominator),
            },
            field=field_name(tracked.pk, "numerator"),
        )
