"""A world in the middle of its work: what the tests that cross apps look at."""

from dataclasses import dataclass

from tests.cast import Cast


@dataclass(frozen=True)
class Scenario:
    """The cast and what it works on. Each app adds the objects that its addresses speak of."""

    cast: Cast


def make_scenario(cast: Cast) -> Scenario:
    """Make what the cast works on, through the actions of the apps and never past them."""
    return Scenario(cast=cast)
