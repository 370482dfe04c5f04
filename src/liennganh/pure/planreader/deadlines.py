"""Days and years as printed, as ISO text as far as they go."""

# ruff: noqa: PLR0911 - a chain of rules, each with its own answer, reads best with early returns
# ruff: noqa: PLR2004 - small lengths and distances in characters, explained where they stand

import re
from collections.abc import Iterator

from . import lexicon as lx
from .patterns import DIGIT, spaced

_DASH = r"\s?(?:[-–—]|đến)\s?"
_DAY = re.compile(
    r"(?<![\d/.,])(?:(?P<d>\d{1,2})\s?[/.]\s?(?P<m>\d{1,2})(?:\s?[/.]\s?(?P<y>\d{4}))?(?![\d/%])"
    r"|(?P<wd>\d{1,2})\s+tháng\s+(?P<wm>\d{1,2})(?:\s+năm\s+(?P<wy>\d{4}))?)"
    rf"(?P<each>\s*(?:của\s+)?{spaced(lx.EACH_YEAR)})?",
    re.IGNORECASE,
)
_MONTH = re.compile(
    rf"tháng\s+(?:\d{{1,2}}\s?(?:[-–,]|đến(?:\s+tháng)?)\s?)?(?P<m>\d{{1,2}})(?!\d|\s?[-–]\s?\d)"
    r"(?:\s?[/.]\s?(?P<y>\d{4})|(?:,|\s+của)?\s+năm\s+(?P<wy>\d{4}))?"
    rf"(?P<each>\s*{spaced(lx.EACH_YEAR)})?",
    re.IGNORECASE,
)
_QUARTER = re.compile(
    r"quý\s+(?:(?:IV|I{1,3}|[1-4])\s?(?:[-–,+]|và|đến)\s?(?:quý\s+)?)?(?P<q>IV|I{1,3}|[1-4])(?!\w)"
    r"(?:\s?[/.-]\s?(?P<y>\d{4})|,?\s+năm\s+(?P<wy>\d{4}))?",
    re.IGNORECASE,
)
_HALF = re.compile(r"(?:6|06|sáu)\s+tháng\s+(?P<h>đầu|cuối)\s+năm\s+(?P<y>\d{4})", re.IGNORECASE)
_PERIOD = re.compile(
    rf"(?:giai\s+đoạn|trong\s+các\s+năm|các\s+năm|từ(?:\s+năm)?)\s+\d{{4}}{_DASH}(?:năm\s+)?(?P<y>\d{{4}})",
    re.IGNORECASE,
)
_YEAR = re.compile(
    r"(?:trước|đến|hết|cuối|trong|vào|đầu|hoàn\s+thành)\s+(?:hết\s+|cuối\s+|trong\s+|giữa\s+|đầu\s+)?năm\s+(?P<y>\d{4})",
    re.IGNORECASE,
)
_LONE_YEAR = re.compile(r"(?<!\d)(?P<y>20\d{2})(?!\d)\D*$")
_BEFORE = re.compile(rf"(?<!\w){spaced(lx.BY)}(?!\w)[^.;]{{0,40}}$", re.IGNORECASE)
_SOON = re.compile(rf"(?<!\w){spaced(lx.BY)}(?!\w)[^.;]{{0,14}}$", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:/[A-ZĐ]|(?<!\w)số(?:\s|:))[^.;]{0,60}$", re.IGNORECASE)
_OF_DOCUMENT = re.compile(rf"\s*,?\s*{spaced(lx.OF_DOCUMENT)}(?!\w)", re.IGNORECASE)
_QUARTERS = {"I": 3, "II": 6, "III": 9, "IV": 12, "1": 3, "2": 6, "3": 9, "4": 12}
_REPORTS = re.compile(spaced(lx.REPORTS), re.IGNORECASE)
_CLAUSE = re.compile(r"[.;]\s")
_CLAUSE_LIMIT = 200
# "… của giai đoạn 2016-2020", "Kế hoạch … giai đoạn 2011-2015": the phase of something else.
_OF_ANOTHER = re.compile(rf"(?<!\w)(?:{spaced(lx.PHASE_OF_ANOTHER)})$", re.IGNORECASE)
_OF_REACH = 90
_ALONE = 40  # a cell or a line that says when, and nothing else


def iso_day(day: str, month: str, year: str) -> str | None:
    """Return YYYY-MM-DD, or None when there is no such day or month number."""
    if not (1 <= int(day) <= 31 and 1 <= int(month) <= 12):
        return None
    return f"{year}-{int(month):02d}-{int(day):02d}"


def deadline_of(words: str, year: int | None = None, *, alone: bool = False) -> str | None:
    """Return by when an item is due: a day, a month, a quarter's last month or a year.

    A date counts only where a word of time leads to it ("trước ngày …") or where it stands alone,
    as in a cell of a table; the date of a document that is quoted does not. Of a range its end
    counts. A day of each year ("ngày 15 tháng 5 hằng năm") is ``MM-DD``.

    Args:
        words: the item, a labelled line or a cell.
        year: the year of a plan for one year, which a day or month without a year belongs to.
        alone: the words say when and nothing else.

    """
    # No date is printed without a digit or a quarter.
    if DIGIT.search(words) is None and lx.QUARTER_SIGN not in words.lower():
        return None
    alone = alone or len(words) < _ALONE
    for read in (_day, _month, _quarter):
        found = [value for value in read(words, year, alone) if value]
        if found:
            return found[-1] if alone else found[0]
    if half := _HALF.search(words):
        return f"{half['y']}-{6 if half['h'].lower() == 'đầu' else 12:02d}"
    if alone and (years := re.findall(rf"20\d{{2}}{_DASH}(20\d{{2}})(?!\d)", words)):
        return str(years[-1])
    for phase in _PERIOD.finditer(words):
        if (
            alone
            or _OF_ANOTHER.search(words[max(0, phase.start() - _OF_REACH) : phase.start()]) is None
        ):
            return phase["y"]
    if due := _YEAR.search(words):
        return due["y"]
    if alone and (lone := _LONE_YEAR.search(words)):
        return lone["y"]
    return None


def _led_to(words: str, match: re.Match[str], lead: re.Pattern[str], *, alone: bool) -> bool:
    ahead = words[max(0, match.start() - 70) : match.start()]
    if _NUMBERED.search(ahead) or _OF_DOCUMENT.match(words, match.end()):
        return False
    return alone or lead.search(ahead) is not None


def _day(words: str, year: int | None, alone: bool) -> Iterator[str | None]:
    for match in _DAY.finditer(words):
        day, month = match["d"] or match["wd"], match["m"] or match["wm"]
        printed = match["y"] or match["wy"]
        # "24/7" and "8/8 xã" are no days: without a year a day needs its word right before it.
        lead = _BEFORE if printed else _SOON
        if not _led_to(words, match, lead, alone=alone):
            continue
        if not printed and not alone and (_counts(words, match) or _reports(words, match)):
            continue
        whole = iso_day(day, month, str(printed or year or "0000"))
        if whole is None:
            continue
        yield whole[5:] if match["each"] or not (printed or year) else whole


def _counts(words: str, match: re.Match[str]) -> bool:
    """Say whether "8/8 xã" counts things: no word of time stands right before it."""
    ahead = words[max(0, match.start() - 8) : match.start()].lower().rstrip()
    return not ahead.endswith(("ngày", "trước", "đến", "hạn"))


def _reports(words: str, match: re.Match[str]) -> bool:
    """Say whether a day of each year is the day of a report, which is a duty of its own."""
    ahead = words[max(0, match.start() - _CLAUSE_LIMIT) : match.start()]
    after = words[match.end() : match.end() + _CLAUSE_LIMIT]
    clause = _CLAUSE.split(ahead)[-1] + _CLAUSE.split(after)[0]
    return _REPORTS.search(clause) is not None


def _month(words: str, year: int | None, alone: bool) -> Iterator[str | None]:
    for match in _MONTH.finditer(words):
        printed = match["y"] or match["wy"] or (None if match["each"] else year)
        number = int(match["m"])
        if not 1 <= number <= 12 or printed is None:
            continue
        lead = _BEFORE if match["y"] or match["wy"] else _SOON
        if _led_to(words, match, lead, alone=alone):
            yield f"{printed}-{number:02d}"


def _quarter(words: str, year: int | None, alone: bool) -> Iterator[str | None]:
    for match in _QUARTER.finditer(words):
        printed = match["y"] or match["wy"] or year
        if printed is None:
            continue
        if match["y"] or match["wy"] or _led_to(words, match, _SOON, alone=alone):
            yield f"{printed}-{_QUARTERS[match['q'].upper()]:02d}"
