"""The line that names the kind of a document, and the title under it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from . import lexicon as lx
from .lines import Block
from .model import Span
from .patterns import phrase, squeeze, word

HEAD_BLOCKS = 60  # a head never runs longer, table cells on lines of their own included
_TITLE_LIMIT = 600
_CITES = re.compile(r"\d\s*/\s*(?:\d{4}\s*/\s*)?[A-ZĐ]|\d-[A-ZĐ]\w*/|\bsố\s*$", re.IGNORECASE)
_ENDS = re.compile(r"[.;:]\s*$|\./\.?\s*$")
_SECTION = re.compile(
    r"(?:[IVX]+\s?[.)/–-]|[A1]\s?[.)/])|(?:PHẦN|Phần|CHƯƠNG|Chương|MỤC|Mục|Điều)\s+(?:[IVX]+|\d|thứ|THỨ)"
)
_GROUNDS = re.compile(r"căn\s+cứ\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Title:
    """The kind a line prints and where, the span of its title, the index of the block below."""

    kind: str
    line: int
    span: Span | None
    after: int


def type_line(words: str) -> tuple[str, str] | None:
    """Return the kind that a line prints in capitals, and what follows on the same line."""
    bare = words.rstrip(":. ")
    for name, printed, _ in lx.DOCUMENT_TYPES:
        if bare == printed:
            return name, ""
        if (
            printed in lx.TITLED_TYPES
            and words.startswith(printed + " ")
            and not words.startswith(printed + " NÀY")
        ):
            return name, words[len(printed) :].strip(" :")
    return None


def small_type_line(words: str) -> tuple[str, str] | None:
    """Read a kind in small letters on a line of its own, where capitals were only its setting."""
    return next(
        ((name, "") for name, printed, _ in lx.DOCUMENT_TYPES if words == printed.capitalize()),
        None,
    )


def title_at(blocks: Sequence[Block], plain: str, anchor: int = 0) -> Title | None:
    """Find the line of the kind and its title.

    ``anchor`` is where the national title or the number stands: a line above it that prints a
    kind is a menu or a caption of the page around.
    """
    head = blocks[:HEAD_BLOCKS]
    for reader in (type_line, small_type_line):
        found = [i for i, b in enumerate(head) if reader(squeeze(plain[b.start : b.end]))]
        below = [i for i in found if blocks[i].start >= anchor]
        if found:
            index = (below or found)[0]
            kind, rest = reader(squeeze(plain[blocks[index].start : blocks[index].end])) or ("", "")
            above = _grounds_above(blocks, plain, index) if kind in lx.SIGNED_ABOVE else None
            if above is not None:
                # "QUYẾT ĐỊNH:" below the grounds only opens the articles: the title is lost.
                return Title(kind, blocks[above].start, None, above)
            return _titled(blocks, plain, index, kind, rest)
    return None


def _grounds_above(blocks: Sequence[Block], plain: str, index: int) -> int | None:
    """Return the index of the first ground ("Căn cứ …") above the line of the kind, if any."""
    words = [squeeze(plain[b.start : b.end]) for b in blocks[:index]]
    return next((i for i, w in enumerate(words) if _GROUNDS.match(w)), None)


def _titled(blocks: Sequence[Block], plain: str, index: int, kind: str, rest: str) -> Title:
    block = blocks[index]
    after, end = title_goes_on(blocks, plain, index + 1, rest, kind)
    if rest:
        # The words of the kind hold no word of the title, so the search cannot stop too early.
        start = plain.find(rest.split(maxsplit=1)[0], block.start + len(kind), block.end)
        return Title(kind, block.start, Span(start, end), after)
    first = next((b for b in blocks[index + 1 : after] if not _is_note(plain, b)), None)
    span = Span(first.start, end) if first and end > first.start else None
    return Title(kind, block.start, span, after)


def _is_note(plain: str, block: Block) -> bool:
    return phrase(lx.NOTE_UNDER_TITLE).match(plain, block.start, block.end) is not None


def title_goes_on(
    blocks: Sequence[Block], plain: str, index: int, sofar: str, kind: str = ""
) -> tuple[int, int]:
    """Collect the lines of a title until the opening paragraph; returns next index and end."""
    end = blocks[index - 1].end
    length = len(sofar)
    while index < len(blocks):
        words = squeeze(plain[blocks[index].start : blocks[index].end])
        if _is_note(plain, blocks[index]):
            index += 1
            continue
        if _is_authority(words, kind) and length:
            # Of a decision: who decides stands between its title and its grounds.
            while index < len(blocks) and _is_authority(
                squeeze(plain[blocks[index].start : blocks[index].end]), kind
            ):
                index += 1
            break
        if length + len(words) > _TITLE_LIMIT or not _is_title(words, first=not length):
            break
        length += len(words)
        end = blocks[index].end
        index += 1
    return index, end


def _is_authority(words: str, kind: str) -> bool:
    return (
        kind in lx.SIGNED_ABOVE and words.isupper() and word(lx.AUTHORITY).match(words) is not None
    )


def _is_title(words: str, *, first: bool) -> bool:
    """Say whether a paragraph belongs to the title and is not the opening one already."""
    if _ENDS.search(words) or _SECTION.match(words) or _GROUNDS.match(words):
        return False
    if phrase(lx.SALUTATION).match(words):
        return False
    if first or words.isupper():
        return True
    if word(lx.COMMITTEE_FORMS).match(words):
        return False
    # "thực hiện Nghị quyết số …" in small letters goes on with the title, in a capital it opens.
    opener = words[0].isupper() and word(lx.OPENERS).match(words)
    return not (opener and _CITES.search(words))


def attached_title(blocks: Sequence[Block], plain: str, after: int) -> Span | None:
    """Return the title of the plan printed below a decision, from block ``after`` on."""
    for index in range(after, len(blocks)):
        found = type_line(squeeze(plain[blocks[index].start : blocks[index].end]))
        if found and found[0] in lx.ATTACHABLE:
            return _titled(blocks, plain, index, *found).span
    return None
