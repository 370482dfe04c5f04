"""The characters of a PDF page with their places, turned upright."""

import ctypes
import math
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import pypdfium2
from pypdfium2 import raw

_LIGATURES = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
_HYPHENS = frozenset({0x02, 0xFFFE})  # what pdfium gives for a hyphen at the end of a line
_BULLETS = {0xF02B: "+", 0xF0B7: "•", 0xF0A7: "▪", 0xF06F: "•"}
_PRIVATE = range(0xE000, 0xF900)
_BOLD = 600
_MAX_CHARS = 200_000  # on one page
_MOST_ASLANT = 40  # words aslant that are looked at
_SLANT = 0.05  # radians off the page's own direction: watermarks and stamps stand aslant


@dataclass(slots=True)
class Piece:
    """Characters of one text object: edges in points, ``base`` the height they stand on."""

    base: float
    size: float
    bold: bool
    font: str
    chars: list[str] = field(default_factory=list)
    lefts: list[float] = field(default_factory=list)
    rights: list[float] = field(default_factory=list)

    @property
    def left(self) -> float:
        return self.lefts[0]

    @property
    def right(self) -> float:
        return self.rights[-1]

    @property
    def text(self) -> str:
        return "".join(self.chars)


@dataclass(frozen=True, slots=True)
class Upright:
    """Turns points of a page so that its text runs from left to right."""

    quarter: int = 0

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return a point in upright coordinates."""
        return ((x, y), (y, -x), (-x, -y), (-y, x))[self.quarter]

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, ...]:
        """Return a box in upright coordinates: left, bottom, right, top."""
        x1, y1 = self.point(left, bottom)
        x2, y2 = self.point(right, top)
        return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def pieces_of(page: pypdfium2.PdfPage) -> tuple[list[Piece], Upright, list[str]]:
    """Return the text objects of a page, how it was turned, and apart the words that stand aslant."""
    opened = page.get_textpage()
    textpage = opened.raw  # asked a few times for each character
    try:
        runs = _runs(textpage, min(opened.count_chars(), _MAX_CHARS))
        # The library counts clockwise.
        angles = [-raw.FPDFText_GetCharAngle(textpage, run[0]) for run in runs]
        tally: Counter[int] = Counter()
        for run, angle in zip(runs, angles, strict=True):
            tally[round(angle / (math.pi / 2)) % 4] += len(run)
        upright = Upright(tally.most_common(1)[0][0] if tally else 0)
        pieces: list[Piece] = []
        aslant: list[str] = []
        for run, angle in zip(runs, angles, strict=True):
            off = math.remainder(angle - upright.quarter * math.pi / 2, 2 * math.pi)
            if abs(off) < _SLANT:
                _add(pieces, _piece(textpage, run, upright))
            elif len(aslant) < _MOST_ASLANT:
                aslant.append(_piece(textpage, run, upright).text)
        return _once(pieces), upright, aslant
    finally:
        opened.close()


def _runs(textpage: Any, count: int) -> list[list[int]]:
    """Return the indices of the characters of each text object, without those pdfium made up."""
    runs: list[list[int]] = []
    before = -1
    for index in range(count):
        owner = raw.FPDFText_GetTextObject(textpage, index)
        if not owner or raw.FPDFText_IsGenerated(textpage, index) == 1:
            continue
        address = ctypes.addressof(owner.contents)
        if address != before or not runs:
            runs.append([])
            before = address
        runs[-1].append(index)
    return runs


def _piece(textpage: Any, run: list[int], upright: Upright) -> Piece:
    first = run[0]
    x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
    raw.FPDFText_GetCharOrigin(textpage, first, x, y)
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(textpage, first, matrix)
    size = raw.FPDFText_GetFontSize(textpage, first) * (math.hypot(matrix.c, matrix.d) or 1.0)
    font = _font(textpage, first)
    bold = "Bold" in font or raw.FPDFText_GetFontWeight(textpage, first) >= _BOLD
    piece = Piece(upright.point(x.value, y.value)[1], max(size, 1.0), bold, font)
    for index in run:
        char = _char(raw.FPDFText_GetUnicode(textpage, index))
        if not char:
            continue
        raw.FPDFText_GetLooseCharBox(textpage, index, box)
        left, right = box.left, box.right
        if upright.quarter:
            left, _, right, _ = upright.box(left, box.bottom, right, box.top)
        piece.chars.append(char)
        piece.lefts.append(left)
        piece.rights.append(right)
    return piece


def _font(textpage: Any, index: int) -> str:
    buffer = ctypes.create_string_buffer(80)
    flags = ctypes.c_int()
    raw.FPDFText_GetFontInfo(textpage, index, buffer, 80, flags)
    return buffer.value.decode("utf-8", "replace")


@lru_cache(maxsize=8_192)
def _char(code: int) -> str:
    if code in _HYPHENS:
        return "-"
    if code in _PRIVATE:
        # Symbol fonts draw bullets from here; other private signs cannot be read.
        return _BULLETS.get(code, "-" if code >= 0xF000 else "\ufffd")  # noqa: PLR2004
    char = chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""  # noqa: PLR2004
    if char in _LIGATURES:
        return _LIGATURES[char]
    return "" if char and unicodedata.category(char) == "Cc" else char


def _add(pieces: list[Piece], piece: Piece) -> None:
    if not piece.chars:
        return
    if pieces and unicodedata.combining(piece.chars[0][0]):
        # An accent drawn after its letter, as a text object of its own.
        last = pieces[-1]
        while len(last.chars) > 1 and last.chars[-1] == " ":
            last.chars.pop()
            last.lefts.pop()
            last.rights.pop()
        last.chars[-1] += piece.text
        return
    pieces.append(piece)


def _once(pieces: list[Piece]) -> list[Piece]:
    """Drop what is drawn twice in one place, as some programs do for bold letters."""
    seen: set[tuple[str, int, int]] = set()
    kept = []
    for piece in pieces:
        key = (piece.text, round(piece.left), round(piece.base))
        if key not in seen:
            kept.append(piece)
        seen.add(key)
    return kept
