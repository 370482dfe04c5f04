"""A DOCX's body from top to bottom: paragraphs with their labels, tables row by row."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .errors import unreadable
from .heads import columns_in, head_lines, in_one, is_head
from .numbering import Numbering, W
from .runs import Runs
from .styles import Styles, reference

MAX_ROWS = 5_000
MAX_COLUMNS = 60
_MAX_DEPTH = 100
_MAX_ROW_CHARS = 200_000
_HEAD_LINES = 12  # a head set with tabs stands within the first lines
_WRAPPERS = frozenset(
    f"{W}{n}" for n in ("sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml")
)
_TWO = 2


@dataclass
class Walker:
    """Yields lines in document order; numbers count on from call to call."""

    numbering: Numbering
    styles: Styles
    runs: Runs
    pending: str = ""
    seen: int = 0

    def blocks(self, parent: Any, depth: int) -> Iterator[str]:
        """Yield the lines of paragraphs, tables and content controls, in order."""
        if depth > _MAX_DEPTH:
            raise unreadable("damaged")
        for child in _unwrapped(parent, depth):
            if child.tag == f"{W}p":
                yield from self._paragraph(child, depth)
            else:
                yield from self.rest()
                yield from self._table(child, depth + 1)

    def rest(self) -> Iterator[str]:
        """Yield what a paragraph without its mark left, where no paragraph follows."""
        text, self.pending = " ".join(self.pending.split()), ""
        if text:
            yield text

    def _paragraph(self, node: Any, depth: int) -> Iterator[str]:
        boxes: list[Any] = []
        named = node.find(f"{W}pPr/{W}pStyle")
        style = (named.get(f"{W}val") or "") if named is not None else ""
        text = self.pending + self.runs.text(node, style, boxes)
        self.pending = ""
        if _mark_is_deleted(node):
            # Without its mark a paragraph goes on in the next one, whose number it takes.
            self.pending = text
        elif not self._is_contents(style):
            yield from self._lines(self._label(node, style) + text if text.strip() else text)
            if not text.strip():
                self._label(node, style)
        for box in boxes:
            yield from self.blocks(box, depth + 1)

    def _lines(self, text: str) -> Iterator[str]:
        for line in text.split("\n"):
            if line.strip():
                self.seen += 1
            words = columns_in(line) if self.seen <= _HEAD_LINES else line
            yield " ".join(words.split())

    def _is_contents(self, style: str) -> bool:
        return any(name in self.styles.contents for name in self.styles.chain(style))

    def _label(self, node: Any, style: str) -> str:
        number = node.find(f"{W}pPr/{W}numPr")
        list_id, level = reference(number) if number is not None else (None, None)
        of_style = self.styles.numbered(style or self.styles.default)
        if list_id is None and of_style is not None:
            list_id, own, owner = of_style
            level = level if level is not None else own
            if level is None:
                level = self.numbering.level_of(list_id, owner)
        return self.numbering.label(list_id, level or 0) if list_id is not None else ""

    def _table(self, node: Any, depth: int) -> Iterator[str]:

        above: dict[int, str] = {}
        rows: list[list[list[str]]] = []
        for number, row in enumerate(_children(node, f"{W}tr", depth)):
            if number >= MAX_ROWS:
                raise unreadable("table_too_large", rows=MAX_ROWS, columns=MAX_COLUMNS)
            if row.find(f"{W}trPr/{W}del") is None:
                rows.append(self._cells(row, depth, above))
        yield ""
        columns = max((sum(bool(cell) for cell in row) for row in rows), default=0)
        if (
            columns == _TWO
            and self.seen <= _HEAD_LINES
            and is_head([c for row in rows for c in row])
        ):
            for row in rows:
                filled = [cell for cell in row if cell]
                yield from head_lines(filled[0] if filled else [], filled[1] if filled[1:] else [])
        else:
            for row in rows:
                yield from row[0] if len(row) == 1 else [" | ".join(in_one(c) for c in row)]
        yield ""
        self.seen += len(rows)

    def _cells(self, row: Any, depth: int, above: dict[int, str]) -> list[list[str]]:
        """Return the lines of each cell; a cell merged downwards repeats the text above it."""
        cells: list[list[str]] = [[] for _ in range(_width(row.find(f"{W}trPr/{W}gridBefore"), 0))]
        for cell in _children(row, f"{W}tc", depth):
            properties = cell.find(f"{W}tcPr")
            if _has(properties, "cellDel"):
                continue
            lines = [line for line in self.blocks(cell, depth + 1) if line]
            lines += self.rest()
            at = len(cells)
            if _goes_on(properties, "vMerge"):
                lines = [above[at]] if above.get(at) else []
            elif _goes_on(properties, "hMerge"):
                lines = []
            else:
                above[at] = " ".join(lines)
            cells.append(lines)
            span = properties.find(f"{W}gridSpan") if properties is not None else None
            cells += [[] for _ in range(_width(span, 1) - 1)]
            if len(cells) > MAX_COLUMNS or sum(map(len, above.values())) > _MAX_ROW_CHARS:
                raise unreadable("table_too_large", rows=MAX_ROWS, columns=MAX_COLUMNS)
        return cells


def _unwrapped(parent: Any, depth: int) -> Iterator[Any]:
    """Yield paragraphs and tables, also those inside content controls and insertions."""
    if depth > _MAX_DEPTH:
        raise unreadable("damaged")
    for child in parent:
        if child.tag in {f"{W}p", f"{W}tbl"}:
            yield child
        elif child.tag in _WRAPPERS and not _is_gallery(child):
            yield from _unwrapped(child, depth + 1)


def _children(parent: Any, tag: str, depth: int) -> Iterator[Any]:
    """Yield rows of a table or cells of a row, also those inside content controls."""
    if depth > _MAX_DEPTH:
        raise unreadable("damaged")
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _children(child, tag, depth + 1)


def _is_gallery(node: Any) -> bool:
    """Say whether a content control is the table of contents."""
    gallery = node.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and "Contents" in (gallery.get(f"{W}val") or "")


def _mark_is_deleted(paragraph: Any) -> bool:
    mark = paragraph.find(f"{W}pPr/{W}rPr")
    return mark is not None and (_has(mark, "del") or _has(mark, "moveFrom"))


def _has(node: Any, name: str) -> bool:
    return node is not None and node.find(f"{W}{name}") is not None


def _goes_on(properties: Any, name: str) -> bool:
    """Say whether a cell is merged with the one above it or before it."""
    merge = properties.find(f"{W}{name}") if properties is not None else None
    return merge is not None and merge.get(f"{W}val") != "restart"


def _width(node: Any, default: int) -> int:
    value = node.get(f"{W}val") if node is not None else None
    if not value or not value.isascii() or not value.isdigit():
        return default
    if len(value) > 3 or int(value) > MAX_COLUMNS + 1:  # noqa: PLR2004 - digits
        raise unreadable("table_too_large", rows=MAX_ROWS, columns=MAX_COLUMNS)
    return int(value)
