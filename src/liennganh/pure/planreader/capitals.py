"""Names of bodies in headings that are set in capitals."""

import re

from . import lexicon as lx
from .patterns import spaced, squeeze

_OPENS = re.compile(rf"(?:{spaced(lx.BODY_HEADS)}(?!\w)|{spaced(lx.CLASS_OPENERS)}\s)")
_LIMIT = 160  # no list of names in a heading is longer


def names_in_capitals(words: str) -> list[str]:
    """Read the names of a heading set in capitals ("CÔNG AN PHƯỜNG, TRẠM Y TẾ PHƯỜNG").

    They are handed on as a sentence prints them, with a capital at the beginning of each; empty
    where the heading names work rather than bodies.
    """
    if not words.isupper() or len(words) > _LIMIT or _WORK.search(words):
        return []
    names: list[str] = []
    for joint, piece in _PIECES.findall(words):
        low = squeeze(piece).lower()
        name = low[:1].upper() + low[1:]
        if _OPENS.match(name):
            names.append(name)
        elif names:
            names[-1] += f"{squeeze(joint).lower() if ',' in joint else ' và'} {low}"
        else:
            return []
    return names


_WORK = re.compile(spaced(lx.WORK_IN_CAPITALS), re.IGNORECASE)
_PIECES = re.compile(r"(^|[,;]\s*|\s+VÀ\s+)((?:(?!\s+VÀ\s)[^,;]){2,})")
