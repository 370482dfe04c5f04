"""Which items of a plan carry out which items of the plan above it: by what they speak of.

Two items are alike by the words they share, each weighted by how rare it is in both plans, so that
the subject of the whole plan counts for nothing. Names of places, ranks and figures do not count:
what a province writes and what its commune writes are held side by side.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from liennganh.pure.vietnamese import fold, nfc

from . import lexicon as lx
from .model import Target
from .patterns import UPPER, any_of, spaced

ItemKind = Literal["target", "qualitative", "task"]

_NAME = rf"(?:\s+[{UPPER}][\w’'-]*){{1,5}}"
_PLACE = re.compile(rf"(?<!\w)(?i:{spaced(lx.PLACE_KINDS)}){_NAME}")
_DROPPED = re.compile(
    rf"(?<!\w)(?:{'|'.join(spaced(one) for one in (lx.PLACE_KINDS, lx.RANKS, lx.EMPTY_WORDS))})(?!\w)"
)
_OFFICE = re.compile(rf"(?<!\w){spaced(lx.OFFICE_NOUNS)}(?!\w)")
_WORD = re.compile(r"[^\W\d_]+")
# Likeness is turned into the chance that a person would draw the link (see ``_chance``).
_STEEP, _EVEN = 14.0, 0.36
# The weight of a word that one item bears; and of words that each item is taken to lack, so that one
# rare word in two short items proves little.
_ONE, _DOUBT = 1000, 800
_LEAST = 0.5
_AS_GOOD = 0.97  # of the best likeness: a second item that is meant as well
_OTHER_UNIT, _OTHER_SENSE, _OTHER_YEAR = 0.9, 0.9, 0.95
_SAME_LEAD, _OTHER_LEAD = 0.06, 0.03
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a plan: its printed words, and what is known of it.

    ``target`` is the figure of a target; ``leads`` are the printed names of a task's lead bodies.
    """

    key: str
    kind: ItemKind
    words: str
    target: Target | None = None
    leads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A lower item that carries out an upper one, as far as their words tell.

    ``score`` is the chance (0..1) that a reader of both would say so; ``shared`` the words that
    speak for it, as the lower plan prints them, weightiest first.
    """

    lower: str
    upper: str
    score: float
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Marks:
    """What an item is known by: its folded words and pairs of neighbours, and how they read."""

    item: Item
    words: tuple[str, ...]
    surface: tuple[str, ...]
    signs: frozenset[str]
    leads: frozenset[str]
    plain: str


Weigh = Callable[[Iterable[str]], int]


def places_in(issuer: str) -> tuple[str, ...]:
    """Return the names of places in the name of a body: "Ủy ban nhân dân xã Đồi Cọ" has one."""
    kind = re.compile(rf"(?i:{spaced(lx.PLACE_KINDS)})\s+")
    return tuple(kind.sub("", found[0], count=1) for found in _PLACE.finditer(issuer))


def carry(
    lower: Sequence[Item], upper: Sequence[Item], places: Iterable[str] = ()
) -> tuple[Link, ...]:
    """Return the links between two plans, the likeliest first for each lower item.

    Every lower item gets the upper item it is most like, and each upper item the lower one that is
    most like it, where the chance is even or better; several may carry out one. Results (with a
    figure or without) go with results, tasks with tasks. ``places`` are names that do not count
    wherever they stand ("Hương Giang"). The order of ``lower`` is kept.
    """
    names = _names(places)
    below, above = (
        [_marks(item, names) for item in side if item.words.strip()] for side in (lower, upper)
    )
    links: dict[tuple[str, str], Link] = {}
    for tasks in (False, True):
        links.update(_of_kind(_kind(below, tasks=tasks), _kind(above, tasks=tasks)))
    order = {item.key: place for place, item in enumerate(lower)}
    return tuple(sorted(links.values(), key=lambda link: (order[link.lower], -link.score)))


def _kind(side: Iterable[_Marks], *, tasks: bool) -> list[_Marks]:
    return [one for one in side if (one.item.kind == "task") == tasks]


def _of_kind(
    below: Sequence[_Marks], above: Sequence[_Marks]
) -> Iterator[tuple[tuple[str, str], Link]]:
    weigh = _rarity([*below, *above])
    likenesses = _likenesses(below, above, weigh)
    best_below: dict[int, float] = defaultdict(float)
    best_above: dict[int, float] = defaultdict(float)
    for (i, j), likeness in likenesses.items():
        best_below[i] = max(best_below[i], likeness)
        best_above[j] = max(best_above[j], likeness)
    for (i, j), likeness in likenesses.items():
        meant = likeness >= min(best_below[i], best_above[j]) * _AS_GOOD
        if meant and (chance := _chance(likeness)) >= _LEAST:
            one, two = below[i], above[j]
            key = (one.item.key, two.item.key)
            yield key, Link(*key, round(chance, 4), _shared(one, two, weigh))


def _likenesses(
    below: Sequence[_Marks], above: Sequence[_Marks], weigh: Weigh
) -> dict[tuple[int, int], float]:
    """Return how alike the pairs are that have a word in common or read the same."""
    bearers: dict[str, list[int]] = defaultdict(list)
    for j, two in enumerate(above):
        for sign in {*two.signs, two.plain}:
            bearers[sign].append(j)
    sizes = [weigh(two.signs) for two in above]
    likenesses = {}
    for i, one in enumerate(below):
        size = weigh(one.signs)
        near = {j for sign in {*one.signs, one.plain} for j in bearers.get(sign, ())}
        for j in near:
            likenesses[i, j] = _likeness(one, above[j], size, sizes[j], weigh)
    return likenesses


def _chance(likeness: float) -> float:
    """Return the chance of a link of this likeness; the curve was fitted to links made by hand."""
    return 1 / (1 + math.exp(-_STEEP * (likeness - _EVEN)))


def _likeness(one: _Marks, two: _Marks, size: int, other: int, weigh: Weigh) -> float:
    if one.plain == two.plain:
        likeness = 1.0
    elif size and other:
        likeness = weigh(one.signs & two.signs) / (math.sqrt(size * other) + _DOUBT)
    else:
        return 0.0
    if one.leads and two.leads:
        likeness += _SAME_LEAD if one.leads & two.leads else -_OTHER_LEAD
    a, b = one.item.target, two.item.target
    if a is not None and b is not None:
        likeness *= 1 if a.unit == b.unit else _OTHER_UNIT
        likeness *= 1 if _sense(a) == _sense(b) else _OTHER_SENSE
        likeness *= 1 if a.deadline == b.deadline else _OTHER_YEAR
    return min(likeness, 1.0)


def _sense(target: Target) -> str:
    """Return what sort of demand it is: a change, so many times a period, or a level."""
    if target.comparator in {"+", "-"}:
        return target.comparator
    meaning = target.meaning
    return "frequency" if meaning and meaning.kind == "times_per_period" else "level"


def _rarity(items: Sequence[_Marks]) -> Weigh:
    """Return what weighs signs: _ONE for one that a single item bears, less the more bear it.

    Whole numbers add up to the same in any order.
    """
    borne = Counter(sign for one in items for sign in one.signs)
    total = len(items) + 1
    weight = {
        sign: round(_ONE * math.log(total / number) / math.log(total))
        for sign, number in borne.items()
    }
    return lambda signs: sum(weight[sign] for sign in signs)


_folded = lru_cache(maxsize=10_000)(fold)  # plans use the same few thousand words


@lru_cache(maxsize=2_000)
def _office(name: str) -> str:
    return " ".join(
        fold(_DROPPED.sub(" ", _OFFICE.sub(" ", _PLACE.sub(" ", name).lower()))).split()
    )


def _marks(item: Item, names: re.Pattern[str] | None) -> _Marks:
    words = _PLACE.sub(" ", " ".join(nfc(item.words).split()))
    words = names.sub(" ", words) if names else words
    surface = tuple(_WORD.findall(_DROPPED.sub(" ", words.lower())))
    folded = tuple(map(_folded, surface))
    signs = frozenset((*folded, *(f"{a} {b}" for a, b in pairwise(folded))))
    leads = (_office(names.sub(" ", lead) if names else lead) for lead in item.leads)
    plain = fold(words) or fold(item.words)
    return _Marks(item, folded, surface, signs, frozenset(filter(None, leads)), plain)


def _names(places: Iterable[str]) -> re.Pattern[str] | None:
    """Return a pattern of the names of places, the longest first."""
    wanted = {" ".join(nfc(name).split()) for name in places} - {""}
    if not wanted:
        return None
    # As names are written: "Hòa Bình" is a place, "hòa bình" is peace.
    return re.compile(rf"(?<!\w)(?:{spaced(any_of({*wanted, *map(str.upper, wanted)}))})(?!\w)")


def _shared(one: _Marks, two: _Marks, weigh: Weigh) -> tuple[str, ...]:
    """Return the weightiest stretches of the lower item's words that the upper one has as well."""
    runs: list[tuple[int, str]] = []
    start = 0
    for at in range(1, len(one.words) + 1):
        joined = at < len(one.words) and f"{one.words[at - 1]} {one.words[at]}" in two.signs
        if joined:
            continue
        if one.words[start] in two.signs:
            signs = {*one.words[start:at], *(f"{a} {b}" for a, b in pairwise(one.words[start:at]))}
            runs.append((weigh(signs & one.signs & two.signs), " ".join(one.surface[start:at])))
        start = at
    heaviest = sorted(runs, key=lambda run: -run[0])
    return tuple(dict.fromkeys(words for weight, words in heaviest if weight))[:_SHOWN]
