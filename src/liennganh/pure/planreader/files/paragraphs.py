"""Lines of a PDF put back into paragraphs, by where they stand and how they are set."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .grids import Row
from .joining import joined
from .running import Page
from .textlines import Line

_STARTS = re.compile(
    r"(?:[-–—+•●▪◦*·](?=\s|[^\W\d])|[IVXLC]{1,6}[.)/]\s|[A-ZĐ][.)]\s|\d{1,2}(?:\.\d{1,2}){0,3}[.)/]\s*\D"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}\s+\D|[a-zđ]\d?[.)]\s|Căn cứ\s|Điều\s+\d+\s*[.:]|V/v\s)"
)
# A wrapped line may begin with a dash that parts two years or two words.
_DASH_WITHIN = re.compile(r"[-–]\s*(?:\d{4}|[a-zđà-ỹ])")
_ENDED = (".", ":", ";", "./.", "!", "?", "…")
_LEADERS = re.compile(r"\.{5,}\s*\d{1,3}$|…{2,}\s*\d{1,3}$")
_ENOUGH_LINES = 8  # to know the edges of a page by itself
_APART = 1.15  # of the usual pitch: wider, and a paragraph has ended


@dataclass(frozen=True, slots=True)
class _Frame:
    """Edges of the text of a page and the distance of its lines, in points."""

    left: float
    right: float
    pitch: float
    dash: float = 0.0  # where most lines with a dash begin

    @property
    def width(self) -> float:
        return max(self.right - self.left, 1.0)


def paragraphs_of(pages: Sequence[Page]) -> list[list[str]]:
    """Return the paragraphs of each page; one torn by a page break stands on the first."""
    plain = [[line for line in page if isinstance(line, Line)] for page in pages]
    whole = _frame([line for page in plain for line in page], None)
    out: list[list[str]] = []
    last: Line | None = None
    row: Row | None = None
    home: list[str] = []  # the paragraphs among which the last one stands
    heads: dict[tuple[float, ...], tuple[str, ...]] = {}
    for page, lines in zip(pages, plain, strict=True):
        frame = _frame(lines, whole)
        out.append([])
        torn = last is not None or row is not None  # a page has been turned since
        for item in page:
            if isinstance(item, Row):
                if torn and row is not None and heads.get(_edges(item)) == item.cells:
                    continue  # the head of the table, printed again
                home = _add_row(item, row, out[-1], home, torn=torn)
                if row is None or len(row.cells) != len(item.cells):
                    heads[_edges(item)] = item.cells
                row, last = item, None
            elif not _LEADERS.search(item.text):
                if last is not None and _continues(last, item, frame, torn=torn):
                    home[-1] = joined(home[-1], item.text)
                else:
                    out[-1].append(item.text)
                    home = out[-1]
                row, last = None, item
            torn = False
    return out


def _frame(lines: Sequence[Line], whole: _Frame | None) -> _Frame:
    if whole is not None and len(lines) < _ENOUGH_LINES:
        return whole
    if not lines:
        return _Frame(0.0, 1.0, 1.0)
    rights = sorted(line.right for line in lines)
    lefts = Counter(round(line.left / 4) for line in lines)
    # The left edge is the outermost at which a fair share of the lines begin.
    fair = [edge for edge, count in lefts.items() if count >= 0.08 * len(lines)]
    left = min(fair or lefts) * 4.0
    steps = sorted(
        one.base - two.base
        for one, two in pairwise(lines)
        if 0 < one.base - two.base < 3 * one.size
    )
    pitch = steps[len(steps) // 4] if steps else lines[0].size * 1.2
    dashes = sorted(line.left for line in lines if line.text.startswith(("- ", "– ")))
    dash = dashes[len(dashes) // 2] if dashes else left
    dash = left + (whole.dash - whole.left) if whole is not None else dash
    return _Frame(left, rights[(len(rights) - 1) * 9 // 10], pitch, dash)


def _edges(row: Row) -> tuple[float, ...]:
    return tuple(round(x / 4) for x in row.edges)


def _add_row(
    row: Row, before: Row | None, page: list[str], home: list[str], *, torn: bool
) -> list[str]:
    """Add a row, or the rest of one torn by a page break; return the page it stands on."""
    if torn and before is not None and home and _is_rest(before, row):
        above = home[-1].split(" | ")
        if len(above) == len(row.cells):
            cells = (joined(a, b) if b else a for a, b in zip(above, row.cells, strict=True))
            home[-1] = " | ".join(cells)
            return home
    page.append(" | ".join(row.cells))
    return page


def _is_rest(before: Row, row: Row) -> bool:
    """Say whether a row on a new page is the lower part of the one before it."""
    if row.cells[0] or not before.cells[0] or len(before.cells) != len(row.cells):
        return False
    pairs = [(a, b) for a, b in zip(before.cells, row.cells, strict=True) if a and b]
    return any(b[0].islower() or a.endswith((",", " và", " các")) for a, b in pairs)


def _continues(before: Line, line: Line, frame: _Frame, *, torn: bool) -> bool:
    """Say whether a line goes on with the paragraph of the one before it."""
    ended = before.text.endswith(_ENDED)
    lower = line.text[:1].islower()
    if before.alone or line.alone or "|" in before.text or "|" in line.text:
        return False
    if _STARTS.match(line.text) and (ended or not _dash_within(line, frame)):
        return False
    if abs(before.size - line.size) > 0.08 * before.size or _set_apart(before, line):
        return False
    step = before.base - line.base
    apart = not torn and (step > _APART * frame.pitch or step <= 0)
    if _fits(before, line, frame):
        return lower and not ended and not apart and len(before.text) > 25  # noqa: PLR2004
    if apart:
        return lower and not ended
    indented = line.left > frame.left + 0.03 * frame.width and not _centred(line, frame)
    return not (ended and indented) or (lower and not ended)


def _dash_within(line: Line, frame: _Frame) -> bool:
    """Say whether a dash at the start of a line parts words, where dashes of lists stand indented."""
    if _DASH_WITHIN.match(line.text):
        return True
    indent = 0.03 * frame.width
    return (
        line.text[0] in "-–" and line.left + indent < frame.dash and line.left < frame.left + indent
    )


def _set_apart(before: Line, line: Line) -> bool:
    """Say whether a bold heading ends or begins between two lines."""
    whole_before = before.bold_start and before.bold_end
    whole_line = line.bold_start and line.bold_end
    return (whole_before and not line.bold_start) or (whole_line and not before.bold_end)


def _centred(line: Line, frame: _Frame) -> bool:
    left, right = line.left - frame.left, frame.right - line.right
    return abs(left - right) < 0.06 * frame.width and left > 0.04 * frame.width


def _fits(before: Line, line: Line, frame: _Frame) -> bool:
    """Say whether the first word would have fitted on the line before: then a paragraph ended."""
    need = line.first + 0.25 * before.size
    if _centred(before, frame):
        return before.right - before.left + need < frame.width - 0.01 * frame.width
    return before.right + need < frame.right - 0.01 * frame.width
