"""Numbers as official documents write them."""

import datetime as dt

from liennganh.pure.officialdocs.model import Level

# The letters that name points. Those with a mark of their own (ă, â, ê, ô, ơ, ư) are passed over, đ
# is not; f, j, w and z are no Vietnamese letters. Decree 30/2020/NĐ-CP, Appendix I, II.6.đ.
POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"
_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_LARGEST_ROMAN = 3999
_TWO_DIGITS = 10
_LAST_PADDED_MONTH = 2
_ROMAN_LEVELS = {Level.PART, Level.CHAPTER, Level.ROMAN}
_FORMS = {
    Level.PART: "Phần {}",
    Level.CHAPTER: "Chương {}",
    Level.SECTION: "Mục {}",
    Level.SUBSECTION: "Tiểu mục {}",
    Level.ARTICLE: "Điều {}.",
    Level.ROMAN: "{}.",
    Level.ARABIC: "{}.",
    Level.LETTER: "{})",
}
# No-break spaces: a browser would draw ordinary ones together, and a line must not break here.
BLANK = "\u00a0" * 5


def point_letter(ordinal: int) -> str:
    """Return the letter of the point that is `ordinal`-th from 1: a, b, c, d, đ, e, g and so on.

    Raises:
        ValueError: outside 1 to 23; a list that long must be divided.

    """
    if not 1 <= ordinal <= len(POINT_LETTERS):
        raise ValueError(
            f"Không có chữ cái cho điểm thứ {ordinal}: một khoản có từ 1 đến {len(POINT_LETTERS)} điểm."
        )
    return POINT_LETTERS[ordinal - 1]


def roman(number: int) -> str:
    """Return the Roman numeral of 1 to 3999.

    Raises:
        ValueError: outside that range.

    """
    if not 1 <= number <= _LARGEST_ROMAN:
        raise ValueError(f"Không viết được số {number} bằng chữ số La Mã.")
    left = number
    letters = ""
    for value, sign in _ROMAN:
        count, left = divmod(left, value)
        letters += sign * count
    return letters


def document_number(number: str | None) -> str:
    """Write the number of a document, with a leading zero below 10 (II.3.c), or its blank."""
    if number is None or not number.strip():
        return BLANK
    bare = number.strip()
    return bare.zfill(2) if bare.isdecimal() else bare


def written_date(day: dt.date | None, year: int | None = None) -> str:
    """Write "ngày 05 tháng 01 năm 2026"; without a day, the blanks of a draft.

    Days below 10 and months 1 and 2 carry a leading zero, other months none (II.4.b).
    """
    if day is None:
        return f"ngày{BLANK}tháng{BLANK}năm {year if year is not None else BLANK}".rstrip(" ")
    days = f"{day.day:02d}" if day.day < _TWO_DIGITS else str(day.day)
    months = f"{day.month:02d}" if day.month <= _LAST_PADDED_MONTH else str(day.month)
    return f"ngày {days} tháng {months} năm {day.year}"


def label(level: Level, ordinal: int) -> str:
    """Return the label of a division: "Phần I", "Điều 3.", "I.", "1.", "đ)".

    Raises:
        ValueError: if the level has no such number.

    """
    if ordinal < 1:
        raise ValueError(f"Số thứ tự phải từ 1 trở lên, không phải {ordinal}.")
    sign = roman(ordinal) if level in _ROMAN_LEVELS else str(ordinal)
    if level is Level.LETTER:
        sign = point_letter(ordinal)
    return _FORMS[level].format(sign)
