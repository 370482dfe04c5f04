"""Which of the bases a plan carries out: a programme, plan or resolution of a higher level."""

import re
from dataclasses import replace

from . import lexicon as lx
from .model import Header, LegalBasis
from .patterns import phrase, spaced, word

_CENTRAL = 0
_PROVINCE = 1
_CITY = 2  # of a province or of the country: the name does not say which
_DISTRICT = 3
_COMMUNE = 4
_RANKS = (
    (_CENTRAL, re.compile(spaced(lx.CENTRAL_ISSUERS), re.IGNORECASE)),
    (_COMMUNE, re.compile(r"(?<!\w)(?:xã(?!\s+hội)|phường|thị\s+trấn|đặc\s+khu|đảng\s+ủy\s+xã)(?!\w)", re.IGNORECASE)),
    (_DISTRICT, re.compile(r"(?<!\w)(?:huyện|quận|thị\s+xã|huyện\s+ủy|quận\s+ủy|thị\s+ủy)(?!\w)", re.IGNORECASE)),
    (_CITY, re.compile(r"(?<!\w)(?:thành\s+phố|tp\.?|thành\s+ủy)(?!\w)", re.IGNORECASE)),
    (_PROVINCE, re.compile(r"(?<!\w)(?:tỉnh|tỉnh\s+ủy|sở)(?!\w)", re.IGNORECASE)),
)  # fmt: skip
_MARK = re.compile(rf"[/-](?:[A-ZĐ]\w*[-/])*{lx.CENTRAL_MARKS}(?:[-/]|$)")
_NOUN = re.compile(spaced(lx.UPPER_NOUNS), re.IGNORECASE)
_SAME = 0.6  # share of the words of a programme's name that the plan's own title must hold


def is_upper(basis: LegalBasis, ahead: str, header: Header) -> LegalBasis:
    """Return the basis with ``upper`` set where the plan of ``header`` carries it out.

    ``ahead`` is what stands before its number in the clause: "Thực hiện …" carries out, "Căn cứ …"
    only where the plan's own title names the same programme.
    """
    named = _NOUN.search(basis.title) is not None
    if not named or phrase(lx.NEVER_UPPER).match(basis.title):
        return basis
    if phrase(r"quyết định").match(basis.title) and not _NOUN.search(
        basis.title, len("quyết định")
    ):
        return basis
    carried = word(lx.TO_CARRY_OUT).match(ahead.strip(" -+*\n")) is not None
    if not (carried or _names_it(basis.title, header)):
        return basis
    own, theirs = (
        rank_of(header.issuer or "", header.number or ""),
        rank_of(basis.issuer, basis.number),
    )
    return replace(basis, upper=theirs is not None and (own is None or theirs < own))


def rank_of(issuer: str, number: str) -> int | None:
    """Return a number that grows from the whole country down to the commune; None where unknown."""
    for rank, pattern in _RANKS:
        if pattern.search(issuer):
            return rank
    return _CENTRAL if _MARK.search(number) else None


def _names_it(title: str, header: Header) -> bool:
    """Say whether the plan's own title names the programme that the basis sets out."""
    nouns = list(_NOUN.finditer(title))
    own = set(re.findall(r"\w+", f"{header.title or ''} {header.attached or ''}".lower()))
    if not nouns or not own:
        return False
    name = re.findall(r"\w+", title[nouns[-1].start() :].lower())
    name = [w for w in name if not w.isdigit() and w not in {"giai", "đoạn", "năm", "đến"}]
    return len(name) >= 4 and sum(w in own for w in name) >= _SAME * len(name)  # noqa: PLR2004 - a bare "Kế hoạch" names nothing
