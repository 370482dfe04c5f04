"""Styles of a DOCX: the numbering, capitals, fonts and hiding that paragraphs and runs inherit."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from .numbering import W

_DEEPEST = 20  # styles based on styles


@dataclass(frozen=True, slots=True)
class Look:
    """What a style or a run sets by itself; ``None`` where it sets nothing."""

    hidden: bool | None = None
    capitals: bool | None = None
    font: str | None = None


@dataclass(slots=True)
class Styles:
    """Styles by their id."""

    lists: dict[str, str] = field(default_factory=dict)
    levels: dict[str, int] = field(default_factory=dict)
    looks: dict[str, Look] = field(default_factory=dict)
    parents: dict[str, str] = field(default_factory=dict)
    contents: set[str] = field(default_factory=set)
    default: str = ""

    def chain(self, name: str) -> Iterator[str]:
        """Yield a style and those it is based on."""
        for _ in range(_DEEPEST):
            if not name:
                return
            yield name
            name = self.parents.get(name, "")

    def numbered(self, name: str) -> tuple[str, int | None, str] | None:
        """Return list, level and the style that sets them, or None."""
        level = None
        for style in self.chain(name):
            level = self.levels.get(style) if level is None else level
            if style in self.lists:
                return self.lists[style], level, style
        return None

    def look(self, own: Look, *names: str) -> Look:
        """Return what holds for a run: its own, then that of the given styles in order."""
        looks = [own, *(self.looks[s] for n in names for s in self.chain(n) if s in self.looks)]
        return Look(
            next((x.hidden for x in looks if x.hidden is not None), None),
            next((x.capitals for x in looks if x.capitals is not None), None),
            next((x.font for x in looks if x.font is not None), None),
        )


def styles_of(root: Any) -> Styles:
    """Read ``word/styles.xml``."""
    styles = Styles()
    for style in root.iter(f"{W}style") if root is not None else ():
        name = style.get(f"{W}styleId") or ""
        if (based := style.find(f"{W}basedOn")) is not None:
            styles.parents[name] = based.get(f"{W}val") or ""
        if (number := style.find(f"{W}pPr/{W}numPr")) is not None:
            list_id, level = reference(number)
            if list_id is not None:
                styles.lists[name] = list_id
            if level is not None:
                styles.levels[name] = level
        if (properties := style.find(f"{W}rPr")) is not None:
            styles.looks[name] = look_of(properties)
        title = style.find(f"{W}name")
        if title is not None and (title.get(f"{W}val") or "").lower().startswith("toc "):
            styles.contents.add(name)
        if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in {"1", "true"}:
            styles.default = name
    return styles


def reference(number: Any) -> tuple[str | None, int | None]:
    """Return the list and the level that a ``w:numPr`` names."""
    list_id, level = number.find(f"{W}numId"), number.find(f"{W}ilvl")
    depth = level.get(f"{W}val") if level is not None else None
    return (
        list_id.get(f"{W}val") if list_id is not None else None,
        int(depth) if depth and depth.isascii() and depth.isdigit() and len(depth) < 3 else None,  # noqa: PLR2004
    )


def look_of(properties: Any) -> Look:
    """Return what a ``w:rPr`` sets."""
    if properties is None:
        return Look()
    caps = [_toggle(properties, name) for name in ("caps", "smallCaps")]
    fonts = properties.find(f"{W}rFonts")
    font = (fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi")) if fonts is not None else None
    return Look(
        _toggle(properties, "vanish"),
        True if True in caps else (False if False in caps else None),
        font,
    )


def _toggle(properties: Any, name: str) -> bool | None:
    node = properties.find(f"{W}{name}")
    return None if node is None else node.get(f"{W}val") not in {"0", "false", "off"}
