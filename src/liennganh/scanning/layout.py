"""From words with places to the text of a page: lines, columns of a head, paragraphs, rows."""

# ruff: noqa: PLR2004 - shares of a line's height and width, explained where they stand

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from statistics import median

from .phrases import OPENINGS, SPECKS
from .words import Word

Doubt = tuple[int, int, float]

DOUBTFUL = 0.6  # a word less certain than this is told
UNSURE = 0.9  # and one less certain than this is kept with its page: it yields to what others say
_JUNK = 0.35  # what is less certain and hardly letters is a speck, a seam or a signature
_OPENS = re.compile("|".join(OPENINGS))
_LABEL = re.compile(r"(?:[IVX]{1,4}|\d{1,2})[./]")
_ENDS = (".", ":", ";", "./.")


@dataclass(slots=True)
class Row:
    """A line of the page, or a row of a table, with the certainty of its words."""

    left: float
    right: float
    top: float
    bottom: float
    pieces: list[tuple[str, float]]
    of_table: bool = False

    @property
    def text(self) -> str:
        """The words of the row."""
        return " ".join(text for text, _ in self.pieces)


@dataclass(slots=True)
class Lines:
    """Text that grows piece by piece, with its doubtful stretches."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    doubts: list[Doubt] = field(default_factory=list)

    def add(self, text: str, certainty: float = 1.0) -> None:
        """Put text at the end."""
        if certainty < UNSURE:
            self.doubts.append((self.length, self.length + len(text), round(certainty, 2)))
        self.parts.append(text)
        self.length += len(text)

    def extend(self, text: str, doubts: Iterable[Doubt]) -> None:
        """Put text at the end whose doubts lie within it."""
        self.doubts += [(self.length + s, self.length + e, certainty) for s, e, certainty in doubts]
        self.parts.append(text)
        self.length += len(text)


def rows_of(words: Iterable[Word]) -> list[Row]:
    """Return the lines of a page; words far apart in a line are parted by a bar."""
    kept = [word for word in words if not _is_junk(word)]
    if not kept:
        return []
    height = median(word.bottom - word.top for word in kept)
    rows = []
    for _, group in groupby(kept, key=lambda word: word.line):
        line = sorted(group, key=lambda word: word.left)
        pieces: list[tuple[str, float]] = []
        before: Word | None = None
        gap = _column_gap(line, height)
        for word in line:
            if before is not None and word.left - before.right > gap:
                pieces.append(("|", 1.0))
            pieces.append((word.text.replace("|", "I"), word.certainty))
            before = word
        if not _is_noise(line):
            rows.append(
                Row(
                    left=line[0].left,
                    right=line[-1].right,
                    top=min(word.top for word in line),
                    bottom=max(word.bottom for word in line),
                    pieces=pieces,
                )
            )
    return rows


def _column_gap(line: Sequence[Word], height: float) -> float:
    """Return the space in pixels from which on words of a line stand in different columns.

    The columns of a head may be near; then their gap stands out among the others, which in a
    justified line are all alike.
    """
    gaps = sorted(two.left - one.right for one, two in pairwise(line))
    usual = gaps[len(gaps) // 2] if len(gaps) > 2 else height
    return min(3.5 * height, max(1.4 * height, 3.2 * usual))


def _is_junk(word: Word) -> bool:
    letters = sum(letter.isalnum() for letter in word.text)
    if SPECKS.issuperset(word.text):
        return True
    if _LABEL.fullmatch(word.text):
        return False  # a number before a heading in bold is often read with doubt
    if word.text in {"-", "–", "—", "+", "%", "…", "|"}:
        return word.certainty < 0.2
    return word.certainty < _JUNK and letters < 2


def _is_noise(line: Sequence[Word]) -> bool:
    """Say whether a line is no print: a rule, specks, the strokes of a signature."""
    letters = sum(letter.isalnum() for word in line for letter in word.text)
    mean = sum(word.certainty for word in line) / len(line)
    return letters == 0 or mean < 0.25 or (mean < 0.5 and letters < 6)


def cell_text(words: Sequence[Word]) -> list[tuple[str, float]]:
    """Return the words of a table's cell in reading order; a bar in it would part cells."""
    return [
        (word.text.replace("|", "I"), word.certainty)
        for word in words
        if any(letter.isalnum() for letter in word.text) or not _is_junk(word)
    ]


def table_rows(
    box: tuple[int, int, int, int], rows: Sequence[Sequence[Sequence[tuple[str, float]]]]
) -> list[Row]:
    """Return the rows of a table, their cells parted by bars; empty rows are left out."""
    left, top, right, _bottom = box
    found = []
    for place, row in enumerate(rows):
        if not any(row):
            continue
        pieces: list[tuple[str, float]] = []
        for number, cell in enumerate(row):
            if number:
                pieces.append(("|", 1.0))
            pieces += cell
        found.append(Row(left, right, top + place / 1000, top, pieces, of_table=True))
    return found


def text_of_rows(rows: Sequence[Row]) -> tuple[str, tuple[Doubt, ...]]:
    """Return the text of a page, a paragraph a line, and its doubtful stretches.

    The stretches are single words less certain than ``UNSURE``.

    A page that ends within a paragraph has no line end; one that begins with a new paragraph
    begins with a space. Pages are put together by these two signs.
    """
    body = [row for row in rows if not row.of_table]
    page = _page_of(body)
    out = Lines()
    before: Row | None = None
    for row in rows:
        if before is None:
            if _opens(row, page):
                out.add(" ")
        else:
            out.add(" " if _goes_on(before, row, page) else "\n")
        for number, (text, certainty) in enumerate(row.pieces):
            if number:
                out.add(" ")
            out.add(text, certainty)
        before = row
    if before is not None and _closes(before, page):
        out.add("\n")
    return "".join(out.parts), tuple(out.doubts)


@dataclass(frozen=True, slots=True)
class _Page:
    """The margins of a page, and whether its paragraphs and bullets are indented."""

    left: float
    right: float
    indents: bool

    @property
    def width(self) -> float:
        return max(self.right - self.left, 1.0)


def _page_of(body: Sequence[Row]) -> _Page:
    right = _at(sorted(row.right for row in body), 0.8)
    left = _margin(sorted(row.left for row in body), right)
    page = _Page(left, right, indents=False)
    # What opens a paragraph beyond doubt stands after a line that ended.
    opening = [
        row
        for before, row in pairwise(body)
        if _OPENS.match(row.text) and (_is_short(before, page) or _has_ended(before))
    ]
    indented = sum(_indented(row, page) for row in body)
    at_margin = sum(not _indented(row, page) for row in opening)
    return _Page(left, right, indents=indented > 3 * at_margin)


def _margin(lefts: Sequence[float], right: float) -> float:
    """Return where the leftmost lines begin that are no single specks: bullets stand further in."""
    if not lefts:
        return 0.0
    near = 0.015 * (right - lefts[0])
    enough = max(2, len(lefts) // 12)
    for place, left in enumerate(lefts[: len(lefts) // 4 + 1]):
        if lefts[min(place + enough, len(lefts)) - 1] <= left + near:
            return left
    return _at(lefts, 0.25)


def _is_short(row: Row, page: "_Page") -> bool:
    return row.right < page.right - 0.06 * page.width


def _has_ended(row: Row) -> bool:
    return row.text.rstrip().endswith(_ENDS)


def _indented(row: Row, page: _Page) -> bool:
    return row.left > page.left + 0.03 * page.width


def _at(values: Sequence[float], share: float) -> float:
    return values[min(len(values) - 1, int(len(values) * share))] if values else 0.0


def _opens(row: Row, page: _Page) -> bool:
    return _indented(row, page) or bool(_OPENS.match(row.text))


def _closes(row: Row, page: _Page) -> bool:
    return _is_short(row, page) or row.of_table or _has_ended(row)


def _goes_on(before: Row, row: Row, page: _Page) -> bool:
    """Say whether a line goes on with the paragraph of the line before it."""
    words, ahead = row.text, before.text
    plan_ends = ahead.rstrip().endswith("./.")
    if before.of_table or row.of_table or "|" in words or "|" in ahead or plan_ends:
        return False
    full = not _is_short(before, page)
    ended = _has_ended(before)
    if _OPENS.match(words):
        # A dash or "Điều 5" that a full line happens to break before stands at the margin, what
        # opens a paragraph does not.
        return full and not ended and page.indents and not _indented(row, page)
    if max(row.left, before.left) > page.left + 0.25 * page.width:
        return False
    gap = row.top - before.bottom
    if gap > 2.2 * (before.bottom - before.top):
        return False
    indented = _indented(row, page)
    lower = words[:1].islower()
    if full:
        return not (indented and not lower) and not (ended and indented)
    return lower and not ended and len(ahead) > 25


def told(unsure: Iterable[Doubt]) -> tuple[Doubt, ...]:
    """Return the doubtful stretches among unsure words, those that follow one another as one."""
    found: list[Doubt] = []
    for start, end, certainty in unsure:
        if certainty >= DOUBTFUL:
            continue
        if found and start - found[-1][1] <= 1:
            found[-1] = (found[-1][0], end, min(found[-1][2], certainty))
        else:
            found.append((start, end, certainty))
    return tuple(found)
