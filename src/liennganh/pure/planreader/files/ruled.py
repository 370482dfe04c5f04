"""Ruled tables of a PDF, row by row.

Finding the grid is slow, so it is sought only on pages where enough lines are drawn, and on no more
than ``MAX_PAGES`` of them.
"""

import io
from collections.abc import Iterable
from dataclasses import dataclass

import pdfplumber
import pypdfium2

MAX_PAGES = 120
_RULES = 6  # drawn lines or boxes of the smallest table worth the search: two rows, two columns
_LEAST = 2  # rows and columns


@dataclass(frozen=True, slots=True)
class RuledTable:
    """A grid on a page, in points from the bottom left corner, and its rows as cells of text."""

    left: float
    bottom: float
    right: float
    top: float
    rows: tuple[tuple[str, ...], ...]


def has_rules(page: pypdfium2.PdfPage) -> bool:
    """Say whether a page draws as many lines or boxes as a table needs."""
    paths = page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH])
    return sum(1 for _ in zip(paths, range(_RULES), strict=False)) >= _RULES


def ruled_tables(data: bytes, pages: Iterable[int]) -> dict[int, tuple[RuledTable, ...]]:
    """Return the ruled tables of the given pages (from 0); a page that cannot be read has none."""
    wanted = list(pages)[:MAX_PAGES]
    found: dict[int, tuple[RuledTable, ...]] = {}
    if not wanted:
        return found
    with pdfplumber.open(io.BytesIO(data)) as document:
        for number in wanted:
            page = document.pages[number]
            tables = tuple(t for t in (_table(page, raw) for raw in page.find_tables()) if t)
            if tables:
                found[number] = tables
            page.close()
    return found


def _table(page: pdfplumber.page.Page, raw: pdfplumber.table.Table) -> RuledTable | None:
    rows = tuple(tuple(" ".join((cell or "").split()) for cell in row) for row in raw.extract())
    rows = tuple(row for row in rows if any(row))
    if len(rows) < _LEAST or max(len(row) for row in rows) < _LEAST:
        return None
    left, top, right, bottom = raw.bbox
    height = float(page.height)
    return RuledTable(float(left), height - float(bottom), float(right), height - float(top), rows)
