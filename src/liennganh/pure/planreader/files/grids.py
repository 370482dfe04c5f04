"""Ruled tables of a PDF page: the drawn rules make a grid, its cells take the text inside them."""

import ctypes
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import pypdfium2
from pypdfium2 import raw

from .glyphs import Piece, Upright
from .heads import in_one
from .joining import joined
from .textlines import lines_of

_THIN = 3.0  # points: a filled box no thicker is a rule
_NEAR = 2.5  # points: edges no farther apart are one
_SHORT = 4.0  # points: shorter strokes are no rules
_MAX_PATHS = 20_000  # looked at on one page: drawings have more
_MAX_RULES = 6_000  # drawn on one page
_MAX_LINES = 400  # left after joining those in line
_MAX_POINTS = 20_000
_MAX_CELLS = 20_000
_LEAST_EDGES = 3  # across: two columns

_Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across (``at`` is its height) or down (``at`` its distance from the left)."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: its cells and the edges of its columns, ``base`` its lower edge."""

    cells: tuple[str, ...]
    edges: tuple[float, ...]
    base: float


@dataclass(frozen=True, slots=True)
class Grid:
    """Edges of a table, from left to right and from top to bottom, and the owner of each cell."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    owners: tuple[tuple[tuple[int, int], ...], ...]

    def width_of(self, cell: tuple[int, int]) -> float:
        """Return how wide a merged cell is, in points."""
        columns = [n for n, owner in enumerate(self.owners[cell[0]]) if owner == cell]
        return self.xs[columns[-1] + 1] - self.xs[columns[0]] if columns else 0.0

    def cell_at(self, x: float, y: float) -> tuple[int, int] | None:
        """Return row and column of the merged cell at a point."""
        column = bisect_right(self.xs, x) - 1
        row = bisect_right([-edge for edge in self.ys], -y) - 1
        if 0 <= column < len(self.xs) - 1 and 0 <= row < len(self.ys) - 1:
            return self.owners[row][column]
        return None


def grids_of(page: pypdfium2.PdfPage, upright: Upright) -> list[Grid]:
    """Return the ruled tables of a page from top to bottom."""
    across: list[Rule] = []
    down: list[Rule] = []
    for box in _rule_boxes(page):
        left, bottom, right, top = upright.box(*box)
        if right - left >= _SHORT > top - bottom:
            across.append(Rule((top + bottom) / 2, left, right))
        elif top - bottom >= _SHORT > right - left:
            down.append(Rule((left + right) / 2, bottom, top))
    across, down = _joined(across), _joined(down)
    if len(across) + len(down) > _MAX_LINES:
        return []
    grids = [grid for part in _connected(across, down) if (grid := _grid(*part))]
    return sorted(grids, key=lambda g: -g.ys[0])


def _rule_boxes(page: pypdfium2.PdfPage) -> Iterator[tuple[float, float, float, float]]:
    count = points = 0
    paths = page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=4)
    for item in islice(paths, _MAX_PATHS):
        for box, size in _thin_boxes(item.raw):
            count += 1
            points += size
            if count > _MAX_RULES or points > _MAX_POINTS:
                return
            yield box


def _thin_boxes(path: Any) -> Iterator[tuple[tuple[float, float, float, float], int]]:
    """Yield the box of each thin stretch of a path, with how many points it took to find."""
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(path, matrix)
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, fill, stroke)
    total = min(raw.FPDFPath_CountSegments(path), _MAX_POINTS)
    for points in _subpaths(path, total, matrix):
        xs, ys = [p[0] for p in points], [p[1] for p in points]
        box = (min(xs), min(ys), max(xs), max(ys))
        if min(box[2] - box[0], box[3] - box[1]) <= _THIN:
            yield box, len(points)
        elif stroke.value:
            for (x1, y1), (x2, y2) in zip(points, (*points[1:], points[0]), strict=True):
                if min(abs(x1 - x2), abs(y1 - y2)) <= _THIN:
                    yield (min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)), 1


def _subpaths(path: Any, total: int, matrix: Any) -> Iterator[list[tuple[float, float]]]:
    points: list[tuple[float, float]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(total):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO and points:
            yield points
            points = []
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        points.append(
            (
                matrix.a * x.value + matrix.c * y.value + matrix.e,
                matrix.b * x.value + matrix.d * y.value + matrix.f,
            )
        )
    if points:
        yield points


def _joined(rules: list[Rule]) -> list[Rule]:
    """Join rules in line with each other, as borders are drawn cell by cell."""
    out: list[Rule] = []
    level: list[Rule] = []
    for rule in sorted(rules, key=lambda r: r.at):
        if level and rule.at - level[0].at > _NEAR:
            out += _end_to_end(level)
            level = []
        level.append(rule)
    return out + _end_to_end(level)


def _end_to_end(level: list[Rule]) -> list[Rule]:
    out: list[Rule] = []
    for rule in sorted(level, key=lambda r: r.start):
        if out and rule.start <= out[-1].end + _NEAR:
            out[-1] = Rule(out[-1].at, out[-1].start, max(out[-1].end, rule.end))
        else:
            out.append(rule)
    return out


def _connected(
    across: Sequence[Rule], down: Sequence[Rule]
) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Yield the groups of rules that touch each other."""
    left_across, left_down = list(across), list(down)
    while left_down:
        part_down, part_across = [left_down.pop()], list[Rule]()
        grew = True
        while grew:
            touched = [a for a in left_across if any(_touch(a, d) for d in part_down)]
            left_across = [a for a in left_across if a not in touched]
            part_across += touched
            more = [d for d in left_down if any(_touch(a, d) for a in touched)]
            left_down = [d for d in left_down if d not in more]
            part_down += more
            grew = bool(touched)
        yield part_across, part_down


def _touch(across: Rule, down: Rule) -> bool:
    return (
        across.start - _NEAR <= down.at <= across.end + _NEAR
        and down.start - _NEAR <= across.at <= down.end + _NEAR
    )


def _edges(values: Sequence[float]) -> list[float]:
    out: list[float] = []
    for value in sorted(values):
        if not out or value - out[-1] > 2 * _NEAR:
            out.append(value)
    return out


def _grid(across: list[Rule], down: list[Rule]) -> Grid | None:
    if len(across) < 2 or not down:  # noqa: PLR2004 - a table has a rule above and one below
        return None
    ends = (min(r.start for r in across), max(r.end for r in across))
    xs = _edges([*(r.at for r in down), *ends])
    ys = _edges([r.at for r in across])[::-1]
    if len(xs) < _LEAST_EDGES or len(ys) < 2 or len(xs) * len(ys) > _MAX_CELLS:  # noqa: PLR2004
        return None
    rows, columns = len(ys) - 1, len(xs) - 1
    by_x = _covers(down, xs)
    by_y = _covers(across, ys)
    owners: list[list[tuple[int, int]]] = []
    for row in range(rows):
        owners.append([])
        for column in range(columns):
            owner = (row, column)
            if column and not by_x(column, ys[row + 1], ys[row]):
                owner = owners[row][column - 1]
            elif row and not by_y(row, xs[column], xs[column + 1]):
                owner = owners[row - 1][column]
            owners[row].append(owner)
    return Grid(tuple(xs), tuple(ys), tuple(tuple(row) for row in owners))


def _covers(rules: Sequence[Rule], edges: Sequence[float]) -> Callable[[int, float, float], bool]:
    """Return the question whether the edge of a number is drawn over most of a stretch."""
    drawn: list[list[_Interval]] = [
        [(r.start, r.end) for r in rules if abs(r.at - edge) <= 2 * _NEAR] for edge in edges
    ]

    def covered(edge: int, start: float, end: float) -> bool:
        length = sum(max(0.0, min(end, b) - max(start, a)) for a, b in drawn[edge])
        return length > (end - start) / 2

    return covered


def rows_of(grid: Grid, pieces: Sequence[Piece]) -> tuple[list[Row], list[Piece]]:
    """Return the rows of a table and the pieces of text that stand outside of it.

    A cell merged downwards repeats its text in each row, one merged across stands in its first.
    """
    inside: dict[tuple[int, int], list[Piece]] = {}
    outside: list[Piece] = []
    for piece in pieces:
        for part in _split(piece, grid):
            middle = (part.left + min(part.right, part.left + part.size)) / 2
            cell = grid.cell_at(middle, part.base + 0.3 * part.size)
            if cell is None:
                outside.append(part)
            else:
                inside.setdefault(cell, []).append(part)
    texts = {cell: _cell_text(found, grid.width_of(cell)) for cell, found in inside.items()}
    rows = []
    for number, owners in enumerate(grid.owners):
        cells = tuple(
            "" if column and owners[column - 1] == owner else texts.get(owner, "")
            for column, owner in enumerate(owners)
        )
        rows.append(Row(cells, grid.xs, grid.ys[number + 1]))
    return [row for row in rows if any(row.cells)], outside


def _split(piece: Piece, grid: Grid) -> list[Piece]:
    """Part a text object that runs over the edge of a column."""
    inner = grid.xs[1:-1]
    level = grid.ys[-1] <= piece.base <= grid.ys[0]
    if not level or not any(piece.left + 1 < x < piece.right - 1 for x in inner):
        return [piece]
    parts: dict[int, Piece] = {}
    for at, char in enumerate(piece.chars):
        column = bisect_right(inner, (piece.lefts[at] + piece.rights[at]) / 2)
        part = parts.setdefault(column, Piece(piece.base, piece.size, piece.bold, piece.font))
        part.chars.append(char)
        part.lefts.append(piece.lefts[at])
        part.rights.append(piece.rights[at])
    if not all(grid.cell_at(p.left + 1, p.base + 0.3 * p.size) for p in parts.values()):
        return [piece]
    owners = [grid.cell_at(p.left + 1, p.base + 0.3 * p.size) for p in parts.values()]
    return [piece] if len(set(owners)) == 1 else list(parts.values())


def _cell_text(pieces: Sequence[Piece], width: float) -> str:
    """Join the lines of a cell; one that ended although more would have fitted is a paragraph."""
    paragraphs: list[str] = []
    room = 0.0  # left on the line before
    for line in lines_of(pieces):
        words = line.text.replace("|", " ")
        if paragraphs and line.first + line.size > room:
            paragraphs[-1] = joined(paragraphs[-1], words)
        else:
            paragraphs.append(words)
        room = width - (line.right - line.left)
    return in_one(paragraphs)
