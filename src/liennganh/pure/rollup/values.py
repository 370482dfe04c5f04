"""The values that a roll-up takes and gives."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from .errors import EntryError, RuleError

HUNDRED = Decimal(100)
ZERO = Decimal(0)


class Flow(StrEnum):
    """Counted at a moment, or over the days of a period."""

    STOCK = "stock"
    FLOW = "flow"


class OverUnits(StrEnum):
    """What the figure of a higher level is made of.

    ``SIDE_BY_SIDE``: several agencies count the same thing, each in its way; nothing is added.
    ``REGISTER``: a distinct count that the register publishes for each level; never added.
    """

    SUM = "sum"
    RATIO_OF_SUMS = "ratio_of_sums"
    MAX = "max"
    LATEST = "latest"
    SIDE_BY_SIDE = "side_by_side"
    REGISTER = "register"


class OverTime(StrEnum):
    """What the figure of a longer stretch is made of.

    ``CUMULATIVE``: each figure already counts from the start of the year; the longest holds.
    ``DISTINCT_REGISTER``: published by the register for the stretch; never added.
    ``NOT_ADDED``: no rule makes one figure of several (a mean of means, say).
    """

    SUM = "sum"
    LATEST = "latest"
    MAX = "max"
    CUMULATIVE = "cumulative"
    DISTINCT_REGISTER = "distinct_register"
    NOT_ADDED = "not_added"


class Status(StrEnum):
    """What a reporter said. Missing is not zero, and neither is not applicable."""

    REPORTED = "reported"
    NIL = "nil"
    NOT_APPLICABLE = "not_applicable"
    MISSING = "missing"


class Basis(StrEnum):
    ACTUAL = "actual"
    ESTIMATE = "estimate"


class Stretch(Protocol):
    """Days that a figure covers, both ends inside; ``liennganh.pure.periods.Period`` is one."""

    @property
    def key(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def start(self) -> dt.date: ...
    @property
    def end(self) -> dt.date: ...


@dataclass(frozen=True, slots=True)
class IndicatorRule:
    """What an indicator means.

    ``name`` is the Vietnamese phrase after the number ("xã có ít nhất một hình thức …"), ``unit``
    the unit in print ("buổi", "%"). ``per`` scales a ratio: 100 for a percentage, 100 000 for a
    rate. ``share``: the numerator counts a part of the denominator, so the ratio ends at ``per``.
    ``counts_units``: what is counted are administrative units themselves, so that a merger
    breaks the series. ``denominator_over_time`` is the same as ``over_time`` unless given.
    ``threshold``: counts from 1 to below it are withheld where ``protected``.
    """

    key: str
    unit: str
    flow: Flow
    over_units: OverUnits
    over_time: OverTime
    higher_is_better: bool | None = True
    protected: bool = False
    threshold: int | None = None
    name: str = ""
    per: Decimal = HUNDRED
    share: bool = True
    counts_units: bool = False
    denominator_over_time: OverTime | None = None

    def __post_init__(self) -> None:
        if self.flow is Flow.STOCK and self.over_time is OverTime.SUM:
            raise RuleError(
                f"Chỉ tiêu {self.key} là số tại thời điểm nên không được cộng qua các kỳ."
            )
        if self.over_units is OverUnits.REGISTER and self.over_time is OverTime.SUM:
            raise RuleError(
                f"Chỉ tiêu {self.key} đếm không trùng lặp nên không được cộng qua các kỳ."
            )
        if self.protected and (self.threshold is None or self.threshold < 1):
            raise RuleError(f"Chỉ tiêu {self.key} cần bảo vệ nhưng chưa có ngưỡng công bố.")
        if self.per <= 0:
            raise RuleError(f"Chỉ tiêu {self.key} có hệ số của tỷ lệ không dương.")

    @property
    def is_ratio(self) -> bool:
        return self.over_units is OverUnits.RATIO_OF_SUMS


@dataclass(frozen=True, slots=True)
class Entry:
    """One answer: who, for which unit and period, and what, in which version.

    A ratio gives ``numerator`` and ``denominator``, anything else gives ``value``. A nil report may
    give the denominator alone (12 establishments, none inspected). ``source`` names the register or
    agency that the figure comes from.
    """

    reporter: str
    unit: str
    period_key: str
    status: Status
    value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    basis: Basis = Basis.ACTUAL
    version: int = 1
    source: str = ""

    def __post_init__(self) -> None:
        numbers = (self.value, self.numerator, self.denominator)
        if any(number is not None and number < 0 for number in numbers):
            raise EntryError(f"Số liệu của {self.reporter} là số âm.")
        silent = self.status in (Status.MISSING, Status.NOT_APPLICABLE)
        if silent and any(number is not None for number in numbers):
            raise EntryError(f"{self.reporter} không có số liệu nhưng lại kèm con số.")
        if self.status is Status.NIL and (self.value or self.numerator):
            raise EntryError(f"{self.reporter} báo không phát sinh nhưng lại kèm con số khác 0.")
        if self.status is Status.REPORTED and self.value is None and self.numerator is None:
            raise EntryError(f"{self.reporter} có báo cáo nhưng không có con số nào.")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its proof.

    ``low`` and ``high`` hold the final truth between them once the missing have reported; ``None``
    is "not known", and ``range_note`` says why. ``open_denominator`` is the most that missing
    reporters can add to the denominator (0 when nobody is missing, ``None`` when unknown).
    ``formula`` is the sum in words, ``sentence`` adds who is missing.
    """

    rule_key: str
    period_key: str
    value: Decimal | None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    parts: tuple[Entry, ...] = ()
    missing: tuple[str, ...] = ()
    not_applicable: tuple[str, ...] = ()
    low: Decimal | None = None
    high: Decimal | None = None
    open_denominator: Decimal | None = ZERO
    complete: bool = True
    basis: Basis = Basis.ACTUAL
    formula: str = ""
    missing_note: str = ""
    range_note: str = ""

    @property
    def sentence(self) -> str:
        """Return how the figure was worked out, who is missing, and what that leaves open."""
        notes = [note for note in (self.missing_note, self.range_note) if note]
        return f"{self.formula} ({'; '.join(notes)})." if notes else f"{self.formula}."
