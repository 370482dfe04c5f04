"""Checks of pages, sections, page numbers and tables."""

from collections.abc import Iterator

from liennganh.pure.officialdocs.elements import Element
from liennganh.pure.officialdocs.findings import Aspect, Finding, figure, finding
from liennganh.pure.officialdocs.layout import Layout, MeasuredSection, Story
from liennganh.pure.officialdocs.model import OfficialDocument
from liennganh.pure.officialdocs.rules import (
    APPENDIX_NUMBERS,
    HOUSE,
    MARGINS,
    PAGE_NUMBERS,
    PAGE_SIDES,
    cite,
)
from liennganh.pure.officialdocs.wording import body_parts

_SLACK_MM = 0.1


def _section_findings(section: MeasuredSection, *, landscape: bool) -> Iterator[Finding]:
    sides = sorted((section.width_mm, section.height_mm))
    pairs = zip(sides, PAGE_SIDES, strict=True)
    if any(abs(found - wanted) > _SLACK_MM for found, wanted in pairs):
        message = "Khổ giấy phải là A4 (210 mm x 297 mm)."
        yield finding(None, Aspect.PAGE_SIZE, message, cite("I.1"))
    if (section.width_mm > section.height_mm) != landscape:
        message = "Trang phải trình bày theo chiều " + ("rộng." if landscape else "dài.")
        yield finding(None, Aspect.ORIENTATION, message, cite("I.2"))
    for name, (words, allowed) in MARGINS.items():
        found: float = getattr(section, name)
        if not allowed.least - _SLACK_MM <= found <= allowed.most + _SLACK_MM:
            message = (
                f"Lề {words} phải từ {figure(allowed.least)} đến {figure(allowed.most)} mm, "
                f"đang là {figure(found)} mm."
            )
            yield finding(None, Aspect.MARGIN, message, allowed.citation)


def _number_findings(layout: Layout, index: int) -> Iterator[Finding]:
    section = layout.sections[index]
    here = [one for one in layout.paragraphs if one.section == index and one.page_field]
    shown = [one for one in here if one.story is Story.HEADER]
    if not shown or section.header_mm >= section.top_mm:
        message = "Số trang phải nằm trong lề trên của các trang."
        yield finding(Element.PAGE_NUMBER, Aspect.PAGE_NUMBER, message, PAGE_NUMBERS)
    hidden = section.first_page_differs and not any(one.story is Story.FIRST_HEADER for one in here)
    if not hidden or any(one.story in {Story.FOOTER, Story.FIRST_FOOTER} for one in here):
        message = "không được hiện số trang ở trang thứ nhất hoặc ở chân trang."
        yield finding(Element.PAGE_NUMBER, Aspect.FIRST_PAGE_NUMBER, message, PAGE_NUMBERS)
    if section.number_start != 1 or section.number_format != "decimal":
        message = "phải đánh từ số 1, bằng chữ số Ả Rập, riêng cho từng phụ lục."
        citation = APPENDIX_NUMBERS if index else PAGE_NUMBERS
        yield finding(Element.PAGE_NUMBER, Aspect.NUMBERING, message, citation)


def _table_findings(layout: Layout, *, has_text: bool) -> Iterator[Finding]:
    for table in layout.tables:
        if Element.TABLE_HEADER in table.elements:
            if not table.header_repeats:
                message = "phải lặp lại ở đầu mỗi trang."
                yield finding(Element.TABLE_HEADER, Aspect.TABLE_HEADER, message, HOUSE)
            if not table.rows_whole:
                message = "dòng của bảng không được ngắt qua hai trang."
                yield finding(Element.TABLE_CELL, Aspect.TABLE_ROWS, message, HOUSE)
            if table.width_mm > layout.sections[table.section].text_width_mm + 1:
                message = "bảng rộng hơn vùng trình bày văn bản."
                yield finding(Element.TABLE_CELL, Aspect.TABLE_WIDTH, message, cite("I.3"))
        if Element.AUTHORITY in table.elements and not (
            table.rows_whole and (table.kept_with_text_above or not has_text)
        ):
            message = "phần ký phải trọn trên một trang, cùng với dòng cuối của văn bản."
            yield finding(Element.AUTHORITY, Aspect.SIGNATURE_SPLIT, message, HOUSE)
    for picture in layout.pictures:
        if not picture.alt.strip():
            message = "hình phải có lời mô tả cho người không nhìn được."
            yield finding(Element.PICTURE, Aspect.PICTURE_TEXT, message, HOUSE)


def check_pages(layout: Layout, document: OfficialDocument) -> Iterator[Finding]:
    """Check what does not belong to a single paragraph."""
    wide = [False, *(appendix.landscape for appendix in document.appendices)]
    if len(layout.sections) != len(wide):
        message = "Văn bản và mỗi phụ lục phải là một phần riêng, có số trang riêng."
        yield finding(None, Aspect.SECTIONS, message, APPENDIX_NUMBERS)
    for index, (section, landscape) in enumerate(zip(layout.sections, wide, strict=False)):
        yield from _section_findings(section, landscape=landscape)
        yield from _number_findings(layout, index)
    yield from _table_findings(layout, has_text=bool(body_parts(document.body)))
