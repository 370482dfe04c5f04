"""The outline: which paragraphs are headings, which are items, and what stands under what.

Numbering carries the levels. A level is a *kind* of number ("I.", "1.", "1.1.", "a)", "-", "+"):
the first kind met below a heading becomes its child, whatever the kind is, because no two offices
nest them alike.
"""

# ruff: noqa: PLR2004 - small lengths and distances in characters, explained where they stand
# ruff: noqa: PLR0911 - a chain of rules, each with its own answer, reads best with early returns

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from . import lexicon as lx
from .lines import Block
from .owners import heading_bodies
from .patterns import phrase, squeeze

_NUMBERED = (
    (
        "part",
        re.compile(
            r"\s*((?:PHẦN|Phần|CHƯƠNG|Chương)\s+(?:[IVX]+|\d+|thứ\s+\w+|THỨ\s+\w+)\b)[.:]?\s*"
        ),
    ),
    ("article", re.compile(r"\s*(Điều\s+\d+)[.:]?\s*")),
    ("roman", re.compile(r"\s*(?:(?:Mục|MỤC)\s+)?([IVX]{1,6})\s*[.)/:\-–]\s*(?=\S)")),
    ("capital", re.compile(r"\s*([A-ZĐ])\s?[.)/]\s*(?=[^\W\d]{2})")),
    (
        "dotted3",
        re.compile(
            r"\s*(\d{1,2}\.\s?\d{1,2}\.\s?\d{1,2})(?:[.)]\s*(?=\D)|[.)]?\s+(?=\D)|[.)]\s+(?=\d))"
        ),
    ),
    ("dotted2", re.compile(r"\s*(\d{1,2}\.\s?\d{1,2})(?:[.)]\s*(?=\D)|\s+(?=\D)|[.)]\s+(?=\d))")),
    ("arabic", re.compile(r"\s*(\d{1,2})\s?(?:[.)]|/(?=\s))\s*(?=[^\W\d]|[“\"(])")),
    ("arabic", re.compile(r"\s*(\d{1,2})\s?\.\s+(?=\d)")),
    ("letter", re.compile(r"\s*([a-zđ]{1,2}\d?)\s?[.)]\s*(?=\S)")),
    ("star", re.compile(r"\s*(\*)\s+(?=\S)")),
    ("dash", re.compile(r"\s*([-–—•●▪·])\s*(?=[^\s\d]|\d+\s|\d+[/%]|\d)")),
    ("plus", re.compile(r"\s*([+◦])\s*(?=\S)")),
)
_BULLETS = frozenset({"dash", "plus", "star"})
_FINAL = re.compile(r"[.;!?…,]\s*$|\./\.?\s*$")
_HEADING_LIMIT = 420
_SHORT = 80


@dataclass(frozen=True, slots=True)
class Node:
    """A paragraph in the outline. ``parent`` is an index into the list, or -1 at the top."""

    start: int
    end: int
    body: int  # where its words begin, after the number or the bullet
    kind: str  # kind of numbering, "" for none, "row" for a table row
    label: str
    text: str
    parent: int
    heading: bool
    row: bool = False
    children: tuple[int, ...] = field(default=())

    @property
    def bullet(self) -> bool:
        return self.kind in _BULLETS


def marker_of(line: str) -> tuple[str, str, int]:
    """Return the kind of numbering that opens a line, its label, and its length."""
    for kind, pattern in _NUMBERED:
        if match := pattern.match(line):
            return kind, re.sub(r"\s", "", match[1]), match.end()
    return "", "", 0


def _is_title_like(block: Block, words: str, kind: str) -> bool:
    if len(words) > _HEADING_LIMIT or not words:
        return False
    if kind in {"roman", "part", "capital"} and (words.isupper() or not _FINAL.search(words)):
        return True
    if block.hashes or block.bold:
        return kind != "" or not _FINAL.search(words)
    return words.isupper() and len(words.split()) > 1


@dataclass
class _Level:
    kind: str
    index: int


def outline_of(blocks: Sequence[Block], plain: str, text: str) -> tuple[Node, ...]:
    """Build the tree of numbered paragraphs, in document order, parents before children."""
    drafts = [_draft(block, plain, text) for block in blocks]
    stack: list[_Level] = []
    nodes: list[Node] = []
    for index, node in enumerate(drafts):
        following = drafts[index + 1] if index + 1 < len(drafts) else None
        if node.kind == "" or node.row:
            # A plain paragraph hangs on the nearest heading; items before it are closed.
            while (
                stack and not nodes[stack[-1].index].heading and not _opens(nodes[stack[-1].index])
            ):
                stack.pop()
            if node.heading:
                while stack and stack[-1].kind not in {"part", "capital", "roman"}:
                    stack.pop()
        else:
            _close(stack, nodes, node)
        parent = stack[-1].index if stack else -1
        nodes.append(replace(node, parent=parent, heading=_heading(node, following)))
        if node.kind or nodes[-1].heading:
            stack.append(_Level(node.kind, index))
    return _with_children(nodes)


def _opens(node: Node) -> bool:
    return node.text.endswith(":")


def _close(stack: list[_Level], nodes: list[Node], node: Node) -> None:
    """Drop the levels that this number ends: its own kind and whatever ranks below it.

    An unnumbered heading ends everything but the parts and Roman sections around it.
    """
    kinds = [level.kind for level in stack]
    if node.kind in kinds:
        del stack[len(kinds) - 1 - kinds[::-1].index(node.kind) :]
        return
    rank = _rank(node.kind)
    while stack and _rank(stack[-1].kind) > rank:
        unnumbered = stack[-1].kind == "" and nodes[stack[-1].index].heading
        if unnumbered and node.kind not in {"part", "capital", "roman"}:
            return
        stack.pop()


def _draft(block: Block, plain: str, text: str) -> Node:
    line = plain[block.start : block.end]
    kind, label, length = ("", "", 0) if block.row else marker_of(line)
    if kind == "" and not block.row:
        length = len(line) - len(line.lstrip())
    words = squeeze(text[block.start : block.end] if block.row else line[length:])
    heading = not block.row and _is_title_like(block, words, kind)
    return Node(
        block.start, block.end, block.start + length, kind, label, words, -1, heading, block.row
    )


def _heading(node: Node, following: Node | None) -> bool:
    """Say whether a line is a heading: it is set as one, or something deeper follows."""
    if node.heading:
        return True
    if node.row or following is None or len(node.text) > _HEADING_LIMIT:
        return False
    if node.text.endswith(":"):
        return node.kind != "" or len(node.text) < 120
    if node.kind == "":
        return False
    if node.bullet and following.kind != "":
        return _rank(following.kind) > _rank(node.kind)
    if node.bullet:
        return len(node.text) < _SHORT and not _FINAL.search(node.text) and not following.row
    if following.row:
        return True
    if following.kind == "":
        named = not _FINAL.search(node.text) or bool(heading_bodies(node.text)[0])
        return named and not following.heading
    return _rank(following.kind) > _rank(node.kind)


_ORDER = (
    "part",
    "capital",
    "roman",
    "article",
    "arabic",
    "dotted2",
    "dotted3",
    "letter",
    "star",
    "dash",
    "plus",
)


def _rank(kind: str) -> int:
    return _ORDER.index(kind) if kind in _ORDER else len(_ORDER)


def _with_children(nodes: list[Node]) -> tuple[Node, ...]:
    kin: dict[int, list[int]] = {}
    for index, node in enumerate(nodes):
        kin.setdefault(node.parent, []).append(index)
    return tuple(replace(n, children=tuple(kin.get(i, ()))) for i, n in enumerate(nodes))


def path_of(nodes: Sequence[Node], index: int) -> tuple[int, ...]:
    """Return the indices of the nodes above one, outermost first."""
    path: list[int] = []
    at = nodes[index].parent
    while at >= 0:
        path.append(at)
        at = nodes[at].parent
    return tuple(reversed(path))


def section_kind(text: str) -> str:
    """Return what a heading says stands below it (``goal``, ``action`` …), or ``""``."""
    for kind, source in lx.SECTION_KINDS:
        if phrase(source).match(text):
            return kind
    return ""
