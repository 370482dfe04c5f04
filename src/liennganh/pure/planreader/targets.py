"""Targets: the quantified results that a plan sets, found clause by clause."""

# ruff: noqa: PLR0911 - a chain of rules, each with its own answer, reads best with early returns

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from . import lexicon as lx
from .figures import Quantity
from .model import Target
from .outline import Node
from .patterns import UPPER, phrase, squeeze
from .quantities import quantities_in
from .sections import Place, is_closing
from .wanted import wanted

_SILENT = frozenset({"setting", "finance", "awards", "frame", "view", "reporting"})
_GOALS = frozenset({"goal"})
_CLAUSE_END = re.compile(rf";|\||\.(?=\s+[{UPPER}“])|\./|:(?=\s)")
_LABEL = re.compile(rf"\s*{lx.GOAL_LABEL.replace(' ', chr(92) + 's*')}\s*[:.]?\s*", re.IGNORECASE)
_WINDOW = 3_000
_COMMA = re.compile(r",\s+")
# "70% … biết bơi (năm 2026 đạt 50%; năm 2027 đạt 60%)": where a step of the path begins.
_STEP = re.compile(
    r"[(,;]\s*(?=(?:(?:đến|trong|hết|cuối)\s+){0,2}năm\s+\d{4}[^\d,;()]{0,40}$)", re.IGNORECASE
)
_YEAR = re.compile(
    r"(?P<lead>so\s+với\s+(?:cùng\s+kỳ\s+)?|giai\s+đoạn\s+|của\s+)?(?:(?:đến|vào|trong|hết|cuối|từ)\s+)*năm\s+(?P<year>(?:19|20)\d{2})",
    re.IGNORECASE,
)
_PERIOD = re.compile(r"giai\s+đoạn\s+(\d{4})\s*[-–]\s*(\d{4})", re.IGNORECASE)
_DAY = re.compile(r"(?:trước|đến)\s+(?:ngày\s+)?(\d{1,2})/(\d{1,2})/(\d{4})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Frame:
    """What holds for all targets: the last year of the plan, the year of issue."""

    last: int | None
    first: int | None
    ahead: int | None  # the first year that was not over at the issue
    label: str | None = None


def read_targets(
    nodes: Sequence[Node],
    places: Sequence[Place],
    text: str,
    plain: str,
    period: tuple[int, int] | None,
    issued: str | None,
) -> tuple[Target, ...]:
    """Read the targets of every paragraph, in the order of the text.

    Args:
        nodes: the outline of the body, head and foot left out.
        places: where each node stands.
        text: the text the offsets refer to; its bars part the cells of table rows.
        plain: the same text without marks.
        period: first and last year of the plan, which is the deadline where none is printed.
        issued: date of issue as printed, the last resort for a deadline.

    """
    frame = _Frame(
        period[1] if period else int(issued[:4]) if issued else None,
        period[0] if period else int(issued[:4]) if issued else None,
        max([*(period or ())[:1], *([int(issued[:4])] if issued else [])], default=None),
    )
    found: list[Target] = []
    for node, place in zip(nodes, places, strict=True):
        if place.kind in _SILENT or is_closing(node.text):
            continue
        if node.heading and node.children:
            continue
        label: str | None = None
        for start, end in _clauses(text if node.row else plain, node.body, node.end):
            clause = plain[start:end]
            targets = _clause_targets(plain, start, end, place, replace(frame, label=label))
            # "Đến năm 2030: 100% …; 90% …": the year before the colon holds for what follows.
            if not targets and text[end : end + 1] == ":" and (year := _YEAR.search(clause)):
                label = year["year"]
            found += targets
    return tuple(found)


def _clauses(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a paragraph at semicolons and full stops that stand outside brackets."""
    if label := _LABEL.match(plain, start, end):
        start = label.end()
    depth = 0
    at = start
    for match in re.finditer(r"[()]|" + _CLAUSE_END.pattern, plain[start:end]):
        sign = match.group()[0]
        if sign == "(":
            depth += 1
        elif sign == ")":
            depth = max(0, depth - 1)
        elif depth == 0:
            stop = start + match.start()
            yield from _windows(at, stop)
            at = start + match.end()
    yield from _windows(at, end)


def _windows(start: int, end: int) -> Iterator[tuple[int, int]]:
    """No sentence is longer than a window: cutting keeps the time in step with the length."""
    for at in range(start, end, _WINDOW):
        yield at, min(end, at + _WINDOW)


def _clause_targets(plain: str, start: int, end: int, place: Place, frame: _Frame) -> list[Target]:
    clause = plain[start:end]
    if phrase(lx.NOT_RESULT).search(clause):
        return []
    found = wanted(
        clause, quantities_in(clause, frame.ahead), frame.ahead, goal=place.kind in _GOALS
    )
    if not found:
        return []
    spans = _segments(clause, found)
    out: list[Target] = []
    for quantity, (one, two) in zip(found, spans, strict=True):
        text = clause[one:two]
        deadline = _deadline(clause, quantity, (one, two), place, frame)
        out.append(
            Target(
                start + one, start + two, quantity.comparator, quantity.value, quantity.upper,
                quantity.unit, deadline, _what(text), quantity.per_year, place.section,
                round(quantity.confidence - (0 if place.kind in _GOALS else 0.15), 2),
            )
        )  # fmt: skip
    return out


def _segments(clause: str, found: list[Quantity]) -> list[tuple[int, int]]:
    """Give each quantity its part of the clause, cut at the comma before the next one."""
    starts: list[int] = []
    for index, quantity in enumerate(found):
        if index == 0:
            starts.append(_first_start(clause, quantity))
            continue
        floor = found[index - 1].end
        commas = [
            m
            for m in _COMMA.finditer(clause, floor, quantity.start)
            if _opens_part(clause[m.end() : quantity.start])
        ]
        ands = list(re.finditer(r"\s+và\s+", clause[floor : quantity.start]))
        if step := _STEP.search(clause[: quantity.start], floor):
            starts.append(step.end())
        elif commas:
            starts.append(commas[-1].end())
        elif ands:
            starts.append(floor + ands[-1].end())
        else:
            starts.append(quantity.start)
    # Where nothing parts two quantities ("100% xã mỗi quý có ít nhất 04 tin") the first holds both.
    parted = [_is_parted(clause, q, s) for q, s in zip(found, starts[1:], strict=False)]
    cuts = [_before_path(clause, q.end, s) for q, s in zip(found, starts[1:], strict=False)]
    ends = [c if cut else len(clause) for c, cut in zip(cuts, parted, strict=True)] + [len(clause)]
    return [
        _trim(clause, one, max(two, q.end)) for one, two, q in zip(starts, ends, found, strict=True)
    ]


def _before_path(clause: str, end: int, start: int) -> int:
    """End the value before the bracket that tells its years, else where the next part begins."""
    opened = clause.find("(", end, start)
    path = opened >= 0 and ")" not in clause[opened:start] and _YEAR.match(clause, opened + 1)
    return opened if path else start


def _opens_part(lead_in: str) -> bool:
    """Say whether the words between a comma and a quantity lead to it, not on with a list."""
    return not lead_in.strip() or phrase(lx.PART_OPENERS).match(lead_in) is not None


def _is_parted(clause: str, quantity: Quantity, start: int) -> bool:
    """Say whether a comma or "và" stands between a quantity and where the next one's part begins."""
    return re.search(r"[(,;]\s*$|\svà\s+$", clause[quantity.end : start]) is not None


def _first_start(clause: str, quantity: Quantity) -> int:
    """Begin at the clause, or at the quantity where a clause of its own ends before it.

    "Nâng cao năng lực …, 100% cán bộ được tập huấn": the target begins with the figure.
    """
    commas = [m.end() for m in _COMMA.finditer(clause, 0, quantity.start)]
    if not commas:
        return 0
    last = commas[-1]
    bare = not clause[last : quantity.start].strip()
    if bare and quantity.opens_clause and not _YEAR.search(clause, 0, last):
        return last
    return 0


def _trim(clause: str, start: int, end: int) -> tuple[int, int]:
    while start < end and clause[start] in " ,;-–":
        start += 1
    while end > start and _is_edge(clause, start, end):
        end -= 1
    if end > start + 3 and clause[end - 3 : end] == " và":
        end -= 3
    return start, end


def _is_edge(clause: str, start: int, end: int) -> bool:
    """Say whether the last sign belongs to no target: a stop, or a bracket without its partner."""
    last = clause[end - 1]
    part = clause[start:end]
    alone = part.count("(") != part.count(")")
    return last in " ,;./" or (alone and last in "()")


def _deadline(
    clause: str, quantity: Quantity, span: tuple[int, int], place: Place, frame: _Frame
) -> str | None:
    """Find the year by which it is due: in its part, its clause, its headings, or the plan."""
    if day := _DAY.search(clause, *span):
        return f"{day[3]}-{int(day[2]):02d}-{int(day[1]):02d}"
    years = [
        m
        for m in _YEAR.finditer(clause)
        if not (m["lead"] or "").strip().lower().startswith("so")
        and not _of_another(clause, quantity, m)
    ]
    inside = [m for m in years if span[0] <= m.start() < span[1]]
    if inside:
        return min(inside, key=lambda m: abs(m.start() - quantity.start))["year"]
    before = [m for m in years if m.start() < quantity.start]
    if before:
        return before[-1]["year"]
    if frame.label:
        return frame.label
    if (stage := _PERIOD.search(clause)) and (frame.first is None or int(stage[2]) >= frame.first):
        return stage[2]
    for heading in reversed(place.section):
        found = [int(m["year"]) for m in _YEAR.finditer(heading)]
        found += [int(m[2]) for m in _PERIOD.finditer(heading)]
        if found:
            return str(max(found))
    return str(frame.last) if frame.last else None


def _of_another(clause: str, quantity: Quantity, year: re.Match[str]) -> bool:
    """Say whether a year in a later bracket has a figure of its own: "70% … (năm 2024 đạt 50%)"."""
    opened = clause.rfind("(", quantity.end, year.start())
    if opened < 0 or ")" in clause[opened : year.start()]:
        return False
    return re.match(r"[^\d();]{0,40}(?!(?:19|20)\d{2}(?!\d))\d", clause[year.end() :]) is not None


def _what(text: str) -> str:
    """Tidy the clause so that a form can ask for it: first letter capital, no closing marks."""
    bare = squeeze(text).strip(" ,;.:-–")
    return bare[:1].upper() + bare[1:]
