"""From the bytes of a file to the text the reader takes."""

from dataclasses import dataclass

from .docx import docx_text
from .encodings import convert_fonts, decode
from .errors import unreadable
from .html import html_text
from .pdf import pdf_text
from .sniff import kind_of

DEFAULT_LIMIT_MB = 50
ABSOLUTE_LIMIT_MB = 100


@dataclass(frozen=True, slots=True)
class ExtractedText:
    """Text of a file, its kind (``docx``, ``pdf``, ``txt``, ``md``, ``html``) and warnings in Vietnamese."""

    text: str
    kind: str
    warnings: tuple[str, ...] = ()


def text_of(data: bytes, filename: str, *, limit_mb: int = DEFAULT_LIMIT_MB) -> ExtractedText:
    """Return the text of an uploaded file.

    Args:
        data: the whole file.
        filename: its name, used where the bytes do not tell the kind (text, Markdown).
        limit_mb: largest size in megabytes (2**20 bytes), never above ``ABSOLUTE_LIMIT_MB``.

    Raises:
        UnreadableFileError: with ``code`` one of empty, unsupported, too_large, encrypted_pdf,
            scanned_pdf, zip_bomb, no_text, damaged, table_too_large, encrypted_docx, legacy_doc.

    """
    limit = min(limit_mb, ABSOLUTE_LIMIT_MB)
    if len(data) > limit * 1024 * 1024:
        raise unreadable("too_large", limit=limit)
    kind = kind_of(data, filename)
    warnings: tuple[str, ...]
    if kind == "docx":
        text, warnings = docx_text(data)
        text, more = convert_fonts(text)
        warnings += more
    elif kind == "pdf":
        text, warnings = pdf_text(data)
        text, more = convert_fonts(text)
        warnings += more
    else:
        try:
            text, warnings = decode(data)
        except UnicodeError:
            raise unreadable("unsupported") from None
        if kind == "html":
            text = html_text(text)
    if not any(c.isalnum() for c in text):
        raise unreadable("no_text")
    return ExtractedText(text, kind, warnings)
