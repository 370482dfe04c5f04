"""Small pieces of official prose."""

from collections.abc import Sequence

from liennganh.pure.vietnamese import format_number

NAMED = 3


def short_agency(name: str) -> str:
    """Write a name as reports do: "UBND xã Bãi Sậy"."""
    return name.replace("Ủy ban nhân dân", "UBND").replace("Uỷ ban nhân dân", "UBND")


def lower_first(text: str) -> str:
    """Write a phrase inside a sentence; an abbreviation keeps its capitals."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]


def named(names: Sequence[str], most: int = NAMED, noun: str = "đơn vị") -> str:
    """List names, the first ``most`` of them in full: "A, B, C và 7 đơn vị khác"."""
    shown = [short_agency(name) for name in names[:most]]
    rest = len(names) - len(shown)
    return ", ".join(shown) + (f" và {rest} {noun} khác" if rest else "")


def shortened(text: str, most: int) -> str:
    """Put a text on one line and cut it at a word after ``most`` characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most + 1].rsplit(" ", 1)[0].rstrip(",;:. ") + "…"


def count(number: int) -> str:
    """Write a count below ten with its leading zero, as reports do: "05", "12"."""
    return f"{number:02d}" if 0 < number < 10 else format_number(number)  # noqa: PLR2004 - one digit
