"""Ruled tables in a picture: long straight lines, the grids they form, and the cells of a grid.

Works at half of the picture's resolution with the means of Pillow alone: a picture shrunk along one
axis shows a line of ink as a dot that stayed black, and text as grey.
"""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image, ImageFilter

Box = tuple[int, int, int, int]  # left, top, right, bottom in pixels

_INK = 190  # darker than this is ink (0 black, 255 white)
_STEP = 16  # pixels of the halved picture that must be ink throughout
_SHORTEST = 4  # steps of the shortest line: 1.1 cm at 300 dpi
_NEAR = 10  # pixels (halved) within which lines meet
_LEAST_LINES = 3  # of each direction: two rows and two columns
_MOST_CELLS = 600
_RUN = re.compile(rb"\xff+")


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line: where it lies across its direction, and from where to where it runs."""

    at: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: its place, and the boxes of its cells row by row."""

    box: Box
    rows: tuple[tuple[Box, ...], ...]


def grids_of(page: Image.Image) -> tuple[Grid, ...]:
    """Return the ruled tables of an upright page (mode "L"), from the top down."""
    # A line of one pixel is grey after the halving, and must survive it.
    small = page.reduce(2).point(lambda value: 255 if value < _INK else 0)
    across = _lines(small)
    down = _lines(small.transpose(Image.Transpose.TRANSPOSE))
    grids = []
    for rows, columns in _meeting(across, down):
        grid = _grid(_held(rows, columns), _held(columns, rows))
        if grid is not None:
            grids.append(grid)
    return tuple(sorted(grids, key=lambda grid: grid.box[1]))


def _lines(ink: Image.Image) -> list[Line]:
    """Return the lines that run from left to right."""
    thick = ink.filter(ImageFilter.MaxFilter(3))  # a line a little askew stays whole
    steps = thick.reduce((_STEP, 1)).point(lambda value: 255 if value > 240 else 0)  # noqa: PLR2004 - ink but for a gap
    width, height = steps.size
    raw = steps.tobytes()
    found: list[list[int]] = []  # first row, last row, start, end
    near: list[list[int]] = []  # those that may still go on
    for y in range(height):
        near = [line for line in near if y - line[1] <= _NEAR // 2]
        row = raw[y * width : (y + 1) * width]
        for run in _RUN.finditer(row):
            if run.end() - run.start() < _SHORTEST:
                continue
            start, end = run.start() * _STEP, run.end() * _STEP
            line = next((one for one in reversed(near) if _overlap(one, start, end)), None)
            if line is None:
                near.append([y, y, start, end])
                found.append(near[-1])
            else:
                line[1:] = y, min(line[2], start), max(line[3], end)
    # A thick band is a picture or a stamp, not a line.
    return [
        Line((first + last) // 2, start, end)
        for first, last, start, end in found
        if last - first <= 3 * _NEAR
    ]


def _overlap(line: list[int], start: int, end: int) -> bool:
    return start <= line[3] + _STEP and end >= line[2] - _STEP


def _meeting(across: list[Line], down: list[Line]) -> Iterator[tuple[list[Line], list[Line]]]:
    """Yield the groups of lines that touch one another."""
    left = set(range(len(down)))
    rows = set(range(len(across)))
    while rows:
        group_rows, group_columns = {rows.pop()}, set[int]()
        grown = True
        while grown:
            columns = {c for c in left if any(_touch(across[r], down[c]) for r in group_rows)}
            left -= columns
            group_columns |= columns
            more = {r for r in rows if any(_touch(across[r], down[c]) for c in columns)}
            rows -= more
            group_rows |= more
            grown = bool(columns or more)
        yield [across[r] for r in group_rows], [down[c] for c in group_columns]


def _touch(row: Line, column: Line) -> bool:
    near = 2 * _NEAR
    return (
        row.start - near <= column.at <= row.end + near
        and column.start - near <= row.at <= column.end + near
    )


def _held(lines: list[Line], others: list[Line]) -> list[Line]:
    """Return the lines that begin and end at another: a bold word is as long, but ends anywhere."""
    near = _NEAR + _STEP
    places = [other.at for other in others]
    return [
        line
        for line in lines
        if any(abs(line.start - at) <= near for at in places)
        and any(abs(line.end - at) <= near for at in places)
    ]


def _grid(rows: list[Line], columns: list[Line]) -> Grid | None:
    ys, xs = _places(rows), _places(columns)
    if len(ys) < _LEAST_LINES or len(xs) < _LEAST_LINES:
        return None
    if (len(ys) - 1) * (len(xs) - 1) > _MOST_CELLS:
        return None
    cells = tuple(
        tuple(
            (2 * xs[x], 2 * top, 2 * xs[right], 2 * bottom)
            for x, right in _spans(xs, columns, (top + bottom) // 2)
        )
        for top, bottom in itertools.pairwise(ys)
    )
    if max(len(row) for row in cells) < _LEAST_LINES - 1:
        return None
    return Grid((2 * xs[0], 2 * ys[0], 2 * xs[-1], 2 * ys[-1]), cells)


def _places(lines: list[Line]) -> list[int]:
    """Return where lines lie, those that continue one another counted once."""
    found: list[int] = []
    for at in sorted(line.at for line in lines):
        if not found or at - found[-1] > _NEAR:
            found.append(at)
    return found


def _spans(xs: list[int], columns: list[Line], y: int) -> Iterator[tuple[int, int]]:
    """Yield the cells of a row as (first, last) places, where no line parts them as one cell."""
    first = 0
    for place in range(1, len(xs)):
        last = place == len(xs) - 1
        parted = any(
            abs(line.at - xs[place]) <= _NEAR and line.start <= y <= line.end for line in columns
        )
        if last or parted:
            yield first, place
            first = place
