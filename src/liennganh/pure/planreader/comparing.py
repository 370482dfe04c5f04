"""A target held against the target above it: as much, more, less, later, or not to be compared."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from liennganh.pure.vietnamese import fold, format_number

from . import lexicon as lx
from .explaining import BOUNDS, day_words, place_of_figure, size_words
from .model import Target
from .patterns import spaced, word

Relation = Literal["equal", "higher", "lower", "later", "unlike"]

_CHANGES = {"+": "tăng ", "-": "giảm "}
_CEILINGS = frozenset({"<=", "<"})
_FLOORS = frozenset({">=", ">"})
_STRICT = frozenset({">", "<"})
_DOWN_TO = re.compile(rf"(?<!\w){spaced(lx.DOWN_TO)}\W*$", re.IGNORECASE)
_RATIO = re.compile(r"(?<![\d/])(\d{1,5})\s?/\s?(\d{1,5})(?![\d/])")
# What a rate is out of: "4/100.000", "12‰", "1,7 lần".
_OUT_OF = re.compile(
    r"\s?[^\d/.;,‰]{0,40}/\s?(\d[\d.]*)|\s?(‰|lần(?!\w)|tuổi(?!\w))", re.IGNORECASE
)
_POINTS = re.compile(r"điểm\s*(?:%|phần\s+trăm)", re.IGNORECASE)
_WHOLE_PERIOD = frozenset({"cumulative", "once"})

_UNIT = "hai bên tính bằng đơn vị khác nhau nên không so được"
_SENSE = "một bên là mức phải đạt, một bên là mức tăng, giảm hoặc trần nên không so được"
_HORIZON = "một bên tính cho từng năm, một bên cho cả giai đoạn: cần hỏi lại trước khi so"
_BASELINE = "hai bên so với mốc khác nhau: cần hỏi lại trước khi so"
_WIDER = "cấp trên đếm trên địa bàn rộng hơn: cần hỏi phần của nơi này"
_STEP = "ở đây hạn sớm hơn và mức thấp hơn: có thể là một bước tới mức của cấp trên"


@dataclass(frozen=True, slots=True)
class Comparison:
    """How a target stands to the one above it, and the Vietnamese sentence that says so.

    ``lower`` and ``higher`` are meant in the sense of the demand: a smaller fall and a larger
    ceiling are lower. ``later``: no less, but due after the day that the plan above sets.
    ``unlike``: not to be compared without asking.
    """

    relation: Relation
    sentence: str


@dataclass(frozen=True, slots=True)
class _Size:
    """A figure on a scale on which more is more demanding: what is sure, then the other end."""

    sure: Decimal
    other: Decimal
    strict: bool


def compare(lower: Target, upper: Target, *, same_territory: bool = False) -> Comparison:
    """Hold a target against the one above.

    ``same_territory``: both plans speak for one unit, so that plain numbers can be compared, too.
    """
    relation, verdict = _verdict(lower, upper, same_territory=same_territory)
    return Comparison(
        relation, f"Cấp trên: {_told(upper)}; ở đây {_told(lower)}: {verdict or 'bằng cấp trên'}."
    )


def _verdict(lower: Target, upper: Target, *, same_territory: bool) -> tuple[Relation, str]:
    obstacle = _obstacle(lower, upper, same_territory=same_territory)
    if obstacle:
        return "unlike", obstacle
    less_is_more = _comes_down(lower) or _comes_down(upper)
    here, above = _size(lower, less_is_more=less_is_more), _size(upper, less_is_more=less_is_more)
    order = _order(here, above)
    late = _lateness(lower.deadline, upper.deadline)
    if order < 0:
        if late < 0:
            return "unlike", _STEP
        return "lower", _gap(lower, here, above, less_is_more=less_is_more, late=late)
    if late > 0:
        words = "mức không thấp hơn nhưng hạn muộn hơn cấp trên"
        return "later", words
    if order > 0:
        return "higher", _gap(lower, here, above, less_is_more=less_is_more, late=late)
    return "equal", "bằng cấp trên, hạn sớm hơn" if late < 0 else "bằng cấp trên"


def _obstacle(lower: Target, upper: Target, *, same_territory: bool) -> str:
    """Return why the two cannot be compared, "" where they can."""
    if _sense(lower) != _sense(upper) and "either" not in {_sense(lower), _sense(upper)}:
        return _SENSE
    if _unit(lower) != _unit(upper):
        return _UNIT
    if _mixes_horizons(lower, upper):
        return _HORIZON
    bases = {fold(t.meaning.baseline) for t in (lower, upper) if t.meaning} - {""}
    if _sense(lower) in _CHANGES and len(bases) > 1:
        return _BASELINE
    if _unit(lower) in {"count", "currency"} and not same_territory and not _of_each(upper):
        return _WIDER
    return ""


def _sense(target: Target) -> str:
    """Return "+", "-", "floor", "ceiling", "frequency", or "either" of a bare figure."""
    if target.comparator in _CHANGES:
        return target.comparator
    if target.meaning and target.meaning.kind == "times_per_period":
        return "frequency"
    if target.comparator in _CEILINGS:
        return "ceiling"
    return "floor" if target.comparator in _FLOORS else "either"


def _unit(target: Target) -> str:
    """Return what the figure is in; so many of so many is a share."""
    if _sense(target) == "frequency":
        return "frequency" if _times_a_year(target) else f"per {_period(target)}"
    if target.unit == "percent":
        changes = target.comparator in _CHANGES
        return "points" if changes and _POINTS.search(target.what) else "percent"
    if target.unit == "count":
        return "percent" if _share(target) is not None else "count"
    if target.unit == "rate":
        after = _OUT_OF.match(target.what, place_of_figure(target) + len(_printed(target)))
        return f"rate {(after[1] or after[2]).lower()}" if after else "rate"
    return target.unit


def _printed(target: Target) -> str:
    return format_number(target.value)


def _share(target: Target) -> Decimal | None:
    """Return "8/8 phường" as 100, None where the figure is no part of a whole."""
    if target.unit != "count" or not target.meaning or target.meaning.kind != "n_of_m":
        return None
    ratio = _RATIO.search(target.what)
    if ratio is None or not int(ratio[2]) or int(ratio[1]) != target.value:
        return None
    return Decimal(100) * int(ratio[1]) / int(ratio[2])


def _period(target: Target) -> str:
    return target.meaning.period if target.meaning else ""


def _times_a_year(target: Target) -> Decimal | None:
    """Return how often a year, None where the period is unknown."""
    for period, number in lx.PERIODS_OF_YEAR:
        if word(period).fullmatch(_period(target)):
            return target.value * number
    return None


def _mixes_horizons(lower: Target, upper: Target) -> bool:
    """Say whether one is for each year and the other for the whole period."""
    yearly = [
        t.per_year or bool(t.meaning and t.meaning.horizon == "yearly") for t in (lower, upper)
    ]
    whole = [bool(t.meaning and t.meaning.horizon in _WHOLE_PERIOD) for t in (lower, upper)]
    if yearly[0] == yearly[1]:
        return False
    changes = _sense(lower) in _CHANGES
    return any(whole) or changes


def _of_each(target: Target) -> bool:
    """Say whether the number is asked of each place: "mỗi xã ít nhất 01 mô hình"."""
    return bool(target.meaning and target.meaning.group) and bool(
        re.search(r"(?<!\w)(?:mỗi|từng)(?!\w)", target.what, re.IGNORECASE)
    )


def _comes_down(target: Target) -> bool:
    """Say whether less is more: a ceiling, or a level to come down to ("còn 18")."""
    if target.comparator in _CEILINGS:
        return True
    ahead = target.what[: place_of_figure(target)]
    return target.comparator == "=" and _DOWN_TO.search(ahead) is not None


def _size(target: Target, *, less_is_more: bool) -> _Size:
    share = _share(target)
    if share is not None:
        ends = [share, share]
    elif (often := _times_a_year(target)) is not None and _sense(target) == "frequency":
        ends = [often, often]
    else:
        ends = sorted((target.value, target.value if target.upper is None else target.upper))
    if less_is_more:
        ends = [-end for end in reversed(ends)]
    return _Size(ends[0], ends[1], target.comparator in _STRICT)


def _order(here: _Size, above: _Size) -> int:
    """Return -1 where the demand here is less, 1 where it is more, 0 where it is the same."""
    one = (here.sure, here.other, here.strict)
    two = (above.sure, above.other, above.strict)
    return (one > two) - (one < two)


def _lateness(here: str | None, above: str | None) -> int:
    """Return 1 where the day here is after that above, -1 before, 0 the same or not known."""
    days = [_last(day) for day in (here, above)]
    if not all(days):
        return 0
    return (days[0] > days[1]) - (days[0] < days[1])


def _last(day: str | None) -> str:
    """Return the last day of an ISO date as far as printed, "" of a day of each year."""
    parts = (day or "").split("-")
    if len(parts[0]) != len("2025"):
        return ""
    return "-".join((*parts, "12", "31")[:3] if len(parts) == 1 else (*parts, "31")[:3])


def _gap(target: Target, here: _Size, above: _Size, *, less_is_more: bool, late: int) -> str:
    """Return "thấp hơn 10 điểm phần trăm", with what that means of a ceiling."""
    lower = _order(here, above) < 0
    way = "thấp hơn" if lower else "cao hơn"
    gap = abs(here.sure - above.sure) or abs(here.other - above.other)
    if not gap:
        words = "chưa vượt mức của cấp trên như yêu cầu" if lower else "vượt mức của cấp trên"
    elif less_is_more:
        printed = "cao hơn" if lower else "thấp hơn"
        words = f"mức {printed} {_amount(target, gap)}, tức là yêu cầu {way} cấp trên"
    else:
        words = f"{way} {_amount(target, gap)}"
    return f"{words}, hạn cũng muộn hơn" if lower and late > 0 else words


def _amount(target: Target, gap: Decimal) -> str:
    unit = _unit(target)
    number = format_number(
        gap.normalize() if gap != gap.to_integral() else gap.quantize(Decimal(1))
    )
    if unit in {"percent", "points"}:
        return f"{number} điểm phần trăm"
    if unit == "frequency":
        return f"{number} lần mỗi năm"
    return f"{number} đồng" if unit == "currency" else number


def _told(target: Target) -> str:
    """Return "ít nhất 70% đến năm 2025", "giảm 3–5% mỗi năm", "8/8"."""
    ratio = _RATIO.search(target.what) if _share(target) is not None else None
    size = ratio[0] if ratio else size_words(target)
    if _sense(target) == "frequency":
        size = f"{size} lần mỗi {_period(target)}"
    bound = _CHANGES.get(target.comparator, BOUNDS[target.comparator])
    yearly = target.per_year or bool(target.meaning and target.meaning.horizon == "yearly")
    day = day_words(target.deadline)
    return f"{bound}{size}{' mỗi năm' if yearly else ''}{f' đến {day}' if day else ''}"
