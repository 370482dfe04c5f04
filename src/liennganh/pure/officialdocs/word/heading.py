"""The head of page 1: boxes 1 to 5 and 9a, 10b of the diagram (Appendix I, IV.2)."""

from docx.oxml.xmlchemy import BaseOxmlElement

from liennganh.pure.officialdocs.elements import LETTERS, Element
from liennganh.pure.officialdocs.linebreaks import balanced_lines
from liennganh.pure.officialdocs.metrics import text_width_mm
from liennganh.pure.officialdocs.model import OfficialDocument, Run, Urgency
from liennganh.pure.officialdocs.word.xml import (
    TEXT_WIDTH_MM,
    Attributes,
    cell,
    layout_table,
    paragraph,
    rule,
    spacer,
    twips,
    w,
)
from liennganh.pure.officialdocs.wording import (
    MOTTO,
    NATION,
    Line,
    addressee_lines,
    basis_lines,
    letter_subject_line,
    line,
    number_line,
    place_date_line,
    title_lines,
)

SHARE_OF_TEXT = 0.4  # the rules under issuer and subject: between 1/3 and 1/2 of the text
_TITLE_WIDTH_MM = 135
_AIR_MM = 2
_NARROWEST_RIGHT_MM, _WIDEST_RIGHT_MM = 90, 106
_STAMPS_MM = {Urgency.EXPRESS: 30, Urgency.VERY_URGENT: 40, Urgency.URGENT: 20}  # III.2.b
_STAMP_HEIGHT_MM = 8
_ADDRESSEES_INDENT_MM = 30


def width_of(element: Element, text: str) -> float:
    """Return the width in mm of one line of text set as an element of this kind."""
    letters = LETTERS[element]
    return text_width_mm(text, letters.size_pt, bold=letters.bold, italic=letters.italic)


def fitted(source: Line, width_mm: float) -> tuple[Line, float]:
    """Break a centred line evenly to fit; return it with the width of its longest line in mm."""
    lines = balanced_lines(source.text, width_mm, lambda text: width_of(source.element, text))
    broken = Line(source.element, (Run("\n".join(lines)),))
    return broken, max(width_of(source.element, text) for text in lines)


def header_widths(document: OfficialDocument) -> tuple[float, float]:
    """Return the widths in mm of the left and right columns; the right holds box 4 on one line."""
    date = place_date_line(document)
    wanted = max(
        width_of(Element.NATION, NATION), width_of(Element.PLACE_DATE, date.text) if date else 0
    )
    right = min(max(wanted + _AIR_MM, _NARROWEST_RIGHT_MM), _WIDEST_RIGHT_MM)
    return TEXT_WIDTH_MM - right, right


def header_table(document: OfficialDocument) -> BaseOxmlElement:
    """Boxes 1 and 2 in a row, 3 and 4 in the next, so that these two stand on one line (II.4.c)."""
    left, right = header_widths(document)
    issuer, issuer_width = fitted(line(Element.ISSUER, document.issuer.strip()), left - _AIR_MM)
    names = [paragraph(issuer, breaks=True)]
    if document.superior:
        superior, _ = fitted(line(Element.SUPERIOR, document.superior.strip()), left - _AIR_MM)
        names.insert(0, paragraph(superior, breaks=True))
    nation = [
        paragraph(line(Element.NATION, NATION)),
        paragraph(line(Element.MOTTO, MOTTO)),
        rule(Element.MOTTO_RULE, right, width_of(Element.MOTTO, MOTTO)),
    ]
    names.append(rule(Element.ISSUER_RULE, left, issuer_width * SHARE_OF_TEXT))
    numbers = [paragraph(number_line(document))]
    if subject := letter_subject_line(document):
        numbers.append(paragraph(fitted(subject, left - _AIR_MM)[0], breaks=True))
    date = place_date_line(document)
    dates = [paragraph(date)] if date else []
    return layout_table(
        (left, right),
        w("tr", None, cell(left, *names), cell(right, *nation)),
        w("tr", None, cell(left, *numbers), cell(right, *dates)),
    )


def urgency_stamp(urgency: Urgency) -> BaseOxmlElement:
    """Box 10b: the stamp in a frame of the prescribed size, bright red."""
    width = _STAMPS_MM[urgency]
    frame: Attributes = {"val": "single", "sz": 12, "space": 0, "color": "FF0000"}
    borders = w("tcBorders", None, *(w(s, frame) for s in ("top", "left", "bottom", "right")))
    middle = w("vAlign", {"val": "center"})
    stamp = paragraph(line(Element.URGENCY, urgency.value))
    height = w("trPr", None, w("trHeight", {"val": twips(_STAMP_HEIGHT_MM), "hRule": "exact"}))
    row = w("tr", None, height, cell(width, stamp, borders=borders, middle=middle))
    return layout_table((width,), row)


def _addressees(document: OfficialDocument) -> list[BaseOxmlElement]:
    lines = addressee_lines(document)
    if len(lines) <= 1:
        return [paragraph(one) for one in lines]
    # The dashes stand one below the other under the colon (II.9.d).
    label = width_of(Element.ADDRESSEES_LABEL, "Kính gửi")
    dash = width_of(Element.ADDRESSEES_ITEM, "- ")
    at = w("ind", {"left": twips(_ADDRESSEES_INDENT_MM), "firstLine": 0})
    made = [paragraph(lines[0], at)]
    for item in lines[1:]:
        left = twips(_ADDRESSEES_INDENT_MM + label + dash)
        extra = [w("ind", {"left": left, "hanging": twips(dash)})]
        if item is lines[-1]:
            extra.append(w("spacing", {"after": 280}))
        made.append(paragraph(item, *extra))
    return made


def head(document: OfficialDocument) -> list[BaseOxmlElement]:
    """Return all that stands above the body on page 1."""
    parts = [header_table(document)]
    if document.urgency:
        parts += [spacer(w("spacing", {"before": 160})), urgency_stamp(document.urgency)]
    for title in title_lines(document):
        broken, width = fitted(title, _TITLE_WIDTH_MM)
        parts.append(paragraph(broken, breaks=True))
        if title.element is Element.SUBJECT:
            parts.append(rule(Element.SUBJECT_RULE, TEXT_WIDTH_MM, width * SHARE_OF_TEXT))
    parts += _addressees(document)
    for basis in basis_lines(document):
        parts.append(
            paragraph(fitted(basis, _TITLE_WIDTH_MM)[0], breaks=True)
            if basis.element is Element.ENACTING_AUTHORITY
            else paragraph(basis)
        )
    return parts
