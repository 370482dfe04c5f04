"""Counting working days; the holidays of each year are data and passed in."""

import datetime as dt
from collections.abc import Collection

_SATURDAY = 5


def add_working_days(day: dt.date, count: int, holidays: Collection[dt.date] = ()) -> dt.date:
    """Return the ``count``-th working day after ``day``; Saturdays, Sundays, holidays are skipped.

    ``count`` is 0 or more; 0 gives ``day`` itself, working or not.
    """
    left = count
    while left > 0:
        day += dt.timedelta(days=1)
        if day.weekday() < _SATURDAY and day not in holidays:
            left -= 1
    return day
