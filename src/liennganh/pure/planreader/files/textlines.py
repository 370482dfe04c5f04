"""Lines of a page: characters on one height, with the spaces that their places ask for."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from .encodings import convert_run, fonts_to_convert
from .glyphs import Piece

_LEVEL = 0.3  # of the size: pieces whose bases differ by less stand on one line
_COLUMN = 3.2  # of the size: a wider gap parts columns
_SPACE = 0.17  # of the size: a wider gap is a space that was not drawn
_SMALL = 0.8  # of the line's size: raised letters smaller than this are marks
_LABEL = re.compile(
    r"\s*(?:[-–—+•●▪◦*]|[IVXLC]{1,6}[.)/]|\d{1,2}(?:\.\d{1,2}){0,3}[.)/]?|\w{1,2}[.)])\s*"
)
_NOTE_MARK = re.compile(r"[\[(]?(?:\d{1,3}|\*{1,3})[\])]?")
_MOST_MARKS = 40  # of notes above one line
_SQUARES = {"2": "²", "3": "³"}
_LETTERS_ENOUGH = 6


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page; ``first`` is the width of its first word, ``marks`` its note marks.

    ``columns`` is where the text after each bar begins; a line ``alone`` is joined with no other.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    first: float = 0.0
    bold_start: bool = False
    bold_end: bool = False
    marks: tuple[str, ...] = ()
    columns: tuple[float, ...] = ()
    alone: bool = False


def lines_of(pieces: Sequence[Piece]) -> list[Line]:
    """Return the lines from top to bottom; columns on one height have bars between them."""
    pieces = _converted(pieces)
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda p: -p.base):
        # A raised mark is looked for on the line below it as well, so the last row alone decides.
        if rows and abs(_base(rows[-1]) - piece.base) < _LEVEL * max(piece.size, rows[-1][0].size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [line for row in _with_marks(rows) if (line := _line(row))]


def _base(row: Sequence[Piece]) -> float:
    return row[0].base


def _converted(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Turn runs in the fonts of the old encodings into Unicode."""
    old = fonts_to_convert((piece.font, piece.text) for piece in pieces)
    if not old:
        return pieces
    for piece in pieces:
        if len(piece.text) != len(piece.chars):
            continue
        if not (parts := convert_run(piece.text, piece.font, old)):
            continue
        piece.lefts = [piece.lefts[start] for start, _, _ in parts]
        piece.rights = [piece.rights[end - 1] for _, end, _ in parts]
        piece.chars = [char for _, _, char in parts]
    return pieces


def _with_marks(rows: list[list[Piece]]) -> list[list[Piece]]:
    """Put rows of nothing but small raised pieces into the line below that they belong to."""
    out: list[list[Piece]] = []
    raised: list[Piece] = []
    for row in rows:
        size = max(piece.size for piece in row)
        mine = [
            p
            for p in raised
            if p.size < _SMALL * size
            and p.base - _base(row) < 0.7 * size
            and any(abs(p.left - q.right) < size for q in row)
        ]
        rest = [p for p in raised if p not in mine]
        if rest:
            out.append(rest)
        raised = []
        small = all(_NOTE_MARK.fullmatch(p.text.strip()) for p in row if p.text.strip())
        if small and not mine and len(row) <= _MOST_MARKS:
            raised = row
        else:
            out.append([*row, *mine])
    return [*out, raised] if raised else out


def _line(row: list[Piece]) -> Line | None:
    body = [p for p in row if p.text.strip()]
    if not body:
        return None
    size = max(body, key=lambda p: len(p.chars)).size
    base = max(body, key=lambda p: len(p.chars)).base
    marks: list[str] = []
    kept: list[Piece] = []
    for piece in sorted(body, key=lambda p: p.left):
        raised = piece.size < _SMALL * size and piece.base > base + 0.1 * size
        words = piece.text.strip()
        if raised and kept and kept[-1].text.rstrip().endswith("m") and words in _SQUARES:
            piece.chars = [_SQUARES[words]]
            piece.lefts, piece.rights = piece.lefts[:1], piece.rights[-1:]
        elif raised and kept and _NOTE_MARK.fullmatch(words):
            marks.append(words.strip("[]()"))
            continue
        kept.append(piece)
    if not kept:
        return None
    text, first, columns = _text(kept, size)
    if not text.strip():
        return None
    return Line(
        text, kept[0].left, max(p.right for p in kept), base, size, first,
        kept[0].bold, kept[-1].bold, tuple(marks), columns,
    )  # fmt: skip


def _text(pieces: Sequence[Piece], size: float) -> tuple[str, float, tuple[float, ...]]:
    """Join the characters; return the text, the width of its first word, where columns begin."""
    chars = [c for p in pieces for c in p.chars]
    lefts = [x for p in pieces for x in p.lefts]
    rights = [x for p in pieces for x in p.rights]
    space = _space(chars, lefts, rights, size)
    out: list[str] = []
    columns: list[float] = []
    first = 0.0
    for at, char in enumerate(chars):
        gap = lefts[at] - rights[at - 1] if at else 0.0
        blank = char.isspace()
        if at and not blank and gap > _COLUMN * size and not _LABEL.fullmatch("".join(out)):
            out.append(" | ")
            columns.append(lefts[at])
        elif at and not blank and gap > space and out and not out[-1].isspace():
            out.append(" ")
        if (blank or (out and out[-1] == " ")) and not first and any(c.strip() for c in out):
            first = rights[at - 1] - lefts[0]
        out.append(" " if blank else char)
    text = re.sub(r"\s+(?=[\u0300-\u036f])", "", "".join(out))
    text = re.sub(r"\s*\|\s*", " | ", re.sub(r"[ \u00a0]+", " ", text))
    clean = unicodedata.normalize("NFC", text.strip())
    return clean, first or rights[-1] - lefts[0], tuple(columns)


def _space(
    chars: Sequence[str], lefts: Sequence[float], rights: Sequence[float], size: float
) -> float:
    """Return the gap from which on a space was meant; letters set wide apart raise it."""
    gaps = [
        lefts[at] - rights[at - 1]
        for at in range(1, len(chars))
        if not chars[at].isspace() and not chars[at - 1].isspace()
    ]
    if len(gaps) < _LETTERS_ENOUGH:
        return _SPACE * size
    usual = median(gaps)
    return max(_SPACE * size, 1.8 * usual) if usual > 0.08 * size else _SPACE * size
