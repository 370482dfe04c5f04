"""Sealed records: text that only the running system can read, and that can be erased everywhere.

``ref`` names a record as ``"app.model:key"``. Each has its own AES-256-GCM key in the key store; the
ciphertext, which the caller keeps in the database, is bound to the ref. Destroying the key makes the
ciphertext unreadable in the database and in every backup of it.
"""

import datetime as dt

from django.db import transaction

from liennganh.accounts.models import User
from liennganh.audit import keystore
from liennganh.audit.actions import record
from liennganh.audit.keystore import ErasedError
from liennganh.audit.models import Erasure
from liennganh.audit.verbs import Verb


def _refuse_erased(ref: str) -> None:
    # The database is asked as well: a key that came back with an old copy of the store stays unused.
    if Erasure.objects.filter(pk=ref).exists():
        raise ErasedError(ref)


def seal(ref: str, text: str) -> bytes:
    """Return ciphertext of ``text`` for this record; sealing again replaces, with the same key.

    Raises:
        ErasedError: the record's key was destroyed before.

    """
    _refuse_erased(ref)
    return keystore.encrypt(keystore.make_key(ref), text.encode(), f"record:{ref}")


def open_sealed(ref: str, blob: bytes) -> str:
    """Return the text that was sealed for this record.

    Raises:
        ErasedError: the record's key was destroyed.
        KeyMissingError: the key store has no key for it.
        BrokenSealError: the ciphertext was altered or belongs to another record.

    """
    _refuse_erased(ref)
    return keystore.decrypt(keystore.load_key(ref), blob, f"record:{ref}").decode()


@transaction.atomic
def erase(*, by: User | None, ref: str, at: dt.datetime) -> None:
    """Destroy the record's own key, once the surrounding transaction holds. May be repeated.

    The erasure itself is written to the log; the record's content never was.
    """
    erasure, new = Erasure.objects.get_or_create(pk=ref, defaults={"at": at})
    if new:
        record(by=by, verb=Verb.ERASE, obj=erasure, at=at)
    transaction.on_commit(lambda: keystore.destroy_key(ref, erasure.at))


@transaction.atomic
def apply_tombstones() -> list[str]:
    """Make the database and the key store agree on what is erased; return the refs put right.

    To be called after either of them was restored from a copy: erasures that the database knows
    destroy keys that came back, and erasures that the store knows enter the database again.
    """
    known = dict(Erasure.objects.values_list("ref", "at"))
    marked = keystore.erased_refs()
    righted = []
    for ref, at in known.items():
        if keystore.destroy_key(ref, at) or ref not in marked:
            righted.append(ref)
    for ref in marked.keys() - known.keys():
        keystore.destroy_key(ref, marked[ref])
        erasure = Erasure.objects.create(pk=ref, at=marked[ref])
        record(by=None, verb=Verb.ERASE, obj=erasure, at=erasure.at)
        righted.append(ref)
    return sorted(righted)
