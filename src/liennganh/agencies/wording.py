"""How plans write the name of a body: classes, kinds, the unit at its end. No database here."""

import re
from dataclasses import dataclass
from functools import cache

from liennganh.pure.vietnamese import fold

from .kinds import COMMUNE, DISTRICT, KINDS, OTHER, PROVINCE

# Abbreviations that stand for whole words wherever they occur, folded ("LĐ-TB&XH" → "ld tb xh").
_SHORT = (
    ("ubnd", "uy ban nhan dan"),
    ("hdnd", "hoi dong nhan dan"),
    ("ubmttqvn", "uy ban mat tran to quoc viet nam"),
    ("ubmttq", "uy ban mat tran to quoc viet nam"),
    ("mttqvn", "mat tran to quoc viet nam"),
    ("mttq", "mat tran to quoc"),
    ("ub", "uy ban"),
    ("lhpn", "lien hiep phu nu"),
    ("ccb", "cuu chien binh"),
    ("ldld", "lien doan lao dong"),
    ("tncshcm", "thanh nien cong san ho chi minh"),
    ("tncs hcm", "thanh nien cong san ho chi minh"),
    ("tncs", "thanh nien cong san"),
    ("vksnd", "vien kiem sat nhan dan"),
    ("vks", "vien kiem sat"),
    ("tand", "toa an nhan dan"),
    ("nhcsxh", "ngan hang chinh sach xa hoi"),
    ("bhxh", "bao hiem xa hoi"),
    ("kbnn", "kho bac nha nuoc"),
    ("bdbp", "bo doi bien phong"),
    ("chqs", "chi huy quan su"),
    ("bcd", "ban chi dao"),
    ("ldtb va xh", "lao dong thuong binh xa hoi"),
    ("ld tb va xh", "lao dong thuong binh xa hoi"),
    ("ld tb xh", "lao dong thuong binh xa hoi"),
    ("ldtb xh", "lao dong thuong binh xa hoi"),
    ("ld tbxh", "lao dong thuong binh xa hoi"),
    ("ldtbxh", "lao dong thuong binh xa hoi"),
)
_UNIT_WORDS = {
    "tinh": PROVINCE,
    "huyen": DISTRICT,
    "quan": DISTRICT,
    "thi xa": DISTRICT,
    "xa": COMMUNE,
    "phuong": COMMUNE,
    "thi tran": COMMUNE,
    "dac khu": COMMUNE,
    "thanh pho": "",  # of either level: the unit of the plan decides
    "tp": "",
}
_LEVEL_WORDS = {"cap tinh": PROVINCE, "cap huyen": DISTRICT, "cap xa": COMMUNE}
_COMMUNES = {"xa", "phuong", "thi tran", "dac khu"}
_DISTRICTS = {"huyen", "quan", "thi xa"}
_FILLING = {"cac", "va", "cap", "co", "lien", "tren", "dia", "ban"}

_HEAD = r"(?:thu truong |lanh dao |nguoi dung dau )?(?:cac |nhung |toan bo )?"
_CLASSES = (
    ("departments", re.compile(_HEAD + r"so (?:ban )?nganh\b.*")),
    ("departments", re.compile(_HEAD + r"(?:co quan )?ban nganh\b.*")),
    ("departments", re.compile(_HEAD + r"phong ban\b.*")),
    ("departments", re.compile(_HEAD + r"co quan chuyen mon\b.*")),
    ("associations", re.compile(r"cac (?:hoi )?doan the\b.*")),
    ("associations", re.compile(r"cac hoi\b.*")),
    ("associations", re.compile(r"(?:cac )?to chuc (?:thanh vien|chinh tri xa hoi|doan the)\b.*")),
    ("associations", re.compile(r"doan the(?: (?:tinh|thanh pho|huyen|cac cap))?")),
    ("press", re.compile(r"(?:cac )?(?:co quan )?(?:thong tan )?bao chi\b.*")),
    ("press", re.compile(r"(?:cac )?(?:co quan )?bao dai(?: (?:tinh|thanh pho|dia phuong))?")),
    ("press", re.compile(r"(?:cac )?co quan (?:thong tin dai chung|truyen thong)\b.*")),
    ("schools", re.compile(r"(?:cac )?(?:truong hoc|co so giao duc)\b.*")),
)


@dataclass(frozen=True)
class Wording:
    """What a printed name says by itself.

    ``level`` is empty where the words leave it open; ``place`` is the folded proper name that
    follows the unit word, empty where none stands.
    """

    whole_class: str = ""
    kind: str | None = None
    level: str = ""
    unit_word: str = ""
    place: str = ""


def loose(text: str) -> str:
    """Return a folded name without "và", with abbreviations written out.

    "Sở Lao động, Thương binh và Xã hội" and "Sở LĐ-TB&XH" become the same text.
    """
    text = f" {fold(text)} "
    for short, full in _SHORT:
        text = text.replace(f" {short} ", f" {full} ")
    return " ".join(word for word in text.split() if word != "va")


@cache
def _words_of_kinds() -> dict[str, tuple[str, ...]]:
    """Return the loose words of every kind, with the keys of the kinds they may mean."""
    found: dict[str, list[str]] = {}
    for kind in KINDS.values():
        if kind.key == OTHER:
            continue
        patterns = [re.sub(r"\s*\{\w+\}", "", name) for name in kind.names.values()]
        for words in (*patterns, *kind.words, *kind.also):
            keys = found.setdefault(loose(words), [])
            if kind.key not in keys:
                keys.append(kind.key)
    return {words: tuple(keys) for words, keys in found.items()}


def read(printed: str, *, own_names: frozenset[str] = frozenset(), level: str = "") -> Wording:
    """Say what a printed name means.

    ``own_names`` are the folded proper names of the plan's unit and of those above it ("ninh
    binh"), so that "Báo Ninh Bình" is taken apart; ``level`` is the level of the plan's unit.
    """
    text = loose(printed)
    if committees := _committees(text, own_names, level):
        return committees
    for whole_class, pattern in _CLASSES:
        if pattern.fullmatch(text):
            return Wording(whole_class=whole_class)
    head, unit_word, place = _take_unit_off(text, own_names)
    keys = _words_of_kinds().get(head, ())
    if not keys:
        return Wording(unit_word=unit_word, place=place)
    at = _LEVEL_WORDS.get(unit_word) or _UNIT_WORDS.get(unit_word, "")
    fitting = [key for key in keys if not (at or level) or (at or level) in KINDS[key].names]
    return Wording(kind=(fitting or list(keys))[0], level=at, unit_word=unit_word, place=place)


def _committees(text: str, own_names: frozenset[str], level: str) -> Wording | None:
    """Recognise "UBND các phường, xã" and its like; None for one committee or another body."""
    found = re.fullmatch(r"(?:chu tich )?(?:cac )?uy ban nhan dan (.+)", text)
    if found is None:
        return None
    rest = found[1]
    if rest.startswith("cac cap"):
        return Wording(whole_class="levels", kind="ubnd")
    words = rest
    for name in sorted(own_names, key=len, reverse=True):
        words = re.sub(rf"\b{name}\b", " ", words)
    named: set[str] = set()
    for unit_word in (
        "thi tran",
        "thi xa",
        "dac khu",
        "thanh pho",
        "huyen",
        "quan",
        "xa",
        "phuong",
    ):
        words, count = re.subn(rf"\b{unit_word}\b", " ", words)
        if count:
            named.add(unit_word)
    # What is left over is a proper name: one committee, not a class.
    if set(words.split()) - _FILLING - {"tinh"}:
        return None
    plural = bool({"cac", "cap"} & set(words.split())) or len(named) > 1
    if named & _DISTRICTS and (plural or level == PROVINCE):
        return Wording(whole_class="districts", kind="ubnd", level=DISTRICT)
    if named & _COMMUNES and (plural or level != COMMUNE):
        return Wording(whole_class="communes", kind="ubnd", level=COMMUNE)
    return None


def _take_unit_off(text: str, own_names: frozenset[str]) -> tuple[str, str, str]:
    """Split "cong an tinh ninh binh" into head, unit word and place.

    The longest head that is the name of a kind wins, so that "van phong uy ban nhan dan tinh" is
    an office and not a committee.
    """
    known = _words_of_kinds()
    words = text.split()
    for cut in range(len(words), 0, -1):
        head, tail = " ".join(words[:cut]), words[cut:]
        if head not in known:
            continue
        if not tail:
            return head, "", ""
        for length in (2, 1):
            unit_word = " ".join(tail[:length])
            if unit_word in _UNIT_WORDS or unit_word in _LEVEL_WORDS:
                return head, unit_word, " ".join(tail[length:])
        if " ".join(tail) in own_names or " ".join(tail) in {"dia phuong", "so tai", "cac cap"}:
            place = " ".join(tail)
            return head, "", place if place in own_names else ""
    return text, "", ""
