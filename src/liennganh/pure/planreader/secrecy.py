"""Stamps of state secrecy that stand alone, however they are set."""

import re
from collections.abc import Iterable

from . import lexicon as lx

_AROUND = r"[\s|*\[\](){}<>_.:;\-–—]*"
_LEVELS = "|".join(level.replace(" ", r"\s*") for level in lx.SECRECY)
_STAMP = re.compile(rf"{_AROUND}({_LEVELS}){_AROUND}")
_NAMED = re.compile(rf"{_AROUND}(?:{lx.SECRECY_LABEL})\s*:\s*({_LEVELS}){_AROUND}", re.IGNORECASE)
_SPACED = re.compile(r"(?<=\b\w)[ \u00a0](?=\w\b)")  # "M Ậ T"
_LONGEST = 60  # characters of a line that is nothing but a stamp


def stamp_of(line: str) -> str:
    """Return the level (MẬT, TỐI MẬT, TUYỆT MẬT) of a line that is nothing but its stamp, or ""."""
    if len(line) > _LONGEST:
        return ""
    found = _STAMP.fullmatch(line) or _NAMED.fullmatch(line) or _STAMP.fullmatch(_pressed(line))
    if found is None:
        return ""
    bare = "".join(found[1].split()).upper()
    return next(level for level in lx.SECRECY if level.replace(" ", "") == bare)


def _pressed(line: str) -> str:
    return _SPACED.sub("", line)


def stamp_among(lines: Iterable[str]) -> str:
    """Return the level of the first stamp among lines, "" where there is none."""
    return next((level for line in lines if (level := stamp_of(line))), "")
