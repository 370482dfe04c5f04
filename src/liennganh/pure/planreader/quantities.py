"""Quantities in a clause: number, range, unit, and how the words before them bind the value."""

# ruff: noqa: PLR2004 - small lengths and distances in characters, explained where they stand
# ruff: noqa: PLR0911 - a chain of rules, each with its own answer, reads best with early returns

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from . import lexicon as lx
from .model import Comparator, Unit
from .patterns import any_of, phrase, spaced

# At most twelve digits: a longer run is no quantity.
_NUM = r"\d{1,3}(?:\.\d{3}){1,3}(?!\d)(?:,\d{1,4})?|\d{1,12}(?!\d)(?:,\d{1,4}(?!\d))?"
_WORDS = spaced(any_of(w for w in lx.NUMBER_WORDS if w != "năm"))
_BOUND = "|".join(f"(?P<b{i}>{spaced(source)})" for i, (_, source) in enumerate(lx.BOUNDS))
# 3-5%, 3 - 5 %, 3% - 5%, 3% đến 5%
_PERCENT = re.compile(
    rf"(?<![\d.,/])(?P<a>{_NUM})\s*(?:%\s*)?(?:(?:[-–÷]|đến)\s*(?P<b>{_NUM})\s*)?(?:điểm\s+)?(?:%|phần\s+trăm)",
    re.IGNORECASE,
)
# 149/223 xã, (178/223): never a date, a legal number or a rate per thousand.
_RATIO = re.compile(
    r"(?<![\d/.,])(?P<a>\d{1,5})\s?/\s?(?P<b>\d{1,5})(?![\d/.,]|\s?[-/]|\s*[A-ZĐ]{2,}[-/])"
)
_RATE = re.compile(
    rf"(?<![\d.,/])(?P<a>{_NUM})\s*(?:(?:[-–]|đến)\s*(?P<b>{_NUM})\s*)?"
    rf"(?:‰|(?:[^\W\d_]+\s+){{0,5}}/\s?(?:100|1\.000|10\.000|100\.000|1\.000\.000|1 triệu|10 vạn|một vạn)(?!\d)"
    rf"|{lx.TIMES}\s*(?:/|mỗi|trong\s+một|một)\s*(?:\d+\s*)?{spaced(lx.PERIODS)}|lần(?!\s+(?:đầu|thứ)))",
    re.IGNORECASE,
)
# "ít nhất một tháng một lần", "mỗi quý có ít nhất 04 tin": times in a period
_PERIODIC = re.compile(
    rf"(?<!\w){spaced(lx.EACH_PERIOD)}\s+(?:[^\W\d_]+\s+){{0,4}}?(?:(?:{spaced(lx.BOUNDS[0][1])})\s+)?(?P<a>{_WORDS}|{_NUM})\s+(?P<noun>{spaced(lx.EVENTS)})(?!\w)",
    re.IGNORECASE,
)
_COUNT = re.compile(
    rf"(?<![\w.,/-])(?P<a>{_NUM}|{_WORDS})(?:\s*(?:[-–]|đến)\s*(?P<b>{_NUM}))?(?=\s+[^\W\d_])",
    re.IGNORECASE,
)
_BOUND_BEFORE = re.compile(
    rf"(?:{_BOUND})(?:\s+(?:đạt|là|có|khoảng|vào\s+năm\s+\d{{4}}|được))*\s*$".replace(
        "(?:vào", "(?:vào"
    ),
    re.IGNORECASE,
)
_REACH_FIRST = re.compile(rf"(?<!\w){spaced(lx.REACH)}\s*(?:mức\s*)?(?:khoảng\s*)?$", re.IGNORECASE)
_MOVE = re.compile(
    rf"(?<!\w)(?:(?P<up>{spaced(lx.RISE)})|(?P<down>{spaced(lx.FALL)}))(?:\s+{spaced(lx.BETWEEN_MOVE_AND_NUMBER)}){{0,3}}\s*$",
    re.IGNORECASE,
)
_TO = re.compile(
    rf"(?<!\w){spaced(lx.TO_VALUE)}(?:\s+(?:khoảng|mức|dưới|trên))*\s*$", re.IGNORECASE
)
_FROM = re.compile(r"(?<!\w)từ\s*$", re.IGNORECASE)
_UP_AFTER = re.compile(rf"\s*(?:[^\W\d_]+\s+){{0,6}}?{spaced(lx.FROM_UP)}", re.IGNORECASE)
_UP_LATER = re.compile(rf"[^;.%]{{0,60}}?{spaced(lx.FROM_UP)}", re.IGNORECASE)
# "mỗi năm 40 lớp": so many a year, whichever comes first.
_YEARLY_EVENTS = re.compile(r"(?:(?:mỗi|hằng|hàng|một|01|1)\s+|/\s*)năm\s", re.IGNORECASE)
_YEARLY_RATE = re.compile(r"(?:/|mỗi|một)\s*năm$", re.IGNORECASE)
_PER_YEAR = phrase(lx.PER_YEAR)
_LOOK_BACK = 60


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its binding; offsets are into the clause it was found in."""

    start: int
    end: int
    comparator: Comparator
    value: Decimal
    upper: Decimal | None
    unit: Unit
    per_year: bool
    in_words: bool
    needs_goal: bool
    opens_clause: bool
    confidence: float


def value_of(printed: str) -> Decimal:
    """Read "1.500", "2,5", "04" or "một"."""
    low = printed.strip().lower()
    if low in lx.NUMBER_WORDS:
        return Decimal(lx.NUMBER_WORDS[low])
    return Decimal(low.replace(".", "").replace(",", "."))


def quantities_in(clause: str, first: int | None = None) -> list[Quantity]:
    """Find the quantities of a clause in order, each with its comparator; baselines left out.

    ``first`` is the first year that lies ahead: "(năm 2027 đạt 60%)" is then a step of the path and
    no baseline.
    """
    taken: list[tuple[int, int]] = []
    found: list[Quantity] = []
    for unit, pattern in (
        ("percent", _PERCENT),
        ("rate", _PERIODIC),
        ("rate", _RATE),
        ("ratio", _RATIO),
    ):
        for match in pattern.finditer(clause):
            if _overlaps(match.span(), taken):
                continue
            taken.append(match.span())
            if quantity := _bound(clause, match, unit, first):
                found.append(quantity)
    for match in _COUNT.finditer(clause):
        if not _overlaps(match.span(), taken) and (quantity := _count(clause, match)):
            taken.append(match.span())
            found.append(quantity)
    found.sort(key=lambda q: q.start)
    return _on_the_path(clause, _without_twins(clause, found))


def _overlaps(span: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    return any(one < span[1] and span[0] < two for one, two in taken)


def _comparator(clause: str, start: int, end: int) -> tuple[Comparator, int]:
    """Return how the words around bind a value, and where they begin."""
    ahead = clause[max(0, start - _LOOK_BACK) : start]
    base = start - len(ahead)
    if move := _MOVE.search(ahead):
        return ("+" if move["up"] else "-"), base + move.start()
    if bound := _BOUND_BEFORE.search(ahead):
        name = next(n for i, (n, _) in enumerate(lx.BOUNDS) if bound[f"b{i}"])
        return name, base + bound.start()  # type: ignore[return-value]
    if _UP_AFTER.match(clause, end) or (_FROM.search(ahead) and _UP_LATER.match(clause, end)):
        return ">=", base + (_FROM.search(ahead).start() if _FROM.search(ahead) else len(ahead))  # type: ignore[union-attr]
    return "=", start


def _bound(clause: str, match: re.Match[str], unit: str, first_year: int | None) -> Quantity | None:
    start, end = match.span()
    groups = match.groupdict()
    ahead = clause[max(0, start - _LOOK_BACK) : start]
    rest = clause[end : end + _LOOK_BACK]
    if _is_baseline(clause, start, end, ahead, first_year):
        return None
    if unit == "ratio":
        return _ratio(clause, match)
    comparator, first = _comparator(clause, match.start("a"), end)
    if unit == "rate" and "noun" in groups:
        if phrase(lx.BOUNDS[0][1]).search(clause, max(0, start - 12), match.start("a")):
            comparator = ">="
        first = min(first, start)
    value = value_of(groups["a"])
    upper = value_of(groups["b"]) if groups.get("b") else None
    if unit == "rate" and not _rate_counts(clause, match):
        return None
    per_year = bool(
        _YEARLY_RATE.search(match.group())
        or _YEARLY_EVENTS.match(match.group())
        or _PER_YEAR.match(rest.lstrip(" ()"))
        or (comparator in "+-" and _PER_YEAR.search(f"{ahead[-30:]}|{rest.split(',')[0]}"))
    )
    return Quantity(
        first, end, comparator, value, upper, "rate" if unit == "rate" else "percent", per_year,
        not groups["a"][0].isdigit(), False, True, 0.95,
    )  # fmt: skip


_STEP_YEAR = re.compile(r"năm\s+(\d{4})[^\d,;()]{0,40}$", re.IGNORECASE)
_MOVED = re.compile(rf"(?:{spaced(lx.RISE)}|{spaced(lx.FALL)}|chuyển)[^,;]{{0,80}}$", re.IGNORECASE)


def _rate_counts(clause: str, match: re.Match[str]) -> bool:
    """Say whether times are a rate: "được kiểm tra ít nhất một lần" is a threshold, "còn 1,7 lần" and "04 tin mỗi quý" are rates."""
    text = match.group()
    if "noun" in match.groupdict():
        return True
    if re.search(r"lần\s*$", text, re.IGNORECASE):
        return (
            re.search(r"(?:còn|đạt|xuống|gấp|mức|tăng|giảm)\s*$", clause[: match.start()])
            is not None
        )
    return True


def _is_baseline(
    clause: str, start: int, end: int, ahead: str, first_year: int | None = None
) -> bool:
    """Say whether a number is where things stand: "từ 23 … xuống 18": the first number only says where things stand."""
    if _FROM.search(ahead) and re.match(
        rf"[^,;]{{0,60}}?(?<!\w){spaced(lx.TO_VALUE)}\s+", clause[end : end + 90]
    ):
        move = _MOVED.search(clause[:start])
        return move is not None
    opened = clause.rfind("(", 0, start)
    if opened >= 0 and ")" not in clause[opened:start]:
        inside = clause[opened:start]
        year = _STEP_YEAR.search(inside)
        if year and first_year and int(year[1]) >= first_year:
            return phrase(lx.NOT_A_STEP).search(inside) is not None
        return phrase(lx.BASELINE_INSIDE).search(inside) is not None
    return (
        re.search(spaced(lx.COMPARED) + r"[^,;]{0,30}$", ahead) is not None
        and "năm" not in ahead[-12:]
    )


def _ratio(clause: str, match: re.Match[str]) -> Quantity | None:
    """Read n of m: "8/8 phường, xã" counts 8; "24/7", dates and "107 trẻ/100 trẻ" do not come here."""
    one, two = int(match["a"]), int(match["b"])
    rest = clause[match.end() :]
    ahead = clause[: match.start()]
    if (
        one > two
        or two < 2
        or re.search(r"(?:ngày|tháng|quý|số|mẫu|trước|sau)\s*$", ahead, re.IGNORECASE)
    ):
        return None
    if (one, two) in {(24, 24), (7, 7)} or not re.match(r"\s*(?:\)|\(|số\s+|[^\W\d_]{2,})", rest):
        return None
    comparator, first = _comparator(clause, match.start(), match.end())
    return Quantity(
        first, match.end(), comparator, Decimal(one), None, "count", False, False, False, True, 0.9
    )


_MAKES = re.compile(
    rf"(?<!\w){spaced(lx.MAKES)}(?:\s+(?:được|mới|thêm|ít\s+nhất|khoảng|cho|tổng\s+số))*\s*$",
    re.IGNORECASE,
)
_COUNTED = re.compile(rf"\s+{spaced(lx.COUNTED)}(?!\w)", re.IGNORECASE)
_TIME = re.compile(rf"\s*{spaced(lx.TIME_UNITS)}(?!\w)", re.IGNORECASE)
# "5.000 cây phân tán và | 02 vườn ươm": a count that goes on with the one before it.
_CHAINED = re.compile(r"(?<![\d/.,])\d[\d.]{0,12}\s+[^\d.;:%]{2,50}?(?:,|\svà)\s*$")
_AGE = re.compile(r"\s+tuổi(?!\w)", re.IGNORECASE)
_PER_ONE = re.compile(
    rf"\s+(?!{lx.TERRITORIES})[^\W\d_]+(?:\s+[^\W\d_]+)?\s?/\s?{spaced(lx.PER_ONE)}(?!\w)",
    re.IGNORECASE,
)
_OFTEN = re.compile(
    rf"[^.;%]{{0,30}}?(?:mỗi|hằng|hàng|/|một)\s*{lx.SHORT_PERIODS}(?!\w)", re.IGNORECASE
)
_AT = re.compile(rf"(?<!\w){spaced(lx.PLACE_PREPOSITIONS)}\s*$", re.IGNORECASE)
_PER_100 = re.compile(r"\s+[^\d.;,]{2,40}?/\s?(\d[\d.]*)\s")


def _count(clause: str, match: re.Match[str]) -> Quantity | None:
    """Read a count: it needs a bound, a verb that makes what is counted, or a goal's start."""
    start, end = match.span()
    rest, ahead = clause[end:], clause[max(0, start - _LOOK_BACK) : start]
    if _AGE.match(rest) and _REACH_FIRST.search(ahead):
        return Quantity(
            start, end, "=", value_of(match["a"]), None, "count", False, False, False, True, 0.7
        )
    if _TIME.match(rest) or re.search(
        r"(?:năm|tháng|ngày|quý|số|đến|điều|khoản|mục)\s*$", ahead[-12:], re.IGNORECASE
    ):
        return None
    if _is_baseline(clause, start, end, ahead):
        return None
    comparator, first = _comparator(clause, start, end)
    if _is_case(clause, first, ahead):
        return None
    if _OFTEN.match(rest) and (comparator != "=" or _COUNTED.match(rest)):
        low = value_of(match["a"])
        return Quantity(first, end, comparator, low, None, "rate", False, False, False, True, 0.85)
    in_words = not match["a"][0].isdigit()
    made = _MAKES.search(ahead) is not None
    step = _AND.search(ahead) is not None and _NEXT_STEP.match(rest) is not None
    counted = _COUNTED.match(rest) is not None or step
    bound = comparator != "="
    rate = _PER_100.match(rest) or _PER_ONE.match(rest)
    if rate and (
        bound or made or _REACH_FIRST.search(ahead) or _TO.search(ahead) or rate.re is _PER_100
    ):
        return Quantity(
            first,
            end + rate.end(),
            comparator,
            value_of(match["a"]),
            None,
            "rate",
            False,
            in_words,
            False,
            True,
            0.9,
        )
    if in_words and (
        not bound
        or comparator not in {">=", "<="}
        or re.search(r"(?:được|tiếp cận|trong)\s*(?:ít\s+nhất\s*)?$", clause[:start])
    ):
        return None
    chained = step or _CHAINED.search(clause[:start]) is not None
    led_in = made or chained or not clause[:start].strip()
    if not bound and (_AT.search(ahead) or not counted or not led_in):
        return None
    if bound and not counted and comparator in {">", "<"}:
        return None
    upper = value_of(match["b"]) if match["b"] else None
    return Quantity(
        first, end, comparator, value_of(match["a"]), upper, "count",
        _PER_YEAR.search(rest[:60]) is not None, in_words, not bound and not made and not chained, True,
        0.85 if bound else 0.7,
    )  # fmt: skip


_CASE = phrase(rf"(?<!\w){lx.CASE}(?!\w)[^,;:]{{0,120}}$")


def _is_case(clause: str, first: int, ahead: str) -> bool:
    """Say whether "từ 02 người trở lên" only tells which cases are meant: "khi có từ 02 người trở lên"."""
    return _FROM.search(ahead) is not None and _CASE.search(clause[:first]) is not None


# "giảm 10% năm 2025 và | 20% vào năm 2030": the second step of one path.
_NEXT_STEP = re.compile(spaced(r" (?:vào|đến|trong) năm \d{4}"), re.IGNORECASE)
_AND = re.compile(r"\svà\s*$")


def _on_the_path(clause: str, found: list[Quantity]) -> list[Quantity]:
    """Let a bare step of a path move the way the step before it does."""
    out: list[Quantity] = []
    for quantity in found:
        last = out[-1] if out else None
        bare = quantity.comparator == "=" and _AND.search(clause, 0, quantity.start)
        if (
            last
            and bare
            and last.comparator in {"+", "-"}
            and last.unit == quantity.unit
            and _NEXT_STEP.match(clause, quantity.end)
        ):
            out.append(replace(quantity, comparator=last.comparator))
        else:
            out.append(quantity)
    return out


def _without_twins(clause: str, found: list[Quantity]) -> list[Quantity]:
    """Where a percentage stands with its count, "80% (178/223)", keep the percentage alone."""
    kept: list[Quantity] = []
    for quantity in found:
        last = kept[-1] if kept else None
        between = clause[last.end : quantity.start] if last else ""
        # The two stand together when nothing but a bracket and the thing counted is between.
        close = (
            last is not None
            and len(between) < 50
            and re.fullmatch(r"[^(),;]*\([^(),;\d]*", between) is not None
        )
        if close and last and last.unit == "percent" and quantity.unit == "count":
            continue
        if close and last and last.unit == "count" and quantity.unit == "percent":
            kept[-1] = quantity
            continue
        kept.append(quantity)
    return kept
