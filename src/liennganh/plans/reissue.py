"""A plan that is issued again: which reading came before it, and what differs from that."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from liennganh.accounts.models import User
from liennganh.plans import values
from liennganh.plans.aligning import Alignment, Pair, Side, Stretch, align, differences
from liennganh.plans.models import Intake, IntakeItem, IntakeState, ItemState
from liennganh.plans.queries import intakes_visible_to, visible_to
from liennganh.plans.spans import excerpt
from liennganh.pure.vietnamese import fold

_MOST = 200
_NEAR = 80  # folded characters between "thay thế" and the number of the plan
_PLACE = ("start", "end")
# Decided beside the print, so that the reader never says them.
_DECIDED = ("asks",)


@dataclass(frozen=True)
class Change:
    """An item that both readings have and in which something differs."""

    item: IntakeItem
    stretches: tuple[Stretch, ...]
    before: str  # what was understood of the earlier one
    now: str

    @property
    def worth(self) -> bool:
        """Tell whether what was understood differs, too, and not its words alone."""
        return self.before != self.now


@dataclass(frozen=True)
class Comparison:
    """A reading beside the one before it."""

    earlier: Intake
    changes: tuple[Change, ...]
    added: tuple[IntakeItem, ...]
    removed: tuple[IntakeItem, ...]  # of the earlier reading
    same: int

    def change_of(self, item: IntakeItem) -> Change | None:
        """Return how an item differs from the earlier one; None where it does not."""
        return next((change for change in self.changes if change.item.pk == item.pk), None)


def earlier_readings(user: User, intake: Intake) -> list[Intake]:
    """Return the readings that the user may see and this one may follow, the newest first.

    Those of the own agency, and those whose confirmed plan is in sight. One query; without texts.
    """
    mine = Q(pk__in=intakes_visible_to(user).values("pk"))
    known = Q(plan__in=visible_to(user).values("pk"))
    found = (
        Intake.objects.filter(mine | known, state__in=(IntakeState.REVIEW, IntakeState.CONFIRMED))
        .filter(pk__lt=intake.pk)
        .select_related("document")
        .defer("text", "outline", "doubts", "document__text")
        .order_by("-pk")
    )
    return list(found[:_MOST])


def likely_earlier(intake: Intake, readings: Sequence[Intake]) -> Intake | None:
    """Return the reading that this one most likely follows, or None.

    Of the same file; else the one that this text says it replaces or amends, by its number; else
    of the same issuer with the same number, or the same title. Confirmed plans first.
    """
    confirmed_first = sorted(readings, key=lambda one: one.state != IntakeState.CONFIRMED)
    for alike in (_same_file, _named, _same_number, _same_title):
        for one in confirmed_first:
            if alike(intake, one):
                return one
    return None


def _same_file(intake: Intake, other: Intake) -> bool:
    return intake.document.file_id == other.document.file_id


def _same_number(intake: Intake, other: Intake) -> bool:
    return _equal(intake, other, "number") and _equal(intake, other, "issuer")


def _same_title(intake: Intake, other: Intake) -> bool:
    return _equal(intake, other, "title") and _equal(intake, other, "issuer")


def _named(intake: Intake, other: Intake) -> bool:
    """Tell whether the text says that it replaces or amends the other."""
    number = fold(str(other.header.get("number") or ""))
    if not number or not _equal(intake, other, "issuer"):
        return False
    words = fold(intake.text)
    place = words.find(f" {number} ")
    near = words[max(0, place - _NEAR) : place] if place >= 0 else ""
    return any(sign in near for sign in ("thay the", "sua doi", "bo sung", "dieu chinh"))


def _equal(intake: Intake, other: Intake, name: str) -> bool:
    mine = fold(str(intake.header.get(name) or ""))
    return bool(mine) and mine == fold(str(other.header.get(name) or ""))


def items_to_compare(intake: Intake) -> list[IntakeItem]:
    """Return the items of a reading, each with its intake; one query."""
    items = list(intake.items.all())
    for item in items:
        item.intake = intake
    return items


def side_of(item: IntakeItem) -> Side:
    """Return an item as it is compared: as it was read, or as an officer added it."""
    read = item.as_read or {}
    start, end = read.get("start", item.start), read.get("end", item.end)
    understood = {name: value for name, value in read.items() if name not in _PLACE}
    return Side(
        key=item.pk,
        kind=item.kind,
        text=item.intake.text[start:end],
        section=tuple(str(part) for part in item.section),
        values=json.dumps(values.whole(item.kind, understood), sort_keys=True, default=str),
    )


def aligned(old: Sequence[IntakeItem], new: Sequence[IntakeItem]) -> Alignment:
    """Return two readings beside each other."""
    return align([side_of(item) for item in old], [side_of(item) for item in new])


def compare(intake: Intake, items: Sequence[IntakeItem]) -> Comparison | None:
    """Return what differs from the earlier reading; None where there is none. Two queries."""
    if intake.earlier_id is None:
        return None
    earlier = intake.earlier
    assert earlier is not None  # noqa: S101 - its key is not None
    old = items_to_compare(earlier)
    found = aligned(old, items)
    by_key = {item.pk: item for item in [*old, *items]}
    return Comparison(
        earlier=earlier,
        changes=tuple(_change(pair, by_key) for pair in found.changed),
        added=tuple(by_key[side.key] for side in found.added),
        removed=tuple(
            item for side in found.removed if (item := by_key[side.key]).state != ItemState.REJECTED
        ),
        same=len(found.same),
    )


def _change(pair: Pair, items: Mapping[int, IntakeItem]) -> Change:
    old, new = items[pair.old.key], items[pair.new.key]
    return Change(
        item=new,
        stretches=tuple(
            differences(
                excerpt(pair.old.text, 0, len(pair.old.text)),
                excerpt(pair.new.text, 0, len(pair.new.text)),
            )
        ),
        before=values.describe(old.kind, old.data),
        now=values.describe(new.kind, new.data),
    )


def carried_over(old: IntakeItem, new: IntakeItem) -> dict[str, Any]:
    """Return the data of the new item with what officers corrected of the old one.

    A field is taken over where an officer changed it and the reader says of both the same.
    """
    data, was = values.whole(new.kind, new.data), values.whole(old.kind, old.data)
    if old.as_read is None or new.as_read is None:
        return was if new.as_read is old.as_read else data
    read, before = values.whole(new.kind, new.as_read), values.whole(old.kind, old.as_read)
    corrected = {
        name: was[name]
        for name in data
        if name not in _DECIDED and was[name] != before[name] and read[name] == before[name]
    }
    return {**data, **corrected}
