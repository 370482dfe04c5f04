"""Numbers as Vietnamese offices write them: 1.234,5."""

import re
from decimal import Decimal

_VIETNAMESE = re.compile(r"[+-]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?")
_PLAIN = re.compile(r"[+-]?\d+")
# "1.234" is a thousand by Vietnamese usage, but "1234.5", "12.5" and "1,234.5" are typed by people
# used to the other convention: they are asked, never guessed.
_OTHER = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)\.\d+")


class NotANumberError(ValueError):
    """The text is no number; the message is in Vietnamese and fit to show."""


class AmbiguousNumberError(NotANumberError):
    """The text is a number by another convention; the writer has to say which is meant."""


def parse_number(text: str) -> Decimal:
    """Read a number typed by a person.

    Raises:
        AmbiguousNumberError: the text uses a decimal point ("1234.5", "1,234.5").
        NotANumberError: the text is no number.

    """
    bare = re.sub(r"[\s\u00a0\u202f]+", "", text)
    if _PLAIN.fullmatch(bare):
        return Decimal(bare)
    if _VIETNAMESE.fullmatch(bare):
        return Decimal(bare.replace(".", "").replace(",", "."))
    if _OTHER.fullmatch(bare):
        meant = format_number(Decimal(bare.replace(",", "")))
        raise AmbiguousNumberError(
            f"“{text.strip()}” có thể hiểu theo hai cách. Nếu phần sau dấu chấm là phần thập phân, "
            f"hãy gõ “{meant}”; nếu là hàng nghìn, hãy bỏ các dấu ngăn cách."
        )
    raise NotANumberError(f"“{text.strip()}” không phải là số. Ví dụ cách gõ đúng: 1.234,5.")


def format_number(value: Decimal | float, places: int | None = None) -> str:
    """Write a number with "." between thousands and "," before decimals.

    ``places`` rounds to that many decimals; without it the number is written in full, with no
    trailing zeros.
    """
    number = Decimal(str(value)) if isinstance(value, float) else Decimal(value)
    if places is not None:
        number = round(number, places)
        text = f"{number:,.{places}f}"
    else:
        text = f"{number:,f}"
        if "." in text:
            text = text.rstrip("0").rstrip(".")
    return text.replace(",", "\0").replace(".", ",").replace("\0", ".")
