"""Numbers before headings and items that were misread, put right by the numbers around them."""

import re
from collections.abc import Iterator, Sequence

from liennganh.pure.planreader.patterns import UPPER

from .phrases import BEFORE_ROMAN, LABEL_DIGITS, ROMAN

Change = tuple[int, int, str]

_HEADING = re.compile(
    rf"(?m)^[ ]*(\S{{1,5}}[.,/]|[IHTVX]{{1,4}}[Ll]|U)(?=(?:[ ]\|)?[ ][{UPPER}]|[{UPPER}]{{2}})"
)
_ROW = re.compile(rf"(?m)^[ ]*([IVXHTLU1l]{{1,5}})(?= \| [{UPPER}])")
_AFTER_WORD = re.compile(
    rf"\b(?:{'|'.join(BEFORE_ROMAN)}) (?:[IV]{{1,3}},? )?([IVXHTLUl]{{1,4}})(?=[\s/,.;:)]|$)"
)
_GLUED = re.compile(rf"(?m)^[ ]*[IVX]{{1,4}}\.(?=[{UPPER}]{{2}})")
_LABEL = re.compile(r"(?m)^[ ]*(?:(\d{1,2})|([A-Za-z]))([./)]) ")
_NUMERALS = (
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X",
    "XI", "XII", "XIII", "XIV", "XV",
)  # fmt: skip


def labels_mended(text: str) -> Iterator[Change]:
    """Yield the changes (start, end, what is right) to the numbers of a text."""
    for match in _GLUED.finditer(text):
        yield match.end(), match.end(), " "
    yield from _numerals(list(_HEADING.finditer(text)))
    yield from _numerals(list(_ROW.finditer(text)))
    for match in _AFTER_WORD.finditer(text):
        read = _readings(match[1] + ".")
        if match[1] not in _NUMERALS and read:
            yield match.start(1), match.end(1), read[0]
    yield from _digits(text)


def _numerals(labels: Sequence["re.Match[str]"]) -> Iterator[Change]:
    """Yield the Roman numbers of headings, where what is read looks like the next that must come.

    "H." after "I." is II; a second "II." before "IV." is III, which lost a stroke.
    """
    found = [match for match in labels if _readings(match[1])]
    sign = _sign(found)
    last = 0
    for match, after in zip(found, [*found[1:], None], strict=False):
        expected = _NUMERALS[last] if last < len(_NUMERALS) else ""
        then = _NUMERALS[last + 1] if last + 1 < len(_NUMERALS) else ""
        read = _readings(match[1])
        follows = after is not None and then in _readings(after[1])
        lost = last > 0 and _NUMERALS[last - 1] in read and follows
        if expected and (lost or (expected in read and (last or follows))):
            last += 1
            if match[1] != f"{expected}{sign}":
                yield match.start(1), match.end(1), f"{expected}{sign}"
        elif match[1].rstrip(".,/") in _NUMERALS:
            last = _NUMERALS.index(match[1].rstrip(".,/")) + 1


def _sign(labels: Sequence["re.Match[str]"]) -> str:
    """Return what stands after the numbers: "." or "/", and "" in the cells of a table."""
    ends = [match[1][-1] for match in labels]
    if ends.count("/") > ends.count("."):
        return "/"
    return "" if labels and labels[0].re is _ROW else "."


def _readings(printed: str) -> tuple[str, ...]:
    """Return the Roman numbers that the label of a paragraph may be: "IL" is "II." or "I."."""
    bare = printed.rstrip(".,/")
    if bare.isdigit():
        return ()
    if printed == "U":
        return ("II", "I")  # "II." or "I/" run together
    shapes = [bare, bare[:-1]] if bare == printed else [bare]
    put_right = ("".join(ROMAN.get(letter, letter) for letter in shape) for shape in shapes)
    return tuple(numeral for numeral in put_right if numeral in _NUMERALS)


def _digits(text: str) -> Iterator[Change]:
    """Yield letters between numbers that want one digit there: "4.", "S.", "6." is "5."."""
    found = list(_LABEL.finditer(text))
    for place, match in enumerate(found):
        if not match[2] or match[2] not in LABEL_DIGITS:
            continue
        before = next((m for m in reversed(found[:place]) if m[3] == match[3] and m[1]), None)
        after = next((m for m in found[place + 1 :] if m[3] == match[3] and m[1]), None)
        if before and after and int(after[1]) - int(before[1]) == 2:  # noqa: PLR2004 - one is missing
            yield match.start(2), match.end(2), str(int(before[1]) + 1)
