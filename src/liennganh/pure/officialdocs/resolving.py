"""What a property of a paragraph or run comes to: direct formatting, then styles, then defaults."""

from collections.abc import Iterator

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

_OFF = {"0", "false", "off"}
Sources = list[BaseOxmlElement]


class Styles:
    """The styles of a DOCX, looked up with what they are based on."""

    def __init__(self, styles: BaseOxmlElement) -> None:
        self._by_id = {
            str(style.get(qn("w:styleId"))): style for style in styles.iter(qn("w:style"))
        }
        self._default_paragraph = next(
            (
                str(style.get(qn("w:styleId")))
                for style in self._by_id.values()
                if style.get(qn("w:default")) == "1" and style.get(qn("w:type")) == "paragraph"
            ),
            "",
        )
        self._defaults = styles.find(qn("w:docDefaults"))

    def _chain(self, style_id: str) -> Iterator[BaseOxmlElement]:
        seen: set[str] = set()
        while style_id in self._by_id and style_id not in seen:
            seen.add(style_id)
            style = self._by_id[style_id]
            yield style
            style_id = child_value(style, "basedOn") or ""

    def style_id(self, paragraph: BaseOxmlElement) -> str:
        """Return the id of the style of a paragraph, or of the default style."""
        direct = paragraph.find(qn("w:pPr"))
        named = child_value(direct, "pStyle") if direct is not None else None
        return named or self._default_paragraph

    def of_paragraph(self, paragraph: BaseOxmlElement) -> Sources:
        """Return where paragraph properties are looked for, nearest first."""
        found = [paragraph.find(qn("w:pPr"))]
        found += [style.find(qn("w:pPr")) for style in self._chain(self.style_id(paragraph))]
        if self._defaults is not None:
            found.append(self._defaults.find(f"{qn('w:pPrDefault')}/{qn('w:pPr')}"))
        return [one for one in found if one is not None]

    def of_run(self, run: BaseOxmlElement, paragraph: BaseOxmlElement) -> Sources:
        """Return where run properties are looked for, nearest first."""
        direct = run.find(qn("w:rPr"))
        found = [direct]
        if direct is not None and (named := child_value(direct, "rStyle")):
            found += [style.find(qn("w:rPr")) for style in self._chain(named)]
        found += [style.find(qn("w:rPr")) for style in self._chain(self.style_id(paragraph))]
        if self._defaults is not None:
            found.append(self._defaults.find(f"{qn('w:rPrDefault')}/{qn('w:rPr')}"))
        return [one for one in found if one is not None]


def child_value(parent: BaseOxmlElement, tag: str) -> str | None:
    """Return the `w:val` of a child, None without the child or the value."""
    child = parent.find(qn(f"w:{tag}"))
    value = child.get(qn("w:val")) if child is not None else None
    return str(value) if value is not None else None


def attribute(sources: Sources, tag: str, name: str = "val") -> str | None:
    """Return the nearest value of an attribute of a property, None where nobody sets it."""
    for source in sources:
        child = source.find(qn(f"w:{tag}"))
        if child is not None and (value := child.get(qn(f"w:{name}"))) is not None:
            return str(value)
    return None


def number(sources: Sources, tag: str, name: str = "val") -> float:
    """Return the nearest value of an attribute as a number, 0 where nobody sets it."""
    value = attribute(sources, tag, name)
    return float(value) if value is not None else 0.0


def switched_on(sources: Sources, tag: str) -> bool:
    """Return whether a property without value, like bold, is on."""
    for source in sources:
        child = source.find(qn(f"w:{tag}"))
        if child is not None:
            return str(child.get(qn("w:val"), "1")) not in _OFF
    return False


def present(sources: Sources, tag: str) -> BaseOxmlElement | None:
    """Return the nearest child of that name, None without one."""
    for source in sources:
        child: BaseOxmlElement | None = source.find(qn(f"w:{tag}"))
        if child is not None:
            return child
    return None
