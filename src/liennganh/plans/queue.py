"""The review one decision at a time: what an officer should see first, and what is sure enough.

A *stop* is one decision: the head, an item, the items that are sure taken together, a printed
name, names taken together, and the end. Its key stands in the address, so that each stop can be
reached by a link, and a page without scripts goes from one to the next.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from liennganh.plans import values
from liennganh.plans.models import Intake, IntakeItem, IntakeOwner, ItemState
from liennganh.plans.queries import PrintedName
from liennganh.plans.questions import is_ownerless
from liennganh.plans.unknown_names import Unknown
from liennganh.pure.vietnamese import fold

EARLIER, HEAD, REST, NAMES, SUGGESTED, UNKNOWN, END = (
    "ban-truoc",
    "phan-dau", "con-lai", "ten", "ten-goi-y", "ten-moi", "xong",
)  # fmt: skip
# From which confidence on an item need not be looked at by itself, in per cent, as the address
# has it; the first is usual.
LEVELS = (95, 90, 80)
# Two names are sooner settled one by one.
_TOGETHER = 3

StopKind = Literal[
    "earlier", "head", "item", "rest", "names", "suggested", "unknown", "name", "end"
]


@dataclass(frozen=True)
class Stop:
    """One decision."""

    key: str
    kind: StopKind
    item: IntakeItem | None = None
    name: PrintedName | None = None


@dataclass(frozen=True)
class Names:
    """The printed names that nobody has confirmed, by how much there is to decide."""

    suggested: tuple[PrintedName, ...]
    unknown: tuple[Unknown, ...]  # with a kind and a place that their words tell for certain
    single: tuple[PrintedName, ...]


def choice_asks(item: IntakeItem) -> list[str]:
    """Return what the plan does not print of an item and one press can answer."""
    return [
        ask for ask in values.open_asks(item.kind, item.data) if values.choices_of(ask, item.data)
    ]


def wants_a_look(item: IntakeItem, level: int) -> bool:
    """Tell whether somebody should see this item by itself.

    Anything that stands in the way of confirmation does, whatever its state; of what nobody has
    looked at, also what is less certain than ``level`` per cent or leaves a choice open.
    """
    if item.state == ItemState.REJECTED:
        return False
    if values.missing(item.kind, item.data) or is_ownerless(item):
        return True
    if item.state != ItemState.PROPOSED:
        return False
    return item.confidence * 100 < level or bool(choice_asks(item))


def sure_items(items: Sequence[IntakeItem], level: int) -> list[IntakeItem]:
    """Return the items that nobody has looked at and nobody need look at alone."""
    return [
        item for item in items if item.state == ItemState.PROPOSED and not wants_a_look(item, level)
    ]


def expected_wrong(items: Sequence[IntakeItem]) -> float:
    """Return how many of these items are wrong if their confidences are probabilities."""
    return sum(1 - item.confidence for item in items)


def least_certain_first(items: Sequence[IntakeItem]) -> list[IntakeItem]:
    """Return the items by confidence; equally certain ones as they stand in the text."""
    return sorted(items, key=lambda item: (item.confidence, item.start, item.pk))


def item_key(item: IntakeItem) -> str:
    """Return the key of an item's stop."""
    return f"muc-{item.pk}"


def name_key(name: PrintedName) -> str:
    """Return the key of a name's stop, which stays while any item bears the name."""
    return f"{NAMES}-{min(row.pk for row in name.rows)}"


def names_of(
    names: Sequence[PrintedName], unknown: Sequence[Unknown], *, singly: bool = False
) -> Names:
    """Part the names that are still open into those to settle together and those to settle alone.

    ``singly`` leaves nothing together.
    """
    waiting = [name for name in names if not name.confirmed]
    suggested = tuple(
        name
        for name in waiting
        if (name.first.agency_id or name.first.whole_class) and not name.first.note
    )
    certain = tuple(row for row in unknown if row.certain)
    if singly or len(suggested) < _TOGETHER:
        suggested = ()
    if singly or len(certain) < _TOGETHER:
        certain = ()
    together = {fold(name.printed) for name in suggested}
    together |= {fold(printed) for row in certain for printed in row.printed}
    single = tuple(name for name in waiting if fold(name.printed) not in together)
    return Names(suggested, certain, single)


def stops_of(
    intake: Intake,
    items: Sequence[IntakeItem],
    *,
    level: int,
    singly: bool = False,
    names: Names | None = None,
    earlier: bool = False,
) -> list[Stop]:
    """Return the decisions that are open, in the order in which to take them.

    ``singly`` makes every item a stop of its own. Without ``names`` one stop stands for all names
    that are not confirmed: what they mean costs queries, and is asked for when it is reached.
    ``earlier`` asks first whether the plan is one that was read before.
    """
    # What differs from an earlier issue was promised to be shown, and is little.
    one_by_one = singly or intake.earlier_id is not None
    looked_at = [
        item
        for item in items
        if wants_a_look(item, level) or (one_by_one and item.state == ItemState.PROPOSED)
    ]
    found = [Stop(EARLIER, "earlier")] if earlier else []
    found += [] if intake.header_confirmed else [Stop(HEAD, "head")]
    found += [Stop(item_key(item), "item", item=item) for item in least_certain_first(looked_at)]
    if not one_by_one and sure_items(items, level):
        found.append(Stop(REST, "rest"))
    if names is not None:
        found += _of_names(names)
    elif open_names(items):
        found.append(Stop(NAMES, "names"))
    return [*found, Stop(END, "end")]


def _of_names(names: Names) -> list[Stop]:
    found = [Stop(SUGGESTED, "suggested")] if names.suggested else []
    if names.unknown:
        found.append(Stop(UNKNOWN, "unknown"))
    return found + [Stop(name_key(name), "name", name=name) for name in names.single]


def open_names(items: Sequence[IntakeItem]) -> int:
    """Return how many printed names nobody has confirmed; needs the owners of the items."""
    waiting: set[str] = set()
    for item in items:
        if item.state != ItemState.REJECTED:
            owners: Sequence[IntakeOwner] = list(item.owners.all())
            waiting |= {fold(owner.printed) for owner in owners if not owner.confirmed}
    return len(waiting)


def stop_at(stops: Sequence[Stop], key: str) -> Stop:
    """Return the stop with this key; of a name that is settled the next name, else the first."""
    exact = next((stop for stop in stops if stop.key == key), None)
    if exact is None and key.startswith(NAMES):
        exact = next((stop for stop in stops if stop.key.startswith(NAMES)), None)
    return exact or stops[0]


def stop_after(before: Sequence[Stop], key: str, after: Sequence[Stop]) -> Stop:
    """Return where work goes on once the stop ``key`` is settled.

    ``before`` are the stops as they were, ``after`` as they are: the first that stood behind it
    and is still open, or has come up since; where only the end is left there, what was skipped.
    """
    keys = [stop.key for stop in before]
    passed = set(keys[: keys.index(key) + 1]) if key in keys else set()
    following = [stop for stop in after if stop.key not in passed and stop.kind != "end"]
    return following[0] if following else after[0]
