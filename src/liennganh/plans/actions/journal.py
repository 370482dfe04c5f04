"""Steps of a review: who may take them, how two officers meet, and how one is taken back."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from liennganh.accounts.models import User
from liennganh.errors import WrongStateError
from liennganh.plans import values
from liennganh.plans.models import Intake, IntakeChange, IntakeItem, IntakeState
from liennganh.plans.rules import may_review
from liennganh.plans.spans import excerpt

RESTORED = ("kind", "state", "start", "end", "section", "data", "confidence", "note")
_LABEL = 200
_QUOTE = 60


class StaleItemError(WrongStateError):
    """Somebody changed the item since this officer saw it; the message says who and what."""


@dataclass
class Step:
    """What one action does to the items of an intake, collected for undo."""

    intake: Intake
    by: User
    at: dt.datetime
    before: dict[str, Any] = field(default_factory=dict)

    def made(self, item: IntakeItem) -> None:
        """Note an item that this step made."""
        self.before[str(item.pk)] = {"fields": None, "version": item.version}

    def change(self, item: IntakeItem, *, version: int | None, **fields: Any) -> None:
        """Write fields to an item if it is still at ``version``, and note how they were.

        Raises:
            StaleItemError: the item has changed since.

        """
        seen = item.version if version is None else version
        before = {name: getattr(item, name) for name in fields}
        rows = IntakeItem.objects.filter(pk=item.pk, version=seen).update(
            version=F("version") + 1, **fields
        )
        if rows != 1:
            raise stale(item)
        for name, value in fields.items():
            setattr(item, name, value)
        item.version = seen + 1
        self.before[str(item.pk)] = {"fields": before, "version": item.version}

    def close(self, label: str) -> IntakeChange:
        """Keep the step."""
        return IntakeChange.objects.create(
            intake=self.intake, by=self.by, at=self.at, label=label[:_LABEL], before=self.before
        )


def open_step(intake: Intake, *, by: User, at: dt.datetime) -> Step:
    """Begin a step inside a transaction; steps of one intake queue behind its row.

    Raises:
        PermissionDenied: the intake belongs to another agency.
        WrongStateError: it is no longer under review.

    """
    if not may_review(by, intake):
        raise PermissionDenied
    rows = Intake.objects.filter(pk=intake.pk, state=IntakeState.REVIEW).update(
        version=F("version") + 1
    )
    intake.refresh_from_db(fields=["state", "version", "header", "header_confirmed"])
    if rows != 1:
        raise not_under_review(intake)
    return Step(intake, by, at)


def not_under_review(intake: Intake) -> WrongStateError:
    """Return the refusal for an intake that can no longer be changed."""
    return WrongStateError(
        _(
            "Lượt rà soát này %(state)s nên không sửa được nữa. Nội dung của kế hoạch đã xác nhận "
            "không đổi; nếu có văn bản sửa đổi, hãy đọc văn bản đó vào như một kế hoạch mới."
        )
        % {"state": intake.get_state_display()}
    )


def quoted(item: IntakeItem) -> str:
    """Return the first words of an item, for labels."""
    words = excerpt(item.intake.text, item.start, item.end)
    return words if len(words) <= _QUOTE else f"{words[:_QUOTE].rstrip()}…"


def stale(item: IntakeItem) -> StaleItemError:
    """Return the refusal that tells a second officer who changed the item and how it is now."""
    now = IntakeItem.objects.select_related("intake").filter(pk=item.pk).first()
    if now is None:
        return StaleItemError(_("Mục này vừa được hoàn tác nên không còn nữa. Hãy tải lại trang."))
    step = next(
        (
            change
            for change in IntakeChange.objects.filter(
                intake_id=now.intake_id, undone=False
            ).select_related("by")[:50]
            if str(now.pk) in change.before
        ),
        None,
    )
    who = step.by.full_name if step and step.by else _("Một người khác")
    when = timezone.localtime(step.at).strftime("%H:%M") if step else ""
    what = f" “{step.label}”" if step else ""
    return StaleItemError(
        _(
            "%(who)s đã thay đổi mục này lúc %(when)s:%(what)s. Nay mục là: %(now)s (%(state)s). "
            "Xem lại, rồi thực hiện lại nếu vẫn cần."
        )
        % {
            "who": who,
            "when": when,
            "what": what,
            "now": values.describe(now.kind, now.data),
            "state": now.get_state_display(),
        }
    )
