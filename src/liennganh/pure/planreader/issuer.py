"""Who issues a document: the lines of its head, joined and completed from the body."""

# ruff: noqa: PLR0911 - a chain of rules, each with its own answer, reads best with early returns

import re
import unicodedata

from . import lexicon as lx
from .casing import cased
from .lines import is_rule
from .model import Span
from .patterns import UPPER, phrase, spaced, squeeze
from .titles import type_line

Line = tuple[int, int, str]

_NAMED = re.compile(
    rf"{spaced(lx.COMMITTEE_FORMS)}\s+({lx.LEVELS})\s+((?:[{UPPER}][\w'’]*\s?(?:-\s)?){{1,5}})"
)
_HEADS = re.compile(
    rf"(?!{spaced(lx.NO_ISSUER_HEADS)})(?:{spaced(lx.BODY_HEADS)}|{spaced(lx.ISSUER_HEADS)})(?!\w)",
    re.IGNORECASE,
)
_UNIT = re.compile(rf"(?<!\w){lx.LEVELS}\s+\S.*$", re.IGNORECASE)
_COMMITTEE = re.compile(spaced(lx.COMMITTEE_FORMS), re.IGNORECASE)
_PARTY = re.compile(spaced(rf"(?:{lx.PARTY_COMMITTEES}|{lx.UNIONS_OF_UNITS})"), re.IGNORECASE)
_BOARD = re.compile(spaced(lx.BOARDS) + r"(?!\w)", re.IGNORECASE)
_BRANCH = re.compile(spaced(lx.BRANCHES) + r"(?!\w)", re.IGNORECASE)
_CENTRAL = re.compile(spaced(lx.CENTRAL) + r"(?!\w)", re.IGNORECASE)
_OFFICE = re.compile(spaced(lx.OFFICES_OF_UNITS) + r"(?!\w)", re.IGNORECASE)
_SECOND = re.compile(rf"(?<=\w)\s+(?={lx.SECOND_BODIES}(?!\w))")
_NATIONAL = re.compile(
    spaced(rf"{lx.NATIONAL_TITLE}(?:{lx.NATIONAL_REST})|{lx.MOTTO}|{lx.PARTY_TITLE}"), re.IGNORECASE
)
_CELL = re.compile(r"\S(?:[^ ]| (?! {2}))*")
_LONG = 110  # characters of a line that still is a name


def read_issuer(
    head: str, mark: str, place: str | None, plain: str, taken: tuple[Span, ...]
) -> tuple[str | None, Span | None]:
    """Return the issuer in full and where it is printed.

    ``head`` is the text above the title, with its line ends and bars; ``taken`` what of it is
    number, dateline and subject; ``mark`` the letters of the number; ``place`` that of the
    dateline; ``plain`` the whole text, which completes what the head has lost.
    """
    lines = _together([(a, b, _marked(n, place)) for a, b, n in _lines(head, taken)])
    if taken:
        # Below number and dateline stand title and headings, which are in capitals too.
        lowest = max(span.end for span in taken)
        lines = [line for line in lines if line[0] < lowest] or lines
    body = plain[len(head) :]
    where = Span(lines[0][0], lines[-1][1]) if lines else None
    names = _bodies(lines)
    if names and lx.COMMITTEE_MARK in mark:
        # "HĐND - UBND HUYỆN …" heads the papers of both; the number says which of them issues.
        names[0] = phrase(lx.COUNCIL_BESIDE).sub("", names[0])
    full = _full_name(names)
    if full and not _COMMITTEE.fullmatch(full):
        return cased(_placed(full, place, body), body, place), where
    if not full and lx.COMMITTEE_MARK not in mark:
        return None, None
    return _completed(place, plain), where


def _marked(name: str, place: str | None) -> str:
    """Give a head typed without the marks of Vietnamese the marks of its known words."""
    if not name.isascii():
        return name
    for bare, marked in lx.BARE_HEADS:
        name = re.sub(rf"(?<!\w){spaced(bare)}(?!\w)", marked, name)
    if place:
        plain = unicodedata.normalize("NFD", place.upper().replace("Đ", "D"))
        bare_place = "".join(c for c in plain if not unicodedata.combining(c))
        name = name.replace(bare_place, place.upper())
    return name


def _lines(head: str, taken: tuple[Span, ...]) -> list[Line]:
    """Return the lines of the head that may name the issuer and the body above it."""
    masked = _NATIONAL.sub(lambda m: re.sub(r"[^\n|]", " ", m.group()), head)
    for span in taken:
        blank = re.sub(r"[^\n|]", " ", masked[span.start : span.end])
        masked = masked[: span.start] + blank + masked[span.end :]
    out: list[Line] = []
    for row in re.finditer(r"[^\n|]+", masked):
        for cell in _CELL.finditer(row.group()):
            if type_line(squeeze(cell.group())):
                return out
            out += _cut(row.start() + cell.start(), cell.group())
    return out


def _cut(at: int, cell: str) -> list[Line]:
    """Return the names of one cell: "UBND TỈNH HÀ NAM SỞ Y TẾ" holds two."""
    lines: list[Line] = []
    start = 0
    for stop in [*(m.end() for m in _SECOND.finditer(cell)), len(cell)]:
        # What is longer than any name is none: only its end is looked at, and time stays in step.
        if stop < len(cell) and not _UNIT.search(cell[max(start, stop - 2 * _LONG) : stop]):
            continue
        ahead = cell[start:stop]
        words = squeeze(re.sub(r"[-–—_*=.\s]+$|<[^>]{1,20}>", " ", ahead)).strip("* ")
        if _is_name(words):
            lines.append((at + start, at + start + len(ahead.rstrip()), words))
        start = stop
    return lines


def _is_name(words: str) -> bool:
    if not words or is_rule(words) or words in lx.SECRECY or len(words) > _LONG:
        return False
    if phrase(lx.DRAFT).match(words) or not any(c.isalpha() for c in words):
        return False
    capitals = sum(w.isupper() for w in words.split())
    if _is_body(words):
        return words.isupper() or capitals >= 0.6 * len(words.split())
    return words.isupper() and not re.search(r"[\d/]", words)


def _is_body(line: str) -> bool:
    return _HEADS.match(re.sub("(?i)uỷ", "ủy", line)) is not None


def _together(lines: list[Line]) -> list[Line]:
    """Begin at the first line that names a body; a second column's stray lines come later."""
    for at in range(len(lines) - 1, 0, -1):
        # A narrow cell breaks "ỦY | BAN NHÂN DÂN" in two.
        if lines[at - 1][2] in lx.COMMITTEE_FIRST_WORDS:
            one, two = lines[at - 1], lines[at]
            lines[at - 1 : at + 1] = [(one[0], two[1], f"{one[2]} {two[2]}")]
    for index, (_, _, name) in enumerate(lines):
        if _is_body(name):
            return lines[index : index + 5]
    return []


def _bodies(lines: list[Line]) -> list[str]:
    """Join lines that go on with a name; every name that opens with a body's word is a new one."""
    names: list[str] = []
    for _, _, words in lines:
        if names and (not _is_body(words) or names[-1].endswith(("-", ",", " VÀ", " CỦA"))):
            names[-1] = f"{names[-1]} {words}"
        else:
            names.append(words)
    return names


def _full_name(names: list[str]) -> str:
    """Name the last body in full: with the territory or the superior that stands above it."""
    if not names:
        return ""
    last, above = names[-1], names[:-1]
    if not above or _COMMITTEE.match(last) or _PARTY.match(last):
        return last
    upper = _full_name(above)
    if board := _BOARD.match(last):
        # "HỘI NÔNG DÂN VIỆT NAM | BAN CHẤP HÀNH TỈNH HÀ NAM" is the association of that province.
        unit = last[board.end() :].strip()
        if not unit:
            return f"{last} {upper}"
        whole = re.sub(lx.OF_THE_COUNTRY, "", upper, flags=re.IGNORECASE)
        return f"{board.group()} {whole} {unit}"
    if _BRANCH.match(last):
        return f"{upper} {last}"
    if _UNIT.search(last):
        return last
    unit_above = _UNIT.search(upper)
    if _COMMITTEE.match(upper) or phrase(r"(?:hđnd|hội đồng nhân dân) ").match(upper):
        return f"{last} {unit_above.group()}" if unit_above else last
    return last if _CENTRAL.match(upper) else f"{last} {upper}"


def _placed(full: str, place: str | None, body: str) -> str:
    """Give an office whose head has lost the line above it the territory that the body names."""
    if not place or not _OFFICE.match(full) or _UNIT.search(full) or _PARTY.search(full):
        return full
    if place.lower() in full.lower():
        return full
    near = re.search(rf"({lx.LEVELS})\s+{re.escape(place)}(?!\w)", body, re.IGNORECASE)
    return f"{full} {near[1]} {place}".upper() if near else full


def _completed(place: str | None, plain: str) -> str | None:
    """Complete "Ủy ban nhân dân" from the dateline and from how the opening paragraphs name it."""
    if not place:
        match = _NAMED.search(plain)
        return f"{lx.PEOPLES_COMMITTEE} {squeeze(match[1] + ' ' + match[2])}" if match else None
    level = re.match(lx.LEVELS + r"(?=\s)", place, re.IGNORECASE)
    if level:
        short = level[0].lower()
        name = place[level.end() :].strip(" .")
        return f"{lx.PEOPLES_COMMITTEE} {lx.LEVEL_FULL.get(short, short)} {name}"
    near = re.compile(
        rf"{spaced(lx.COMMITTEE_FORMS)}\s+({lx.LEVELS})\s+{re.escape(place)}", re.IGNORECASE
    )
    match = near.search(plain)
    if not match:
        any_level = re.compile(rf"(?<!\w)({lx.LEVELS})\s+{re.escape(place)}", re.IGNORECASE)
        match = any_level.search(plain)
    if match:
        return f"{lx.PEOPLES_COMMITTEE} {match[1].lower()} {place}"
    return f"{lx.PEOPLES_COMMITTEE} {place}"
