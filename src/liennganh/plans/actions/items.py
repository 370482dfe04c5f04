"""What an officer does to one item of a reading. Each is one step that can be undone."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from liennganh.accounts.models import User
from liennganh.audit.actions import record
from liennganh.audit.verbs import Verb
from liennganh.errors import DomainError
from liennganh.plans import intake as reading
from liennganh.plans import values
from liennganh.plans.actions.journal import open_step, quoted
from liennganh.plans.actions.owners import sync_owners
from liennganh.plans.models import (
    Intake,
    IntakeItem,
    ItemKind,
    ItemState,
)
from liennganh.plans.spans import trimmed


def _set_state(
    state: ItemState, verb: Verb, label: str, *, by: User, item: IntakeItem, at: dt.datetime,
    version: int | None,
) -> IntakeItem:  # fmt: skip
    step = open_step(item.intake, by=by, at=at)
    before = item.state
    step.change(item, version=version, state=state)
    step.close(label % {"item": quoted(item)})
    record(by=by, verb=verb, obj=item, at=at, before={"state": before}, after={"state": state})
    return item


@transaction.atomic
def accept_item(
    *, by: User, item: IntakeItem, at: dt.datetime, version: int | None = None
) -> IntakeItem:
    """Accept an item as it stands.

    Raises:
        DomainError: it lacks something that every item of its kind has.
        StaleItemError: it is no longer at ``version``.

    """
    if lacking := values.missing(item.kind, item.data):
        raise DomainError(
            _("Chưa nhận được mục này: thiếu %(what)s. Bấm “Sửa” để điền.")
            % {"what": ", ".join(lacking)}
        )
    label = _("Nhận: %(item)s")
    return _set_state(
        ItemState.ACCEPTED, Verb.ACCEPT, label, by=by, item=item, at=at, version=version
    )


@transaction.atomic
def reject_item(
    *, by: User, item: IntakeItem, at: dt.datetime, version: int | None = None
) -> IntakeItem:
    """Leave an item out of the plan; it stays in the reading and can be taken back."""
    label = _("Bác: %(item)s")
    return _set_state(
        ItemState.REJECTED, Verb.REJECT, label, by=by, item=item, at=at, version=version
    )


@transaction.atomic
def reopen_item(
    *, by: User, item: IntakeItem, at: dt.datetime, version: int | None = None
) -> IntakeItem:
    """Put an accepted or rejected item back among those to look at."""
    label = _("Xem lại: %(item)s")
    return _set_state(
        ItemState.PROPOSED, Verb.UPDATE, label, by=by, item=item, at=at, version=version
    )


def _span(intake: Intake, start: int, end: int) -> tuple[int, int]:
    if not 0 <= start < end <= len(intake.text):
        raise DomainError(
            _("Vị trí %(start)s–%(end)s nằm ngoài văn bản (dài %(length)s ký tự).")
            % {"start": start, "end": end, "length": len(intake.text)},
            field="start",
        )
    start, end = trimmed(intake.text, start, end)
    if start >= end:
        raise DomainError(_("Đoạn được chọn không có chữ nào."), field="start")
    return start, end


@transaction.atomic
def edit_item(
    *,
    by: User,
    item: IntakeItem,
    at: dt.datetime,
    data: Mapping[str, Any],
    span: tuple[int, int] | None = None,
    version: int | None = None,
) -> IntakeItem:
    """Correct an item and accept it. ``data`` may be partial; ``as_read`` keeps what was read.

    Raises:
        DomainError: a value is wrong or missing, with its field.
        StaleItemError: the item is no longer at ``version``.

    """
    step = open_step(item.intake, by=by, at=at)
    cleaned = values.clean(item.kind, {**item.data, **data})
    if lacking := values.missing(item.kind, cleaned):
        raise DomainError(_("Còn thiếu: %(what)s.") % {"what": ", ".join(lacking)})
    start, end = _span(item.intake, *span) if span else (item.start, item.end)
    before = {"data": item.data, "start": item.start, "end": item.end, "state": item.state}
    after = {"data": cleaned, "start": start, "end": end, "state": ItemState.ACCEPTED}
    step.change(item, version=version, **after)
    sync_owners(item.intake, [item])
    step.close(_("Sửa: %(item)s") % {"item": quoted(item)})
    record(by=by, verb=Verb.UPDATE, obj=item, at=at, before=before, after=after)
    return item


@transaction.atomic
def split_item(
    *, by: User, item: IntakeItem, at: dt.datetime, offset: int, version: int | None = None
) -> tuple[IntakeItem, IntakeItem]:
    """Cut an item in two at an offset into the text. Both parts have to be looked at again.

    Raises:
        DomainError: there are no words on one side of the cut.

    """
    step = open_step(item.intake, by=by, at=at)
    text, end = item.intake.text, item.end
    if not item.start < offset < item.end:
        raise DomainError(_("Chỗ tách phải nằm bên trong mục."), field="offset")
    first = trimmed(text, item.start, offset)
    second = trimmed(text, offset, item.end)
    if first[0] >= first[1] or second[0] >= second[1]:
        raise DomainError(_("Một bên của chỗ tách không có chữ nào."), field="offset")
    step.change(
        item, version=version, start=first[0], end=first[1], state=ItemState.PROPOSED,
        data=_narrowed(item.kind, item.data, text[first[0] : first[1]]),
    )  # fmt: skip
    other = IntakeItem.objects.create(
        intake=item.intake,
        kind=item.kind,
        start=second[0],
        end=second[1],
        section=item.section,
        data=_narrowed(item.kind, item.data, text[second[0] : second[1]]),
        as_read=None,
        confidence=item.confidence,
        note=_("Tách từ một mục"),
    )
    step.made(other)
    sync_owners(item.intake, [item, other])
    step.close(_("Tách: %(item)s") % {"item": quoted(item)})
    record(
        by=by, verb=Verb.SPLIT, obj=item, at=at, before={"end": end},
        after={"end": item.end, "other": other.pk},
    )  # fmt: skip
    return item, other


def _narrowed(kind: str, data: Mapping[str, Any], part: str) -> dict[str, Any]:
    """Return the data for one part of a split item: read afresh where its own words tell."""
    fresh = reading.guess(kind, part)
    if kind == ItemKind.TASK or fresh is None:
        return dict(data)
    return values.clean(kind, {**data, **fresh})


@transaction.atomic
def add_item(
    *,
    by: User,
    intake: Intake,
    at: dt.datetime,
    kind: str,
    start: int,
    end: int,
    data: Mapping[str, Any] | None = None,
) -> IntakeItem:
    """Add an item that the reader missed, from a stretch of the text.

    Without ``data`` its values are guessed from its words. It is accepted when nothing is missing,
    and waits to be completed otherwise.

    Raises:
        DomainError: the stretch is empty or outside the text, or a value is wrong.

    """
    step = open_step(intake, by=by, at=at)
    start, end = _span(intake, start, end)
    if kind not in ItemKind.values:
        raise DomainError(_("Chọn loại của mục cần thêm."), field="kind")
    found = data if data is not None else reading.guess(kind, intake.text[start:end])
    cleaned = values.clean(kind, found or {})
    complete = not values.missing(kind, cleaned)
    item = IntakeItem.objects.create(
        intake=intake,
        kind=kind,
        state=ItemState.ACCEPTED if complete else ItemState.PROPOSED,
        start=start,
        end=end,
        section=section_at(intake, start),
        data=cleaned,
        as_read=None,
        note=_("Do cán bộ thêm"),
    )
    step.made(item)
    sync_owners(intake, [item])
    step.close(_("Thêm: %(item)s") % {"item": quoted(item)})
    record(
        by=by, verb=Verb.CREATE, obj=item, at=at,
        after={"kind": kind, "start": start, "end": end, "data": cleaned},
    )  # fmt: skip
    return item


def section_at(intake: Intake, offset: int) -> list[str]:
    """Return the headings above a place in the text, outermost first."""
    above = [heading for heading in intake.outline if heading["start"] <= offset]
    if not above:
        return []
    return [*above[-1]["section"], above[-1]["text"]]
