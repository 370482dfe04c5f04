"""Automatic numbers of Word, as they print: the file holds only references to lists and levels."""

# ruff: noqa: PLR2004 - small lengths and distances in characters, explained where they stand

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DASHES = frozenset("-–—−")


@dataclass(frozen=True)
class _Level:
    start: int = 1
    form: str = "decimal"
    text: str = "%1."
    space: str = " "
    legal: bool = False
    restarts: int = -1  # the level whose next number sets this one back; -1: any above


@dataclass
class Numbering:
    """Counters of every list of a document; ``label`` must be asked in document order."""

    levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    starts: dict[tuple[str, int], int] = field(default_factory=dict)
    own_levels: dict[tuple[str, int], _Level] = field(default_factory=dict)
    restarted: set[tuple[str, int]] = field(default_factory=set)
    by_style: dict[tuple[str, str], int] = field(default_factory=dict)
    style_links: dict[str, str] = field(default_factory=dict)

    def level_of(self, list_id: str, style: str) -> int:
        """Return the level that a list gives to paragraphs of a style."""
        return self.by_style.get((self.lists.get(list_id, ""), style), 0)

    def label(self, list_id: str, level: int) -> str:
        """Return the printed label of the next paragraph of a list with the space after it.

        ``""`` where it has none.
        """
        abstract = self.lists.get(list_id)
        if abstract is None or list_id == "0":
            return ""
        shape = self._shape(list_id, abstract, level)
        if shape is None or shape.form == "none":
            return (
                shape.text.strip() + shape.space if shape and "%" not in shape.text.strip() else ""
            )
        if shape.form == "bullet":
            return _bullet(shape.text, level) + " "
        self._count(list_id, abstract, level, shape)
        label = shape.text
        for upper in range(level + 1):
            at = self._shape(list_id, abstract, upper) or _Level()
            number = self.counts[abstract].get(upper, at.start)
            form = "decimal" if shape.legal else at.form
            label = label.replace(f"%{upper + 1}", printed(number, form))
        return label.strip() + shape.space if label.strip() else ""

    def _shape(self, list_id: str, abstract: str, level: int) -> _Level | None:
        own = self.own_levels.get((list_id, level))
        return own or self.levels.get(abstract, {}).get(level)

    def _count(self, list_id: str, abstract: str, level: int, shape: _Level) -> None:
        counts = self.counts.setdefault(abstract, {})
        if (list_id, level) in self.starts and (list_id, level) not in self.restarted:
            self.restarted.add((list_id, level))
            counts[level] = self.starts[list_id, level]
        else:
            counts[level] = counts.get(level, shape.start - 1) + 1
        for deeper in [n for n in counts if n > level]:
            below = self._shape(list_id, abstract, deeper)
            # Restart 0 means never; n means only after level n - 1 or one above it.
            if below is None or below.restarts == -1 or level < below.restarts:
                del counts[deeper]


def _bullet(sign: str, level: int) -> str:
    """Return the bullet as text: dashes and pluses as they print, drawn signs by their level."""
    sign = sign.strip()
    if sign in _DASHES:
        return "-"
    if sign in {"+", "*"}:
        return sign
    return "+" if level % 2 else "-"


def printed(number: int, form: str) -> str:
    """Return a number in a form of Word's ("lowerLetter", "upperRoman"), decimal for unknown ones."""
    return _FORMS.get(form, str)(max(number, 0))


def _roman(number: int) -> str:
    out = ""
    for value, sign in (
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ):
        while number >= value and len(out) < 40:
            out += sign
            number -= value
    return out


def _letter(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 5) if number > 0 else ""


_FORMS: dict[str, Callable[[int], str]] = {
    "upperRoman": _roman,
    "lowerRoman": lambda n: _roman(n).lower(),
    "upperLetter": lambda n: _letter(n).upper(),
    "lowerLetter": _letter,
    "decimalZero": lambda n: f"{n:02d}",
}


def numbering_of(root: Any) -> Numbering:
    """Read ``word/numbering.xml``."""
    numbering = Numbering()
    if root is None:
        return numbering
    for abstract in root.iter(f"{W}abstractNum"):
        name = abstract.get(f"{W}abstractNumId") or ""
        levels = {}
        for node in abstract.iterchildren(f"{W}lvl"):
            at = _number(node.get(f"{W}ilvl"))
            levels[at] = _level(node)
            if style := _value(node, "pStyle"):
                numbering.by_style[name, style] = at
        numbering.levels[name] = levels
        if link := _value(abstract, "numStyleLink"):
            numbering.style_links[name] = link
    for entry in root.iter(f"{W}num"):
        list_id = entry.get(f"{W}numId") or ""
        numbering.lists[list_id] = _value(entry, "abstractNumId") or ""
        for override in entry.iter(f"{W}lvlOverride"):
            at = _number(override.get(f"{W}ilvl"))
            start = _value(override, "startOverride")
            if start is not None:
                numbering.starts[list_id, at] = _number(start, 1)
            if (own := override.find(f"{W}lvl")) is not None:
                numbering.own_levels[list_id, at] = _level(own)
    return numbering


def linked(numbering: Numbering, lists_of_styles: dict[str, str]) -> None:
    """Give lists that stand for a style's list the levels of that list."""
    for name, style in numbering.style_links.items():
        other = numbering.lists.get(lists_of_styles.get(style, ""), "")
        if other != name and numbering.levels.get(other):
            numbering.levels[name] = numbering.levels[other]


def _level(node: Any) -> _Level:
    level = _Level(
        _number(_value(node, "start"), 1),
        _value(node, "numFmt") or "decimal",
        _value(node, "lvlText") or "",
    )
    restarts = _value(node, "lvlRestart")
    return replace(
        level,
        space="" if _value(node, "suff") == "nothing" else " ",
        legal=_is_on(node.find(f"{W}isLgl")),
        restarts=_number(restarts) if restarts is not None else -1,
    )


def _is_on(node: Any) -> bool:
    return node is not None and node.get(f"{W}val") not in {"0", "false", "off"}


def _value(element: Any, name: str) -> str | None:
    child = element.find(f"{W}{name}")
    return child.get(f"{W}val") if child is not None else None


def _number(text: str | None, default: int = 0) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else default
