"""Text of a PDF that has text: lines put back into paragraphs, ruled tables row by row.

Notes at the foot of a page are left out: they cite and explain, and hold no duties.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

import pypdfium2
from pypdfium2 import raw

from liennganh.pure.planreader.lines import normalise
from liennganh.pure.planreader.secrecy import stamp_among

from .encodings import convert_fonts
from .errors import unreadable
from .glyphs import pieces_of
from .grids import grids_of, rows_of
from .heads import head_of_page
from .paragraphs import paragraphs_of
from .running import Page, without_notes, without_running
from .textlines import Line, lines_of
from .values import Doubts, ExtractedText, RecognisedPage

MAX_PAGES = 2_000
MAX_CHARS = 6_000_000  # three thousand characters a page
_MIN_CHARS_PER_PAGE = 15  # a page of a scan holds a stamp or a page number at most
_MAX_CHARS_OF_A_STAMP = 400  # "Người ký: … Cơ quan: … Thời gian ký: …" and a file number
_EDGE = 10  # lines at the head or foot of a page among which a stamp of secrecy may stand
_MIN_WORDS = 20  # to judge whether a text layer holds words at all
_WORD = re.compile(r"[^\W\d_]{1,12}[,.;:)”\"]*|\W?\d[\d.,/%-]*\W?|[-–+•(“\"]\S{0,12}")


def pdf_text(data: bytes, recognised: Mapping[int, RecognisedPage]) -> ExtractedText:
    """Return the text of a PDF, with the recognised text of pages (from 0) that have none.

    Raises:
        UnreadableFileError: encrypted_pdf, scanned_pdf (most pages have no text), too_long,
            damaged.

    """
    pages, stamp = _pages(data)
    bare = tuple(n for n, page in enumerate(pages) if not _has_text(page))
    missing = tuple(n for n in bare if n not in recognised)
    if len(missing) > len(pages) / 2:
        raise unreadable("scanned_pdf", pages=missing)
    for number in bare:
        pages[number] = []
    pages, notes = _body(pages)
    own, warned = _unicode(paragraphs_of(pages))
    text, doubts = _assembled(own, {n: recognised[n] for n in bare if n in recognised})
    return ExtractedText(text, "pdf", (*_warnings(missing, notes), *warned), doubts, missing, stamp)


def _pages(data: bytes) -> tuple[list[Page], str]:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower() or b"/Encrypt" in data
        raise unreadable("encrypted_pdf" if locked else "damaged") from None
    try:
        if len(document) == 0:
            raise unreadable("damaged")
        return _all_pages(document)
    except pypdfium2.PdfiumError:
        raise unreadable("damaged") from None
    finally:
        document.close()


def _all_pages(document: pypdfium2.PdfDocument) -> tuple[list[Page], str]:
    """Return the pages, and a stamp of secrecy at the edge of one or across it."""
    pages: list[Page] = []
    stamp = ""
    size = 0
    for number in range(len(document)):
        page, aslant = _page(document, number)
        pages.append(page)
        stamp = stamp or stamp_among((*_edge_words(page), *aslant, "".join(aslant)))
        size += sum(len(words) for words in _texts(pages[-1]))
        if size > MAX_CHARS or number >= MAX_PAGES:
            raise unreadable("too_long", pages_allowed=MAX_PAGES)
    return pages, stamp


def _edge_words(page: Page) -> list[str]:
    """Return what stands at the head and foot of a page, column by column: there it is stamped."""
    texts = _texts([*page[:_EDGE], *page[-_EDGE:]])
    return [part for text in texts for part in text.split("|")]


def _page(document: pypdfium2.PdfDocument, number: int) -> tuple[Page, list[str]]:
    """Return the lines of a page and the rows of its tables, downwards; and what stands aslant."""
    try:
        return _items(document[number])
    except pypdfium2.PdfiumError:
        return [], []  # one bad page does not lose the rest: it counts as one without text


def _items(page: pypdfium2.PdfPage) -> tuple[Page, list[str]]:
    try:
        pieces, upright, aslant = pieces_of(page)
        found: Page = []
        for grid in grids_of(page, upright) if pieces else ():
            rows, pieces = rows_of(grid, pieces)
            found += rows
        items: Page = sorted([*lines_of(pieces), *found], key=lambda item: -item.base)
        stamp = sum(len(words) for words in _texts(items)) < _MAX_CHARS_OF_A_STAMP
        return ([] if stamp and _is_picture(page) else items), aslant
    finally:
        page.close()


def _is_picture(page: pypdfium2.PdfPage) -> bool:
    """Say whether one picture covers most of a page: a scan, on which a signature may be stamped."""
    width, height = page.get_size()
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = item.get_bounds()
        if (right - left) * (top - bottom) > 0.6 * width * height:
            return True
    return False


def _texts(page: Page) -> list[str]:
    return [item.text if isinstance(item, Line) else " ".join(item.cells) for item in page]


def _has_text(page: Page) -> bool:
    """Say whether a page has text, and its text layer words: a wrong table of letters gives none."""
    texts = _texts(page)
    if sum(len(text) for text in texts) < _MIN_CHARS_PER_PAGE:
        return False
    words = convert_fonts(" ".join(texts))[0].split()
    good = sum(_WORD.fullmatch(word) is not None for word in words)
    return len(words) < _MIN_WORDS or good > len(words) / 2


def _body(pages: Sequence[Page]) -> tuple[list[Page], int]:
    """Return the pages without running heads, page numbers and notes, and how many notes."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for item in page:
            if isinstance(item, Line):
                sizes[round(item.size, 1)] += len(item.text)
    usual = sizes.most_common(1)[0][0] if sizes else 0.0
    out, total = [], 0
    for page in without_running(pages):
        body, notes = without_notes(page, usual)
        out.append(body)
        total += notes
    first = next((page for page in out if page), [])
    lines = [item for item in first[:20] if isinstance(item, Line)]
    head, taken = head_of_page(lines)
    gone = {id(line) for line in lines[:taken]}
    first[:] = [*head, *(item for item in first if id(item) not in gone)]
    return out, total


def _unicode(pages: list[list[str]]) -> tuple[list[list[str]], tuple[str, ...]]:
    """Undo old fonts in all paragraphs together, since single ones are too short to tell."""
    text, warnings = convert_fonts("\n".join(words for page in pages for words in page))
    if not warnings:
        return pages, ()
    turned = iter(text.split("\n"))
    return [[next(turned) for _ in page] for page in pages], warnings


def _assembled(
    pages: list[list[str]], recognised: Mapping[int, RecognisedPage]
) -> tuple[str, Doubts]:
    """Put recognised pages in their places; each part is normalised, so offsets hold."""
    parts: list[str] = []
    doubts: list[tuple[int, int, float]] = []
    at = 0
    for number, page in enumerate(pages):
        found = recognised.get(number)
        texts = [normalise(words) for words in page] if found is None else [found.text]
        if found is not None:
            doubts += [(at + start, at + end, sure) for start, end, sure in found.doubts]
        for text in texts:
            parts.append(text)
            at += len(text) + 1
    return "\n".join(parts), tuple(doubts)


def _warnings(missing: Sequence[int], notes: int) -> tuple[str, ...]:
    out = []
    if missing:
        listed = ", ".join(str(n + 1) for n in missing[:10]) + ("…" if len(missing) > 10 else "")  # noqa: PLR2004
        out.append(
            f"{len(missing)} trang không có chữ (có thể là ảnh quét), nội dung các trang đó không "
            f"được đọc: trang {listed}."
        )
    if notes:
        out.append(f"Tệp có {notes} chú thích cuối trang; nội dung chú thích không được đọc.")
    return tuple(out)
