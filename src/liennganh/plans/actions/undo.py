"""Taking a step of a review back."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from liennganh.accounts.models import User
from liennganh.audit.actions import record
from liennganh.audit.verbs import Verb
from liennganh.errors import DomainError, WrongStateError
from liennganh.plans.actions.journal import RESTORED, open_step
from liennganh.plans.actions.owners import sync_owners
from liennganh.plans.models import Intake, IntakeChange, IntakeItem

_BATCH = 100


@transaction.atomic
def undo(*, by: User, intake: Intake, at: dt.datetime) -> IntakeChange:
    """Take back the officer's own last step.

    Raises:
        DomainError: there is nothing of hers to take back.
        WrongStateError: somebody has since worked on what that step changed.

    """
    open_step(intake, by=by, at=at)
    last = intake.changes.filter(by=by, undone=False).first()
    if last is None:
        raise DomainError(_("Không còn thao tác nào của bạn để hoàn tác."))
    items = {str(item.pk): item for item in intake.items.filter(pk__in=list(last.before))}
    changed = [
        key
        for key, was in last.before.items()
        if key not in items or items[key].version != was["version"]
    ]
    if changed:
        raise WrongStateError(
            _("Chưa hoàn tác được “%(label)s”: sau đó mục đã được người khác sửa tiếp.")
            % {"label": last.label}
        )
    kept: list[IntakeItem] = []
    for key, was in last.before.items():
        if was["fields"] is None:
            items[key].delete()
            continue
        for name, value in was["fields"].items():
            setattr(items[key], name, value)
        items[key].version += 1
        kept.append(items[key])
    # The step holds the intake's row, so nobody can have moved the versions just compared.
    IntakeItem.objects.bulk_update(kept, [*RESTORED, "version"], batch_size=_BATCH)
    last.undone = True
    last.save(update_fields=["undone"])
    # Earlier steps of the same items expect the versions that this one has just moved on.
    _carry_versions(intake, {str(item.pk): item.version for item in kept})
    sync_owners(intake, kept)
    record(by=by, verb=Verb.UPDATE, obj=intake, at=at, after={"undone": last.label})
    return last


def _carry_versions(intake: Intake, versions: dict[str, int]) -> None:
    """Let the last remaining step of each item expect the item's present version."""
    left = dict(versions)
    for change in intake.changes.filter(undone=False):
        if not left:
            return
        mine = [key for key in change.before if key in left]
        for key in mine:
            change.before[key]["version"] = left.pop(key)
        if mine:
            change.save(update_fields=["before"])
