"""Entries of former units, shown on the map of another day.

Numerators and denominators are carried over, percentages never; what cannot be carried is a
break in the series.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from .errors import SuccessionError
from .values import Basis, Entry, IndicatorRule, OverUnits
from .words import number

ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Succession:
    """From ``effective`` on, ``successor`` stands where ``predecessor`` stood.

    A predecessor with one successor passes to it whole (merger, renaming). With several on one day
    it is split: each row then gives its ``share`` (above 0, together 1), or ``None`` if nobody
    knows. A part that keeps the old unit is a row with the same unit on both sides.
    ``successor=None``: abolished with nobody in its place.
    """

    predecessor: str
    successor: str | None
    effective: dt.date
    share: Decimal | None = None


@dataclass(frozen=True, slots=True)
class SeriesBreak:
    """A place where the series cannot be followed, and why (Vietnamese)."""

    unit: str
    on: dt.date
    reason: str


@dataclass(frozen=True, slots=True)
class CarriedOver:
    """The entries on the new map, those left behind, and the breaks that explain them."""

    entries: tuple[Entry, ...]
    left_behind: tuple[Entry, ...]
    breaks: tuple[SeriesBreak, ...]


def carry_over(
    rule: IndicatorRule,
    entries: Iterable[Entry],
    successions: Iterable[Succession],
    day: dt.date,
    *,
    as_of: dt.date,
) -> CarriedOver:
    """Return the entries with the units of ``day``; ``as_of`` is the day of the units they carry.

    An entry keeps its reporter: who said it does not change. Of a split whose shares are known each
    successor gets its share of value, numerator and denominator, as an estimate.

    Raises:
        SuccessionError: the shares of a split are not positive or do not add up to 1.

    """
    steps: dict[dt.date, dict[str, list[Succession]]] = {}
    for row in successions:
        if as_of < row.effective <= day:
            steps.setdefault(row.effective, {}).setdefault(row.predecessor, []).append(row)
    carried = list(entries)
    left_behind: list[Entry] = []
    breaks: dict[SeriesBreak, None] = {}
    for effective in sorted(steps):
        moved: list[Entry] = []
        standing = {entry.unit for entry in carried}
        for entry in carried:
            rows = steps[effective].get(entry.unit)
            if rows is None:
                moved.append(entry)
                continue
            reason = _obstacle(rule, entry, rows, steps[effective], standing)
            if reason:
                left_behind.append(entry)
                breaks[SeriesBreak(entry.unit, effective, reason)] = None
            else:
                moved.extend(_passed_on(entry, rows))
        carried = moved
    return CarriedOver(tuple(carried), tuple(left_behind), tuple(breaks))


def _obstacle(  # noqa: PLR0911 - one return for each reason
    rule: IndicatorRule,
    entry: Entry,
    rows: Sequence[Succession],
    step: dict[str, list[Succession]],
    standing: set[str],
) -> str:
    """Return why an entry cannot be carried along these rows, or "" if it can.

    ``standing`` are the units that have entries: a unit absorbed by one of them is merged too.
    """
    successors = {row.successor for row in rows}
    if None in successors:
        return f"{entry.unit} đã giải thể, không có đơn vị kế thừa"
    shared = any(
        row.successor in successors and row.predecessor != entry.unit
        for others in step.values()
        for row in others
    )
    absorbed = bool(successors & (standing - {entry.unit}))
    renamed = len(rows) == 1 and not shared and not absorbed
    if renamed:
        return ""
    if rule.counts_units:
        return "chỉ tiêu đếm chính các đơn vị hành chính nên không chuyển được sang địa giới mới"
    if rule.over_units is OverUnits.REGISTER:
        return (
            "số đếm không trùng lặp không cộng được, cần sổ theo dõi công bố lại theo địa giới mới"
        )
    if rule.is_ratio and entry.numerator is None and entry.value is not None:
        return "chỉ có tỷ lệ, không có tử số và mẫu số nên không chuyển được"
    if len(rows) > 1 and _has_number(entry):
        return _split_obstacle(rule, entry, rows)
    return ""


def _split_obstacle(rule: IndicatorRule, entry: Entry, rows: Sequence[Succession]) -> str:
    if rule.over_units not in (OverUnits.SUM, OverUnits.RATIO_OF_SUMS):
        return f"{entry.unit} đã chia tách và chỉ tiêu này không chia được theo tỷ lệ"
    shares = [row.share for row in rows if row.share is not None]
    if len(shares) < len(rows):
        return f"{entry.unit} đã chia tách nhưng chưa biết tỷ lệ của từng phần"
    if any(share <= 0 for share in shares) or sum(shares) != ONE:
        raise SuccessionError(
            f"Các phần chia tách của {entry.unit} phải dương và cộng lại bằng 1, không phải "
            f"{number(sum(shares, Decimal(0)))}."
        )
    return ""


def _has_number(entry: Entry) -> bool:
    return any(part is not None for part in (entry.value, entry.numerator, entry.denominator))


def _passed_on(entry: Entry, rows: Sequence[Succession]) -> list[Entry]:
    if len(rows) == 1:
        return [replace(entry, unit=rows[0].successor or entry.unit)]
    split = sorted(rows, key=lambda row: row.successor or "")
    if not _has_number(entry):
        # A missing, nil or not applicable report says the same of every part.
        return [replace(entry, unit=row.successor or entry.unit) for row in split]
    passed = []
    for row in split:
        share = row.share or ONE
        passed.append(
            replace(
                entry,
                unit=row.successor or entry.unit,
                value=_times(entry.value, share),
                numerator=_times(entry.numerator, share),
                denominator=_times(entry.denominator, share),
                basis=Basis.ESTIMATE,
            )
        )
    return passed


def _times(amount: Decimal | None, share: Decimal) -> Decimal | None:
    return None if amount is None else amount * share
