"""Dates as far as they are printed: a year, a month, or a day ("2025", "2025-06", "2025-06-30").

A day that comes back each year has no year: "05-15".
"""

import calendar
import datetime as dt
import re

from django.utils.translation import gettext as _

from liennganh.pure.vietnamese import fold, format_date, parse_date
from liennganh.ui.sayings import fault

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_YEAR = re.compile(r"\d{4}")
_DAY = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{2}-\d{2}")
_MONTH = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{4})")
_YEARLY = re.compile(r"(\d{2})-(\d{2})")
_DAY_MONTH = re.compile(r"(\d{1,2})[/.-](\d{1,2})(?![/.\d-])")
_EACH_YEAR = frozenset({"ngay hang nam", "hang nam", "ngay moi nam", "moi nam"})
_LEAP_YEAR = 2024  # 29 February comes back, if not each year


def read_partial(typed: str) -> str:
    """Read "2025", "6/2025" or "30/6/2025" (or their ISO forms) and return the ISO form.

    "15/5 hằng năm" is "05-15".

    Raises:
        ValueError: with a Vietnamese message.

    """
    bare = typed.strip()
    if not bare:
        return ""
    if _YEAR.fullmatch(bare):
        return bare
    if yearly := _read_yearly(bare):
        return yearly
    if match := _MONTH.fullmatch(bare):
        month, year = int(match[1]), match[2]
        if not 1 <= month <= 12:  # noqa: PLR2004 - months of a year
            raise ValueError(_("Không có tháng %(month)s.") % {"month": month})
        return f"{year}-{month:02d}"
    if (match := _PARTIAL.fullmatch(bare)) and match[2] and not match[3]:
        if not 1 <= int(match[2]) <= 12:  # noqa: PLR2004 - months of a year
            raise ValueError(_("Không có tháng %(month)s.") % {"month": match[2]})
        return bare
    try:
        return parse_date(bare).isoformat()
    except ValueError as error:
        raise ValueError(
            _("“%(text)s” không phải là ngày, tháng hay năm. Gõ 30/6/2026, 6/2026 hoặc 2026.")
            % {"text": bare}
            if not _DAY.fullmatch(bare)
            else fault(error)
        ) from None


def _read_yearly(bare: str) -> str:
    """Return "05-15" for that or for "ngày 15/5 hằng năm", "" for a date of another form."""
    if match := _YEARLY.fullmatch(bare):
        month, day = int(match[1]), int(match[2])
    elif match := _DAY_MONTH.search(bare):
        rest = fold(f"{bare[: match.start()]} {bare[match.end() :]}")
        if rest not in _EACH_YEAR | {fold(_yearly_words(""))}:
            return ""
        day, month = int(match[1]), int(match[2])
    else:
        return ""
    try:
        dt.date(_LEAP_YEAR, month, day)
    except ValueError:
        raise ValueError(
            _("Không có ngày %(day)s tháng %(month)s.") % {"day": day, "month": month}
        ) from None
    return f"{month:02d}-{day:02d}"


def _yearly_words(day: str) -> str:
    return _("ngày %(day)s hằng năm") % {"day": day}


def show_partial(iso: str) -> str:
    """Write a partial date as Vietnamese offices do: "2025", "06/2025", "30/6/2025".

    "05-15" is "ngày 15/5 hằng năm".
    """
    if yearly := _YEARLY.fullmatch(iso or ""):
        return _yearly_words(f"{int(yearly[2])}/{int(yearly[1])}")
    match = _PARTIAL.fullmatch(iso or "")
    if not match:
        return iso or ""
    if match[3]:
        return format_date(dt.date(int(match[1]), int(match[2]), int(match[3])))
    return f"{match[2]}/{match[1]}" if match[2] else match[1]


def first_day(iso: str) -> dt.date | None:
    """Return the first day that a partial date may mean, None where it is empty or no date."""
    match = _PARTIAL.fullmatch(iso or "")
    if not match:
        return None
    try:
        return dt.date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return None


def last_day(iso: str) -> dt.date | None:
    """Return the last day that a partial date may mean, None where it is empty or no date."""
    start = first_day(iso)
    if start is None:
        return None
    parts = len(iso.split("-"))
    if parts == 1:
        return start.replace(month=12, day=31)
    if parts == 2:  # noqa: PLR2004 - year and month
        return start.replace(day=calendar.monthrange(start.year, start.month)[1])
    return start
