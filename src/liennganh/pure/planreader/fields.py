"""Lines that say something about an item: "Đơn vị chủ trì: Sở Y tế", alone or inside a paragraph."""

import re
from dataclasses import dataclass

from . import lexicon as lx
from .outline import Node
from .owners import field_owners
from .patterns import spaced

_FIELDS = tuple(
    (name, re.compile(rf"\s*(?:{spaced(source)})\s*:\s*", re.IGNORECASE))
    for name, source in lx.FIELD_LABELS
)
_LABELS = "|".join(f"(?P<{name}>{spaced(source)})" for name, source in lx.FIELD_LABELS)
_INNER = re.compile(rf"[.;]\s+(?:{_LABELS})\s*:\s*", re.IGNORECASE)
_INLINE = re.compile(rf"(?:[.;,]\s+|\(\s*)(?:{_LABELS})\s*:\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Field:
    """A line that says something about a task: "Đơn vị chủ trì: Sở Y tế"."""

    name: str
    value: str
    index: int


def field_of(node: Node, index: int) -> Field | None:
    """Read a node as a labelled line, or return None."""
    if ":" not in node.text:
        return None
    for name, pattern in _FIELDS:
        if match := pattern.match(node.text):
            return Field(name, node.text[match.end() :], index)
    return None


def collect(name: str, value: str, leads: list[str], support: list[str]) -> None:
    """Add the bodies of a labelled line to the leads and the supporters."""
    if name not in {"lead", "support"}:
        return
    for nested, pattern in _FIELDS:
        if match := pattern.match(value):  # "Cơ quan thực hiện: Chủ trì: …; phối hợp: …"
            name, value = nested, value[match.end() :]
            break
    for label, part in _cut(_INNER, name, value):
        first, second = field_owners(part)
        if label == "lead":
            leads += first
            support += second
        elif label == "support":
            support += [*first, *second]


def inline_fields(words: str) -> list[tuple[str, str]]:
    """Return the labels inside a paragraph with what follows each; empty without an owner."""
    if ":" not in words:
        return []
    parts = _cut(_INLINE, "content", words)[1:]
    return parts if any(name in {"lead", "support"} for name, _ in parts) else []


def _cut(labels: re.Pattern[str], name: str, value: str) -> list[tuple[str, str]]:
    """Cut "Sở Y tế. Cơ quan phối hợp: Sở Tư pháp" at the labels inside it."""
    parts: list[tuple[str, str]] = []
    at = 0
    for match in labels.finditer(value):
        parts.append((name, value[at : match.start()]))
        name, at = match.lastgroup or name, match.end()
    return [*parts, (name, value[at:])]
