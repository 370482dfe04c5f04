"""Legal bases: the documents that the opening paragraphs say the plan rests on."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from . import lexicon as lx
from .citations import cited, cited_law
from .lines import Block
from .model import Header, LegalBasis
from .patterns import UPPER, phrase, spaced, squeeze, word
from .sections import opens_attachment
from .upper import is_upper

NUMBER = re.compile(
    r"(?<![\w/])(\d{1,5}\s?[a-z]?(?:/\d{4})?\s?[/-]\s?(?:[A-ZĐ]{1,9}[\wĐ]*)(?:\s?[-–/&]{1,2}\s?[A-ZĐ][\wĐ]*){0,4})"
)
# "… Kế hoạch số 77/KH-UBND": the words that lead to the number.
_LEAD = re.compile(spaced(rf"{lx.DOCUMENT_NOUNS}(?: số)?") + r"\s*:?\s*$", re.IGNORECASE)
_AGAIN = re.compile(
    spaced(rf"(?:^|[\s;,(]){lx.BASIS_INTRODUCERS}(?: các)?") + r"\s*$", re.IGNORECASE
)
_FIRST = re.compile(spaced(lx.OPENERS) + r"(?:\s+\w+){0,3}\s*$", re.IGNORECASE)
# "Luật Phòng, chống … số 73/2021/QH14": the name of a law stands before its number.
_NAMED_LEAD = re.compile(rf"(?<!\w){lx.NAMED_LAWS}\s[^;]{{0,150}}?\ssố\s*$")
# "Nghị định số 1/2020/NĐ-CP, số 2/2021/NĐ-CP và số 3/…": numbers in one row.
_ROW = re.compile(r"[A-ZĐ\d]\s*(?:,|và|,\s+và)\s+(?:số\s+)?$")
_GROUND = re.compile(
    rf"(?:^|(?<=[;.:])\s+|(?<=\n))(?={spaced('(?:Căn cứ|Thực hiện|Triển khai|Theo|Xét|Tiếp tục)')}\s)"
)
_LAW = re.compile(rf"(?<!\w){lx.NAMED_LAWS}(?=\s+[{UPPER}a-zđ])(?!\s+(?:này|trên|nêu)(?!\w))")
_LAW_AHEAD = re.compile(
    rf"(?:^|[;:(]|[^\w]và|,|{spaced(lx.OPENERS)})\s*(?:các\s+)?[-+•–*]?\s*$", re.IGNORECASE
)
_SECTION = re.compile(
    r"\s*(?:(?P<roman>[IVX]{1,5})|(?P<arabic>\d{1,2})|(?P<capital>[A-ZĐ]))\s?[.)/]\s*(?=\S)"
)
_HEADING_LIMIT = 90
_ATTACHED_OPENING = 16  # paragraphs from the heading of an attachment to its first section
# Characters that are looked at around a citation, so that time grows with the length alone.
_AHEAD = 60
_FAR = 400


def read_bases(
    blocks: Sequence[Block], plain: str, header: Header, opening: int
) -> tuple[LegalBasis, ...]:
    """Read the documents that the first ``opening`` of the ``blocks`` of the body rest on.

    Each once, in the order they are printed. A number that only names the subject of another
    document ("về triển khai Thông báo số …") is not a basis; one that stands on its own beside it
    ("… và Công văn số …") is. A law without a number is one by its name. Where the opening names
    none, a section of its own ("I. CĂN CỨ PHÁP LÝ") does.
    """
    openings = (*blocks[:opening], *_attached_opening(blocks[opening:], plain))
    found = list(_bases(_clauses(openings, plain, listed=False), plain, header))
    if not found:
        listed = _grounds_section(blocks[opening:], plain)
        found = list(_bases(_clauses(listed, plain, listed=True), plain, header))
    seen: dict[str, LegalBasis] = {}
    for basis in sorted(found, key=lambda b: b.start):
        seen.setdefault(basis.number or basis.title.lower(), basis)
    return tuple(seen.values())


def _attached_opening(blocks: Sequence[Block], plain: str) -> Sequence[Block]:
    """Return the opening of the plan that is attached below a decision: it has grounds as well."""
    for index, block in enumerate(blocks):
        words = plain[block.start : block.end].strip()
        if not opens_attachment(words):
            continue
        if phrase(lx.ANNEX).match(words):
            return ()
        for stop in range(index + 1, min(len(blocks), index + _ATTACHED_OPENING)):
            line = plain[blocks[stop].start : blocks[stop].end]
            if _SECTION.match(line):
                return blocks[index + 1 : stop]
            if line.rstrip().endswith(":"):
                return blocks[index + 1 : stop + 1]
        return ()
    return ()


def _clauses(blocks: Sequence[Block], plain: str, *, listed: bool) -> Iterator[tuple[int, int]]:
    """Cut opening paragraphs into grounds; a paragraph may hold several, each with its "Căn cứ"."""
    for block in blocks:
        line = plain[block.start : block.end]
        edges = [0, *(m.start() for m in _GROUND.finditer(line) if m.start()), len(line)]
        for one, two in pairwise(edges):
            words = squeeze(line[one:two]).lstrip("-+–*• ")
            opens = word(lx.OPENERS).match(words) is not None
            if (opens or listed) and not phrase(lx.PROPOSED).match(words):
                yield block.start + one, block.start + two


def _bases(clauses: Iterator[tuple[int, int]], plain: str, header: Header) -> Iterator[LegalBasis]:
    for start, end in clauses:
        line = plain[start:end]
        for match in NUMBER.finditer(line):
            if not _is_basis(line, match.start()):
                continue
            basis = cited(plain, start, end, start + match.start(), start + match.end())
            yield is_upper(basis, line[: min(match.start(), _AHEAD)], header)
        yield from _laws(line, start, end, plain)


def _laws(line: str, start: int, end: int, plain: str) -> Iterator[LegalBasis]:
    """Read laws that are cited by their name: "Luật Trẻ em năm 2016"."""
    done = 0
    for match in _LAW.finditer(line):
        if match.start() < done or not _LAW_AHEAD.search(
            line[max(0, match.start() - _AHEAD) : match.start()]
        ):
            continue
        law = cited_law(plain, start + match.start(), end)
        if law and not NUMBER.search(plain, law.start, law.end):
            yield law
        done = law.end - start if law else match.end()


def _is_basis(line: str, at: int) -> bool:
    before = line[max(0, at - 160) : at]
    clause_start = max(before.rfind(";"), before.lower().rfind("căn cứ"), 0)
    if _NAMED_LEAD.search(before) and not word(lx.SUBJECT_OPENERS).search(
        before[clause_start : (before.rfind("Luật") + 1 or 1) - 1]
    ):
        return True
    if _ROW.search(before) and _is_row(before):
        return True
    lead = _LEAD.search(before)
    if not lead:
        return not word(lx.SUBJECT_OPENERS).search(line, max(0, at - _FAR), at)
    ahead = before[: lead.start()]
    opened = at <= len(before) and _FIRST.match(ahead.lstrip())
    if opened or _AGAIN.search(ahead) or ahead.rstrip().endswith((";", ",", "(")):
        return True
    clause = before[clause_start : lead.start()]
    return not word(lx.SUBJECT_OPENERS).search(clause)


def _is_row(before: str) -> bool:
    """Say whether the number before this one is a basis that nothing but a comma parts from it."""
    rows = list(NUMBER.finditer(before))
    return bool(rows) and not re.search(r"[^\s,và số]", before[rows[-1].end() :])


def _grounds_section(blocks: Sequence[Block], plain: str) -> Sequence[Block]:
    """Return the blocks of a first section that lists the grounds of the plan."""
    for index, block in enumerate(blocks[:4]):
        line = plain[block.start : block.end]
        number = _SECTION.match(line)
        words = squeeze(line[number.end() if number else 0 :]).strip("* .:")
        if len(words) > _HEADING_LIMIT or not phrase(lx.GROUNDS_HEADING).match(words):
            continue
        kind = number.lastgroup if number else ""
        for stop in range(index + 1, len(blocks)):
            line = plain[blocks[stop].start : blocks[stop].end]
            after = _SECTION.match(line)
            if (after and after.lastgroup == kind) or (not number and after):
                return blocks[index + 1 : stop]
        return ()
    return ()
