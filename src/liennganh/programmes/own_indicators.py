"""Indicators of a plan's own: what follows from what is counted.

Their words are Vietnamese in every language of the page: they are kept, and printed in reports.
"""

import re
from dataclasses import dataclass

from liennganh.indicators.models import Flow, Measure, OverTime, OverUnits
from liennganh.plans.models import PrintedTarget
from liennganh.programmes import targets
from liennganh.pure.planreader import lexicon as lx
from liennganh.pure.planreader.patterns import word
from liennganh.pure.vietnamese import fold


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
    higher_is_better: bool | None = True
    definition: str = ""


# How each thing counted adds up (domain.md §6.4): what is there at the cut-off is taken from the
# newest period, what happens is added; a share is never added at all.
_RULES: dict[Measure, tuple[Flow, OverUnits, OverTime]] = {
    Measure.SHARE: (Flow.STOCK, OverUnits.RATIO_OF_SUMS, OverTime.LATEST),
    Measure.OBJECTS: (Flow.STOCK, OverUnits.SUM, OverTime.LATEST),
    Measure.EVENTS: (Flow.FLOW, OverUnits.SUM, OverTime.SUM),
    Measure.PERSONS: (Flow.FLOW, OverUnits.SUM, OverTime.SUM),
    Measure.MONEY: (Flow.FLOW, OverUnits.SUM, OverTime.SUM),
}


_LONGEST_NAME = 140
_LONGEST_WORDS = 300


def new_indicator(
    name: str,
    unit: str,
    measure: Measure,
    *,
    numerator: str = "",
    denominator: str = "",
    higher_is_better: bool | None = True,
    definition: str = "",
    standing: bool = False,
) -> NewIndicator:
    """Describe an indicator by what it counts; how it adds up follows from that.

    ``standing`` says that the figure is what there is at the cut-off ("duy trì 50 câu lạc bộ"), of
    which the newest counts, whatever is counted.
    """
    flow, over_units, over_time = _RULES[measure]
    if standing and measure != Measure.SHARE:
        flow, over_time = Flow.STOCK, OverTime.LATEST
    if measure != Measure.SHARE:
        numerator = denominator = ""
    return NewIndicator(
        name, unit, measure, flow, over_units, over_time, numerator, denominator,
        higher_is_better, definition,
    )  # fmt: skip


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


# What is counted, by the first word of its name: people, things that stay, money; the rest happens.
_PERSONS = re.compile(
    r"(?:nguoi|hoc sinh|sinh vien|can bo|lao dong|phu nu|nu|tre em|hoi vien|giao vien|doan vien|"
    r"cong tac vien|tuyen truyen vien|nan nhan|nguoi dan|chien si|dang vien)\b"
)
_OBJECTS = re.compile(
    r"(?:xa|phuong|thi tran|huyen|mo hinh|cau lac bo|co so|diem|truong|trung tam|doanh nghiep|hop tac xa|"
    r"ho|thon|to dan pho|khu dan cu|doi|nhom|cong trinh|duong day|bien|may)\b"
)
_COUNT_NOUN = re.compile(
    r"(?:lượt người|lượt|mô hình|câu lạc bộ|hội nghị|buổi|lớp|đợt|cuộc|vụ|cơ sở|điểm|nhóm|đội|hộ|"
    r"xã|phường|huyện|trường|công trình|văn bản|tin|bài|phóng sự|dự án|đề án|trung tâm|hội thi|"
    r"tài liệu|doanh nghiệp|hợp tác xã|thôn|pano|áp phích|tờ rơi)(?!\w)",
    re.IGNORECASE,
)
# Words that name a quantity already.
_QUANTITIES = ("tỷ lệ", "tỉ lệ", "số ", "tỷ số", "tỷ suất", "mức ", "tổng ")
_OPEN_WHOLE = "Tổng số thuộc diện"


def name_of(printed: PrintedTarget) -> str:
    """Return a short name for the figure of a target: the thing counted, without the number.

    "Tỷ lệ xã, phường có mô hình", "Số lớp tập huấn". Steps of a yearly path get one name. "" where
    nobody has said what the target means.
    """
    words = targets.meaning_words(targets.understood(printed))
    counted = words.get("numerator", "").strip(" .;,")
    if not counted:
        return ""
    if counted.lower().startswith(_QUANTITIES) or _is_measure(printed, words):
        return _cut(counted[:1].upper() + counted[1:])
    lead = "Tỷ lệ" if words["kind"] != "n_of_m" and printed.unit == "percent" else "Số"
    if word(lx.DOING).match(counted):
        return _cut(counted[:1].upper() + counted[1:])
    return _cut(f"{lead} {_lowered(counted)}")


def _is_measure(printed: PrintedTarget, words: dict[str, str]) -> bool:
    """Tell whether the words name a quantity of their own kind: a change, a frequency, a sum."""
    return words["kind"] == "times_per_period" or printed.unit in {"rate", "currency"}


def _cut(name: str) -> str:
    name = " ".join(name.split())
    if len(name) <= _LONGEST_NAME:
        return name
    return name[:_LONGEST_NAME].rsplit(" ", 1)[0].rstrip(" ,;") + "…"


def new_indicator_for(printed: PrintedTarget, name: str) -> NewIndicator:
    """Propose an indicator for a printed target, under the given name, from what it means."""
    data = targets.understood(printed)
    words = targets.meaning_words(data)
    # What is done so many times a month is counted anew each time, however long it goes on.
    often = words.get("kind") == "times_per_period"
    standing = not often and "kept_up" in (words.get("kind"), words.get("horizon"))
    better = printed.comparator not in {"<=", "<", "-"}
    absolute_change = printed.comparator in {"+", "-"} and targets.is_absolute(data)
    definition = " ".join(
        part
        for part in (
            f"Đối tượng: {words['group']}." if words.get("group") else "",
            f"Điều kiện: {words['condition']}." if words.get("condition") else "",
        )
        if part
    )
    shared = printed.unit == "percent" and (
        printed.comparator not in {"+", "-"}
        or absolute_change
        or words.get("numerator", "").lower().startswith(("tỷ lệ", "tỉ lệ"))
    )
    if shared:
        numerator, denominator = _parts(printed, words)
        return new_indicator(
            name, "%", Measure.SHARE, numerator=numerator, denominator=denominator,
            higher_is_better=better, definition=definition,
        )  # fmt: skip
    if printed.unit == "currency":
        return new_indicator(
            name, "đồng", Measure.MONEY, higher_is_better=better, definition=definition
        )
    if printed.unit == "rate" and words and words["kind"] != "times_per_period":
        # "9 trên 100.000", "112 bé trai": a rate is never added over places or periods.
        return NewIndicator(
            name, _rate_unit(printed), Measure.EVENTS, Flow.STOCK, OverUnits.SIDE_BY_SIDE,
            OverTime.LATEST, higher_is_better=better, definition=definition,
        )  # fmt: skip
    unit, measure = _counted_in(printed, words)
    return new_indicator(
        name, unit, measure, higher_is_better=better, definition=definition, standing=standing
    )


def _rate_unit(printed: PrintedTarget) -> str:
    sign = re.search(r"\d\s*(‰|lần|tuổi|năm)(?!\w)", printed.what or printed.text)
    return sign[1] if sign else "mức"


def _parts(printed: PrintedTarget, words: dict[str, str]) -> tuple[str, str]:
    """Return numerator and denominator in words, as the plan has them."""
    counted, whole = words.get("numerator", ""), words.get("denominator", "")
    if counted:
        quantity = counted.lower().startswith(("số ", "tổng "))
        named = counted[:1].upper() + counted[1:] if quantity else f"Số {_lowered(counted)}"
        if word(lx.DOING).match(counted):
            named = f"Số {f'{_lowered(whole)} ' if whole else ''}đã thực hiện: {_lowered(counted)}"
        total = f"Tổng số {_lowered(whole)}" if whole else _OPEN_WHOLE
        return named[:_LONGEST_WORDS], total[:_LONGEST_WORDS]
    return share_words(printed.what or printed.text) or ("Số đã đạt", _OPEN_WHOLE)


def _counted_in(printed: PrintedTarget, words: dict[str, str]) -> tuple[str, Measure]:
    """Return what a count is counted in, and what kind of thing that is."""
    counted = re.sub(r"^số\s+", "", words.get("numerator", ""), flags=re.IGNORECASE)
    if printed.asked_answer.get("unit") and printed.unit != "percent":
        unit = str(printed.asked_answer["unit"])[:40]
    elif noun := _COUNT_NOUN.match(counted) or _COUNTED.search(printed.what or printed.text):
        unit = (noun[1] if noun.re is _COUNTED else noun[0]).lower()
    elif _PERSONS.match(fold(counted)):
        unit = "người"
    else:
        unit = "lần" if words.get("kind") == "times_per_period" else "số lượng"
    kind = fold(unit if unit not in {"số lượng", "lần"} else counted)
    if _PERSONS.match(kind):
        return unit, Measure.PERSONS
    return unit, Measure.OBJECTS if _OBJECTS.match(kind) and not _told_in_turns(unit) else (
        Measure.EVENTS
    )


def _told_in_turns(unit: str) -> bool:
    return fold(unit).startswith("luot")
