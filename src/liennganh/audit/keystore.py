"""Keys of sealed records: one small file each, apart from the database and from its backups.

    HOME/keys/master            the key that wraps the others (or LIENNGANH_MASTER_KEY)
    HOME/keys/records/ab/<id>   version, nonce, wrapped key; <id> is the SHA-256 of the ref
    HOME/keys/erased/ab/<id>    the ref whose key was destroyed, and when

docs/decisions/0007-sealed-records.md says what this protects from, and what not.
"""

import base64
import binascii
import contextlib
import datetime as dt
import hashlib
import json
import os
import secrets
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

KEY_BYTES = 32
NONCE_BYTES = 12
VERSION = b"\x01"


class SealError(Exception):
    """A sealed record cannot be opened."""


class ErasedError(SealError):
    """The record's key was destroyed on purpose: nobody can read it any more."""


class KeyMissingError(SealError):
    """The key store has no key for this record: lost, or not the store it was sealed with."""


class BrokenSealError(SealError):
    """The ciphertext or its key was altered, or belongs to another record."""


def _root() -> Path:
    return Path(settings.HOME) / "keys"


def _file(kind: str, ref: str) -> Path:
    name = hashlib.sha256(ref.encode()).hexdigest()
    return _root() / kind / name[:2] / name


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _write_once(path: Path, content: bytes) -> bool:
    """Write a new file of mode 0600 that is on the disk when this returns; False if it was there."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        # A link either makes the whole file appear or fails: two first writers cannot both win.
        os.link(draft, path)
    except FileExistsError:
        return False
    finally:
        draft.unlink()
    _sync_folder(path.parent)
    return True


def _master() -> bytes:
    text = os.environ.get("LIENNGANH_MASTER_KEY", "")
    if name := os.environ.get("LIENNGANH_MASTER_KEY_FILE"):
        text = Path(name).read_text(encoding="ascii")
    if not text:
        path = _root() / "master"
        if not path.exists():
            _write_once(path, base64.b64encode(secrets.token_bytes(KEY_BYTES)))
        text = path.read_text(encoding="ascii")
    try:
        key = base64.b64decode(text.strip(), validate=True)
    except binascii.Error:
        key = b""
    if len(key) != KEY_BYTES:
        raise KeyMissingError(f"the master key must be {KEY_BYTES} bytes in base64")
    return key


def encrypt(key: bytes, content: bytes, bound_to: str) -> bytes:
    """Return version, nonce and AES-256-GCM ciphertext; opens only with the same ``bound_to``."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return VERSION + nonce + AESGCM(key).encrypt(nonce, content, VERSION + bound_to.encode())


def decrypt(key: bytes, blob: bytes, bound_to: str) -> bytes:
    """Undo ``encrypt``.

    Raises:
        BrokenSealError: anything differs from what was sealed.

    """
    start = len(VERSION) + NONCE_BYTES
    if blob[: len(VERSION)] != VERSION or len(blob) < start:
        raise BrokenSealError("unknown form of sealed content")
    try:
        return AESGCM(key).decrypt(
            blob[len(VERSION) : start], blob[start:], VERSION + bound_to.encode()
        )
    except InvalidTag:
        raise BrokenSealError("the content was altered or belongs to another record") from None


def is_erased(ref: str) -> bool:
    """Tell whether the store itself knows that this record's key was destroyed."""
    return _file("erased", ref).exists()


def load_key(ref: str) -> bytes:
    """Return the record's own key.

    Raises:
        ErasedError: it was destroyed.
        KeyMissingError: there is none.
        BrokenSealError: the file was altered, or wrapped by another master key.

    """
    if is_erased(ref):
        raise ErasedError(ref)
    try:
        wrapped = _file("records", ref).read_bytes()
    except FileNotFoundError:
        raise KeyMissingError(ref) from None
    return decrypt(_master(), wrapped, f"key:{ref}")


def make_key(ref: str) -> bytes:
    """Return the record's own key, making it the first time.

    Raises:
        ErasedError: a record whose key was destroyed is never sealed again under the same ref.

    """
    with contextlib.suppress(KeyMissingError):
        return load_key(ref)
    wrapped = encrypt(_master(), secrets.token_bytes(KEY_BYTES), f"key:{ref}")
    _write_once(_file("records", ref), wrapped)
    return load_key(ref)


def destroy_key(ref: str, at: dt.datetime) -> bool:
    """Mark the record as erased and destroy its key; True where there was one. May be repeated.

    The mark comes first: a fall between the two leaves a key that nothing will use any more.
    """
    mark = json.dumps({"ref": ref, "at": at.isoformat()}).encode()
    _write_once(_file("erased", ref), mark)
    path = _file("records", ref)
    try:
        descriptor = os.open(path, os.O_WRONLY)
    except FileNotFoundError:
        return False
    with os.fdopen(descriptor, "wb") as file:
        # Overwritten before it is unlinked, which disks that move blocks may not honour.
        file.write(secrets.token_bytes(path.stat().st_size))
        file.flush()
        os.fsync(file.fileno())
    path.unlink()
    _sync_folder(path.parent)
    return True


def erased_refs() -> dict[str, dt.datetime]:
    """Return the records that the store knows as erased, with the moment of it."""
    found = {}
    for path in sorted((_root() / "erased").glob("*/[0-9a-f]*")):
        mark = json.loads(path.read_bytes())
        found[str(mark["ref"])] = dt.datetime.fromisoformat(mark["at"])
    return found
