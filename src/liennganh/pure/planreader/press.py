"""What only press items have: a headline among menus, orders retold in running sentences."""

import re
from collections.abc import Sequence

from . import lexicon as lx
from .bases import NUMBER
from .bodies import bodies_from
from .deadlines import iso_day
from .lines import Block
from .model import LegalBasis, Span
from .owners import subject_bodies
from .patterns import UPPER, phrase, spaced, squeeze

_FIRST_BLOCKS = 4  # a headline stands among the first lines, below a rubric at most
_HEADLINE_WORDS = 6
_HEADLINE = 300  # characters
_STOPS = (".", ";", "!", "…", "...")
_TRAIL = re.compile(r"\w\s[>»›]\s\w")  # "Trang chủ > Xã hội": where the page stands
_STAMPED = re.compile(r"\W*(?:\w+\W+){0,4}?\d{1,2}[/.:-]\d{1,2}")
_SAYS_SO = re.compile(spaced(lx.INTRODUCES_LIST) + r"\W*$", re.IGNORECASE)


# "Văn bản mới Thứ Hai, 18/02/2019, 13:50": a rubric with the time of publication.
_PUBLISHED = re.compile(r"\d{4}\s*[,|–-]?\s*\d{1,2}[:h]\d{2}\s*$")


def _is_stamp(line: str) -> bool:
    """Say whether a line is the day of publication, "Văn hóa 11/05/2024 06:37"."""
    return _STAMPED.match(line) is not None and len(line.split()) < _HEADLINE_WORDS + 2


def headline(blocks: Sequence[Block], plain: str) -> Span | None:
    """Return the headline: a line of several words without a full stop, no rubric and no date."""
    lines = [
        b
        for b in blocks[:_FIRST_BLOCKS]
        if not plain[b.start : b.end].rstrip().endswith(_STOPS)
        and b.end - b.start <= _HEADLINE
        and (b is blocks[0] or not plain[b.start : b.end].rstrip().endswith(":"))
        and not _is_stamp(plain[b.start : b.end])
        and not _PUBLISHED.search(plain[max(b.start, b.end - 24) : b.end])
        and not _TRAIL.search(plain, b.start, b.end)
    ]
    if not lines:
        return None
    block = next(
        (b for b in lines if len(plain[b.start : b.end].split()) >= _HEADLINE_WORDS), lines[0]
    )
    tail = _SAYS_SO.search(plain, block.start, block.end)
    return Span(block.start, tail.start() if tail else block.end)


_ISSUED = re.compile(
    rf"{spaced(lx.ISSUES)}\s+{spaced(lx.DOCUMENT_NOUNS)}\s+số\s*:?\s*{NUMBER.pattern}(?P<after>\s*,?\s*ngày[^.;]{{3,30}})?",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"ngày\s+(?P<d>\d{1,2})(?:\s?[/-]\s?|\s+tháng\s+)(?P<m>\d{1,2})(?:\s?[/-]\s?|\s+năm\s+)(?P<y>\d{4})",
    re.IGNORECASE,
)
_LEAD = 1_500  # the document is named in the first paragraphs


def named_document(plain: str) -> tuple[str | None, Span | None, str | None]:
    """Return number, its span and date of the document that an item says was issued."""
    match = _ISSUED.search(plain[:_LEAD])
    if not match:
        return None, None, None
    ahead = plain[max(0, match.start() - 160) : match.start()].rpartition(". ")[2]
    day = _DAY.search(match["after"] or "") or next(iter(_DAY.finditer(ahead)), None)
    date = iso_day(day["d"], day["m"], day["y"]) if day else None
    return re.sub(r"\s", "", match[1]), Span(match.start(1), match.end(1)), date


_STAMP_DAY = re.compile(r"(?<![\d/])(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)")


def published_on(blocks: Sequence[Block], plain: str) -> str | None:
    """Return the day of publication where a line by the headline prints it, as ISO."""
    for block in blocks[:_FIRST_BLOCKS]:
        line = plain[block.start : block.end]
        if _is_stamp(line) and (day := _STAMP_DAY.search(line)):
            return iso_day(*day.groups())
    return None


_CARRIES_OUT = re.compile(rf"(?<!\w){spaced(lx.CARRIES_OUT)}\s[^.;]{{0,140}}?$", re.IGNORECASE)
_AGAIN = re.compile(spaced(lx.DOCUMENT_NOUNS) + r"(?:\s+số)?\s*:?\s*$", re.IGNORECASE)


def carried_out(plain: str, end: int, own: str | None) -> tuple[LegalBasis, ...]:
    """Read the numbers that the lead says are carried out, up to ``end``; not its ``own``."""
    found: dict[str, LegalBasis] = {}
    for match in NUMBER.finditer(plain, 0, end):
        number = re.sub(r"\s", "", match[1])
        ahead = plain[max(0, match.start() - 180) : match.start()]
        if number != own and _AGAIN.search(ahead) and _CARRIES_OUT.search(ahead):
            found.setdefault(number, LegalBasis(match.start(1), match.end(1), number))
    return tuple(found.values())


_SENTENCE = re.compile(rf"(?<=[.;])\s+(?=[{UPPER}])|(?<=;)\s+")
_LINK = re.compile(spaced(lx.LINKS) + r"\s*[,:]?\s+", re.IGNORECASE)
_ORDERS = re.compile(
    rf"(?:{spaced(lx.COMMITTEE_FORMS)}|{spaced(lx.AUTHORITY)}|tỉnh|thành\s+phố|huyện)[^.;,]{{0,60}}?\s+(?:yêu\s+cầu|giao|đề\s+nghị|chỉ\s+đạo)\s+(?=\S)",
    re.IGNORECASE,
)
_COMMITTEE = phrase(
    lx.COMMITTEE_FORMS + r" (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường)(?: .{1,30})?"
)


def told_of(words: str) -> list[str]:
    """Return the bodies that the sentences of a paragraph set to work, in order.

    Both "UBND tỉnh giao Sở Y tế chủ trì …" and "Sở Y tế hướng dẫn …" do; what the issuing
    committee itself does is news, not work.
    """
    names: list[str] = []
    for sentence in _SENTENCE.split(words):
        link = _LINK.match(sentence)
        part = sentence[link.end() :] if link else sentence
        order = _ORDERS.search(part)
        ordered = bodies_from(part, order.end())[0] if order else []
        subject = [n for n in subject_bodies(part)[0] if not _COMMITTEE.fullmatch(squeeze(n))]
        # "Công an tỉnh chỉ đạo lực lượng …": who directs others does the work.
        names += [n for n in subject or ordered if n not in names]
    return names
