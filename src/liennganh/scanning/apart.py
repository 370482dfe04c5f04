"""Taking the text out of a file in a process of its own.

A file that breaks a parser, asks for all memory or never ends takes down this process and nothing
else: a few hundred kilobytes of PDF unpack to gigabytes, a web page to millions of elements.
``python -m liennganh.scanning.apart FOLDER`` reads ``file`` and ``asked.json`` there and prints the
text, or the code of what is wrong, as JSON.
"""

import json
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import liennganh
from liennganh.pure.planreader.files import (
    ExtractedText,
    RecognisedPage,
    UnreadableFileError,
    text_of,
)

from .errors import scanning_error
from .folders import working_folder
from .memory import limit_memory
from .programs import ProgramError, run

SECONDS = 60
_AT_ONCE = 2  # files that are opened at the same time
_WAIT_SECONDS = 20  # for one of these places
_ROOM = threading.BoundedSemaphore(_AT_ONCE)
_SOURCE = str(Path(liennganh.__file__).resolve().parents[1])
_UNPACKED = (b"PK", b"%PDF")
_MARKED_UP = (".html", ".htm", ".xhtml", ".mht", ".mhtml", ".doc", ".docx", ".pdf")
# Pictures, old Word files, RTF: told from what they begin with, and opened elsewhere.
_NOT_OPENED = (b"\x89PNG", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"\xd0\xcf\x11\xe0", b"{\\rtf")


@contextmanager
def room() -> Iterator[None]:
    """Wait for a place among the files that are opened at once.

    Raises:
        ScanningError: busy (there was none for a while).

    """
    if not _ROOM.acquire(timeout=_WAIT_SECONDS):
        raise scanning_error("busy")
    try:
        yield
    finally:
        _ROOM.release()


def text_of_file(
    data: bytes,
    filename: str,
    *,
    recognised: Mapping[int, RecognisedPage] | None = None,
    seconds: float = SECONDS,
) -> ExtractedText:
    """Return what ``files.text_of`` returns, within bounds of time and memory.

    Raises:
        UnreadableFileError: as ``files.text_of`` raises it.
        ScanningError: too_heavy (the file took too long or too much memory), busy.

    """
    if not _is_parsed(data, filename):
        return text_of(data, filename, recognised=recognised)
    pages = {str(number): [page.text, page.doubts] for number, page in (recognised or {}).items()}
    with room(), working_folder() as folder:
        (folder / "file").write_bytes(data)
        (folder / "asked.json").write_text(json.dumps({"filename": filename, "pages": pages}))
        command = [sys.executable, "-m", "liennganh.scanning.apart", str(folder)]
        try:
            said = run(command, seconds=seconds, environment={"PYTHONPATH": _SOURCE})
            answer = json.loads(said)
        except (ProgramError, ValueError):
            # It took too long, was ended by the system, or broke where nothing can be caught.
            raise scanning_error("too_heavy") from None
    if "error" in answer:
        raise UnreadableFileError(answer["error"], answer["message"], tuple(answer["pages"]))
    return _extracted(answer)


def _is_parsed(data: bytes, filename: str) -> bool:
    """Say whether a file is taken apart by a library; plain text and what is refused is not."""
    if data.startswith(_NOT_OPENED):
        return False
    return data.startswith(_UNPACKED) or filename.lower().endswith(_MARKED_UP)


def _extracted(answer: dict[str, Any]) -> ExtractedText:
    return ExtractedText(
        text=answer["text"],
        kind=answer["kind"],
        warnings=tuple(answer["warnings"]),
        doubts=tuple((int(start), int(end), float(sure)) for start, end, sure in answer["doubts"]),
        scanned_pages=tuple(answer["scanned_pages"]),
        secrecy=answer["secrecy"],
    )


def main(arguments: list[str]) -> int:
    """Read the file of a folder and print the answer as JSON."""
    limit_memory()
    folder = Path(arguments[0])
    asked = json.loads((folder / "asked.json").read_text())
    pages = {
        int(number): RecognisedPage(text, tuple((s, e, sure) for s, e, sure in doubts))
        for number, (text, doubts) in asked["pages"].items()
    }
    answer: dict[str, Any]
    try:
        found = text_of((folder / "file").read_bytes(), asked["filename"], recognised=pages)
        answer = {
            "text": found.text,
            "kind": found.kind,
            "warnings": found.warnings,
            "doubts": found.doubts,
            "scanned_pages": found.scanned_pages,
            "secrecy": found.secrecy,
        }
    except UnreadableFileError as error:
        answer = {"error": error.code, "message": error.message, "pages": error.pages}
    sys.stdout.write(json.dumps(answer))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
