"""For which unit a plan speaks, guessed from its head, or from its text where the head is silent."""

import datetime as dt
import re
from collections import Counter

from liennganh.pure.planreader import Reading
from liennganh.pure.vietnamese import fold
from liennganh.territory.lookup import find
from liennganh.territory.models import Level, Unit, UnitName, in_force

# The bodies whose name is followed by the name of their unit.
_BODY = re.compile(
    r"^(uỷ|ủy) ban nhân dân|^hội đồng nhân dân|^ban chỉ đạo[^,]*?(?=tỉnh|thành phố)|^ubnd|^hđnd",
    re.IGNORECASE,
)


def plan_day(reading: Reading) -> dt.date:
    """Return the plan's own day, as far as printed, else the first day of its period."""
    parts = [int(part) for part in (reading.document.date or "").split("-") if part.isdigit()]
    if parts:
        year, month, day = (*parts, 1, 1)[:3]
        return dt.date(year, month, day)
    period = reading.document.period
    return dt.date(period[0], 1, 1) if period else dt.date(2025, 7, 1)


def unit_of(reading: Reading) -> Unit | None:
    """Return the unit whose authority issued the plan, or the province most named in its text."""
    day = plan_day(reading)
    issuer = _BODY.sub("", (reading.document.issuer or "").strip()).strip()
    if issuer:
        for on in (day, None):
            if matches := find(issuer, on):
                return matches[0].unit
    return _most_named(reading.text, day)


def _most_named(text: str, day: dt.date) -> Unit | None:
    words = f" {fold(text)} "
    names = (
        UnitName.objects.filter(in_force(day), unit__level=Level.PROVINCE)
        .filter(in_force(day, "unit__"))
        .select_related("unit")
    )
    named: Counter[int] = Counter()
    units: dict[int, Unit] = {}
    for name in names:
        count = words.count(f" {fold(name.printed)} ")
        if count:
            named[name.unit_id] += count
            units[name.unit_id] = name.unit
    return units[named.most_common(1)[0][0]] if named else None
