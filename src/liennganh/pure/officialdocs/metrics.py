"""How wide Vietnamese text is in Times New Roman.

The rules under the headings must be as long as a text, or a third to a half of it, so its width is
needed without any font at hand. The advance widths below are those of Times New Roman, which fonts
of the same metrics (Liberation Serif, Tinos) share, in thousandths of the size.
"""

import unicodedata

POINT_MM = 25.4 / 72

_FIRST, _LAST = 32, 126  # the printable letters of ASCII
_REGULAR = """
250 333 408 500 500 833 778 180 333 333 500 564 250 333 250 278 500 500 500 500 500 500 500 500
500 500 278 278 564 564 564 444 921 722 667 667 722 611 556 722 722 333 389 722 611 889 722 722
556 722 667 556 611 722 722 944 722 722 611 333 278 333 469 500 333 444 500 444 500 444 333 500
500 278 278 500 278 778 500 500 500 500 333 389 278 500 500 722 500 500 444 480 200 480 541"""
_BOLD = """
250 333 555 500 500 1000 833 278 333 333 500 570 250 333 250 278 500 500 500 500 500 500 500 500
500 500 333 333 570 570 570 500 930 722 667 722 722 667 611 778 778 389 500 778 667 944 722 778
611 778 722 556 667 722 722 1000 722 722 667 333 278 333 581 500 333 500 556 444 556 444 333 500
556 278 333 556 278 833 556 500 556 556 444 389 333 556 500 722 500 500 444 394 220 394 520"""
_ITALIC = """
250 333 420 500 500 833 778 214 333 333 500 675 250 333 250 278 500 500 500 500 500 500 500 500
500 500 333 333 675 675 675 500 920 611 611 667 722 611 611 722 722 333 444 667 556 833 667 722
611 722 611 500 556 722 611 833 611 556 556 389 278 389 422 500 333 500 500 444 500 444 278 500
500 278 278 444 278 722 500 500 500 500 389 389 278 500 444 667 444 444 389 400 275 400 541"""
_BOLD_ITALIC = """
250 389 555 500 500 833 778 278 333 333 500 570 250 333 250 278 500 500 500 500 500 500 500 500
500 500 333 333 570 570 570 500 832 667 667 667 722 667 667 722 778 389 500 667 611 889 722 722
611 722 667 556 611 722 667 889 667 611 611 333 278 333 570 500 333 500 500 444 500 444 333 500
556 278 278 500 278 778 556 500 500 500 389 389 278 556 444 667 500 444 389 348 220 348 570"""
# Letters and signs wider or narrower than the bare letter below their marks.
_SPECIAL = "ơưƠƯđĐ–—“”’…"
_SPECIAL_WIDTHS = (
    (529, 542, 722, 776, 500, 722, 500, 1000, 444, 444, 333, 1000),
    (554, 600, 778, 796, 556, 722, 500, 1000, 500, 500, 333, 1000),
    (534, 545, 722, 754, 500, 722, 500, 889, 556, 556, 333, 889),
    (537, 599, 722, 775, 500, 722, 500, 1000, 500, 500, 333, 1000),
)
_UNKNOWN = 500


def _table(index: int, ascii_widths: str) -> dict[str, int]:
    signs = (chr(code) for code in range(_FIRST, _LAST + 1))
    widths = dict(zip(signs, map(int, ascii_widths.split()), strict=True))
    return widths | dict(zip(_SPECIAL, _SPECIAL_WIDTHS[index], strict=True)) | {"\u00a0": 250}


_TABLES = tuple(
    _table(index, widths) for index, widths in enumerate((_REGULAR, _BOLD, _ITALIC, _BOLD_ITALIC))
)
_HORN = "\u031b"


def _advance(sign: str, widths: dict[str, int]) -> int:
    if sign in widths:
        return widths[sign]
    parts = unicodedata.normalize("NFD", sign)
    base = unicodedata.normalize("NFC", parts[0] + _HORN) if _HORN in parts else parts[0]
    return widths.get(base, _UNKNOWN)


def text_width_mm(text: str, size_pt: float, *, bold: bool = False, italic: bool = False) -> float:
    """Return the width of one line of text set in Times New Roman, in mm."""
    widths = _TABLES[bold + 2 * italic]
    units = sum(_advance(sign, widths) for sign in unicodedata.normalize("NFC", text))
    return units / 1000 * size_pt * POINT_MM
