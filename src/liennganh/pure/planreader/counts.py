"""Counts: a number before a noun needs a bound, a verb that makes it, or a goal's start."""


# ruff: noqa: PLR0911 - a chain of rules, each with its own answer, reads best with early returns

import re
from collections.abc import Iterator

from . import lexicon as lx
from .figures import (
    FAR_BACK,
    FROM,
    LOOK_BACK,
    NUM,
    WORDS,
    Quantity,
    back,
    comparator_of,
    is_baseline,
    is_yearly,
    value_of,
)
from .patterns import phrase, spaced

_COUNT = re.compile(
    rf"(?<![\w.,/-])(?P<a>{NUM}|{WORDS})(?:\s*(?:[-–]|đến)\s*(?P<b>{NUM}))?(?=\s+[“\"]?[^\W\d_])",
    re.IGNORECASE,
)
_REACH = re.compile(rf"(?<!\w){spaced(lx.REACH)}\s*(?:mức\s*)?(?:khoảng\s*)?$", re.IGNORECASE)
_TO = re.compile(
    rf"(?<!\w){spaced(lx.TO_VALUE)}(?:\s+(?:khoảng|mức|dưới|trên))*\s*$", re.IGNORECASE
)
_MAKES = re.compile(
    rf"(?<!\w){spaced(lx.MAKES)}(?:\s+(?:được|mới|thêm|từ|ít\s+nhất|khoảng|cho|tổng\s+số|hoạt\s+động|điểm))*\s*$",
    re.IGNORECASE,
)
# "tạo việc làm mới cho 5.000 lao động": made for so many.
_MAKES_FOR = re.compile(
    rf"(?<!\w){spaced(lx.MAKES)}\s(?:[^\W\d_]+\s+){{1,8}}cho(?:\s+khoảng)?\s*$", re.IGNORECASE
)
# "Chọn mỗi huyện 02 xã": made in each of these.
_MAKES_EACH = re.compile(
    rf"(?<!\w){spaced(lx.MAKES)}\s+{spaced(lx.EACH_OF)}(?:[^\W\d_]+\s+){{1,4}}$", re.IGNORECASE
)
# "Thí điểm mô hình tại 09 trường", "Giữ vững … tại 31 xã": a deed, done in so many places;
# "tập huấn cho … tại 04 cơ sở" only says where.
_DEED_AT = re.compile(
    rf"(?<!\w)(?:{spaced(lx.DOING)}|{spaced(lx.KEEPS_UP)})\s(?:(?!cho\s)[^;]){{0,80}}?(?:tại|ở)\s*$",
    re.IGNORECASE,
)
# "42 thôn, bản có sóng", "60 chuyên gia được cấp chứng chỉ": a result told as one.
_HAS_OR_IS = re.compile(r"[^.;:%()]{2,60}?\s(?:có|được|không\s+có|không\s+còn)\s", re.IGNORECASE)
_COUNTED = re.compile(rf"\s+{spaced(lx.COUNTED)}(?!\w)", re.IGNORECASE)
_TIME = re.compile(rf"\s*{spaced(lx.TIME_UNITS)}(?!\w)", re.IGNORECASE)
# A mark stands alone ("80 điểm."); a place goes on with what it is for ("01 điểm dạy bơi").
_MARK = re.compile(
    rf"\s*điểm(?!\w)(?:\s*(?:[^\w\s/]|$)|\s+{spaced(lx.AFTER_A_MARK)}(?!\w))", re.IGNORECASE
)
# "5.000 cây phân tán và | 02 vườn ươm": a count that goes on with the one before it.
_CHAINED = re.compile(r"(?<![\d/.,])\d[\d.]{0,12}\s+[^\d.;:%]{2,50}?(?:,|\svà)\s*$")
# "từ 2.600 lên | 3.500 học viên": where it goes, whatever is counted.
_FROM_TO = re.compile(
    rf"(?<!\w)từ\s+(?:{NUM})\s+(?:[^\W\d_]+\s+){{0,3}}{spaced(lx.TO_VALUE)}\s*$", re.IGNORECASE
)
# "Tập huấn cho cán bộ cấp xã (150 người)": a deed with its measure in brackets.
_MEASURE = re.compile(rf"\s+{spaced(lx.COUNTED)}(?:\s+[^\W\d_]+){{0,4}}\)", re.IGNORECASE)
_DEED = re.compile(rf"\W*(?:{spaced(lx.DOING)}|{spaced(lx.MAKES)})(?!\w)", re.IGNORECASE)
_AGE = re.compile(r"\s+tuổi(?!\w)", re.IGNORECASE)
# "01 cán bộ chuyên trách/xã", but "01 huyện/thành phố" is one of either.
_PER_ONE = re.compile(
    rf"\s+(?!{lx.TERRITORIES})(?:[^\W\d_]+\s+){{0,3}}[^\W\d_]+\s?/\s?{spaced(lx.PER_ONE)}(?!\w)",
    re.IGNORECASE,
)
_PER_100 = re.compile(r"\s+[^\d.;,]{2,40}?(?:/|trên)\s?(\d[\d.]*)\s")
_OFTEN = re.compile(
    rf"[^.;%]{{0,30}}?(?:mỗi|hằng|hàng|/|một)\s*{lx.SHORT_PERIODS}(?!\w)", re.IGNORECASE
)
_AT = re.compile(rf"(?<!\w){spaced(lx.PLACE_PREPOSITIONS)}\s*$", re.IGNORECASE)
_NO_COUNT = re.compile(
    r"(?:(?<!mỗi )(?<!hằng )(?<!hàng )năm|tháng|ngày|quý|số|đến|điều|khoản|mục|thứ|hạng)\s*$",
    re.IGNORECASE,
)
_CASE = phrase(rf"(?<!\w){lx.CASE}(?!\w)[^,;:]{{0,120}}$")
_NEXT_STEP = re.compile(spaced(r" (?:vào|đến|trong) năm \d{4}"), re.IGNORECASE)
_AND = re.compile(r"\svà\s*$")
# "ít nhất một trong các dịch vụ": any of these will do.
_ONE_OF = re.compile(r"\s+trong\s+(?:các|những|số)(?!\w)", re.IGNORECASE)
# "trước ngày 10/6 và 10/12", "30 m2", "5 hộ giúp 1 hộ".
_NOT_NAMED = re.compile(r"\s*(?:m2|m²|km2|ha2|/\d)", re.IGNORECASE)
_THRESHOLD_WORD = re.compile(r"(?:được|tiếp cận|trong)\s*(?:ít\s+nhất\s*)?$", re.IGNORECASE)


def counts_in(clause: str, taken: bytearray) -> Iterator[Quantity]:
    """Yield the counts of a clause, outside the characters that are marked as ``taken``."""
    for match in _COUNT.finditer(clause):
        if 1 in taken[match.start() : match.end()]:
            continue
        if quantity := _count(clause, match):
            yield quantity


def _count(clause: str, match: re.Match[str]) -> Quantity | None:
    start, end = match.span()
    rest, ahead = clause[end : end + FAR_BACK], clause[max(0, start - LOOK_BACK) : start]
    far = clause[back(start) : start]
    opens = not ahead.strip() and not far.strip()
    value = value_of(match["a"])
    if _AGE.match(rest) and _REACH.search(ahead):
        return Quantity(start, end, "=", value, None, "count", False, False, False, True, 0.7)
    if _TIME.match(rest) or _MARK.match(rest) or _NO_COUNT.search(ahead[-12:]):
        return None
    if is_baseline(clause, start, end) or _ONE_OF.match(rest) or _NOT_NAMED.match(rest):
        return None
    comparator, first = comparator_of(clause, start, end)
    if FROM.search(ahead) and _CASE.search(clause[back(first) : first]):
        return None  # "khi có từ 02 người trở lên": which cases are meant
    counted = _COUNTED.match(rest) is not None
    if _OFTEN.match(rest) and (comparator != "=" or counted):
        return Quantity(
            first, end, comparator, value, None, "rate", False, False, False, True, 0.85
        )
    made = _MAKES.search(ahead) is not None or _MAKES_FOR.search(ahead) is not None
    made = made or _MAKES_EACH.search(ahead) is not None or _FROM_TO.search(ahead) is not None
    made = made or (ahead.endswith("(") and _measures(clause, end))
    bound = comparator != "="
    in_words = not match["a"][0].isdigit()
    if (rate := _each(rest)) and (
        bound or made or _REACH.search(ahead) or _TO.search(ahead) or rate.re is _PER_100
    ):
        return Quantity(
            first, end + rate.end(), comparator, value, None, "rate", False, in_words, False, True,
            0.9,
        )  # fmt: skip
    if in_words and (comparator not in {">=", "<="} or _THRESHOLD_WORD.search(ahead)):
        return None
    step = _AND.search(ahead) is not None and _NEXT_STEP.match(rest) is not None
    chained = step or _CHAINED.search(far) is not None
    # "Đào tạo 60 chuyên gia": what is made need not be a noun that plans often count.
    named = counted or step or ((made or chained) and not in_words)
    told = opens and _HAS_OR_IS.match(rest) is not None
    at = _AT.search(ahead) is not None
    done = at and counted and _DEED_AT.search(far) is not None
    yearly = is_yearly(clause, start, end)
    led_in = made or chained or yearly or opens
    if not (bound or done) and (at or not (named or told) or not led_in):
        return None
    if not counted and comparator in {">", "<"}:
        return None
    needs_goal = not (bound or made or chained or done or told)
    return Quantity(
        first, end, comparator, value, value_of(match["b"]) if match["b"] else None, "count",
        yearly, in_words, needs_goal, True, 0.85 if bound else 0.7,
    )  # fmt: skip


def _measures(clause: str, end: int) -> bool:
    return _MEASURE.match(clause, end) is not None and _DEED.match(clause) is not None


def _each(rest: str) -> re.Match[str] | None:
    return _PER_100.match(rest) or _PER_ONE.match(rest)
