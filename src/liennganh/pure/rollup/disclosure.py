"""Withholding small counts, so that no published total gives one away.

Counts of persons below a threshold are withheld (primary), and as many others as it takes
(complementary), in a tree of totals and their parts, level by level.

What is protected against is a reader who knows the tree, that counts are whole numbers of 0 or
more, and every published number. For each withheld count that reader's range stays wider than
±(threshold - 1) around any guess. Limits: one tree at a time. Another break-down of the same
persons, the other boundaries view, another version of the same period or knowledge from outside
can narrow the range; those need one joint decision by the register that publishes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from .errors import RollUpError
from .values import ZERO


@dataclass(frozen=True, slots=True)
class Cell:
    """A count and the parts it is the sum of; a leaf has none."""

    key: str
    value: Decimal
    parts: tuple["Cell", ...] = ()

    def __post_init__(self) -> None:
        if self.value < 0 or self.value != self.value.to_integral_value():
            raise RollUpError(f"Số đếm của {self.key} phải là số nguyên không âm.")
        if self.parts and sum((part.value for part in self.parts), ZERO) != self.value:
            raise RollUpError(f"Các phần của {self.key} cộng lại không bằng tổng.")

    @classmethod
    def total(cls, key: str, parts: tuple["Cell", ...]) -> "Cell":
        """Return the cell that is the sum of its parts."""
        return cls(key, sum((part.value for part in parts), ZERO), parts)


@dataclass(frozen=True, slots=True)
class PublishedCell:
    """A cell as it may be shown; ``value`` is ``None`` where it is withheld."""

    key: str
    value: Decimal | None
    parts: tuple["PublishedCell", ...] = ()

    @property
    def withheld(self) -> bool:
        return self.value is None


_Path = tuple[int, ...]
_Range = tuple[Decimal, Decimal | None]


def protect(cell: Cell, threshold: int) -> PublishedCell:
    """Return the tree with small counts withheld, and what would give them away.

    Counts of 0 and of ``threshold`` and more are small to nobody and stay where they can. The
    smallest count that helps is withheld first, and totals only where nothing beside them helps.

    Raises:
        RollUpError: the threshold is below 1.

    """
    if threshold < 1:
        raise RollUpError(f"Ngưỡng công bố phải từ 1 trở lên, không phải {threshold}.")
    cells = dict(_walk(cell, ()))
    withheld = {path for path, one in cells.items() if 0 < one.value < threshold}
    widest_guess = Decimal(2 * (threshold - 1))
    while True:
        shown = published(cell, withheld)
        ranges = reader_ranges(shown)
        exposed = [path for path in withheld if _width(ranges[path]) <= widest_guess]
        if not exposed:
            return shown
        # The deepest first: what is withheld below often covers what is above as well. Groups of
        # parts are independent, so each gets one more before the ranges are worked out again.
        # One given away by its own parts comes first, since it gives its siblings away too.
        deepest = max(len(path) for path in exposed)
        rising: dict[_Path, _Range] = {}
        _rise(shown, (), rising)
        known_below = {path for path in exposed if _width(rising[path]) <= widest_guess}
        chosen: dict[_Path, _Path] = {}
        for path in sorted(exposed, key=lambda p: (p not in known_below, p)):
            if len(path) == deepest:
                chosen.setdefault(path[:-1], path)
        withheld |= {
            _cover(path, cells, withheld, from_below=path in known_below)
            for path in chosen.values()
        }


def _width(ends: _Range) -> Decimal:
    low, high = ends
    return Decimal("Infinity") if high is None else high - low


def _walk(cell: Cell, path: _Path) -> Iterator[tuple[_Path, Cell]]:
    yield path, cell
    for place, part in enumerate(cell.parts):
        yield from _walk(part, (*path, place))


def published(cell: Cell, withheld: set[_Path], path: _Path = ()) -> PublishedCell:
    """Return the tree as shown when the cells at those paths are withheld."""
    parts = tuple(published(part, withheld, (*path, i)) for i, part in enumerate(cell.parts))
    return PublishedCell(cell.key, None if path in withheld else cell.value, parts)


def _cover(
    path: _Path, cells: dict[_Path, Cell], withheld: set[_Path], *, from_below: bool
) -> _Path:
    """Return the next cell to withhold so that the one at ``path`` is covered.

    ``from_below``: its own parts give it away, so one of them is taken. Otherwise its total and
    its siblings do: the smallest sibling is taken, or the total where only zeros are left, or what
    covers that total where it is withheld already. There is always one: with everything withheld
    no range has an upper end.
    """
    if from_below:
        inside = [p for p in _parts_of(path, cells) if p not in withheld]
        return min(inside, key=lambda p: (cells[p].value == 0, cells[p].value, p))
    while path:
        siblings = [p for p in _parts_of(path[:-1], cells) if p not in withheld]
        helpful = [p for p in siblings if cells[p].value > 0]
        if helpful:
            return min(helpful, key=lambda p: (cells[p].value, p))
        path = path[:-1]
        if path not in withheld:
            return path
    return min((p for p in cells if p not in withheld), key=lambda p: (len(p), cells[p].value, p))


def _parts_of(path: _Path, cells: dict[_Path, Cell]) -> list[_Path]:
    return [(*path, i) for i in range(len(cells[path].parts))]


def reader_ranges(cell: PublishedCell) -> dict[_Path, _Range]:
    """Return what a reader can work out of each cell: its least and most (``None``: no limit).

    In a tree of sums one pass up and one down is exact: each sum shares one cell with the next.
    """
    rising: dict[_Path, _Range] = {}
    _rise(cell, (), rising)
    ranges: dict[_Path, _Range] = {}
    _fall(cell, (), rising[()], rising, ranges)
    return ranges


def _rise(cell: PublishedCell, path: _Path, rising: dict[_Path, _Range]) -> _Range:
    """Return a cell's range as its own number and the cells below it tell."""
    below = [_rise(part, (*path, i), rising) for i, part in enumerate(cell.parts)]
    if cell.value is not None:
        rising[path] = (cell.value, cell.value)
    elif below:
        highs = [high for _, high in below if high is not None]
        high = sum(highs, ZERO) if len(highs) == len(below) else None
        rising[path] = (sum((low for low, _ in below), ZERO), high)
    else:
        rising[path] = (ZERO, None)
    return rising[path]


def _fall(
    cell: PublishedCell,
    path: _Path,
    known: _Range,
    rising: dict[_Path, _Range],
    ranges: dict[_Path, _Range],
) -> None:
    """Narrow the parts of a cell by the cell itself and their siblings, then go down."""
    ranges[path] = known
    total_low, total_high = known
    below = [rising[(*path, i)] for i in range(len(cell.parts))]
    lows = sum((low for low, _ in below), ZERO)
    open_ended = sum(1 for _, high in below if high is None)
    highs = sum((high for _, high in below if high is not None), ZERO)
    for i, (low, high) in enumerate(below):
        most = high
        if total_high is not None:
            room = total_high - (lows - low)
            most = room if high is None else min(high, room)
        others_open = open_ended - (1 if high is None else 0)
        least = low
        if not others_open:
            least = max(low, total_low - (highs - (high or ZERO)))
        _fall(cell.parts[i], (*path, i), (least, most), rising, ranges)
