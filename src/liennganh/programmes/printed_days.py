"""Days as plans print them: "2025", "2025-11" or "2025-11-30"."""

import calendar
import datetime as dt


def last_day_named(text: str) -> dt.date | None:
    """Return the last day of the year, month or day named, or None where the text names none."""
    try:
        match [int(part) for part in text.split("-")]:
            case [year]:
                return dt.date(year, 12, 31)
            case [year, month]:
                return dt.date(year, month, calendar.monthrange(year, month)[1])
            case [year, month, day]:
                return dt.date(year, month, day)
    except (ValueError, calendar.IllegalMonthError):
        return None
    return None


def first_day_named(text: str) -> dt.date | None:
    """Return the first day of the year, month or day named, or None where the text names none."""
    try:
        match [int(part) for part in text.split("-")]:
            case [year]:
                return dt.date(year, 1, 1)
            case [year, month]:
                return dt.date(year, month, 1)
            case [year, month, day]:
                return dt.date(year, month, day)
    except ValueError:
        return None
    return None
