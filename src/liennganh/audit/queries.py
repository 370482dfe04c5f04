"""Reading and checking the log."""

import datetime as dt
from collections.abc import Iterator

from django.db.models import Model, QuerySet

from liennganh.accounts.models import User
from liennganh.accounts.roles import Role
from liennganh.audit.chain import Break, Link, first_break
from liennganh.audit.models import ChainHead, Event


def visible_to(user: User) -> QuerySet[Event]:
    """Return the events that the user may list: auditors all of them, others none."""
    if user.has_role(Role.AUDITOR):
        return Event.objects.select_related("actor")
    return Event.objects.none()


def history_of(obj: Model) -> QuerySet[Event]:
    """Return what happened to one object, newest first; the caller has checked access to it."""
    return Event.objects.filter(
        object_type=obj._meta.label_lower,  # noqa: SLF001 - Django's documented meta API
        object_id=str(obj.pk),
    ).select_related("actor")


def _links() -> Iterator[tuple[Link, str]]:
    for event in Event.objects.order_by("seq").iterator(chunk_size=2000):
        yield (
            Link(
                seq=event.seq,
                at=event.at.astimezone(dt.UTC).isoformat(),
                actor=event.actor_label,
                agency=event.agency_label,
                verb=event.verb,
                object_type=event.object_type,
                object_id=event.object_id,
                object_label=event.object_label,
                before=event.before,
                after=event.after,
                previous_hash=event.previous_hash,
            ),
            event.hash,
        )


def verify_chain() -> Break | None:
    """Walk the whole chain and return its first broken row, or None where it holds."""
    head = ChainHead.objects.filter(pk=1).first() or ChainHead()
    return first_break(_links(), head.seq, head.hash)
