"""Short names that a text defines: "Sở Lao động … (sau đây viết tắt là Sở LĐTBXH)"."""

import re

from . import lexicon as lx
from .bodies import body_at, body_starts
from .patterns import UPPER, spaced, squeeze

_DEFINED = re.compile(
    rf"\(\s*(?:{spaced(lx.CALLED)})\s*:?\s*[“\"']?(?P<short>[^()“”\"']{{2,60}}?)[”\"']?\s*\)",
    re.IGNORECASE,
)
# "(UBND)", "(LĐTBXH)": capitals alone, taken where they are the initials of the name before.
_CAPITALS = re.compile(rf"\((?P<short>[{UPPER}][{UPPER}\d&-]{{1,12}})\)")
_REACH = 180  # no name before a bracket is longer


def abbreviations_of(plain: str) -> tuple[tuple[str, str], ...]:
    """Return the short names of bodies that a text defines: pairs (short, full), as printed.

    The names in a reading stay as printed; whoever matches them with agencies may expand these.
    """
    found: dict[str, str] = {}
    for match in _DEFINED.finditer(plain):
        if full := _body_before(plain, match.start()):
            found.setdefault(squeeze(match["short"]), full)
    for match in _CAPITALS.finditer(plain):
        full = _body_before(plain, match.start())
        if full and (short := _as_initials(match["short"], full)):
            found.setdefault(short, full)
    return tuple(found.items())


def _body_before(plain: str, end: int) -> str:
    """Return the longest name of a body that ends right before ``end``, or ``""``."""
    window = plain[max(0, end - _REACH) : end].rstrip()
    for start in body_starts(window, 0, len(window)):
        if body_at(window, start) == len(window):
            return squeeze(window[start:])
    return ""


def _as_initials(short: str, full: str) -> str:
    """Return the short name where its letters are the initials of the full name's last words.

    "Sở Lao động - Thương binh và Xã hội (LĐTBXH)" is called "Sở LĐTBXH" from there on.
    """
    words = [w for w in re.findall(r"[^\W\d_]+", full) if w.lower() != "và"]
    letters = [w[0].upper() for w in words]
    wanted = [c for c in short if c.isalpha()]
    for first in range(len(words)):
        if letters[first:] == wanted:
            return squeeze(" ".join([*words[:first], short]))
    capitals = [(i, w[0]) for i, w in enumerate(words) if w[0].isupper()]
    for first in range(len(capitals)):
        if [c for _, c in capitals[first:]] == wanted:
            return squeeze(" ".join([*words[: capitals[first][0]], short]))
    return ""
