"""Parts the lines of a head, which offices print one under the other without a blank line."""

import re
from collections.abc import Sequence
from itertools import pairwise

from . import lexicon as lx
from .dateline import is_dateline, own_number
from .lines import Block, plain_of
from .patterns import phrase, spaced, squeeze, word
from .titles import HEAD_BLOCKS, type_line

_LINE = re.compile(r"[^\n]+")
_SECTION = re.compile(r"\s*(?:[IVX]+\.|Điều\s+\d)")
_BEGINS = re.compile(rf"\s*(?:{lx.LETTER_SUBJECT}|{spaced(lx.SALUTATION)})", re.IGNORECASE)


def cut_head(blocks: Sequence[Block], text: str) -> tuple[Block, ...]:
    """Cut the first paragraphs where a line of the head stands alone; the rest stays as it is.

    Number, motto, dateline and kind are one line each; the opening paragraph begins on a new one.
    """
    out: list[Block] = []
    titled = False
    for index, block in enumerate(blocks):
        if index >= HEAD_BLOCKS or block.row or "\n" not in text[block.start : block.end]:
            out.append(block)
            titled = titled or type_line(_words(text[block.start : block.end])) is not None
            continue
        pieces, titled = _cut(block, text, titled=titled)
        out += pieces
    return tuple(out)


def _words(raw: str) -> str:
    return squeeze(plain_of(raw))


def _cut(block: Block, text: str, *, titled: bool) -> tuple[list[Block], bool]:
    edges = [block.start]
    alone = True
    opened = False
    for match in _LINE.finditer(text, block.start, block.end):
        words = _words(match.group())
        if not words:
            continue
        kind = type_line(words) is not None
        opening = titled and not opened and _opens(words)
        begins = (
            kind
            or opening
            or own_number(match.group()) is not None
            or _BEGINS.match(words)
            or _SECTION.match(words)
            or phrase(lx.NOTE_UNDER_TITLE).match(words)
        )
        if match.start() > edges[-1] and (alone or begins):
            edges.append(match.start() + len(match.group()) - len(match.group().lstrip()))
        opened = opened or opening
        titled = titled or kind
        alone = kind or _is_motto(words) or is_dateline(words)
    bounds = [*edges, block.end]
    pieces = [
        Block(a, a + len(text[a:b].rstrip()), block.bold, block.hashes if a == block.start else 0, row=False)
        for a, b in pairwise(bounds)
    ]  # fmt: skip
    return pieces, titled


def _opens(words: str) -> bool:
    return words[0].isupper() and not words.isupper() and word(lx.OPENERS).match(words) is not None


def _is_motto(words: str) -> bool:
    return phrase(lx.MOTTO + r"\W*$").search(words) is not None
