"""Tables of money: a unit in the head or above it, bare numbers in the cells."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from . import lexicon as lx
from .model import BudgetLine
from .money_sources import source_of, years_in
from .outline import Node
from .patterns import phrase, squeeze
from .sections import Place

_NUMBER = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?")
_UNIT_LINE = phrase(lx.MONEY_UNIT_LINE)
_COLUMN_UNIT = phrase(lx.MONEY_COLUMN_UNIT)
_UNIT_LINES_ABOVE = 3  # paragraphs


@dataclass(frozen=True, slots=True)
class TableSums:
    """The sums found, and the indices of the rows that were read for them."""

    lines: tuple[BudgetLine, ...]
    rows: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Cell:
    start: int
    end: int
    words: str


def table_sums(nodes: Sequence[Node], places: Sequence[Place], text: str, plain: str) -> TableSums:
    """Read every table whose head names a column of money and whose unit is printed."""
    lines: list[BudgetLine] = []
    rows: set[int] = set()
    for first, last in _tables(nodes):
        cells = [_cells(nodes[i], text, plain) for i in range(first, last)]
        unit = _unit_above(nodes, first)
        head, columns = _columns(cells, unit)
        if not columns:
            continue
        rows.update(range(first, last))
        for index in range(first + head, last):
            lines += _row_sums(cells[index - first], cells[:head], columns, places[index])
    return TableSums(tuple(lines), frozenset(rows))


def _tables(nodes: Sequence[Node]) -> list[tuple[int, int]]:
    """Return the runs of rows that stand together."""
    runs: list[tuple[int, int]] = []
    for index, node in enumerate(nodes):
        if not node.row:
            continue
        if runs and runs[-1][1] == index:
            runs[-1] = (runs[-1][0], index + 1)
        else:
            runs.append((index, index + 1))
    return [run for run in runs if run[1] - run[0] > 1]


def _cells(node: Node, text: str, plain: str) -> list[_Cell]:
    raw = text[node.start : node.end]
    begin = 1 if raw.startswith("|") else 0
    stop = len(raw) - 1 if raw.endswith("|") else len(raw)
    cells: list[_Cell] = []
    at = begin
    for part in raw[begin:stop].split("|"):
        start, end = node.start + at, node.start + at + len(part)
        cells.append(_Cell(start, end, squeeze(plain[start:end])))
        at += len(part) + 1
    return cells


def _unit_above(nodes: Sequence[Node], first: int) -> int | None:
    """Return the unit that a line above the table prints ("ĐVT: triệu đồng")."""
    for node in reversed(nodes[max(0, first - _UNIT_LINES_ABOVE) : first]):
        if not node.row and (match := _UNIT_LINE.search(node.text)):
            return lx.MONEY_UNITS[match["unit"].lower()]
    return None


def _columns(cells: list[list[_Cell]], unit: int | None) -> tuple[int, dict[int, int]]:
    """Return how many rows the head has, and the unit of every column of money."""
    head = 1
    if len(cells) > 2 and not any(_amount(c.words) for c in cells[1] if c.words):  # noqa: PLR2004 - a second line of the head and a row below it
        head = 2 if any(phrase(lx.MONEY_COLUMNS).match(c.words) for c in cells[1]) else 1
    columns: dict[int, int] = {}
    for row in cells[:head]:
        for index, cell in enumerate(row):
            printed = _COLUMN_UNIT.search(cell.words)
            if printed and not phrase(lx.NO_MONEY_COLUMNS).match(cell.words):
                columns[index] = lx.MONEY_UNITS[printed["unit"].lower()]
            elif (
                unit
                and phrase(lx.MONEY_COLUMNS).match(cell.words)
                and not phrase(lx.NO_MONEY_COLUMNS).match(cell.words)
            ):
                columns[index] = unit
    return head, columns


def _amount(words: str) -> Decimal | None:
    if not _NUMBER.fullmatch(words):
        return None
    return Decimal(words.replace(".", "").replace(",", "."))


def _row_sums(
    row: list[_Cell], head: list[list[_Cell]], columns: dict[int, int], place: Place
) -> list[BudgetLine]:
    named = [c for c in row if any(x.isalpha() for x in c.words)]
    lines: list[BudgetLine] = []
    for index, unit in columns.items():
        if index >= len(row):
            continue
        cell = row[index]
        number = _amount(cell.words)
        if not number:
            continue
        label = next((c for c in named if c.start < cell.start), None)
        above = " ".join(r[index].words for r in head if index < len(r))
        source, words = source_of(above)
        if not source:
            source, words = source_of(" ; ".join(c.words for c in named))
        start = label.start if label else cell.start
        lines.append(
            BudgetLine(
                start,
                cell.end,
                int(number * unit),
                label.words if label else "",
                place.section,
                0.85,
                years_in(above),
                per_year=False,
                source=source,
                source_words=words,
            )
        )
    return lines
