"""Sections of the DOCX: page, margins, page numbers, what stands above and below page 1."""

from dataclasses import dataclass

from docx.oxml.xmlchemy import BaseOxmlElement
from docx.parts.document import DocumentPart

from liennganh.pure.officialdocs.elements import Element
from liennganh.pure.officialdocs.model import OfficialDocument
from liennganh.pure.officialdocs.word.heading import width_of
from liennganh.pure.officialdocs.word.xml import (
    MARGIN_BOTTOM_MM,
    MARGIN_LEFT_MM,
    MARGIN_RIGHT_MM,
    MARGIN_TOP_MM,
    PAGE_HEIGHT_MM,
    PAGE_WIDTH_MM,
    Attributes,
    cell,
    layout_table,
    paragraph,
    properties,
    spacer,
    twips,
    w,
)
from liennganh.pure.officialdocs.wording import line

_HEADER_MM = 10  # the page number stands inside the top margin (I.7)
_BOX_11_MM = (92, 8)  # how far right of the margin box 11 begins, and its height (IV.2)
_BOX_PADDING_MM = 8


@dataclass(frozen=True, slots=True)
class Margins:
    """What stands in the margins: relationship ids of the header and footer parts."""

    number: str
    blank_header: str
    first_header: str
    blank_footer: str
    first_footer: str


def make_margins(part: DocumentPart, document: OfficialDocument) -> Margins:
    """Add the header and footer parts: the page number, boxes 11 and 13, and blank ones."""
    number = _header(part, _page_number())
    blank_header = _header(part, spacer())
    first_header = (
        _header(part, _circulation(document.circulation), spacer())
        if document.circulation
        else blank_header
    )
    blank_footer = _footer(part, spacer())
    first_footer = _footer(part, *_address(document.address)) if document.address else blank_footer
    return Margins(number, blank_header, first_header, blank_footer, first_footer)


def _header(part: DocumentPart, *content: BaseOxmlElement) -> str:
    made, relationship = part.add_header_part()  # type: ignore[no-untyped-call]
    return _filled(made.element, relationship, content)


def _footer(part: DocumentPart, *content: BaseOxmlElement) -> str:
    made, relationship = part.add_footer_part()  # type: ignore[no-untyped-call]
    return _filled(made.element, relationship, content)


def _filled(
    element: BaseOxmlElement, relationship: str, content: tuple[BaseOxmlElement, ...]
) -> str:
    for child in list(element):
        element.remove(child)
    element.extend(content)
    return relationship


def _page_number() -> BaseOxmlElement:
    shown = w("t")
    shown.text = "2"
    field = w("fldSimple", {"instr": "PAGE"}, w("r", None, shown))
    return w("p", None, properties(Element.PAGE_NUMBER), field)


def _circulation(text: str) -> BaseOxmlElement:
    """Box 11: a single frame in the top margin, right of the middle (III.2.c)."""
    notice = line(Element.CIRCULATION, text.strip())
    width = width_of(Element.CIRCULATION, notice.text) + _BOX_PADDING_MM
    left, height = _BOX_11_MM
    frame: Attributes = {"val": "single", "sz": 6, "space": 0, "color": "000000"}
    borders = w("tcBorders", None, *(w(s, frame) for s in ("top", "left", "bottom", "right")))
    box = cell(width, paragraph(notice), borders=borders, middle=w("vAlign", {"val": "center"}))
    tall = w("trPr", None, w("trHeight", {"val": twips(height), "hRule": "exact"}))
    return layout_table((width,), w("tr", None, tall, box), indent_mm=left)


def _address(lines: tuple[str, ...]) -> list[BaseOxmlElement]:
    """Box 13: below a solid line as wide as the text (III.4)."""
    edge = w("top", {"val": "single", "sz": 6, "space": 4, "color": "000000"})
    made = [paragraph(line(Element.ADDRESS, text)) for text in lines]
    made[0][0].insert(1, w("pBdr", None, edge))
    return made


def section(
    margins: Margins, *, main: bool, landscape: bool = False, footed: bool = False
) -> BaseOxmlElement:
    """Make section properties: A4, own numbering from 1, hidden on the first page (I.7, III.1.đ)."""
    sides = (twips(PAGE_WIDTH_MM), twips(PAGE_HEIGHT_MM))
    wide, high = reversed(sides) if landscape else sides
    orientation = "landscape" if landscape else "portrait"
    references = (
        ("headerReference", "default", margins.number),
        ("headerReference", "first", margins.first_header if main else margins.blank_header),
        ("footerReference", "first", margins.first_footer if main else margins.blank_footer),
    )
    return w(
        "sectPr",
        None,
        *(w(tag, {"type": kind, "r:id": target}) for tag, kind, target in references),
        w("type", {"val": "nextPage"}),
        w("pgSz", {"w": wide, "h": high, "orient": orientation}),
        w(
            "pgMar",
            {
                "top": twips(MARGIN_TOP_MM),
                "right": twips(MARGIN_RIGHT_MM),
                "bottom": twips(MARGIN_BOTTOM_MM),
                "left": twips(MARGIN_LEFT_MM),
                "header": twips(_HEADER_MM),
                # Box 13 stands inside the text, above the bottom margin (IV.2).
                "footer": twips(MARGIN_BOTTOM_MM if footed else _HEADER_MM),
                "gutter": 0,
            },
        ),
        w("pgNumType", {"fmt": "decimal", "start": 1}),
        w("titlePg"),
    )


def section_end(properties_of_section: BaseOxmlElement) -> BaseOxmlElement:
    """Make the paragraph that ends a section which others follow."""
    return spacer(properties_of_section)
