"""The few corrections of an item that are likely, each to be made by one press.

A correction is a field and its value, so that a press says what it does whatever has happened on
the page since.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from liennganh.errors import DomainError
from liennganh.plans import values
from liennganh.plans.models import IntakeItem, ItemKind
from liennganh.plans.queue import choice_asks
from liennganh.plans.spans import split_points, trimmed
from liennganh.pure.planreader.owners import heading_bodies
from liennganh.pure.vietnamese import fold

_MOST = 4
_LONGEST = 4_000  # characters; no sentence is longer
LEAD, COMMON, COMPARATOR, KIND, ANSWER, SPAN = (
    "lead", "common", "comparator", "kind", "answer", "span",
)  # fmt: skip


@dataclass(frozen=True)
class Correction:
    """What one press would change; ``code`` is what it sends."""

    code: str
    label: str


def corrections_for(item: IntakeItem, items: Sequence[IntakeItem]) -> list[Correction]:
    """Return the likely corrections of an item, at most nine; ``items`` are all in text order."""
    if item.kind == ItemKind.TASK:
        return _of_task(item, items)
    if item.kind == ItemKind.TARGET:
        return _of_target(item)
    if item.kind == ItemKind.REPORT and not item.data.get("kind"):
        return [
            Correction(f"{KIND}:{code}", str(words)) for code, words in values.REPORT_KINDS.items()
        ]
    return []


def _of_task(item: IntakeItem, items: Sequence[IntakeItem]) -> list[Correction]:
    """Offer those whom a heading above the item or the item itself names.

    Where nobody is named, who led the task before it is the best guess; a task that has a lead
    needs no guess.
    """
    text = fold(item.intake.text[item.start : item.end])
    known = [name for one in items if one.kind == ItemKind.TASK for name in one.data.get(LEAD, [])]
    named = [name for name in known if fold(name) and fold(name) in text]
    likely = [*bodies_of_headings(item), *named]
    if not likely and not item.data[LEAD]:
        likely = [
            name
            for one in items
            if one.kind == ItemKind.TASK and one.start < item.start
            for name in one.data.get(LEAD, [])
        ][-1:]
    taken = {fold(name) for name in item.data[LEAD]}
    offered: dict[str, str] = {}
    for name in likely:
        if fold(name) not in taken:
            offered.setdefault(fold(name), name)
    return [
        Correction(f"{LEAD}:{name}", _("%(name)s chủ trì") % {"name": name})
        for name in list(offered.values())[:_MOST]
    ]


def bodies_of_headings(item: IntakeItem) -> list[str]:
    """Return the bodies that the headings above an item name, the nearest heading's first."""
    return [
        body for part in reversed(item.section) for body in heading_bodies(_unnumbered(part))[0]
    ]


def _unnumbered(heading: str) -> str:
    """Return a heading without its own number ("2. Sở Y tế", "b) Sở Y tế")."""
    words = " ".join(str(heading).split())
    first, _space, rest = words.partition(" ")
    return rest if rest and first[-1] in ".)" else words


def _of_target(item: IntakeItem) -> list[Correction]:
    if asks := choice_asks(item):
        return [
            Correction(f"{ANSWER}:{asks[0]}:{code}", str(words))
            for code, words in values.choices_of(asks[0], item.data).items()
        ]
    if item.data["comparator"] in ("=", ">="):
        other = ">=" if item.data["comparator"] == "=" else "="
        figure = values.figure({**item.data, "comparator": other})
        words = figure if other == ">=" else _("đúng bằng %(figure)s") % {"figure": figure}
        return [Correction(f"{COMPARATOR}:{other}", words)]
    return []


def corrected(item: IntakeItem, code: str) -> Mapping[str, Any]:
    """Return the fields that a correction changes, to be handed to ``edit_item``.

    Raises:
        DomainError: there is no such correction for items of this kind.

    """
    field, _sep, value = code.partition(":")
    task, target = item.kind == ItemKind.TASK, item.kind == ItemKind.TARGET
    if field == LEAD and task and value:
        support = [name for name in item.data["support"] if fold(name) != fold(value)]
        return {"lead": [value], "support": support, "common": False}
    if field == COMMON and task:
        return {"lead": [], "common": True}
    if field == COMPARATOR and target:
        return {"comparator": value}
    if field == KIND and item.kind == ItemKind.REPORT:
        return {"kind": value}
    if field == ANSWER:
        ask, _sep, said = value.partition(":")
        if ask in values.asked_of(item.kind, item.data):
            answers = item.data.get("asked_answer") or {}
            return {"asked_answer": {**answers, ask: values.clean_answer(ask, said)}}
    raise DomainError(_("Không có cách sửa này cho mục. Hãy tải lại trang."))


def wider_span(item: IntakeItem, way: str) -> tuple[int, int]:
    """Return the item's place with the sentence before it ("before") or behind it ("after").

    Raises:
        DomainError: there is none on that side.

    """
    text = item.intake.text
    if way == "before":
        head = text[: item.start].rstrip()
        floor = max(0, len(head) - _LONGEST)
        points = split_points(text, floor, len(head))
        start, end = trimmed(text, points[-1] if points else floor, len(head))
        span = (start, item.end)
    else:
        rest = len(text) - len(text[item.end :].lstrip(" .;:,\n\t"))
        points = split_points(text, rest, min(len(text), rest + _LONGEST))
        start, end = trimmed(text, rest, points[0] if points else len(text))
        span = (item.start, end)
    if start >= end:
        raise DomainError(_("Bên đó không còn câu nào."))
    return span
