"""How phrases of the lexicon become compiled patterns.

Every pattern of the reader is built here from named pieces, so that one rule holds for all: no
unbounded repeat stands inside another, which keeps matching linear in the length of the text.
"""

import re
from collections.abc import Iterable
from functools import cache

SPACE = r"\s+"
# Character classes: a range such as À-Ỹ would mix both cases, so the letters are listed.
_LATIN = [chr(c) for c in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))]
UPPER = "A-Z" + "".join(c for c in _LATIN if c.isupper())
LOWER = "a-z" + "".join(c for c in _LATIN if c.islower())


DIGIT = re.compile(r"\d")


@cache
def phrase(source: str, *, ignore_case: bool = True) -> re.Pattern[str]:
    """Compile a fragment in which a single space stands for any white space.

    Fragments are alternatives or sequences; they are wrapped in a group. Word boundaries are not
    added: the caller knows whether it looks inside words.
    """
    flags = re.IGNORECASE if ignore_case else 0
    return re.compile(f"(?:{spaced(source)})", flags)


@cache
def word(source: str, *, ignore_case: bool = True) -> re.Pattern[str]:
    """Compile a fragment that must begin and end at the edge of a word."""
    flags = re.IGNORECASE if ignore_case else 0
    return re.compile(rf"(?<!\w)(?:{spaced(source)})(?!\w)", flags)


def spaced(source: str) -> str:
    """Let a single space of a fragment stand for any white space."""
    return source.replace(" ", SPACE)


def any_of(words: Iterable[str]) -> str:
    """Join plain words into one alternative, longest first so that the longest wins."""
    return "|".join(re.escape(w).replace("\\ ", " ") for w in sorted(words, key=len, reverse=True))


def squeeze(text: str) -> str:
    """Put a run of text on one line with single spaces."""
    return " ".join(text.split())
