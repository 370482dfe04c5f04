"""Tone marks put right by what the same words are read as elsewhere in the document.

Official text repeats itself: "bình đẳng" is read right forty times and "bình đăng" three. Only marks
change, never letters, so every place in the text stays where it was.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from unicodedata import normalize

from liennganh.pure.vietnamese import fold

from .layout import Doubt
from .phrases import PAIRS

_WORD = re.compile(r"[^\W\d_]+")
_OFTEN = 3  # times that another reading must stand in the pairs of a doubtful word
_OUTWEIGHED = 2
# Of a word that seemed certain both pairs must agree, each of them:
_OFTEN_ON_A_SIDE = 2
_OUTWEIGHED_ON_A_SIDE = 3

_Pair = tuple[str, str]
_KNOWN: dict[_Pair, _Pair] = {
    (fold(one), fold(two)): (one, two)
    for one, two in (pair.split() for pair in PAIRS.replace("\n", " ").split(","))
}


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    text: str
    bare: str  # without marks and case
    follows: bool  # nothing but a space stands between it and the word before


def agreed(text: str, unsure: Sequence[Doubt]) -> str:
    """Return the text, as long as before, with marks as pairs of words usually have them.

    Pairs that everybody writes in one way are known; of others the document itself says which way
    is the usual one. ``unsure`` are the words that recognition was less than sure of; they yield
    sooner.
    """
    return _by_votes(_by_knowledge(text), unsure)


def _by_knowledge(text: str) -> str:
    words = _tokens(text)
    letters = list(text)
    for one, two in pairwise(words):
        known = _KNOWN.get((one.bare, two.bare)) if two.follows else None
        for word, right in zip((one, two), known or (), strict=False):
            _put(letters, word, right)
    return "".join(letters)


def _by_votes(text: str, unsure: Sequence[Doubt]) -> str:
    words = _tokens(text)
    before: dict[_Pair, Counter[str]] = defaultdict(Counter)
    after: dict[_Pair, Counter[str]] = defaultdict(Counter)
    for one, two in pairwise(words):
        if two.follows:
            before[one.bare, two.bare][two.text.lower()] += 1
            after[one.bare, two.bare][one.text.lower()] += 1
    doubtful = _starts(words, unsure)
    letters = list(text)
    for place, word in enumerate(words):
        sides: list[Counter[str]] = []
        if word.follows:
            sides.append(before[words[place - 1].bare, word.bare])
        if place + 1 < len(words) and words[place + 1].follows:
            sides.append(after[word.bare, words[place + 1].bare])
        vote = _by_all if word.start in doubtful else _by_each
        _put(letters, word, vote(word.text.lower(), sides))
    return "".join(letters)


def _put(letters: list[str], word: _Token, right: str) -> None:
    """Write the marks of ``right`` over a word, in its own case."""
    read = word.text.lower()
    if right and right != read and len(right) == len(read) and not _same_marks(right, read):
        letters[word.start : word.start + len(read)] = _cased(right, word.text)


def _tokens(text: str) -> list[_Token]:
    found: list[_Token] = []
    end = -1
    for match in _WORD.finditer(text):
        follows = match.start() == end + 1 and text[end] == " "
        found.append(_Token(match.start(), match.group(), fold(match.group()), follows))
        end = match.end()
    return found


def _starts(words: Sequence[_Token], unsure: Sequence[Doubt]) -> set[int]:
    """Return where the words stand that lie on a stretch recognition was unsure of."""
    found: set[int] = set()
    stretches = iter(sorted(unsure))
    stretch = next(stretches, None)
    for word in words:
        while stretch and stretch[1] <= word.start:
            stretch = next(stretches, None)
        if stretch and stretch[0] < word.start + len(word.text):
            found.add(word.start)
    return found


def _by_all(read: str, sides: Sequence[Counter[str]]) -> str:
    """Return what most pairs on either side have in place of a word, or ""."""
    votes: Counter[str] = Counter()
    for side in sides:
        votes += side
    return _outvoted(read, votes, _OFTEN, _OUTWEIGHED)


def _by_each(read: str, sides: Sequence[Counter[str]]) -> str:
    """Return what most pairs on both sides have in place of a word, or ""."""
    found = {_outvoted(read, side, _OFTEN_ON_A_SIDE, _OUTWEIGHED_ON_A_SIDE) for side in sides}
    return found.pop() if len(sides) == 2 and len(found) == 1 else ""  # noqa: PLR2004 - both sides


def _outvoted(read: str, votes: Counter[str], often: int, outweighed: int) -> str:
    if not votes:
        return ""
    best, times = votes.most_common(1)[0]
    return best if times >= max(often, outweighed * votes[read]) else ""


def _same_marks(one: str, two: str) -> bool:
    """Say whether only the vowel differs that bears the tone: "hòa" and "hoà" are both written."""
    return Counter(normalize("NFD", one)) == Counter(normalize("NFD", two))


def _cased(word: str, like: str) -> str:
    if like.isupper():
        return word.upper()
    return word.capitalize() if like[0].isupper() else word
