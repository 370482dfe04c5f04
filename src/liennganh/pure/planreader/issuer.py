"""Who issues a document: the lines of its head, joined and completed from the body."""

# ruff: noqa: PLR2004 - small lengths and distances in characters, explained where they stand

import re

from . import lexicon as lx
from .lines import is_rule
from .model import Span
from .patterns import UPPER, phrase, spaced, squeeze
from .titles import type_line

_NAMED = re.compile(
    rf"{lx.COMMITTEE_FORMS}\s+({lx.LEVELS})\s+((?:[{UPPER}][\w'’]*\s?(?:-\s)?){{1,5}})".replace(
        " ban", r"\s+ban"
    ),
)


def read_issuer(
    text: str,
    head: str,
    mark: str,
    place: str | None,
    plain: str,
    spans: dict[str, Span],
) -> str | None:
    lines = _issuer_lines(text, len(head))
    if dated := spans.get("date"):
        # Below the dateline stand title and headings, which are in capitals too.
        lines = [line for line in lines if line[0] < dated.end] or lines
    if lines:
        spans["issuer"] = Span(lines[0][0], lines[-1][1])
    names = [name for _, _, name in lines]
    if names and lx.COMMITTEE_MARK in mark:
        # "HĐND - UBND HUYỆN …" heads the papers of both; the number says which of them issues.
        names[0] = phrase(lx.COUNCIL_BESIDE).sub("", names[0])
    printed = _joined(names)
    committee = phrase(lx.COMMITTEE_FORMS)
    if printed and not committee.fullmatch(printed):
        under = _under(names)
        if not under:
            return _cased(printed, plain[len(head) :])
        unit = _cased(f"{lx.PEOPLES_COMMITTEE} {under}".upper(), "").removeprefix(
            lx.PEOPLES_COMMITTEE
        )
        return _cased(printed, plain[len(head) :]) + unit
    if not printed and lx.COMMITTEE_MARK not in mark:
        return None
    return _completed(place, plain)


def _joined(names: list[str]) -> str:
    """Join the lines of a header; of a superior body above the issuer only the territory stays."""
    if not names:
        return ""
    heads = [i for i, name in enumerate(names) if _is_body(name)]
    if len(heads) > 1:
        return " ".join(names[heads[-1] :])
    return " ".join(names)


def _under(names: list[str]) -> str:
    """Return the territory of the superior body printed above an office that names none itself."""
    heads = [i for i, name in enumerate(names) if _is_body(name)]
    if len(heads) < 2:
        return ""
    above = " ".join(names[: heads[-1]])
    level = phrase(lx.COMMITTEE_FORMS + r"\s+(?P<unit>.*)").match(above)
    office = " ".join(names[heads[-1] :])
    named = phrase(lx.COMMITTEE_FORMS).match(office) or re.search(
        rf"\s{lx.LEVELS}\s", office, re.IGNORECASE
    )
    return level["unit"] if level and not named else ""


_BODY = re.compile(lx.BODY_HEADS, re.IGNORECASE)
_NATIONAL = re.compile(spaced(lx.NATIONAL_TITLE + r" chủ nghĩa việt nam"), re.IGNORECASE)


def _is_body(line: str) -> bool:
    return _BODY.match(line) is not None


def _issuer_lines(text: str, stop: int) -> list[tuple[int, int, str]]:
    """Return the lines in capitals of the head that are neither the national title nor numbers."""
    out: list[tuple[int, int, str]] = []
    other = phrase(f"{lx.NATIONAL_TITLE}|{lx.NATIONAL_MOTTO}|chủ nghĩa việt nam|{lx.DRAFT}")
    masked = _NATIONAL.sub(lambda m: re.sub(r"[^\n]", " ", m.group()), text[:stop])
    for match in re.finditer(r"[^\n|\t]+", masked):
        raw = match.group()
        for cell in re.finditer(r"\S(?:[^ ]| (?! {2}))*", raw):
            words = squeeze(cell.group().replace("*", " ").replace("#", " "))
            if other.search(words) or is_rule(words):
                continue
            if not words.isupper() or re.search(r"[\d/]", words) or words in lx.SECRECY:
                continue
            if type_line(words) or len(words) > 90:
                if type_line(words):
                    return out
                continue
            out.append((match.start() + cell.start(), match.start() + cell.end(), words))
    return _together(out)


def _together(lines: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Begin at the first line that names a body; a second column's stray lines come later."""
    for at in range(len(lines) - 1, 0, -1):
        # A narrow cell breaks "ỦY | BAN NHÂN DÂN" in two.
        if lines[at - 1][2] in lx.COMMITTEE_FIRST_WORDS:
            one, two = lines[at - 1], lines[at]
            lines[at - 1 : at + 1] = [(one[0], two[1], f"{one[2]} {two[2]}")]
    for index, (_, _, name) in enumerate(lines):
        if _is_body(name):
            return lines[index : index + 4]
    return []


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
        rf"{lx.COMMITTEE_FORMS.replace(' ', chr(92) + 's+')}\s+({lx.LEVELS})\s+{re.escape(place)}",
        re.IGNORECASE,
    )
    match = near.search(plain)
    if not match:
        any_level = re.compile(rf"({lx.LEVELS})\s+{re.escape(place)}", re.IGNORECASE)
        match = any_level.search(plain)
    if match:
        return f"{lx.PEOPLES_COMMITTEE} {match[1].lower()} {place}"
    return f"{lx.PEOPLES_COMMITTEE} {place}"


def _cased(name: str, body: str) -> str:
    """Turn a printed header in capitals into the casing of a sentence."""
    if not name.isupper():
        return name
    words = name.split()
    lowered = " ".join(words).lower()
    committee = phrase(lx.COMMITTEE_FORMS).match(lowered)
    if not committee:
        # The body of the document prints the name as a sentence does.
        for match in re.finditer(
            re.escape(" ".join(words)).replace("\\ ", r"\s+"), body, re.IGNORECASE
        ):
            if not match.group().isupper():
                return squeeze(match.group())
        return " ".join(words).capitalize()
    rest = lowered[committee.end() :].strip()
    level = re.match(lx.LEVELS + r"(?=\s)", rest)
    if not level:
        return f"{lx.PEOPLES_COMMITTEE} {rest.title()}".strip()
    short = lx.LEVEL_FULL.get(level[0], level[0])
    return f"{lx.PEOPLES_COMMITTEE} {short} {rest[level.end() :].strip().title()}"
