"""Number and dateline of a head: "Số: 12/KH-UBND", "Hà Nam, ngày 05 tháng 3 năm 2023"."""

# ruff: noqa: PLR2004 - small lengths and distances in characters, explained where they stand

import re
from dataclasses import dataclass

from . import lexicon as lx
from .model import Span
from .patterns import phrase, spaced, squeeze

_MARK = r"[A-ZĐ][\wĐ]*(?:\s?[-–/&.]\s?[A-ZĐ][\wĐ&]*)*"
_OWN = re.compile(
    r"(?:\bSố|(?<![^\n|*>#])[ ]{0,20}(?:SỐ|số))\s*:?[ .…_]{0,60}(?P<n>\d{0,5}[a-zA-Z]?(?:\s?/\s?(?:19|20)\d{2})?)"
    rf"[ .…_]{{0,40}}(?P<sep>[/–-])\s{{0,20}}(?P<mark>{_MARK})"
)
_BARE = re.compile(
    rf"(?<![^\n|])[ *]{{0,20}}(?P<n>\d{{1,5}}(?:/(?:19|20)\d{{2}})?)\s?(?P<sep>/)\s?(?P<mark>{_MARK})[ *]{{0,20}}(?=[\n|]|$)"
)
_BLANK = r"[.…_\s]{0,30}"
_DAY = (
    rf"(?:ngày\s*(?P<d>\d{{1,2}}|{_BLANK})\s*tháng\s*(?P<m>\d{{1,2}}|{_BLANK})\s*năm\s*(?P<y>\d{{4}})"
    r"|(?:ngày\s*)?(?P<d2>\d{1,2})\s?[/.-]\s?(?P<m2>\d{1,2})\s?[/.-]\s?(?P<y2>\d{4}))(?!\d)"
)
_PLACED = re.compile(r"(?P<place>[^\d,|;:\s][^\d,|;:]{1,59}?)\s*,\s*" + _DAY, re.IGNORECASE)
_ALONE = re.compile(
    r"(?:(?<![^\n|])[ ]{0,40}|(?<=[A-ZĐ0-9])\s{1,40})(?=ngày)" + _DAY + r"(?=[ ]*(?:[\n|]|$))",
    re.IGNORECASE,
)
_LINE = re.compile(r"[\W_]*(?:Số[^,]{0,60}?)?[^\d,]{2,60},\s*" + _DAY + r"[\W_]*$", re.IGNORECASE)
_CITES = re.compile(r"\d\s*/\s*[A-ZĐ]")
# "Thứ Hai, 18/02/2019, 13:50": when a page was published.
_CLOCK = re.compile(r"\s*[,|–-]?\s*\d{1,2}[:h]\d{2}(?!\d)")
_LEVEL = re.compile(lx.LEVELS + r"(?=\s)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Number:
    """``printed`` without spaces, None where its digits are blank; ``mark`` is the part of letters.

    ``span`` covers the number, ``whole`` also the "Số:" before it.
    """

    printed: str | None
    mark: str
    span: Span
    whole: Span


@dataclass(frozen=True, slots=True)
class Dateline:
    """``date`` is ISO as far as printed; ``place`` the short name before it; ``span`` covers both."""

    date: str
    place: str | None
    span: Span
    whole: Span


def own_number(head: str) -> Number | None:
    """Return the number that the document itself bears; "Số:    /KH-UBND" has none yet."""
    match = _OWN.search(head) or _BARE.search(head)
    if not match:
        return None
    mark = re.sub(r"\s", "", match["mark"]).rstrip(".")
    digits = re.sub(r"\s", "", match["n"])
    sep = "-" if match["sep"] in "-–" else "/"
    start = match.start("n") if digits else match.start("sep")
    span = Span(start, match.end("mark"))
    return Number(
        f"{digits}{sep}{mark}" if digits else None, mark, span, Span(match.start(), match.end())
    )


def is_dateline(words: str) -> bool:
    """Say whether a line is the dateline, alone or beside the number."""
    return _LINE.match(words) is not None and not _CITES.search(words.partition(",")[2])


def read_dateline(head: str) -> Dateline | None:
    """Return the dateline of a head ("2023-02" where the day is blank)."""
    for match in _PLACED.finditer(head):
        # "Căn cứ Quyết định …, ngày …" is no dateline: a place is a short name in capitals.
        place = _place_name(match["place"])
        stamp = _CLOCK.match(head, match.end()) is not None or _CITES.search(place) is not None
        if place[:1].isupper() and len(place) < 40 and not stamp:
            begin = match.start("place") + match["place"].rindex(place.split()[0])
            return Dateline(
                _iso(match),
                _once(place),
                Span(_day_start(match), match.end()),
                Span(begin, match.end()),
            )
    for match in _ALONE.finditer(head):
        span = Span(_day_start(match), match.end())
        return Dateline(_iso(match), None, span, span)
    return None


def _day_start(match: re.Match[str]) -> int:
    return match.start("d") - len("ngày ") if match["y"] else match.start("d2")


def _iso(match: re.Match[str]) -> str:
    year, month, day = match.group(*(("y", "m", "d") if match["y"] else ("y2", "m2", "d2")))
    month, day = month.strip(" .…_\n"), day.strip(" .…_\n")
    parts = [year]
    if month.isdigit() and 1 <= int(month) <= 12:
        parts.append(f"{int(month):02d}")
        if day.isdigit() and 1 <= int(day) <= 31:
            parts.append(f"{int(day):02d}")
    return "-".join(parts)


_JOINTS = frozenset({"-", "–"})
_SHORT_LEVELS = frozenset({"TP.", "TP", "TX.", "TX", "Tp.", "Tp", "T.P"})


def _place_name(raw: str) -> str:
    """Keep the last run of the cell before the date: columns may share its line."""
    run = phrase(lx.MOTTO_END).split(raw)[-1]
    words: list[str] = []
    for token in reversed(run.strip(" *_").split()):
        if not (
            token in _JOINTS
            or token in _SHORT_LEVELS
            or (token[0].isupper() and not (token.isupper() and len(token) > 1))
        ):
            break
        words.insert(0, token)
        if token in _SHORT_LEVELS:
            break
    while words and words[0] in _JOINTS:
        del words[0]
    return " ".join(words)


def _once(place: str) -> str:
    """Of "Hà Nam Hà Nam", where the subject beside it ends in the same name, keep one."""
    words = place.split()
    half = len(words) // 2
    return " ".join(words[half:]) if half and words[:half] == words[half:] else place


_NOTE = re.compile(
    rf"{spaced(lx.ATTACHED_TO)}\s*:?\s*(?P<n>\d{{0,5}}(?:/\d{{4}})?)\s?(?P<sep>[/-])\s?(?P<mark>{_MARK})"
    r"(?P<rest>[^()]{0,200})",
    re.IGNORECASE,
)
_NOTED_DAY = re.compile(_DAY, re.IGNORECASE)
_OF = re.compile(r"\scủa\s+(?P<name>\S[^.;]{2,120})")


@dataclass(frozen=True, slots=True)
class Note:
    """What "(Ban hành kèm theo Quyết định số … ngày … của …)" says of the document above it."""

    kind: str
    number: Number
    date: str | None
    issuer: str | None


def attached_note(plain: str) -> Note | None:
    """Return what the first note of an attachment says, for a plan that has no head of its own."""
    match = _NOTE.search(plain)
    if not match:
        return None
    mark = re.sub(r"\s", "", match["mark"])
    span = Span(match.start("n"), match.end("mark"))
    printed = f"{match['n']}{match['sep']}{mark}" if match["n"] else None
    number = Number(printed, mark, span, span)
    day = _NOTED_DAY.search(match["rest"])
    of = _OF.search(match["rest"], day.end() if day else 0)
    name = squeeze(of["name"]) if of else None
    if name:
        name = phrase(r"^" + lx.COMMITTEE_FORMS).sub(lx.PEOPLES_COMMITTEE, name).strip(" /*")
    return Note(squeeze(match["kind"]).capitalize(), number, _iso(day) if day else None, name)
