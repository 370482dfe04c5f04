"""Owners that a section of their own names for the work beside it.

"1. Nội dung …" and then "2. Cơ quan chủ trì, phối hợp" with a list of names: what stands under the
second belongs to every item under the first.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from . import lexicon as lx
from .bodies import bodies_from
from .outline import Node
from .owners import field_owners
from .patterns import phrase
from .picking import named

_LABEL = phrase(rf"\s*(?:{lx.OWNER_SECTION})\s*(?:[:.]\s*|$)")
_SUPPORTS = phrase(r"\s*[^:]{0,30}?" + lx.COOPERATES)
_LEADS = phrase(r"[^:]{0,30}?" + lx.LEADS_WORD)
_ANYBODY = phrase(r"(?:,|và)? ?" + lx.ANYBODY)
_LINE = 12  # words; a list of names is short even where a name is not known
_FEW = 3  # words that may be left over beside the names in a list of names


@dataclass(frozen=True, slots=True)
class Shared:
    """Leads and supporters that hold for all items of the sections before them."""

    lead: tuple[str, ...]
    support: tuple[str, ...]


def shared_owners(nodes: Sequence[Node]) -> tuple[dict[int, Shared], frozenset[int]]:
    """Find sections that only name owners.

    Returns:
        for each node that such a section speaks for, its owners; and the indices of the nodes
        that make up those sections, which are no work themselves.

    """
    owners: dict[int, Shared] = {}
    used: set[int] = set()
    for index, node in enumerate(nodes):
        if node.parent < 0 or not node.children or not _LABEL.fullmatch(node.text):
            continue
        found = _names_under(nodes, index)
        if found is None:
            continue
        used.update(_below(nodes, index))
        for sibling in reversed([i for i in nodes[node.parent].children if i < index]):
            if _LABEL.fullmatch(nodes[sibling].text):
                break
            owners.update(dict.fromkeys(_below(nodes, sibling), found))
    return owners, frozenset(used)


def _below(nodes: Sequence[Node], index: int) -> list[int]:
    out = [index]
    for child in nodes[index].children:
        out += _below(nodes, child)
    return out


def _names_under(nodes: Sequence[Node], index: int) -> Shared | None:
    """Read the names of a section, or return None where it says what somebody does."""
    leads: list[str] = []
    support: list[str] = []
    helping = False
    for at in _below(nodes, index)[1:]:
        words = nodes[at].text
        if label := _LABEL.match(words):
            helping = bool(_SUPPORTS.match(label.group())) and not _LEADS.match(label.group())
            words = words[label.end() :]
            if not words.strip():
                continue
        first, second, rest = _list_of_names(words)
        if rest > _FEW and len(words.split()) > _LINE:
            return None
        if helping:
            support += [*first, *second]
        else:
            leads += first
            support += second
    if not leads:
        return None
    return Shared(named(leads), tuple(n for n in named(support) if n not in leads))


def _list_of_names(words: str) -> tuple[tuple[str, ...], tuple[str, ...], int]:
    """Read "Bộ Công an; Bộ Y tế chủ trì, phối hợp với …": names, and how many words are left."""
    first, second = field_owners(words)
    parts = re.split(r"\s*;\s*", phrase(lx.COOPERATE).sub(";", words))
    rest = 0
    for part in parts:
        _, end = bodies_from(part.lstrip(" -+:,"))
        left = _ANYBODY.sub("", part.lstrip(" -+:,")[end:])
        rest = max(rest, len(left.split()))
    return first, second, rest
