"""A target's meaning as a sentence in Vietnamese, and how the figure is worked out."""

import re
from decimal import Decimal

from liennganh.pure.vietnamese import format_number

from . import lexicon as lx
from .figures import bound_before
from .model import Ask, Horizon, Meaning, Target
from .patterns import phrase, word

BOUNDS = {
    ">=": "ít nhất ", ">": "trên ", "<=": "không quá ", "<": "dưới ", "=": "", "+": "", "-": "",
}  # fmt: skip
_ASKED: dict[Ask, str] = {
    "horizon": "con số này tính cho từng năm hay cho cả giai đoạn",
    "denominator": "tỷ lệ tính trên tổng số nào",
    "baseline": "so với mốc nào",
    "group": "tính trên những ai, những nơi nào",
    "unit": "con số đếm cái gì",
}
_POINTS_OR_SHARES = "tăng, giảm theo điểm phần trăm hay theo phần trăm của mức cũ"
_SPANS: dict[Horizon, str] = {
    "yearly": "của từng năm",
    "cumulative": "cộng dồn từ đầu kỳ, không đếm trùng",
    "kept_up": "của từng kỳ báo cáo",
    "once": "tại thời điểm cuối kỳ",
    "unstated": "của kỳ báo cáo",
}
# Longer words (in characters) are not said again where the figure is worked out.
_SAID_TWICE = 70
_BILLION, _MILLION = Decimal(10**9), Decimal(10**6)
_POINTS = re.compile(r"điểm\s*(?:%|phần\s+trăm)", re.IGNORECASE)
_RATIO = re.compile(r"(?<![\d/])(\d{1,5})\s?/\s?(\d{1,5})(?![\d/])(\s+số\s)?")
# A fraction of a whole ("2/3 số hộ"), not so many of so many ("149/223 xã").
_FRACTION = 10


def explain(target: Target) -> str:
    """Return what a target asks for, how it is worked out, and what the plan leaves open.

    One or two Vietnamese sentences in the plan's own words; a third asks for what is not printed.
    A target without a meaning is only repeated as it stands.
    """
    meaning = target.meaning
    if meaning is None:
        return _sentence(target.what)
    told = [
        _sentence(f"{_goal(target, meaning)}{_when(target, meaning)}"),
        _sentence(f"Cách tính: {_reckoning(target, meaning)}"),
    ]
    if meaning.asks:
        open_points = "; ".join(_asked(ask, meaning) for ask in meaning.asks)
        told.append(_sentence(f"Kế hoạch không ghi rõ {open_points}: cần hỏi lại"))
    return " ".join(told)


def _asked(ask: Ask, meaning: Meaning) -> str:
    both_ways = ask == "unit" and meaning.kind == "change" and meaning.numerator
    return _POINTS_OR_SHARES if both_ways else _ASKED[ask]


def _goal(target: Target, meaning: Meaning) -> str:
    size = f"{BOUNDS[target.comparator]}{size_words(target)}"
    match meaning.kind:
        case "change":
            way = "tăng" if target.comparator == "+" else "giảm"
            bound = BOUNDS[bound_before(target.what, place_of_figure(target))]
            subject = _capital(meaning.numerator) or "Số liệu nêu trong chỉ tiêu"
            return f"{subject} phải {way} {bound}{size}{_compared(meaning)}"
        case "times_per_period":
            return _frequency(target, meaning, size)
        case "n_of_m":
            verb = "phải giữ được" if meaning.horizon == "kept_up" else "phải đạt"
            return f"Số {meaning.numerator} {verb} {_out_of(target, meaning)}"
        case "once_by":
            return (
                f"{_subject(target, meaning)} phải đạt {size}, mỗi nơi hoặc mỗi người được tính khi"
                " đã có ít nhất một lần và chỉ tính một lần"
            )
        case "kept_up":
            return f"{_subject(target, meaning)} phải giữ ở mức {size}"
        case _:
            return _level(target, meaning, size)


def _level(target: Target, meaning: Meaning, size: str) -> str:
    subject = _subject(target, meaning)
    if target.unit == "rate" and meaning.baseline and size.endswith("lần"):
        return f"{subject} phải bằng {size} so với {meaning.baseline}"
    must = "phải ở mức" if target.comparator in {"<=", "<"} else "phải đạt"
    since = f" (mốc ban đầu: {meaning.baseline})" if meaning.baseline else ""
    return f"{subject} {must} {size}{since}"


def _frequency(target: Target, meaning: Meaning, size: str) -> str:
    each = f", tính riêng cho từng nơi trong số {meaning.group}" if meaning.group else ""
    if re.search(r"lần(?!\w)", target.what, re.IGNORECASE) or not meaning.numerator:
        deed = f"Việc “{meaning.numerator}”" if meaning.numerator else "Việc nêu trong chỉ tiêu"
        return f"{deed} phải có {size} lần mỗi {meaning.period}{each}"
    return f"{_counted(target, meaning)} phải đạt {size} mỗi {meaning.period}{each}"


def _out_of(target: Target, meaning: Meaning) -> str:
    """Return "ít nhất 2/3 tổng số hộ" or "149 trong tổng số 223 xã, phường"."""
    bound = BOUNDS[target.comparator]
    ratio = _RATIO.search(target.what)
    whole = meaning.denominator or "đơn vị"
    if ratio is None:
        return f"{bound}{size_words(target)} trong tổng số {whole}"
    if ratio[3] or (int(ratio[2]) < _FRACTION > int(ratio[1]) and ratio[1] != ratio[2]):
        return f"{bound}{ratio[1]}/{ratio[2]} tổng số {whole}"
    return f"{bound}{size_words(target)} trong tổng số {ratio[2]} {whole}"


def _subject(target: Target, meaning: Meaning) -> str:
    """Name the figure: a share of a whole, so many for so many, or a number."""
    named = _capital(meaning.numerator)
    if target.unit == "percent" and not phrase(lx.MEASURES).match(meaning.numerator):
        whole = f" trên tổng số {meaning.denominator}" if meaning.denominator else ""
        if word(lx.DOING).match(meaning.numerator):
            return f"Tỷ lệ đã thực hiện việc “{meaning.numerator}”{whole}"
        return f"Tỷ lệ {meaning.numerator or 'nêu trong chỉ tiêu'}{whole}"
    if target.unit == "count":
        return _counted(target, meaning)
    whole = f", tính trên {_each(meaning)}," if meaning.denominator else ""
    return f"{named or 'Mức nêu trong chỉ tiêu'}{whole}"


def _counted(target: Target, meaning: Meaning) -> str:
    """Name a count: "Số lớp tập huấn", "Kết quả “tạo việc làm cho lao động”", "Tuổi thọ"."""
    each = f" ở mỗi {meaning.group}" if meaning.group and meaning.kind != "times_per_period" else ""
    named = meaning.numerator
    if not named:
        return f"Số nêu trong chỉ tiêu{each}"
    if word(lx.DOING).match(named):
        return f"Kết quả “{named}”{each}"
    lead = target.what[: place_of_figure(target)].lower()
    if named.lower() in lead:
        return f"{_capital(named)}{each}"
    if " ".join(named.split()[:3]).lower() in lead:
        return f"Kết quả “{named}”{each}"
    return f"Số {named}{each}"


def _each(meaning: Meaning) -> str:
    """Return "100.000 dân", or "mỗi xã" where no number says for how many."""
    whole = meaning.denominator
    return whole if whole[:1].isdigit() else f"mỗi {whole}"


def _compared(meaning: Meaning) -> str:
    if meaning.baseline:
        return f" so với {meaning.baseline}"
    return " so với năm liền trước" if meaning.horizon == "yearly" else ""


def _when(target: Target, meaning: Meaning) -> str:
    day = day_words(target.deadline)
    words: dict[Horizon, str] = {
        "yearly": f", tính riêng từng năm{f' cho đến hết {day}' if day else ''}",
        "cumulative": f", cộng dồn từ đầu kỳ đến hết {day or 'kế hoạch'}",
        "kept_up": f", trong suốt thời gian thực hiện{f' đến hết {day}' if day else ''}",
        "once": f" vào {day}" if day else " khi kết thúc kế hoạch",
        "unstated": f", hạn đến hết {day}" if day else "",
    }
    return words[meaning.horizon]


def _reckoning(target: Target, meaning: Meaning) -> str:
    span = _SPANS[meaning.horizon]
    if meaning.kind == "change":
        return _difference(target, meaning, span)
    if meaning.kind == "times_per_period":
        period = meaning.period
        return f"đếm riêng từng {period}; {period} nào cũng phải đủ, không bù trừ cho nhau"
    if meaning.kind == "n_of_m":
        return f"đếm số {meaning.numerator} {span}, mỗi nơi một lần"
    if target.unit == "percent":
        return _share(meaning, span)
    if target.unit == "count":
        counted = _counted(target, meaning)
        named = (
            f"{counted[:1].lower()}{counted[1:]}" if len(counted) <= _SAID_TWICE else "số nêu trên"
        )
        return f"đếm {named} {span}"
    each = f", tính cho {_each(meaning)}" if meaning.denominator else ""
    return f"lấy số liệu {span}{each}"


def _difference(target: Target, meaning: Meaning, span: str) -> str:
    year_before = "năm liền trước" if meaning.horizon == "yearly" else "mốc so sánh"
    before = meaning.baseline or year_before
    if target.unit == "rate":
        return f"lấy số {span} chia cho số của {before}"
    less = f"lấy số {span} trừ số của {before}"
    if target.unit == "percent" and not _POINTS.search(target.what):
        return f"{less}, chia cho số của {before}, nhân 100%"
    return less


def _share(meaning: Meaning, span: str) -> str:
    if not meaning.denominator:
        return f"lấy số đạt {span} chia cho tổng số tương ứng, nhân 100%"
    only = f"; chỉ tính {meaning.group} {meaning.condition}" if meaning.condition else ""
    named, whole = meaning.numerator, meaning.denominator
    of = whole if len(whole) <= _SAID_TWICE else "nêu trên"
    if word(lx.DOING).match(named):
        done = f"số {whole} đã được thực hiện việc này" if of == whole else "số đã được thực hiện"
    else:
        done = f"số {named}" if len(named) <= _SAID_TWICE else "số đạt yêu cầu"
    return f"{done} chia cho tổng số {of} {span}, nhân 100%{only}"


def place_of_figure(target: Target) -> int:
    """Return where the figure stands in the printed words, or 0."""
    printed = format_number(target.value)
    found = re.search(rf"(?<!\d)0?{re.escape(printed)}(?![\d,])", target.what)
    return found.start() if found else 0


def size_words(target: Target) -> str:
    """Return the figure with its unit: "70%", "3–5 điểm phần trăm", "1,5 tỷ đồng", "1,7 lần"."""
    values = [v for v in (target.value, target.upper) if v is not None]
    size = "–".join(format_number(v) for v in values)
    if target.unit == "percent":
        return f"{size} điểm phần trăm" if _POINTS.search(target.what) else f"{size}%"
    if target.unit == "currency":
        scale, name = (_BILLION, "tỷ đồng") if values[0] >= _BILLION else (_MILLION, "triệu đồng")
        return f"{'–'.join(format_number(v / scale) for v in values)} {name}"
    sign = re.search(rf"(?<!\d){re.escape(size)}\s*(‰|lần(?!\w)|tuổi(?!\w))", target.what)
    frequency = target.meaning is not None and target.meaning.kind == "times_per_period"
    if sign is None or frequency:
        return size
    return f"{size}{sign[1]}" if sign[1] == "‰" else f"{size} {sign[1]}"


def day_words(deadline: str | None) -> str:
    """Return "năm 2025", "tháng 6/2025" or "ngày 30/6/2025" of an ISO date as far as printed."""
    if not deadline:
        return ""
    year, _, rest = deadline.partition("-")
    month, _, day = rest.partition("-")
    if day:
        return f"ngày {int(day)}/{int(month)}/{year}"
    return f"tháng {int(month)}/{year}" if month else f"năm {year}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _sentence(words: str) -> str:
    words = " ".join(words.split())
    return f"{words}." if words[-1:] not in {".", "!", "?", ""} else words
