"""A figure as printed: number words, ranges, and how the words around it bind the value."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from . import lexicon as lx
from .model import Comparator, Unit
from .patterns import any_of, phrase, spaced

# At most twelve digits: a longer run is no quantity.
NUM = r"\d{1,3}(?:\.\d{3}){1,3}(?!\d)(?:,\d{1,4})?|\d{1,12}(?!\d)(?:,\d{1,4}(?!\d))?"
# "năm" is five and year: as a bare word it is nearly always the year.
WORDS = spaced(any_of(w for w in lx.NUMBER_WORDS if w != "năm"))
LOOK_BACK = 60
FAR_BACK = 240  # characters, for rules that look past the words right before a figure
MOVES: frozenset[Comparator] = frozenset({"+", "-"})

_BOUND = "|".join(f"(?P<b{i}>{spaced(source)})" for i, (_, source) in enumerate(lx.BOUNDS))
_BOUND_BEFORE = re.compile(
    rf"(?:{_BOUND})(?:\s+(?:đạt|là|có|khoảng|vào\s+năm\s+\d{{4}}|được))*\s*$", re.IGNORECASE
)
_MOVE = re.compile(
    rf"(?<!\w)(?:(?P<up>{spaced(lx.RISE)})|(?P<down>{spaced(lx.FALL)}))(?:\s+{spaced(lx.BETWEEN_MOVE_AND_NUMBER)}){{0,3}}\s*$",
    re.IGNORECASE,
)
FROM = re.compile(r"(?<!\w)từ\s*$", re.IGNORECASE)
_UP_AFTER = re.compile(rf"\s*(?:[^\W\d_]+\s+){{0,6}}?{spaced(lx.FROM_UP)}", re.IGNORECASE)
_UP_LATER = re.compile(rf"[^;.%]{{0,60}}?{spaced(lx.FROM_UP)}", re.IGNORECASE)
_PER_YEAR = phrase(lx.PER_YEAR)
_YEARLY_LEAD = re.compile(
    rf"(?:^|[,;(])\s*(?:[^\W\d_]+\s+){{0,3}}?{spaced(lx.EVERY_YEAR)}(?!\w)", re.IGNORECASE
)
_STEP_YEAR = re.compile(r"năm\s+(\d{4})[^\d,;()]{0,40}$", re.IGNORECASE)
_MOVED = re.compile(rf"(?:{spaced(lx.RISE)}|{spaced(lx.FALL)}|chuyển)[^,;]{{0,80}}$", re.IGNORECASE)
_SINKS_TO = re.compile(r"[^,;]{0,60}?(?<!\w)(?<!trở\s)(?:xuống|lên)\s", re.IGNORECASE)
_THEN_TO = re.compile(rf"[^,;]{{0,60}}?(?<!\w)(?<!trở\s){spaced(lx.TO_VALUE)}\s+", re.IGNORECASE)
_COMPARED = re.compile(spaced(lx.COMPARED) + r"[^,;]{0,30}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its binding; offsets are into the clause it was found in.

    ``needs_goal``: bare enough to count only where goals stand; ``opens_clause``: a clause of its
    own may begin with it; ``whole``: the m of "n/m".
    """

    start: int
    end: int
    comparator: Comparator
    value: Decimal
    upper: Decimal | None
    unit: Unit
    per_year: bool
    in_words: bool
    needs_goal: bool
    opens_clause: bool
    confidence: float
    whole: int | None = None


def back(end: int) -> int:
    """Return how far to look back from ``end``: no rule needs more, and time stays linear."""
    return max(0, end - FAR_BACK)


def value_of(printed: str) -> Decimal:
    """Read "1.500", "2,5", "04" or "một"."""
    low = printed.strip().lower()
    if low in lx.NUMBER_WORDS:
        return Decimal(lx.NUMBER_WORDS[low])
    return Decimal(low.replace(".", "").replace(",", "."))


def comparator_of(clause: str, start: int, end: int) -> tuple[Comparator, int]:
    """Return how the words around ``clause[start:end]`` bind it, and where those words begin."""
    ahead = clause[max(0, start - LOOK_BACK) : start]
    base = start - len(ahead)
    low = ahead.lower()
    if any(sign in low for sign in lx.MOVE_SIGNS) and (move := _MOVE.search(ahead)):
        return ("+" if move["up"] else "-"), base + move.start()
    if any(sign in low for sign in lx.BOUND_SIGNS) and (bound := _BOUND_BEFORE.search(ahead)):
        return _comparator(bound), base + bound.start()
    since = FROM.search(ahead)
    if _UP_AFTER.match(clause, end) or (since and _UP_LATER.match(clause, end)):
        return ">=", base + (since.start() if since else len(ahead))
    return "=", start


def bound_before(words: str, start: int) -> Comparator:
    """Return the bound that stands right before a figure: "ít nhất" of "tăng ít nhất 20%"."""
    bound = _BOUND_BEFORE.search(words, max(0, start - LOOK_BACK), start)
    return _comparator(bound) if bound else "="


def _comparator(bound: re.Match[str]) -> Comparator:
    return next(sign for index, (sign, _) in enumerate(lx.BOUNDS) if bound[f"b{index}"])


def is_yearly(clause: str, start: int, end: int) -> bool:
    """Say whether a figure is meant for each year: "40 lớp mỗi năm", "Hằng năm, mở 40 lớp"."""
    part = clause[end : end + LOOK_BACK].split(",", maxsplit=1)[0]
    if _PER_YEAR.search(part):
        return True
    lead = _yearly_lead(clause)
    return lead is not None and lead <= start


@lru_cache(maxsize=8)
def _yearly_lead(clause: str) -> int | None:
    """Return where the first "Hằng năm, …" of a clause ends; a clause is asked for each figure."""
    found = _YEARLY_LEAD.search(clause)
    return found.end() if found else None


def is_baseline(clause: str, start: int, end: int, first_year: int | None = None) -> bool:
    """Say whether a number only tells where things stand: the 23 of "từ 23 … xuống 18".

    ``first_year`` is the first year that lies ahead: "(năm 2027 đạt 60%)" is then a step.
    """
    ahead = clause[max(0, start - LOOK_BACK) : start]
    if FROM.search(ahead) and _THEN_TO.match(clause, end, end + LOOK_BACK + 30):
        sinks = _SINKS_TO.match(clause, end, end + LOOK_BACK + 30)
        return sinks is not None or _MOVED.search(clause, back(start), start) is not None
    opened = clause.rfind("(", 0, start)
    if opened >= 0 and ")" not in clause[opened:start]:
        inside = clause[opened:start]
        year = _STEP_YEAR.search(inside)
        if year and first_year and int(year[1]) >= first_year:
            return phrase(lx.NOT_A_STEP).search(inside) is not None
        compared = _COMPARED.search(clause, back(opened), opened) is not None
        return compared or phrase(lx.BASELINE_INSIDE).search(inside) is not None
    return _COMPARED.search(ahead) is not None and "năm" not in ahead[-12:]
