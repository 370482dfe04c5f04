"""When a report is due: the ways in which plans and regulations say it."""

import calendar
import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from .kinds import Period, PeriodKind
from .windows import CALENDAR
from .working_days import add_working_days

_LEAP_YEAR = 2024
_MONTHS_A_YEAR = 12
_LONGEST_MONTH = 31
_LONGEST_WAIT = 366


class DueRuleError(ValueError):
    """A due date that cannot be; the message is in Vietnamese and fit to show."""


@dataclass(frozen=True, slots=True)
class NoDate:
    """The plan asks for the report and names no day."""


@dataclass(frozen=True, slots=True)
class YearDays:
    """Fixed days each year, as (month, day): 31/5, or 10/3, 10/6, 10/9 and 10/12."""

    days: tuple[tuple[int, int], ...]

    def __post_init__(self) -> None:
        if not self.days:
            raise DueRuleError("Chưa ghi ngày đến hạn nào trong năm.")
        for month, day in self.days:
            # A leap year, so that 29/02 may be meant; in other years it falls on the 28th.
            if (
                not 1 <= month <= _MONTHS_A_YEAR
                or not 1 <= day <= calendar.monthrange(_LEAP_YEAR, month)[1]
            ):
                raise DueRuleError(f"Không có ngày {day:02d}/{month:02d}.")
        object.__setattr__(self, "days", tuple(sorted(set(self.days))))


@dataclass(frozen=True, slots=True)
class OnceOn:
    """One single day, for one single report."""

    day: dt.date


@dataclass(frozen=True, slots=True)
class OnceIn:
    """One single month, with no day named."""

    year: int
    month: int

    def __post_init__(self) -> None:
        if not 1 <= self.month <= _MONTHS_A_YEAR or not dt.MINYEAR < self.year < dt.MAXYEAR:
            raise DueRuleError(f"Không có tháng {self.month} năm {self.year}.")


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day of a month counted from the period's last calendar month (0; the next is 1).

    A day that the month lacks (31) means its last day.
    """

    day: int
    months_after: int = 0

    def __post_init__(self) -> None:
        if not 1 <= self.day <= _LONGEST_MONTH:
            raise DueRuleError(f"Tháng không có ngày {self.day}.")
        if not -_MONTHS_A_YEAR < self.months_after <= _MONTHS_A_YEAR:
            raise DueRuleError("Tháng đến hạn phải cách tháng cuối kỳ không quá một năm.")


@dataclass(frozen=True, slots=True)
class AfterEnd:
    """A number of days after the figures are closed, counted in working days or in all days."""

    days: int
    working: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.days <= _LONGEST_WAIT:
            raise DueRuleError("Số ngày sau ngày chốt số liệu phải từ 0 đến 366.")


DueDay = NoDate | YearDays | OnceOn | OnceIn | MonthDay | AfterEnd


@dataclass(frozen=True, slots=True)
class DueRule:
    """The day that a duty names, and whether that day itself is in time.

    ``before`` holds for "trước ngày 10": the 10th is late already.
    """

    when: DueDay = NoDate()
    before: bool = False

    @property
    def is_single(self) -> bool:
        """Return whether the rule asks for one report only, whatever the kind says."""
        return isinstance(self.when, OnceOn | OnceIn)

    def due_on(self, period: Period, holidays: Collection[dt.date] = ()) -> dt.date | None:
        """Return the day as named for this period; ``None`` where none is, or none for it.

        A day of the year belongs to the period whose second half it follows: 31/5 to the first
        six months of that year, 15/11 to that year, 15/01 to the year before. A single day
        belongs to one period of its kind, and to every final or ad hoc report.
        """
        match self.when:
            case NoDate():
                return None
            case YearDays(days):
                return _first_after(days, _reference_day(period))
            case OnceOn() | OnceIn():
                day = self._single_day(self.when)
                return day if _belongs(day, period) else None
            case MonthDay(day, months_after):
                return _day_of(period.year, period.last_month + months_after, day)
            case AfterEnd(days, working=True):
                return add_working_days(period.end, days, holidays)
            case AfterEnd(days):
                return period.end + dt.timedelta(days=days)

    def last_day(self, period: Period, holidays: Collection[dt.date] = ()) -> dt.date | None:
        """Return the last day on which the report is in time."""
        due = self.due_on(period, holidays)
        return None if due is None else last_day_in_time(due, before=self.before)

    def single_day(self) -> dt.date | None:
        """Return the day of a rule for one report only."""
        match self.when:
            case OnceOn() | OnceIn():
                return self._single_day(self.when)
            case _:
                return None

    def problem_with(self, kind: PeriodKind) -> str | None:
        """Return why the rule cannot serve a duty of that kind, in Vietnamese; ``None`` if it can.

        Days of the year must be as many as the periods of a year, or several reports would fall
        due on one day. A six-month duty may name one day (it reports the first six months only)
        or two.
        """
        if not isinstance(self.when, YearDays):
            return None
        named = len(self.when.days)
        wanted = {kind.per_year, 1} if kind is PeriodKind.SIX_MONTH else {kind.per_year}
        if named in wanted:
            return None
        return (
            f"Báo cáo {kind.label} có {kind.per_year} kỳ trong năm nhưng hạn nộp ghi {named} ngày. "
            "Hãy ghi đủ ngày cho từng kỳ, hoặc chọn ngày tính theo tháng cuối kỳ."
        )

    def _single_day(self, when: OnceOn | OnceIn) -> dt.date:
        if isinstance(when, OnceOn):
            return when.day
        # "Trước tháng 11" ends with October, "trong tháng 11" with November.
        return _day_of(when.year, when.month, 1 if self.before else _LONGEST_MONTH)


def last_day_in_time(due: dt.date, *, before: bool) -> dt.date:
    """Return the last day in time: the day named, or with "trước ngày …" the one before it."""
    return due - dt.timedelta(days=1) if before else due


def _day_of(year: int, month: int, day: int) -> dt.date:
    """Return a day of a month that may lie outside 1-12, at most the month's last day."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return dt.date(year, month, min(day, calendar.monthrange(year, month)[1]))


def _first_after(days: tuple[tuple[int, int], ...], after: dt.date) -> dt.date:
    years = (after.year, after.year + 1)
    named = sorted(_day_of(year, month, day) for year in years for month, day in days)
    return next(day for day in named if day > after)


def _reference_day(period: Period) -> dt.date:
    """Return the day after which the period's due day is looked for: its middle.

    It is taken from the calendar, so that closing figures on the 14th moves no due date. Of a final
    report only the last year counts; an ad hoc report is due from its own day on.
    """
    if period.kind is PeriodKind.AD_HOC:
        return period.end - dt.timedelta(days=1)
    if period.kind is PeriodKind.FINAL:
        plain = CALENDAR.period(PeriodKind.ANNUAL, period.year)
    else:
        plain = CALENDAR.period(period.kind, period.year, period.index)
    return plain.start + (plain.end - plain.start) / 2


def _belongs(day: dt.date, period: Period) -> bool:
    if period.kind in (PeriodKind.FINAL, PeriodKind.AD_HOC):
        return True
    middle = _reference_day(period)
    per_year = period.kind.per_year
    following = (
        CALENDAR.period(period.kind, period.year, period.index + 1)
        if period.index < per_year
        else CALENDAR.period(period.kind, period.year + 1)
    )
    return middle < day <= _reference_day(following)
