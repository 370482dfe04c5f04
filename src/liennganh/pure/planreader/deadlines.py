"""Days and years as printed, as ISO text as far as they go."""

# ruff: noqa: PLR2004 - small lengths and distances in characters, explained where they stand

import re

_FULL = re.compile(r"(?<![\d/])(\d{1,2})\s?/\s?(\d{1,2})\s?/\s?(\d{4})(?!\d)")
_WORDS = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", re.IGNORECASE)
_MONTH = re.compile(r"tháng\s+(\d{1,2})\s?(?:/|\s+năm\s+)\s?(\d{4})", re.IGNORECASE)
_QUARTER = re.compile(r"quý\s+(IV|I{1,3}|[1-4])\s?(?:/|\s+năm\s+|-)\s?(\d{4})", re.IGNORECASE)
_YEAR = re.compile(
    r"(?:trước|đến|hết|cuối|trong|vào|hoàn\s+thành)\s+(?:hết\s+|cuối\s+|trong\s+)?năm\s+(\d{4})",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:trước|đến|chậm\s+nhất|hoàn\s+thành|xong|trong|hết|vào|hạn)[^.;]{0,40}$", re.IGNORECASE
)
_NUMBERED = re.compile(r"(?:/[A-ZĐ]|số\s)[^.;]{0,60}$")
_QUARTERS = {"I": 3, "II": 6, "III": 9, "IV": 12, "1": 3, "2": 6, "3": 9, "4": 12}


def iso_day(day: str, month: str, year: str) -> str | None:
    """Return YYYY-MM-DD, or None when there is no such day or month number."""
    if not (1 <= int(day) <= 31 and 1 <= int(month) <= 12):
        return None
    return f"{year}-{int(month):02d}-{int(day):02d}"


def deadline_of(words: str) -> str | None:
    """Return by when an item is due: a day, a month, a quarter's last month or a year.

    A date counts only where a word of time leads to it ("trước ngày …") or where it stands alone,
    as in a cell of a table; the date of a document that is quoted does not.
    """
    alone = len(words) < 40
    for pattern in (_FULL, _WORDS):
        for match in pattern.finditer(words):
            ahead = words[max(0, match.start() - 70) : match.start()]
            if (alone or _BEFORE.search(ahead)) and not _NUMBERED.search(ahead):
                return iso_day(match[1], match[2], match[3])
    if month := _MONTH.search(words):
        ahead = words[max(0, month.start() - 70) : month.start()]
        if (
            1 <= int(month[1]) <= 12
            and (alone or _BEFORE.search(ahead))
            and not _NUMBERED.search(ahead)
        ):
            return f"{month[2]}-{int(month[1]):02d}"
    if quarter := _QUARTER.search(words):
        return f"{quarter[2]}-{_QUARTERS[quarter[1].upper()]:02d}"
    if due := _YEAR.search(words):
        return due[1]
    if alone and (year := re.search(r"(?<!\d)(20\d{2})(?!\d)\D*$", words)):
        return year[1]
    return None
