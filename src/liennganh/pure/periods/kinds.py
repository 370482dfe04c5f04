"""What a report covers: its kind, and one period of that kind."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from liennganh.pure.vietnamese import format_date

# Decree 30/2020/NĐ-CP, Appendix I: months 1 and 2 are written with a zero.
_LAST_MONTH_WITH_ZERO = 2
_ROMAN = ("I", "II", "III", "IV")


class PeriodError(ValueError):
    """A period that does not exist, or a key that names none; the message is fit to show."""


class PeriodKind(StrEnum):
    """The cycles that plans ask for, by the names the plan reader uses."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    SIX_MONTH = "six_month"
    NINE_MONTH = "nine_month"
    ANNUAL = "annual"
    FINAL = "final"
    AD_HOC = "ad_hoc"

    @property
    def label(self) -> str:
        """Return the kind as it stands after "Báo cáo"."""
        return _KIND_LABELS[self]

    @property
    def per_year(self) -> int:
        """Return how many periods of this kind tile a year; 1 for those that never do."""
        return _PER_YEAR.get(self, 1)


_KIND_LABELS = {
    PeriodKind.MONTHLY: "hằng tháng",
    PeriodKind.QUARTERLY: "quý",
    PeriodKind.SIX_MONTH: "6 tháng",
    PeriodKind.NINE_MONTH: "9 tháng",
    PeriodKind.ANNUAL: "năm",
    PeriodKind.FINAL: "tổng kết giai đoạn",
    PeriodKind.AD_HOC: "đột xuất",
}
_PER_YEAR = {PeriodKind.MONTHLY: 12, PeriodKind.QUARTERLY: 4, PeriodKind.SIX_MONTH: 2}


@dataclass(frozen=True, slots=True)
class Period:
    """The days whose figures one report gives.

    ``start`` and ``end`` are both inside. They come from a ``WindowRule``: the same key names the
    same report under every rule, only its days differ.

    ``year`` is the year the report is called after, of a final report the last one. ``index``
    counts from 1 within the year (month 3 is 3, the first six months 1); of a final report it is
    the number of years covered; otherwise it is 1.
    """

    kind: PeriodKind
    year: int
    index: int
    start: dt.date
    end: dt.date

    def __post_init__(self) -> None:
        if self.start > self.end:
            raise PeriodError(
                f"Kỳ báo cáo bắt đầu ngày {format_date(self.start)} nhưng kết thúc ngày "
                f"{format_date(self.end)}."
            )

    @property
    def key(self) -> str:  # noqa: PLR0911 - one return for each kind
        """Return the short name under which the period is stored and linked to."""
        match self.kind:
            case PeriodKind.MONTHLY:
                return f"{self.year:04d}-M{self.index:02d}"
            case PeriodKind.QUARTERLY:
                return f"{self.year:04d}-Q{self.index}"
            case PeriodKind.SIX_MONTH:
                return f"{self.year:04d}-H{self.index}"
            case PeriodKind.NINE_MONTH:
                return f"{self.year:04d}-9M"
            case PeriodKind.ANNUAL:
                return f"{self.year:04d}"
            case PeriodKind.FINAL:
                return f"{self.first_year:04d}-{self.year:04d}"
            case PeriodKind.AD_HOC:
                return f"adhoc-{self.end.isoformat()}"

    @property
    def label(self) -> str:  # noqa: PLR0911 - one return for each kind
        """Return the period as a Vietnamese heading prints it."""
        match self.kind:
            case PeriodKind.MONTHLY:
                month = (
                    f"{self.index:02d}" if self.index <= _LAST_MONTH_WITH_ZERO else str(self.index)
                )
                return f"Tháng {month} năm {self.year}"
            case PeriodKind.QUARTERLY:
                return f"Quý {_ROMAN[self.index - 1]} năm {self.year}"
            case PeriodKind.SIX_MONTH:
                return f"6 tháng {'đầu' if self.index == 1 else 'cuối'} năm {self.year}"
            case PeriodKind.NINE_MONTH:
                return f"9 tháng đầu năm {self.year}"
            case PeriodKind.ANNUAL:
                return f"Năm {self.year}"
            case PeriodKind.FINAL:
                if self.index == 1:
                    return f"Tổng kết năm {self.year}"
                return f"Giai đoạn {self.first_year}-{self.year}"
            case PeriodKind.AD_HOC:
                return f"Đột xuất, đến ngày {format_date(self.end)}"

    @property
    def first_year(self) -> int:
        """Return the first year covered."""
        return self.year - self.index + 1 if self.kind is PeriodKind.FINAL else self.year

    @property
    def last_month(self) -> int:
        """Return the calendar month (1-12) that the period is counted up to, by its name."""
        match self.kind:
            case PeriodKind.MONTHLY:
                return self.index
            case PeriodKind.QUARTERLY:
                return self.index * 3
            case PeriodKind.SIX_MONTH:
                return self.index * 6
            case PeriodKind.NINE_MONTH:
                return 9
            case PeriodKind.ANNUAL | PeriodKind.FINAL:
                return 12
            case PeriodKind.AD_HOC:
                return self.end.month

    @property
    def days_label(self) -> str:
        """Return the days covered, for the line under the heading."""
        return f"từ ngày {format_date(self.start)} đến ngày {format_date(self.end)}"

    def contains(self, day: dt.date) -> bool:
        return self.start <= day <= self.end

    def overlaps(self, other: "Period") -> bool:
        return self.start <= other.end and other.start <= self.end
