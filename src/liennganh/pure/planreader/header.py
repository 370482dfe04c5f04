"""The head of a document: kind, number, issuer, date, title, and the years it covers."""

# ruff: noqa: PLR2004 - small lengths and distances in characters, explained where they stand

import re
from collections.abc import Sequence

from . import lexicon as lx
from .issuer import read_issuer
from .lines import Block
from .model import Header, Span
from .patterns import phrase, squeeze, word
from .press import headline, named_document
from .titles import type_line
from .years import read_period

_NUMBER = re.compile(
    r"\bSố\s*:?\s*(\d{0,5}[a-zA-Z]?(?:\s?/\s?(?:19|20)\d{2})?)\s*[/-]\s*([A-ZĐ][\wĐ]*(?:\s?[-–/&]\s?[A-ZĐ][\wĐ&]*)*)"
)
_DATELINE = re.compile(
    r"([^\d,|;:]{2,60}?)\s*,\s*ngày\s*(\d{1,2}|[.…\s]*)\s*tháng\s*(\d{1,2}|[.…\s]*)\s*năm\s*(\d{4})",
    re.IGNORECASE,
)
_STAMP = re.compile(r"[\s|*\[\]_-]*(" + "|".join(lx.SECRECY) + r")[\s|*\[\]_-]*")
_ENDS = re.compile(r"[.;:,]\s*$|\./\.?\s*$")
_CITES = re.compile(r"\d+\s*/\s*(?:\d{4}\s*/\s*)?[A-ZĐ]")
_HEAD_BLOCKS = 45  # a head never runs longer, table cells on lines of their own included
_TITLE_LIMIT = 600


def head_end(blocks: Sequence[Block], plain: str) -> int:
    """Return the index of the first block after the head (number, motto, dateline, title)."""
    if title := _title_at(blocks, plain):
        return title[2]
    after = _after_salutation(blocks, plain)
    if after:
        return after
    after = _after_dateline(blocks, plain)
    return _title_goes_on(blocks, plain, after, "")[0] if after else 0


def _after_salutation(blocks: Sequence[Block], plain: str) -> int:
    """Return the index of the first block after "Kính gửi" and the list of those addressed."""
    for index, block in enumerate(blocks[:_HEAD_BLOCKS]):
        words = squeeze(plain[block.start : block.end])
        if not phrase(lx.SALUTATION).search(words):
            continue
        after = index + 1
        while after < len(blocks) and _ADDRESSEE.match(
            plain, blocks[after].start, blocks[after].end
        ):
            after += 1
        return after
    return 0


_ADDRESSEE = re.compile(r"\s*[-+•–]\s*\S")


def _after_dateline(blocks: Sequence[Block], plain: str) -> int:
    for index, block in enumerate(blocks[:_HEAD_BLOCKS]):
        if _DATELINE.search(plain[block.start : block.end]):
            return index + 1
    return 0


def _title_at(blocks: Sequence[Block], plain: str) -> tuple[str, Span | None, int] | None:
    """Find the line of the kind and the title under it: kind, span of the title, next block."""
    for index, block in enumerate(blocks[:_HEAD_BLOCKS]):
        words = squeeze(plain[block.start : block.end])
        found = type_line(words)
        if not found:
            continue
        name, rest = found
        start, end = (block.end - len(plain[block.start : block.end].rstrip()), block.end)
        if rest:
            offset = plain.find(rest.split()[0], block.start + len(name))
            return name, Span(offset, block.end), _title_goes_on(blocks, plain, index + 1, rest)[0]
        after, end = _title_goes_on(blocks, plain, index + 1, "")
        if after == index + 1:
            return name, None, after
        start = blocks[index + 1].start
        return name, Span(start, end), after
    return None


def _title_goes_on(blocks: Sequence[Block], plain: str, index: int, sofar: str) -> tuple[int, int]:
    """Collect the lines of a title until the opening paragraph; returns next index and end."""
    end = blocks[index - 1].end
    length = len(sofar)
    while index < len(blocks):
        raw = plain[blocks[index].start : blocks[index].end]
        words = squeeze(raw)
        opening = word(lx.OPENERS).match(words) and (_CITES.search(words) or _ENDS.search(words))
        if (
            opening
            or _ENDS.search(words)
            or length + len(words) > _TITLE_LIMIT
            or re.match(r"(?:[IVX]+|1)\.", words)
        ):
            break
        if words.startswith("(") and re.match(r"\((?:kèm|ban hành)", words, re.IGNORECASE):
            index += 1
            continue
        if words.isupper() and word(lx.AUTHORITY).match(words) and length:
            # Of a decision: who decides stands between its title and its grounds.
            index += 1
            break
        if word(lx.COMMITTEE_FORMS).match(words) and not words.isupper():
            break
        length += len(words)
        end = blocks[index].end
        index += 1
    return index, end


def read_secrecy(blocks: Sequence[Block], plain: str) -> str | None:
    """Return a secrecy stamp that stands alone in the head of the document, or None."""
    for block in blocks[:_HEAD_BLOCKS]:
        for line in re.split(r"\s{2,}", plain[block.start : block.end]):
            if match := _STAMP.fullmatch(line.strip()):
                return match[1]
    return None


def read_header(blocks: Sequence[Block], text: str, plain: str, intro_end: int) -> Header:
    """Read the head. ``intro_end`` is where the opening paragraphs end, for what the head lost."""
    spans: dict[str, Span] = {}
    limit = blocks[min(len(blocks), _HEAD_BLOCKS) - 1].end if blocks else 0
    found = _title_at(blocks, plain)
    head_stop = found[1].start if found and found[1] else min(limit, 3000)
    head = plain[:head_stop]
    if not found and (salutation := phrase(lx.SALUTATION).search(head)):
        head = head[: salutation.start()]
    number, mark = _read_number(head, spans)
    date, place = _read_date(head, spans)
    kind, title = _kind_and_title(blocks, plain, found, mark, date, spans)
    issuer = None
    if kind == lx.PRESS:
        number, where, date = named_document(plain)
        if where:
            spans["number"] = where
    else:
        issuer = read_issuer(text, head, mark, place, plain, spans)
    period = read_period(title or "", plain, intro_end, date, kind)
    known = sum(v is not None for v in (number, issuer, date, title))
    return Header(kind, number, issuer, date, title, period, place, spans, known / 4)


def _read_number(head: str, spans: dict[str, Span]) -> tuple[str | None, str]:
    match = _NUMBER.search(head)
    if not match:
        return None, ""
    mark = re.sub(r"\s", "", match[2])
    if not match[1]:
        return None, mark
    spans["number"] = Span(match.start(1), match.end(2))
    return f"{match[1].replace(' ', '')}/{mark}", mark


def _read_date(head: str, spans: dict[str, Span]) -> tuple[str | None, str | None]:
    """Return the date as far as printed ("2023-02" where the day is blank) and the place."""
    match = None
    for candidate in _DATELINE.finditer(head):
        # "Căn cứ Quyết định …, ngày …" is no dateline: a place is a short name in capitals.
        name = _place_name(candidate[1])
        if name[:1].isupper() and len(name) < 40 and not _CITES.search(name):
            match = candidate
            break
    if not match:
        return None, None
    spans["date"] = Span(match.start(2) - len("ngày "), match.end())
    year, month, day = match[4], match[3].strip(" .…"), match[2].strip(" .…")
    parts = [year]
    if month.isdigit() and 1 <= int(month) <= 12:
        parts.append(f"{int(month):02d}")
        if day.isdigit() and 1 <= int(day) <= 31:
            parts.append(f"{int(day):02d}")
    return "-".join(parts), _place_name(match[1])


def _place_name(raw: str) -> str:
    """Keep the last run of the cell before the date: columns may share its line."""
    run = phrase(lx.MOTTO_END).split(raw)[-1]
    words: list[str] = []
    for token in reversed(run.split()):
        if not (
            token in _JOINTS
            or token in _SHORT_LEVELS
            or (token[0].isupper() and not (token.isupper() and len(token) > 1))
        ):
            break
        words.insert(0, token)
        if token in _SHORT_LEVELS:
            break
    while words and words[0] in _JOINTS:
        del words[0]
    return " ".join(words)


_JOINTS = frozenset({"-", "–"})
_SHORT_LEVELS = frozenset({"TP.", "TP", "TX.", "TX", "Tp.", "Tp"})


def _kind_and_title(
    blocks: Sequence[Block],
    plain: str,
    found: tuple[str, Span | None, int] | None,
    mark: str,
    date: str | None,
    spans: dict[str, Span],
) -> tuple[str, str | None]:
    if found:
        kind, span, _ = found
        if span:
            spans["title"] = span
        return kind, squeeze(plain[span.start : span.end]) if span else None
    subject = _letter_subject(blocks, plain)
    if subject:
        spans["title"] = subject
        return lx.LETTER, squeeze(plain[subject.start : subject.end])
    by_mark = next(
        (name for name, _, short in lx.DOCUMENT_TYPES if mark.split("-", maxsplit=1)[0] == short),
        None,
    )
    if not mark and not date:
        first = headline(blocks, plain)
        if first:
            spans["title"] = first
            if _has_sections(blocks, plain) and plain[first.start : first.end].isupper():
                # A plan that has lost its head keeps its title in capitals and its sections.
                return lx.DOCUMENT_TYPES[0][0], squeeze(plain[first.start : first.end])
        return lx.PRESS, squeeze(plain[first.start : first.end]) if first else None
    after = _after_dateline(blocks, plain)
    _, end = _title_goes_on(blocks, plain, after, "") if after else (0, 0)
    title = None
    if after and after < len(blocks) and end > blocks[after].start:
        spans["title"] = Span(blocks[after].start, end)
        title = squeeze(plain[blocks[after].start : end])
    return by_mark or lx.LETTER, title


_SECTION = re.compile(r"\s*(?:(?:Mục|MỤC|PHẦN|Phần)\s+)?[IVX]{1,5}\s*[.:]\s*\S")


def _has_sections(blocks: Sequence[Block], plain: str) -> bool:
    return any(_SECTION.match(plain, b.start, b.end) for b in blocks)


def _letter_subject(blocks: Sequence[Block], plain: str) -> Span | None:
    """Return the span of what follows "V/v", to the end of its paragraph or the salutation."""
    for index, block in enumerate(blocks[:_HEAD_BLOCKS]):
        line = plain[block.start : block.end]
        match = phrase(lx.LETTER_SUBJECT).search(line)
        if not match or match.start() > 200:
            continue
        start = block.start + match.end()
        end = block.end
        for more in blocks[index + 1 : index + 6]:
            words = squeeze(plain[more.start : more.end])
            if (
                phrase(lx.SALUTATION).search(words)
                or _DATELINE.search(words)
                or _ENDS.search(words)
            ):
                break
            if not words[:1].islower():
                break
            end = more.end
        while start < end and plain[start] in " .:":
            start += 1
        cut = phrase(lx.SALUTATION).search(plain, start, end)
        return Span(start, cut.start() if cut else end)
    return None
