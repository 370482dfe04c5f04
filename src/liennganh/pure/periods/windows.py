"""Which days a period covers: calendar months, or months closed on a fixed day.

Reports to state agencies close their figures on the 14th: the month runs from the 15th of the
month before, the year from 15 December of the year before to 14 December (rule of Decree
09/2019/NĐ-CP, read in decisions and circulars built on it). Programmes deviate, so the closing
day is a parameter of each duty.
"""

import calendar
import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .kinds import Period, PeriodError, PeriodKind

# Every month has a 28th; a later closing day would not exist in February.
_LAST_CLOSING_DAY = 28
_KEY = re.compile(
    r"(?P<year>\d{4})"
    r"(?:-M(?P<month>\d{2})|-Q(?P<quarter>[1-4])|-H(?P<half>[12])|(?P<nine>-9M)|-(?P<last>\d{4}))?"
)
_AD_HOC_KEY = re.compile(r"adhoc-(\d{4}-\d{2}-\d{2})")


@dataclass(frozen=True, slots=True)
class WindowRule:
    """The day on which figures of a month are closed; ``None`` closes with the calendar month."""

    closing_day: int | None = None

    def __post_init__(self) -> None:
        if self.closing_day is not None and not 1 <= self.closing_day <= _LAST_CLOSING_DAY:
            raise PeriodError(
                f"Ngày chốt số liệu phải từ 1 đến {_LAST_CLOSING_DAY} (tháng nào cũng có), "
                f"không phải {self.closing_day}. Muốn chốt vào cuối tháng, hãy chọn tháng dương lịch."
            )

    def closes(self, year: int, month: int) -> dt.date:
        """Return the last day of the data month; ``month`` may lie outside 1-12."""
        year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
        return dt.date(year, month, self.closing_day or calendar.monthrange(year, month)[1])

    def opens(self, year: int, month: int) -> dt.date:
        """Return the first day of the data month: the day after the month before closed."""
        return self.closes(year, month - 1) + dt.timedelta(days=1)

    def period(self, kind: PeriodKind, year: int, index: int = 1) -> Period:
        """Return a period of any kind but ad hoc.

        Of a final report ``year`` is the last year and ``index`` the number of years.

        Raises:
            PeriodError: the year has no such period.

        """
        if kind is PeriodKind.AD_HOC:
            raise PeriodError("Báo cáo đột xuất cần có ngày chốt số liệu cụ thể.")
        allowed = year - dt.MINYEAR if kind is PeriodKind.FINAL else kind.per_year
        if not 1 <= index <= allowed:
            raise PeriodError(f"Năm {year} không có kỳ báo cáo {kind.label} thứ {index}.")
        if kind is PeriodKind.FINAL:
            first_year, first, last = year - index + 1, 1, 12
        elif kind is PeriodKind.NINE_MONTH:
            first_year, first, last = year, 1, 9
        else:
            months = 12 // kind.per_year
            first_year, first, last = year, (index - 1) * months + 1, index * months
        return Period(kind, year, index, self.opens(first_year, first), self.closes(year, last))

    def final(self, first_year: int, last_year: int) -> Period:
        """Return the period of the report that closes a plan of several years."""
        return self.period(PeriodKind.FINAL, last_year, last_year - first_year + 1)

    def ad_hoc(self, day: dt.date) -> Period:
        """Return an unscheduled report's period: from the start of the year's figures to ``day``.

        After the year's closing day (16 December, closing on the 14th) that is still the year in
        which the day lies: such a report looks back over the year, not over two days.
        """
        return Period(PeriodKind.AD_HOC, day.year, 1, self.opens(day.year, 1), day)

    def periods_of(self, kind: PeriodKind, year: int) -> tuple[Period, ...]:
        """Return the periods that tile the data year (one that does not reach it for 9 months)."""
        return tuple(self.period(kind, year, i) for i in range(1, kind.per_year + 1))

    def containing(self, kind: PeriodKind, day: dt.date) -> Period | None:
        """Return the period of that kind in which the day falls; ``None`` after nine months."""
        if kind is PeriodKind.AD_HOC:
            return self.ad_hoc(day)
        year = day.year if day <= self.closes(day.year, 12) else day.year + 1
        return next((p for p in self.periods_of(kind, year) if p.contains(day)), None)

    def year_before(self, period: Period) -> Period:
        """Return "cùng kỳ năm trước"."""
        if period.kind is not PeriodKind.AD_HOC:
            return self.period(period.kind, period.year - 1, period.index)
        day = period.end
        last = calendar.monthrange(day.year - 1, day.month)[1]
        return self.ad_hoc(dt.date(day.year - 1, day.month, min(day.day, last)))

    def parse_key(self, key: str) -> Period:
        """Return the period that a key names, with this rule's days.

        Raises:
            PeriodError: the text is no key.

        """
        unknown = PeriodError(f"“{key}” không phải là mã kỳ báo cáo. Ví dụ mã đúng: 2026-Q1.")
        try:
            if ad_hoc := _AD_HOC_KEY.fullmatch(key):
                return self.ad_hoc(dt.date.fromisoformat(ad_hoc[1]))
            match = _KEY.fullmatch(key)
            if match is None:
                raise unknown
            year = int(match["year"])
            if match["last"]:
                return self.final(year, int(match["last"]))
            for kind, group in _INDEXED.items():
                if match[group]:
                    return self.period(kind, year, int(match[group]))
            kind = PeriodKind.NINE_MONTH if match["nine"] else PeriodKind.ANNUAL
            return self.period(kind, year)
        except ValueError:
            raise unknown from None

    def sentence(self) -> str:
        """Return the rule in words, for the page on which it is chosen."""
        if self.closing_day is None:
            return "Số liệu tính theo tháng dương lịch, từ ngày đầu đến ngày cuối của kỳ."
        return (
            f"Số liệu chốt vào ngày {self.closing_day:02d} hằng tháng: tháng tính từ ngày "
            f"{self.closing_day + 1:02d} tháng trước, năm tính từ ngày {self.closing_day + 1:02d}/12 "
            f"năm trước đến ngày {self.closing_day:02d}/12."
        )

    def to_dict(self) -> dict[str, Any]:
        return {"closing_day": self.closing_day}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "WindowRule":
        """Read what ``to_dict`` wrote.

        Raises:
            PeriodError: the closing day is neither null nor a whole number from 1 to 28.

        """
        day = data.get("closing_day")
        if day is not None and (not isinstance(day, int) or isinstance(day, bool)):
            raise PeriodError(f"Ngày chốt số liệu phải là số nguyên, không phải “{day}”.")
        return cls(day)


_INDEXED = {
    PeriodKind.MONTHLY: "month",
    PeriodKind.QUARTERLY: "quarter",
    PeriodKind.SIX_MONTH: "half",
}
CALENDAR = WindowRule()


def parse_key(key: str, window: WindowRule = CALENDAR) -> Period:
    """Return the period that a key names; see ``WindowRule.parse_key``."""
    return window.parse_key(key)
