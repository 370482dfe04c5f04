"""The years a plan covers: from its title, the sentence that issues it, or its goals."""

import re

from . import lexicon as lx
from .model import Header
from .patterns import spaced, squeeze
from .years import read_period

# The day of a document that a title cites says nothing of the years of the plan itself.
_DAY = re.compile(
    r"ngày\s+\d{1,2}(?:\s?[/.-]\s?|\s+tháng\s+)\d{1,2}(?:\s?[/.-]\s?|\s+năm\s+)\d{4}", re.IGNORECASE
)
_ISSUES = re.compile(spaced(lx.ISSUES_PLAN), re.IGNORECASE)
_APPROVES = re.compile(rf"Điều\s+1\s?[.:]?\s*{spaced(lx.APPROVES_PLAN)}", re.IGNORECASE)
_CLAUSE = re.compile(r"[^.;:]{0,300}")
_OUTLOOK = re.compile(spaced(lx.OUTLOOK) + r"\s+(\d{4})", re.IGNORECASE)
_UNTIL = re.compile(r"(?<!\w)đến\s+(?:hết\s+|cuối\s+)?năm\s+(20\d{2})(?!\d)", re.IGNORECASE)
_LAST_WORD = re.compile(r"(?<![\d–—-])(?<![–—-]\s)(?<!năm\s)(?<![/.])(20\d{2})$")
_APART = 15  # years; a goal farther off is a vision, not the plan


def covered_years(header: Header, plain: str, intro_end: int) -> tuple[int, int] | None:
    """Return first and last year that the plan covers, or None where none is stated."""
    title = _DAY.sub("", header.title or "")
    kind = header.type or ""
    if kind == lx.PRESS:
        return read_period(title, plain, intro_end, header.date, kind)
    if closing := _LAST_WORD.search(title):
        title = f"{title[: closing.start()]}năm {closing[1]}"
    for words in (title, _DAY.sub("", header.attached or ""), *_issued(plain, intro_end)):
        if words and (found := read_period(words, "", 0, header.date, kind)):
            return _with_outlook(found, words)
    return read_period("", plain, intro_end, header.date, kind) or _last_goal(
        plain, intro_end, header.date
    )


def _issued(plain: str, intro_end: int) -> tuple[str, ...]:
    """Return how the plan names itself: "… xây dựng Kế hoạch … đến hết năm 2015 như sau:"."""
    found = [plain[m.end() : intro_end] for m in list(_ISSUES.finditer(plain, 0, intro_end))[-1:]]
    if article := _APPROVES.search(plain):
        found.append(plain[article.end() : article.end() + 400])
    clauses = (_CLAUSE.match(part) for part in found)
    return tuple(_DAY.sub("", squeeze(c.group())) for c in clauses if c)


def _with_outlook(found: tuple[int, int], words: str) -> tuple[int, int]:
    """Of "đến năm 2025, định hướng đến năm 2030" take the later year."""
    later = [int(y) for y in _OUTLOOK.findall(words)]
    return found[0], max([found[1], *later])


def _last_goal(plain: str, intro_end: int, date: str | None) -> tuple[int, int] | None:
    """Take the year by which the farthest goal is set, from the year of issue on."""
    if not date:
        return None
    first = int(date[:4])
    years = [int(y) for y in _UNTIL.findall(plain, intro_end)]
    ahead = [y for y in years if first <= y <= first + _APART]
    return (first, max(ahead)) if ahead else None
