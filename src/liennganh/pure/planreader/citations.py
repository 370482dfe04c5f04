"""What a sentence says of a document it cites: kind, day, issuer and subject beside its number."""

import re

from . import lexicon as lx
from .deadlines import iso_day
from .model import LegalBasis
from .patterns import UPPER, phrase, spaced, squeeze

_NOUN = re.compile(
    rf"(?<!\w)(?P<noun>{spaced(lx.DOCUMENT_NOUNS)})(?P<name>\s[^;]{{0,150}}?)?(?:\s+số)?\s*:?\s*$",
    re.IGNORECASE,
)
_LAW = re.compile(rf"(?<!\w)(?P<noun>{lx.NAMED_LAWS})(?P<name>\s[^;]{{0,150}}?)\ssố\s*:?\s*$")
_DAY = re.compile(
    r"\s*,?\s*\(?ngày\s+(?P<d>\d{1,2})(?:\s?[/.-]\s?|\s+tháng\s+)(?P<m>\d{1,2})(?:\s?[/.-]\s?|\s+năm\s+)(?P<y>\d{4})\)?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\s*,?\s*(?:\(?năm\s+)?(?P<y>(?:19|20)\d{2})(?!\d)\)?", re.IGNORECASE)
_OF = re.compile(r"\s*,?\s*(?:của|do)\s+", re.IGNORECASE)
_SUBJECT = re.compile(rf"(?<!\w){spaced(lx.SUBJECTS)}(?!\w)", re.IGNORECASE)
_STOP = re.compile(
    rf"[;:]|\.(?=\s|$)|,(?=\s+{spaced(lx.OPENERS)}\s)|\s+và\s+(?={spaced(lx.DOCUMENT_NOUNS)}\s+số)",
    re.IGNORECASE,
)
# ", Ủy ban nhân dân tỉnh ban hành Kế hoạch …": here the sentence of the plan itself begins.
_MAIN = re.compile(
    rf"[,;]\s+(?={spaced(lx.BODY_HEADS)}\s[^;]{{0,120}}?(?:ban\s+hành|xây\s+dựng|triển\s+khai|yêu\s+cầu|đề\s+nghị|tổ\s+chức|giao)\s)"
)
_NAME_ENDS = re.compile(
    rf"\s*(?:;|:|\.(?=\s|$)|,?\s+(?:ngày|số)\s+\d|,?\s+(?:năm\s+)?(?:19|20)\d{{2}}(?!\d)|,\s+(?={lx.NAMED_LAWS}\s)|\s+và\s+(?:các\s+)?(?={lx.NAMED_LAWS}\s|(?:các\s+)?văn\s+bản)|,\s+(?={spaced(lx.DOCUMENT_NOUNS)}\s+(?:số|[{UPPER}])))"
)
_NUMBERED = re.compile(r",?\s+số\s+\d")
_WINDOW = 700  # characters; no citation is longer


def cited(plain: str, start: int, end: int, at: int, stop: int) -> LegalBasis:
    """Describe the document whose number stands at ``at``..``stop`` of the clause ``start``..``end``."""
    number = re.sub(r"\s", "", plain[at:stop])
    lead = _LAW.search(plain, max(start, at - 200), at) or _last_noun(plain, start, at)
    noun = squeeze(lead["noun"]) if lead else ""
    name = squeeze(lead["name"] or "") if lead else ""
    tail = plain[stop : min(end, stop + _WINDOW)]
    day = _DAY.match(tail)
    rest = tail[day.end() :] if day else tail
    cut = min((m.start() for m in (_STOP.search(rest), _MAIN.search(rest)) if m), default=len(rest))
    rest = rest[:cut]
    issuer, subject = _issuer_and_subject(rest)
    title = " ".join(part for part in (noun[:1].upper() + noun[1:], name, subject) if part)
    date = iso_day(day["d"], day["m"], day["y"]) if day else None
    return LegalBasis(
        at, stop, number, title=title, issuer=issuer, date=date, confidence=0.95 if noun else 0.7
    )


def _last_noun(plain: str, start: int, at: int) -> re.Match[str] | None:
    """Find the noun that stands right before the number, and no farther one."""
    for back in (60, 25, 15):
        match = _NEAR.search(plain, max(start, at - back), at)
        if match:
            return match
    return None


_NEAR = re.compile(
    rf"(?<!\w)(?P<noun>{spaced(lx.DOCUMENT_NOUNS)})(?P<name>)(?:\s+số)?\s*:?\s*$", re.IGNORECASE
)


def _issuer_and_subject(rest: str) -> tuple[str, str]:
    """Split "của Thủ tướng Chính phủ phê duyệt Chương trình …" into who and what."""
    of = _OF.match(rest)
    at = of.end() if of else 0
    subject = _SUBJECT.search(rest, at)
    issuer = squeeze(rest[at : subject.start() if subject else len(rest)]) if of else ""
    words = squeeze(rest[subject.start() :]) if subject else ""
    return issuer.strip(" ,.()"), words.strip(" ,.(")


def cited_law(plain: str, at: int, end: int) -> LegalBasis | None:
    """Describe a law that is cited by its name alone; None where a number follows the name."""
    stop = _NAME_ENDS.search(plain, at, min(end, at + _WINDOW))
    close = stop.start() if stop else min(end, at + _WINDOW)
    title = squeeze(plain[at:close]).strip(" ,.")
    if _NUMBERED.match(plain, close, end) or " " not in title:
        return None
    day = _DAY.match(plain, close, end)
    year = None if day else _YEAR.match(plain, close, end)
    date = iso_day(day["d"], day["m"], day["y"]) if day else (year["y"] if year else None)
    last = (day or year).end() if (day or year) else close  # type: ignore[union-attr]
    if year:
        title = f"{title} năm {year['y']}"
    if phrase(r"hiến pháp").match(title) is None and title.split()[0] == "Hiến":
        return None
    return LegalBasis(at, last, "", title=title, date=date, confidence=0.85)
