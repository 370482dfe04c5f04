"""Text of a saved web page as legal portals serve it: its paragraphs, and its tables row by row.

Menus, scripts, hidden parts and lists of related papers are left out. Tables of layout are told
from tables of content by what they hold: the one has long cells or tables inside, the other rows.
"""

# ruff: noqa: SIM905 - names of elements read best in a row
# ruff: noqa: PLR2004 - small counts of columns and digits, explained where they stand

import email
import email.policy
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from lxml import etree

from liennganh.pure.planreader.secrecy import stamp_among

from .errors import unreadable
from .heads import head_lines, in_one, is_head
from .numbering import printed

_BLOCKS = frozenset(
    "p div li h1 h2 h3 h4 h5 h6 section article header main center blockquote pre dd dt ul ol dl "
    "form fieldset figure figcaption address hr caption".split()
)
_LEFT_OUT = frozenset(
    "script style head nav footer noscript template aside button select option svg iframe object "
    "textarea audio video map canvas title".split()
)
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE
)
# Classes and ids of what portals put around a paper; whole words between dashes.
_AROUND = re.compile(
    r"(?:^|[\s_-])(?:menu|nav|navbar|sidebar|breadcrumbs?|related|lien-?quan|footer|ads?|banner|"
    r"comments?|share|social|toolbar|pagination|tags?|popup|modal|login)(?:$|[\s_-])",
    re.IGNORECASE,
)
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_MAX_DEPTH = 120
_MAX_CELLS = 60
_MAX_ROWS = 5_000
_HEAD_STRINGS = 400  # among which a stamp is looked for: menus stand before the paper
_LONG_CELL = 1_500  # characters: longer is a page set as a cell, no cell of a table
_LONG_AROUND = 2_000  # characters: what holds more is the paper itself, whatever its class
_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_MARKED = re.compile(r"\s*(?:[-–+•*]|[IVX\d]{1,5}[.)]|\w[.)]|$)")
_TABLE_PARTS = frozenset({"tr", "td", "th", "tbody", "thead", "tfoot"})


@dataclass(slots=True)
class _Node:
    tag: str
    attrs: dict[str, str] = field(default_factory=dict)
    children: list["_Node | str"] = field(default_factory=list)


_BREAK = _Node("br")


def _tree(markup: str) -> _Node:
    """Return the page as a tree; what is nested beyond reason stands beside what it is in."""
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True
    )
    # Characters that no markup may hold would end the page for the parser.
    clean = _CONTROLS.sub(" ", markup).encode("utf-8", "replace")
    try:
        root = etree.fromstring(clean, parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if any(error.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for error in parser.error_log):
        raise unreadable("damaged")  # what lies deeper was not read
    stack = [_Node("html")]
    for event, element in etree.iterwalk(root, events=("start", "end")) if root is not None else ():
        if event == "end":
            stack.pop()
            stack[-1].children.append(element.tail or "")
            continue
        node = _Node(str(element.tag), dict(element.items()))
        deep = len(stack) > _MAX_DEPTH
        if not deep:
            stack[-1].children.append(node)
        stack.append(stack[-1] if deep else node)
        stack[-1].children.append(element.text or "")
    return stack[0]


def html_text(markup: str) -> tuple[str, str]:
    """Return the text of a page, one paragraph or row of a table on a line, and a stamp of secrecy.

    The stamp is looked for in what is left out as well.

    Raises:
        UnreadableFileError: table_too_large, damaged (nested thousands deep).

    """
    tree = _tree(markup)
    stamp = stamp_among(islice(_strings(tree), _HEAD_STRINGS))
    return "\n".join(_lines(tree)), stamp


def _strings(node: _Node) -> Iterator[str]:
    """Yield the words of a page as they stand between its tags, those of scripts aside."""
    for child in node.children:
        if isinstance(child, str):
            if child.strip():
                yield child.strip()
        elif child.tag not in {"script", "style"}:
            yield from _strings(child)


def _lines(node: _Node) -> list[str]:
    """Return the lines of what is inside a node."""
    out: list[str] = []
    words: list[str] = []

    def flush() -> None:
        for part in "".join(words).split("\n"):
            if line := " ".join(part.split()):
                out.append(line)
        words.clear()

    for child in _flat(node):
        if isinstance(child, str):
            words.append(re.sub(r"\s", " ", child))
        elif child.tag == "br":
            words.append("\n")
        elif child.tag == "table":
            flush()
            out += _table(child)
        else:
            flush()
    flush()
    return out


def _flat(node: _Node, *, typed: bool = False) -> Iterator["_Node | str"]:
    """Yield texts, breaks, tables and the edges of blocks in order, without what is left out.

    In ``typed`` text line ends break lines.
    """
    items = _listed(node) if node.tag in {"ol", "ul"} else node.children
    for child in items:
        if isinstance(child, str):
            lines = child.split("\n") if typed else [child]
            for number, line in enumerate(lines):
                if number:
                    yield _BREAK
                yield line
        elif child.tag in _LEFT_OUT or _is_hidden(child) or _is_note_mark(child):
            continue
        elif child.tag in {"br", "table"}:
            yield child
        else:
            edge = child.tag in _BLOCKS or child.tag in _TABLE_PARTS
            if edge:
                yield child
            yield from _flat(child, typed=typed or child.tag == "pre")
            if edge:
                yield child


def _is_note_mark(node: _Node) -> bool:
    """Say whether it is the raised mark of a note, which must not run into a figure."""
    return node.tag == "sup" and re.fullmatch(r"[\s(\[]*\d{1,3}[\s)\]]*", _words(node)) is not None


def _listed(node: _Node) -> list["_Node | str"]:
    """Return the items of a list with the labels that a browser prints before them."""
    plain = "none" in node.attrs.get("style", "")
    form = _FORMS.get(node.attrs.get("type", "1"), "decimal")
    number = _span(node, "start") - 1
    out: list[_Node | str] = []
    for child in node.children:
        if isinstance(child, str) or child.tag != "li":
            out.append(child)
            continue
        number += 1
        label = f"{printed(number, form)}. " if node.tag == "ol" else "- "
        if not plain and not _MARKED.match(_words(child)):
            child.children.insert(0, label)
        out.append(child)
    return out


def _is_hidden(node: _Node) -> bool:
    attrs = node.attrs
    if not attrs:
        return False
    if "hidden" in attrs or attrs.get("aria-hidden") == "true":
        return True
    if _HIDING.search(attrs.get("style", "")[:500]):
        return True
    named = f"{attrs.get('class', '')} {attrs.get('id', '')} {attrs.get('role', '')}"[:300]
    return _AROUND.search(named) is not None and not _is_long(node)


def _is_long(node: _Node) -> bool:
    """Say whether a node holds a paper's worth of text that is not links."""
    size = steps = 0
    stack = [node]
    while stack and size < _LONG_AROUND and steps < _LONG_AROUND:
        steps += 1
        here = stack.pop()
        for child in here.children:
            if isinstance(child, str):
                size += len(child.strip())
            elif child.tag not in _LEFT_OUT and child.tag != "a":
                stack.append(child)
    return size >= _LONG_AROUND


def _words(node: _Node) -> str:
    return "".join(c if isinstance(c, str) else _words(c) for c in node.children)


def _table(node: _Node) -> list[str]:
    """Return the lines of a table: those of its cells where it is layout, else row by row."""
    rows = [_children(row, {"td", "th"}) for row in _children(node, {"tr"})]
    if len(rows) > _MAX_ROWS or any(len(row) > _MAX_CELLS for row in rows):
        raise unreadable("table_too_large", rows=_MAX_ROWS, columns=_MAX_CELLS)
    found = [[(_lines(cell), cell) for cell in row] for row in rows]
    lines = [[lines for lines, _ in row if lines] for row in found]
    if is_head([cell for row in lines for cell in row]) and all(len(row) <= 2 for row in lines):
        return [
            line
            for row in lines
            for line in head_lines(row[0] if row else [], row[1] if row[1:] else [])
        ]
    layout = any(len(" ".join(cell)) > _LONG_CELL for row in lines for cell in row) or all(
        len(row) < 2 for row in lines
    )
    if layout:
        return [line for row in lines for cell in row for line in cell]
    return _grid(found)


def _grid(rows: list[list[tuple[list[str], _Node]]]) -> list[str]:
    """Return the rows; a cell over several rows repeats, one over several columns leaves blanks."""
    out = []
    above: dict[int, tuple[int, str]] = {}
    for row in rows:
        cells: list[str] = []
        waiting = list(row)
        while waiting or any(at >= len(cells) for at in above):
            rest, text = above.get(len(cells), (0, ""))
            if rest:
                above[len(cells)] = (rest - 1, text)
                cells.append(text)
            elif waiting:
                lines, cell = waiting.pop(0)
                text, width = in_one(lines), _span(cell, "colspan")
                down = _span(cell, "rowspan")
                for step in range(width):
                    if down > 1:
                        above[len(cells)] = (down - 1, "" if step else text)
                    cells.append("" if step else text)
            else:
                cells.append("")
            if len(cells) > _MAX_CELLS:
                raise unreadable("table_too_large", rows=_MAX_ROWS, columns=_MAX_CELLS)
            above = {at: left for at, left in above.items() if left[0] or at >= len(cells)}
        if any(cells):
            out.append(" | ".join(cells) if len(cells) > 1 else cells[0])
    return out


def _span(cell: _Node, name: str) -> int:
    value = cell.attrs.get(name, "1").strip()
    return (
        min(max(int(value), 1), 1_000)
        if value.isascii() and value.isdigit() and len(value) < 5
        else 1
    )


def _children(node: _Node, tags: set[str]) -> list[_Node]:
    """Return the rows of a table or the cells of a row, not those of tables inside."""
    out: list[_Node] = []
    for child in node.children:
        if isinstance(child, str) or child.tag == "table" or _is_hidden(child):
            continue
        if child.tag in tags:
            out.append(child)
        else:
            out += _children(child, tags)
    return out


def archived_page(data: bytes) -> tuple[bytes, str | None]:
    """Return the first page of a web archive (.mht) and the encoding it states.

    Raises:
        UnreadableFileError: damaged (there is no page in it).

    """
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                return payload, part.get_content_charset()
    raise unreadable("damaged")
