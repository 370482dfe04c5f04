"""The clauses that hold one duty to report each, and what one of them leaves to the next."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from . import lexicon as lx
from .bodies import bodies_from
from .duedays import DATES
from .model import ReportDuty
from .patterns import UPPER, spaced

_WINDOW = 3_000  # no sentence is longer; cutting keeps the time in step with the length
REPORT = re.compile(rf"(?<!\w){spaced(lx.REPORT)}(?!\s+viên)", re.IGNORECASE)
_SENTENCE = re.compile(rf"(?:\.(?=\s+[{UPPER}])|;(?=\s)|\./)")
CYCLE = tuple(
    (kind, re.compile(rf"(?<!\w)(?:{spaced(source)})(?!\w)", re.IGNORECASE))
    for kind, source in lx.CYCLES
)
CLOSING = re.compile(spaced(lx.FINAL_WORDS), re.IGNORECASE)
# "… trước ngày 10/6 | để Sở Y tế tổng hợp, báo cáo UBND tỉnh trước ngày 20/6".
_UPWARD = re.compile(
    rf"(?:[,;]|(?<!\w){spaced(lx.SO_THAT)})\s+(?=\S)(?P<by>(?:(?!\s{spaced(lx.SO_THAT)}\s)[^.,;]){{0,80}}?)(?:\s+|(?<=\s)){spaced(lx.GATHERS)}(?!\w)",
    re.IGNORECASE,
)
_GATHERS = re.compile(spaced(lx.GATHERS), re.IGNORECASE)
_YEARLY = {"annual", "six_month", "nine_month"}  # cycles whose end is a day and a month
_DAY_OF_EACH_YEAR = re.compile(r"\d\d-\d\d")


def clauses_of(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut at full stops, at semicolons outside brackets and lists of cycles, and before who compiles."""
    cuts: list[int] = []
    depth = 0
    for match in re.finditer(r"[()]|" + _SENTENCE.pattern, plain[start:end]):
        sign = match.group()[0]
        depth += (sign == "(") - (sign == ")")
        if sign in ".;" and depth <= 0:
            cuts.append(start + match.end())
    edges = (
        sorted({start, *cuts, *range(start, end, _WINDOW), end})
        if end - start > _WINDOW
        else [start, *cuts, end]
    )
    spans = [(a, b) for a, b in pairwise(edges) if b > a]
    # "… báo cáo quý trước ngày 10; báo cáo năm trước ngày 15/11 về …": still one duty each, but a
    # list of cycles whose verb stands in the neighbouring clause is read with it.
    joined: list[tuple[int, int]] = []
    for one, two in spans:
        if (
            joined
            and two - joined[-1][0] < _WINDOW
            and REPORT.search(plain, *joined[-1])
            and not REPORT.search(plain, one, two)
            and _has_cycle_date(plain[one:two])
        ):
            joined[-1] = (joined[-1][0], two)
        else:
            joined.append((one, two))
    return [part for one, two in joined for part in _parted(plain, one, two)]


def _has_cycle_date(text: str) -> bool:
    told = CLOSING.search(text) or any(p.search(text) for _, p in CYCLE)
    return bool(told) and DATES.search(text) is not None


def _parted(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    """Part a clause where somebody compiles what was sent and reports it on by a day of its own."""
    if not _GATHERS.search(plain, start, end):
        return [(start, end)]
    for match in _UPWARD.finditer(plain, start, end):
        by = match["by"].strip()
        named = not by or bodies_from(by)[1] == len(by)
        sent = REPORT.search(plain, start, match.start()) and DATES.search(
            plain, start, match.start()
        )
        on = REPORT.search(plain, match.end(), end)
        if named and sent and on and DATES.search(plain, on.end(), end):
            return [(start, match.start()), (match.start(), end)]
    return [(start, end)]


def compilers(plain: str, start: int, said: Sequence[ReportDuty]) -> tuple[str, ...]:
    """Return who reports in a clause that begins with the compiling of those said before it."""
    match = _UPWARD.match(plain, start) if said else None
    if match is None:
        return ()
    return tuple(bodies_from(match["by"])[0]) or said[-1].recipients


def in_step(duty: ReportDuty, said: Sequence[ReportDuty]) -> ReportDuty:
    """Make a day of every year the end of the cycle that the clauses before it are about."""
    cycles = {one.kind for one in said}
    each_year = duty.due is not None and _DAY_OF_EACH_YEAR.fullmatch(duty.due) is not None
    if duty.kind == "ad_hoc" and each_year and len(cycles) == 1 and cycles <= _YEARLY:
        return replace(duty, kind=said[0].kind)
    return duty
