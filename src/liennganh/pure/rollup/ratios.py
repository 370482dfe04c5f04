"""Ratios: only ever of a summed numerator and a summed denominator."""

from dataclasses import replace
from decimal import Decimal

from .values import ZERO, Figure, IndicatorRule
from .words import amount, number


def with_ratio(
    rule: IndicatorRule,
    shell: Figure,
    numerator: Decimal,
    denominator: Decimal,
    open_denominator: Decimal | None,
) -> Figure:
    """Return the figure of numerator over denominator, with the range that the missing leave.

    A denominator of 0 gives no value. ``open_denominator`` is the most that the missing can add to
    the denominator: at worst all of it with none of the numerator, at best all of both. Of a
    ratio that is no share the numerator has no such bound.
    """
    value = numerator * rule.per / denominator if denominator else None
    low, high, note = _range(rule, numerator, denominator, open_denominator)
    phrase = f"{number(numerator)}/{number(denominator)} {rule.name or rule.unit}".rstrip()
    result = "chưa có mẫu số nên không tính được" if value is None else f"= {amount(rule, value)}"
    return replace(
        shell,
        value=value,
        numerator=numerator,
        denominator=denominator,
        low=low,
        high=high,
        open_denominator=open_denominator,
        formula=f"{phrase} {result}" if value is not None else f"{phrase}: {result}",
        range_note=note,
    )


def _range(
    rule: IndicatorRule, numerator: Decimal, denominator: Decimal, opened: Decimal | None
) -> tuple[Decimal | None, Decimal | None, str]:
    if opened is None:
        note = (
            "chưa biết mẫu số của nơi chưa báo cáo nên chưa biết kết quả có thể thay đổi bao nhiêu"
        )
        return None, None, note
    whole = denominator + opened
    if not whole:
        return None, None, ""
    low = numerator * rule.per / whole
    if not opened:
        return low, low, ""
    if not rule.share:
        note = f"khi đủ báo cáo, kết quả ít nhất là {amount(rule, low)}"
        return low, None, note
    high = (numerator + opened) * rule.per / whole
    note = f"khi đủ báo cáo, kết quả từ {amount(rule, low)} đến {amount(rule, high)}"
    return low, high, note


def numerator_range(figure: Figure) -> tuple[Decimal | None, Decimal | None]:
    """Return what the numerator of a share can still become."""
    if figure.numerator is None:
        return None, None
    if figure.complete:
        return figure.numerator, figure.numerator
    opened = figure.open_denominator
    return figure.numerator, None if opened is None else figure.numerator + (opened or ZERO)
