"""The official name that a kind of agency bears in a unit."""

import datetime as dt

from liennganh.territory.models import Unit

from .kinds import KINDS, OTHER


def official_name(kind: str, unit: Unit, on: dt.date) -> str:
    """Return the name of the kind in that unit: "Công an tỉnh", "Ủy ban nhân dân xã Bãi Sậy".

    Empty where the kind has no name at that level. Costs one query unless the unit's names were
    fetched along.
    """
    pattern = KINDS[kind].names.get(unit.level, "") if kind in KINDS and kind != OTHER else ""
    if not pattern:
        return ""
    naming = unit.naming_on(on)
    word = naming.kind.lower()
    return pattern.format(kind=word, unit=f"{word} {naming.name}", name=naming.name)
