"""Texts as they were typed in the fonts that came before Unicode."""

import unicodedata

from liennganh.pure.planreader.files.encodings import TCVN3, VNI_LETTERS, VNI_MARKS
from liennganh.pure.planreader.lines import normalise


def to_tcvn3(text: str) -> bytes:
    """Return a text as typed in a font of TCVN3, which has no toned capitals."""
    letters = {new: old for old, new in reversed(TCVN3.items())}
    small = (letters.get(c) or letters.get(c.lower(), c) for c in normalise(text))
    return "".join(small).encode("cp1252")


def to_vni(text: str) -> bytes:
    """Return a text as typed in a font of VNI."""
    letters = {new: old for old, new in VNI_LETTERS.items()}
    marks = {new: old for old, new in VNI_MARKS.items()}
    out = []
    for char in normalise(text):
        parts = unicodedata.normalize("NFD", char)
        if char in letters:
            out.append(letters[char])
        elif parts[:1].isascii() and len(parts) > 1 and (mark := _vni_mark(parts[1:], marks)):
            out.append(parts[0] + (mark.upper() if parts[0].isupper() else mark))
        elif len(parts) > 1 and parts[1] == "\u031b":  # ơ, ư with a tone
            base = unicodedata.normalize("NFC", parts[0] + parts[1])
            mark = marks["".join(m for m in parts[1:] if m != "\u031b")]
            out.append(letters[base] + (mark.upper() if parts[0].isupper() else mark))
        else:
            out.append(char)
    return "".join(out).encode("cp1252")


def _vni_mark(found: str, marks: dict[str, str]) -> str | None:
    # Decomposition puts a dot below before the hat; VNI has one sign for both.
    return marks.get(found) or marks.get(found[::-1])
