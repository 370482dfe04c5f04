"""Money that the plan gives itself."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from . import lexicon as lx
from .model import BudgetLine, Header
from .money_sources import source_of, years_in
from .money_tables import table_sums
from .outline import Node
from .patterns import phrase, squeeze
from .sections import Place

_SUM = re.compile(
    r"(?<![\d.,/])(?P<n>\d{1,3}(?:\.\d{3}){1,5}(?!\d)(?:,\d{1,6})?|\d{1,3}\.\d{1,2}(?=\s*t[ỷỉ])|\d{1,15}(?!\d)(?:,\d{1,6}(?!\d))?)\s*"
    r"(?:(?P<unit>tỷ|tỉ|triệu|nghìn|ngàn|tr\.?|)\s*(?:(?P<more>\d{1,6})\s*triệu\s*)?(?:đồng|VNĐ|VND|đ)(?!\w)|(?P<bare>tỷ|tỉ|triệu)(?=\s*(?:[,;.)/]|$)))",
    re.IGNORECASE,
)
_MAY_BE = re.compile(r"\d\s*[tnđv]", re.IGNORECASE)  # no sum is printed without
_CLAUSE = re.compile(r"[;,:.](?=\s)|\((?=[^()]*$)")
_SENTENCE = re.compile(r"[.;](?=\s)")
_CLAUSE_END = re.compile(r"[;,.)](?=\s|$)|\.$")
_FAR = 500  # characters; no clause is longer
_TITLED = frozenset({"finance"})
_ELSEWHERE = frozenset({"setting", "awards"})


def read_budget(
    nodes: Sequence[Node], places: Sequence[Place], text: str, plain: str, header: Header
) -> tuple[BudgetLine, ...]:
    """Read sums under a heading of finance, and elsewhere those that a word of finance leads to.

    Sums spent before the plan's own years, prices of one piece, fines, loans and incomes are none.
    Tables whose head prints a unit give a sum for every filled cell of a money column.
    """
    tables = table_sums(nodes, places, text, plain)
    found = list(tables.lines)
    first = _first_year(header)
    for index, (node, place) in enumerate(zip(nodes, places, strict=True)):
        if place.kind in _ELSEWHERE or index in tables.rows:
            continue
        if _MAY_BE.search(plain, node.start, node.end) is None:
            continue
        carried = years_in(nodes[node.parent].text) if node.parent >= 0 else None
        for line in _sums(node, place, plain, carried):
            spent = line.years is not None and first is not None and line.years[1] < first
            if not spent:
                found.append(line)
    return tuple(sorted(found, key=lambda b: b.start))


def _first_year(header: Header) -> int | None:
    issued = int(header.date[:4]) if header.date else None
    return min(header.period[0], issued or header.period[0]) if header.period else issued


def _sums(
    node: Node, place: Place, plain: str, carried: tuple[int, int] | None
) -> Iterator[BudgetLine]:
    line = plain[node.start : node.end]
    last = 0
    for match in _SUM.finditer(line):
        start, end = _clause(line, match)
        # What leads to the sum: its sentence, up to the sum before it.
        sentence = max([last, *(m.end() for m in _SENTENCE.finditer(line, last, match.start()))])
        lead = line[max(sentence, match.start() - _FAR) : match.start()]
        last = match.end()
        after = line[match.end() : match.end() + 12]
        close = _CLAUSE_END.search(line, match.end(), match.end() + _FAR)
        whole = line[start : close.start() if close else match.end() + _FAR]
        amount = amount_of(match)
        if amount <= 0 or not _given(lead, whole, after, match, place):
            continue
        years = years_in(lead) or years_in(whole) or carried
        carried = years or carried
        source, words = source_of(_own_part(lead))
        if not source:
            source, words = source_of(whole)
        yield BudgetLine(
            node.start + start,
            node.start + end,
            amount,
            squeeze(line[start:end]),
            place.section,
            0.95 if place.kind in _TITLED else 0.8,
            years,
            _per_year(line[start : match.start()], after),
            source,
            words,
        )


def _given(lead: str, whole: str, after: str, match: re.Match[str], place: Place) -> bool:
    """Say whether a sum is the plan's own money."""
    if place.kind not in _TITLED and (
        match["bare"] or not phrase(lx.MONEY_NOUNS).search(f"{lead} {whole}")
    ):
        return False
    if phrase(lx.NOT_GIVEN).search(f"{lead} {whole}{after}"):
        return False
    if phrase(lx.ALREADY).search(lead):
        return False
    priced = phrase(lx.UNIT_PRICE).search(lead) or phrase(lx.AFTER_UNIT_PRICE).match(after)
    return not priced or phrase(lx.TOTAL).search(lead) is not None


def _own_part(lead: str) -> str:
    """Return what of the words before a sum speaks of this sum alone."""
    words = lead.rstrip(" :-–")
    cuts = [m.end() for m in phrase(lx.PARTS_FOLLOW).finditer(words)]
    return words[cuts[-1] :] if cuts else words


def _per_year(clause: str, after: str) -> bool:
    return (
        phrase(lx.SUM_PER_YEAR).search(clause) is not None
        or phrase(lx.AFTER_PER_YEAR).match(after) is not None
    )


def amount_of(match: re.Match[str]) -> int:
    """Return whole đồng: "22,5 tỷ" is 22 500 000 000, "1 tỷ 200 triệu" 1 200 000 000."""
    unit = (match["bare"] or match["unit"] or "").lower().rstrip(".")
    printed = match["n"]
    if re.fullmatch(r"\d{1,3}\.\d{1,2}", printed):
        number = Decimal(printed)
    else:
        number = Decimal(printed.replace(".", "").replace(",", "."))
    amount = number * lx.MONEY_UNITS[unit]
    if match["more"]:
        amount += Decimal(match["more"]) * lx.MONEY_UNITS["triệu"]
    return int(amount)


def _clause(line: str, match: re.Match[str]) -> tuple[int, int]:
    lowest = max(0, match.start() - _FAR)
    cuts = [m.end() for m in _CLAUSE.finditer(line, lowest, match.start())]
    start = cuts[-1] if cuts else lowest
    # "Năm 2026: 4,5 tỷ đồng": what a colon introduces alone belongs to the words before it.
    if cuts and not line[start : match.start()].strip(" -–+"):
        start = cuts[-2] if len(cuts) > 1 else lowest
    while start < match.start() and line[start] in " -–+":
        start += 1
    return start, match.end()
