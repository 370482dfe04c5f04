"""Text made to trouble the reader: from its own patterns, and by the grammar of official paper.

``pieces_of`` walks a compiled pattern and writes texts that it matches, or all but matches: the
worst that a regular expression can be given is its own words again and again, broken off late.
"""

import importlib
import pkgutil
import random
import re
from collections.abc import Iterator
from contextlib import suppress
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from types import ModuleType
from typing import Any

import liennganh.pure.planreader as package
from liennganh.pure.planreader import lexicon, patterns

_MOST_REPEATS = 3
_SHORT = 2
_ANY_TEXT = "a Đ1,;.:-|(\n"
_CLASSES = {
    sre.CATEGORY_DIGIT: "7",
    sre.CATEGORY_NOT_DIGIT: "x",
    sre.CATEGORY_SPACE: " ",
    sre.CATEGORY_NOT_SPACE: "s",
    sre.CATEGORY_WORD: "w",
    sre.CATEGORY_NOT_WORD: "-",
}
# Where a piece is repeated: each part of a plan is read by rules of its own.
HEAD = "ỦY BAN NHÂN DÂN\nTỈNH HÀ NAM\nSố: 1/KH-UBND\nHà Nam, ngày 1 tháng 2 năm 2024\n"
PLACES = {
    "head": "{piece}\nKẾ HOẠCH\nA\n",
    "title": HEAD + "KẾ HOẠCH\n{piece}\n",
    "bases": HEAD + "KẾ HOẠCH\nA\nCăn cứ {piece};\n",
    "goals": HEAD + "KẾ HOẠCH\nA\nI. MỤC TIÊU\n1. Chỉ tiêu\n- Ít nhất {piece}\n",
    "tasks": HEAD + "KẾ HOẠCH\nA\nI. NHIỆM VỤ\n1. Sở Y tế\n- {piece}\n",
    "rows": HEAD + "KẾ HOẠCH\nA\nI. NHIỆM VỤ\n| TT | Nội dung | Chỉ tiêu |\n| 1 | {piece} |\n",
    "money": HEAD + "KẾ HOẠCH\nA\nI. KINH PHÍ\n- Kinh phí {piece}\n",
    "reports": HEAD + "KẾ HOẠCH\nA\nI. TỔ CHỨC THỰC HIỆN\n- Báo cáo {piece}\n",
    "foot": HEAD + "KẾ HOẠCH\nA\nI. NHIỆM VỤ\n- Sở Y tế làm.\nNơi nhận:\n- {piece}\n",
    "press": "Kế hoạch của tỉnh Hà Nam\n(Báo) - {piece}.\n",
}


def modules() -> Iterator[ModuleType]:
    """Import every module of the reader but its tests and the reading of files."""
    for found in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        if ".tests" not in found.name and ".files" not in found.name:
            yield importlib.import_module(found.name)


def compiled() -> list[re.Pattern[str]]:
    """Return the patterns of the reader: those of its modules and those made while it reads."""
    made: list[re.Pattern[str]] = []
    for module in modules():
        for value in vars(module).values():
            inside = value if isinstance(value, tuple | list) else (value,)
            made += [v for v in inside if isinstance(v, re.Pattern) and isinstance(v.pattern, str)]
    for source in sorted(_phrases()):
        # Some pieces are no pattern by themselves, such as what stands inside a look-behind.
        with suppress(re.error):
            made += [patterns.phrase.__wrapped__(source), patterns.word.__wrapped__(source)]
    found = {(pattern.pattern, pattern.flags): pattern for pattern in made}
    return [found[key] for key in sorted(found)]


def _phrases() -> set[str]:
    return {
        value
        for name, value in vars(lexicon).items()
        if name.isupper() and isinstance(value, str) and len(value) > _SHORT
    }


def pieces_of(pattern: re.Pattern[str], seed: int = 0, count: int = 3) -> list[str]:
    """Return some texts that a pattern matches, the same for the same seed."""
    tree = parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    chance = random.Random(f"{seed} {pattern.pattern!r}")
    return sorted({_written(tree, chance, {}) for _ in range(count)} - {""})


def _written(tree: Any, chance: random.Random, groups: dict[int, str]) -> str:
    return "".join(_part(op, value, chance, groups) for op, value in tree)


def _part(op: Any, value: Any, chance: random.Random, groups: dict[int, str]) -> str:  # noqa: PLR0911
    if op is sre.LITERAL:
        return chr(value)
    if op is sre.NOT_LITERAL:
        return next(c for c in _ANY_TEXT if ord(c) != value)
    if op is sre.ANY:
        return chance.choice(_ANY_TEXT[:-1])
    if op is sre.IN:
        return _member(value, chance)
    if op is sre.BRANCH:
        return _written(chance.choice(value[1]), chance, groups)
    if op is sre.SUBPATTERN:
        text = _written(value[3], chance, groups)
        if value[0] is not None:
            groups[value[0]] = text
        return text
    if op in {sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT}:
        least, most, inner = value
        times = chance.randint(int(least), int(min(int(most), max(int(least), _MOST_REPEATS))))
        return "".join(_written(inner, chance, groups) for _ in range(times))
    if op is sre.ATOMIC_GROUP:
        return _written(value, chance, groups)
    if op is sre.GROUPREF:
        return groups.get(value, "")
    # Edges and what must not stand beside it are left out: half of the texts all but match.
    return ""


def _member(items: Any, chance: random.Random) -> str:
    if items and items[0][0] is sre.NEGATE:
        barred = {chr(v) for op, v in items[1:] if op is sre.LITERAL}
        return next((c for c in _ANY_TEXT if c not in barred), "~")
    op, value = chance.choice(items)
    if op is sre.LITERAL:
        return chr(value)
    if op is sre.RANGE:
        return chr(chance.randint(*value))
    return _CLASSES.get(value, "x")
