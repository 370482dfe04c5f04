"""A document as another cites it: whether a plan, or a file of the archive, is the one meant."""

import re

from liennganh.plans.issuers import level_of_issuer
from liennganh.plans.partial_dates import first_day
from liennganh.pure.vietnamese import fold

_DIGITS = re.compile(r"\d+")
_WHOLE_DAY = len("2025-01-01")
# The Icelandic letter looks like Đ and is typed for it.
_LOOKALIKES = str.maketrans({"Ð": "Đ", "ð": "đ"})


def number_key(number: str) -> str:
    """Return a number as it is compared: "1629 / QÐ–TTg" and "1629/QĐ-TTg" are one."""
    return fold(number.translate(_LOOKALIKES)).replace(" ", "")


def digits_of(number: str) -> str:
    """Return the first run of digits, by which a database narrows the search; "" where none is."""
    found = _DIGITS.search(number)
    return found[0] if found else ""


def is_same(cited: tuple[str, str, str], known: tuple[str, str, str]) -> bool:
    """Tell whether a document is the one cited. Each is its number, issuer and partial ISO date.

    The numbers are one; where both print a whole day, so are the days; the levels of the issuers
    do not contradict each other.
    """
    number, issuer, day = cited
    its_number, its_issuer, its_day = known
    if number_key(number) != number_key(its_number) or not number_key(number):
        return False
    if len(day) == len(its_day) == _WHOLE_DAY and day != its_day:
        return False
    on = first_day(its_day)
    levels = {level_of_issuer(issuer, on), level_of_issuer(its_issuer, on)} - {""}
    return len(levels) <= 1
