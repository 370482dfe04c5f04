"""A reporting duty's due date as an officer says it, to and from the reader's notation."""

import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from liennganh.plans.partial_dates import read_partial, show_partial
from liennganh.pure.periods import (
    AfterEnd,
    DueRuleError,
    MonthDay,
    NoDate,
    OnceIn,
    OnceOn,
    YearDays,
    parse_due,
)

WAYS = {
    "none": _lazy("Không ghi hạn nộp"),
    "yearly": _lazy("Ngày cố định hằng năm (05/6; nhiều ngày cách nhau bằng dấu chấm phẩy)"),
    "once": _lazy("Một lần (31/12/2026 hoặc 12/2026)"),
    "last_month": _lazy("Ngày … của tháng cuối kỳ (10, hoặc “cuối”)"),
    "next_month": _lazy("Ngày … của tháng liền sau kỳ (05, hoặc “cuối”)"),
    "after": _lazy("Số ngày sau khi hết kỳ"),
    "after_working": _lazy("Số ngày làm việc sau khi hết kỳ"),
    "printed": _lazy("Giữ như máy đọc"),
}
_LAST = 31
_DAY_MONTH = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})")
_LONGEST_WAIT = 366


def as_said(due: str) -> tuple[str, str]:  # noqa: PLR0911 - one return for each way
    """Return the way and the words for a due date in the reader's notation."""
    try:
        when = parse_due(due).when
    except DueRuleError:
        return "printed", due
    match when:
        case NoDate():
            return "none", ""
        case YearDays(days):
            return "yearly", "; ".join(f"{day:02d}/{month}" for month, day in days)
        case OnceOn() | OnceIn():
            return "once", show_partial(due.removeprefix("before ").strip())
        case MonthDay(day, months) if months in (0, 1):
            return ("next_month" if months else "last_month"), _("cuối") if day == _LAST else str(
                day
            )
        case AfterEnd(days, working):
            return ("after_working" if working else "after"), str(days)
        case _:
            return "printed", due


def as_noted(way: str, words: str) -> str:
    """Return the reader's notation for what an officer said.

    Raises:
        ValueError: with a Vietnamese message.

    """
    said = words.strip().lower()
    if way == "none":
        return ""
    if not said:
        raise ValueError(_("Điền ngày, hoặc chọn “Không ghi hạn nộp”."))
    noted = _noted(way, said, words.strip())
    try:
        parse_due(noted)
    except DueRuleError as error:
        raise ValueError(str(error)) from None
    return noted


def _noted(way: str, said: str, words: str) -> str:
    if way == "yearly":
        pairs = [_DAY_MONTH.fullmatch(part.strip()) for part in re.split(r"[;,]", said)]
        if not all(pairs):
            raise ValueError(_("Gõ ngày/tháng, ví dụ 05/6, hoặc 10/3; 10/6; 10/9; 10/12."))
        return ", ".join(f"{int(pair[2]):02d}-{int(pair[1]):02d}" for pair in pairs if pair)
    if way == "once":
        return read_partial(said)
    if way in ("last_month", "next_month"):
        place = (
            "last month of the period" if way == "last_month" else "first month of the next period"
        )
        if said in ("cuối", "cuoi", "ngày cuối", _("cuối")):
            return f"last day of the {place}"
        return f"day {_count(said, _LAST)} of the {place}"
    if way in ("after", "after_working"):
        working = "working " if way == "after_working" else ""
        return f"{_count(said, _LONGEST_WAIT)} {working}days after the end of the period"
    return words


def _count(said: str, most: int) -> int:
    if not said.isdigit() or not 1 <= int(said) <= most:
        raise ValueError(_("Điền một số từ 1 đến %(most)s.") % {"most": most})
    return int(said)
