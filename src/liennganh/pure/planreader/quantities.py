"""The quantities of a clause in order: percentages, rates, ratios, sums of money and counts."""

# ruff: noqa: PLR2004 - small lengths and distances in characters, explained where they stand

import re
from dataclasses import replace
from decimal import Decimal

from . import lexicon as lx
from .counts import counts_in
from .figures import (
    LOOK_BACK,
    MOVES,
    NUM,
    WORDS,
    Quantity,
    back,
    comparator_of,
    is_baseline,
    is_yearly,
    value_of,
)
from .patterns import DIGIT, phrase, spaced

_RANGE = rf"(?P<a>{NUM})\s*(?:%\s*)?(?:(?:[-–÷]|đến)\s*(?P<b>{NUM})\s*)?"
# 3-5%, 3 - 5 %, 3% - 5%, 3% đến 5%
_PERCENT = re.compile(rf"(?<![\d.,/]){_RANGE}(?:điểm\s+)?(?:%|phần\s+trăm)", re.IGNORECASE)
_HALF = re.compile(rf"(?<!\w){spaced(lx.HALF)}(?!\w)", re.IGNORECASE)
# 149/223 xã, (178/223): never a date, a legal number or a rate per thousand.
_RATIO = re.compile(
    r"(?<![\d/.,])(?P<a>\d{1,5})\s?/\s?(?P<b>\d{1,5})(?![\d/.,]|\s?[-/]|\s*[A-ZĐ]{2,}[-/])"
)
_RATIO_LEFT = re.compile(rf"{spaced(lx.NO_RATIO_AFTER)}\s*$", re.IGNORECASE)
_RATIO_RIGHT = re.compile(r"\s*(?:\)|\(|số\s+|[^\W\d_]{2,})")
# "(178/223)" beside its percentage, not "(10/10)" beside a day.
# "trước ngày 10/6 và 10/12": the second of two days.
_DAYS = re.compile(r"ngày\s+\d{1,2}/\d{1,2}(?:/\d{4})?\s*(?:,|và|hoặc)\s*$", re.IGNORECASE)
_BESIDE_SHARE = re.compile(r"(?:%|phần\s+trăm)[^(),;]{0,30}\(\s*$")
_LETTERS = re.compile(r"\w+")
_HOURS = re.compile(r"\s*(?:giờ|h)(?!\w)", re.IGNORECASE)
_RATE = re.compile(
    rf"(?<![\d.,/])(?P<a>{NUM})\s*(?:(?:[-–]|đến)\s*(?P<b>{NUM})\s*)?"
    rf"(?:‰|(?:[^\W\d_]+\s+){{0,5}}(?:/|trên)\s?(?:1\.000\.000|100\.000|10\.000|1\.000|100|1 triệu|10 vạn|một vạn)(?![\d.]\d)"
    rf"|lần\s*(?:/|mỗi|trong\s+một|một)\s*(?:\d+\s*)?{spaced(lx.PERIODS)}"
    rf"|{lx.TIMES}\s*(?:/|mỗi|trong\s+một|một)\s*(?:\d+\s*)?{spaced(lx.SHORT_PERIODS)}|{spaced(lx.EVENTS)}\s*/\s*(?:năm|học\s+kỳ)(?!\w)|lần(?!\s+(?:đầu|thứ)))",
    re.IGNORECASE,
)
# "ít nhất một lần đối thoại với trẻ em trong một năm học": words between times and period.
_TIMES_A = re.compile(
    rf"(?<![\w.,/])(?P<a>{NUM}|{WORDS})\s+lần\s+(?:[^\W\d_]+\s+){{1,6}}?(?:mỗi|trong\s+một|trong\s+mỗi|hằng|hàng)\s+{spaced(lx.PERIODS)}(?!\w)(?!\s+\d)",
    re.IGNORECASE,
)
# "ít nhất một tháng một lần", "mỗi quý có ít nhất 04 tin": times in a period
_PERIODIC = re.compile(
    rf"(?<!\w){spaced(lx.EACH_PERIOD)}\s+(?:[^\W\d_]+\s+){{0,4}}?(?:(?P<least>{spaced(lx.BOUNDS[0][1])})\s+)?(?P<a>{WORDS}|{NUM})\s+(?P<noun>{spaced(lx.EVENTS)})(?!\w)",
    re.IGNORECASE,
)
_A_YEAR = re.compile(r"(?:(?:mỗi|hằng|hàng|một|01|1)\s+|/\s*)năm\s", re.IGNORECASE)
_YEARLY_RATE = re.compile(r"(?:/|mỗi|một)\s*năm$", re.IGNORECASE)
_PER_YEAR = phrase(lx.PER_YEAR)
_TIMES_ONLY = re.compile(r"lần\s*$", re.IGNORECASE)
_MEASURED = re.compile(rf"{spaced(lx.TIMES_MEASURE)}\s*$", re.IGNORECASE)
# "75 triệu đồng/người/năm", "5 tỷ USD"
_MONEY = re.compile(
    rf"(?<![\d.,/])(?P<a>{NUM})\s*(?:(?:[-–]|đến)\s*(?P<b>{NUM})\s*)?(?P<scale>tỷ|tỉ|triệu|nghìn|ngàn|)\s*(?:đồng|VNĐ|VND|USD|đô\s+la(?:\s+Mỹ)?)(?!\w)"
    r"(?:\s*/\s*[^\W\d_]+){0,3}",
    re.IGNORECASE,
)
_EARNED = re.compile(rf"{spaced(lx.EARNED)}\s*$", re.IGNORECASE)
# "giảm 10% năm 2025 và | 20% vào năm 2030": the second step of one path.
_NEXT_STEP = re.compile(spaced(r" (?:vào|đến|trong) năm \d{4}"), re.IGNORECASE)
_AND = re.compile(r"\svà\s*$")
_OF_SOME = re.compile(r"\s+(?:tổng\s+)?số\s(?![^,;.]{0,80}(?:được|đạt)\s)", re.IGNORECASE)
_ALL = 100
# "9/9 huyện, thành phố (100%)": the comma parts the units that are counted.
_OF_ALL = re.compile(r"[^(;]{0,45}\(\s*")
_BESIDE = re.compile(r"[^(),;]*\([^(),;\d]*")


def quantities_in(clause: str, first: int | None = None) -> list[Quantity]:
    """Find the quantities of a clause in order, each with its comparator; baselines left out.

    ``first`` is the first year that lies ahead: "(năm 2027 đạt 60%)" is then a step of the path and
    no baseline.
    """
    low = clause.lower()
    if DIGIT.search(clause) is None and lx.NUMERALS.isdisjoint(_LETTERS.findall(low)):
        return []
    taken = bytearray(len(clause))
    found: list[Quantity] = []
    for pattern, rule, signs in _RULES:
        if not any(sign in low for sign in signs):
            continue
        for match in pattern.finditer(clause):
            if 1 in taken[match.start() : match.end()]:
                continue
            if pattern is _PERIODIC and _of_the_year(match):
                continue  # "mỗi năm 40 lớp" is a count with a year
            taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
            if is_baseline(clause, *match.span(), first):
                continue
            if quantity := rule(clause, match):
                found.append(quantity)
    found += counts_in(clause, taken)
    found.sort(key=lambda q: q.start)
    return _on_the_path(clause, _without_twins(clause, found))


def _upper(match: re.Match[str]) -> Decimal | None:
    last = match.groupdict().get("b")
    return value_of(last) if last else None


def _percent(clause: str, match: re.Match[str]) -> Quantity:
    comparator, first = comparator_of(clause, match.start("a"), match.end())
    return Quantity(
        first, match.end(), comparator, value_of(match["a"]), _upper(match), "percent",
        _each_year(clause, match, comparator), False, False, True, 0.95,
    )  # fmt: skip


def _each_year(clause: str, match: re.Match[str], comparator: str) -> bool:
    rest = clause[match.end() : match.end() + LOOK_BACK]
    ahead = clause[max(0, match.start() - 30) : match.start()]
    return bool(
        _PER_YEAR.match(rest.lstrip(" ()"))
        or (comparator in MOVES and _PER_YEAR.search(f"{ahead}|{rest.split(',')[0]}"))
    )


def _half(clause: str, match: re.Match[str]) -> Quantity:
    comparator, first = comparator_of(clause, *match.span())
    return Quantity(
        first, match.end(), comparator, Decimal(50), None, "percent", False, True, True, True, 0.6
    )


def _of_the_year(match: re.Match[str]) -> bool:
    return _A_YEAR.match(match.group()) is not None and match["noun"].lower() != "lần"


def _periodic(clause: str, match: re.Match[str]) -> Quantity:
    comparator, first = comparator_of(clause, match.start("a"), match.end())
    if phrase(lx.BOUNDS[0][1]).search(clause, max(0, match.start() - 12), match.start("a")):
        comparator = ">="
    return Quantity(
        min(first, match.start()), match.end(), comparator, value_of(match["a"]), None, "rate",
        _A_YEAR.match(match.group()) is not None, not match["a"][0].isdigit(), False, True, 0.95,
    )  # fmt: skip


def _rate(clause: str, match: re.Match[str]) -> Quantity | None:
    """Read a rate: "được kiểm tra ít nhất một lần" is a threshold, "còn 1,7 lần" is a rate."""
    text = match.group()
    if _TIMES_ONLY.search(text) and not _MEASURED.search(
        clause, back(match.start()), match.start()
    ):
        return None
    comparator, first = comparator_of(clause, match.start("a"), match.end())
    per_year = bool(_YEARLY_RATE.search(text)) or _each_year(clause, match, comparator)
    return Quantity(
        first, match.end(), comparator, value_of(match["a"]), _upper(match), "rate",
        per_year, False, False, True, 0.95,
    )  # fmt: skip


def _ratio(clause: str, match: re.Match[str]) -> Quantity | None:
    """Read n of m: "8/8 phường, xã" counts 8; "24/7", ranks and dates do not come here."""
    one, two = int(match["a"]), int(match["b"])
    if one > two or two < 2 or _RATIO_LEFT.search(clause, back(match.start()), match.start()):
        return None
    if not (right := _RATIO_RIGHT.match(clause, match.end())) or _HOURS.match(clause, match.end()):
        return None
    if _DAYS.search(clause, back(match.start()), match.start()):
        return None
    if right.group().strip() == ")" and not _BESIDE_SHARE.search(
        clause, back(match.start()), match.start()
    ):
        return None
    comparator, first = comparator_of(clause, *match.span())
    return Quantity(
        first, match.end(), comparator, Decimal(one), None, "count", False, False, False, True,
        0.9, two,
    )  # fmt: skip


def _money(clause: str, match: re.Match[str]) -> Quantity | None:
    """Read a sum that is to be reached (income, revenue), in whole units; grants are no targets."""
    comparator, first = comparator_of(clause, *match.span())
    if phrase(lx.SPENT).search(clause, back(match.start()), match.end() + LOOK_BACK) or (
        comparator == "=" and not _EARNED.search(clause, back(match.start()), match.start())
    ):
        return None
    scale = lx.MONEY_UNITS[match["scale"].lower()]
    upper = _upper(match)
    return Quantity(
        first, match.end(), comparator, value_of(match["a"]) * scale,
        None if upper is None else upper * scale, "currency",
        is_yearly(clause, match.start(), match.end()), False, True, True, 0.8,
    )  # fmt: skip


_RULES = (
    (_PERCENT, _percent, lx.PERCENT_SIGNS),
    (_HALF, _half, lx.HALF_SIGNS),
    (_MONEY, _money, lx.MONEY_SIGNS),
    (_PERIODIC, _periodic, lx.PERIODIC_SIGNS),
    (_TIMES_A, _rate, lx.TIMES_SIGNS),
    (_RATE, _rate, lx.RATE_SIGNS),
    (_RATIO, _ratio, lx.RATIO_SIGNS),
)


def _on_the_path(clause: str, found: list[Quantity]) -> list[Quantity]:
    """Let a bare figure that goes on after "và" move the way the one before it does."""
    out: list[Quantity] = []
    for quantity in found:
        last = out[-1] if out else None
        if last and last.comparator in MOVES and _goes_on(clause, last, quantity):
            out.append(replace(quantity, comparator=last.comparator))
        else:
            out.append(quantity)
    return out


def _goes_on(clause: str, last: Quantity, here: Quantity) -> bool:
    """Say whether "giảm 10% năm 2025 và 20% vào năm 2030" or "2% số hộ và 3% số …" moves on."""
    if here.comparator != "=" or here.unit != last.unit:
        return False
    between = clause[last.end : here.start]
    if not _AND.search(between):
        return False
    alike = "," not in between and _OF_SOME.match(clause, here.end) is not None
    return _NEXT_STEP.match(clause, here.end) is not None or (alike and here.value != _ALL)


def _together(last: Quantity, between: str) -> bool:
    whole = last.whole is not None and _OF_ALL.fullmatch(between) is not None
    return whole or _BESIDE.fullmatch(between) is not None


def _without_twins(clause: str, found: list[Quantity]) -> list[Quantity]:
    """Where a percentage stands with its count, "80% (178/223)", keep the percentage alone."""
    kept: list[Quantity] = []
    for quantity in found:
        last = kept[-1] if kept else None
        # The two stand together when nothing but a bracket and the thing counted is between.
        between = clause[last.end : quantity.start] if last else ""
        if last is None or len(between) >= 50 or not _together(last, between):
            kept.append(quantity)
        elif last.unit == "percent" and quantity.unit == "count":
            continue
        elif last.unit == "count" and quantity.unit == "percent":
            kept[-1] = quantity
        else:
            kept.append(quantity)
    return kept
