"""Keeping a due rule as JSON, and making one from the fields of a form."""

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from .due import AfterEnd, DueDay, DueRule, DueRuleError, MonthDay, NoDate, OnceIn, OnceOn, YearDays


class DueKind(StrEnum):
    """The ways of naming a due date, as a form offers them."""

    NONE = "none"
    YEAR_DAYS = "year_days"
    ONCE_ON = "once_on"
    ONCE_IN = "once_in"
    MONTH_DAY = "month_day"
    AFTER_END = "after_end"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    DueKind.NONE: "Không ghi hạn",
    DueKind.YEAR_DAYS: "Ngày cố định hằng năm",
    DueKind.ONCE_ON: "Một ngày cụ thể",
    DueKind.ONCE_IN: "Một tháng cụ thể",
    DueKind.MONTH_DAY: "Ngày tính theo tháng cuối kỳ",
    DueKind.AFTER_END: "Số ngày sau ngày chốt số liệu",
}


def due_to_dict(rule: DueRule) -> dict[str, Any]:
    """Return the rule as JSON values; ``due_from_dict`` reads it back equal."""
    stored: dict[str, Any]
    match rule.when:
        case NoDate():
            stored = {"kind": DueKind.NONE.value}
        case YearDays(days):
            stored = {"kind": DueKind.YEAR_DAYS.value, "days": [list(pair) for pair in days]}
        case OnceOn(day):
            stored = {"kind": DueKind.ONCE_ON.value, "on": day.isoformat()}
        case OnceIn(year, month):
            stored = {"kind": DueKind.ONCE_IN.value, "year": year, "month": month}
        case MonthDay(day, months_after):
            stored = {"kind": DueKind.MONTH_DAY.value, "day": day, "months_after": months_after}
        case AfterEnd(days, working):
            stored = {"kind": DueKind.AFTER_END.value, "days_after": days, "working": working}
    return stored | {"before": rule.before}


def due_from_dict(data: Mapping[str, Any]) -> DueRule:
    """Read what ``due_to_dict`` wrote.

    Raises:
        DueRuleError: a field is lacking or wrong, or the kind is unknown.

    """
    try:
        on = data.get("on")
        return build_due_rule(
            DueKind(data["kind"]),
            days=[(int(month), int(day)) for month, day in data.get("days", ())],
            on=None if on is None else dt.date.fromisoformat(on),
            year=data.get("year"),
            month=data.get("month"),
            day=data.get("day"),
            months_after=data.get("months_after", 0),
            days_after=data.get("days_after"),
            working=bool(data.get("working", False)),
            before=bool(data.get("before", False)),
        )
    except DueRuleError:
        raise
    except (KeyError, TypeError, ValueError):
        raise DueRuleError("Hạn nộp đã lưu không đọc được.") from None


def build_due_rule(
    kind: DueKind,
    *,
    days: list[tuple[int, int]] | None = None,
    on: dt.date | None = None,
    year: int | None = None,
    month: int | None = None,
    day: int | None = None,
    months_after: int = 0,
    days_after: int | None = None,
    working: bool = False,
    before: bool = False,
) -> DueRule:
    """Return the rule that a form's fields describe; fields of other kinds are ignored.

    ``days`` are (month, day) pairs; for a single day of the year ``month`` and ``day`` will do.

    Raises:
        DueRuleError: a field that the kind needs is lacking, or names no day.

    """
    when: DueDay
    match kind:
        case DueKind.NONE:
            when = NoDate()
        case DueKind.YEAR_DAYS:
            pairs = days or [(_needed(month, "tháng"), _needed(day, "ngày"))]
            when = YearDays(tuple(pairs))
        case DueKind.ONCE_ON:
            if on is None:
                raise DueRuleError("Chưa ghi ngày đến hạn.")
            when = OnceOn(on)
        case DueKind.ONCE_IN:
            when = OnceIn(_needed(year, "năm"), _needed(month, "tháng"))
        case DueKind.MONTH_DAY:
            when = MonthDay(_needed(day, "ngày"), months_after)
        case DueKind.AFTER_END:
            when = AfterEnd(_needed(days_after, "số ngày"), working)
    return DueRule(when, before)


def _needed(number: int | None, name: str) -> int:
    if number is None:
        raise DueRuleError(f"Hạn nộp còn thiếu {name}.")
    return number
