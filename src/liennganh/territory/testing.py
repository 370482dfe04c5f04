"""The territory for tests: the whole table costs seconds, a province or two hardly anything."""

from liennganh.territory.actions import load_table
from liennganh.territory.models import Unit


def load_provinces(*codes: str) -> None:
    """Load some provinces of today by code, with all that they came from."""
    load_table(provinces=set(codes))


def unit(key: str) -> Unit:
    """Return a unit by its key: "38" a province, "178" a district, "14758" or "14758-cu" a commune."""
    return Unit.objects.get(key=key)
