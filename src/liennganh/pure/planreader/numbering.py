"""Numbering: what opens a paragraph ("I.", "1.1", "a)", "-", "Nhiệm vụ 2:") and how kinds rank.

Each office numbers in its own way, so a kind of number is only a name with a usual rank; which
kind stands below which is worked out by the outline.
"""

import re

from . import lexicon as lx
from .patterns import UPPER, spaced

_SEPARATED = r"\s*[.)/:\-–]\s*(?=\S)"
_NAMED = re.compile(
    rf"\s*((?P<word>{spaced(lx.NAMED_ITEMS)})\s+(?:\d{{1,2}}(?:\.\d{{1,2}}){{0,2}}|[IVX]{{1,5}}|{spaced(lx.ORDINALS)}))"
    rf"{_SEPARATED}",
    re.IGNORECASE,
)
_ORDINAL = re.compile(rf"\s*({spaced(lx.ORDINAL_ITEMS)})\s*[,:]\s*(?=\S)")
_NUMBERED = (
    (
        "part",
        re.compile(
            r"\s*((?:PHẦN|Phần|CHƯƠNG|Chương)\s+(?:[IVX]+|\d+|thứ\s+\w+|THỨ\s+\w+)\b)[.:]?\s*"
        ),
    ),
    ("section", re.compile(r"\s*((?:Mục|MỤC|Tiểu\s+mục)\s+\d{1,2}\b)[.:]?\s*")),
    ("article", re.compile(r"\s*(Điều\s+\d+)[.:]?\s*")),
    # "I.1.", "A.2": a number that names its section too.
    ("sub", re.compile(r"\s*((?:[IVX]{1,5}|[A-H])\.\s?\d{1,2})(?:[.)/:]\s*|\s+)(?=\D)")),
    (
        "roman",
        re.compile(rf"\s*(?:(?:Mục|MỤC)\s+)?(?!V/v)([IVX]{{1,6}}){_SEPARATED}"),
    ),
    ("capital", re.compile(r"\s*([A-ZĐ])\s?[.)/]\s*(?=[^\W\d]{2})")),
    ("dotted4", re.compile(r"\s*(\d{1,2}(?:\.\s?\d{1,2}){3})(?:[.)]\s*|\s+)(?=\D)")),
    (
        "dotted3",
        re.compile(
            r"\s*(\d{1,2}\.\s?\d{1,2}\.\s?\d{1,2})(?:[.)]\s*(?=\D)|[.)]?\s+(?=\D)|[.)]\s+(?=\d))"
        ),
    ),
    ("dotted2", re.compile(r"\s*(\d{1,2}\.\s?\d{1,2})(?:[.)]\s*(?=\D)|\s+(?=\D)|[.)]\s+(?=\d))")),
    ("arabic", re.compile(r"\s*(\d{1,2})\s?(?:[.)]|/(?=\s))\s*(?=[^\W\d]|[“\"(])")),
    ("arabic", re.compile(r"\s*(\d{1,2})\s?\.\s+(?=\d)")),
    # "1- Sở Y tế", but not the range in "3 - 5%" or the name in "1-5 tuổi".
    ("arabic", re.compile(rf"\s*(\d{{1,2}})\s?[-–]\s*(?=[{UPPER}])")),
    ("letter", re.compile(r"\s*([a-zđ]\d?|[ivx]{2,4})\s?(?:[.)]|/(?=\s))\s*(?=\S)")),
    ("letter", re.compile(rf"\s*([a-zđ])\s?[-–]\s+(?=[{UPPER}])")),
    ("bracket", re.compile(r"\s*\((\d{1,2}|[a-zđ]|[ivx]{2,4})\)\s*(?=\S)")),
    ("star", re.compile(r"\s*(\*)\s+(?=\S)")),
    ("dash", re.compile(r"\s*([-–—])\s*(?=[^\s\d]|\d+\s|\d+[/%]|\d)")),
    # Other signs, those of a symbol font (U+E000 and on) among them.
    ("dot", re.compile(r"\s*([•●▪·■□◆◇○►▶➢➤✓✔❖♦→\ue000-\uf8ff])\s*(?=\S)")),
    ("plus", re.compile(r"\s*([+◦])\s*(?=\S)")),
)  # fmt: skip
BULLETS = frozenset({"dash", "plus", "star", "dot", "ordinal"})
# Outermost first: where a new kind meets these, the order says which of them it ends.
_ORDER = (
    "part",
    "section",
    "capital",
    "roman",
    "article",
    "named",
    "sub",
    "arabic",
    "dotted2",
    "dotted3",
    "dotted4",
    "letter",
    "bracket",
    "star",
    "ordinal",
    "dash",
    "dot",
    "plus",
)
UPPERMOST = frozenset({"part", "section", "capital", "roman"})
_RANK = {kind: rank for rank, kind in enumerate(_ORDER)}
_FIRST = frozenset({"1", "01", "I", "A", "a", "i"})


def marker_of(line: str) -> tuple[str, str, int]:
    """Return the kind of numbering that opens a line, its label, and its length."""
    for kind, pattern in _NUMBERED:
        if match := pattern.match(line):
            return kind, re.sub(r"\s", "", match[1]), match.end()
    if named := _NAMED.match(line):
        # "Dự án 1" and "Tiểu dự án 1" are two levels: the word is part of the kind.
        word = " ".join(named["word"].lower().split())
        return f"named {word}", " ".join(named[1].split()), named.end()
    if ordinal := _ORDINAL.match(line):
        return "ordinal", ordinal[1], ordinal.end()
    return "", "", 0


def rank(kind: str) -> int:
    """Return how deep a kind of number usually stands; what has none stands deepest."""
    return _RANK.get(kind.split(" ", 1)[0], len(_RANK)) if kind else len(_RANK)


def opens_run(kind: str, label: str) -> bool:
    """Say whether a label is the first of its run ("1.", "a)", "Nhiệm vụ 1:", any bullet)."""
    if kind in BULLETS:
        return True
    last = re.split(r"[ .]", label)[-1]
    return last in _FIRST or last == lx.FIRST_ORDINAL


def number_of(label: str) -> int:
    """Return the number of an Arabic label, or 0."""
    return int(label) if label.isdigit() else 0
