"""What officers made of what was read: the difference from which the reader's vocabulary learns.

No names of people are given, nor who changed what: only sentences of plans, and what they say.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from django.db.models import QuerySet

from liennganh.agencies.models import Agency
from liennganh.plans import values
from liennganh.plans.headers import FIELDS
from liennganh.plans.models import Intake, IntakeItem, IntakeState, ItemKind, ItemState
from liennganh.plans.spans import excerpt

Change = Literal["changed", "rejected", "added"]
HEADER = "header"
SPAN = "span"
# What an office decides beside the print is no fault of the reading.
_DECISIONS = frozenset({"common", "asked_answer", "asks"})


@dataclass(frozen=True)
class Correction:
    """One field that was read otherwise, or an item that was wrongly read or missed.

    ``kind`` is that of the item or "header"; ``field`` is "span" where the item stands elsewhere,
    "meaning.…" for a part of a target's meaning, and "" for a whole item; ``as_read`` and
    ``corrected`` are in the stored shape, None for an item that was not read or not kept.
    """

    intake: int
    kind: str
    change: Change
    field: str
    sentence: str
    as_read: Any
    corrected: Any


def corrected_intakes(agency: Agency | None = None) -> QuerySet[Intake]:
    """Return the readings that are confirmed or under review, of one agency or of all."""
    found = Intake.objects.filter(state__in=(IntakeState.REVIEW, IntakeState.CONFIRMED))
    if agency is not None:
        found = found.filter(agency=agency)
    return found.order_by("pk").prefetch_related("items")


def corrections_of(intake: Intake) -> Iterator[Correction]:
    """Return what was corrected in a reading, in the order of its text."""
    yield from _of_header(intake)
    for item in intake.items.all():
        yield from _of_item(intake, item)


def _of_header(intake: Intake) -> Iterator[Correction]:
    header = intake.header
    read = header.get("as_read") or {}
    if not intake.header_confirmed:
        return
    spans = header.get("spans", {})
    for name in FIELDS:
        if (before := read.get(name)) != (after := header.get(name)):
            sentence = excerpt(intake.text, *spans[name]) if name in spans else ""
            yield Correction(intake.pk, HEADER, "changed", name, sentence, before, after)


def _of_item(intake: Intake, item: IntakeItem) -> Iterator[Correction]:
    sentence = excerpt(intake.text, item.start, item.end)
    data = _flat(item.kind, item.data)
    if item.as_read is None:
        if item.state != ItemState.REJECTED:
            yield Correction(intake.pk, item.kind, "added", "", sentence, None, data)
        return
    read = _flat(item.kind, item.as_read)
    if item.state == ItemState.REJECTED:
        yield Correction(intake.pk, item.kind, "rejected", "", sentence, read, None)
        return
    place = (item.as_read["start"], item.as_read["end"])
    if place != (item.start, item.end):
        before = excerpt(intake.text, *place)
        yield Correction(intake.pk, item.kind, "changed", SPAN, sentence, before, sentence)
    for name in {**read, **data}:
        if read.get(name) != data.get(name):
            yield Correction(
                intake.pk, item.kind, "changed", name, sentence, read.get(name), data.get(name)
            )


def _flat(kind: str, data: dict[str, Any]) -> dict[str, Any]:
    """Return the fields that the reader fills in, a meaning's parts each for itself."""
    fields = {
        name: value for name, value in values.whole(kind, data).items() if name not in _DECISIONS
    }
    if kind == ItemKind.TARGET:
        meaning = fields.pop("meaning") or {}
        fields |= {f"meaning.{name}": value for name, value in meaning.items()}
    return fields
