"""The number that is held against a target, with the range that missing reports leave it."""

from dataclasses import dataclass, replace
from decimal import Decimal

from .ratios import numerator_range
from .targets import Meaning, Target
from .values import HUNDRED, Figure, IndicatorRule
from .words import amount, number


@dataclass(frozen=True, slots=True)
class Measure:
    """A number, its range, and how it is written.

    ``certain``: nobody is missing, so the value is the range. ``suffix`` follows the number in
    print where it is not in the indicator's own unit. Of a change, ``against`` names what it is held
    against and ``absolute`` says that it is a difference, no percentage of the old value.
    """

    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    certain: bool
    base: Figure
    note: str = ""
    kind: Meaning | None = None
    before: Figure | None = None
    against: str = ""
    absolute: bool = False

    def written(self, rule: IndicatorRule, value: Decimal) -> str:
        """Write a value of this measure with its unit."""
        if self.kind in (Meaning.INCREASE_BY, Meaning.DECREASE_BY):
            return self._size(rule, value)
        if self.kind is Meaning.N_OF_M and rule.is_ratio:
            return number(value)
        return amount(rule, value)

    def formula(self, rule: IndicatorRule, target: Decimal) -> str:
        """Return how the number was worked out, precise enough not to look like the target."""
        if self.kind in (Meaning.INCREASE_BY, Meaning.DECREASE_BY):
            return self._change(rule, target)
        if self.value is None or not self.base.formula:
            return self.base.formula or "chưa có số liệu"
        rounded, exact = amount(rule, self.value), amount(rule, self.value, target)
        if self.base.formula.endswith(rounded) and rounded != exact:
            return self.base.formula.removesuffix(rounded) + exact
        return self.base.formula

    def _change(self, rule: IndicatorRule, target: Decimal) -> str:
        if self.value is None or self.before is None:
            return self.base.formula or "chưa có số liệu"
        direction = "giảm" if self.value < 0 else "tăng"
        exact = self._size(rule, abs(self.value), abs(target))
        was, now = self.before.value, self.base.value
        words = "" if was is None or now is None else f" (từ {number(was)} lên {number(now)})"
        if self.value < 0:
            words = words.replace(" lên ", " xuống ")
        return f"{direction} {exact}{words} so với {self.against or 'cùng kỳ năm trước'}"

    def _size(self, rule: IndicatorRule, value: Decimal, beside: Decimal | None = None) -> str:
        if not self.absolute:
            return f"{number(value, beside)}%"
        points = rule.is_ratio or rule.unit == "%"
        return f"{number(value, beside)} điểm phần trăm" if points else amount(rule, value, beside)


def measure_of(
    target: Target, figure: Figure, baseline: Figure | None, rule: IndicatorRule
) -> Measure:
    """Return what the target asks to be measured."""
    if target.is_change:
        return _change(figure, baseline, target)
    if target.meaning is Meaning.N_OF_M and rule.is_ratio:
        return _numerator(target, figure, rule)
    return Measure(figure.value, figure.low, figure.high, figure.complete, figure)


def _numerator(target: Target, figure: Figure, rule: IndicatorRule) -> Measure:
    """Measure n of m by the numerator; an m that has changed since makes them incomparable.

    "8/8" means all of them, however many there are now.
    """
    whole = figure.denominator
    if target.of is None or whole is None:
        return Measure(None, None, None, figure.complete, figure, kind=target.meaning)
    low, high = numerator_range(figure)
    reachable = whole + (figure.open_denominator or 0)
    unknown = figure.open_denominator is None
    if not unknown and reachable == target.of:
        return Measure(figure.numerator, low, high, figure.complete, figure, kind=target.meaning)
    if target.value == target.of and figure.value is not None:
        # All of today's units: held against the target as the same share of its m.
        return Measure(
            figure.value * target.of / rule.per,
            None if figure.low is None else figure.low * target.of / rule.per,
            None if figure.high is None else figure.high * target.of / rule.per,
            figure.complete,
            figure,
            note=f"mẫu số nay là {number(whole)}, khi đặt chỉ tiêu là {number(target.of)}",
            kind=target.meaning,
        )
    note = f"mẫu số nay là {number(whole)}, khác mẫu số {number(target.of)} khi đặt chỉ tiêu"
    return Measure(None, None, None, figure.complete, figure, note=note, kind=target.meaning)


def _change(figure: Figure, baseline: Figure | None, target: Target) -> Measure:
    """Measure the change against the year before or what the target names, in per cent of it."""
    certain = figure.complete and baseline is not None and baseline.complete
    empty = Measure(
        None, None, None, certain, figure, kind=target.meaning, before=baseline,
        against=target.against, absolute=target.absolute,
    )  # fmt: skip
    named = target.against or "cùng kỳ năm trước"
    if baseline is None or baseline.value is None:
        return replace(empty, note=f"chưa có số liệu {named}")
    if not baseline.value and not target.absolute:
        return replace(empty, note=f"{named} bằng 0 nên không tính được tỷ lệ tăng, giảm")
    if figure.value is None:
        return empty
    change = _difference if target.absolute else _percent
    return replace(
        empty,
        value=change(figure.value, baseline.value),
        low=change(figure.low, baseline.high),
        high=change(figure.high, baseline.low),
        note="" if baseline.complete else f"số liệu {named} chưa đầy đủ",
    )


def _percent(now: Decimal | None, was: Decimal | None) -> Decimal | None:
    return None if now is None or not was else (now - was) * HUNDRED / was


def _difference(now: Decimal | None, was: Decimal | None) -> Decimal | None:
    return None if now is None or was is None else now - was
