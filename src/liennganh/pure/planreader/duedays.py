"""The day by which a report is due, as printed and in the benchmark's terms."""

# ruff: noqa: PLR2004 - small lengths and distances in characters, explained where they stand
# ruff: noqa: PLR0911 - a chain of rules, each with its own answer, reads best with early returns

import re
from functools import lru_cache

from . import lexicon as lx
from .deadlines import iso_day
from .patterns import phrase, spaced

DATES = re.compile(
    rf"(?P<lead>trước\s+(?:ngày\s+)?|chậm\s+nhất\s+(?:là\s+|vào\s+)?(?:ngày\s+)?|ngày\s+|vào\s+ngày\s+|\()?\s*"
    rf"(?:(?P<d1>\d{{1,2}})\s?/\s?(?P<m1>\d{{1,2}})(?:\s?/\s?(?P<y1>\d{{4}}))?"
    rf"|(?P<d2>\d{{1,2}})\s+tháng\s+(?P<m2>\d{{1,2}})(?:\s+năm\s+(?P<y2>\d{{4}}))?"
    rf"|(?P<d3>\d{{1,2}})\s+(?:(?P<last>{spaced(lx.LAST_MONTH_OF_QUARTER)})|(?P<first>{spaced(lx.FIRST_MONTH_OF_NEXT_QUARTER)})"
    rf"|(?P<next>{spaced(lx.NEXT_MONTH)})|(?P<month>{spaced(lx.EVERY_MONTH)}))"
    rf"|(?P<d5>\d{{1,2}})(?=\s*(?:[),;.]|$)|\s+(?:báo\s|gửi\s|hằng\s|hàng\s))|tháng\s+(?P<m4>\d{{1,2}})\s?(?:/|\s+năm\s+)\s?(?P<y4>\d{{4}})"
    rf"|quý\s+(?P<q6>IV|I{{1,3}}|[1-4])\s?(?:/|\s+năm\s+)\s?(?P<y6>\d{{4}}))",
    re.IGNORECASE,
)


@lru_cache(maxsize=8)
def dates_in(text: str) -> tuple[re.Match[str], ...]:
    """Return the days that a clause prints, in order; a clause is asked in several ways."""
    return tuple(DATES.finditer(text))


def due_of(date: re.Match[str] | None, kind: str) -> str | None:
    """Return MM-DD for a day of every year, ISO for a single date, words for a day in a cycle."""
    if date is None:
        return None
    if date["d5"]:
        return f"day {int(date['d5'])} of the month" if kind == "monthly" else None
    if date["d3"]:
        day = int(date["d3"])
        if date["last"]:
            return f"day {day} of the last month of the quarter"
        if date["first"]:
            return f"day {day} of the first month of the next quarter"
        return f"day {day} of the next month" if date["next"] else f"day {day} of the month"
    if date["y4"]:
        return f"{date['y4']}-{int(date['m4']):02d}" if 1 <= int(date["m4"]) <= 12 else None
    if date["y6"]:
        return None  # a quarter is no day, and the grammar of due days has no word for it
    day_text, month, year = (
        date["d1"] or date["d2"],
        date["m1"] or date["m2"],
        date["y1"] or date["y2"],
    )
    whole = iso_day(day_text, month, year or "2000")
    if whole is None:
        return None
    return whole if year else whole[5:]


def is_before(text: str, date: re.Match[str] | None) -> bool:
    if date is None:
        return False
    return phrase(lx.BEFORE).search(text, max(0, date.start() - 12), date.end()) is not None
