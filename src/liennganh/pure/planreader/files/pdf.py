"""Text of a PDF that has text: lines put back into paragraphs by where they stand on the page."""

# ruff: noqa: PLR2004 - small lengths and distances in characters, explained where they stand

import re
from collections.abc import Mapping
from dataclasses import dataclass

import pypdfium2

from liennganh.pure.planreader.lines import normalise

from .encodings import convert_fonts
from .errors import unreadable
from .ruled import RuledTable, has_rules, ruled_tables
from .values import ExtractedText, RecognisedPage

MAX_PAGES = 2_000
_PAGE_NUMBER = re.compile(r"[-–\s]*(?:(?:[Tt]rang|[Pp]age)\s*)?\d{1,4}(?:\s*/\s*\d{1,4})?[-–\s]*")
_STARTS = re.compile(
    r"\s*(?:[-–+•*]\s|[IVX]{1,5}[.)]\s|\d{1,2}(?:\.\d{1,2}){0,3}[.)]?\s+\D|[a-zđ][.)]\s|Căn cứ\s|Điều\s+\d)"
)
_MIN_CHARS_PER_PAGE = 15  # a page of a scan holds a stamp or a page number at most


@dataclass(frozen=True, slots=True)
class _Line:
    left: float
    right: float
    top: float
    bottom: float
    text: str


def pdf_text(data: bytes, recognised: Mapping[int, RecognisedPage]) -> ExtractedText:
    """Return the text of a PDF, with the recognised text of pages (from 0) that have none.

    Raises:
        UnreadableFileError: encrypted_pdf, scanned_pdf, damaged.

    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower() or b"/Encrypt" in data
        raise unreadable("encrypted_pdf" if locked else "damaged") from None
    try:
        if len(document) == 0:
            raise unreadable("damaged")
        count = min(len(document), MAX_PAGES)
        pages = [_page_lines(document, n) for n in range(count)]
        ruled = [n for n in range(count) if _is_ruled(document, n)]
    except pypdfium2.PdfiumError:
        raise unreadable("damaged") from None
    finally:
        document.close()
    for number, tables in _tables(data, ruled).items():
        pages[number] = _with_rows(pages[number], tables)
    bare = tuple(
        n for n, page in enumerate(pages)
        if sum(len(line.text) for line in page) < _MIN_CHARS_PER_PAGE
    )  # fmt: skip
    missing = tuple(n for n in bare if n not in recognised)
    if len(missing) > len(pages) / 2:
        raise unreadable("scanned_pdf", pages=missing)
    warnings = (
        (
            (
                f"{len(missing)} trang không có chữ (có thể là ảnh quét), nội dung các trang đó không "
                "được đọc."
            ),
        )
        if missing
        else ()
    )
    text, warned = convert_fonts(_paragraphs(_without_running(pages)))
    return ExtractedText(normalise(text), "pdf", warnings + warned, scanned_pages=missing)


def _is_ruled(document: pypdfium2.PdfDocument, number: int) -> bool:
    page = document[number]
    try:
        return has_rules(page)
    finally:
        page.close()


def _tables(data: bytes, pages: list[int]) -> dict[int, tuple[RuledTable, ...]]:
    try:
        return ruled_tables(data, pages)
    except Exception:  # noqa: BLE001 - a grid that cannot be read leaves the lines as they stand
        return {}


def _with_rows(lines: list[_Line], tables: tuple[RuledTable, ...]) -> list[_Line]:
    """Put one line for each row of a table in the place of the pieces that stand in its grid."""
    out = list(lines)
    for table in tables:
        inside = [
            i
            for i, line in enumerate(out)
            if table.bottom <= (line.top + line.bottom) / 2 <= table.top
            and line.left >= table.left - 1
            and line.left <= table.right
        ]
        if not inside:
            continue
        rows = [
            _Line(table.left, table.right, table.top, table.bottom, " | ".join(row))
            for row in table.rows
        ]
        kept = set(inside)
        before = [line for i, line in enumerate(out) if i < inside[0]]
        after = [line for i, line in enumerate(out) if i > inside[0] and i not in kept]
        out = [*before, *rows, *after]
    return out


def _page_lines(document: pypdfium2.PdfDocument, number: int) -> list[_Line]:
    page = document[number]
    text_page = page.get_textpage()
    pieces: list[_Line] = []
    for index in range(text_page.count_rects()):
        left, bottom, right, top = text_page.get_rect(index)
        text = (
            text_page.get_text_bounded(left, bottom, right, top)
            .replace("\r", " ")
            .replace("\n", " ")
        )
        text = text.replace("\ufffe", "-").replace("\x02", "-").strip(" ")
        if text.strip():
            pieces.append(_Line(left, right, top, bottom, text))
    text_page.close()
    page.close()
    return _rows(pieces)


def _rows(pieces: list[_Line]) -> list[_Line]:
    """Join pieces that stand on one line, in the order of the file; far apart they are columns.

    The order of the file is kept where a piece stands beside or above the one before it with a wide
    gap: that is the second column of a head, which must not run into the first.
    """
    rows: list[_Line] = []
    for piece in pieces:
        last = rows[-1] if rows else None
        height = piece.top - piece.bottom
        level = (
            last is not None and abs((piece.top + piece.bottom) - (last.top + last.bottom)) < height
        )
        if last is not None and level and piece.left >= last.left:
            gap = piece.left - last.right
            if gap > 3.5 * height:
                rows[-1] = _Line(
                    last.left,
                    piece.right,
                    max(last.top, piece.top),
                    min(last.bottom, piece.bottom),
                    f"{last.text} | {piece.text}",
                )
            else:
                space = "" if gap < 0.12 * height else " "
                rows[-1] = _Line(
                    last.left,
                    max(last.right, piece.right),
                    max(last.top, piece.top),
                    min(last.bottom, piece.bottom),
                    last.text + space + piece.text,
                )
            continue
        rows.append(piece)
    return rows


def _without_running(pages: list[list[_Line]]) -> list[list[_Line]]:
    """Drop page numbers and the lines that head or foot most pages."""
    edges: dict[str, int] = {}
    for page in pages:
        for shape in {_shape(e.text) for e in (*page[:2], *page[-2:])}:
            edges[shape] = edges.get(shape, 0) + 1
    often = {shape for shape, count in edges.items() if count >= 3 and count > len(pages) * 0.6}
    out: list[list[_Line]] = []
    for page in pages:
        kept: list[_Line] = []
        for index, line in enumerate(page):
            edge = index < 2 or index >= len(page) - 2
            if edge and (_PAGE_NUMBER.fullmatch(line.text) or _shape(line.text) in often):
                continue
            kept.append(line)
        out.append(kept)
    return out


def _shape(text: str) -> str:
    return re.sub(r"\d+", "#", text.strip())


def _paragraphs(pages: list[list[_Line]]) -> str:
    """Put hard-wrapped lines together: a line that fills the width goes on in the next one."""
    rights = sorted(line.right for page in pages for line in page)
    lefts = sorted(line.left for page in pages for line in page)
    right = rights[len(rights) * 8 // 10] if rights else 0.0
    left = lefts[len(lefts) // 5] if lefts else 0.0
    width = max(right - left, 1.0)
    out: list[str] = []
    before: _Line | None = None
    for page in pages:
        for line in page:
            if before is not None and _continues(before, line, left, right, width):
                out[-1] = f"{out[-1]} {line.text}"
            else:
                out.append(line.text)
            before = line
    return "\n".join(out)


def _continues(before: _Line, line: _Line, left: float, right: float, width: float) -> bool:
    full = before.right > right - 0.12 * width
    indented = line.left > left + 0.03 * width
    if "|" in before.text or "|" in line.text or _STARTS.match(line.text):
        return False
    ended = before.text.rstrip().endswith((".", ":", ";", "./."))
    if before.left > left + 0.25 * width or line.left > left + 0.25 * width:
        return False
    lower = line.text[:1].islower()
    if full and not (ended and indented):
        return lower or not indented or not ended
    return lower and not ended and len(before.text) > 25
