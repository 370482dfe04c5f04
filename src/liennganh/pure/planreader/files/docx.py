"""Text of a DOCX in the order of the document, with the numbers and bullets that Word would print.

Read from the XML itself: python-docx leaves out text boxes and computes no automatic numbers.
Deleted text of tracked changes is left out, inserted text is kept.
"""

# ruff: noqa: PLR2004 - small lengths and distances in characters, explained where they stand

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from .errors import UnreadableFileError, unreadable
from .numbering import Numbering, W, numbering_of

MAX_UNPACKED = 200 * 1024 * 1024  # bytes of all parts together
MAX_RATIO = 250  # unpacked to packed, of parts above a megabyte
MAX_ROWS = 5_000
MAX_COLUMNS = 60
_BROKEN = (
    zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, OSError, EOFError, ValueError,
    NotImplementedError, RuntimeError,
)  # fmt: skip
_MAX_DEPTH = 200
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED = frozenset({f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}delText", _FALLBACK})


@dataclass
class _Styles:
    """Numbering that a paragraph takes from its style, inherited from style to style."""

    numbered: dict[str, tuple[str, int]] = field(default_factory=dict)
    parents: dict[str, str] = field(default_factory=dict)

    def find(self, name: str) -> tuple[str, int] | None:
        for _ in range(20):
            if name in self.numbered:
                return self.numbered[name]
            if name not in self.parents:
                return None
            name = self.parents[name]
        return None


def docx_text(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Return the text of a DOCX and warnings.

    Raises:
        UnreadableFileError: zip_bomb, damaged, table_too_large.

    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _refuse_bomb(archive)
            document = _part(archive, "word/document.xml")
            numbering = numbering_of(_part(archive, "word/numbering.xml"))
            styles = _styles(_part(archive, "word/styles.xml"))
    except UnreadableFileError:
        raise
    except _BROKEN:
        raise unreadable("damaged") from None
    if document is None:
        raise unreadable("damaged")
    body = document.find(f"{W}body")
    if body is None:
        raise unreadable("damaged")
    walker = _Walker(numbering, styles)
    lines = list(walker.blocks(body, 0))
    changed = next(document.iter(f"{W}del", f"{W}ins"), None) is not None
    warnings = ("Tệp còn vết sửa (Track changes): phần đã xóa không được đọc.",) if changed else ()
    return "\n".join(lines), warnings


def _refuse_bomb(archive: zipfile.ZipFile) -> None:
    """Judge by the directory of the archive, before anything is unpacked."""
    infos = archive.infolist()
    total = sum(info.file_size for info in infos)
    if total > MAX_UNPACKED or len(infos) > 20_000:
        raise unreadable("zip_bomb")
    for info in infos:
        if info.file_size > 1024 * 1024 and info.file_size > MAX_RATIO * max(info.compress_size, 1):
            raise unreadable("zip_bomb")


def _part(archive: zipfile.ZipFile, name: str) -> Any:
    try:
        info = archive.getinfo(name)
    except KeyError:
        return None
    # A directory can lie about sizes: never read past what it declared.
    with archive.open(info) as stream:
        raw = stream.read(info.file_size + 1)
    if len(raw) > info.file_size:
        raise unreadable("zip_bomb")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False
    )
    return etree.fromstring(raw, parser)


def _styles(root: Any) -> _Styles:
    styles = _Styles()
    for style in root.iter(f"{W}style") if root is not None else ():
        name = style.get(f"{W}styleId") or ""
        based = style.find(f"{W}basedOn")
        if based is not None:
            styles.parents[name] = based.get(f"{W}val") or ""
        number = style.find(f"{W}pPr/{W}numPr")
        if number is not None and (found := _reference(number)):
            styles.numbered[name] = found
    return styles


def _reference(number: Any) -> tuple[str, int] | None:
    list_id = number.find(f"{W}numId")
    level = number.find(f"{W}ilvl")
    depth = level.get(f"{W}val") if level is not None else "0"
    if list_id is None:
        return None
    return list_id.get(f"{W}val") or "0", int(depth) if depth and depth.isdigit() else 0


@dataclass
class _Walker:
    numbering: Numbering
    styles: _Styles

    def blocks(self, parent: Any, depth: int) -> Iterator[str]:
        """Yield the lines of paragraphs, tables and content controls, in order."""
        if depth > _MAX_DEPTH:
            raise unreadable("damaged")
        for child in parent:
            if child.tag == f"{W}p":
                yield from self._paragraph(child, depth)
            elif child.tag == f"{W}tbl":
                yield from self._table(child, depth + 1)
            elif child.tag in {
                f"{W}sdt",
                f"{W}sdtContent",
                f"{W}ins",
                f"{W}smartTag",
                f"{W}customXml",
            }:
                yield from self.blocks(child, depth + 1)

    def _paragraph(self, node: Any, depth: int) -> Iterator[str]:
        boxes: list[Any] = []
        text = "".join(_runs(node, boxes))
        label = self._label(node) if text.strip() else ""
        for number, line in enumerate(text.split("\n")):
            clean = " ".join(line.split())
            yield f"{label} {clean}" if label and number == 0 else clean
        for box in boxes:
            yield from self.blocks(box, depth + 1)

    def _label(self, node: Any) -> str:
        number = node.find(f"{W}pPr/{W}numPr")
        found = _reference(number) if number is not None else None
        if found is None:
            style = node.find(f"{W}pPr/{W}pStyle")
            found = self.styles.find(style.get(f"{W}val") or "") if style is not None else None
        return self.numbering.label(*found) if found else ""

    def _table(self, node: Any, depth: int) -> Iterator[str]:
        rows = [row for row in node.iter(f"{W}tr") if _owner(row) is node]
        if len(rows) > MAX_ROWS:
            raise unreadable("table_too_large", rows=MAX_ROWS, columns=MAX_COLUMNS)
        above: dict[int, str] = {}
        yield ""
        for row in rows:
            cells = self._cells(row, depth, above)
            if len(cells) > MAX_COLUMNS:
                raise unreadable("table_too_large", rows=MAX_ROWS, columns=MAX_COLUMNS)
            if len(cells) == 1:
                yield from cells[0]
            else:
                yield " | ".join(" ".join(" ".join(c).split()).replace("|", "/") for c in cells)
        yield ""

    def _cells(self, row: Any, depth: int, above: dict[int, str]) -> list[list[str]]:
        """Return the lines of each cell; a cell merged downwards repeats the text above it."""
        cells: list[list[str]] = []
        for cell in row.iter(f"{W}tc"):
            if _owner_row(cell) is not row:
                continue
            lines = [line for line in self.blocks(cell, depth + 1) if line]
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            at = len(cells)
            if merge is not None and merge.get(f"{W}val") != "restart":
                lines = [above.get(at, "")]
            else:
                above[at] = " ".join(lines)
            cells.append(lines)
            span = cell.find(f"{W}tcPr/{W}gridSpan")
            width = span.get(f"{W}val") if span is not None else "1"
            extra = int(width) - 1 if width and width.isdigit() else 0
            if extra > MAX_COLUMNS:
                raise unreadable("table_too_large", rows=MAX_ROWS, columns=MAX_COLUMNS)
            cells += [[""] for _ in range(extra)]
        return cells


def _owner(row: Any) -> Any:
    return next((up for up in row.iterancestors(f"{W}tbl")), None)


def _owner_row(cell: Any) -> Any:
    return next((up for up in cell.iterancestors(f"{W}tr")), None)


def _runs(node: Any, boxes: list[Any]) -> Iterator[str]:
    """Yield the text of a paragraph; text boxes are put aside, deletions and fallbacks left out."""
    stack = [iter(node)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
            continue
        tag = child.tag
        if tag in _SKIPPED or not isinstance(tag, str):
            continue
        if tag == f"{W}txbxContent":
            boxes.append(child)
        elif tag == f"{W}t":
            yield child.text or ""
        elif tag == f"{W}tab":
            # A tab stop defined in the paragraph's properties has a position; only real ones print.
            yield "" if child.get(f"{W}pos") else "\t"
        elif tag in {f"{W}br", f"{W}cr"}:
            yield "\n"
        elif tag == f"{W}noBreakHyphen":
            yield "-"
        else:
            stack.append(iter(child))
