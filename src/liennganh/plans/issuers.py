"""For which unit an issuer speaks: "Ủy ban nhân dân thành phố Lạng Sơn" is that city's."""

import datetime as dt
import re

from liennganh.territory.lookup import find
from liennganh.territory.models import Unit

# Where the name of a place begins in the name of a body.
_PLACE = re.compile(
    r"\b(?:tỉnh|thành phố|tp\b\.?|quận|huyện|thị xã|thị trấn|phường|xã|đặc khu)\s.*",
    re.IGNORECASE | re.DOTALL,
)


def units_of_issuer(issuer: str, on: dt.date | None) -> list[Unit]:
    """Return the units that the issuer may mean on that day, best first, each once."""
    place = _PLACE.search(issuer)
    found = [match.unit for match in find(place[0], on)] if place else []
    return list(dict.fromkeys(found))
