"""Indicators of a plan's own: what follows from what is counted.

Their words are Vietnamese in every language of the page: they are kept, and printed in reports.
"""

import re
from dataclasses import dataclass

from liennganh.indicators.models import Flow, Measure, OverTime, OverUnits
from liennganh.plans.models import PrintedTarget


@dataclass(frozen=True)
class NewIndicator:
    """An indicator to be made for a target that the catalogue does not know."""

    name: str
    unit: str
    measure: Measure
    flow: Flow
    over_units: OverUnits
    over_time: OverTime
    numerator: str = ""
    denominator: str = ""


# How each thing counted adds up (domain.md §6.4): what is there at the cut-off is taken from the
# newest period, what happens is added; a share is never added at all.
_RULES: dict[Measure, tuple[Flow, OverUnits, OverTime]] = {
    Measure.SHARE: (Flow.STOCK, OverUnits.RATIO_OF_SUMS, OverTime.LATEST),
    Measure.OBJECTS: (Flow.STOCK, OverUnits.SUM, OverTime.LATEST),
    Measure.EVENTS: (Flow.FLOW, OverUnits.SUM, OverTime.SUM),
    Measure.PERSONS: (Flow.FLOW, OverUnits.SUM, OverTime.SUM),
    Measure.MONEY: (Flow.FLOW, OverUnits.SUM, OverTime.SUM),
}


def new_indicator(
    name: str, unit: str, measure: Measure, *, numerator: str = "", denominator: str = ""
) -> NewIndicator:
    """Describe an indicator by what it counts; how it adds up follows from that."""
    flow, over_units, over_time = _RULES[measure]
    if measure != Measure.SHARE:
        numerator = denominator = ""
    return NewIndicator(name, unit, measure, flow, over_units, over_time, numerator, denominator)


# What begins a share's clause: "Ít nhất 60%", "100% số", "Từ 70% trở lên".
_QUANTITY = re.compile(
    r"^.{0,60}?\d[\d.,]*\s*(?:-\s*\d[\d.,]*\s*)?%\s*(?:trở lên\s*)?(?:(?:tổng\s+)?số\s+)?"
)
# Where what is counted ends and what is asked of it begins.
_VERB = re.compile(
    r"\s(?:được|có|đạt|tham gia|tổ chức|xây dựng|ban hành|duy trì|thực hiện|triển khai|hoàn thành|"
    r"lồng ghép|tiếp cận|sử dụng|áp dụng|bố trí|không|chưa|biết|đăng ký|cung cấp)\s"
)
# The thing counted behind a bare number: "02 mô hình", "ít nhất 01 câu lạc bộ".
_COUNTED = re.compile(
    r"(?:\d[\d.,]*|một|hai|ba|bốn|năm|mười)\s+(mô hình|câu lạc bộ|hội nghị|buổi|lớp|đợt|cuộc|lượt|vụ|cơ sở|điểm|nhóm|đội|người|hộ|xã|"
    r"huyện|trường|công trình|văn bản|tin|bài|phóng sự|dự án|đề án|trung tâm|cán bộ|trẻ em|hội thi|tài liệu)\b",
    re.IGNORECASE,
)


def share_words(clause: str) -> tuple[str, str] | None:
    """Return numerator and denominator of a share in words, or None where the clause has no share.

    "Ít nhất 60% học sinh được tập bơi" → "Số học sinh được tập bơi", "Tổng số học sinh".
    """
    found = _QUANTITY.match(clause)
    if found is None:
        return None
    rest = clause[found.end() :].strip(" .;,")
    verb = _VERB.search(f"{rest} ")
    whole = rest[: verb.start()].strip(" ,") if verb else ""
    if not whole:
        return None
    return f"Số {_lowered(rest)}"[:300], f"Tổng số {_lowered(whole)}"[:300]


def _lowered(text: str) -> str:
    """Lower the first letter, unless the word is an abbreviation (UBND) or a name."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def new_indicator_for(printed: PrintedTarget, name: str) -> NewIndicator:
    """Propose an indicator for a printed target, under the given name."""
    clause = printed.what or printed.text
    if printed.unit == "percent" and printed.comparator not in {"+", "-"}:
        numerator, denominator = share_words(clause) or ("Số đã đạt", "Tổng số thuộc diện")
        return new_indicator(name, "%", Measure.SHARE, numerator=numerator, denominator=denominator)
    if printed.unit == "currency":
        return new_indicator(name, "đồng", Measure.MONEY)
    counted = _COUNTED.search(clause)
    return new_indicator(name, counted[1].lower() if counted else "số lượng", Measure.EVENTS)
