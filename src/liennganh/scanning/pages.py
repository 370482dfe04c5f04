"""Opening a scan and drawing one of its pages, in a process of its own.

A file that breaks a library, asks for all memory or never ends takes down this process and nothing
else. ``python -m liennganh.scanning.pages count FILE`` prints {"pages": n}; ``… draw FILE NUMBER
TURN FOLDER`` writes ``page.pgm``, where red is stamped ``red.pgm``, and one picture for each cell of
a ruled table, and prints what it found. What goes wrong is printed as {"error": code}.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
from PIL import Image, ImageDraw, ImageOps

from liennganh.scanning.cleaning import evenly_lit, straightened, unspeckled, without_colour
from liennganh.scanning.memory import limit_memory
from liennganh.scanning.ruling import Grid, grids_of

DPI = 300
_POINTS = 72
_MOST_PIXELS = 120_000_000  # of a picture as it comes: an A3 sheet at 800 dpi
_LARGEST_SIDE = 5_000  # pixels of a page as it is recognised: A3 at 300 dpi
_SMALLEST_WIDTH = 2_000  # pixels of the short side: below, letters are too small to tell tones
_RIM = 4  # pixels of a cell's own frame
_INK = 128  # darker than this is print
_DOTS = 60  # dark pixels of the smallest digit
_AROUND = 24  # white pixels around the words of a cell


def main(arguments: list[str]) -> int:
    """Do what the command line says and print the answer as JSON."""
    limit_memory()
    try:
        if arguments[0] == "count":
            answer: dict[str, Any] = {"pages": count(Path(arguments[1]))}
        else:
            file, number, turn, folder = arguments[1:]
            answer = draw(Path(file), int(number), int(turn), Path(folder))
    except _TooManyPixelsError:
        answer = {"error": "too_many_pixels"}
    except _LockedError:
        answer = {"error": "encrypted"}
    except (OSError, ValueError, MemoryError, EOFError, SyntaxError, pypdfium2.PdfiumError):
        # SyntaxError is what Pillow raises for a broken PNG.
        answer = {"error": "damaged"}
    sys.stdout.write(json.dumps(answer))
    return 0


class _TooManyPixelsError(Exception):
    pass


class _LockedError(Exception):
    pass


def count(file: Path) -> int:
    """Return how many pages a PDF or picture has."""
    if _is_pdf(file):
        document = _document(file)
        try:
            return len(document)
        finally:
            document.close()
    with _picture(file) as picture:
        return int(getattr(picture, "n_frames", 1))


def draw(file: Path, number: int, turn: int, folder: Path) -> dict[str, Any]:
    """Write the pictures of a page for recognition; ``number`` from 1, ``turn`` in degrees."""
    raw = _drawn_pdf(file, number) if _is_pdf(file) else _drawn_picture(file, number)
    black, red = without_colour(raw)
    if turn:
        black = black.rotate(turn, expand=True)
        red = red.rotate(turn, expand=True) if red else None
    page, angle = straightened(evenly_lit(unspeckled(black)))
    grids = grids_of(page)
    cells = list(_cells(page, grids))
    for grid in grids:
        ImageDraw.Draw(page).rectangle(_wider(grid), fill=255)
    page.save(folder / "page.pgm")
    filled = [place for place, cell in enumerate(cells) if _printed(cell)]
    for place in filled:
        cells[place].save(folder / f"cell-{place}.pgm")
    if red is not None and (box := ImageOps.invert(red).getbbox()):
        ImageOps.expand(red.crop(box), _AROUND, fill=255).save(folder / "red.pgm")
    return {
        "width": page.width,
        "height": page.height,
        "angle": round(angle, 2),
        "red": (folder / "red.pgm").exists(),
        "tables": [{"box": grid.box, "rows": [len(row) for row in grid.rows]} for grid in grids],
        "cells": filled,
    }


def _printed(cell: Image.Image) -> bool:
    """Say whether there is anything in a cell: a single small digit at least."""
    return sum(cell.histogram()[:_INK]) > _DOTS


def _wider(grid: Grid) -> tuple[int, int, int, int]:
    left, top, right, bottom = grid.box
    return left - _RIM, top - _RIM, right + _RIM, bottom + _RIM


def _cells(page: Image.Image, grids: tuple[Grid, ...]) -> Iterator[Image.Image]:
    for grid in grids:
        for row in grid.rows:
            for left, top, right, bottom in row:
                box = (left + _RIM, top + _RIM, right - _RIM, bottom - _RIM)
                if box[2] <= box[0] or box[3] <= box[1]:
                    yield Image.new("L", (_AROUND, _AROUND), 255)
                    continue
                yield ImageOps.expand(page.crop(box), _AROUND, fill=255)


def _is_pdf(file: Path) -> bool:
    with file.open("rb") as stream:
        return b"%PDF" in stream.read(1024)


def _document(file: Path) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(file)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise _LockedError from error
        raise


def _drawn_pdf(file: Path, number: int) -> Image.Image:
    document = _document(file)
    try:
        page = document[number - 1]
        longest = max(*page.get_size(), 1.0)
        scale = min(DPI / _POINTS, _LARGEST_SIDE / longest)
        drawn: Image.Image = page.render(scale=scale, rev_byteorder=True).to_pil()
        return drawn.convert("RGB")
    finally:
        document.close()


def _picture(file: Path) -> Image.Image:
    Image.MAX_IMAGE_PIXELS = _MOST_PIXELS
    try:
        picture = Image.open(file, formats=("PNG", "JPEG", "TIFF"))
    except Image.DecompressionBombError as error:
        raise _TooManyPixelsError from error
    _measure(picture)
    return picture


def _measure(picture: Image.Image) -> None:
    if picture.width * picture.height > _MOST_PIXELS:
        raise _TooManyPixelsError


def _drawn_picture(file: Path, number: int) -> Image.Image:
    with _picture(file) as picture:
        if number > 1:
            picture.seek(number - 1)
            _measure(picture)
        colour = picture.mode not in {"1", "L", "I;16", "LA"}
        upright = ImageOps.exif_transpose(picture)
        drawn = _on_white(upright) if "A" in upright.mode else upright
        drawn = drawn.convert("RGB" if colour else "L")
    return _of_usual_size(drawn)


def _on_white(picture: Image.Image) -> Image.Image:
    ground = Image.new("RGBA", picture.size, "white")
    ground.alpha_composite(picture.convert("RGBA"))
    return ground.convert("RGB")


def _of_usual_size(picture: Image.Image) -> Image.Image:
    """Return the picture about as large as its sheet would be at 300 dpi."""
    scale = 1.0
    if min(picture.size) < _SMALLEST_WIDTH:
        scale = min(_SMALLEST_WIDTH / max(min(picture.size), 1), 3.0)
    scale = min(scale, _LARGEST_SIDE / max(picture.size))
    if scale == 1.0:
        return picture
    size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    return picture.resize(size, Image.Resampling.LANCZOS)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
