"""Scans and old Word files as text, by programs that stand beside the product.

Knows no database and no settings: bytes in, text out. tesseract, LibreOffice and antiword run as
processes; where one is missing a message names its package.
"""

from .errors import CancelledError, PageError, ScanningError
from .folders import sweep
from .layout import DOUBTFUL, Doubt
from .recognising import MAX_PAGES, Page, Scan, Scanned, compose, opened, recognise

__all__ = [
    "DOUBTFUL",
    "MAX_PAGES",
    "CancelledError",
    "Doubt",
    "Page",
    "PageError",
    "Scan",
    "Scanned",
    "ScanningError",
    "compose",
    "opened",
    "recognise",
    "sweep",
]
