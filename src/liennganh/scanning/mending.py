"""Mending what recognition commonly misreads, where nothing else can be meant."""

import re
from collections.abc import Iterator, Sequence

from liennganh.pure.planreader.patterns import LOWER, UPPER

from .layout import Doubt
from .phrases import DIGITS, RED_STAMPS, ROMAN, SIGNS, STAMPS

_NUMBER = re.compile(
    r"(?<![\w.,])(?=[OolI|]{0,3}\d)[\dOolI|]{2,6}(?=\s?%)|\b(?:19|20)[\dOolI|]{2}\b"
)
_GLUED = re.compile(rf"\b[{UPPER}][{LOWER}]{{1,6}}(?=[{UPPER}][{LOWER}])")
_HEADING = re.compile(rf"(?m)^[ ]*(\S{{1,5}}[.,]|[IHTVX]{{1,4}}[Ll])(?=(?:[ ]\|)?[ ][{UPPER}])")
_SIGN = re.compile("|".join(re.escape(wrong) for wrong, _ in SIGNS))
_RIGHT = dict(SIGNS)
_ALONE = re.compile(
    rf"(?m)(?:^|(?<=\| ))[ ]*[\W_]*([{UPPER}]{{2,5}}(?:[ ][{UPPER}]{{2,4}})?)[\W_]*(?=$| \|)"
)
_NUMERALS = (
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X",
    "XI", "XII", "XIII", "XIV", "XV",
)  # fmt: skip
_HEAD = 1_500  # characters of a document's head, where a stamp of secrecy stands

Change = tuple[int, int, str]


def mend(text: str, doubts: Sequence[Doubt]) -> tuple[str, tuple[Doubt, ...]]:
    """Return the text with sure misreadings put right, and its doubts where they now stand."""
    changes = sorted(
        [*_glued(text), *_numbers(text), *_signs(text), *_numerals(text), *_stamps(text)]
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


def _numerals(text: str) -> Iterator[Change]:
    """Yield the Roman numbers of headings, where what is read looks like the next that must come.

    "H." after "I." is II; a second "II." before "IV." is III, which lost a stroke.
    """
    found = [match for match in _HEADING.finditer(text) if _readings(match[1])]
    last = 0
    for match, after in zip(found, [*found[1:], None], strict=False):
        expected = _NUMERALS[last] if last < len(_NUMERALS) else ""
        then = _NUMERALS[last + 1] if last + 1 < len(_NUMERALS) else ""
        read = _readings(match[1])
        follows = after is not None and then in _readings(after[1])
        lost = last > 0 and _NUMERALS[last - 1] in read and follows
        if expected and (lost or (expected in read and (last or follows))):
            last += 1
            if match[1] != f"{expected}.":
                yield match.start(1), match.end(1), f"{expected}."
        elif match[1].rstrip(".,") in _NUMERALS:
            last = _NUMERALS.index(match[1].rstrip(".,")) + 1


def _readings(printed: str) -> tuple[str, ...]:
    """Return the Roman numbers that the label of a paragraph may be: "IL" is "II." or "I."."""
    bare = printed.rstrip(".,")
    if bare.isdigit():
        return ()
    shapes = [bare, bare[:-1]] if bare == printed else [bare]
    put_right = ("".join(ROMAN.get(letter, letter) for letter in shape) for shape in shapes)
    return tuple(numeral for numeral in put_right if numeral in _NUMERALS)


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
