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
from itertools import pairwise

from . import lexicon as lx
from .lines import Block
from .numbering import BULLETS, UPPERMOST, marker_of, number_of, opens_run, rank
from .owners import heading_bodies
from .patterns import phrase, squeeze

_FINAL = re.compile(r"[.;!?…,]\s*$|\./\.?\s*$")
_HEADING_LIMIT = 420
_SHORT = 80
_TITLE = 200
_MORE = re.compile(r"[;:]|[.]\s")
_ATTACHED = phrase(lx.ATTACHED)
_NOTE = phrase(lx.ATTACHED_NOTE)
_CLOSING = phrase(r"\s*" + lx.CLOSINGS)


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
        return self.kind in BULLETS


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
    style: str = ""


def outline_of(paragraphs: Sequence[Node]) -> tuple[Node, ...]:
    """Build the tree of numbered paragraphs, in document order, parents before children."""
    drafts = _titled(list(paragraphs))
    stack: list[_Level] = []
    nodes: list[Node] = []
    for index, node in enumerate(drafts):
        heading = _heading(drafts, index)
        kind, style = node.kind, _style(node, heading=heading)
        if style == "attached" or (style == "note" and "attached" not in [s.style for s in stack]):
            stack.clear()
        elif node.kind == "" or node.row:
            _close_for_plain(stack, nodes, style)
        else:
            kind = _close(stack, nodes, node)
        parent = stack[-1].index if stack else -1
        as_drafted = parent == node.parent and heading == node.heading
        nodes.append(node if as_drafted else replace(node, parent=parent, heading=heading))
        if node.kind or heading:
            stack.append(_Level(kind, index, style))
    return _with_children(nodes)


def paragraphs_of(blocks: Sequence[Block], plain: str, text: str) -> tuple[Node, ...]:
    """Return the paragraphs with their numbers taken off, before any tree is made of them."""
    return tuple(_draft(block, plain, text) for block in blocks)


def _titled(drafts: list[Node]) -> list[Node]:
    """Give "Phần thứ hai" the words of the line below it, which is its title."""
    for index, (one, two) in enumerate(pairwise(drafts)):
        if one.kind in UPPERMOST and not one.text and two.kind == "" and two.heading:
            drafts[index] = replace(one, text=two.text, heading=True)
    return drafts


def _style(node: Node, *, heading: bool) -> str:
    """Tell headings without a number apart: of an attachment, of an owner, set in type, others."""
    if node.kind == "" and _NOTE.match(node.text):
        return "note"
    if node.kind or not heading:
        return ""
    if node.text.isupper() and _ATTACHED.match(node.text):
        return "attached"
    if node.heading:
        return "set"
    return "plain" if not node.text.endswith(":") else ""


def _close_for_plain(stack: list[_Level], nodes: list[Node], style: str) -> None:
    """End what a paragraph without a number ends: the items before it, headings like it."""
    while stack and not nodes[stack[-1].index].heading and not _opens(nodes[stack[-1].index]):
        stack.pop()
    if style == "set":
        while stack and stack[-1].kind not in UPPERMOST:
            stack.pop()
    if style == "plain":
        styles = [level.style for level in stack]
        if "plain" in styles:
            del stack[styles.index("plain") :]
        while stack and nodes[stack[-1].index].bullet:
            stack.pop()


def _opens(node: Node) -> bool:
    return node.text.endswith(":")


_INNER = ">"  # marks, on the stack, the items below an introduction of their own sign


def _close(stack: list[_Level], nodes: list[Node], node: Node) -> str:
    """Drop the levels that this number ends, and return the kind it stands for on the stack.

    It ends its own kind and whatever ranks below it; a first number right below a heading ends
    nothing, whatever its kind. An unnumbered heading ends everything but the parts and Roman
    sections around it.
    """
    kinds = [level.kind for level in stack]
    top = nodes[stack[-1].index] if stack else None
    if node.bullet and (inner := _same_sign(stack, nodes, node)):
        return inner
    if node.kind in kinds:
        del stack[len(kinds) - 1 - kinds[::-1].index(node.kind) :]
        return node.kind
    if top and top.heading and _leads_into(top, node) and not _numbered_since(nodes, stack):
        return node.kind
    while stack and rank(stack[-1].kind) > rank(node.kind):
        unnumbered = stack[-1].kind == "" and nodes[stack[-1].index].heading
        if unnumbered and node.kind not in UPPERMOST:
            break
        stack.pop()
    return node.kind


def _numbered_since(nodes: list[Node], stack: list[_Level]) -> bool:
    return any(n.kind for n in nodes[stack[-1].index + 1 :][:4])


def _same_sign(stack: list[_Level], nodes: list[Node], node: Node) -> str:
    """Keep "- …;" below "- Giao Sở Y tế:" although both bear one sign; ``""`` where it is not so.

    The list ends with the next introduction, or after the item whose full stop ends a run of ";".
    """
    inner = node.kind + _INNER
    top = nodes[stack[-1].index] if stack else None
    if top is None or _opens(node):
        return ""
    if stack[-1].kind == node.kind and _opens(top) and stack[-1].index == len(nodes) - 1:
        return inner
    if stack[-1].kind != inner:
        return ""
    before = [n for n in nodes[-2:] if n.kind == node.kind]
    ended = [n.text[-1:] for n in before]
    if ended == [";", "."]:
        return ""
    stack.pop()
    return inner


def _leads_into(node: Node, following: Node) -> bool:
    """Say whether ``following`` begins a list below ``node``, whatever their kinds are."""
    if following.kind in {"", node.kind} or not opens_run(following.kind, following.label):
        return False
    if following.kind in {"roman", "capital"}:
        return node.kind in {"article", "part", "section"} or (
            node.kind in UPPERMOST and not _FINAL.search(node.text)
        )
    if following.kind in {"part", "section", "article"}:
        return False
    if node.bullet:
        return _opens(node)
    return _opens(node) or not _FINAL.search(node.text)


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


def _heading(drafts: Sequence[Node], index: int) -> bool:
    """Say whether a line is a heading: it is set as one, or something deeper follows."""
    node = drafts[index]
    following = drafts[index + 1] if index + 1 < len(drafts) else None
    if node.heading:
        return True
    introduces = node.text.endswith(":")
    if node.row or following is None or len(node.text) > _HEADING_LIMIT * (2 if introduces else 1):
        return False
    if introduces:
        begins = following.kind != "" and opens_run(following.kind, following.label)
        return node.kind != "" or begins or len(node.text) < 120
    if node.kind == "":
        return _plain_heading(node, following)
    if node.bullet and following.kind != "":
        return rank(following.kind) > rank(node.kind)
    if node.bullet:
        return len(node.text) < _SHORT and not _FINAL.search(node.text) and not following.row
    if following.row:
        return True
    if following.kind == "":
        if following.heading:
            return False
        named = not _FINAL.search(node.text) or bool(heading_bodies(node.text)[0])
        return named or _stopped_heading(drafts, index)
    if node.kind.startswith("named"):
        # "Chỉ tiêu 3: 27% …" above "1.3." is an item: what stands below it begins anew.
        return rank(following.kind) > rank(node.kind) and opens_run(following.kind, following.label)
    return rank(following.kind) > rank(node.kind) or _leads_into(node, following)


def _plain_heading(node: Node, following: Node) -> bool:
    """Tell a heading without number or bold: a body's name, or "Nhiệm vụ" above its list."""
    if following.row or _FINAL.search(node.text) or len(node.text) > _TITLE:
        return False
    if not node.text[:1].isupper():
        return False
    if heading_bodies(node.text)[0]:
        return True
    short = len(node.text) < _SHORT and following.kind != ""
    return short and opens_run(following.kind, following.label) and section_kind(node.text) != ""


def _stopped_heading(drafts: Sequence[Node], index: int) -> bool:
    """Tell "2. Phát triển hạ tầng số." above a paragraph of its own, as its neighbours are set."""
    node, below = drafts[index], drafts[index + 1]
    if len(node.text) > _SHORT or not node.text.endswith(".") or _MORE.search(node.text):
        return False
    if len(below.text) < len(node.text) or _CLOSING.match(below.text):
        return False
    after = next((n for n in drafts[index + 2 : index + 8] if n.kind == node.kind), None)
    before = next((n for n in reversed(drafts[max(0, index - 8) : index]) if n.kind), None)
    goes_on = after is not None and number_of(after.label) == number_of(node.label) + 1
    alike = before is not None and before.kind == node.kind and len(before.text) < _SHORT
    return goes_on or (alike and drafts[index - 1].kind == "")


def _with_children(nodes: list[Node]) -> tuple[Node, ...]:
    kin: dict[int, list[int]] = {}
    for index, node in enumerate(nodes):
        kin.setdefault(node.parent, []).append(index)
    return tuple(replace(n, children=tuple(kin[i])) if i in kin else n for i, n in enumerate(nodes))


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
