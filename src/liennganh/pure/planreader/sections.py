"""What kind of section each paragraph stands in, and what its headings hand down to it."""

# ruff: noqa: PLR2004 - small lengths and distances in characters, explained where they stand

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from . import lexicon as lx
from .model import Heading, Mode
from .outline import Node, path_of, section_kind
from .owners import has_adjunct, heading_bodies, ordered_bodies, owners_of
from .patterns import phrase, spaced
from .picking import leading


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph stands: texts of its headings, kind of section, owners handed down."""

    section: tuple[str, ...]
    kind: str
    lead: tuple[str, ...]
    mode: Mode
    support: tuple[str, ...] = ()


def places_of(nodes: Sequence[Node]) -> tuple[Place, ...]:
    """Work out the place of every node, parents before children, in one pass."""
    lost = _after_lost_heading(nodes)
    places: list[Place] = []
    below: dict[int, Place] = {-1: Place((), "", (), "giao")}  # what each parent hands down
    for index, node in enumerate(nodes):
        above = below.get(node.parent)
        if above is None:
            above = below[node.parent] = _below(nodes[node.parent], places[node.parent])
        if index in lost:
            above = Place(above.section, above.kind, (), "giao")
        places.append(above)
    return tuple(places)


def _below(parent: Node, upper: Place) -> Place:
    """Say what stands below a heading that itself stands at ``upper``."""
    section = (*upper.section, parent.text)
    names, mode = heading_bodies(parent.text)
    if names and parent.heading:
        return Place(section, "owner", names, mode)
    if parent.heading and parent.text.endswith(":"):
        # "Giao Sở Y tế chủ trì, phối hợp với Công an tỉnh:" hands its list to both.
        introduced = owners_of(parent.text, (), mode)
        # "Để đạt mục tiêu …, các bộ, ngành thực hiện các nhiệm vụ sau:" opens work for all.
        if introduced.lead and not has_adjunct(parent.text):
            return Place(section, "owner", introduced.lead, mode, introduced.support)
        if ordered := leading(ordered_bodies(parent.text)):
            return Place(section, "owner", ordered, mode)
    own = section_kind(parent.text)
    if parent.kind == "" and own == "action" and parent.text.endswith(":") and upper.kind:
        # "Tổng kinh phí thực hiện …, trong đó:" only introduces its list.
        own = ""
    if upper.kind == "goal" and own == "action" and not _SURELY_WORK.search(parent.text):
        # "Lộ trình thực hiện" below "Chỉ tiêu cụ thể" still holds goals.
        own = "goal"
    if upper.kind == "owner" and own not in {"goal", "view", "setting"}:
        return Place(section, "owner", upper.lead, upper.mode, upper.support)
    return Place(section, own or upper.kind, upper.lead, upper.mode, upper.support)


def _after_lost_heading(nodes: Sequence[Node]) -> frozenset[int]:
    """Find items that a lost heading has left below the wrong body.

    Where "3." is followed by "9.", five headings are missing and their paragraphs seem to stand
    below 3. Only what surely belongs to 3 inherits: its first paragraph or, in a list that parts
    its items with ";", everything up to the item that ends the list with a full stop.
    """
    lost: set[int] = set()
    followers: dict[tuple[int, str], list[int]] = {}
    for index, node in enumerate(nodes):
        if node.kind == "arabic":
            followers.setdefault((node.parent, node.kind), []).append(index)
    for run in followers.values():
        for one, two in pairwise(run):
            gap = _number(nodes[two]) - _number(nodes[one])
            if gap < 2 or not heading_bodies(nodes[one].text)[0]:
                continue
            children = nodes[one].children
            lost.update(children[_sure(nodes, children) :])
    for node in nodes:
        again = _begins_anew(nodes, node.children)
        if again and heading_bodies(node.text)[0]:
            lost.update(node.children[again:])
    return frozenset(lost)


def _begins_anew(nodes: Sequence[Node], children: tuple[int, ...]) -> int:
    """Return at which child "a)" stands for a second time, or 0: a heading is lost before it."""
    first = [
        at for at, c in enumerate(children) if nodes[c].kind == "letter" and nodes[c].label == "a"
    ]
    return first[1] if len(first) > 1 else 0


def _number(node: Node) -> int:
    return int(node.label) if node.label.isdigit() else 0


def _sure(nodes: Sequence[Node], children: tuple[int, ...]) -> int:
    """Return how many children surely belong to the heading above them."""
    if not children or nodes[children[0]].kind == "":
        return 1
    ends = [nodes[c].text.rstrip()[-1:] for c in children]
    semicolons = [i for i, end in enumerate(ends) if end == ";"]
    return semicolons[-1] + 2 if semicolons else 1


def headings_of(nodes: Sequence[Node], places: Sequence[Place]) -> tuple[Heading, ...]:
    """Return the outline as it is handed out: headings only, with their levels."""
    out: list[Heading] = []
    for index, node in enumerate(nodes):
        if not node.heading:
            continue
        level = 1 + sum(nodes[i].heading for i in path_of(nodes, index))
        kind = "owner" if heading_bodies(node.text)[0] else section_kind(node.text)
        out.append(
            Heading(
                node.start, node.end, level, node.label, node.text, kind, places[index].section,
                1.0 if node.kind else 0.7,
            )
        )  # fmt: skip
    return tuple(out)


_CLOSING = phrase(r"\s*" + lx.CLOSINGS)


_FAREWELL = phrase(r"\s*" + lx.FAREWELL)


def is_farewell(words: str) -> bool:
    """Say whether the last paragraph only asks everybody to carry the document out."""
    return _FAREWELL.match(words) is not None


def is_closing(words: str) -> bool:
    """Say whether a paragraph only closes the document ("Trên đây là …")."""
    return _CLOSING.match(words) is not None


def opening_end(nodes: Sequence[Node]) -> int:
    """Return the index of the first node after the opening paragraphs ("Căn cứ …", "… như sau:").

    What follows the last of them belongs to the body even where no heading opens it, as in a
    press item.
    """
    opener = phrase(lx.OPENERS)
    last = 0
    for index, node in enumerate(nodes):
        introduces = node.kind == "" and node.text.endswith(":")
        if (
            not last
            and node.kind
            and node.text.endswith((";", "."))
            and heading_bodies(node.text)[0]
        ):
            continue  # the numbered addressees of a letter
        if introduces and index and _SETS_OUT.search(node.text):
            break
        listed = node.bullet and opener.match(node.text)
        if (node.heading or node.kind) and not introduces and not listed:
            break
        opens = opener.match(node.text) and not ordered_bodies(node.text)
        if introduces or opens or _FOLLOWS.search(node.text):
            last = index + 1
    return last


_SURELY_WORK = phrase(lx.SURELY_WORK)
_SETS_OUT = phrase(lx.SETS_OUT)
_FOLLOWS = re.compile(spaced(lx.FOLLOWS) + r"\W*$", re.IGNORECASE)
_ANNEX = phrase(lx.ANNEX + r"\s*(?:[IVX\d.:]|$)")
_NOTE = phrase(lx.ATTACHED_NOTE)
_ATTACHED = phrase(lx.ATTACHED, ignore_case=False)
_FOOT = re.compile(r"\./\.?[\s|]*$")


def opens_attachment(words: str) -> bool:
    """Say whether a paragraph is the heading of an attachment, or the note below its title."""
    heading = words.isupper() and _ATTACHED.match(words) is not None
    return heading or _NOTE.match(words) is not None


def body_indices(nodes: Sequence[Node], plain: str) -> list[int]:
    """Return the indices of the nodes of the body: recipients and signatures are left out.

    What is attached below the signature ("KẾ HOẠCH" under a decision, "PHỤ LỤC") belongs to it.
    """
    recipients = phrase(lx.RECIPIENTS)
    kept: list[int] = []
    inside = True
    for index, node in enumerate(nodes):
        if recipients.match(node.text):
            inside = False
        elif _ANNEX.match(node.text) or (not inside and opens_attachment(node.text)):
            inside = True
        if inside:
            kept.append(index)
        if _FOOT.search(plain[node.start : node.end]):
            inside = False
    return kept
