"""What the words around a quantity say of it, for plans that were read before meanings were.

A proposal only: the officer sees the sentence that comes of it beside the plan's own, and chooses.
"""

import re
from decimal import Decimal

from django.utils.translation import gettext_noop

from liennganh.pure.rollup import Meaning
from liennganh.pure.vietnamese import fold

_IN_NEED = re.compile(r"\bco nhu cau\b")
_ONCE_BY = re.compile(r"\bit nhat (?:mot|0?1) lan\b")
_TIMES = re.compile(
    r"\blan (?:mot |moi |trong (?:mot )?)?(tuan|thang|quy|nam)\b"
    r"|\b(?:moi|mot|hang) (tuan|thang|quy|nam) (?:\w+ ){0,2}(?:\d+|mot) lan\b"
)
_PERIODS = {
    "tuan": gettext_noop("tuần"),
    "thang": gettext_noop("tháng"),
    "quy": gettext_noop("quý"),
    "nam": gettext_noop("năm"),
}
EVERY = tuple(_PERIODS.values())

Reading = tuple[Meaning | None, Decimal | None, str]  # meaning, the m of "n of m", the cycle


def meaning_in_words(text: str, unit: str, value: Decimal) -> Reading:
    """Return the meaning that a clause suggests beside the plain comparison, None where none."""
    if unit in {"count", "rate"}:
        return _of_count(text, value)
    return (_of_share(text, value), None, "") if unit == "percent" else (None, None, "")


def _of_count(text: str, value: Decimal) -> Reading:
    if times := _TIMES.search(fold(text)):
        return Meaning.K_TIMES_A_PERIOD, None, _PERIODS[times[1] or times[2]]
    of = whole_of(text, value)
    return (None, None, "") if of is None else (Meaning.N_OF_M, of, "")


def _of_share(text: str, value: Decimal) -> Meaning | None:
    words = fold(text)
    # "Duy trì 80% …" keeps a figure up; "80% … duy trì một hình thức" only says what is counted.
    kept_up = re.search(rf"\bduy tri (?:\w+ ){{0,3}}{value:f}\b", words)
    if _IN_NEED.search(words):
        return Meaning.AMONG_IN_NEED
    if _ONCE_BY.search(words) and not _TIMES.search(words):
        return Meaning.AT_LEAST_ONCE_BY
    return Meaning.KEEP_UP if kept_up else None


def whole_of(text: str, part: Decimal) -> Decimal | None:
    """Return the m of "149/223" where the part is the printed number."""
    match = re.search(rf"(?<!\d){part:f}\s*/\s*(\d+)(?![\d/])", text)
    return Decimal(match[1]) if match and Decimal(match[1]) >= part else None
