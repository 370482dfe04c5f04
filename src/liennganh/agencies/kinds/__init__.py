"""The kinds of agencies, as data. Any other body is of the kind ``OTHER``."""

from .departments import DEPARTMENTS
from .model import COMMUNE, DISTRICT, PROVINCE, Ending, Kind
from .offices import OFFICES
from .organs import ORGANS

OTHER = "other"

KINDS: dict[str, Kind] = {
    kind.key: kind
    for kind in (
        *ORGANS,
        *DEPARTMENTS,
        *OFFICES,
        Kind(OTHER, "Cơ quan, đơn vị khác", dict.fromkeys((PROVINCE, DISTRICT, COMMUNE), "{name}")),
    )
}

__all__ = ["COMMUNE", "DISTRICT", "KINDS", "OTHER", "PROVINCE", "Ending", "Kind"]
