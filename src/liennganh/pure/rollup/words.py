"""Numbers and lists in sentences."""

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

from liennganh.pure.vietnamese import format_number

from .values import HUNDRED, IndicatorRule

MOST_NAMES = 5
_PLACES = 2
_MOST_PLACES = 8
_THOUSAND = Decimal(1000)


def number(value: Decimal, beside: Decimal | None = None) -> str:
    """Write a number with at most two decimals.

    Beside a target that it does not equal it gets as many more as it takes not to look equal:
    69.996% must not be printed as "70%, chưa đạt 70%".
    """
    for places in range(_PLACES, _MOST_PLACES + 1):
        rounded = value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
        if beside is None or rounded != beside or value == beside:
            break
    return format_number(rounded)


def amount(rule: IndicatorRule, value: Decimal, beside: Decimal | None = None) -> str:
    """Write a value with its unit: "75%", "1,7‰", "18 trên 100.000", "12 buổi"."""
    text = number(value, beside)
    if not rule.is_ratio:
        return f"{text}%" if rule.unit in ("%", "percent") else f"{text} {rule.unit}".rstrip()
    if rule.per == HUNDRED:
        return f"{text}%"
    if rule.per == _THOUSAND:
        return f"{text}‰"
    return text if rule.per == 1 else f"{text} trên {number(rule.per)}"


def listed(keys: Sequence[str], names: Mapping[str, str], noun: str = "đơn vị") -> str:
    """Write a list of at most five names: "A, B, C, D, E và 7 đơn vị khác"."""
    shown = [names.get(key, key) for key in keys[:MOST_NAMES]]
    rest = len(keys) - len(shown)
    return f"{', '.join(shown)} và {rest} {noun} khác" if rest else ", ".join(shown)
