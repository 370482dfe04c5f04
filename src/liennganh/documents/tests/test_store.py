"""Files are kept once per content, unchanged, and refused with a reason."""

import datetime as dt
import hashlib
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.core.exceptions import PermissionDenied
from tests.cast import Cast

from liennganh.audit.models import Event
from liennganh.audit.verbs import Verb
from liennganh.documents.actions import clean_filename, describe_document, store_document
from liennganh.documents.models import Direction, Document, StoredFile
from liennganh.documents.queries import content_of
from liennganh.errors import DomainError

AT = dt.datetime(2026, 3, 2, 8, tzinfo=dt.UTC)


def store(cast: Cast, content: bytes = b"noi dung", **changed: Any) -> Document:
    given: dict[str, Any] = {
        "by": cast.lan,
        "agency": cast.health,
        "direction": Direction.INCOMING,
        "filename": "Kế hoạch 2026.docx",
        "at": AT,
    }
    return store_document(content=content, **(given | changed))


def test_what_goes_in_comes_out(cast: Cast) -> None:
    document = store(cast, b"\x00\xff noi dung")
    assert content_of(document) == b"\x00\xff noi dung"
    assert document.file.sha256 == hashlib.sha256(b"\x00\xff noi dung").hexdigest()
    assert document.file.content_type.endswith("wordprocessingml.document")


def test_the_same_bytes_are_kept_once(cast: Cast, tmp_path: Path) -> None:
    first, second = store(cast), store(cast, filename="khac.docx")
    assert first.file == second.file
    assert StoredFile.objects.count() == 1
    assert len([path for path in (tmp_path / "files").rglob("*") if path.is_file()]) == 1


def test_a_lost_file_is_restored_when_it_is_handed_in_again(cast: Cast, tmp_path: Path) -> None:
    first = store(cast)
    (tmp_path / "files" / first.file.path).unlink()
    assert content_of(store(cast)) == b"noi dung"


def test_storing_is_logged_with_the_digest_and_not_the_content(cast: Cast) -> None:
    document = store(cast)
    event = Event.objects.get(verb=Verb.UPLOAD)
    assert document.file.sha256 in str(event.after)
    assert "noi dung" not in str(event.after)


def test_an_empty_file_is_refused(cast: Cast) -> None:
    with pytest.raises(DomainError, match="Tệp rỗng"):
        store(cast, b"")


def test_a_file_that_is_too_large_is_refused_and_leaves_nothing(
    cast: Cast, settings: LazySettings
) -> None:
    settings.MAX_UPLOAD_BYTES = 1024 * 1024
    with pytest.raises(DomainError, match="1 MB"):
        store(cast, b"x" * (1024 * 1024 + 1))
    assert not StoredFile.objects.exists()


def test_nobody_stores_in_anothers_archive(cast: Cast) -> None:
    for user in (cast.cuong, cast.hoa, cast.yen):
        with pytest.raises(PermissionDenied):
            store(cast, by=user)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\Lan\\Kế hoạch.docx", "Kế hoạch.docx"),
        ("a\r\nSet-Cookie: b.pdf", "aSet-Cookie: b.pdf"),
        ("", "van-ban"),
    ],
)
def test_names_of_files_lose_folders_and_control_characters(given: str, kept: str) -> None:
    assert clean_filename(given) == kept


def test_a_long_name_keeps_its_ending() -> None:
    kept = clean_filename("a" * 400 + ".docx")
    assert (len(kept), kept[-5:]) == (255, ".docx")


def test_describing_changes_words_and_never_bytes(cast: Cast) -> None:
    document = store(cast)
    describe_document(
        by=cast.thao, document=document, at=AT, type_name="Kế hoạch", number="12/KH-UBND",
        issuer="UBND tỉnh", issued_on=dt.date(2026, 1, 5), title="Phòng, chống mại dâm",
    )  # fmt: skip
    document.refresh_from_db()
    assert (document.number, "12 kh ubnd" in document.folded) == ("12/KH-UBND", True)
    assert content_of(document) == b"noi dung"
