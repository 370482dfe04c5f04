"""The years a plan covers, from its title, its lead or its goals."""

import re

from . import lexicon as lx

_YEARS = re.compile(
    r"(?:giai\s+đoạn|từ\s+năm)\s*(\d{4})\s*(?:[-–—]|đến(?:\s+năm)?)\s*(\d{4})", re.IGNORECASE
)
_RANGE = re.compile(r"\b((?:19|20)\d{2})\s*[-–—]\s*((?:19|20)\d{2})\b")
_UNTIL = re.compile(r"đến\s+(?:hết\s+|cuối\s+)?năm\s+(\d{4})", re.IGNORECASE)
# "năm 2025 và giai đoạn 2026 - 2030"
_FIRST = re.compile(r"năm\s+(\d{4})\s+và\s+giai\s+đoạn", re.IGNORECASE)
_YEAR = re.compile(r"năm\s+(\d{4})", re.IGNORECASE)


def _years_in(words: str, issued: str | None) -> tuple[int, int] | None:
    if match := _YEARS.search(words) or _RANGE.search(words):
        earlier = _FIRST.search(words)
        return int(earlier[1] if earlier else match[1]), int(match[2])
    if match := _UNTIL.search(words):
        last = int(match[1])
        first = int(issued[:4]) if issued else last
        return min(first, last), last
    years = [int(y) for y in _YEAR.findall(words)]
    if years:
        return min(years), max(years)
    return None


_GOAL_LINE = re.compile(
    r"(?:mục tiêu|chỉ tiêu)[^.;:]{0,60}(?:giai đoạn|đến năm|năm)[^.;:]{0,40}", re.IGNORECASE
)


def read_period(
    title: str, plain: str, intro_end: int, date: str | None, kind: str
) -> tuple[int, int] | None:
    if kind == lx.PRESS:
        lead = plain[: min(len(plain), 600)]
        stage = _YEARS.search(lead)
        return (int(stage[1]), int(stage[2])) if stage else _years_in(title or lead, date)
    if found := _years_in(title, date):
        return found
    goal = _GOAL_LINE.search(plain, intro_end)
    return _years_in(goal.group(), date) if goal else None
