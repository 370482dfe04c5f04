"""Bytes to Unicode: UTF-8 and UTF-16, code page 1258, and the two old Vietnamese font encodings.

TCVN3 ("ABC", .VnTime) and VNI-Windows are not character sets to a computer: their letters are
Latin-1 characters drawn differently by the font. They are recognised by how often their letters
would come out as Vietnamese words, and mapped letter by letter. Tables after TCVN 5712:1993 (VN3)
and the published VNI-Windows table.
"""

# ruff: noqa: PLR2004 - small lengths and distances in characters, explained where they stand

import re
import unicodedata
from collections.abc import Iterable

from charset_normalizer import from_bytes

TCVN3 = dict(
    zip(
        "¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉËÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\xadøõö÷ùýúûüþ®¡¢£¤¥¦§",
        "áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđĂÂÊÔƠƯĐ",
        strict=True,
    )
)

# VNI: a letter followed by the mark of its tone or shape.
VNI_MARKS = {
    "ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323",
    "â": "\u0302", "á": "\u0302\u0301", "à": "\u0302\u0300", "å": "\u0302\u0309", "ã": "\u0302\u0303",
    "ä": "\u0302\u0323", "ê": "\u0306", "é": "\u0306\u0301", "è": "\u0306\u0300", "ú": "\u0306\u0309",
    "ü": "\u0306\u0303", "ë": "\u0306\u0323",
}  # fmt: skip
VNI_LETTERS = {
    "ñ": "đ", "Ñ": "Đ", "ô": "ơ", "Ô": "Ơ", "ö": "ư", "Ö": "Ư", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ",
    "ò": "ị", "Í": "Í", "Ì": "Ì", "Æ": "Ỉ", "Ó": "Ĩ", "Ò": "Ị", "î": "ỵ", "Î": "Ỵ",
}  # fmt: skip
_VNI_ALL_MARKS = {**VNI_MARKS, **{k.upper(): v for k, v in VNI_MARKS.items()}}
# Both in one pass: "ô" is the letter ơ, but "oâ" makes ô, which must not be turned again.
_VNI_PAIR = re.compile(
    f"([AEIOUYaeiouyöôÖÔ])([{''.join(_VNI_ALL_MARKS)}])|([{''.join(VNI_LETTERS)}])"
)

# Words that nearly every official text has; each encoding is judged by how many it yields.
_COMMON = frozenset(
    [
        "và",
        "của",
        "các",
        "về",
        "được",
        "trong",
        "công",
        "tác",
        "thực",
        "hiện",
        "nhân",
        "dân",
        "hoạch",
        "số",
        "năm",
        "tỉnh",
        "xã",
        "hội",
        "đơn",
        "vị",
        "với",
        "cho",
        "những",
        "kế",
        "ủy",
        "ban",
        "quyết",
        "định",
    ]
)


_STATED = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{3,20})", re.IGNORECASE)


def stated_charset(data: bytes) -> str | None:
    """Return the encoding that a web page states of itself."""
    found = _STATED.search(data[:4096])
    return found[1].decode("ascii") if found else None


_VIETNAMESE_PAGES = frozenset({"windows-1258", "cp1258"})


def decode(data: bytes, stated: str | None = None) -> tuple[str, tuple[str, ...]]:
    """Return the text of a file of plain text and warnings about how it was decoded.

    ``stated`` is the encoding that the file claims; believed where the bytes are no UTF-8.

    Raises:
        UnicodeError: the bytes are no text in any encoding tried.

    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16"), ()
    if data.startswith(b"\xef\xbb\xbf"):
        return data.decode("utf-8-sig", errors="replace"), ()
    if guess := _utf16_without_mark(data):
        return data.decode(guess), ("Tệp dùng mã UTF-16 không có dấu nhận biết.",)
    try:
        return convert_fonts(data.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    if b"\x00" in data[:4096]:
        raise UnicodeError
    if stated and stated.lower() in _VIETNAMESE_PAGES:
        return _cp1258(data), ()
    return _legacy(data)


def _utf16_without_mark(data: bytes) -> str | None:
    """Vietnamese in UTF-16 is full of zero bytes on one side: spaces and plain letters."""
    sample = data[:4096]
    if len(sample) < 8 or len(data) % 2:
        return None
    odd, even = sample[1::2].count(0), sample[::2].count(0)
    half = len(sample) // 2
    if odd > half * 0.4 and even < half * 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.4 and odd < half * 0.05 else None


def _legacy(data: bytes) -> tuple[str, tuple[str, ...]]:
    # Dashes and quotation marks of both fonts are those of code page 1252.
    western = data.decode("cp1252", "replace")
    candidates = [
        (_score(turned), turned, label)
        for turned, label in (
            (from_tcvn3(western), "TCVN3 (ABC)"),
            (from_vni(western), "VNI"),
            (_cp1258(data), "Windows-1258"),
        )
    ]
    best = max(candidates, key=lambda c: c[0])
    if best[0] > 0:
        return best[1], (
            f"Tệp dùng bảng mã cũ {best[2]}; đã đổi sang Unicode, hãy đọc lại các dấu.",
        )
    match = from_bytes(data[:200_000]).best()
    if match is None:
        raise UnicodeError
    text = data.decode(match.encoding, "replace")
    return text, (f"Bảng mã của tệp được đoán là {match.encoding}; hãy đọc lại các dấu.",)


def _cp1258(data: bytes) -> str:
    return unicodedata.normalize("NFC", data.decode("cp1258", "replace"))


def _score(text: str) -> int:
    return sum(word in _COMMON for word in text[:20_000].lower().split())


def convert_fonts(text: str) -> tuple[str, tuple[str, ...]]:
    """Undo TCVN3 or VNI in text that is Unicode but was typed in an old font."""
    plain = _score(text)
    best, name, score = text, "", plain
    for convert, label in ((from_tcvn3, "TCVN3 (ABC)"), (from_vni, "VNI")):
        turned = convert(text)
        if (found := _score(turned)) > score + 2 and found > plain * 2:
            best, name, score = turned, label, found
    if not name:
        return text, ()
    return best, (f"Chữ trong tệp dùng phông {name}; đã đổi sang Unicode, hãy đọc lại các dấu.",)


# A line or a word in capitals, but for the toned letters, which TCVN3 has no capitals of.
_CAPITAL_LINE = re.compile(r"(?m)^[^\na-z]*[A-Z][^\na-z]*[A-Z][^\na-z]*[A-Z][^\na-z]*$")
_CAPITAL_WORD = re.compile(
    r"(?<![^\W\d_])(?=[^\W\d_a-z]*[A-Z][^\W\d_a-z]*[A-Z])[^\W\d_a-z]+(?![^\W\d_])"
)


def from_tcvn3(text: str) -> str:
    """Map TCVN3 letters to Unicode.

    It has no toned capitals, another font draws them: they follow the letters around them.
    """
    turned = text.translate({ord(old): new for old, new in TCVN3.items()})
    turned = _CAPITAL_LINE.sub(lambda match: match[0].upper(), turned)
    return _CAPITAL_WORD.sub(lambda match: match[0].upper(), turned)


_ONLY_UNICODE = re.compile("[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")


def _old_font(font: str) -> str:
    """Return ``vn`` for a font of TCVN3 (.VnTime), ``vni`` for one of VNI, ``""`` for any other."""
    name = font.rpartition("+")[2].lower()
    if name.startswith((".vn", "vntime", "vnarial")):
        return "vn"
    return "vni" if name.startswith("vni") else ""


def fonts_to_convert(runs: Iterable[tuple[str, str]]) -> frozenset[str]:
    """Return which families of old fonts hold text in their own encoding, given (font, text).

    A run may bear the name of such a font and yet hold Unicode; then its letters tell.
    """
    letters: dict[str, list[str]] = {}
    for font, text in runs:
        if family := _old_font(font):
            letters.setdefault(family, []).append(text)
    return frozenset(
        family
        for family, texts in letters.items()
        if (joined := "".join(texts)) and not joined.isascii() and not _ONLY_UNICODE.search(joined)
    )


def convert_run(text: str, font: str, families: frozenset[str]) -> list[tuple[int, int, str]]:
    """Return the letters of a run in an old font as (start, end, letter), nothing for others.

    TCVN3 has capitals of its own for no toned letter: fonts with names in H draw them.
    """
    family = _old_font(font)
    if family not in families:
        return []
    if family == "vn":
        capital = font.rstrip("0123456789").endswith("H")
        letters = from_tcvn3(text)
        letters = "".join(c.upper() for c in letters) if capital else letters
        return [(at, at + 1, letter) for at, letter in enumerate(letters)]
    out: list[tuple[int, int, str]] = []
    at = 0
    while at < len(text):
        match = _VNI_PAIR.match(text, at)
        end = match.end() if match else at + 1
        out.append((at, end, from_vni(text[at:end])))
        at = end
    return out


def from_vni(text: str) -> str:
    """Map VNI-Windows letter pairs to Unicode."""

    def pair(match: re.Match[str]) -> str:
        if match[3]:
            return VNI_LETTERS[match[3]]
        letter = VNI_LETTERS.get(match[1], match[1])
        return unicodedata.normalize("NFC", letter + _VNI_ALL_MARKS[match[2]])

    return _VNI_PAIR.sub(pair, text)
