"""What doubtful words of a scan take from the certainty of what was read over them."""

from bisect import bisect_left
from collections.abc import Iterable
from typing import Protocol

from .model import BudgetLine, LegalBasis, ReportDuty, Span, Target, Task

Doubts = tuple[tuple[int, int, float], ...]
"""(start, end, certainty 0..1) of words, offsets into the normalised text."""

# How probably an item is wrong where a word in it is: a wrong figure spoils what figures make,
# a wrong letter in a name most names, and of other words an item stands many.
_FIGURE, _NAME, _OTHER = 0.9, 0.5, 0.03
_MADE_OF_FIGURES = (Target, ReportDuty, BudgetLine, LegalBasis, Span)


class Stretch(Protocol):
    """Anything with a place in the text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def in_order(doubts: Iterable[tuple[int, int, float]]) -> Doubts:
    """Return the doubts in the order of the text, certainties held within 0..1."""
    return tuple(sorted((a, b, min(1.0, max(0.0, sure))) for a, b, sure in doubts if a < b))


def spared(doubts: Doubts, item: Stretch, text: str) -> float:
    """Return how probably the doubtful words in an item leave it right: a factor in 0..1.

    Each word is wrong by itself with the rest of its certainty, and then spoils the item by the
    weight of what it prints. ``doubts`` are in order and do not overlap, as words never do.
    """
    at = bisect_left(doubts, (item.start, 0, 0.0))
    at = max(0, at - 1)
    chance = 1.0
    for start, end, sure in doubts[at:]:
        if start >= item.end:
            break
        if end > item.start:
            chance *= 1 - (1 - sure) * _weight(item, text[start:end])
    return chance


def _weight(item: Stretch, word: str) -> float:
    if any(c.isdigit() for c in word):
        return _FIGURE if isinstance(item, _MADE_OF_FIGURES) else _OTHER
    if isinstance(item, Span):
        return _NAME  # a field of the head is right as a whole or not at all
    if isinstance(item, Task):
        bare = word.strip(" ,.;:()")
        if bare and any(bare in name for name in (*item.lead, *item.support)):
            return _NAME
    return _OTHER
