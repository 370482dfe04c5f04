"""Reading the archive."""

import datetime as dt
import mimetypes

from django.core.files.storage import default_storage
from django.db.models import QuerySet

from liennganh.accounts.models import User
from liennganh.agencies.models import Agency
from liennganh.pure.vietnamese import fold

from .models import Document
from .rules import visible

_MEDIA_TYPES = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".pdf": "application/pdf",
    ".md": "text/plain",
    ".txt": "text/plain",
}


_SERVED = frozenset(_MEDIA_TYPES.values()) | {"image/png", "image/jpeg", "application/zip"}


def visible_to(user: User) -> QuerySet[Document]:
    """Return the documents that the person may see; the rule stands in ``rules.visible``."""
    return Document.objects.filter(visible(user)).select_related("agency__unit", "file")


def content_of(document: Document) -> bytes:
    """Return the bytes of a document. The caller has checked access to it."""
    with default_storage.open(document.file.path) as stored:
        content: bytes = stored.read()
    return content


def media_type(filename: str) -> str:
    """Return the media type by the ending of the name; unknown endings are plain bytes."""
    ending = f".{filename.rpartition('.')[2].lower()}"
    known = _MEDIA_TYPES.get(ending) or mimetypes.guess_type(filename)[0]
    return known or "application/octet-stream"


def served_type(filename: str) -> str:
    """Return the media type to send: that of an office file or picture, else plain bytes.

    What a browser might run (HTML, SVG) is never announced as such.
    """
    known = media_type(filename)
    return known if known in _SERVED else "application/octet-stream"


def keepers(user: User) -> QuerySet[Agency]:
    """Return the agencies that keep a document which the person may see, for the filter."""
    kept = Document.objects.filter(visible(user)).values("agency")
    return Agency.objects.filter(pk__in=kept).select_related("unit").prefetch_related("unit__names")


def search(
    user: User,
    *,
    text: str = "",
    direction: str = "",
    agency: int | None = None,
    since: dt.date | None = None,
    until: dt.date | None = None,
) -> QuerySet[Document]:
    """Return the documents for the list, newest first.

    ``text`` is looked for word by word in title, number, issuer and file name, folded; ``since``
    and ``until`` (inclusive) bound the day of issue. The text of the files is left unread.
    """
    found = visible_to(user).defer("text", "folded")
    for word in fold(text).split():
        found = found.filter(folded__contains=word)
    if direction:
        found = found.filter(direction=direction)
    if agency is not None:
        found = found.filter(agency=agency)
    if since is not None:
        found = found.filter(issued_on__gte=since)
    if until is not None:
        found = found.filter(issued_on__lte=until)
    return found
