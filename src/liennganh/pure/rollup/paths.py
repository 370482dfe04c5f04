"""Where a number should stand on a day, on an even path to its target."""

import datetime as dt
from decimal import Decimal

from .values import Stretch


def seen_until(period: Stretch, today: dt.date) -> dt.date:
    """Return the last day that the period's figure can speak of."""
    return min(period.end, today)


def expected_now(
    start: Decimal, target: Decimal, starts: dt.date, horizon: dt.date, seen: dt.date
) -> Decimal:
    """Return the even path's value at the end of ``seen``: ``start`` before the first day."""
    whole = (horizon - starts).days + 1
    gone = min(max((seen - starts).days + 1, 0), whole)
    if whole <= 0 or gone == whole:
        return target
    return start + (target - start) * gone / whole
