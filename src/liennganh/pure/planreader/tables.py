"""Tasks in tables: head rows name the columns, every row below is a task."""

# ruff: noqa: PLR2004 - small lengths and distances in characters, explained where they stand

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from . import lexicon as lx
from .cycles import cycle_of
from .deadlines import deadline_of
from .model import Task
from .outline import Node
from .owners import field_owners, heading_bodies
from .patterns import LOWER, phrase, squeeze
from .sections import Place

_WORKING = frozenset({"action", "owner", "reporting"})


def cells_of(row: str, *, framed: bool = True) -> list[str]:
    """Return the cells of a row printed with " | " between them.

    ``framed``: a bar stands before the first cell too; without that, a row that begins with a bar
    begins with an empty cell.
    """
    inner = row.strip().removeprefix("|") if framed else row.strip()
    return [squeeze(c.replace("*", " ")) for c in inner.split("|")]


def _labels(cells: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for at, cell in enumerate(cells):
        if len(cell) > 60:
            return {}
        for name, source in lx.COLUMNS:
            if phrase(source).search(cell) and name not in found:
                found[name] = at
                break
    return found


def columns_of(cells: Sequence[str]) -> dict[str, int]:
    """Return which column holds what, by the words of the head row; empty for no head row."""
    found = _labels(cells)
    return found if "content" in found and len(found) >= 2 else {}


def _second_head(cells: Sequence[str]) -> dict[str, int]:
    """Return the columns that a second head row parts ("Chủ trì | Phối hợp" under "Thực hiện")."""
    found = _labels(cells)
    filled = [c for c in cells if c]
    named = sum(any(phrase(source).search(c) for _, source in lx.COLUMNS) for c in filled)
    return found if found and named == len(filled) and len(filled) < len(cells) else {}


_COUNTER = re.compile(r"\(?(?:[IVX]+|[\d.]{1,6}|[A-Za-zđ])[.)]?\)?|")
_GOES_ON = re.compile(f"[{LOWER}]")


@dataclass
class _Table:
    """What a run of rows has said so far."""

    year: int | None
    columns: dict[str, int] = field(default_factory=dict)
    lead: tuple[str, ...] = ()  # of the group that a row of its own names
    group: tuple[str, ...] = ()
    tasks: list[Task] = field(default_factory=list)
    framed: bool = True  # a bar stands before the first cell
    fresh: bool = False  # the row before was the head


def read_table(
    nodes: Sequence[Node], places: Sequence[Place], first: int, year: int | None = None
) -> tuple[list[Task], set[int]]:
    """Read the run of rows that begins at ``first``: its tasks and the indices it uses up.

    Lines that stand between two rows and hold nothing but a number (a page's) do not end it.
    """
    used: set[int] = set()
    table = _Table(year)
    at = first
    while at < len(nodes) and nodes[at].row:
        used.add(at)
        _read_row(table, nodes[at], places[at])
        at += 1
    return table.tasks, used


def _read_row(table: _Table, node: Node, place: Place) -> None:
    if head := columns_of(cells_of(node.text)):
        table.columns, table.fresh = head, True
        table.framed = node.text.startswith("|")
        return
    cells = cells_of(node.text, framed=table.framed)
    if not table.columns:
        return
    if table.fresh and (second := _second_head(cells)):
        table.columns = {**table.columns, **second}
        return
    table.fresh = False
    filled = [c for c in cells if c and not _COUNTER.fullmatch(c)]
    if len(filled) == 1:
        _read_group(table, node, filled[0], cells)
    elif _torn(table, cells):
        _extend(table, node, cells)
    elif task := _row_task(table, node, place, cells):
        table.tasks.append(task)


def _read_group(table: _Table, node: Node, words: str, cells: list[str]) -> None:
    """Read a row with one filled cell: the name of a group, or the rest of the row before."""
    numbered = bool(cells[0]) and cells[0] != words
    if not numbered and table.tasks and _GOES_ON.match(words):
        _extend(table, node, cells)
        return
    table.lead = heading_bodies(words)[0]
    table.group = (words,)


def _torn(table: _Table, cells: list[str]) -> bool:
    """Say whether a page break cut this row off the one before: no number, a small letter."""
    at = table.columns["content"]
    number = cells[0] if at > 0 else ""
    content = cells[at] if at < len(cells) else ""
    return (
        bool(table.tasks)
        and at > 0
        and not number
        and (not content or _GOES_ON.match(content) is not None)
    )


def _cell(table: _Table, cells: list[str], name: str) -> str:
    at = table.columns.get(name, -1)
    return cells[at] if 0 <= at < len(cells) else ""


def _extend(table: _Table, node: Node, cells: list[str]) -> None:
    last = table.tasks[-1]
    more, helpers = _owners(table, cells)
    lead = tuple(dict.fromkeys((*last.lead, *more)))
    table.tasks[-1] = replace(
        last,
        end=node.end,
        lead=lead,
        support=tuple(n for n in dict.fromkeys((*last.support, *helpers)) if n not in lead),
        text=squeeze(f"{last.text} {_cell(table, cells, 'content')}"),
    )


def _owners(table: _Table, cells: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    leads, helpers = field_owners(_cell(table, cells, "lead"))
    more, also = field_owners(_cell(table, cells, "support"))
    return leads, tuple(n for n in dict.fromkeys((*helpers, *more, *also)) if n not in leads)


def _row_task(table: _Table, node: Node, place: Place, cells: list[str]) -> Task | None:
    content = _cell(table, cells, "content")
    # "(1) | (2)" numbers columns; a table that names no owner is work only in a section of work.
    if len(content) < 8 or ("lead" not in table.columns and place.kind not in _WORKING):
        return None
    leads, support = _owners(table, cells)
    leads = leads or table.lead or place.lead
    when = _cell(table, cells, "time")
    return Task(
        node.start, node.end, leads, tuple(n for n in support if n not in leads), "giao",
        deadline_of(when, table.year, alone=True), "table" if leads else "none", content,
        (*place.section, *table.group), 0.95 if leads else 0.7, cycle_of(when),
    )  # fmt: skip
