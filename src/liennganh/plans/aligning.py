"""Which items of two readings of a plan are the same, changed, new or gone. No database here.

Items of one kind are matched. First those with the same words, in the order in which they stand;
then, of those left, the most alike: how many words two share, weighed by how rare the words are in
both readings. Only items that share one of their rarest words are compared, so that time grows with
the number of items and not with its square. All of it is symmetric: the two readings exchanged
give the same pairs, exchanged.
"""

import difflib
import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from liennganh.pure.vietnamese import fold

_RAREST = 8
_CROWD = 400  # pairs of one word; a word as common as that tells nothing
_ALIKE = 0.55
_SAME_PLACE = 0.05
_NUMBER = re.compile(r"^\s*(?:[-–—+•*]|(?:\d+|[IVXLC]+|[a-zđ])[.)])\s*", re.IGNORECASE)
_PIECE = re.compile(r"\w+|[^\w\s]")
_LONGEST = 2_000  # words; longer texts are shown whole rather than compared word by word


@dataclass(frozen=True)
class Side:
    """An item of one reading: what it says and, as hashable data, what was read of it."""

    key: int
    kind: str
    text: str
    section: tuple[str, ...]
    values: Any = ()


@dataclass(frozen=True)
class Pair:
    """An item of the earlier reading and the same item of the later one."""

    old: Side
    new: Side
    same: bool  # nothing differs: neither its words nor what was read of it


@dataclass(frozen=True)
class Alignment:
    """Two readings beside each other; all in the order of their texts."""

    pairs: tuple[Pair, ...]
    added: tuple[Side, ...]
    removed: tuple[Side, ...]

    @property
    def same(self) -> tuple[Pair, ...]:
        """Return the pairs in which nothing differs."""
        return tuple(pair for pair in self.pairs if pair.same)

    @property
    def changed(self) -> tuple[Pair, ...]:
        """Return the pairs in which something differs."""
        return tuple(pair for pair in self.pairs if not pair.same)


@dataclass(frozen=True)
class Stretch:
    """A run of words: in both texts, only in the earlier or only in the later one."""

    mark: str  # "same", "gone" or "new"
    text: str


def align(old: Sequence[Side], new: Sequence[Side]) -> Alignment:
    """Match the items of two readings, each at most once; see the module for how."""
    left, right = _Sides(old), _Sides(new)
    matched = _by_words(left, right, with_section=True)
    matched |= _by_words(left, right, with_section=False, but=matched)
    matched |= _by_likeness(left, right, matched)
    pairs = tuple(
        Pair(old[i], new[j], same=_is_same(left, right, i, j))
        for i, j in sorted(matched, key=lambda pair: (pair[1], pair[0]))
    )
    lost, found = {i for i, _ in matched}, {j for _, j in matched}
    return Alignment(
        pairs=pairs,
        added=tuple(side for j, side in enumerate(new) if j not in found),
        removed=tuple(side for i, side in enumerate(old) if i not in lost),
    )


class _Sides:
    """One reading, folded."""

    def __init__(self, sides: Sequence[Side]) -> None:
        self.sides = sides
        self.words = [tuple(fold(_NUMBER.sub("", side.text)).split()) for side in sides]
        self.sections = [
            tuple(fold(_NUMBER.sub("", part)) for part in side.section) for side in sides
        ]


_Matched = set[tuple[int, int]]


def _by_words(
    left: _Sides,
    right: _Sides,
    *,
    with_section: bool,
    but: _Matched | frozenset[tuple[int, int]] = frozenset(),
) -> _Matched:
    """Pair items of the same words, the first with the first, the second with the second."""
    waiting: dict[Any, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for place, (sides, taken) in enumerate(
        ((left, {i for i, _ in but}), (right, {j for _, j in but}))
    ):
        for index, side in enumerate(sides.sides):
            if index in taken:
                continue
            section = sides.sections[index] if with_section else ()
            waiting[side.kind, sides.words[index], section][place].append(index)
    return {pair for mine, theirs in waiting.values() for pair in zip(mine, theirs, strict=False)}


def _by_likeness(left: _Sides, right: _Sides, but: _Matched) -> _Matched:
    """Pair what is most alike first, as long as it is alike at all."""
    free = [i for i in range(len(left.sides)) if i not in {i for i, _ in but}]
    open_ = [j for j in range(len(right.sides)) if j not in {j for _, j in but}]
    common = Counter(word for i in free for word in set(left.words[i]))
    common.update(word for j in open_ for word in set(right.words[j]))
    weight = {word: 1 / (1 + math.log(count)) for word, count in common.items()}
    scored = []
    for i, j in _candidates(left, right, free, open_, common):
        score = _likeness(left.words[i], right.words[j], weight)
        if left.sections[i] == right.sections[j]:
            score += _SAME_PLACE
        if score >= _ALIKE:
            scored.append((-round(score, 9), abs(i - j), i + j, i, j))
    matched: _Matched = set()
    lost: set[int] = set()
    found: set[int] = set()
    # Of one score and distance there are at most (i, j) and (j, i): they never exclude each other.
    for *_order, i, j in sorted(scored):
        if i not in lost and j not in found:
            matched.add((i, j))
            lost.add(i)
            found.add(j)
    return matched


def _candidates(
    left: _Sides, right: _Sides, free: list[int], open_: list[int], common: Counter[str]
) -> _Matched:
    """Return the pairs of one kind that share one of their rarest words."""
    holders: dict[tuple[str, str], tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for place, (sides, indices) in enumerate(((left, free), (right, open_))):
        for index in indices:
            rare = sorted(set(sides.words[index]), key=lambda word: (common[word], word))
            for word in rare[:_RAREST]:
                holders[sides.sides[index].kind, word][place].append(index)
    return {
        (i, j)
        for mine, theirs in holders.values()
        if len(mine) * len(theirs) <= _CROWD
        for i in mine
        for j in theirs
    }


def _likeness(one: Sequence[str], other: Sequence[str], weight: dict[str, float]) -> float:
    """Return the weight of the words that two texts share, over that of all their words: 0 to 1."""
    mine, theirs = Counter(one), Counter(other)
    shared = sum(weight[word] * count for word, count in sorted((mine & theirs).items()))
    whole = sum(weight[word] * count for word, count in sorted((mine | theirs).items()))
    return shared / whole if whole else 0.0


def _is_same(left: _Sides, right: _Sides, i: int, j: int) -> bool:
    return left.words[i] == right.words[j] and left.sides[i].values == right.sides[j].values


def differences(old: str, new: str) -> list[Stretch]:
    """Return two texts as one, word by word: what both have, what is gone, what is new."""
    before, after = _pieces(old), _pieces(new)
    if max(len(before), len(after)) > _LONGEST:
        return [Stretch("gone", old), Stretch("new", new)]
    found: list[Stretch] = []
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for tag, i, k, j, m in matcher.get_opcodes():
        if tag == "equal":
            found.append(Stretch("same", "".join(after[j:m])))
            continue
        if k > i:
            found.append(Stretch("gone", "".join(before[i:k])))
        if m > j:
            found.append(Stretch("new", "".join(after[j:m])))
    return found


def _pieces(text: str) -> list[str]:
    """Return the words and signs of a text, each with the blanks behind it."""
    starts = [match.start() for match in _PIECE.finditer(text)]
    ends = [*starts[1:], len(text)]
    pieces = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    # A line end is no difference.
    return [f"{piece.rstrip()} " if piece != piece.rstrip() else piece for piece in pieces]
