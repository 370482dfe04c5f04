"""Writing the log. Every other app's write ends here, in the same transaction."""

import datetime as dt
from decimal import Decimal
from typing import Any

from django.db import models, transaction
from django.utils import translation

from liennganh.accounts.models import User
from liennganh.audit.chain import Link, link_hash
from liennganh.audit.models import ChainHead, Event
from liennganh.audit.verbs import Verb


class SealedContentError(TypeError):
    """Somebody tried to log the content of a sealed record."""


def _plain(value: object) -> Any:
    """Return a JSON value; decimals and dates become text, objects their primary key."""
    if isinstance(value, models.Model):
        return value.pk
    if isinstance(value, dt.datetime | dt.date | Decimal):
        return str(value)
    if isinstance(value, dict):
        return {str(key): _plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(part) for part in value]
    if value is None or isinstance(value, str | int | bool):
        return value
    return str(value)


def record(
    *,
    by: User | None,
    verb: Verb,
    obj: models.Model,
    at: dt.datetime,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
) -> Event:
    """Append one event to the chain. Must be called inside the transaction of the write itself.

    ``by`` is None for what the system does by itself (opening a round on its day). A model with
    ``sealed = True`` is logged without content: who, when and which record, nothing of what it says.

    Raises:
        SealedContentError: ``before`` or ``after`` was given for a sealed model.
        TransactionManagementError: no transaction is open.

    """
    if getattr(obj, "sealed", False) and (before is not None or after is not None):
        raise SealedContentError(
            f"{type(obj).__name__} is sealed: its content never enters the log"
        )
    if not transaction.get_connection().in_atomic_block:
        # PostgreSQL would say so by itself at the lock below; SQLite would let it pass.
        raise transaction.TransactionManagementError("an event is written with its change, or not")
    # On PostgreSQL the row lock makes writers queue; on SQLite the transaction itself does.
    head = ChainHead.objects.select_for_update().get_or_create(pk=1)[0]
    hat = by.hat if by is not None else None
    # The log is in one language, whatever language the person reads the pages in.
    with translation.override("vi"):
        label = "" if getattr(obj, "sealed", False) else str(obj)[:240]
    link = Link(
        seq=head.seq + 1,
        at=at.astimezone(dt.UTC).isoformat(),
        actor=f"{by.pk}:{by.username}" if by is not None else "",
        agency=str(hat.agency)[:240] if hat is not None else "",
        verb=verb.value,
        object_type=obj._meta.label_lower,  # noqa: SLF001 - Django's documented meta API
        object_id=str(obj.pk),
        object_label=label,
        before=_plain(before),
        after=_plain(after),
        previous_hash=head.hash,
    )
    digest = link_hash(link)
    event = Event.objects.create(
        seq=link.seq,
        at=at,
        actor=by,
        actor_label=link.actor,
        agency_label=link.agency,
        verb=link.verb,
        object_type=link.object_type,
        object_id=link.object_id,
        object_label=label,
        before=link.before,
        after=link.after,
        previous_hash=link.previous_hash,
        hash=digest,
    )
    ChainHead.objects.filter(pk=1).update(seq=link.seq, hash=digest)
    return event
