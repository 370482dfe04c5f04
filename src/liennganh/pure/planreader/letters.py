"""The subject of a letter: what stands after "V/v", below its number and beside its dateline."""

import re

from . import lexicon as lx
from .dateline import is_dateline, own_number
from .lines import is_rule
from .model import Span
from .patterns import phrase, spaced, squeeze

_SUBJECT = re.compile(rf"(?<!\w)(?:{lx.LETTER_SUBJECT})", re.IGNORECASE)
_LINE_SUBJECT = re.compile(
    rf"(?<=\n)[ ]{{0,40}}(?:{spaced(lx.LETTER_SUBJECT_LINE)})", re.IGNORECASE
)
_CELL_END = re.compile(r"\||\n|\s{4,}")
_STOPS = re.compile(r"[.;:]\s*$")
_LINES = 8  # no subject runs over more


def letter_subject(head: str, dated: Span | None, *, addressed: bool) -> tuple[Span, str] | None:
    """Return span and words of a letter's subject.

    ``head`` is the text above the salutation with its line ends and bars; the dateline at ``dated``
    may stand in the middle of the subject, where two columns share a line. ``addressed``: somebody
    is addressed, so that "Về việc …" alone is a subject too.
    """
    match = _SUBJECT.search(head) or (_LINE_SUBJECT.search(head) if addressed else None)
    if not match:
        return None
    parts: list[tuple[int, int]] = []
    at = match.end()
    for count in range(_LINES):
        stop = _CELL_END.search(head, _after_space(head, at))
        end = stop.start() if stop else len(head)
        parts += _without(at, end, dated)
        if not stop or stop.group() == "|":
            break
        at = stop.end()
        # A second cell of the same line is another column: go on below it.
        if stop.group()[0] == " ":
            line_end = head.find("\n", stop.end())
            if line_end < 0:
                break
            at = line_end + 1
        at = _next_line(head, at)
        if not _goes_on(head, at, count):
            break
    return _joined(head, parts)


def _after_space(head: str, at: int) -> int:
    while at < len(head) and head[at] in " .:\n":
        at += 1
    return at


def _without(at: int, end: int, dated: Span | None) -> list[tuple[int, int]]:
    if not dated or dated.end <= at or dated.start >= end:
        return [(at, end)]
    return [(at, dated.start), (dated.end, end)]


def _next_line(head: str, at: int) -> int:
    """Skip blank lines where what follows them goes on in a small letter."""
    rest = head[at:]
    words = rest.lstrip(" \n")
    return at + len(rest) - len(words) if words[:1].islower() else at


def _goes_on(head: str, at: int, count: int) -> bool:
    """Say whether the next line goes on with the subject and is no other part of the head."""
    line = head[at:].split("\n", 1)[0]
    words = squeeze(line.split("|", 1)[0])
    if not words or is_rule(words):
        return False
    if phrase(lx.SALUTATION).match(words) or own_number(line) or is_dateline(words):
        return False
    if words.isupper() or phrase(lx.MOTTO).search(words):
        return False
    return count < _LINES - 1 and not words.startswith(("-", "+"))


def _joined(head: str, parts: list[tuple[int, int]]) -> tuple[Span, str] | None:
    words = squeeze(" ".join(head[a:b] for a, b in parts)).strip(" .:;*")
    filled = [(a, b) for a, b in parts if head[a:b].strip()]
    if not words or not filled:
        return None
    start = filled[0][0]
    while head[start] in " .:\n":
        start += 1
    end = filled[-1][1]
    return Span(start, start + len(head[start:end].rstrip())), words
