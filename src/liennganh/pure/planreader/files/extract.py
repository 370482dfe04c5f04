"""From the bytes of a file to the text the reader takes."""

from collections.abc import Mapping

from liennganh.pure.planreader.lines import normalise

from .docx import docx_text
from .encodings import convert_fonts, decode, stated_charset
from .errors import unreadable
from .html import archived_page, html_text
from .pdf import pdf_text
from .sniff import kind_of
from .values import ExtractedText, RecognisedPage

DEFAULT_LIMIT_MB = 50
ABSOLUTE_LIMIT_MB = 100


def text_of(
    data: bytes,
    filename: str,
    *,
    limit_mb: int = DEFAULT_LIMIT_MB,
    recognised: Mapping[int, RecognisedPage] | None = None,
) -> ExtractedText:
    """Return the text of an uploaded file.

    Args:
        data: the whole file.
        filename: its name, used where the bytes do not tell the kind (text, Markdown).
        limit_mb: largest size in megabytes (2**20 bytes), never above ``ABSOLUTE_LIMIT_MB``.
        recognised: pages of a PDF (from 0) that hold no text, as recognition has read them.

    Raises:
        UnreadableFileError: with ``code`` one of empty, unsupported, too_large, encrypted_pdf,
            scanned_pdf (with its ``pages``), picture, zip_bomb, no_text, damaged, table_too_large,
            encrypted_docx, too_long, other_office (RTF, ODT), legacy_doc.

    """
    limit = min(limit_mb, ABSOLUTE_LIMIT_MB)
    if len(data) > limit * 1024 * 1024:
        raise unreadable("too_large", limit=limit)
    kind = kind_of(data, filename)
    if kind == "pdf":
        found = pdf_text(data, recognised or {})
    else:
        text, warnings, stamp = _text(data, kind)
        named = "html" if kind == "mht" else kind
        found = ExtractedText(normalise(text), named, warnings, secrecy=stamp)
    if not found.secrecy and not any(c.isalnum() for c in found.text):
        raise unreadable("no_text")
    return found


def _text(data: bytes, kind: str) -> tuple[str, tuple[str, ...], str]:
    if kind == "docx":
        text, warnings, stamp = docx_text(data)
        text, more = convert_fonts(text)
        return text, warnings + more, stamp
    charset = None
    if kind == "mht":
        data, charset = archived_page(data)
    try:
        text, warnings = decode(data, charset or (stated_charset(data) if kind != "txt" else None))
    except UnicodeError:
        raise unreadable("unsupported") from None
    if kind not in {"html", "mht"}:
        return text, warnings, ""
    text, stamp = html_text(text)
    if not warnings:
        text, warnings = convert_fonts(text)  # letters of old fonts may stand as entities
    return text, warnings, stamp
