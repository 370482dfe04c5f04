"""From sections and header to the official document as a value."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from liennganh.drafting.header import Header
from liennganh.pure.officialdocs import (
    Appendix,
    Block,
    Heading,
    Level,
    OfficialDocument,
    Signature,
    bullet,
    paragraph,
)
from liennganh.pure.officialdocs.numbering import POINT_LETTERS

KIND = "Báo cáo"
_CLAUSE = re.compile(r"^(\d{1,2})\.\s+(.+)$")
_POINT = re.compile(r"^([a-zđ])\)\s+(.+)$")
_BULLET = re.compile(r"^([-–+])\s+(.+)$")
_LONGEST_TITLE = 120


def blocks_of(text: str) -> Iterator[Block]:
    """Read edited text line by line: "1. " a clause, "a) " a point, "- " and "+ " bullets.

    A short clause that does not end like a sentence is a title and printed bold (II.6.đ).
    """
    for raw in text.splitlines():
        line = raw.strip()
        if not line:
            continue
        if clause := _CLAUSE.match(line):
            yield _clause(int(clause[1]), clause[2], line)
        elif (point := _POINT.match(line)) and point[1] in POINT_LETTERS:
            yield Heading(Level.LETTER, POINT_LETTERS.index(point[1]) + 1, text=point[2])
        elif found := _BULLET.match(line):
            yield bullet(found[2], 2 if found[1] == "+" else 1)
        else:
            yield paragraph(line)


def _clause(ordinal: int, said: str, line: str) -> Block:
    if ordinal < 1:
        return paragraph(line)
    if len(said) <= _LONGEST_TITLE and said[-1] not in ".;:":
        return Heading(Level.ARABIC, ordinal, title=said)
    return Heading(Level.ARABIC, ordinal, text=said)


def body_of(sections: Iterable[Mapping[str, Any]]) -> tuple[Block, ...]:
    """Return the text of the report; sections with a heading get a Roman number."""
    blocks: list[Block] = []
    ordinal = 0
    for section in sections:
        if section["heading"]:
            ordinal += 1
            blocks.append(Heading(Level.ROMAN, ordinal, section["heading"]))
        blocks += blocks_of(section["text"])
    return tuple(blocks)


def document_of(
    header: Header,
    sections: Iterable[Mapping[str, Any]],
    appendices: tuple[Appendix, ...],
    *,
    year: int,
    number: str = "",
    issued_on: dt.date | None = None,
) -> OfficialDocument:
    """Return the report as a document; without number and day these stay the blanks of a draft."""
    return OfficialDocument(
        superior=header.superior or None,
        issuer=header.issuer,
        issuer_in_text=header.issuer_in_text or None,
        number=number or None,
        symbol=header.symbol,
        place=header.place,
        date=issued_on,
        year=year,
        kind=KIND,
        subject=header.subject,
        addressees=header.addressees,
        body=body_of(sections),
        signature=Signature(header.authority or None, header.titles, header.signer or None),
        recipients=header.recipients,
        appendices=appendices,
    )
