"""By when a target is due: the years and days around it, and those of the plan."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from . import lexicon as lx

YEAR = re.compile(
    r"(?P<lead>so\s+với\s+(?:cùng\s+kỳ\s+)?|lần\s+|giai\s+đoạn\s+|của\s+)?(?:(?:đến|vào|trong|hết|cuối|từ)\s+)*năm\s+(?P<year>(?:19|20)\d{2})",
    re.IGNORECASE,
)
_PERIOD = re.compile(r"giai\s+đoạn\s+(\d{4})\s*[-–]\s*(\d{4})", re.IGNORECASE)
_DAY = re.compile(r"(?:trước|đến)\s+(?:ngày\s+)?(\d{1,2})/(\d{1,2})/(\d{4})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Frame:
    """What holds for the whole plan: its last and first year, and whether it is a single one."""

    last: int | None
    first: int | None
    ahead: int | None  # the first year that was not over at the issue
    one_year: bool
    label: str | None = None


def frame_of(period: tuple[int, int] | None, issued: str | None) -> Frame:
    """Say what holds for a plan of this period that was issued on this (partial) ISO date."""
    year = int(issued[:4]) if issued else None
    first, last = period or (year, year)
    ahead = max((y for y in (first if period else None, year) if y is not None), default=None)
    return Frame(last, first, ahead, period is not None and period[0] == period[1])


def due_of(
    clause: str,
    figure: tuple[int, int],
    span: tuple[int, int],
    section: Sequence[str],
    frame: Frame,
) -> str | None:
    """Find the year by which something is due: in its part, its clause, its headings, or the plan.

    Args:
        clause: the clause it stands in.
        figure: where its figure stands in the clause.
        span: the part of the clause that belongs to it.
        section: the headings above it.
        frame: what holds for the plan.

    Returns:
        a year, an ISO date, or ``None``.

    """
    if day := _DAY.search(clause, *span):
        return f"{day[3]}-{int(day[2]):02d}-{int(day[1]):02d}"
    if year := _own_year(clause, figure, span):
        return year
    if frame.label:
        return frame.label
    stage = _stage_in(clause)
    if stage and (frame.first is None or int(stage) >= frame.first):
        return stage
    for heading in reversed(section):
        if last := _last_year(heading):
            return str(last)
    return str(frame.last) if frame.last else None


@lru_cache(maxsize=8)
def _stage_in(clause: str) -> str | None:
    """Return the last year of a clause's "giai đoạn …"; a clause is asked for each figure."""
    stage = _PERIOD.search(clause)
    return stage[2] if stage else None


@lru_cache(maxsize=32)
def _last_year(heading: str) -> int:
    """Return the last year of a heading, or 0; a heading is asked for each figure below it."""
    found = [int(m["year"]) for m in YEAR.finditer(heading)]
    return max((*found, *(int(m[2]) for m in _PERIOD.finditer(heading))), default=0)


def _own_year(clause: str, figure: tuple[int, int], span: tuple[int, int]) -> str | None:
    """Return the year in its own part, nearest to the figure, else the last one before it."""
    years = [m for m in _years_in(clause) if not _of_another(clause, figure[1], m)]
    inside = [m for m in years if span[0] <= m.start() < span[1]]
    if inside:
        return min(inside, key=lambda m: abs(m.start() - figure[0]))["year"]
    before = [m for m in years if m.start() < figure[0]]
    if before:
        return before[-1]["year"]
    return None


@lru_cache(maxsize=8)
def _years_in(clause: str) -> tuple[re.Match[str], ...]:
    """Return the years of a clause that are no baselines; a clause is asked for each figure."""
    if lx.YEAR_SIGN not in clause.lower():
        return ()
    return tuple(
        m
        for m in YEAR.finditer(clause)
        if not (m["lead"] or "").strip().lower().startswith(("so", "lần"))
    )


def _of_another(clause: str, end: int, year: re.Match[str]) -> bool:
    """Say whether a year in a later bracket has a figure of its own: "70% … (năm 2024 đạt 50%)"."""
    opened = clause.rfind("(", end, year.start())
    if opened < 0 or ")" in clause[opened : year.start()]:
        return False
    return re.match(r"[^\d();]{0,40}(?!(?:19|20)\d{2}(?!\d))\d", clause[year.end() :]) is not None
