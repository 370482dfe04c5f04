"""What kind of file it is, by its bytes first and its name second."""

import io
import zipfile

from .docx import main_part
from .errors import unreadable

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Stream names inside an OLE file are UTF-16: the one tells a locked DOCX, the other a DOC.
_LOCKED = "EncryptedPackage".encode("utf-16-le")
# PNG, JPEG, both byte orders of TIFF.
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")
_NAMES = {
    "md": (".md", ".markdown"),
    "html": (".html", ".htm", ".xhtml"),
    "mht": (".mht", ".mhtml"),
    "txt": (".txt", ".text"),
}
_RTF = b"{\\rtf"


def kind_of(data: bytes, filename: str) -> str:
    """Return ``docx``, ``pdf``, ``md``, ``html``, ``mht`` or ``txt``.

    Raises:
        UnreadableFileError: empty, legacy_doc, picture, encrypted_docx, other_office (RTF, ODT),
            unsupported or damaged.

    """
    name = filename.lower()
    if not data.strip(b"\x00 \t\r\n"):
        raise unreadable("empty")
    if data.startswith(_OLE):
        raise unreadable("encrypted_docx" if _LOCKED in data else "legacy_doc")
    if data.startswith(_PICTURES):
        raise unreadable("picture")
    if data.startswith(_RTF):
        raise unreadable("other_office")
    if data.startswith(b"%PDF") or (name.endswith(".pdf") and b"%PDF" in data[:1024]):
        return "pdf"
    if data.startswith(b"PK"):
        return _zip_kind(data, name)
    if name.endswith((".docx", ".doc", ".pdf")):
        # Portals serve web pages under the name of Word files; anything else is torn.
        if (
            data[:512]
            .lstrip(b"\xef\xbb\xbf \r\n\t")
            .lower()
            .startswith((b"<html", b"<!doctype html"))
        ):
            return "html"
        raise unreadable("damaged")
    if kind := next((kind for kind, names in _NAMES.items() if name.endswith(names)), ""):
        return kind
    if "." not in name.rsplit("/", 1)[-1] and b"\x00" not in data[:4096]:
        return "txt"
    raise unreadable("unsupported")


def _zip_kind(data: bytes, name: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise unreadable("damaged" if name.endswith(".docx") else "unsupported") from None
    if main_part(sorted(names)):
        return "docx"
    if "content.xml" in names and "mimetype" in names:
        raise unreadable("other_office")
    raise unreadable(
        "damaged"
        if name.endswith(".docx") and "[Content_Types].xml" not in names
        else "unsupported"
    )
