"""For which years a sum is, and where it comes from."""

import re

from . import lexicon as lx
from .model import MoneySource
from .patterns import spaced, squeeze

_SPAN = re.compile(
    r"(?:giai\s+đoạn|từ\s+năm|năm|\()\s*((?:19|20)\d{2})\s*(?:[-–—]|đến(?:\s+năm)?)\s*((?:19|20)\d{2})",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\w)năm\s+((?:19|20)\d{2})(?!\d)", re.IGNORECASE)
_SOURCES = tuple(
    (name, re.compile(rf"(?<!\w)(?:{spaced(source)})(?!\w)", re.IGNORECASE))
    for name, source in lx.MONEY_SOURCES
)


def years_in(words: str) -> tuple[int, int] | None:
    """Return the first and last year that words name last, or None."""
    spans = list(_SPAN.finditer(words))
    years = list(_YEAR.finditer(words))
    if spans and (not years or spans[-1].end() >= years[-1].end()):
        return int(spans[-1][1]), int(spans[-1][2])
    return (int(years[-1][1]),) * 2 if years else None


def source_of(words: str) -> tuple[MoneySource, str]:
    """Return the source that words name first, and how they print it."""
    found = [
        (match.start(), order, name, squeeze(match.group()).strip(" ,"))
        for order, (name, pattern) in enumerate(_SOURCES)
        if (match := pattern.search(words))
    ]
    if not found:
        return "", ""
    _, _, name, printed = min(found)
    return name, printed  # type: ignore[return-value]
