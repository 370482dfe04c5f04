"""Mending what recognition commonly misreads, where nothing else can be meant."""

import re
from collections.abc import Iterator, Sequence

from liennganh.pure.planreader.patterns import LOWER, UPPER

from .labels import Change, labels_mended
from .layout import Doubt
from .phrases import (
    ASSEMBLY,
    DASHES,
    DIGITS,
    RED_STAMPS,
    SIGNS,
    SLASH_LOST,
    STAMPS,
    STATE_NAME_TORN,
)

_NUMBER = re.compile(
    r"(?<![\w.,])(?=[OolI|]{0,3}\d)[\dOolI|]{2,6}(?=\s?%)|\b(?:19|20)[\dOolI|]{2}\b"
)
_GLUED = re.compile(rf"\b[{UPPER}][{LOWER}]{{1,6}}(?=[{UPPER}][{LOWER}])")
_SIGN = re.compile("|".join(re.escape(wrong) for wrong, _ in SIGNS))
_RIGHT = dict(SIGNS)
_ALONE = re.compile(
    rf"(?m)(?:^|(?<=\| ))[ ]*[\W_]*([{UPPER}]{{2,5}}(?:[ ][{UPPER}]{{2,4}})?)[\W_]*(?=$| \|)"
)
_DASH = re.compile(rf"(?m)^[ ]*([{DASHES}])(?=[ ]\w)")
_QUOTED = re.compile(r"“([^“”\"\n]{1,300})\"|\"([^“”\"\n]{1,300})”")
_TORN = re.compile(
    rf"(?<=[/-])([{UPPER}]{{2,6}}-) (?=[{UPPER}])|(?<=/)([{UPPER}]{{2,6}}) (?=-[{UPPER}])"
)
_UNOPENED = re.compile(rf"(?m)(?:^|(?<=\| ))(?:[^()|\n]*[^()|\n{UPPER}])?[{UPPER}]{{2,6}}(\))(?= )")
_ASSEMBLY = re.compile(ASSEMBLY)
_STATE = re.compile(STATE_NAME_TORN)
_SLASH_LOST = re.compile(SLASH_LOST)
_HEAD = 1_500  # characters of a document's head, where a stamp of secrecy stands


def mend(text: str, doubts: Sequence[Doubt]) -> tuple[str, tuple[Doubt, ...]]:
    """Return the text with sure misreadings put right, and its doubts where they now stand."""
    changes = sorted(
        [
            *_glued(text),
            *_numbers(text),
            *_signs(text),
            *_marks(text),
            *labels_mended(text),
            *_stamps(text),
        ]
    )
    parts: list[str] = []
    moved: list[tuple[int, int]] = []  # from this place on, so many characters more
    done = shift = 0
    for start, end, right in changes:
        if start < done:
            continue
        parts += [text[done:start], right]
        shift += len(right) - (end - start)
        moved.append((end, shift))
        done = end
    parts.append(text[done:])
    return "".join(parts), tuple(_shifted(doubts, moved))


def _shifted(doubts: Sequence[Doubt], moved: Sequence[tuple[int, int]]) -> Iterator[Doubt]:
    """Yield doubts with both ends moved along; they come in order, and so do the moves."""
    at = by = 0
    for start, end, certainty in doubts:
        places = []
        for place in (start, end):
            while at < len(moved) and moved[at][0] <= place:
                by = moved[at][1]
                at += 1
            places.append(place + by)
        if places[0] < places[1]:
            yield places[0], places[1], certainty


def _glued(text: str) -> Iterator[Change]:
    """Yield the spaces lost within narrow cells: a capital after small letters with a tone."""
    for match in _GLUED.finditer(text):
        if not match.group().isascii():
            yield match.end(), match.end(), " "


def _numbers(text: str) -> Iterator[Change]:
    for match in _NUMBER.finditer(text):
        right = match.group().translate(DIGITS)
        if right != match.group():
            yield match.start(), match.end(), right


def _signs(text: str) -> Iterator[Change]:
    for match in _SIGN.finditer(text):
        yield match.start(), match.end(), _RIGHT[match.group()]
    for match in _ASSEMBLY.finditer(text):
        yield match.end() - 1, match.end(), "1" if match[1] else ""
    for match in _SLASH_LOST.finditer(text):
        yield match.end(), match.end(), "/"


def _marks(text: str) -> Iterator[Change]:
    """Yield dashes, quotation marks and hyphens as they were printed."""
    for match in _DASH.finditer(text):
        yield match.start(1), match.end(1), "-"
    for match in _QUOTED.finditer(text):
        # Two marks of different kinds around a name: one of them was misread.
        at = match.start() if match[1] is None else match.end() - 1
        yield at, at + 1, "“" if match[1] is None else "”"
    for match in _TORN.finditer(text):
        yield match.end() - 1, match.end(), ""
    for match in _UNOPENED.finditer(text):
        yield match.start(1), match.end(1), ""
    for match in _STATE.finditer(text):
        yield match.end(1), match.end(1), " NAM"
        yield match.end(2), match.end(), ""


def _stamps(text: str) -> Iterator[Change]:
    """Yield stamps of secrecy that stand alone in the head, their tones misread."""
    for match in _ALONE.finditer(text, 0, _HEAD):
        right = STAMPS.get(match[1])
        if right and right != match[1]:
            yield match.start(1), match.end(1), right


def stamp_in(text: str, *, red: bool = False) -> str:
    """Return the level of secrecy that stands alone on a line or in a cell, or "".

    ``red`` says that the text is all that stands on the page in red.
    """
    levels = {**STAMPS, **RED_STAMPS} if red else STAMPS
    found = (levels.get(match[1]) for match in _ALONE.finditer(text))
    return next((level for level in found if level), "")
