"""How often an item of work is done, where that is printed."""

import re
from typing import cast

from . import lexicon as lx
from .model import Cycle
from .patterns import spaced

_CYCLES = tuple(
    (name, re.compile(rf"(?<!\w)(?:{spaced(source)})(?!\w)", re.IGNORECASE))
    for name, source in lx.TASK_CYCLES
)
_QUALIFIES = re.compile(rf"(?<!\w){spaced(lx.NOT_A_CYCLE_BEFORE)}\s+$", re.IGNORECASE)
_CLAUSE = re.compile(r"[.;]\s")
_REPORTS = re.compile(spaced(lx.REPORTS), re.IGNORECASE)
_REACH = 24  # characters before a phrase in which the word it qualifies would stand
_CELL = 60  # no longer words stand in a cell that says when


def cycle_of(words: str) -> Cycle | None:
    """Return how often an item is done, or None where it does not say.

    "kế hoạch hằng năm" says what kind of plan it is, and "hằng quý báo cáo" is a duty to report,
    which is read as such; neither is the cycle of the item.
    """
    low = words.lower()
    if not any(sign in low for sign in lx.CYCLE_SIGNS):
        return None
    for clause in _CLAUSE.split(words):
        for name, pattern in _CYCLES:
            if not any(sign in low for sign in lx.SIGNS_OF_CYCLE[name]):
                continue
            for match in pattern.finditer(clause):
                ahead = clause[max(0, match.start() - _REACH) : match.start()]
                reports = len(words) > _CELL and name != "regular" and _REPORTS.search(clause)
                if not reports and not _QUALIFIES.search(ahead):
                    return cast(Cycle, name)
    return None
