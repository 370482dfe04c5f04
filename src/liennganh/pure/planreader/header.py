"""The head of a document: kind, number, issuer, date, title, and the years it covers."""

import re
from collections.abc import Sequence
from dataclasses import replace

from . import lexicon as lx
from .covered import covered_years
from .dateline import Dateline, Number, attached_note, is_dateline, own_number, read_dateline
from .issuer import read_issuer
from .letters import letter_subject
from .lines import Block
from .model import Header, Span
from .patterns import phrase, spaced, squeeze
from .press import headline, named_document, published_on
from .secrecy import stamp_of
from .titles import HEAD_BLOCKS, Title, attached_title, title_at, title_goes_on

_NATIONAL = re.compile(spaced(lx.NATIONAL_TITLE), re.IGNORECASE)
_BREAK = re.compile(r"<br\s?/?>", re.IGNORECASE)  # a line of a cell, as Markdown tables keep it
_HEAD_LIMIT = 3000  # characters
_NOTE_LIMIT = 6000


def head_end(blocks: Sequence[Block], plain: str) -> int:
    """Return the index of the first block after the head (number, motto, dateline, title)."""
    if title := title_at(blocks, plain, _anchor(blocks, plain)):
        return title.after
    after = _after_salutation(blocks, plain)
    if after:
        return after
    after = _after_dateline(blocks, plain)
    return title_goes_on(blocks, plain, after, "")[0] if after else 0


def _anchor(blocks: Sequence[Block], plain: str) -> int:
    """Return where the head surely is: its national title or its dateline; 0 where both are lost."""
    limit = blocks[min(len(blocks), HEAD_BLOCKS) - 1].end if blocks else 0
    if national := _NATIONAL.search(plain, 0, limit):
        return national.start()
    for block in blocks[:HEAD_BLOCKS]:
        if is_dateline(squeeze(plain[block.start : block.end])):
            return block.start
    return 0


_ADDRESSEE = re.compile(r"\s*(?:[-+•–]|\d{1,2}\s?[.)]|[a-zđ]\))\s*[^.;]{1,400}[;,.]?\s*$")


def _after_salutation(blocks: Sequence[Block], plain: str) -> int:
    """Return the index of the first block after "Kính gửi" and the list of those addressed."""
    for index, block in enumerate(blocks[:HEAD_BLOCKS]):
        words = squeeze(plain[block.start : block.end])
        if not phrase(lx.SALUTATION).search(words):
            continue
        after = index + 1
        while after < len(blocks) and _ADDRESSEE.match(
            plain[blocks[after].start : blocks[after].end]
        ):
            after += 1
        return after
    return 0


def _after_dateline(blocks: Sequence[Block], plain: str) -> int:
    for index, block in enumerate(blocks[:HEAD_BLOCKS]):
        if is_dateline(squeeze(plain[block.start : block.end])):
            return index + 1
    return 0


def read_secrecy(blocks: Sequence[Block], plain: str) -> str | None:
    """Return a secrecy stamp that stands alone in the head of the document, or None."""
    for block in blocks[:HEAD_BLOCKS]:
        for line in re.split(r"\s{2,}", plain[block.start : block.end]):
            if level := stamp_of(line.strip()):
                return level
    return None


def read_header(blocks: Sequence[Block], text: str, plain: str, intro_end: int) -> Header:
    """Read the head. ``intro_end`` is where the opening paragraphs end, for what the head lost."""
    title = title_at(blocks, plain, _anchor(blocks, plain))
    head = _head_text(blocks, text, plain, title)
    number, dated = own_number(head), read_dateline(head)
    found = _kind_and_title(blocks, plain, head, title, number, dated)
    if _is_annex(plain):
        # An annex that stands alone speaks for the document it was issued with.
        found = replace(found, type=_noted_kind(plain))
    if found.type == lx.PRESS:
        return _press_header(found, blocks, plain, intro_end)
    header = _with_issue(found, head, plain, number, dated)
    if not header.number and not header.issuer:
        header = _with_note(header, plain)
    if title and title.kind not in lx.ATTACHABLE:
        header = _with_attached(header, blocks, plain, title)
    period = covered_years(header, plain, intro_end)
    known = sum(v is not None for v in (header.number, header.issuer, header.date, header.title))
    return replace(header, period=period, confidence=known / 4)


def _head_text(blocks: Sequence[Block], text: str, plain: str, title: Title | None) -> str:
    """Return what stands above the kind, or above the salutation, with line ends and bars."""
    if title:
        stop = title.line
    else:
        stop = min(blocks[min(len(blocks), HEAD_BLOCKS) - 1].end if blocks else 0, _HEAD_LIMIT)
        if salutation := phrase(lx.SALUTATION).search(plain, 0, stop):
            stop = salutation.start()
    shown = "".join(a if a in "\n|" else b for a, b in zip(text[:stop], plain[:stop], strict=True))
    return _BREAK.sub(lambda m: "|".ljust(len(m.group())), shown)


def _kind_and_title(
    blocks: Sequence[Block],
    plain: str,
    head: str,
    title: Title | None,
    number: Number | None,
    dated: Dateline | None,
) -> Header:
    if title:
        return _headed(title.kind, plain, title.span)
    addressed = phrase(lx.SALUTATION).match(plain, len(head)) is not None
    if subject := letter_subject(head, dated.whole if dated else None, addressed=addressed):
        return Header(lx.LETTER, title=subject[1], spans={"title": subject[0]})
    if not number and not dated:
        return _without_head(blocks, plain)
    mark = number.mark.split("-", maxsplit=1)[0].split("/", maxsplit=1)[0] if number else ""
    kind = next((name for name, _, short in lx.DOCUMENT_TYPES if mark == short), lx.LETTER)
    after = _after_dateline(blocks, plain)
    _, end = title_goes_on(blocks, plain, after, "") if after else (0, 0)
    if after and after < len(blocks) and end > blocks[after].start:
        return _headed(kind, plain, Span(blocks[after].start, end))
    return Header(kind)


def _headed(kind: str, plain: str, span: Span | None) -> Header:
    if span is None:
        return Header(kind)
    return Header(kind, title=squeeze(plain[span.start : span.end]), spans={"title": span})


_SECTION = re.compile(r"\s*(?:(?:Mục|MỤC|PHẦN|Phần)\s+)?[IVX]{1,5}\s*[.:/–-]\s*\S")


def _without_head(blocks: Sequence[Block], plain: str) -> Header:
    """Tell a press item from a plan that has lost its head but kept title and sections."""
    first = headline(blocks, plain)
    if first is None:
        return Header(lx.PRESS)
    sections = any(_SECTION.match(plain, b.start, b.end) for b in blocks)
    lost = sections and plain[first.start : first.end].isupper()
    return _headed(lx.DOCUMENT_TYPES[0][0] if lost else lx.PRESS, plain, first)


def _press_header(found: Header, blocks: Sequence[Block], plain: str, intro_end: int) -> Header:
    number, where, date = named_document(plain)
    date = date or published_on(blocks, plain)
    if where:
        found.spans["number"] = where
    period = covered_years(replace(found, date=date), plain, intro_end)
    known = sum(v is not None for v in (number, date, found.title))
    return replace(found, number=number, date=date, period=period, confidence=known / 4)


def _with_issue(
    header: Header, head: str, plain: str, number: Number | None, dated: Dateline | None
) -> Header:
    """Add number, date, place and issuer as the head prints them."""
    spans = dict(header.spans)
    taken = []
    if number:
        taken.append(number.whole)
        if number.printed:
            spans["number"] = number.span
    if dated:
        taken.append(dated.whole)
        spans["date"] = dated.span
    if header.type == lx.LETTER and "title" in spans:
        taken.append(spans["title"])
    issuer, where = read_issuer(
        head, number.mark if number else "", dated.place if dated else None, plain, tuple(taken)
    )
    if where:
        spans["issuer"] = where
    return replace(
        header,
        number=number.printed if number else None,
        issuer=issuer,
        date=dated.date if dated else None,
        place=dated.place if dated else None,
        spans=spans,
    )


def _is_annex(plain: str) -> bool:
    return (
        phrase(r"\W*" + lx.ANNEX).match(plain) is not None
        and attached_note(plain[:_NOTE_LIMIT]) is not None
    )


def _noted_kind(plain: str) -> str:
    note = attached_note(plain[:_NOTE_LIMIT])
    return note.kind if note else lx.PRESS


def _with_note(header: Header, plain: str) -> Header:
    """Take from "(Ban hành kèm theo Quyết định số …)" what a plan without a head lacks."""
    note = attached_note(plain[:_NOTE_LIMIT])
    if note is None:
        return header
    spans = {**header.spans, "number": note.number.span}
    return replace(
        header,
        number=note.number.printed,
        issuer=note.issuer,
        date=header.date or note.date,
        spans=spans,
    )


def _with_attached(header: Header, blocks: Sequence[Block], plain: str, title: Title) -> Header:
    span = attached_title(blocks, plain, title.after)
    if span is None:
        return header
    spans = {**header.spans, "attached": span}
    return replace(header, attached=squeeze(plain[span.start : span.end]), spans=spans)
