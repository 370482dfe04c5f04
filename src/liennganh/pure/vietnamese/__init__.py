"""Vietnamese text, numbers and dates, the way offices write them."""

from .dates import format_date, parse_date
from .fold import fold, nfc, sort_key
from .numbers import AmbiguousNumberError, NotANumberError, format_number, parse_number

__all__ = [
    "AmbiguousNumberError",
    "NotANumberError",
    "fold",
    "format_date",
    "format_number",
    "nfc",
    "parse_date",
    "parse_number",
    "sort_key",
]
