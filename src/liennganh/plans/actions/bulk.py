"""What an officer does to many items of a reading at once."""

import datetime as dt
from collections.abc import Collection, Sequence
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from liennganh.accounts.models import User
from liennganh.audit.actions import record
from liennganh.audit.verbs import Verb
from liennganh.plans import values
from liennganh.plans.actions.journal import Step, open_step
from liennganh.plans.models import Intake, IntakeItem, ItemKind, ItemState

_BATCH = 100


@transaction.atomic
def accept_all(
    *,
    by: User,
    intake: Intake,
    at: dt.datetime,
    minimum_confidence: float = 0.0,
    kind: str | None = None,
    only: Collection[int] | None = None,
) -> int:
    """Accept every item not yet looked at, above a confidence (0 to 1), of one kind or ``only`` these.

    ``only`` are primary keys: what a page has shown, whatever has come to be since. Items that lack a value are left for a person. Returns the number accepted.
    """
    step = open_step(intake, by=by, at=at)
    waiting = intake.items.filter(state=ItemState.PROPOSED, confidence__gte=minimum_confidence)
    if kind:
        waiting = waiting.filter(kind=kind)
    if only is not None:
        waiting = waiting.filter(pk__in=only)
    items = [item for item in waiting if not values.missing(item.kind, item.data)]
    return _mass_change(
        step, items, Verb.ACCEPT, {"state": ItemState.ACCEPTED},
        ngettext("Nhận %(n)s mục", "Nhận %(n)s mục", len(items)) % {"n": len(items)},
    )  # fmt: skip


def _mass_change(
    step: Step, items: Sequence[IntakeItem], verb: Verb, fields: dict[str, Any], label: str
) -> int:
    """Write the same fields to many items in one statement; the step holds the intake's row."""
    if not items:
        return 0
    for item in items:
        before = {name: getattr(item, name) for name in fields}
        step.before[str(item.pk)] = {"fields": before, "version": item.version + 1}
    keys = [item.pk for item in items]
    IntakeItem.objects.filter(pk__in=keys).update(version=F("version") + 1, **fields)
    step.close(label)
    record(by=step.by, verb=verb, obj=step.intake, at=step.at, after={"items": keys, **fields})
    return len(items)


@transaction.atomic
def mark_common(
    *, by: User, intake: Intake, at: dt.datetime, items: Sequence[IntakeItem] | None = None
) -> int:
    """Mark tasks that nobody leads as common work: all of the intake's, or those given.

    Returns the number of tasks marked.
    """
    step = open_step(intake, by=by, at=at)
    tasks = intake.items.filter(kind=ItemKind.TASK).exclude(state=ItemState.REJECTED)
    if items is not None:
        tasks = tasks.filter(pk__in=[item.pk for item in items])
    orphans = [task for task in tasks if not task.data["lead"] and not task.data.get("common")]
    for task in orphans:
        step.before[str(task.pk)] = {"fields": {"data": task.data}, "version": task.version + 1}
        task.data = {**task.data, "common": True}
        task.version += 1
    IntakeItem.objects.bulk_update(orphans, ["data", "version"], batch_size=_BATCH)
    if orphans:
        step.close(_("Đánh dấu %(n)s nhiệm vụ là việc chung") % {"n": len(orphans)})
        record(
            by=by, verb=Verb.UPDATE, obj=intake, at=at,
            after={"common": [task.pk for task in orphans]},
        )  # fmt: skip
    return len(orphans)
