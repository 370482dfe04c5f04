"""Dates as typed and printed: dd/mm/yyyy."""

import datetime as dt
import re

_TYPED = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
# Nothing the product speaks of lies outside; at the ends of the calendar a day has no neighbour.
FIRST_YEAR, LAST_YEAR = 1900, 2199


def parse_date(text: str) -> dt.date:
    """Read dd/mm/yyyy (or an ISO date, which browsers send).

    Raises:
        ValueError: with a Vietnamese message, when the text is no date, the day does not exist,
            or the year lies outside 1900–2199.

    """
    bare = text.strip()
    if match := _ISO.fullmatch(bare):
        year, month, day = (int(part) for part in match.groups())
    elif match := _TYPED.fullmatch(bare):
        day, month, year = (int(part) for part in match.groups())
    else:
        raise ValueError(
            f"“{bare}” không phải là ngày. Gõ theo dạng ngày/tháng/năm, ví dụ 05/6/2026."
        )
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"Năm {year:04d} nằm ngoài khoảng {FIRST_YEAR}–{LAST_YEAR}. Xem lại năm.")
    try:
        return dt.date(year, month, day)
    except ValueError:
        raise ValueError(f"Không có ngày {day:02d}/{month:02d}/{year}.") from None


def format_date(day: dt.date) -> str:
    """Write dd/mm/yyyy, with the leading zeros that Decree 30/2020/NĐ-CP asks for."""
    return f"{day.day:02d}/{day.month:02d}/{day.year}"
