"""One figure of a longer stretch from the figures of its periods."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from .errors import CumulativeFiguresError, NotAddableError, OverlappingPeriodsError
from .ratios import with_ratio
from .values import ZERO, Basis, Figure, IndicatorRule, OverTime, OverUnits, Stretch
from .words import MOST_NAMES, amount, listed, number

Dated = tuple[Stretch, Figure | None]


def over_periods(rule: IndicatorRule, figures: Sequence[Dated]) -> Figure:
    """Return the figure of all the periods together, say of the year so far from its quarters.

    ``figures`` pairs each period with its figure, or with ``None`` where there is none yet. A gap
    between periods leaves the result incomplete.

    Raises:
        CumulativeFiguresError: figures counted from the start of the year are mixed with others.
        OverlappingPeriodsError: two periods share days (six months and a quarter of them).
        NotAddableError: the rule allows no figure of several periods, or there is no period.

    """
    if not figures:
        raise NotAddableError(f"Chưa có kỳ nào để tính chỉ tiêu {rule.key}.")
    dated = sorted(figures, key=lambda pair: (pair[0].start, pair[0].end))
    if rule.over_time is OverTime.CUMULATIVE:
        return _longest(rule, dated)
    _refuse_overlaps(rule, dated)
    if len(dated) == 1:
        return dated[0][1] or _empty(rule, dated)
    if rule.over_units is OverUnits.SIDE_BY_SIDE:
        raise NotAddableError(
            f"Chỉ tiêu {rule.key} có nhiều nguồn đứng cạnh nhau: hãy tính riêng từng nguồn."
        )
    match rule.over_time:
        case OverTime.DISTINCT_REGISTER | OverTime.NOT_ADDED:
            raise NotAddableError(
                f"Chỉ tiêu {rule.key} không được cộng qua các kỳ: phải lấy số do nguồn công bố cho "
                "cả giai đoạn."
            )
        case OverTime.SUM | OverTime.LATEST | OverTime.MAX:
            shell = _shell(rule, dated)
            return _ratio(rule, shell, dated) if rule.is_ratio else _value(rule, shell, dated)


def _refuse_overlaps(rule: IndicatorRule, dated: Sequence[Dated]) -> None:
    for (one, _), (other, _) in pairwise(dated):
        if other.start <= one.end:
            raise OverlappingPeriodsError(
                f"Chỉ tiêu {rule.key}: kỳ “{one.label}” và kỳ “{other.label}” có ngày trùng nhau nên "
                "không được cộng."
            )


def _longest(rule: IndicatorRule, dated: Sequence[Dated]) -> Figure:
    first = dated[0][0]
    for period, _ in dated:
        if period.start != first.start:
            raise CumulativeFiguresError(
                f"Chỉ tiêu {rule.key} là số lũy kế từ đầu năm: kỳ “{period.label}” không bắt đầu "
                f"cùng ngày với kỳ “{first.label}” nên không gộp được."
            )
    held = [figure for _, figure in dated if figure is not None and figure.value is not None]
    if not held:
        return _empty(rule, dated)
    if dated[-1][1] is held[-1]:
        return held[-1]
    return _behind(held[-1], dated)


def _behind(figure: Figure, dated: Sequence[Dated]) -> Figure:
    """Return the last figure known, marked as not being that of the last period."""
    return replace(
        figure,
        complete=False,
        low=None,
        high=None,
        open_denominator=None,
        missing_note=f"chưa có số liệu kỳ “{dated[-1][0].label}”",
        range_note="",
    )


def _empty(rule: IndicatorRule, dated: Sequence[Dated]) -> Figure:
    return Figure(
        rule_key=rule.key,
        period_key=_key(dated),
        value=None,
        complete=False,
        open_denominator=None,
        formula="chưa có số liệu",
        missing_note=_absent(dated),
    )


def _key(dated: Sequence[Dated]) -> str:
    keys = [period.key for period, _ in dated]
    return keys[0] if len(keys) == 1 else f"{keys[0]}…{keys[-1]}"


def _absent(dated: Sequence[Dated]) -> str:
    labels = [period.label for period, figure in dated if figure is None]
    return f"chưa có số liệu {listed(labels, {}, 'kỳ')}" if labels else ""


def _gap(dated: Sequence[Dated]) -> str:
    for (one, _), (other, _) in pairwise(dated):
        if other.start - one.end > dt.timedelta(days=1):
            return f"giữa kỳ “{one.label}” và kỳ “{other.label}” còn trống"
    return ""


def _shell(rule: IndicatorRule, dated: Sequence[Dated]) -> Figure:
    present = [figure for _, figure in dated if figure is not None]
    missing = sorted({reporter for figure in present for reporter in figure.missing})
    partial = [
        period.label for period, figure in dated if figure is not None and not figure.complete
    ]
    notes = [
        _absent(dated),
        _gap(dated),
        f"báo cáo chưa đủ: {listed(partial, {}, 'kỳ')}" if partial else "",
    ]
    estimated = any(figure.basis is Basis.ESTIMATE for figure in present)
    return Figure(
        rule_key=rule.key,
        period_key=_key(dated),
        value=None,
        parts=tuple(part for figure in present for part in figure.parts),
        missing=tuple(missing),
        complete=not any(notes),
        basis=Basis.ESTIMATE if estimated else Basis.ACTUAL,
        missing_note="; ".join(note for note in notes if note),
    )


def _ratio(rule: IndicatorRule, shell: Figure, dated: Sequence[Dated]) -> Figure:
    present = [figure for _, figure in dated if figure is not None]
    below = rule.denominator_over_time or rule.over_time
    if rule.over_time is OverTime.LATEST and below is OverTime.LATEST:
        return _latest(rule, dated)
    if OverTime.MAX in (rule.over_time, below) or below not in (OverTime.SUM, OverTime.LATEST):
        raise NotAddableError(
            f"Chỉ tiêu {rule.key} là tỷ lệ nên chỉ được cộng hoặc lấy kỳ mới nhất."
        )
    numerators = [figure.numerator or ZERO for figure in present]
    denominators = [figure.denominator or ZERO for figure in present]
    if not present:
        return _empty(rule, dated)
    above = sum(numerators, ZERO) if rule.over_time is OverTime.SUM else numerators[-1]
    under = sum(denominators, ZERO) if below is OverTime.SUM else denominators[-1]
    opened: Decimal | None = ZERO
    if not shell.complete:
        opens = [figure.open_denominator for figure in present]
        known = [amount for amount in opens if amount is not None]
        # Only where every period is there and both parts are added do the bounds add up.
        whole = len(present) == len(dated) and not _gap(dated)
        addable = whole and rule.over_time is below is OverTime.SUM and len(known) == len(opens)
        opened = sum(known, ZERO) if addable else None
    return with_ratio(rule, shell, above, under, opened)


def _latest(rule: IndicatorRule, dated: Sequence[Dated]) -> Figure:
    last = dated[-1][1]
    if last is not None and (last.value is not None or last.complete):
        return last
    held = [figure for _, figure in dated if figure is not None and figure.value is not None]
    return _behind(held[-1], dated) if held else _empty(rule, dated)


def _value(rule: IndicatorRule, shell: Figure, dated: Sequence[Dated]) -> Figure:
    if rule.over_time is OverTime.LATEST:
        return _latest(rule, dated)
    present = [figure for _, figure in dated if figure is not None]
    values = [figure.value for figure in present if figure.value is not None]
    if not values:
        if not shell.complete:
            return replace(shell, low=ZERO, formula="chưa có số liệu")
        return replace(shell, formula="không có kỳ nào thuộc đối tượng báo cáo")
    fully_known = len(present) == len(dated) and not _gap(dated)
    lows = [figure.low for figure in present if figure.low is not None]
    # A period to which nobody is subject has no value and adds nothing to either end.
    ends = [figure.high for figure in present if figure.value is not None or not figure.complete]
    highs = [high for high in ends if high is not None]
    bounded = fully_known and len(highs) == len(ends)
    if rule.over_time is OverTime.SUM:
        value, low, high = sum(values, ZERO), sum(lows, ZERO), sum(highs, ZERO)
        sign = " + "
    else:
        value, low, high = max(values), max(lows, default=ZERO), max(highs, default=ZERO)
        sign = "; "
    if len(values) <= MOST_NAMES:
        terms = sign.join(number(value) for value in values)
    else:
        terms = f"{len(values)} kỳ"
    text = (
        f"{terms} = {amount(rule, value)}"
        if sign == " + "
        else f"lớn nhất của {terms} là {amount(rule, value)}"
    )
    note = "" if shell.complete else f"khi đủ báo cáo, kết quả ít nhất là {amount(rule, low)}"
    if not shell.complete and bounded:
        note = f"khi đủ báo cáo, kết quả từ {amount(rule, low)} đến {amount(rule, high)}"
    title = f"{rule.name[:1].upper()}{rule.name[1:]}: " if rule.name else ""
    return replace(
        shell,
        value=value,
        low=low,
        high=high if bounded else None,
        formula=f"{title}{text}",
        range_note=note,
    )
