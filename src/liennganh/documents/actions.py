"""Putting files into the archive."""

import datetime as dt
import hashlib
import re

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.translation import gettext as _

from liennganh.accounts.models import User
from liennganh.agencies.models import Agency
from liennganh.audit.actions import record
from liennganh.audit.verbs import Verb
from liennganh.errors import DomainError
from liennganh.pure.vietnamese import fold, nfc

from .models import Direction, Document, StoredFile
from .queries import media_type
from .rules import may_add_document

_LONGEST = {"type_name": 60, "number": 60, "issuer": 240}


def clean_filename(filename: str) -> str:
    """Return the name without folders or control characters, at most 255 letters, in NFC."""
    name = re.split(r"[\\/]", nfc(filename))[-1]
    name = re.sub(r"[\x00-\x1f\x7f]", "", name).strip() or _("van-ban")
    if len(name) <= 255:  # noqa: PLR2004 - the width of the column, and of file systems
        return name
    stem, dot, ending = name.rpartition(".")
    return f"{stem[: 254 - len(ending)]}{dot}{ending}" if len(ending) < 10 else name[:255]  # noqa: PLR2004 - longer is no ending


def store_file(content: bytes, *, filename: str) -> StoredFile:
    """Keep bytes under their SHA-256, once per content."""
    sha256 = hashlib.sha256(content).hexdigest()
    known = StoredFile.objects.filter(sha256=sha256).first()
    if known is not None and default_storage.exists(known.path):
        return known
    path = default_storage.save(f"documents/{sha256[:2]}/{sha256}", ContentFile(content))
    stored, _made = StoredFile.objects.update_or_create(
        sha256=sha256,
        defaults={"path": path, "size": len(content), "content_type": media_type(filename)},
    )
    return stored


@transaction.atomic
def store_document(
    *,
    by: User | None,
    agency: Agency,
    direction: str,
    filename: str,
    content: bytes,
    at: dt.datetime,
    type_name: str = "",
    number: str = "",
    issuer: str = "",
    issued_on: dt.date | None = None,
    title: str = "",
    text: str = "",
) -> Document:
    """Put one file into the archive of an agency. ``by`` is None for the system itself.

    The same bytes handed in twice make two documents over one stored file.

    Raises:
        PermissionDenied: the person does not work in that agency.
        DomainError: the file is empty or larger than the office allows.

    """
    if not may_add_document(by, agency):
        raise PermissionDenied
    if direction not in Direction.values:
        raise ValueError(f"unknown direction {direction!r}")
    if not content:
        raise DomainError(_("Tệp rỗng, không có nội dung. Hãy chọn tệp khác."), field="file")
    if len(content) > settings.MAX_UPLOAD_BYTES:
        raise DomainError(
            _("Tệp lớn hơn %(limit)s MB nên chưa nhận được. Hãy nén hoặc tách tệp rồi gửi lại.")
            % {"limit": settings.MAX_UPLOAD_BYTES // 1024**2},
            field="file",
        )
    given = {"type_name": type_name, "number": number, "issuer": issuer}
    document = Document.objects.create(
        direction=direction,
        file=store_file(content, filename=filename),
        filename=clean_filename(filename),
        **{field: _one_line(value)[: _LONGEST[field]] for field, value in given.items()},
        issued_on=issued_on,
        title=_one_line(title),
        text=nfc(text),
        folded=_folded(title, number, issuer, filename),
        agency=agency,
        added_by=by,
        added_at=at,
    )
    record(
        by=by,
        verb=Verb.UPLOAD,
        obj=document,
        at=at,
        after={
            "sha256": document.file.sha256,
            "filename": document.filename,
            "direction": direction,
            "agency": agency.key,
            "number": document.number,
        },
    )
    return document


@transaction.atomic
def describe_document(
    *,
    by: User | None,
    document: Document,
    at: dt.datetime,
    type_name: str,
    number: str,
    issuer: str,
    issued_on: dt.date | None,
    title: str,
    text: str | None = None,
) -> Document:
    """Correct what is known of a document; its bytes never change.

    ``text`` is what was read in it later, as in a scan; None leaves it as it is.

    Raises:
        PermissionDenied: the person does not work in the agency that keeps it.

    """
    if not may_add_document(by, document.agency):
        raise PermissionDenied
    fields = ("type_name", "number", "issuer", "issued_on", "title")
    before = {field: getattr(document, field) for field in fields}
    document.type_name = _one_line(type_name)[: _LONGEST["type_name"]]
    document.number = _one_line(number)[: _LONGEST["number"]]
    document.issuer = _one_line(issuer)[: _LONGEST["issuer"]]
    document.issued_on, document.title = issued_on, _one_line(title)
    document.folded = _folded(title, number, issuer, document.filename)
    if text is not None:
        document.text = nfc(text)
    document.save(update_fields=[*fields, "folded", "text"])
    after = {field: getattr(document, field) for field in fields}
    record(by=by, verb=Verb.UPDATE, obj=document, at=at, before=before, after=after)
    return document


def _one_line(text: str) -> str:
    return " ".join(nfc(text).split())


def _folded(*parts: str) -> str:
    return fold(" ".join(parts))
