"""Owners that an item names at its end: in brackets "(Sở Y tế chủ trì)" or after a dash."""

import re

from . import lexicon as lx
from .bodies import bodies_from, body_at, body_starts
from .patterns import spaced
from .picking import named

_LAST_BRACKET = re.compile(r"\(([^()]{6,240})\)\W*$")
_OWNING = re.compile(spaced(lx.OWNING), re.IGNORECASE)
_DASH = re.compile(r"\s[-–—]\s+(?=\w)")
_APPOSED = re.compile(spaced(lx.APPOSITION), re.IGNORECASE)
_REQUESTED = re.compile(rf"{spaced(lx.REQUEST_WORDS)}\s*:?\s+", re.IGNORECASE)
_EXPLAINED = re.compile(r"\s*\([^()]{0,200}\)")
_DOES = re.compile(rf"\s*,?\s*{spaced(lx.OWNING)}(?!\w)", re.IGNORECASE)
_LONGEST = 300  # characters of owners at the end of an item
_NAME_LIMIT = 100  # characters before brackets in which the name that they explain begins


def bracketed(words: str) -> tuple[str, bool] | None:
    """Return what the brackets that end an item hold of owners: "… (Sở Y tế chủ trì)".

    The flag says that a word in them tells who does what; else they hold names and nothing else.
    """
    bracket = _LAST_BRACKET.search(words) if ")" in words[-8:] else None
    if bracket is None:
        return None
    if _OWNING.search(bracket[1]):
        return bracket[1], True
    names, end = bodies_from(bracket[1])
    ahead = words[: bracket.start()].rstrip()
    if not named(names) or bracket[1][end:].strip() or _ends_in_name(ahead):
        return None
    return bracket[1], False


def after_dash(words: str) -> str | None:
    """Return the owners that stand alone after the dash that ends an item.

    "… máy tính tiền - Sở Tài chính chủ trì, phối hợp với …": the words after the dash begin with a
    body, and hold nothing but bodies and what they do. A dash inside a name, or after one, is none.
    """
    for dash in _DASH.finditer(words, max(0, len(words) - _LONGEST)):
        tail = words[dash.end() :].rstrip(" .;")
        if request := _REQUESTED.match(tail):
            tail = tail[request.end() :]
        names, end = bodies_from(tail)
        if not names or not named(names) or _APPOSED.match(words, dash.start()):
            continue
        if explained := _EXPLAINED.match(tail, end):
            end = explained.end()
        if (not tail[end:] or _DOES.match(tail, end)) and not _ends_in_name(words[: dash.start()]):
            return tail
    return None


def _ends_in_name(ahead: str) -> bool:
    """Say whether a body's name ends there, so that what follows only says more of it."""
    return any(
        ahead[start].isupper() and body_at(ahead, start) == len(ahead)
        for start in body_starts(ahead, max(0, len(ahead) - _NAME_LIMIT), len(ahead))
    )
