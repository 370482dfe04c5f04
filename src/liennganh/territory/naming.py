"""Kinds of unit and how people write them: "TP. Lạng Sơn", "P.Hoa Lư", "UBND tỉnh Thanh Hoá"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from liennganh.pure.vietnamese import fold, nfc, sort_key

COMMUNE_KINDS = ("Phường", "Xã", "Thị trấn", "Đặc khu")

# Folded words that stand before a name. "tp" is Thành phố of a province or under the centre alike.
_WORDS = {
    "thanh pho": "Thành phố",
    "t p": "Thành phố",
    "tp": "Thành phố",
    "tinh": "Tỉnh",
    "quan": "Quận",
    "q": "Quận",
    "huyen": "Huyện",
    "h": "Huyện",
    "thi xa": "Thị xã",
    "t x": "Thị xã",
    "tx": "Thị xã",
    "thi tran": "Thị trấn",
    "t t": "Thị trấn",
    "tt": "Thị trấn",
    "phuong": "Phường",
    "p": "Phường",
    "xa": "Xã",
    "x": "Xã",
    "dac khu": "Đặc khu",
    "dk": "Đặc khu",
}
_BODIES = ("uy ban nhan dan ", "ubnd ")
_SHORT_FORMS = {"hcm": "ho chi minh", "tphcm": "ho chi minh", "hn": "ha noi"}
# Two hexadecimal digits for each letter or tone sort alike under every collation.
_OFFSET, _HIGHEST = 2, 0xFF


@dataclass(frozen=True)
class Wording:
    """One way to understand a written name: its kind, if one was written, and the folded rest."""

    kind: str | None
    folded: str


def wordings(text: str) -> list[Wording]:
    """Return every way to understand a written name, the one with a kind first.

    "Xà Phiên" folds to "xa phien", which may be Xã Phiên or a place called Xà Phiên: both are
    returned and the table decides. Numbers are tried with and without a leading zero.
    """
    bare = fold(text)
    for body in _BODIES:
        bare = bare.removeprefix(body)
    found: list[Wording] = []
    words = bare.split()
    for length in (2, 1):
        kind = _WORDS.get(" ".join(words[:length]))
        if kind and len(words) > length:
            rest = " ".join(words[length:])
            found += [Wording(kind, form) for form in _forms(rest)]
            break
    return found + [Wording(None, form) for form in _forms(bare)]


def _forms(folded: str) -> Iterator[str]:
    if not folded:
        return
    yield _SHORT_FORMS.get(folded, folded)
    if folded.isdigit():
        other = str(int(folded)) if folded.startswith("0") else folded.zfill(2)
        if other != folded:
            yield other


def split_typed(line: str) -> tuple[str | None, str]:
    """Split a typed line into its kind and the name as typed, in NFC with single spaces.

    A number before it, as in a pasted list ("12. Phường Đông Kinh"), is dropped. The kind is None
    where the line begins with no known one.
    """
    text = re.sub(r"^\s*\d{1,3}\s*[.)]\s+", "", nfc(line))
    words = re.sub(r"\.\s*", ". ", text).split()
    for length in (2, 1):
        kind = _WORDS.get(fold(" ".join(words[:length])))
        if kind and len(words) > length:
            return kind, " ".join(words[length:])
    return None, " ".join(words)


@cache
def spelling(name: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return what two spellings of one name share: letters and tones, wherever the tones stand.

    "Thanh Hoá" and "Thanh Hóa" are alike, "Lãng Sơn" and "Lạng Sơn" are not.
    """
    letters, tones = sort_key(name)
    return letters, tuple(sorted(tone for tone in tones if tone))


def spellings(text: str) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Return the spellings meant by a written name, or none if it was written without any mark."""
    if fold(text) == " ".join(re.findall(r"\w+", text.casefold())):
        return set()
    return {spelling(split_typed(text)[1]), spelling(" ".join(text.split()))}


@cache
def key_fields(name: str) -> dict[str, str]:
    """Return what is stored beside a name: its search key, and a text to sort by on any database."""
    letters, tones = sort_key(name)
    return {"folded": fold(name), "sort_key": f"{_digits(letters)}00{_digits(tones)}"}


def _digits(places: tuple[int, ...]) -> str:
    return "".join(f"{min(place + _OFFSET, _HIGHEST):02x}" for place in places)
