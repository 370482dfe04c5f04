"""Reading scans: python benchmarks/scanning.py [TEXT …].

Prints our sample plan (or the given texts of plans) as LibreOffice prints it, makes scans of it at
levels of harm, recognises them, and tells for each level the seconds a page, the share of the items
kept and of the words, and the peak of memory of this process and of the programs it started.
"""

import io
import random
import re
import resource
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from statistics import NormalDist

import pypdfium2
from PIL import Image, ImageChops, ImageDraw, ImageFilter

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]


@dataclass(frozen=True)
class Harm:
    """What a scanner does to a sheet; each field in its own unit."""

    dpi: int = 300
    skew: float = 0.0  # degrees
    noise: float = 0.0  # standard deviation of grey
    blur: float = 0.0  # pixels
    jpeg: int = 90  # quality
    paper: int = 255  # grey of the paper at its darkest corner
    stamp: bool = False
    turn: int = 0  # degrees the sheet lies on its side
    specks: float = 0.0  # share of pixels; the scan has then only black and white


LEVELS = {
    "clean": Harm(),
    "usual": Harm(skew=0.7, noise=8, blur=0.6, jpeg=75, paper=235, stamp=True),
    "poor": Harm(skew=-2.0, noise=20, blur=1.0, jpeg=50, paper=205, stamp=True),
    "200 dpi": Harm(dpi=200, skew=1.2, noise=10, blur=0.5, jpeg=60, paper=225, stamp=True),
    "black, white": Harm(dpi=200, skew=0.8, noise=10, blur=0.4, paper=235, specks=0.01),
    "on its side": Harm(skew=1.0, noise=6, jpeg=80, turn=90),
}


def scanned(sheet: Image.Image, harm: Harm, number: int) -> Image.Image:
    """Return a printed page as a scanner at some level of harm gives it."""
    page = sheet.convert("RGB")
    if harm.stamp:
        _stamp(page, number)
    page = page.rotate(harm.skew, Image.Resampling.BICUBIC, fillcolor="white")
    if harm.paper < 255:
        page = ImageChops.multiply(page, _paper(page.size, harm.paper))
    if harm.blur:
        page = page.filter(ImageFilter.GaussianBlur(harm.blur))
    if harm.noise:
        grain = Image.effect_noise(page.size, harm.noise)
        page = ImageChops.add(page, Image.merge("RGB", (grain,) * 3), 1, -128)
    if harm.specks:
        page = _speckled(page, harm.specks)
    return page.rotate(harm.turn, expand=True) if harm.turn else page


def _speckled(page: Image.Image, share: float) -> Image.Image:
    """Return a page in black and white, with specks of both."""
    bare = page.convert("L").point(lambda value: 255 if value > 150 else 0)
    level = 128 + NormalDist(0, 60).inv_cdf(1 - share)
    dice = Image.effect_noise(page.size, 60).point(lambda value: 255 if value > level else 0)
    return ImageChops.difference(bare, dice)


def _stamp(page: Image.Image, number: int) -> None:
    """Set a red seal over print, at another place on each page."""
    dice = random.Random(number)  # noqa: S311 - the same stamp at each run
    size = page.width // 7
    left = dice.randrange(page.width // 3, page.width - 2 * size)
    top = dice.randrange(page.height // 3, page.height - 2 * size)
    seal = Image.new("L", (size, size), 0)
    pen = ImageDraw.Draw(seal)
    for inset, width in ((0, 8), (size // 6, 4)):
        pen.ellipse((inset, inset, size - inset - 1, size - inset - 1), outline=210, width=width)
    pen.regular_polygon((size / 2, size / 2, size / 5), 5, fill=180)
    red = Image.new("RGB", seal.size, (205, 30, 45))
    under = page.crop((left, top, left + size, top + size))
    page.paste(
        ImageChops.multiply(
            under, Image.composite(red, Image.new("RGB", seal.size, "white"), seal)
        ),
        (left, top),
    )


def _paper(size: tuple[int, int], darkest: int) -> Image.Image:
    """Return paper that darkens towards a corner, as beside a spine."""
    light = Image.linear_gradient("L").rotate(35, expand=False).resize(size)
    grey = light.point(lambda value: darkest + (255 - darkest) * value // 255)
    return Image.merge("RGB", (grey,) * 3)


def sheets(pdf: bytes, dpi: int) -> Iterator[Image.Image]:
    """Yield the pages of a PDF as printed."""
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        yield page.render(scale=dpi / 72).to_pil()


def scan_of(pdf: bytes, harm: Harm) -> bytes:
    """Return the scan of a printed plan: a PDF of pictures."""
    pages = [scanned(sheet, harm, n) for n, sheet in enumerate(sheets(pdf, harm.dpi))]
    out = io.BytesIO()
    pages[0].save(
        out, "PDF", save_all=True, append_images=pages[1:], resolution=harm.dpi, quality=harm.jpeg
    )
    return out.getvalue()


def words_kept(expected: str, read: str) -> float:
    """Return the share of the words that were read as they stand, in order."""
    one, two = re.findall(r"\w+", expected), re.findall(r"\w+", read)
    matched = SequenceMatcher(None, one, two, autojunk=False).get_matching_blocks()
    return sum(block.size for block in matched) / max(len(one), 1)


def main(paths: list[str]) -> int:
    """Print a table for each plan."""
    from tests.round_trip import same_items, to_pdf, write_docx  # noqa: PLC0415 - after the path

    from liennganh.pure.planreader import read  # noqa: PLC0415 - after the path is set
    from liennganh.pure.planreader.files import text_of  # noqa: PLC0415 - after the path is set
    from liennganh.scanning import recognise  # noqa: PLC0415 - after the path is set

    sample = ROOT / "samples" / "ke-hoach-khanh-hoa-2026-2030.docx"
    named = [name.removeprefix("level=") for name in paths if name.startswith("level=")]
    texts = [Path(path) for path in paths if not path.startswith("level=")]
    print(
        f"{'plan':34}{'level':>12}{'pages':>6}{'s/page':>8}{'words':>8}{'items':>8}{'peak MB':>9}"
    )
    for path in texts or [sample]:
        docx = path.read_bytes() if path == sample else write_docx(path.read_text("utf-8"))
        expected = read(text_of(docx, "ke-hoach.docx").text)
        pdf = to_pdf(docx)
        for level in named or LEVELS:
            scan = scan_of(pdf, LEVELS[level])
            start = time.perf_counter()
            found = recognise(scan, "scan.pdf")
            seconds = (time.perf_counter() - start) / len(found.pages)
            same = same_items(expected, read(found.text), likeness=0.9)
            print(
                f"{path.stem[:33]:34}{level:>12}{len(found.pages):6}{seconds:8.2f}"
                f"{words_kept(expected.text, found.text):8.1%}{same.share:8.1%}{_peak():9.0f}",
                flush=True,
            )
            for item in same.missing if "-v" in sys.argv else ():
                print("   -", item.kind, item.values, item.words[:150])
            for item in same.extra if "-v" in sys.argv else ():
                print("   +", item.kind, item.values, item.words[:150])
    return 0


def _peak() -> float:
    """Return the larger peak of memory in MB: of this process or of a program it started."""
    who = (resource.RUSAGE_CHILDREN,)
    return max(resource.getrusage(one).ru_maxrss for one in who) / 1024


if __name__ == "__main__":
    sys.exit(main([argument for argument in sys.argv[1:] if argument != "-v"]))
