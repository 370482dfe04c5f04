"""Tasks in tables: a head row names the columns, every row below is a task."""

# ruff: noqa: PLR2004 - small lengths and distances in characters, explained where they stand

import re
from collections.abc import Sequence

from . import lexicon as lx
from .deadlines import deadline_of
from .model import Task
from .outline import Node
from .owners import field_owners
from .patterns import phrase, squeeze
from .sections import Place


def cells_of(row: str) -> list[str]:
    """Return the cells of a row printed with " | " between them."""
    return [squeeze(c.replace("*", " ")) for c in row.strip().strip("|").split("|")]


def columns_of(cells: Sequence[str]) -> dict[str, int]:
    """Return which column holds what, by the words of the head row; empty for no head row."""
    found: dict[str, int] = {}
    for at, cell in enumerate(cells):
        if len(cell) > 60:
            return {}
        for name, source in lx.COLUMNS:
            if phrase(source).search(cell) and name not in found:
                found[name] = at
                break
    return found if "content" in found and len(found) >= 2 else {}


_COUNTER = re.compile(r"[IVX]+\.?|[\d.]{1,6}|[a-zđ][.)]?|")


def read_table(
    nodes: Sequence[Node], places: Sequence[Place], first: int
) -> tuple[list[Task], set[int]]:
    """Read the run of rows that begins at ``first``: its tasks and the indices it uses up."""
    used: set[int] = set()
    columns: dict[str, int] = {}
    tasks: list[Task] = []
    at = first
    while at < len(nodes) and nodes[at].row:
        used.add(at)
        cells = cells_of(nodes[at].text)
        if head := columns_of(cells):
            columns = head
        elif columns and (task := _row_task(nodes[at], places[at], cells, columns)):
            tasks.append(task)
        at += 1
    return tasks, used


def _row_task(node: Node, place: Place, cells: list[str], columns: dict[str, int]) -> Task | None:
    def cell(name: str) -> str:
        at = columns.get(name, -1)
        return cells[at] if 0 <= at < len(cells) else ""

    content = cell("content")
    filled = [c for c in cells if c and not _COUNTER.fullmatch(c)]
    # A row with one filled cell is a sub-heading inside the table, "(1) | (2)" numbers columns.
    if len(content) < 8 or len(filled) < 2:
        return None
    leads, helpers = field_owners(cell("lead"))
    more, also = field_owners(cell("support"))
    support = tuple(n for n in dict.fromkeys((*helpers, *more, *also)) if n not in leads)
    if not leads and place.lead:
        leads = place.lead
    return Task(
        node.start, node.end, leads, support, "giao", deadline_of(cell("time")),
        "table" if leads else "none", content, place.section, 0.95 if leads else 0.7,
    )  # fmt: skip
