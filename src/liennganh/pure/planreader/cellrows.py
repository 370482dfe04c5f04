"""Rows of a table that a converter printed with every cell and every bar on a line of its own."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

_FEWEST = 8  # bars; fewer are no table
_COLUMNS = range(2, 15)

Line = tuple[int, str]  # where it starts, and its characters with the line end


def cell_rows(lines: Sequence[Line]) -> dict[int, int]:
    """Return, by the index of its first line, the index of the last line of every such row.

    A row is a bar, then cell after cell with a bar after each. How many cells a row has is told by
    the first row, which ends where two bars follow each other; later rows may have empty cells.
    """
    rows: dict[int, int] = {}
    for run in _runs(lines):
        bars = [i for i in run if lines[i][1].strip() == "|"]
        columns = _columns(lines, bars)
        if len(bars) < _FEWEST or columns not in _COLUMNS:
            continue
        for at in range(0, len(bars) - columns, columns + 1):
            rows[bars[at]] = bars[at + columns]
    return rows


def _runs(lines: Sequence[Line]) -> Iterator[list[int]]:
    """Yield runs of lines in which a bar stands alone at least every fourth line."""
    run: list[int] = []
    since = 0
    for index, (_, line) in enumerate(lines):
        words = line.strip()
        since = 0 if words == "|" else since + bool(words)
        if words == "|" or (run and since <= 4 and "|" not in words):  # noqa: PLR2004 - lines of one cell
            run.append(index)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _columns(lines: Sequence[Line], bars: Sequence[int]) -> int:
    """Count the cells up to the first two bars with nothing between them."""
    for count, (one, two) in enumerate(pairwise(bars)):
        if not any(lines[i][1].strip() for i in range(one + 1, two)):
            return count
    return 0
