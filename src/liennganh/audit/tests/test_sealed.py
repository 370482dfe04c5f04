"""Sealed records: bound to their ref, erased with their key, and not brought back by a backup."""

import base64
import datetime as dt
import secrets
import shutil
import stat
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.management import call_command
from django.db import transaction
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from tests.cast import Cast

from liennganh.audit import keystore
from liennganh.audit.keystore import BrokenSealError, ErasedError, KeyMissingError, decrypt, encrypt
from liennganh.audit.models import Erasure, Event
from liennganh.audit.sealed import apply_tombstones, erase, open_sealed, seal
from liennganh.audit.verbs import Verb

AT = dt.datetime(2026, 2, 3, 7, 5, tzinfo=dt.UTC)
REF, OTHER = "tips.tip:1", "tips.tip:2"
TEXT = "Người báo tin đề nghị giữ kín tên."


@pytest.fixture
def keys(settings: LazySettings) -> Path:
    return Path(settings.HOME) / "keys"


def erase_now(cast: Cast, django_capture_on_commit_callbacks: object, ref: str = REF) -> None:
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        erase(by=cast.tam, ref=ref, at=AT)


@pytest.mark.django_db
def test_what_was_sealed_opens_again() -> None:
    assert open_sealed(REF, seal(REF, TEXT)) == TEXT


@pytest.mark.django_db
def test_the_ciphertext_shows_nothing_and_is_never_the_same() -> None:
    one, two = seal(REF, TEXT), seal(REF, TEXT)
    assert one != two
    assert TEXT.encode() not in one
    assert open_sealed(REF, one) == open_sealed(REF, two) == TEXT


@pytest.mark.django_db
def test_one_record_cannot_be_opened_as_another() -> None:
    blob = seal(REF, TEXT)
    seal(OTHER, "khác")
    with pytest.raises(BrokenSealError):
        open_sealed(OTHER, blob)


@pytest.mark.django_db
def test_the_key_of_one_record_put_in_place_of_anothers_opens_nothing() -> None:
    blob = seal(REF, TEXT)
    seal(OTHER, "khác")
    shutil.copy(keystore._file("records", REF), keystore._file("records", OTHER))
    with pytest.raises(BrokenSealError):
        open_sealed(OTHER, blob)


@pytest.mark.django_db
def test_a_record_that_was_never_sealed_has_no_key() -> None:
    with pytest.raises(KeyMissingError):
        open_sealed(REF, b"\x01" + bytes(40))


@given(st.binary(max_size=60), st.data())
@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_altered_byte_is_noticed(content: bytes, data: st.DataObject) -> None:
    key = secrets.token_bytes(32)
    blob = bytearray(encrypt(key, content, "a"))
    at = data.draw(st.integers(0, len(blob) - 1))
    blob[at] ^= data.draw(st.integers(1, 255))
    with pytest.raises(BrokenSealError):
        decrypt(key, bytes(blob), "a")


@given(st.binary(max_size=60), st.integers(0, 88))
def test_a_shortened_ciphertext_is_noticed(content: bytes, kept: int) -> None:
    key = secrets.token_bytes(32)
    blob = encrypt(key, content, "a")
    with pytest.raises(BrokenSealError):
        decrypt(key, blob[: min(kept, len(blob) - 1)], "a")


@pytest.mark.django_db
def test_keys_lie_apart_readable_by_the_service_alone(keys: Path) -> None:
    seal(REF, TEXT)
    files = [path for path in keys.rglob("*") if path.is_file()]
    assert len(files) == 2
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}


@pytest.mark.django_db
def test_without_the_master_key_the_key_store_opens_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    blob = seal(REF, TEXT)
    other = base64.b64encode(secrets.token_bytes(32)).decode()
    monkeypatch.setenv("LIENNGANH_MASTER_KEY", other)
    with pytest.raises(BrokenSealError):
        open_sealed(REF, blob)


@pytest.mark.django_db
def test_the_master_key_may_come_from_outside(
    keys: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "master-elsewhere"
    path.write_bytes(base64.b64encode(secrets.token_bytes(32)))
    monkeypatch.setenv("LIENNGANH_MASTER_KEY_FILE", str(path))
    assert open_sealed(REF, seal(REF, TEXT)) == TEXT
    assert not (keys / "master").exists()


@pytest.mark.django_db
def test_a_master_key_of_the_wrong_length_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIENNGANH_MASTER_KEY", base64.b64encode(b"ngan").decode())
    with pytest.raises(KeyMissingError, match="32 bytes"):
        seal(REF, TEXT)


def test_an_erased_record_can_neither_be_read_nor_sealed_again(
    cast: Cast, django_capture_on_commit_callbacks: object
) -> None:
    blob, other = seal(REF, TEXT), seal(OTHER, "khác")
    erase_now(cast, django_capture_on_commit_callbacks)
    with pytest.raises(ErasedError):
        open_sealed(REF, blob)
    with pytest.raises(ErasedError):
        seal(REF, TEXT)
    assert not keystore._file("records", REF).exists()
    assert open_sealed(OTHER, other) == "khác"


def test_an_erasure_is_logged_once_without_content(
    cast: Cast, django_capture_on_commit_callbacks: object
) -> None:
    seal(REF, TEXT)
    erase_now(cast, django_capture_on_commit_callbacks)
    erase_now(cast, django_capture_on_commit_callbacks)
    event = Event.objects.get(verb=Verb.ERASE)
    assert (event.object_id, event.object_label, event.before, event.after) == (REF, "", None, None)


def test_an_erasure_that_goes_back_leaves_the_key(cast: Cast) -> None:
    blob = seal(REF, TEXT)

    def fail() -> None:
        erase(by=cast.tam, ref=REF, at=AT)
        raise RuntimeError

    with pytest.raises(RuntimeError), transaction.atomic():
        fail()
    assert open_sealed(REF, blob) == TEXT


def test_a_restored_database_does_not_bring_the_record_back(
    cast: Cast, django_capture_on_commit_callbacks: object
) -> None:
    blob = seal(REF, TEXT)
    erase_now(cast, django_capture_on_commit_callbacks)
    # The backup of the database holds the ciphertext, and knows of no erasure.
    Erasure.objects.all().delete()
    with pytest.raises(ErasedError):
        open_sealed(REF, blob)
    assert apply_tombstones() == [REF]
    assert Erasure.objects.get().at == AT
    assert apply_tombstones() == []


def test_a_restored_key_store_does_not_bring_the_record_back(
    cast: Cast, keys: Path, tmp_path: Path, django_capture_on_commit_callbacks: object
) -> None:
    blob, other = seal(REF, TEXT), seal(OTHER, "khác")
    shutil.copytree(keys, tmp_path / "old-keys")
    erase_now(cast, django_capture_on_commit_callbacks)
    shutil.rmtree(keys)
    shutil.copytree(tmp_path / "old-keys", keys)
    with pytest.raises(ErasedError):  # already before the tombstones are applied
        open_sealed(REF, blob)
    call_command("apply_erasures")
    assert not keystore._file("records", REF).exists()
    assert keystore.is_erased(REF)
    assert open_sealed(OTHER, other) == "khác"
