"""Writing an official document as a DOCX by Decree 30/2020/NĐ-CP."""

import docx

from liennganh.pure.officialdocs.model import OfficialDocument
from liennganh.pure.officialdocs.word.body import appendix, body
from liennganh.pure.officialdocs.word.closing import closing
from liennganh.pure.officialdocs.word.heading import head
from liennganh.pure.officialdocs.word.package import (
    fill_properties,
    fill_settings,
    packed,
    prune,
)
from liennganh.pure.officialdocs.word.sections import make_margins, section, section_end
from liennganh.pure.officialdocs.word.styles import fill_styles
from liennganh.pure.officialdocs.word.xml import TEXT_WIDTH_MM, spacer

__all__ = ["write_docx"]


def write_docx(document: OfficialDocument) -> bytes:
    """Return the document as a DOCX file; the same document always gives the same bytes.

    Raises:
        ValueError: when a heading has a number that cannot be written, or a table is malformed.
        docx.image.exceptions.UnrecognizedImageError: when a picture is not an image.

    """
    file = docx.Document()
    part = file.part
    prune(file)
    fill_styles(file.styles.element)
    fill_settings(file.settings.element)
    fill_properties(file, document)
    margins = make_margins(part, document)
    content = [
        *head(document),
        *body(part, document.body, TEXT_WIDTH_MM, keep_last=True),
        *closing(document),
    ]
    last = section(margins, main=True, footed=bool(document.address))
    for index, one in enumerate(document.appendices):
        content.append(section_end(last))
        content += appendix(part, document, index)
        last = section(margins, main=False, landscape=one.landscape)
    if not document.appendices:
        content.append(spacer())
    story = file.element.body
    for child in list(story):
        story.remove(child)
    story.extend([*content, last])
    return packed(file)
