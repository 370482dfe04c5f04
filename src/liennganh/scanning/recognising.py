"""Recognising a scan page by page."""

import json
import sys
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import liennganh

from .agreeing import agreed
from .errors import MESSAGES, PageError, ScanningError, scanning_error
from .folders import working_folder
from .layout import Doubt, Row, cell_text, rows_of, table_rows, text_of_rows, told
from .mending import mend, stamp_in
from .programs import ProgramError, ProgramTimeoutError, languages, never, run, tesseract
from .running import put_together
from .words import Word, mean_certainty, words_of

MAX_PAGES = 300
PAGE_SECONDS = 90
_DRAWING_SECONDS = 40
_LINES = "6"  # tesseract's mode for one block of even lines: keeps the two columns of a head level
_SPARSE = "11"  # letters anywhere: a stamp
_UNSURE = 0.62  # mean certainty below which a page may lie on its side
_FEW = 8  # words below which a page may lie on its side
_HEAD = 600  # characters of a page's head, where a stamp stands
_ENDINGS = frozenset({".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff"})
_SOURCE = str(Path(liennganh.__file__).resolve().parents[1])


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a scan: its text as ``layout.text_of_rows`` gives it, or why there is none.

    ``doubts`` are its unsure words as (start, end, certainty 0..1) within the text; ``certainty`` is
    the mean over the words, None where there are none; ``problem`` is Vietnamese, "" for a page that was read;
    ``secrecy`` is the level of a stamp (MẬT …), "" where there is none.
    """

    number: int
    text: str = ""
    doubts: tuple[Doubt, ...] = ()
    certainty: float | None = None
    problem: str = ""
    secrecy: str = ""


@dataclass(frozen=True, slots=True)
class Scanned:
    """A scan as text, with where it is doubtful; ``spans`` is the stretch of each page in it."""

    text: str
    pages: tuple[Page, ...]
    doubts: tuple[Doubt, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()

    def part(self, place: int) -> tuple[str, tuple[Doubt, ...]]:
        """Return the text of the page at a place of ``pages``, and its doubts within that text."""
        start, end = self.spans[place]
        doubts = tuple(
            (max(s, start) - start, min(e, end) - start, sure)
            for s, e, sure in self.doubts
            if s < end and e > start
        )
        return self.text[start:end].rstrip("\n"), doubts


class Scan:
    """A file of scanned pages, opened for reading one page after the other."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._turn = 0  # degrees that the last page had to be turned: its neighbour lies like it

    def count(self) -> int:
        """Return the number of pages.

        Raises:
            ScanningError: damaged, encrypted, too_many_pixels, too_many_pages.

        """
        pages = int(_prepared("count", str(self._file))["pages"])
        if pages > MAX_PAGES:
            raise scanning_error("too_many_pages", pages=pages, limit=MAX_PAGES)
        if pages < 1:
            raise scanning_error("damaged")
        return pages

    def page(
        self, number: int, *, cancelled: Callable[[], bool] = never, seconds: float = PAGE_SECONDS
    ) -> Page:
        """Recognise a page (from 1). A page that fails is returned with its problem.

        Raises:
            ScanningError: tesseract or its Vietnamese data are missing.
            CancelledError: ``cancelled`` came true meanwhile.

        """
        program = tesseract()
        try:
            with working_folder() as folder:
                sheet = _Sheet(program, self._file, number, folder, cancelled, seconds)
                page, self._turn = sheet.read(self._turn)
                return page
        except PageError as error:
            return Page(number, problem=error.message)


@contextmanager
def opened(data: bytes, filename: str) -> Iterator[Scan]:
    """Lay a scan (PDF, PNG, JPEG, TIFF) out for reading; its copy goes when the block ends."""
    ending = Path(filename).suffix.lower()
    with working_folder() as folder:
        file = folder / f"scan{ending if ending in _ENDINGS else ''}"
        file.write_bytes(data)
        yield Scan(file)


def recognise(
    data: bytes,
    filename: str,
    *,
    only_pages: Collection[int] | None = None,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
    cancelled: Callable[[], bool] = never,
) -> Scanned:
    """Recognise a scan: a PDF of pictures, a PNG, a JPEG, a TIFF of several pages.

    Args:
        data: the whole file.
        filename: its name.
        only_pages: pages to recognise, from 1; all where it is None.
        progress: called with (pages done, pages to do) before the first page and after each.
        cancelled: asked all the while; true stops at once.

    Raises:
        ScanningError: the file cannot be opened, or a program is missing. A page that fails is no
            error: it is in ``pages`` with its problem.
        CancelledError: ``cancelled`` came true.

    """
    tesseract()
    with opened(data, filename) as scan:
        total = scan.count()
        numbers = [n for n in range(1, total + 1) if only_pages is None or n in only_pages]
        progress(0, len(numbers))
        pages = []
        for number in numbers:
            pages.append(scan.page(number, cancelled=cancelled))
            progress(len(pages), len(numbers))
    return compose(pages)


def compose(pages: Sequence[Page]) -> Scanned:
    """Put pages together into one text, mended, with their doubts and stretches in it."""
    text, doubts, spans = put_together(
        [
            (page.text, page.doubts, place > 0 and page.number == pages[place - 1].number + 1)
            for place, page in enumerate(pages)
        ]
    )
    # The stretches of the pages move as the doubts do.
    edges = [(start, end, 1.0) for start, end in spans if end > start]
    text = agreed(text, doubts)
    mended, unsure = mend(text, doubts)
    _, moved = mend(text, edges)
    stretches = iter(moved)
    placed = tuple(next(stretches)[:2] if end > start else (0, 0) for start, end in spans)
    return Scanned(mended, tuple(pages), told(unsure), placed)


def _prepared(
    *arguments: str, cancelled: Callable[[], bool] = never, seconds: float = _DRAWING_SECONDS
) -> dict[str, Any]:
    """Ask the process that opens files (``pages``).

    Raises:
        ScanningError: with the code it answers.

    """
    command = [sys.executable, "-m", "liennganh.scanning.pages", *arguments]
    path = {"PYTHONPATH": _SOURCE}
    try:
        answer = json.loads(run(command, seconds=seconds, cancelled=cancelled, environment=path))
    except (ProgramError, ValueError):
        raise scanning_error("damaged") from None
    if code := answer.get("error"):
        raise scanning_error(code)
    return dict(answer)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page on its way through drawing and recognition, in a folder of its own."""

    program: str
    file: Path
    number: int
    folder: Path
    cancelled: Callable[[], bool]
    seconds: float

    def read(self, turn: int) -> tuple[Page, int]:
        """Return the page and how far it was turned: as far as given, or else as it reads best."""
        rows, words, secrecy = self._recognised(turn)
        sure = mean_certainty(words) or 0.0
        if (len(words) < _FEW or sure < _UNSURE) and (more := self._turn()):
            again = self._recognised((turn + more) % 360)
            if (mean_certainty(again[1]) or 0.0) > sure:
                rows, words, secrecy = again
                turn = (turn + more) % 360
        text, doubts = text_of_rows(rows)
        certainty = mean_certainty(words)
        page = Page(
            self.number,
            text,
            doubts,
            None if certainty is None else round(certainty, 3),
            secrecy=secrecy or stamp_in(text[:_HEAD]),
        )
        return page, turn

    def _recognised(self, turn: int) -> tuple[list[Row], list[Word], str]:
        try:
            found = _prepared(
                "draw", str(self.file), str(self.number), str(turn), str(self.folder),
                cancelled=self.cancelled,
            )  # fmt: skip
        except ScanningError as error:
            code = "page_damaged" if error.code == "damaged" else error.code
            raise (PageError(code, MESSAGES.get(code, error.message))) from None
        pictures = ["page.pgm", *(f"cell-{n}.pgm" for n in found["cells"])]
        words = self._words(pictures, _LINES)
        rows = rows_of(word for word in words if word.picture == 0)
        in_cell: dict[int, list[Word]] = {}
        for word in words:
            if word.picture > 0:
                in_cell.setdefault(found["cells"][word.picture - 1], []).append(word)
        place = 0
        for table in found["tables"]:
            cells = []
            for width in table["rows"]:
                cells.append([cell_text(in_cell.get(place + n, [])) for n in range(width)])
                place += width
            rows = _inserted(rows, table_rows(tuple(table["box"]), cells))
        return rows, words, self._stamped() if found["red"] else ""

    def _stamped(self) -> str:
        """Return the words of a red stamp of secrecy, or ""."""
        words = self._words(["red.pgm"], _SPARSE)
        lines: dict[tuple[int, int, int], list[str]] = {}
        for word in words:
            lines.setdefault(word.line, []).append(word.text)
        read = "\n".join(" ".join(line) for line in lines.values())
        return stamp_in(read, red=True)

    def _turn(self) -> int:
        """Return by how many degrees to turn the page to the left, as tesseract sees it."""
        if "osd" not in languages(self.program):
            return 0
        command = [self.program, str(self.folder / "page.pgm"), "stdout", "--psm", "0", "-l", "osd"]
        try:
            said = run(command, seconds=self.seconds, cancelled=self.cancelled)
        except ProgramError:
            return 0  # too few letters to tell
        for line in said.decode("utf-8", "replace").splitlines():
            name, _, value = line.partition(":")
            if name == "Orientation in degrees":
                return int(value) % 360
        return 0

    def _words(self, pictures: Sequence[str], mode: str) -> list[Word]:
        (self.folder / "list.txt").write_text(
            "".join(f"{self.folder / name}\n" for name in pictures)
        )
        command = [
            self.program, str(self.folder / "list.txt"), "stdout", "-l", "vie", "--psm", mode,
            "--dpi", "300", "tsv",
        ]  # fmt: skip
        try:
            table = run(command, seconds=self.seconds, cancelled=self.cancelled)
        except ProgramTimeoutError:
            raise scanning_error("page_timeout", seconds=round(self.seconds)) from None
        except ProgramError:
            raise scanning_error("page_failed") from None
        return list(words_of(table.decode("utf-8", "replace")))


def _inserted(rows: Sequence[Row], table: Sequence[Row]) -> list[Row]:
    """Return the lines with the rows of a table before the first line below it."""
    if not table:
        return list(rows)
    top = table[0].top
    at = next((n for n, row in enumerate(rows) if row.top > top), len(rows))
    return [*rows[:at], *table, *rows[at:]]
