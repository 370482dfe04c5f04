"""Targets in tables: "Chỉ tiêu | Đơn vị tính | 2026 | 2027", a row for each, a column for a year."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from . import lexicon as lx
from .figures import NUM, Quantity, value_of
from .meaning import Clause, meaning_of
from .model import Comparator, Target, Unit
from .patterns import phrase, spaced, squeeze, word
from .sections import Place

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")
_BOUND = "|".join(f"(?P<b{i}>{spaced(source)})" for i, (_, source) in enumerate(lx.BOUNDS))
# "≥ 70", "trên 90%", "60 - 70", "≤ 3 Đông Nam Á": a figure and no more than a few words after it.
_FIGURE = re.compile(
    rf"(?:(?:đạt|còn|giảm còn|duy trì|từ)\s+)?(?:(?:{_BOUND})\s*)?(?<![\d.,/])(?P<a>{NUM})\s*%?"
    rf"(?:\s*(?:[-–]|đến)\s*(?P<b>{NUM}))?\s*(?P<sign>%|‰)?(?P<up>\s*{spaced(lx.FROM_UP)})?(?![\d/.])[^\d;]{{0,40}}$",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\(([^()]{1,30})\)\s*$")
_COUNTER = re.compile(r"\W*(?:[IVX]+|[\d.]{1,6}|[a-zđ])?[.)]?\W*")
_PER = re.compile(r"‰|/\s?\d|lần(?!\w)|/", re.IGNORECASE)
_MONEY = re.compile(
    r"(?P<scale>tỷ|tỉ|triệu|nghìn|ngàn|)\s*(?:đồng|VNĐ|VND|USD)(?!\w)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with its place in the text; ``words`` on one line, without marks."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column holds what: the name, its unit, and the values with the year of each.

    Where a table parts one result among units, ``about`` says which, and ``said`` its unit.
    """

    name: int
    unit: int | None
    values: tuple[tuple[int, str | None], ...]
    about: str = ""
    said: str = ""


def cells_at(text: str, start: int, end: int) -> list[Cell]:
    """Return the cells of the row ``text[start:end]`` that is printed with bars between them."""
    out: list[Cell] = []
    at = start
    for piece in text[start:end].split("|"):
        bare = piece.strip(" *\n")
        lead = len(piece) - len(piece.lstrip(" *\n"))
        out.append(Cell(at + lead, at + lead + len(bare), squeeze(bare.replace("*", " "))))
        at += len(piece) + 1
    if out and not out[0].words:
        out = out[1:]
    return out[:-1] if out and not out[-1].words else out


def columns_of(cells: Sequence[Cell], ahead: int | None, title: str = "") -> Columns | None:
    """Return the columns that a head row names, or ``None`` where it heads no table of targets.

    ``ahead`` is the first year that was not over at the issue: columns of earlier years tell what
    was reached. Where the ``title`` above names the one result that a table is about, the units it
    is parted among stand in the place of names.
    """
    if any(len(c.words) > 80 for c in cells):  # noqa: PLR2004 - a head row has short cells
        return None
    name = _first(cells, lx.TABLE_NAMES)
    about = ""
    if name is None and title and word(lx.TABLE_OF_UNITS).match(title):
        name, about = _first(cells, lx.TABLE_PLACES), _sentence(title)
    if name is None:
        return None
    unit = None if about else _first(cells, lx.TABLE_UNITS)
    values: list[tuple[int, str | None]] = []
    for at, cell in enumerate(cells):
        years = [int(y) for y in _YEAR.findall(cell.words)]
        if at in {name, unit} or phrase(lx.TABLE_PAST).search(cell.words):
            continue
        if years and (ahead is None or max(years) >= ahead):
            values.append((at, str(max(years))))
        elif not years and unit is not None and phrase(lx.TABLE_VALUES).match(cell.words):
            values.append((at, None))
    if not values:
        return None
    said = next((m[1] for c in cells if about and (m := _IN_BRACKETS.search(c.words))), "")
    return Columns(name, unit, tuple(values), about, said)


def _sentence(title: str) -> str:
    return title.capitalize() if title.isupper() else title


def _first(cells: Sequence[Cell], source: str) -> int | None:
    return next((i for i, c in enumerate(cells) if phrase(source).match(c.words)), None)


def row_targets(
    cells: Sequence[Cell], columns: Columns, place: Place, last: str | None, *, one_year: bool
) -> list[Target]:
    """Read the values of one row; a row without any gives none.

    Args:
        cells: the cells of the row.
        columns: what the head row said.
        place: where the table stands.
        last: the deadline of columns that name no year.
        one_year: whether the plan covers a single year.

    """
    if columns.name >= len(cells) or not cells[columns.name].words:
        return []
    name = cells[columns.name]
    said = (
        cells[columns.unit].words
        if columns.unit is not None and columns.unit < len(cells)
        else columns.said
    )
    thing = f"{columns.about}: {name.words}" if columns.about else name.words
    out: list[Target] = []
    for at, year in columns.values:
        if at >= len(cells):
            continue
        for printed in cells[at].words.split(";"):
            if not (found := _FIGURE.match(printed.strip())):
                continue
            unit = _unit(
                columns.about or name.words, said, found["sign"] or ("%" if "%" in printed else "")
            )
            quantity = _quantity(found, unit, said)
            deadline = year or last
            clause = Clause(
                thing, printed.strip(), _rest_of(said), f"năm {year}" if year else "", one_year
            )
            what = ": ".join(part for part in (thing, _printed(printed, said)) if part)
            out.append(
                Target(
                    min(name.start, cells[at].start), max(name.end, cells[at].end),
                    quantity.comparator, quantity.value, quantity.upper, unit, deadline,
                    what if year is None else f"{what} (năm {year})", False, place.section, 0.85,
                    meaning_of(clause, quantity),
                )
            )  # fmt: skip
    return out


def heading_year(cells: Sequence[Cell]) -> str | None:
    """Return the year of a row that only heads those below it: "I | Đến năm 2030 | |"."""
    filled = [c.words for c in cells if not _COUNTER.fullmatch(c.words)]
    years = _YEAR.findall(filled[0]) if len(filled) == 1 else []
    return max(years) if years else None


def _unit(name: str, said: str, sign: str) -> Unit:
    if sign == "%" or "%" in said or (not said and word(lx.SHARE_NOUNS).match(name)):
        return "percent"
    if sign == "‰" or _PER.search(said):
        return "currency" if _MONEY.match(said) else "rate"
    return "currency" if _MONEY.search(said) else "count"


def _quantity(found: re.Match[str], unit: Unit, said: str) -> Quantity:
    comparator: Comparator = next(
        (n for i, (n, _) in enumerate(lx.BOUNDS) if found[f"b{i}"]), ">=" if found["up"] else "="
    )
    money = _MONEY.search(said) if unit == "currency" else None
    scale = lx.MONEY_UNITS[money["scale"].lower()] if money else 1
    value = value_of(found["a"]) * scale
    upper = value_of(found["b"]) * scale if found["b"] else None
    return Quantity(0, 0, comparator, Decimal(value), upper, unit, False, False, False, True, 0.85)


def _rest_of(said: str) -> str:
    """Return the whole that a unit names: "GDP" of "% GDP"."""
    return said.replace("%", " ").strip() if "%" in said else ""


def _printed(printed: str, said: str) -> str:
    printed = printed.strip()
    return printed if not said or said in printed else f"{printed} {said}"
