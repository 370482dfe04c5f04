"""Sums of money that a plan prints: which is a total, by year and source, and whether they add up.

A total is never added to its parts, nor sums by year to the same money by source.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from liennganh.pure.vietnamese import fold

Years = tuple[int, int]

# Folded words that stand before or in the clause of a sum.
_TOTAL = re.compile(
    r"\btong (?:kinh phi|cong|so|muc|du toan|von|nhu cau|cac)\b|\btong\b(?! hop| ket)"
)
_PART = re.compile(r"\btrong do\b|\bbao gom\b|\bgom\b|\bchia ra\b")
_LOOK_BACK = 60  # characters before a sum's clause: "Trong đó:" stands there
_FEWEST_PARTS = 2


@dataclass(frozen=True)
class Sum:
    """A sum as a plan prints it; ``key`` leads back to its item or row."""

    key: int
    section: tuple[str, ...]
    amount: int  # đồng
    years: Years | None
    per_year: bool
    source: str
    source_words: str
    standing: str

    @property
    def whole(self) -> int:
        """The sum over all its years."""
        if self.per_year and self.years:
            return self.amount * (self.years[1] - self.years[0] + 1)
        return self.amount

    @property
    def single_year(self) -> bool:
        return self.years is not None and self.years[0] == self.years[1]


@dataclass(frozen=True)
class Mismatch:
    """A total and what its parts come to, split in one way ("year", "source" or "" for neither)."""

    total: Sum
    parts: tuple[Sum, ...]
    split: str
    adds_to: int


def standings(text: str, spans: Sequence[tuple[int, int]]) -> list[str]:
    """Return for each sum, in document order, whether its words make it a total or a part.

    "Trong đó:" holds for the sums after it until the paragraph of another total, and only where
    there is a total for them to be within.
    """
    found: list[str] = []
    before, in_parts, has_total = 0, False, False
    for start, end in spans:
        lead = fold(text[max(before, start - _LOOK_BACK) : start])
        words = f"{lead} {fold(text[start:end])}"
        if _PART.search(words) and has_total:
            in_parts = True
        elif _TOTAL.search(words):
            in_parts, has_total = False, True
            found.append("total")
            before = end
            continue
        elif "\n\n" in text[before:start] and not _is_list_row(text, start):
            in_parts = False
        found.append("part" if in_parts else "")
        before = end
    return found


def _is_list_row(text: str, start: int) -> bool:
    """Tell whether the line of a sum is a row of a list, which goes on with the parts above it."""
    line = text[text.rfind("\n", 0, start) + 1 :].lstrip()
    return line.startswith(("-", "+", "*", "•", "–", "|"))


def parts_of(sums: Sequence[Sum]) -> Iterator[tuple[Sum, tuple[Sum, ...]]]:
    """Return each total with the parts that follow it, up to the next total."""
    total: Sum | None = None
    parts: list[Sum] = []
    for one in sums:
        if one.standing == "total":
            if total is not None:
                yield total, tuple(parts)
            total, parts = one, []
        elif total is not None and (one.standing == "part" or _year_within(one, total)):
            parts.append(one)
    if total is not None:
        yield total, tuple(parts)


def _year_within(one: Sum, total: Sum) -> bool:
    """Tell whether a sum of one year lies in the several years of a total of the same section."""
    if one.years is None or total.years is None or one.section != total.section:
        return False
    within = total.years[0] <= one.years[0] and one.years[1] <= total.years[1]
    return within and one.years != total.years


def mismatches(sums: Sequence[Sum]) -> list[Mismatch]:
    """Return the totals that differ from the sum of their parts.

    A single part may be a part of the whole ("trong đó ngân sách tỉnh …"): it is told only where it
    is larger than the total.
    """
    found = []
    for total, parts in parts_of(sums):
        for split, group in _splits(parts):
            adds_to = sum(one.whole for one in group)
            too_few = len(group) < _FEWEST_PARTS
            if adds_to > total.whole or (adds_to < total.whole and not too_few):
                found.append(Mismatch(total, group, split, adds_to))
    return found


def _splits(parts: Sequence[Sum]) -> Iterator[tuple[str, tuple[Sum, ...]]]:
    """Return the parts by the way they split their total: by year, by source, or neither."""
    by_year = tuple(one for one in parts if one.single_year and not one.source)
    by_source = tuple(one for one in parts if one.source and not one.single_year)
    other = tuple(one for one in parts if one not in by_year and one not in by_source)
    if by_year and by_source:
        yield "year", by_year
        yield "source", by_source
    elif parts:
        yield ("year" if by_year else "source" if by_source else ""), tuple(parts)
    if by_year and by_source and other:
        yield "", other


@dataclass(frozen=True)
class MoneyTable:
    """Money by year and source: ``cells[row][column]`` in đồng, None where nothing is printed.

    ``years`` are the rows (None: no year printed), ``sources`` the columns ("" : no source
    printed). ``totals`` are the printed totals. ``row_sums`` add a row; ``whole`` adds all rows,
    and is None where rows overlap (a sum of the whole period beside sums of its years) or only
    totals are printed.
    """

    years: tuple[Years | None, ...]
    sources: tuple[str, ...]
    cells: tuple[tuple[int | None, ...], ...]
    row_sums: tuple[int, ...]
    totals: tuple[Sum, ...]
    whole: int | None
    overlapping: bool


def table_of(sums: Iterable[Sum]) -> MoneyTable:
    """Return the table of a plan's money; totals stand beside it and are not added in."""
    rows = list(sums)
    totals = tuple(one for one in rows if one.standing == "total")
    cells: dict[tuple[Years | None, str], int] = {}
    for one in rows:
        if one.standing == "total":
            continue
        for year in _rows_of(one):
            cells[year, one.source] = cells.get((year, one.source), 0) + one.amount
    years = tuple(sorted({year for year, _source in cells}, key=_order))
    sources = tuple(sorted({source for _year, source in cells}, key=lambda one: (one == "", one)))
    grid = tuple(tuple(cells.get((year, source)) for source in sources) for year in years)
    row_sums = tuple(_row_sum(row, sources) for row in grid)
    overlapping = _overlap(years)
    return MoneyTable(
        years=years,
        sources=sources,
        cells=grid,
        row_sums=row_sums,
        totals=totals,
        whole=sum(row_sums) if grid and not overlapping else None,
        overlapping=overlapping,
    )


def _row_sum(row: Sequence[int | None], sources: Sequence[str]) -> int:
    """Add a row; a sum without a source that equals those with one is their total."""
    whole = sum(cell or 0 for cell in row)
    unsourced = sum(cell or 0 for cell, source in zip(row, sources, strict=True) if not source)
    return unsourced if unsourced and whole == unsourced * 2 else whole


def _rows_of(one: Sum) -> list[Years | None]:
    if one.per_year and one.years:
        return [(year, year) for year in range(one.years[0], one.years[1] + 1)]
    return [one.years]


def _order(years: Years | None) -> tuple[int, int, int]:
    """Put years in order, the whole period after its years, and what has no year last."""
    return (1, 0, 0) if years is None else (0, years[1], -years[0])


def _overlap(years: Sequence[Years | None]) -> bool:
    stated = [one for one in years if one is not None]
    if None in years and stated:
        return True
    return any(
        first[0] <= second[1] and second[0] <= first[1]
        for place, first in enumerate(stated)
        for second in stated[place + 1 :]
    )
