"""Places in a text: marked segments, ends of sentences, quotations. No database here.

All offsets count characters (code points) of the text, end exclusive.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

# Signs of Markdown that a converter left in the text: kept for the offsets, not shown.
_MARKER = re.compile(r"^[ ]{0,3}#{1,6}[ \t]*|\*{2,3}|__", re.MULTILINE)
_LINE = re.compile(r"[^\n]*(?:\n|\Z)")
_SENTENCE_END = re.compile(r"[.;:!?](?=\s)|\n+(?=\S)")
_CLAUSE_END = re.compile(r"[.;:!?,](?=\s)|\n+(?=\S)")
_EDGE = " \t\n\r\u00a0-–—+•*#"
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Mark:
    """An item to be shown at its place."""

    key: str  # of an item its primary key, of a header field its name
    start: int
    end: int
    kind: str
    state: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of one line under the same marks, the innermost first. ``hidden``: Markdown."""

    start: int
    end: int
    text: str
    marks: tuple[Mark, ...]
    hidden: bool
    # marks whose first visible segment this is: here their anchor stands
    opens: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank; ``level`` is that of the heading it is, 0 for running text."""

    start: int
    end: int
    level: int
    segments: tuple[Segment, ...]


def lines_of(text: str, marks: Sequence[Mark], headings: dict[int, int]) -> list[Line]:
    """Cut a text into lines and segments so that marks may nest and overlap freely.

    ``headings`` gives the level for the offset at which a heading line starts. Runs in the order
    of text and marks together: only marks that are open at a place are looked at there.
    """
    hidden = [match.span() for match in _MARKER.finditer(text)]
    cuts = {0, len(text)}
    for mark in marks:
        cuts.update((mark.start, mark.end))
    for start, end in hidden:
        cuts.update((start, end))
    lines = [match.span() for match in _LINE.finditer(text) if match.start() < match.end()]
    cuts.update(end for _, end in lines)
    ordered = sorted(cut for cut in cuts if 0 <= cut <= len(text))
    hidden_starts = {start for start, end in hidden if start < end}
    starting = sorted(marks, key=lambda mark: mark.start)
    levels = sorted(headings.items())
    opened: set[str] = set()
    active: list[Mark] = []
    result: list[Line] = []
    place = upcoming = heading = 0
    for line_start, line_end in lines:
        segments: list[Segment] = []
        while place < len(ordered) - 1 and ordered[place] < line_end:
            start, end = ordered[place], ordered[place + 1]
            place += 1
            while upcoming < len(starting) and starting[upcoming].start <= start:
                active.append(starting[upcoming])
                upcoming += 1
            active = [mark for mark in active if mark.end > start]
            piece = text[start:end].rstrip("\n")
            if not piece:
                continue
            covering = tuple(sorted(active, key=lambda mark: (mark.end - mark.start, mark.key)))
            invisible = start in hidden_starts
            shown = bool(piece.strip()) and not invisible
            opens = tuple(mark.key for mark in covering if shown and mark.key not in opened)
            opened.update(opens)
            segments.append(Segment(start, end, piece, covering, invisible, opens))
        level = 0
        while heading < len(levels) and levels[heading][0] < line_end:
            level = levels[heading][1]
            heading += 1
        if text[line_start:line_end].strip():
            result.append(Line(line_start, line_end, level, tuple(segments)))
    return result


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span without blanks, bullets and Markdown at its edges (may become empty)."""
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in " \t\n\r\u00a0*#":
        end -= 1
    return start, end


def split_points(text: str, start: int, end: int, *, clauses: bool = False) -> list[int]:
    """Return the offsets inside a span at which it may be cut: after a sentence, or a clause."""
    pattern = _CLAUSE_END if clauses else _SENTENCE_END
    points = [start + match.end() for match in pattern.finditer(text[start:end])]
    return [
        point
        for point in points
        if _WORD.search(text[start:point]) and _WORD.search(text[point:end])
    ]


def find_quote(text: str, quote: str) -> list[tuple[int, int]]:
    """Return every place where the quotation stands; white space and Markdown may differ."""
    words = [re.escape(word) for word in re.sub(r"[*#]+", " ", quote).split()]
    if not words:
        return []
    gap = r"[\s\u00a0*#]+"
    return [match.span() for match in re.finditer(gap.join(words), text)]


def excerpt(text: str, start: int, end: int) -> str:
    """Return the text of a span on one line, without Markdown."""
    return " ".join(re.sub(r"[*#]{1,6}", " ", text[start:end]).split())
