"""For which unit an issuer speaks: "Ủy ban nhân dân thành phố Lạng Sơn" is that city's."""

import datetime as dt
import re
from collections.abc import Iterable

from liennganh.agencies.rules import province_path
from liennganh.pure.vietnamese import fold
from liennganh.territory.lookup import find
from liennganh.territory.models import Unit

# Where the name of a place begins in the name of a body.
_PLACE = re.compile(
    r"\b(?:tỉnh|thành phố|tp\b\.?|quận|huyện|thị xã|thị trấn|phường|xã|đặc khu)\s.*",
    re.IGNORECASE | re.DOTALL,
)
CENTRAL = "central"
_CENTRAL = re.compile(
    r"(?:thu tuong|chinh phu|quoc hoi|uy ban thuong vu|bo|ban bi thu|trung uong)\b"
)


def units_of_issuer(issuer: str, on: dt.date | None) -> list[Unit]:
    """Return the units that the issuer may mean on that day, best first, each once."""
    place = _PLACE.search(issuer)
    found = [match.unit for match in find(place[0], on)] if place else []
    return list(dict.fromkeys(found))


def is_of_elsewhere(issuer: str, on: dt.date | None, provinces: Iterable[str]) -> bool:
    """Return whether the issuer surely is of none of these provinces, given by their paths."""
    units = units_of_issuer(issuer, on)
    paths = tuple(provinces)
    return bool(units) and not any(unit.path.startswith(paths) for unit in units)


def unit_of_plan(issuer: str, on: dt.date, own: Unit) -> Unit:
    """Return the unit for which a plan speaks: its issuer's within the own province, else ``own``."""
    province = province_path(own.path)
    named = [unit for unit in units_of_issuer(issuer, on) if unit.path.startswith(province)]
    return named[0] if named else own


def level_of_issuer(issuer: str, on: dt.date | None) -> str:
    """Return "central" or the level of the issuer's unit, "" where its name does not tell."""
    if _CENTRAL.match(fold(issuer)):
        return CENTRAL
    units = units_of_issuer(issuer, on)
    return units[0].level if units else ""
