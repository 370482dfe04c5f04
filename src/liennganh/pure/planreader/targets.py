"""Targets: the quantified results that a plan sets, found clause by clause."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from . import lexicon as lx
from .due import YEAR, Frame, due_of, frame_of
from .figures import Quantity
from .meaning import Clause, group_of, meaning_of, predicate_of
from .model import Target
from .outline import Node
from .parts import names_nothing, parts_of, thing_of
from .patterns import UPPER, phrase, squeeze
from .quantities import quantities_in
from .sections import Place, is_closing
from .targettables import Columns, cells_at, columns_of, heading_year, row_targets
from .wanted import wanted

_SILENT = frozenset({"setting", "finance", "awards", "frame", "view", "reporting"})
_GOALS = frozenset({"goal"})
_CLAUSE_END = re.compile(rf";|\||\.(?=\s+[{UPPER}“])|\./|:(?=\s)")
_EDGE = re.compile(r"[()]|" + _CLAUSE_END.pattern)
_LABEL = re.compile(rf"\s*{lx.GOAL_LABEL.replace(' ', chr(92) + 's*')}\s*[:.]?\s*", re.IGNORECASE)
_WINDOW = 3_000
_TITLE_NEAR = 3  # paragraphs: a note in brackets may stand between a title and its table


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
    frame = frame_of(period, issued)
    found: list[Target] = []
    table = _Table()
    title, since = "", 0
    for node, place in zip(nodes, places, strict=True):
        title, since = (node.text, 0) if node.heading else (title, since + 1)
        table.title = title if since <= _TITLE_NEAR else ""
        if node.row and (row := table.read(node, place, text, frame)) is not None:
            found += row
            continue
        table = table if node.row else _Table()
        if place.kind in _SILENT or is_closing(node.text) or _tells_of_the_past(place, frame):
            continue
        if node.heading and node.children:
            continue
        here = replace(place, kind="goal") if is_labelled(node.text) else place
        label: str | None = None
        drafts: list[_Draft] = []
        for start, end in clauses_of(text if node.row else plain, node.body, node.end):
            clause = plain[start:end]
            more = _drafts(plain, start, end, here, replace(frame, label=label) if label else frame)
            # "Đến năm 2030: 100% …; 90% …": the year before the colon holds for what follows.
            if not more and text[end : end + 1] == ":" and (year := YEAR.search(clause)):
                label = year["year"]
            drafts += more
        found += _with_meanings(drafts)
    return tuple(found)


_NUMBERED_GOAL = phrase(lx.GOAL_LABEL + r"\d[\d.]*\s*[:.]\s")


def is_labelled(words: str) -> bool:
    """Say whether a paragraph calls itself a goal, whatever its section: "Chỉ tiêu 2: …"."""
    return _NUMBERED_GOAL.match(words) is not None


class _Table:
    """The columns of the table whose rows are being read, and the year that heads them."""

    def __init__(self) -> None:
        self.columns: Columns | None = None
        self.year: str | None = None
        self.title = ""  # the heading right above it

    def read(self, node: Node, place: Place, text: str, frame: Frame) -> list[Target] | None:
        """Return the targets of a row, or ``None`` where it belongs to no table of targets."""
        cells = cells_at(text, node.start, node.end)
        if head := columns_of(cells, frame.ahead, self.title):
            self.columns = head
            return []
        if self.columns is None or place.kind in _SILENT:
            return None
        if year := heading_year(cells):
            self.year = year
        last = self.year or (str(frame.last) if frame.last else None)
        return row_targets(cells, self.columns, place, last, one_year=frame.one_year)


def clauses_of(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a paragraph at semicolons and full stops that stand outside brackets."""
    if label := _LABEL.match(plain, start, end):
        start = label.end()
    depth = 0
    at = start
    for match in _EDGE.finditer(plain[start:end]):
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


@dataclass(frozen=True, slots=True)
class _Draft:
    """A target with its clause taken apart, before the clauses of a sentence are held together."""

    target: Target
    clause: Clause
    quantity: Quantity


_RESULTS_OF = phrase(rf"{lx.RESULTS_OF}\D{{0,60}}?(\d{{4}})(?!\d)")


def _tells_of_the_past(place: Place, frame: Frame) -> bool:
    """Say whether a heading such as "Kết quả năm 2022" tells of a year before the plan."""
    years = [int(m[1]) for text in place.section if (m := _RESULTS_OF.match(text))]
    return bool(years and frame.ahead and max(years) < frame.ahead)


def _drafts(plain: str, start: int, end: int, place: Place, frame: Frame) -> list[_Draft]:
    clause = plain[start:end]
    # Most clauses hold no figure: that is asked first.
    found = quantities_in(clause, frame.ahead)
    if not found or phrase(lx.NOT_RESULT).search(clause):
        return []
    found = wanted(clause, found, frame.ahead, goal=place.kind in _GOALS)
    if not found:
        return []
    parts = parts_of(clause, found)
    # "Năm 2026: đạt 30%; năm 2027: 36%": the heading names what all steps count.
    thing = thing_of(clause, found, parts) or (
        place.section[-1].rstrip(" :") if place.section else ""
    )
    out: list[_Draft] = []
    for quantity, (one, two) in zip(found, parts, strict=True):
        bare = bool(thing) and names_nothing(clause[one:two])
        what = f"{thing}: {clause[one].lower()}{clause[one + 1 : two]}" if bare else clause[one:two]
        target = Target(
            start + one, start + two, quantity.comparator, quantity.value, quantity.upper,
            quantity.unit, due_of(
                clause, (quantity.start, quantity.end), (one, two), place.section, frame
            ), _what(what),
            quantity.per_year, place.section,
            round(quantity.confidence - (0 if place.kind in _GOALS else 0.15), 2),
        )  # fmt: skip
        lead = f"{thing} {clause[one : quantity.start]}" if bare else clause[one : quantity.start]
        apart = Clause(
            lead, clause[quantity.start : quantity.end], clause[quantity.end : two],
            f"năm {frame.label}" if frame.label else "", frame.one_year,
        )  # fmt: skip
        out.append(_Draft(target, apart, quantity))
    return out


def _with_meanings(drafts: Sequence[_Draft]) -> list[Target]:
    """Give every target of a paragraph its meaning.

    In "70% người lao động; 60% học sinh được tuyên truyền" the last clause says what holds for
    all; in "100% xã mỗi quý có ít nhất 04 tin" the first says for whom the second holds.
    """
    out: list[Target] = []
    predicate, group, before = "", "", ""
    said: list[str] = []
    for draft in reversed(drafts):
        share = draft.target.unit == "percent"
        predicate = (predicate_of(draft.clause) or predicate) if share else ""
        said.append(predicate)
    for draft, rest in zip(drafts, reversed(said), strict=True):
        meaning = meaning_of(draft.clause, draft.quantity, rest, group, before)
        before = meaning.denominator or before
        group = group_of(draft.clause) if draft.target.unit == "percent" else group
        out.append(replace(draft.target, meaning=meaning))
    return out


def _what(text: str) -> str:
    """Tidy the clause so that a form can ask for it: first letter capital, no closing marks."""
    bare = squeeze(text).strip(" ,;.:-–")
    return bare[:1].upper() + bare[1:]
