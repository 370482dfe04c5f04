"""What stands on a page but not in its text: running heads, page numbers, notes at its foot."""

import re
from collections import Counter
from collections.abc import Sequence

from .grids import Row
from .textlines import Line

_PAGE_NUMBER = re.compile(
    r"[-–—\s]*(?:(?:[Tt]rang|[Pp]age)\s*(?:số\s*)?:?\s*)?\d{1,4}(?:\s*(?:/|of|trên)\s*\d{1,4})?[-–—\s]*"
)
_EDGE = 3  # lines at the head or foot of a page that may repeat
_NOTE = re.compile(r"[\[(]?(\d{1,3}|\*{1,3})[\])]?\s*\S")
_NOTE_SIZE = 0.93  # of the size of the text: notes are set smaller

Page = list[Line | Row]


def without_running(pages: Sequence[Page]) -> list[Page]:
    """Drop page numbers and the lines that head or foot most pages in one place."""
    tally: Counter[tuple[str, int]] = Counter()
    for page in pages:
        tally.update({key for line in _edges(page) for key in _keys(line)})
    least = max(2, len(pages) * 0.4) if len(pages) > 2 else 2  # noqa: PLR2004 - of two pages both
    often = {key for key, count in tally.items() if count >= least}
    out: list[Page] = []
    for page in pages:
        edges = {id(line) for line in _edges(page)}
        outer = {id(page[0]), id(page[-1])} if page else set()
        kept: Page = []
        for line in page:
            running = isinstance(line, Line) and (
                (id(line) in edges and any(key in often for key in _keys(line)))
                or (id(line) in outer and _PAGE_NUMBER.fullmatch(line.text))
            )
            if not running:
                kept.append(line)
        # A page that would be left bare is no frame around nothing: it repeats another.
        out.append(kept or list(page))
    return out


def _edges(page: Page) -> list[Line]:
    near = page if len(page) <= 2 * _EDGE else [*page[:_EDGE], *page[-_EDGE:]]
    return [line for line in near if isinstance(line, Line)]


def _keys(line: Line) -> tuple[tuple[str, int], ...]:
    """Return the shape of a line with its height, which may be a few points off."""
    shape = re.sub(r"\d+", "#", line.text.strip())
    at = int(line.base // 6)
    return (shape, at), (shape, at + 1)


def without_notes(page: Page, size: float) -> tuple[Page, int]:
    """Drop the notes at the foot of a page, given the size of the text; return how many there were.

    Only lines that answer to a raised mark in the text of the page are notes.
    """
    marks = {mark for line in page if isinstance(line, Line) for mark in line.marks}
    if not marks:
        return page, 0
    at = len(page)
    first = at
    while at:
        line = page[at - 1]
        if not isinstance(line, Line) or (
            line.size > _NOTE_SIZE * size and not _PAGE_NUMBER.fullmatch(line.text)
        ):
            break
        at -= 1
        match = _NOTE.match(line.text)
        if (match and match[1] in marks) or (line.marks and line.size <= _NOTE_SIZE * size):
            first = at
    notes = [line for line in page[first:] if isinstance(line, Line) and _NOTE.match(line.text)]
    return page[:first], len(notes)
