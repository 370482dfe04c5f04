"""Two lines of one paragraph put together, hyphens and torn numbers included."""

import re
import unicodedata

# A number of a document that a narrow column broke within: "109/2022/N" + "Đ-CP".
_TORN_NUMBER = re.compile(r"\d/[A-ZĐ]*$")
_REST_OF_NUMBER = re.compile(r"[A-ZĐ]{0,5}-[A-ZĐ]")
_WORD_AT_END = re.compile(r"([^\W\d_]{1,8})-$")
_WORD_AT_START = re.compile(r"[^\W\d_]{1,8}")
_LONGEST_END = 12  # characters looked at


def joined(before: str, after: str) -> str:
    """Join two lines; one that ends in a hyphen or stroke goes on without a space.

    The hyphen goes where it parted one syllable ("nhi-" + "ệm"), and stays between words and in
    numbers ("2026-" + "2030", "QĐ-" + "TTg").
    """
    end = before[-_LONGEST_END:]
    if end.endswith("\u00ad") or _parts_a_syllable(end, after):
        return before[:-1] + after
    if len(end) > 1 and end[-1] in "-/" and end[-2].isalnum() and after[:1].isalnum():
        return before + after
    if _TORN_NUMBER.search(end) and _REST_OF_NUMBER.match(after):
        return before + after
    return f"{before} {after}" if before else after


def _parts_a_syllable(end: str, after: str) -> bool:
    first, rest = _WORD_AT_END.search(end), _WORD_AT_START.match(after)
    if not first or not rest or not first[1].islower() or not rest[0].islower():
        return False
    one, two = _bare(first[1]), _bare(rest[0])
    # A Vietnamese syllable has vowels in one place: halves without any, or vowels on both sides.
    return not _has_vowel(one) or not _has_vowel(two) or (one[-1] in "iouy" and two[0] in "aeiouy")


def _bare(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def _has_vowel(word: str) -> bool:
    return any(c in "aeiouy" for c in word)
