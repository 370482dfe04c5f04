"""Money that the plan gives itself."""

import re
from collections.abc import Sequence
from decimal import Decimal

from . import lexicon as lx
from .model import BudgetLine
from .outline import Node
from .patterns import phrase, squeeze
from .sections import Place

_SUM = re.compile(
    r"(?<![\d.,/])(?P<n>\d{1,3}(?:\.\d{3}){1,5}(?!\d)(?:,\d{1,6})?|\d{1,15}(?!\d)(?:,\d{1,6}(?!\d))?)\s*(?P<unit>tỷ|tỉ|triệu|nghìn|ngàn|)\s*(?:(?P<more>\d{1,6})\s*triệu\s*)?(?:đồng|VNĐ|VND|đ)(?!\w)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[;,:.](?=\s)")


def read_budget(
    nodes: Sequence[Node], places: Sequence[Place], plain: str
) -> tuple[BudgetLine, ...]:
    """Read sums under a heading of finance, and elsewhere those that a word of finance leads to."""
    found: list[BudgetLine] = []
    for node, place in zip(nodes, places, strict=True):
        line = plain[node.start : node.end]
        for match in _SUM.finditer(line):
            start, end = _clause(line, match)
            clause = line[start:end]
            if place.kind != "finance" and not phrase(lx.MONEY_NOUNS).search(clause):
                continue
            if phrase(lx.NOT_GIVEN).search(clause) or place.kind in {"setting", "awards"}:
                continue
            amount = amount_of(match)
            if amount <= 0:
                continue
            confidence = 0.95 if place.kind == "finance" else 0.8
            found.append(
                BudgetLine(
                    node.start + start,
                    node.start + end,
                    amount,
                    squeeze(clause),
                    place.section,
                    confidence,
                )
            )
    return tuple(found)


def amount_of(match: re.Match[str]) -> int:
    """Return whole đồng: "22,5 tỷ" is 22 500 000 000, "1 tỷ 200 triệu" 1 200 000 000."""
    number = Decimal(match["n"].replace(".", "").replace(",", "."))
    amount = number * lx.MONEY_UNITS[match["unit"].lower()]
    if match["more"]:
        amount += Decimal(match["more"]) * lx.MONEY_UNITS["triệu"]
    return int(amount)


def _clause(line: str, match: re.Match[str]) -> tuple[int, int]:
    cuts = [m.end() for m in _CLAUSE.finditer(line, 0, match.start())]
    start = cuts[-1] if cuts else 0
    while start < match.start() and line[start] in " -–+":
        start += 1
    return start, match.end()
