"""Building WordprocessingML: elements, paragraphs, runs, units."""

from collections.abc import Mapping

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from liennganh.pure.officialdocs.elements import Element
from liennganh.pure.officialdocs.model import Run
from liennganh.pure.officialdocs.wording import Line

PAGE_WIDTH_MM = 210
PAGE_HEIGHT_MM = 297
MARGIN_TOP_MM = MARGIN_BOTTOM_MM = 20
MARGIN_LEFT_MM = 30
MARGIN_RIGHT_MM = 20
TEXT_WIDTH_MM = PAGE_WIDTH_MM - MARGIN_LEFT_MM - MARGIN_RIGHT_MM
_TWIPS_PER_MM = 1440 / 25.4

Attributes = Mapping[str, str | int]


def twips(mm: float) -> int:
    """Turn mm into twentieths of a point."""
    return round(mm * _TWIPS_PER_MM)


def w(
    tag: str, attributes: Attributes | None = None, *children: BaseOxmlElement
) -> BaseOxmlElement:
    """Make an element of the WordprocessingML namespace, attributes too."""
    element = OxmlElement(f"w:{tag}")
    for name, value in (attributes or {}).items():
        element.set(qn(name if ":" in name else f"w:{name}"), str(value))
    element.extend(children)
    return element


def text_run(run: Run, *, breaks: bool = False) -> BaseOxmlElement:
    """Make a run; line feeds become line breaks with `breaks`, and spaces without."""
    properties = w("rPr")
    if run.bold:
        properties.append(w("b"))
    if run.italic:
        properties.append(w("i"))
    element = w("r", None, *([properties] if len(properties) else []))
    pieces = run.text.split("\n") if breaks else [" ".join(run.text.split("\n"))]
    for index, piece in enumerate(pieces):
        if index:
            element.append(w("br"))
        text = w("t", {"xml:space": "preserve"})
        text.text = piece
        element.append(text)
    return element


def paragraph(line: Line, *extra: BaseOxmlElement, breaks: bool = False) -> BaseOxmlElement:
    """Make a paragraph in the style of its element; `extra` are further paragraph properties."""
    runs = [text_run(run, breaks=breaks) for run in line.runs]
    return w("p", None, properties(line.element, *extra), *runs)


_ORDER = ("keepNext", "pBdr", "spacing", "ind", "jc", "rPr", "sectPr")


def properties(element: Element, *extra: BaseOxmlElement) -> BaseOxmlElement:
    """Make paragraph properties in the order that the schema asks for."""
    ranked = sorted(extra, key=lambda child: _ORDER.index(child.tag.split("}")[1]))
    return w("pPr", None, w("pStyle", {"val": element.style_id}), *ranked)


def rule(element: Element, box_mm: float, length_mm: float) -> BaseOxmlElement:
    """Draw a solid line of `length_mm` in the middle of a box: the top border of an empty paragraph."""
    side = twips(max(0.0, (box_mm - length_mm) / 2))
    border = w("pBdr", None, w("top", {"val": "single", "sz": 6, "space": 0, "color": "000000"}))
    return w("p", None, properties(element, border, w("ind", {"left": side, "right": side})))


def spacer(*extra: BaseOxmlElement) -> BaseOxmlElement:
    """Make a paragraph of one point, which Word wants between and after tables."""
    return w("p", None, properties(Element.SPACER, *extra))


def cell(width_mm: float, *content: BaseOxmlElement, **marks: BaseOxmlElement) -> BaseOxmlElement:
    """Make a table cell; it must hold a paragraph, so an empty one gets a spacer."""
    width = w("tcW", {"w": twips(width_mm), "type": "dxa"})
    return w("tc", None, w("tcPr", None, width, *marks.values()), *(content or (spacer(),)))


def layout_table(
    widths_mm: tuple[float, ...], *rows: BaseOxmlElement, indent_mm: float = 0
) -> BaseOxmlElement:
    """Make a table without borders and without padding, fixed in its widths."""
    sides = ("top", "left", "bottom", "right")
    borders = w("tblBorders", None, *(w(side, {"val": "nil"}) for side in sides))
    padding = w("tblCellMar", None, *(w(side, {"w": 0, "type": "dxa"}) for side in sides))
    return w(
        "tbl",
        None,
        w(
            "tblPr",
            None,
            w("tblW", {"w": twips(sum(widths_mm)), "type": "dxa"}),
            w("tblInd", {"w": twips(indent_mm), "type": "dxa"}),
            borders,
            w("tblLayout", {"type": "fixed"}),
            padding,
        ),
        w("tblGrid", None, *(w("gridCol", {"w": twips(width)}) for width in widths_mm)),
        *rows,
    )
