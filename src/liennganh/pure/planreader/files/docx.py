"""Text of a DOCX in the order of the document, with the numbers and bullets that Word would print.

Read from the XML itself: python-docx leaves out text boxes and computes no automatic numbers.
Tracked changes are read as accepted. Page headers and footers, comments, hidden text, tables of
contents and notes are left out; notes cite and explain, and hold no duties.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from itertools import islice
from typing import Any

from lxml import etree

from liennganh.pure.planreader.secrecy import stamp_among

from .errors import UnreadableFileError, unreadable
from .numbering import W, linked, numbering_of
from .runs import Runs, old_fonts_in
from .styles import styles_of
from .walker import Walker

MAX_UNPACKED = 200 * 1024 * 1024  # bytes of all parts together
MAX_RATIO = 250  # unpacked to packed, of parts above a megabyte
_MAX_PARTS = 20_000
_BROKEN = (
    zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, OSError, EOFError, ValueError,
    NotImplementedError, RuntimeError, LookupError,
)  # fmt: skip
_BESIDE = re.compile(r"word/(?:header|footer|footnotes|endnotes)\d*\.xml")
_MOST_BESIDE = 60  # parts beside the text that are looked at for a stamp
_HEAD_PARAGRAPHS = 60
_VML = "{urn:schemas-microsoft-com:vml}"
_MAIN = re.compile(r"word/document\d*\.xml")
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_OLD_FONT = re.compile(rb'"\.?Vn|"VNI', re.IGNORECASE)
_TRACKED = ("del", "ins", "moveFrom", "moveTo")


def docx_text(data: bytes) -> tuple[str, tuple[str, ...], str]:
    """Return the text of a DOCX, warnings, and a stamp of secrecy that its text does not hold.

    Raises:
        UnreadableFileError: zip_bomb, damaged, table_too_large.

    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _refuse_bomb(archive)
            main = main_part(archive.namelist())
            raw = [_raw(archive, f"word/{name}.xml") for name in ("styles", "numbering")]
            document_raw = _raw(archive, main)
            document, styles_xml, numbering_xml = (_parsed(x) for x in (document_raw, *raw))
            beside = [name for name in archive.namelist() if _BESIDE.fullmatch(name)]
            parts = [_parsed(_raw(archive, name)) for name in beside[:_MOST_BESIDE]]
    except UnreadableFileError:
        raise
    except _BROKEN:
        raise unreadable("damaged") from None
    body = document.find(f"{W}body") if document is not None else None
    if body is None:
        raise unreadable("damaged")
    styles = styles_of(styles_xml)
    old = any(_OLD_FONT.search(part) for part in (document_raw, raw[0]))
    runs = Runs(styles, old_fonts_in(document, styles) if old else frozenset())
    lines = _walked(body, runs, numbering_xml)
    if runs.fields:
        # A field that never ends would hide all that follows: then none is left out.
        runs = Runs(styles, runs.old_fonts, whole_fields=False)
        lines = _walked(body, runs, numbering_xml)
    stamp = stamp_among(line for part in (document, *parts) for line in _head_words(part))
    return "\n".join(lines), _warnings(document, runs), stamp


def _head_words(part: Any) -> Iterator[str]:
    """Yield the lines a part begins with, those that do not print and those of WordArt too."""
    for node in islice(part.iter(f"{W}p"), _HEAD_PARAGRAPHS) if part is not None else ():
        words = (
            (leaf.text or "") if leaf.tag == f"{W}t" else "\n"
            for leaf in node.iter(f"{W}t", f"{W}br", f"{W}cr", f"{W}tab", f"{W}p")
        )
        yield from "".join(words).split("\n")
        for art in node.iter(f"{_VML}textpath"):
            yield art.get("string") or ""


def _walked(body: Any, runs: Runs, numbering_xml: Any) -> list[str]:
    numbering = numbering_of(numbering_xml)
    linked(numbering, runs.styles.lists)
    walker = Walker(numbering, runs.styles, runs)
    return [*walker.blocks(body, 0), *walker.rest()]


def main_part(names: list[str]) -> str:
    """Return the name of the part that holds the text, "" for none."""
    return next((name for name in names if _MAIN.fullmatch(name)), "")


def _warnings(document: Any, runs: Runs) -> tuple[str, ...]:
    out = []
    if next(document.iter(*(f"{W}{name}" for name in _TRACKED)), None) is not None:
        out.append("Tệp còn vết sửa (Track changes): phần đã xóa không được đọc.")
    if runs.notes:
        out.append(f"Tệp có {runs.notes} chú thích; nội dung chú thích không được đọc.")
    if runs.old_fonts:
        out.append(
            "Tệp có chữ dùng phông cũ (TCVN3, VNI); đã đổi sang Unicode, hãy đọc lại các dấu."
        )
    return tuple(out)


def _refuse_bomb(archive: zipfile.ZipFile) -> None:
    """Judge by the directory of the archive, before anything is unpacked."""
    infos = archive.infolist()
    total = sum(info.file_size for info in infos)
    if total > MAX_UNPACKED or len(infos) > _MAX_PARTS:
        raise unreadable("zip_bomb")
    for info in infos:
        if info.file_size > 1024 * 1024 and info.file_size > MAX_RATIO * max(info.compress_size, 1):
            raise unreadable("zip_bomb")


def _raw(archive: zipfile.ZipFile, name: str) -> bytes:
    try:
        info = archive.getinfo(name)
    except KeyError:
        return b""
    # A directory can lie about sizes: never read past what it declared.
    with archive.open(info) as stream:
        raw = stream.read(info.file_size + 1)
    if len(raw) > info.file_size:
        raise unreadable("zip_bomb")
    return raw


def _parsed(raw: bytes) -> Any:
    if not raw:
        return None
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False
    )
    return etree.fromstring(raw.replace(_STRICT, W[1:-1].encode()), parser)
