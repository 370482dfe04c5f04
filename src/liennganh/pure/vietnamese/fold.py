"""Folding and sorting of Vietnamese text.

Searching must find "thanh hoá", "Thanh Hóa" and "THANH HOA" alike, on SQLite as on PostgreSQL, so
a folded key is stored beside each name. đ is a letter of its own, not d with a mark: Unicode
decomposition leaves it, and it is mapped by hand.
"""

import re
import unicodedata

# The order of letters and of tones in Vietnamese dictionaries.
_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_SHAPES = {
    ("a", "\u0306"): "ă",
    ("a", "\u0302"): "â",
    ("e", "\u0302"): "ê",
    ("o", "\u0302"): "ô",
    ("o", "\u031b"): "ơ",
    ("u", "\u031b"): "ư",
}
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "–": "-", "—": "-"})


def nfc(text: str) -> str:
    """Return the text in Unicode NFC, the only form that is stored."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Return a search key: lower case, no tone or letter marks, đ as d, single spaces.

    Because every mark goes, Uỷ/Ủy and Hoà/Hòa become equal. Punctuation becomes a space, but an
    apostrophe inside a name (Ea H'leo) is dropped.
    """
    decomposed = unicodedata.normalize("NFD", text.translate(_APOSTROPHES).casefold())
    bare = "".join(c for c in decomposed if not unicodedata.combining(c)).replace("đ", "d")
    return re.sub(r"[\W_]+", " ", bare.replace("'", "")).strip()


def _letter(base: str, marks: str) -> tuple[int, int]:
    tone = 0
    letter = base
    for mark in marks:
        if mark in _TONES:
            tone = _TONES[mark]
        else:
            letter = _SHAPES.get((letter, mark), letter)
    place = _LETTERS.find(letter)
    return (place if place >= 0 else len(_LETTERS) + ord(letter), tone)


def sort_key(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return a key that sorts as a Vietnamese dictionary does: by letters, then by tones."""
    decomposed = unicodedata.normalize("NFD", text.casefold())
    letters: list[int] = []
    tones: list[int] = []
    for match in re.finditer(r"(.)([\u0300-\u036f]*)", decomposed, flags=re.DOTALL):
        if not match[1].isalnum():
            letters.append(-1)
            tones.append(0)
            continue
        letter, tone = _letter(match[1], match[2])
        letters.append(letter)
        tones.append(tone)
    return tuple(letters), tuple(tones)
