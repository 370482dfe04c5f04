"""Normalising, and putting hard-wrapped lines back into paragraphs.

Every stage works on two strings of equal length: ``text`` (NFC, as shown to people) and ``plain``,
in which Markdown marks, table bars and line ends are spaces. Offsets are therefore the same in both,
and no stage needs a table of positions.
"""

# ruff: noqa: PLR2004 - small lengths and distances in characters, explained where they stand
# ruff: noqa: PLR0911 - a chain of rules, each with its own answer, reads best with early returns

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise

from .bodies import begins_action
from .owners import heading_bodies
from .patterns import LOWER, UPPER

# Characters that print nothing and would split a word: zero-width marks, soft hyphen, BOM.
_INVISIBLE = re.compile(r"[\u200b-\u200d\u2060\ufeff\u00ad]")
_ODD_SPACES = re.compile(r"[\u00a0\u2000-\u200a\u202f\u205f\u3000\t\x0b\x0c\x1c-\x1f\x85]")
_LINE = re.compile(r"[^\n]*\n?")
# Markdown: emphasis, heading marks at the start of a line, HTML comments left by word processors.
_MARKS = re.compile(r"\*+|(?m:^[ ]*#+)|__+|<!--[^>\n]{0,200}-->|\||\\(?=[-*#_.])")
_RULE = re.compile(r"[\s\-_=*|:#.…]*")
_MARKER = re.compile(
    rf"\s*(?:[-–—+•●▪◦*·](?=\s|[{UPPER}“\"])"  # a bullet
    r"|(?:[IVXLC]{1,6}|[A-ZĐ]|\d{1,2}(?:\.\d{1,2}){0,3})(?:/(?=\s)|[.)](?=\s|[^\W\d]))"  # I. A. 1. 1.2. 1) 1/
    r"|\d{1,2}(?:\.\d{1,2}){1,3}\s"  # 1.2 without a closing point
    r"|[a-zđ]{1,2}\d?[.)](?=\s|\S)"  # a) đ) a1) a.
    r"|(?:Điều|Phần|PHẦN|Chương|CHƯƠNG|Mục)\s+(?:[IVX]+|\d+|thứ)\b)"
)
_TERMINAL = (".", ";", ":", "!", "?", "…", "./")
_GLUED_DASH = re.compile(rf"\s*[-–]\s*(?:\d{{4}}|[{LOWER}])")


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph: a bullet, a heading, a table row or a run of wrapped lines."""

    start: int
    end: int
    bold: bool
    hashes: int
    row: bool


def normalise(text: str) -> str:
    """Return the text in NFC with plain line ends and without invisible characters."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    text = text.replace("\u2029", "\n").replace("\x00", " ")
    # A lone surrogate cannot be stored or sent: it becomes the replacement character.
    text = text.encode("utf-8", "replace").decode("utf-8") if _has_surrogate(text) else text
    return unicodedata.normalize("NFC", _ODD_SPACES.sub(" ", _INVISIBLE.sub("", text)))


def _has_surrogate(text: str) -> bool:
    return any("\ud800" <= c <= "\udfff" for c in text) if not text.isascii() else False


def plain_of(text: str) -> str:
    """Return a string of the same length with marks and line ends as spaces."""
    bare = _MARKS.sub(lambda m: " " * (m.end() - m.start()), text)
    return bare.replace("\n", " ")


def is_rule(line: str) -> bool:
    """Tell whether a line prints nothing but dashes, bars and dots."""
    return _RULE.fullmatch(line) is not None


def _is_row(line: str) -> bool:
    cells = [cell for cell in line.strip().strip("|").split("|") if cell.strip(" -:")]
    return len(cells) > 1


def _wrapped(lines: list[tuple[int, str]]) -> tuple[bool, bool, int]:
    """Say whether lines are hard-wrapped, whether blank lines part paragraphs, and the width."""
    pairs = soft = 0
    widths = sorted(len(line.rstrip()) for _, line in lines if line.strip())
    for (_, one), (_, two) in pairwise(lines):
        if not one.strip() or not two.strip() or _MARKER.match(two) or "|" in one + two:
            continue
        pairs += 1
        soft += two.strip()[0].islower() and not one.rstrip().endswith(_TERMINAL)
    width = widths[len(widths) * 9 // 10] if widths else 0
    blanks = sum(not line.strip() for _, line in lines)
    wrapped = pairs >= 5 and soft >= 0.3 * pairs and width <= 140
    return wrapped, blanks >= len(lines) * 0.12, width


def _indents(lines: list[tuple[int, str]]) -> bool:
    """Say whether an indented line opens a paragraph, as typists mark it without blank lines."""
    filled = [line for _, line in lines if line.strip()]
    indented = sum(line.startswith("  ") for line in filled)
    return 0.1 * len(filled) < indented < 0.7 * len(filled)


def _continues(
    before: str, line: str, *, wrapped: bool, parted: bool, width: int, indents: bool
) -> bool:
    """Say whether ``line`` goes on with the paragraph that ended in the line ``before``."""
    ahead, here = before.rstrip(), line.strip()
    if ahead.count("**") % 2:
        return True
    if _GLUED_DASH.match(line) and wrapped and not ahead.endswith(_TERMINAL):
        return True
    if _MARKER.match(re.sub(r"[*#]", "", line)) or here.startswith("#"):
        return False
    soft = here[0].islower() or (
        here[0].isdigit() and ahead.endswith((" số", "số", " năm", "tháng", "ngày"))
    )
    if not wrapped:
        return soft and not ahead.endswith(_TERMINAL) and len(ahead) > 20
    if indents and line.startswith("  ") and not here[0].islower():
        return False
    if not soft and _names_owner(ahead, here):
        return False
    if parted:
        return True
    return (soft or len(ahead) >= 0.75 * width) and not ahead.endswith((".", ":", "./."))


_NUMBER = re.compile(r"\s*(?:\d{1,2}|[a-zđ])\s?[.)/-]\s*")


def _names_owner(ahead: str, here: str) -> bool:
    """Say whether a line is a numbered name of a body and the next one says what it does."""
    number = _NUMBER.match(ahead)
    if number is None or not here[:1].isupper():
        return False
    verb = here[:1].lower() + here[1:]
    return bool(begins_action(verb) and heading_bodies(ahead[number.end() :])[0])


def blocks_of(text: str) -> tuple[Block, ...]:
    """Cut a normalised text into paragraphs, joining wrapped lines and those broken by a page."""
    lines = [(m.start(), m.group()) for m in _LINE.finditer(text) if m.group()]
    wrapped, parted, width = _wrapped(lines)
    indents = _indents(lines)
    runs: list[tuple[int, int]] = []
    before = ""
    # The current paragraph is collected as a list, so that a long run is joined once.
    for start, raw in lines:
        line = raw.rstrip("\n")
        end = start + len(line)
        # A table cell that stands on a line of its own between bars is a paragraph of its own.
        if not line.strip(" |") or is_rule(line):
            before = ""
            continue
        goes_on = (
            before
            and not _is_row(line)
            and not _is_row(before)
            and _continues(
                before, line, wrapped=wrapped, parted=parted, width=width, indents=indents
            )
        )
        if goes_on:
            runs[-1] = (runs[-1][0], end)
            # Only the parity of bold marks and the last line matter for what follows.
            before = ("**" if before.count("**") % 2 else "") + line
        else:
            runs.append((start, end))
            before = line
    return _mend([_block(text, start, end) for start, end in runs], text)


def _block(text: str, start: int, end: int) -> Block:
    raw = text[start:end]
    lead = len(raw) - len(raw.lstrip())
    body = raw.strip()
    hashes = len(body) - len(body.lstrip("#"))
    core = body.lstrip("#").strip()
    bold = core.startswith("**") and core.rstrip(":. ").endswith("**") and core.count("**") == 2
    return Block(start + lead, start + lead + len(body), bold, min(hashes, 6), _is_row(body))


_LOWER_START = re.compile(f"[{LOWER}]")


def _mend(found: list[Block], text: str) -> tuple[Block, ...]:
    """Join a paragraph that a page break or a converter tore in two."""
    mended: list[Block] = []
    for block in found:
        last = mended[-1] if mended else None
        if last and not last.row and not block.row and _torn(last, block, text):
            mended[-1] = Block(last.start, block.end, last.bold, last.hashes, row=False)
        else:
            mended.append(block)
    return tuple(mended)


def _torn(last: Block, block: Block, text: str) -> bool:
    tail = text[max(last.start, last.end - 40) : last.end].rstrip("* ")
    head = text[block.start : block.start + 12]
    if last.bold and block.bold and not block.hashes:
        # "**3. Đề nghị Mặt trận, Hội Liên hiệp**" + "**Phụ nữ Thành phố**": one heading.
        first = text[last.start : last.end].strip("*# ")
        bare = text[block.start : block.end].strip("* ")
        return (
            bool(_MARKER.match(first))
            and not _MARKER.match(bare)
            and not bare.isupper()
            and not tail.endswith(_TERMINAL)
        )
    near = text.count("\n", last.end, block.start) <= 3
    return (
        near
        and not (last.bold or last.hashes or block.bold)
        and bool(_LOWER_START.match(head))
        and not _MARKER.match(head)
        and len(tail) >= 30
        and not tail.endswith(_TERMINAL)
    )
