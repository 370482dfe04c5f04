"""Tables that a converter printed with one cell a line and no bars: put back into rows.

A head "STT / Nhiệm vụ / Cơ quan chủ trì / …" is followed by a counter alone on its line, the cells
of the row, and the next counter. The line ends between cells become bars, so the length stays.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from . import lexicon as lx
from .patterns import LOWER, phrase

_HEAD = re.compile(rf"(?m:^[ ]*{lx.COUNTER_COLUMN}[ ]*\n)", re.IGNORECASE)
_LINE = re.compile(r"[^\n]*\n?")
_GOES_ON = re.compile(rf"\s*[{LOWER}]")
_COLUMNS = range(3, 11)  # with the counter
_LONGEST_LABEL = 60  # characters
_FEWEST = 2  # rows; one alone may be anything
_LONGEST_ROW = 40  # lines

Line = tuple[int, str]  # where it starts, and its characters without the line end
Row = list[list[Line]]  # the lines of each cell


def in_rows(text: str) -> str:
    """Return the text with such tables as rows with bars; anything else stays as it is."""
    at = 0
    pieces: list[str] = []
    for head in _HEAD.finditer(text):
        if head.start() < at:
            continue
        rows = _table(text, head.start())
        if len(rows) <= _FEWEST:
            continue
        pieces += [text[at : head.start()], *_printed(text, head.start(), rows)]
        at = rows[-1][-1][-1][0] + len(rows[-1][-1][-1][1])
    return "".join([*pieces, text[at:]]) if pieces else text


def _lines(text: str, at: int) -> Iterator[Line]:
    for match in _LINE.finditer(text, at):
        if match.group():
            yield match.start(), match.group().rstrip("\n")


def _table(text: str, start: int) -> list[Row]:
    """Return the head and the rows that follow it, as long as each is whole."""
    lines = _lines(text, start)
    head: list[Line] = []
    for line in islice(lines, _LONGEST_ROW):
        words = line[1].strip()
        if words in {"1", "01"}:
            first = line
            break
        if len(words) > _LONGEST_LABEL or "|" in words or len(head) >= _COLUMNS.stop:
            return []
        head += [line] if words else []
    else:
        return []
    if len(head) not in _COLUMNS or not _is_head(head):
        return []
    rows: list[Row] = [[[line] for line in head]]
    found: Line | None = first
    while found is not None:
        row, found = _row(lines, found, len(rows), len(head))
        if not row:
            break
        rows.append(row)
    return rows


def _is_head(head: Sequence[Line]) -> bool:
    names = {
        name for _, label in head for name, source in lx.COLUMNS if phrase(source).search(label)
    }
    return {"content", "lead"} <= names


def _row(
    lines: Iterator[Line], counter: Line, number: int, columns: int
) -> tuple[Row, Line | None]:
    """Return the cells of one row and the counter that opens the next, if one does.

    A line that begins small goes on with its cell. The last row ends where it is full.
    """
    cells: Row = [[counter]]
    following = {str(number + 1), f"{number + 1:02d}"}
    blank = False
    for line in islice(lines, _LONGEST_ROW):
        words = line[1].strip()
        if words in following:
            return (cells, line) if len(cells) == columns else ([], None)
        if not words:
            if len(cells) == columns:
                blank = True
            continue
        if "|" in words:
            break
        if len(cells) > 1 and not blank and _GOES_ON.match(line[1]):
            cells[-1].append(line)
        elif len(cells) == columns:
            break
        else:
            cells.append([line])
    return (cells if len(cells) == columns else [], None)


def _printed(text: str, start: int, rows: Sequence[Row]) -> Iterator[str]:
    """Yield the table with a bar for the line end before every cell but the first of a row."""
    at = start
    for row in rows:
        for place, cell in enumerate(row):
            for part, (begins, words) in enumerate(cell):
                gap = text[at:begins]
                if place and not part:
                    gap = gap.replace("\n", "|", 1).replace("\n", " ")
                elif part:
                    gap = gap.replace("\n", " ")
                yield gap + words
                at = begins + len(words)
