"""What a kind of agency is: its names at each level, other names, and what became of it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

PROVINCE, DISTRICT, COMMUNE = "province", "district", "commune"

# The days on which the map of offices changed. Provinces merged their departments in the weeks
# around 1 March 2025, each by its own resolution; the day stands for all of them.
DEPARTMENTS_MERGED = dt.date(2025, 3, 1)
DISTRICTS_ENDED = dt.date(2025, 7, 1)


@dataclass(frozen=True)
class Ending:
    """A kind that ceased at one level, and one of those that took over.

    ``into`` is a key of ``KINDS`` at ``into_level``; ``field`` says for which of its duties, in
    Vietnamese. The first ending of a level is the one for preventing social evils. ``verified`` is
    False while nobody here has read the text that is cited.
    """

    level: str
    on: dt.date
    into: str
    into_level: str
    field: str
    basis: str
    verified: bool = False


@dataclass(frozen=True)
class Kind:
    """A kind of agency.

    ``names`` gives a pattern for each level where the kind exists: ``{kind}`` becomes "tỉnh",
    ``{unit}`` "tỉnh Ninh Bình", ``{name}`` "Ninh Bình". ``words`` are further ways to write the
    name without its unit; ``also`` names that are official somewhere and are kept as printed. ``requested`` marks bodies outside the executive, which are asked and
    not ordered (domain.md §1.2). ``since`` is the first day of a kind that a reform created.
    ``usual`` lists the levels at which a province of today has it.
    """

    key: str
    label: str
    names: Mapping[str, str]
    words: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    requested: bool = False
    since: dt.date | None = None
    usual: frozenset[str] = field(default_factory=frozenset)
    endings: tuple[Ending, ...] = ()

    def ends(self, level: str) -> tuple[Ending, ...]:
        """Return how the kind ended at a level; empty where it still exists."""
        return tuple(ending for ending in self.endings if ending.level == level)

    def exists_on(self, level: str, day: dt.date) -> bool:
        """Tell whether the kind existed at that level on the day."""
        if level not in self.names or (self.since is not None and day < self.since):
            return False
        return all(day < ending.on for ending in self.ends(level))
