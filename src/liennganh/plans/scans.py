"""Between the pages of a scan as they are kept and the text that is read as a plan."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from liennganh.plans import intake as reading
from liennganh.plans.models import IntakePage, PageState
from liennganh.pure.planreader.files import RecognisedPage
from liennganh.scanning import Page, compose

UNCLEAR = 0.8  # mean certainty of a page below which an officer should look at the original


@dataclass(frozen=True, slots=True)
class ScanText:
    """The text of a scan and its doubtful stretches: start, end, certainty."""

    text: str
    doubts: tuple[tuple[int, int, float], ...]


def pages_to_recognise(content: bytes, filename: str) -> Sequence[int] | None:
    """Return the pages (from 1) of a file that are pictures; None where all are.

    Raises:
        UnreadableError: the file cannot be opened.

    """
    try:
        found = reading.extract(content, filename)
    except reading.ScanFoundError as scan:
        return scan.pages
    return [number + 1 for number in found.scanned_pages]


def text_of_scan(content: bytes, filename: str, pages: Iterable[IntakePage]) -> ScanText:
    """Return the text of a file with the pages that were recognised, in the order of its pages.

    Raises:
        UnreadableError: the file cannot be opened.

    """
    together = compose([_as_page(page) for page in pages])
    recognised = {
        page.number - 1: RecognisedPage(*together.part(place))
        for place, page in enumerate(together.pages)
    }
    try:
        found = reading.extract(content, filename, recognised)
    except reading.ScanFoundError:
        # A picture has no text of its own between its pages.
        return ScanText(together.text, together.doubts)
    return ScanText(found.text, found.doubts)


def _as_page(page: IntakePage) -> Page:
    if page.state != PageState.READ:
        return Page(page.number)
    doubts = tuple((int(start), int(end), float(sure)) for start, end, sure in page.doubts)
    return Page(page.number, page.text, doubts, page.certainty)


def warnings_of(pages: Sequence[IntakePage], text: str) -> list[dict[str, Any]]:
    """Return what an officer should know of a text that comes from a scan.

    A page that is not clear is told by itself, with the offset ``start`` in ``text`` at which it
    begins where that can be found.
    """
    found: list[dict[str, Any]] = []
    lost = [page.number for page in pages if page.state != PageState.READ]
    if lost:
        message = _(
            "Trang %(pages)s của bản quét chưa đọc được nên không có trong văn bản này. Hãy xem bản "
            "gốc và thêm các mục còn thiếu."
        ) % {"pages": ", ".join(str(number) for number in lost)}
        found.append({"code": "pages_lost", "message": message})
    unclear = [page.number for page in pages if _is_unclear(page)]
    begins = _beginnings(pages, text) if unclear else {}
    for number in unclear:
        message = _(
            "Chữ ở trang %(page)s của bản quét không rõ. Hãy đối chiếu các mục của trang này với bản "
            "gốc."
        ) % {"page": number}
        place = {"start": begins[number]} if number in begins else {}
        found.append({"code": "pages_unclear", "message": message, **place})
    return found


def _is_unclear(page: IntakePage) -> bool:
    sure = page.certainty
    return page.state == PageState.READ and sure is not None and sure < UNCLEAR


def _beginnings(pages: Sequence[IntakePage], text: str) -> dict[int, int]:
    """Return where each page begins in the text that was read, by its first line."""
    together = compose([_as_page(page) for page in pages])
    found: dict[int, int] = {}
    after = 0
    for place, page in enumerate(together.pages):
        first = together.part(place)[0].partition("\n")[0]
        at = text.find(first, after) if first else -1
        if at >= 0:
            found[page.number] = at
            after = at + len(first)
    return found
