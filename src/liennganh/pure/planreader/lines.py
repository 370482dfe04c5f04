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

from . import lexicon as lx
from .bodies import begins_action
from .cellrows import cell_rows
from .owners import heading_bodies
from .patterns import LOWER, UPPER
from .stackedcells import in_rows

# Characters that print nothing and would split a word: zero-width marks, soft hyphen, BOM.
_INVISIBLE = re.compile(r"[\u200b-\u200d\u2060\ufeff\u00ad]")
_ODD_SPACES = re.compile(r"[\u00a0\u2000-\u200a\u202f\u205f\u3000\t\x0b\x0c\x1c-\x1f\x85]")
# No page prints that much of nothing: a pattern that begins with white space would try anew at each.
# Both ends of a gap stay, since they bound the lines and the cells beside it.
_LONG_GAP = re.compile(r"(?<![\s|*#_])([\s|*#_]{120})[\s|*#_]+([\s|*#_]{120})")
_LONG_SPACE = re.compile(r"(?<!\s)(\s{60})\s+(\s{60})")
_GAP_SAMPLED = re.compile(r"[\s|*#_]{8}")
# A table pasted from a sheet or a portal: three lines and more that each hold two tabs and more.
_TABBED = re.compile(r"(?m:^(?:[^\t\n]*\t){2}[^\n]*\n){2,}(?:[^\t\n]*\t){2}[^\n]*")
_SURROGATE = re.compile("[\ud800-\udfff]")
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
# "2", "- 2 -", "Trang 2/15": a page's number among the lines.
_PAGE = re.compile(
    r"\s*(?:[-–—]\s?)?(?:trang\s+)?\d{1,3}(?:\s?/\s?\d{1,3})?(?:\s?[-–—])?\s*", re.IGNORECASE
)
_WANTS_NUMBER = (
    " số",
    "số",
    "số:",
    " năm",
    "tháng",
    "ngày",
    "quý",
    "điều",
    "khoản",
    "mục",
    "từ",
    "đến",
    "đạt",
    "trên",
    "dưới",
    "là",
    "còn",
    "hơn",
    "nhất",
    "và",
    "|",
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
    text = text.encode("utf-8", "replace").decode("utf-8") if _SURROGATE.search(text) else text
    if "\t" in text:
        text = _TABBED.sub(lambda rows: rows.group().replace("\t", "|"), text)
    text = unicodedata.normalize("NFC", _ODD_SPACES.sub(" ", _INVISIBLE.sub("", text)))
    # Every fifteenth character tells whether there is a long gap at all.
    if _GAP_SAMPLED.search(text[::15]):
        text = _LONG_SPACE.sub(r"\1\2", _LONG_GAP.sub(r"\1\2", text))
    return in_rows(text)


def plain_of(text: str) -> str:
    """Return a string of the same length with marks and line ends as spaces."""
    bare = _MARKS.sub(lambda m: " " * (m.end() - m.start()), text)
    return bare.replace("\n", " ")


def is_rule(line: str) -> bool:
    """Tell whether a line prints nothing but dashes, bars and dots."""
    return _RULE.fullmatch(line) is not None


def _is_row(line: str) -> bool:
    if "|" not in line:
        return False
    cells = [cell for cell in line.strip().strip("|").split("|") if cell.strip(" -:")]
    # A row that a page break tore may have one filled cell among many.
    return len(cells) > 1 or (len(cells) == 1 and line.count("|") >= 3)


def _is_page_number(line: str, before: str) -> bool:
    """Say whether a line holds a page's number only, which a sentence may run across."""
    return _PAGE.fullmatch(line) is not None and not before.rstrip().endswith(_WANTS_NUMBER)


def _wrapped(lines: list[tuple[int, str]]) -> tuple[bool, bool, int]:
    """Say whether lines are hard-wrapped, whether blank lines part paragraphs, and the width."""
    widths = sorted(len(line.rstrip()) for _, line in lines if line.strip())
    width = widths[len(widths) * 9 // 10] if widths else 0
    pairs = soft = full = soft_full = 0
    for (_, one), (_, two) in pairwise(lines):
        if not one.strip() or not two.strip() or _MARKER.match(two) or "|" in one + two:
            continue
        goes_on = two.strip()[0].islower() and not one.rstrip().endswith(_TERMINAL)
        edge = len(one.rstrip()) >= 0.8 * width
        pairs, soft = pairs + 1, soft + goes_on
        full, soft_full = full + edge, soft_full + (goes_on and edge)
    blanks = sum(not line.strip() for _, line in lines)
    # Where headings are many, only the lines that reach the edge tell.
    wrapped = width <= 140 and (
        (pairs >= 5 and soft >= 0.3 * pairs) or (full >= 5 and soft_full >= 0.5 * full)
    )
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
    open_end = not ahead.endswith(_TERMINAL)
    if wrapped and open_end and (_GLUED_DASH.match(line) or _splits_name(ahead, here, width)):
        return True
    if open_end and wrapped and here[0].isdigit() and ahead.lower().endswith(_WANTS_NUMBER):
        return True
    if _MARKER.match(re.sub(r"[*#]", "", line)) or here.startswith("#"):
        return False
    if wrapped and open_end and _is_unfinished(ahead, here):
        return True
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


def _splits_name(ahead: str, here: str, width: int) -> bool:
    """Say whether "Sở Lao động" ends a full line and "- Thương binh và Xã hội" begins the next."""
    return (
        len(ahead) >= 0.7 * width and bool(_OPEN_NAME.search(ahead)) and bool(_DASHED.match(here))
    )


def _is_unfinished(ahead: str, here: str) -> bool:
    """Say whether a line cannot be a whole paragraph: it ends in a comma, or opens an item's words."""
    if not here[0].isalpha() or here.isupper():
        return False
    bullet = _BULLET.match(ahead)
    return ahead.endswith(",") or (
        bullet is not None and not heading_bodies(ahead[bullet.end() :])[0]
    )


_BULLET = re.compile(r"\s*[-–+]\s+")
_OPEN_NAME = re.compile(rf"{lx.SPLIT_NAMES}\s[^.;:,]{{0,30}}$")
_DASHED = re.compile(rf"[-–]\s?[{UPPER}][{LOWER}]")
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
    rows = cell_rows(lines)
    skip = -1
    for index, (start, raw) in enumerate(lines):
        line = raw.rstrip("\n")
        end = start + len(line)
        if index <= skip:
            continue
        if index in rows:
            skip = rows[index]
            runs.append((start, lines[skip][0] + len(lines[skip][1].rstrip())))
            before = ""
            continue
        if _is_page_number(line, before):
            continue
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
    between = text[last.end : block.start]
    near = between.count("\n") <= 3 or (between.count("\n") <= 7 and bool(_PAGE.fullmatch(between)))
    return (
        near
        and not (last.bold or last.hashes or block.bold)
        and bool(_LOWER_START.match(head))
        and not _MARKER.match(head)
        and len(tail) >= 30
        and not tail.endswith(_TERMINAL)
    )
