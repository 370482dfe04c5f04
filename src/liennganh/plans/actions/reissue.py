"""Taking over what was decided about an earlier issue of the same plan."""

import datetime as dt
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from liennganh.accounts.models import User
from liennganh.audit.actions import record
from liennganh.audit.verbs import Verb
from liennganh.errors import DomainError
from liennganh.plans import values
from liennganh.plans.actions.items import section_at
from liennganh.plans.actions.journal import Step, open_step
from liennganh.plans.actions.owners import sync_owners
from liennganh.plans.models import Intake, IntakeItem, IntakeOwner, ItemState
from liennganh.plans.reissue import aligned, carried_over, earlier_readings, items_to_compare
from liennganh.plans.spans import excerpt, find_quote
from liennganh.pure.vietnamese import fold

_BATCH = 100
_FIELDS = ("data", "state", "start", "end", "note")


@dataclass(frozen=True)
class TakenOver:
    """How many items were decided as before, and how many an officer had added before."""

    decided: int
    added: int


@transaction.atomic
def take_over(*, by: User, intake: Intake, earlier: Intake, at: dt.datetime) -> TakenOver:
    """Decide what has not changed since an earlier reading as it was decided there: one step.

    Unchanged items get the state and the corrections of the earlier ones; changed and new ones
    wait to be looked at. Items that an officer had added are added again where their words stand
    in the text just once. Names confirmed there are confirmed here.

    Raises:
        DomainError: that reading is none of those that the user may see and this one may follow.

    """
    if earlier.pk not in {one.pk for one in earlier_readings(by, intake)}:
        raise DomainError(_("Không thấy bản đọc trước đó. Hãy tải lại trang và chọn lại."))
    step = open_step(intake, by=by, at=at)
    earlier = Intake.objects.get(pk=earlier.pk)
    old, new = items_to_compare(earlier), items_to_compare(intake)
    before, now = {item.pk: item for item in old}, {item.pk: item for item in new}
    found = aligned(old, new)
    same = {pair.new.key for pair in found.same}
    touched = [
        now[pair.new.key]
        for pair in found.pairs
        if _follow(step, before[pair.old.key], now[pair.new.key], same=pair.new.key in same)
    ]
    IntakeItem.objects.bulk_update(touched, [*_FIELDS, "version"], batch_size=_BATCH)
    again = [
        item
        for side in found.removed
        if (item := _again(step, before[side.key], intake)) is not None
    ]
    sync_owners(intake, [*touched, *again])
    _names(earlier, intake)
    Intake.objects.filter(pk=intake.pk).update(earlier=earlier, earlier_asked=True)
    intake.earlier, intake.earlier_asked = earlier, True
    decided = sum(item.state != ItemState.PROPOSED for item in touched)
    step.close(_("Lấy %(n)s mục như bản trước") % {"n": decided + len(again)})
    record(
        by=by, verb=Verb.UPDATE, obj=intake, at=at,
        after={"earlier": earlier.pk, "decided": decided, "added": len(again)},
    )  # fmt: skip
    return TakenOver(decided, len(again))


@transaction.atomic
def deny_earlier(*, by: User, intake: Intake, at: dt.datetime) -> None:
    """Say that this plan follows none that was read before."""
    open_step(intake, by=by, at=at)
    Intake.objects.filter(pk=intake.pk).update(earlier_asked=True)
    intake.earlier_asked = True


def _follow(step: Step, old: IntakeItem, new: IntakeItem, *, same: bool) -> bool:
    """Let a new item follow the old one in memory; tell whether anything changed."""
    if new.state != ItemState.PROPOSED:
        return False
    was = {name: getattr(new, name) for name in _FIELDS}
    new.data = values.clean(new.kind, carried_over(old, new))
    place = _place(old, new)
    if same and place is not None and _decidable(old, new):
        new.start, new.end = place
        new.state = old.state
        new.note = str(_("Như bản trước"))
    elif not same:
        new.note = str(_("Khác bản trước"))
    if all(getattr(new, name) == value for name, value in was.items()):
        return False
    new.version += 1
    step.before[str(new.pk)] = {"fields": was, "version": new.version}
    return True


def _decidable(old: IntakeItem, new: IntakeItem) -> bool:
    if old.state == ItemState.REJECTED:
        return True
    return old.state == ItemState.ACCEPTED and not values.missing(new.kind, new.data)


def _place(old: IntakeItem, new: IntakeItem) -> tuple[int, int] | None:
    """Return where the new item stands; None where the old one was moved, to words not found here."""
    read = old.as_read
    if read is None or (read["start"], read["end"]) == (old.start, old.end):
        return new.start, new.end
    places = find_quote(new.intake.text, excerpt(old.intake.text, old.start, old.end))
    return places[0] if len(places) == 1 else None


def _again(step: Step, old: IntakeItem, intake: Intake) -> IntakeItem | None:
    """Add an item again that an officer had added, where its words stand here just once."""
    if old.as_read is not None or old.state != ItemState.ACCEPTED:
        return None
    places = find_quote(intake.text, excerpt(old.intake.text, old.start, old.end))
    if len(places) != 1:
        return None
    start, end = places[0]
    item = IntakeItem.objects.create(
        intake=intake,
        kind=old.kind,
        state=ItemState.ACCEPTED,
        start=start,
        end=end,
        section=section_at(intake, start),
        data=old.data,
        as_read=None,
        note=_("Như bản trước"),
    )
    step.made(item)
    return item


def _names(earlier: Intake, intake: Intake) -> None:
    """Confirm the names that were confirmed there and of which nothing new is to be said here."""
    decided = {
        fold(row.printed): row
        for row in IntakeOwner.objects.filter(item__intake=earlier, confirmed=True)
    }
    rows = []
    for row in IntakeOwner.objects.filter(item__intake=intake, confirmed=False):
        known = decided.get(fold(row.printed))
        if known is not None and row.note in ("", known.note):
            row.agency_id, row.whole_class = known.agency_id, known.whole_class
            row.confirmed = True
            rows.append(row)
    IntakeOwner.objects.bulk_update(rows, ["agency", "whole_class", "confirmed"], batch_size=_BATCH)
