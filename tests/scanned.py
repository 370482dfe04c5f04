"""Scans of printed plans, as scanners of several kinds give them."""

import io
import random
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import NormalDist

import pypdfium2
from PIL import Image, ImageChops, ImageDraw, ImageFilter


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
    dice = random.Random(number)
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
