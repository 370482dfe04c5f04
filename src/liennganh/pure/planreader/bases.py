"""Legal bases: the documents that the opening paragraphs say the plan rests on."""

import re
from collections.abc import Sequence

from . import lexicon as lx
from .lines import Block
from .model import LegalBasis
from .patterns import phrase, spaced, squeeze, word

NUMBER = re.compile(
    r"(?<![\w/])(\d{1,5}\s?[a-z]?(?:/\d{4})?\s?[/-]\s?(?:[A-ZĐ]{1,9}[\wĐ]*)(?:\s?[-–/&]\s?[A-ZĐ][\wĐ]*){0,4})"
)
# "… Kế hoạch số 77/KH-UBND": the words that lead to the number.
_LEAD = re.compile(spaced(rf"{lx.DOCUMENT_NOUNS}(?: số)?") + r"\s*:?\s*$", re.IGNORECASE)
_AGAIN = re.compile(
    spaced(rf"(?:^|[\s;,(]){lx.BASIS_INTRODUCERS}(?: các)?") + r"\s*$", re.IGNORECASE
)
_FIRST = re.compile(spaced(lx.OPENERS) + r"(?:\s+\w+){0,3}\s*$", re.IGNORECASE)


def read_bases(blocks: Sequence[Block], plain: str) -> tuple[LegalBasis, ...]:
    """Read the numbers in the opening paragraphs ``blocks``; each number once, in order.

    A number that only names the subject of another document ("về triển khai Thông báo số …") is
    not a basis; one that stands on its own beside it ("… và Công văn số …") is.
    """
    seen: dict[str, LegalBasis] = {}
    for block in blocks:
        line = plain[block.start : block.end]
        words = squeeze(line).lstrip("-+–* ")
        if not word(lx.OPENERS).match(words) or phrase(lx.PROPOSED).match(words):
            continue
        for match in NUMBER.finditer(line):
            if not _is_basis(line, match.start()):
                continue
            number = re.sub(r"\s", "", match[1])
            seen.setdefault(
                number, LegalBasis(block.start + match.start(), block.start + match.end(), number)
            )
    return tuple(seen.values())


def _is_basis(line: str, at: int) -> bool:
    before = line[max(0, at - 160) : at]
    clause_start = max(before.rfind(";"), before.lower().rfind("căn cứ"), 0)
    lead = _LEAD.search(before)
    if not lead:
        return not word(lx.SUBJECT_OPENERS).search(line[:at])
    ahead = before[: lead.start()]
    opened = at <= len(before) and _FIRST.match(ahead.lstrip())
    if opened or _AGAIN.search(ahead) or ahead.rstrip().endswith((";", ",", "(")):
        return True
    clause = before[clause_start : lead.start()]
    return not word(lx.SUBJECT_OPENERS).search(clause)
