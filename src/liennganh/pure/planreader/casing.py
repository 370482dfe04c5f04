"""From the capitals of a printed head to the letters of a sentence."""

import re

from . import lexicon as lx
from .patterns import phrase, spaced, squeeze

_NAMES = tuple(
    (re.compile(rf"(?<!\w){re.escape(name.lower())}(?!\w)"), name)
    for name in sorted(lx.PROPER_NAMES, key=len)
)
_ACRONYM = re.compile(
    rf"(?<!\w)(?:{'|'.join(sorted((a.lower() for a in lx.ACRONYMS), key=len, reverse=True))})(?!\w)"
)
_UNIT = re.compile(rf"(?<!\w)(?P<level>{spaced(lx.LEVELS)})\s+(?P<name>\S.*)$")
_HOLDERS = re.compile(
    rf"(?<!\w)(?:{lx.PARTY_COMMITTEES}|{lx.UNIONS_OF_UNITS})\s+(?!{lx.LEVELS}\s|khối |công an |bộ |quân )(?P<name>\S.*)$"
)
_COMMITTEE = re.compile(spaced(lx.COMMITTEE_FORMS), re.IGNORECASE)


def cased(name: str, body: str, place: str | None = None) -> str:
    """Return the name of an issuer as a sentence prints it.

    ``body`` is searched for the same name first; else proper names of the lexicon and the
    territory after its level are given their capitals.
    """
    if not any(len(w) > 1 and w.isupper() for w in name.split()):
        return name
    office, unit = _parted(" ".join(name.lower().split()))
    return f"{_office(office, name, body, place)} {unit}".strip()


def _parted(low: str) -> tuple[str, str]:
    """Split "sở y tế tỉnh hà nam" into the office and the territory, which gets its capitals."""
    if held := _HOLDERS.search(low):
        return low[: held.start("name")].strip(), held["name"].title()
    level = _UNIT.search(low)
    if not level:
        return low, ""
    short = level["level"]
    unit = f"{lx.LEVEL_FULL.get(short, short)} {level['name'].strip().title()}"
    return low[: level.start()].strip(), unit


def _office(office: str, printed: str, body: str, place: str | None) -> str:
    if not office:
        return ""
    committee = _COMMITTEE.fullmatch(office)
    if committee:
        return lx.PEOPLES_COMMITTEE
    if len(office.split()) > 1:
        loose = r"\s+".join(re.escape(w) for w in office.split())
        for match in re.finditer(rf"(?<!\w){loose}(?!\w)", body, re.IGNORECASE):
            found = squeeze(match.group())
            if found != found.upper() and found != found.lower():
                return found[0].upper() + found[1:]
    out = _COMMITTEE.sub(lx.PEOPLES_COMMITTEE, office)
    for pattern, proper in _NAMES:
        out = pattern.sub(proper, out)
    out = _ACRONYM.sub(lambda m: m.group().upper(), out)
    if place and not phrase(lx.LEVELS + " ").match(place):
        out = re.sub(rf"(?<!\w){re.escape(place.lower())}$", place, out)
    out = _marks_kept(out, printed)
    return out[0].upper() + out[1:]


def _marks_kept(out: str, printed: str) -> str:
    """Give numbers inside a name their letters back: "số 06-CTr/TU"."""
    for mark in re.findall(r"\d[\w/-]*[A-ZĐ/][\w/-]*", printed):
        out = re.sub(re.escape(mark.lower()), mark, out)
    return out
