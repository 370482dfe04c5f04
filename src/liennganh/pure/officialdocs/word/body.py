"""The body of a document and of its appendices: paragraphs, tables, pictures."""

from io import BytesIO

from docx.oxml.xmlchemy import BaseOxmlElement
from docx.parts.document import DocumentPart
from docx.shared import Mm

from liennganh.pure.officialdocs.elements import Element
from liennganh.pure.officialdocs.model import Block, OfficialDocument, Picture, Table
from liennganh.pure.officialdocs.word.heading import SHARE_OF_TEXT, fitted
from liennganh.pure.officialdocs.word.tables import figures
from liennganh.pure.officialdocs.word.xml import (
    MARGIN_LEFT_MM,
    MARGIN_RIGHT_MM,
    PAGE_HEIGHT_MM,
    TEXT_WIDTH_MM,
    paragraph,
    properties,
    rule,
    w,
)
from liennganh.pure.officialdocs.wording import appendix_lines, body_parts, clean, line

LANDSCAPE_TEXT_MM = PAGE_HEIGHT_MM - MARGIN_LEFT_MM - MARGIN_RIGHT_MM
_TITLE_SHARE = 0.85


def _picture(part: DocumentPart, picture: Picture, width_mm: float) -> list[BaseOxmlElement]:
    inline = part.new_pic_inline(BytesIO(picture.png), width=Mm(min(picture.width_mm, width_mm)))
    inline.docPr.set("descr", clean(picture.alt))
    inline.docPr.set("name", f"Hình {inline.docPr.get('id')}")
    drawing = w("drawing", None, inline)
    extra = [w("keepNext")] if picture.caption else []
    made = [w("p", None, properties(Element.PICTURE, *extra), w("r", None, drawing))]
    if picture.caption:
        # Below a picture the caption ends the group; above a table it begins it.
        loose = w("keepNext", {"val": 0})
        after = w("spacing", {"before": 0, "after": 200})
        made.append(paragraph(line(Element.CAPTION, picture.caption), loose, after))
    return made


def body(
    part: DocumentPart, blocks: tuple[Block, ...], width_mm: float, *, keep_last: bool
) -> list[BaseOxmlElement]:
    """Return the blocks; `keep_last` keeps the last of them on the page of the signature.

    Raises:
        docx.image.exceptions.UnrecognizedImageError: when a picture is no PNG.

    """
    made: list[BaseOxmlElement] = []
    parts = body_parts(blocks)
    for index, one in enumerate(parts):
        if isinstance(one, Table):
            made += figures(one, width_mm)
        elif isinstance(one, Picture):
            made += _picture(part, one, width_mm)
        else:
            keep = [w("keepNext")] if keep_last and index == len(parts) - 1 else []
            made.append(paragraph(one, *keep))
    return made


def appendix(part: DocumentPart, document: OfficialDocument, index: int) -> list[BaseOxmlElement]:
    """Return the head and body of the appendix at `index` (III.1)."""
    one = document.appendices[index]
    width = LANDSCAPE_TEXT_MM if one.landscape else TEXT_WIDTH_MM
    made: list[BaseOxmlElement] = []
    longest = 0.0
    for title in appendix_lines(document, index):
        broken, longest = fitted(title, width * _TITLE_SHARE)
        made.append(paragraph(broken, breaks=True))
    made.append(rule(Element.APPENDIX_RULE, width, longest * SHARE_OF_TEXT))
    return made + body(part, one.body, width, keep_last=False)
