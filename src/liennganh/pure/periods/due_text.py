"""Reading a due date as the plan reader gives it.

``05-31`` (each year), ``03-10, 06-10, 09-10, 12-10``, ``2025-12-31``, ``2025-11``, nothing, or
words: ``day 10 of the last month of the quarter``, ``last day of the month``, ``day 5 of the
following month``, ``day 10 of the first month of the next quarter``, ``2 working days after the
end of the period``.
"""

import datetime as dt
import re

from .due import AfterEnd, DueDay, DueRule, DueRuleError, MonthDay, NoDate, OnceIn, OnceOn, YearDays

_LAST_DAY_OF_MONTH = 31

_YEAR_DAYS = re.compile(r"\d{1,2}-\d{1,2}(?:\s*[,;]\s*\d{1,2}-\d{1,2})*")
_YEAR_MONTH = re.compile(r"(\d{4})-(\d{1,2})")
_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY = r"(?:the\s+)?(?:day\s+(?P<day>\d{1,2})|(?P<last_day>last\s+day))\s+of\s+"
_OF_MONTH = re.compile(_DAY + r"(?:the|each|every)\s+(?:(?P<next>next|following)\s+)?month")
_OF_PERIOD = re.compile(
    _DAY
    + r"the\s+(?:(?P<place>first|second|third|last)\s+month\s+of\s+(?:the|each|every)\s+)?"
    + r"(?:(?P<next>next|following)\s+)?(?P<unit>quarter|half|half-year|year|period)"
)
_AFTER = re.compile(
    r"(?P<days>\d{1,3})\s+(?P<working>working\s+)?days?\s+after\s+(?:the\s+)?"
    r"(?:end\s+of\s+)?(?:the\s+|each\s+)?(?:month|quarter|half|half-year|year|period|cut-off)"
)
_MONTHS = {"quarter": 3, "half": 6, "half-year": 6, "year": 12}
_PLACES = {"first": 1, "second": 2, "third": 3}


def parse_due(text: str | None, *, before: bool = False) -> DueRule:
    """Return the rule that the reader's string stands for; ``None`` and "" name no day.

    Words may begin with "before", which says the same as ``before=True``.

    Raises:
        DueRuleError: the string is of no known form, or names a day that does not exist.

    """
    bare = " ".join((text or "").lower().split())
    if bare.startswith("before "):
        bare, before = bare.removeprefix("before "), True
    return DueRule(_when(bare), before)


def _when(bare: str) -> DueDay:  # noqa: PLR0911 - one return for each form
    if not bare:
        return NoDate()
    if _YEAR_DAYS.fullmatch(bare):
        pairs = (part.split("-") for part in re.split(r"\s*[,;]\s*", bare))
        return YearDays(tuple((int(month), int(day)) for month, day in pairs))
    if match := _YEAR_MONTH.fullmatch(bare):
        return OnceIn(int(match[1]), int(match[2]))
    if match := _DATE.fullmatch(bare):
        year, month, day = (int(part) for part in match.groups())
        try:
            return OnceOn(dt.date(year, month, day))
        except ValueError:
            raise DueRuleError(f"Không có ngày {day:02d}/{month:02d}/{year}.") from None
    if match := _AFTER.fullmatch(bare):
        return AfterEnd(int(match["days"]), working=bool(match["working"]))
    if match := _OF_MONTH.fullmatch(bare):
        return MonthDay(_day(match), 1 if match["next"] else 0)
    if match := _OF_PERIOD.fullmatch(bare):
        return _of_period(match)
    raise DueRuleError(
        f"Chưa hiểu hạn nộp “{bare}”. Hãy chọn lại hạn nộp trong biểu mẫu, đối chiếu với câu trong "
        "kế hoạch."
    )


def _day(match: re.Match[str]) -> int:
    return _LAST_DAY_OF_MONTH if match["last_day"] else int(match["day"])


def _of_period(match: re.Match[str]) -> MonthDay:
    unit, place, following = match["unit"], match["place"], bool(match["next"])
    if place is None and not match["last_day"]:
        raise DueRuleError("Hạn nộp ghi ngày nhưng không ghi tháng nào của kỳ.")
    if unit == "period":
        # The length of "the period" is not known here: counted from its end, only its last
        # month and the month after it can be meant.
        if place in (None, "last") and not following:
            return MonthDay(_day(match), 0)
        if place == "first" and following:
            return MonthDay(_day(match), 1)
        raise DueRuleError("Hạn nộp không cho biết độ dài của kỳ báo cáo.")
    length = _MONTHS[unit]
    number = _PLACES.get(place or "last", length)
    return MonthDay(_day(match), number if following else number - length)
