"""Putting pages together: without page numbers and running heads, whole across page ends."""

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from liennganh.pure.vietnamese import fold

from .layout import Doubt, Lines

_PAGE_NUMBER = re.compile(
    r"[\W_]*(?:(?:[Tt]rang|[Pp]age)\s*)?[\dOolI]{1,3}(?:\s*/\s*\d{1,3})?[\W_]*"
)
_EDGE = 2  # lines at the top and at the foot of a page
_OFTEN = 3  # pages that bear the same line
_SHARE = 0.6
_BAR = re.compile(r" ?\| ?")
_LEAST_CELLS = 3  # of a table's row; two columns of a head are none


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a page; its doubts lie within it. ``open_end``: the next page may go on with it."""

    text: str
    doubts: tuple[Doubt, ...]
    indented: bool
    open_end: bool

    @property
    def cells(self) -> int:
        return len(_BAR.split(self.text)) if "|" in self.text else 1


def put_together(
    pages: Sequence[tuple[str, Sequence[Doubt], bool]],
) -> tuple[str, tuple[Doubt, ...], tuple[tuple[int, int], ...]]:
    """Return the text of a document, its doubts, and the stretch of each page in it.

    Pages come as ``layout.text_of_rows`` gives them, each with whether it follows the one before;
    "" stands for a page without text. A paragraph or a table's row that a page end tears is one
    again, and belongs to the page it begins on.
    """
    often = _running([text for text, _, _ in pages])
    lines: list[_Line] = []
    firsts: list[int] = []  # the line that each page begins with
    rows: set[str] = set()  # shapes of rows so far: the head of a table is printed on each page
    for text, doubts, follows in pages:
        firsts.append(len(lines))
        for number, line in enumerate(_kept(text, doubts, often)):
            if line.cells >= _LEAST_CELLS:
                if number == 0 and _shape(line.text) in rows:
                    firsts[-1] = len(lines)
                    continue
                rows.add(_shape(line.text))
            first = bool(lines) and len(lines) == firsts[-1]
            if first and follows and _torn(lines[-1], line):
                lines[-1] = _joined(lines[-1], line)
            else:
                lines.append(line)
    out = Lines()
    starts = []
    for line in lines:
        if out.length:
            out.add("\n")
        starts.append(out.length)
        out.extend(line.text, line.doubts)
    starts.append(out.length)
    edges = [starts[first] for first in (*firsts, len(lines))]
    spans = tuple(itertools.pairwise(edges))
    return "".join(out.parts), tuple(out.doubts), spans


def _lines(text: str) -> Iterator["re.Match[str]"]:
    return (match for match in re.finditer(r"[^\n]+", text) if match.group().strip())


def _running(texts: Sequence[str]) -> frozenset[str]:
    """Return the shapes of lines that head or foot most pages."""
    shapes: Counter[str] = Counter()
    for text in texts:
        lines = [match.group() for match in _lines(text)]
        edges = (*lines[:_EDGE], *lines[-_EDGE:])
        shapes.update({_shape(line) for line in edges if line.count("|") < _LEAST_CELLS - 1})
    least = max(_OFTEN, len(texts) * _SHARE)
    return frozenset(shape for shape, count in shapes.items() if count >= least)


def _shape(line: str) -> str:
    """Return a line as it is compared: misread tones and the page's number do not count."""
    return re.sub(r"\W+", " ", re.sub(r"\d+", "#", fold(line))).strip()


def _kept(text: str, doubts: Sequence[Doubt], often: frozenset[str]) -> Iterator[_Line]:
    lines = list(_lines(text))
    for number, match in enumerate(lines):
        words = match.group().strip(" ")
        edge = number < _EDGE or number >= len(lines) - _EDGE
        if edge and (_PAGE_NUMBER.fullmatch(words) or _shape(words) in often):
            continue
        start = match.start() + len(match.group()) - len(match.group().lstrip(" "))
        yield _Line(
            words,
            tuple(
                (max(s - start, 0), min(e - start, len(words)), certainty)
                for s, e, certainty in doubts
                if s < start + len(words) and e > start
            ),
            indented=match.group().startswith(" "),
            open_end=match.end() == len(text),
        )


def _torn(last: _Line, line: _Line) -> bool:
    """Say whether the first line of a page goes on with the last of the page before."""
    if line.cells >= _LEAST_CELLS:
        return last.cells == line.cells and line.text.startswith("|")
    return last.open_end and not line.indented and "|" not in last.text + line.text


def _joined(one: _Line, two: _Line) -> _Line:
    """Put two lines together: row by row cell for cell, else end to end."""
    out = Lines()
    if two.cells < _LEAST_CELLS:
        out.extend(one.text, one.doubts)
        out.add(" ")
        out.extend(two.text, two.doubts)
    else:
        for number, cells in enumerate(zip(_cells(one), _cells(two), strict=True)):
            if number:
                out.add(" | ")
            for place, (text, doubts) in enumerate(cell for cell in cells if cell[0]):
                if place:
                    out.add(" ")
                out.extend(text, doubts)
    return _Line("".join(out.parts), tuple(out.doubts), one.indented, two.open_end)


def _cells(line: _Line) -> Iterator[tuple[str, list[Doubt]]]:
    start = 0
    for end, after in (*(m.span() for m in _BAR.finditer(line.text)), (len(line.text), 0)):
        yield (
            line.text[start:end],
            [
                (max(s, start) - start, min(e, end) - start, certainty)
                for s, e, certainty in line.doubts
                if s < end and e > start
            ],
        )
        start = after
