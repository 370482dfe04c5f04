"""Automatic numbers of Word, as they print: the file holds only references to lists and levels."""

# ruff: noqa: PLR2004 - small lengths and distances in characters, explained where they stand

from collections.abc import Callable
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass
class _Level:
    start: int = 1
    form: str = "decimal"
    text: str = "%1."


@dataclass
class Numbering:
    """Counters of every list of a document; ``label`` must be asked in document order."""

    levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    overrides: dict[tuple[str, int], int] = field(default_factory=dict)
    restarted: set[tuple[str, int]] = field(default_factory=set)

    def label(self, list_id: str, level: int) -> str:
        """Return the printed label of the next paragraph of a list, "" where it has none."""
        abstract = self.lists.get(list_id)
        if abstract is None or list_id == "0":
            return ""
        known = self.levels.get(abstract, {})
        shape = known.get(level)
        if shape is None or shape.form == "none":
            return ""
        if shape.form == "bullet":
            return "+" if level % 2 else "-"
        counts = self.counts.setdefault(abstract, {})
        if (list_id, level) in self.overrides and (list_id, level) not in self.restarted:
            self.restarted.add((list_id, level))
            counts[level] = self.overrides[list_id, level]
        else:
            counts[level] = counts.get(level, shape.start - 1) + 1
        for deeper in [n for n in counts if n > level]:
            del counts[deeper]
        label = shape.text
        for upper in range(level + 1):
            at = known.get(upper, _Level())
            label = label.replace(f"%{upper + 1}", _printed(counts.get(upper, at.start), at.form))
        return label.strip()


def _printed(number: int, form: str) -> str:
    return _FORMS.get(form, str)(max(number, 1))


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
    return chr(ord("a") + (number - 1) % 26)


_FORMS: dict[str, Callable[[int], str]] = {
    "upperRoman": _roman,
    "lowerRoman": lambda n: _roman(n).lower(),
    "upperLetter": lambda n: _letter(n).upper(),
    "lowerLetter": _letter,
    "decimalZero": lambda n: f"{n:02d}",
}


def numbering_of(root: Element | None) -> Numbering:
    """Read ``word/numbering.xml``."""
    numbering = Numbering()
    if root is None:
        return numbering
    for abstract in root.iter(f"{W}abstractNum"):
        levels = {}
        for level in abstract.iter(f"{W}lvl"):
            levels[_number(level.get(f"{W}ilvl"))] = _Level(
                _number(_value(level, "start"), 1),
                _value(level, "numFmt") or "decimal",
                _value(level, "lvlText") or "",
            )
        numbering.levels[abstract.get(f"{W}abstractNumId") or ""] = levels
    for entry in root.iter(f"{W}num"):
        list_id = entry.get(f"{W}numId") or ""
        numbering.lists[list_id] = _value(entry, "abstractNumId") or ""
        for override in entry.iter(f"{W}lvlOverride"):
            start = _value(override, "startOverride")
            if start is not None:
                numbering.overrides[list_id, _number(override.get(f"{W}ilvl"))] = _number(start, 1)
    return numbering


def _value(element: Element, name: str) -> str | None:
    child = element.find(f"{W}{name}")
    return child.get(f"{W}val") if child is not None else None


def _number(text: str | None, default: int = 0) -> int:
    return int(text) if text and text.isdigit() and len(text) < 6 else default
