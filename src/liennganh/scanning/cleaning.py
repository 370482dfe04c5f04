"""Making a page fit to be recognised: without stamps, evenly lit, straight, of a usual size."""

import itertools
import math

from PIL import Image, ImageChops, ImageFilter, ImageOps

_STEEPEST = 5.0  # degrees that a sheet is laid askew at most
_STRAIGHT = 0.12  # degrees that nobody sees: turning costs sharpness
_RED = 60  # how far red stands above the other colours where a stamp is
_STAMPED = 0.0004  # share of a page's pixels: a line of small red letters
_PRINT = 110  # grey of faint print: what is lighter is never taken for black
_PAPER = 215  # grey (of 255) from which on it is the paper's own grain
_SPECKLED = 14.0  # grain (0..255): 6% of the paper in specks
_LOOK_WIDTH = 900  # pixels in which the angle is sought


def without_colour(page: Image.Image) -> tuple[Image.Image, Image.Image | None]:
    """Return the black print of a page (mode "L"), and what was stamped in red, or None.

    In the brightest of the three colours a red stamp or a blue signature pales while black letters
    under it stay.
    """
    if page.mode == "L":
        return page, None
    red, green, blue = page.convert("RGB").split()
    other = ImageChops.lighter(green, blue)
    print_ = ImageChops.lighter(red, other)
    stamped = ImageChops.subtract(red, other).point(lambda value: 255 if value > _RED else 0)
    share = stamped.histogram()[255] / (page.width * page.height)
    if share < _STAMPED:
        return print_, None
    # Its pale rim goes too, but not the black beneath it.
    rim = ImageChops.subtract(red, other).point(lambda value: 255 if value > _RED // 2 else 0)
    dark = print_.point(lambda value: 255 if value < 90 else 0)  # noqa: PLR2004 - black print
    print_.paste(255, mask=ImageChops.subtract(rim.filter(ImageFilter.MaxFilter(3)), dark))
    return print_, ImageOps.invert(stamped)


def evenly_lit(page: Image.Image) -> Image.Image:
    """Return the page on white: grey paper and the shadow of a fold are taken off."""
    small = page.reduce(8)
    ground = small.filter(ImageFilter.MaxFilter(5)).filter(ImageFilter.GaussianBlur(6))
    ground = ground.resize(page.size, Image.Resampling.BILINEAR)
    lit = ImageChops.invert(ImageChops.subtract(ground, page))
    dark, bright = _ends(lit.histogram())
    scale = 255 / max(bright - dark, 1)
    lit = lit.point(lambda value: max(0, min(255, round((value - dark) * scale))))
    return lit.point(lambda value: 255 if value > _PAPER else value)


def _ends(histogram: list[int]) -> tuple[int, int]:
    """Return the grey of print and that of paper; a page with few words has paper at both ends."""
    pixels = sum(histogram)
    sums = list(itertools.accumulate(histogram))
    dark = next(grey for grey, count in enumerate(sums) if count >= 0.005 * pixels)
    bright = next(grey for grey, count in enumerate(sums) if count >= 0.95 * pixels)
    return min(dark, _PRINT), bright


def unspeckled(page: Image.Image) -> Image.Image:
    """Return the page without the specks of a bad copy, where it is covered by them.

    Lighter grain is left: smoothing takes more tone marks away than specks.
    """
    middle = page.crop((page.width // 4, page.height // 4, page.width // 2, page.height // 2))
    if _grain(middle) < _SPECKLED:
        return page
    return page.filter(ImageFilter.MedianFilter(3))


def _grain(page: Image.Image) -> float:
    """Return the mean difference from the smoothed page on its paper, where nothing is printed."""
    smooth = page.filter(ImageFilter.MedianFilter(3))
    paper = smooth.point(lambda value: 255 if value > 150 else 0)  # noqa: PLR2004 - no print
    histogram = ImageChops.difference(page, smooth).histogram(mask=paper)
    pixels = sum(histogram)
    return sum(n * count for n, count in enumerate(histogram)) / pixels if pixels else 0.0


def skew_of(page: Image.Image) -> float:
    """Return by how many degrees the lines of a page (mode "L") climb to the right.

    The angle at which the rows of pixels differ most: there lines of print and the white between
    them fall apart.
    """
    scale = max(1, page.width // _LOOK_WIDTH)
    small = ImageOps.invert(page.reduce(scale)).point(lambda value: value if value > 60 else 0)  # noqa: PLR2004 - paper
    best = 0.0
    for reach, step in ((_STEEPEST, 1.0), (0.8, 0.2), (0.15, 0.05)):
        count = round(reach / step)
        angles = [best + n * step for n in range(-count, count + 1)]
        best = max(angles, key=lambda angle: _sharpness(small, angle))
    return best


def _sharpness(page: Image.Image, angle: float) -> float:
    """Return how sharply rows differ after the page is sheared by an angle in degrees."""
    rise = math.tan(math.radians(angle))
    width, height = page.size
    sheared = page.transform(
        page.size, Image.Transform.AFFINE, (1, 0, 0, -rise, 1, rise * width / 2)
    )
    rows = sheared.resize((1, height), Image.Resampling.BOX).tobytes()
    return float(sum((one - two) ** 2 for one, two in itertools.pairwise(rows)))


def straightened(page: Image.Image) -> tuple[Image.Image, float]:
    """Return the page with its lines level, and by how many degrees it was turned."""
    angle = skew_of(page)
    if abs(angle) < _STRAIGHT:
        return page, 0.0
    return page.rotate(-angle, Image.Resampling.BICUBIC, fillcolor=255), angle
