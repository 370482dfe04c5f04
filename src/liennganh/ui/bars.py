"""The geometry of the bar in a table cell, worked out before the template draws it."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from liennganh.pure.vietnamese import format_number

WIDTH = 200


@dataclass(frozen=True)
class Bar:
    """A bar of 200 × 18. Lengths are whole points from the left; ``text`` says the same."""

    value: int
    low: int
    gap: int  # width of the hatched part between low and high
    target: int | None
    hatches: tuple[int, ...]
    text: str


def _text(
    value: Decimal, target: Decimal | None, low: Decimal | None, high: Decimal | None, unit: str
) -> str:
    mark = unit if unit == "%" else f" {unit}" if unit else ""
    text = f"{format_number(value)}{mark}"
    if target is not None:
        text += _(", chỉ tiêu %(target)s") % {"target": f"{format_number(target)}{mark}"}
    if low is not None and high is not None and low != high:
        text += _(", khi đủ báo cáo có thể từ %(low)s đến %(high)s") % {
            "low": format_number(low),
            "high": f"{format_number(high)}{mark}",
        }
    return text


def bar_of(
    value: Decimal | None,
    target: Decimal | None = None,
    low: Decimal | None = None,
    high: Decimal | None = None,
    unit: str = "",
) -> Bar | None:
    """Return the drawing of a value beside its target, or None where there is no value.

    The scale runs from zero to the greatest of the four (to 100 at least for percentages).
    """
    if value is None:
        return None
    known = [part for part in (value, target, low, high) if part is not None]
    top = max([*known, Decimal(100)] if unit == "%" else known)
    if top <= 0:
        top = Decimal(1)

    def x(amount: Decimal) -> int:
        return round(max(Decimal(0), amount) / top * WIDTH)

    start = x(low) if low is not None else x(value)
    gap = max(0, x(high) - start) if high is not None else 0
    return Bar(
        value=x(value),
        low=start,
        gap=gap,
        target=None if target is None else max(1, min(WIDTH - 1, x(target))),
        hatches=tuple(range(start, start + gap, 6)),
        text=_text(value, target, low, high, unit),
    )
