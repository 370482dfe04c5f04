"""Reading and checking the log."""

import datetime as dt
from collections.abc import Iterator

from django.db.models import Model, QuerySet

from liennganh.accounts.models import User
from liennganh.audit.chain import Break, Link, first_break
from liennganh.audit.models import ChainHead, Event
from liennganh.audit.rules import may_read_log


def visible_to(user: User) -> QuerySet[Event]:
    """Return the events that the user may list: auditors all of them, others none."""
    if may_read_log(user):
        return Event.objects.select_related("actor")
    return Event.objects.none()


def history_of(obj: Model) -> QuerySet[Event]:
    """Return what happened to one object, newest first; the caller has checked access to it."""
    return Event.objects.filter(
        object_type=obj._meta.label_lower,  # noqa: SLF001 - Django's documented meta API
        object_id=str(obj.pk),
    ).select_related("actor")


def _actor_of(event: Event) -> str:
    # The row that "actor" points to is not hashed itself, so it has to agree with what is.
    pointed = "" if event.actor_id is None else str(event.actor_id)
    if event.actor_label.partition(":")[0] == pointed:
        return event.actor_label
    return f"{pointed} instead of {event.actor_label}"


def link_of(event: Event) -> Link:
    """Return what is hashed of an event, as it stands in the database now."""
    return Link(
        seq=event.seq,
        at=event.at.astimezone(dt.UTC).isoformat(),
        actor=_actor_of(event),
        agency=event.agency_label,
        verb=event.verb,
        object_type=event.object_type,
        object_id=event.object_id,
        object_label=event.object_label,
        before=event.before,
        after=event.after,
        previous_hash=event.previous_hash,
    )


def _links() -> Iterator[tuple[Link, str]]:
    for event in Event.objects.order_by("seq").iterator(chunk_size=2000):
        yield link_of(event), event.hash


def head() -> ChainHead:
    """Return the end of the chain: its last row and hash, zero when nothing was logged yet."""
    return ChainHead.objects.filter(pk=1).first() or ChainHead()


def verify_chain() -> Break | None:
    """Walk the whole chain and return its first broken row, or None where it holds."""
    end = head()
    return first_break(_links(), end.seq, end.hash)
