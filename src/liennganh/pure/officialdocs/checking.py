"""Checking a measured DOCX against the decree and against the document it was made from."""

from collections.abc import Iterator

from liennganh.pure.officialdocs.checking_elements import check_paragraph
from liennganh.pure.officialdocs.checking_page import check_pages
from liennganh.pure.officialdocs.element_rules import ELEMENT_RULES
from liennganh.pure.officialdocs.elements import RULES_BELOW, Element
from liennganh.pure.officialdocs.findings import Aspect, Finding, figure, finding
from liennganh.pure.officialdocs.layout import Layout
from liennganh.pure.officialdocs.measuring import measure
from liennganh.pure.officialdocs.model import OfficialDocument
from liennganh.pure.officialdocs.rules import (
    ARCHIVED,
    DIRECTLY_BELOW,
    LISTS,
    RULE_LENGTHS,
    SAME_LINE,
    STAMPS_MM,
    cite,
)
from liennganh.pure.officialdocs.wording import all_lines

_SLACK_MM = 0.5


def _flat(text: str) -> str:
    return " ".join(text.split("\n"))


def _text_findings(layout: Layout, document: OfficialDocument) -> Iterator[Finding]:
    """Compare what every element says with what the document says, in order."""
    wanted: dict[Element, list[str]] = {element: [] for element in ELEMENT_RULES}
    for line in all_lines(document):
        wanted[line.element].append(_flat(line.text))
    for element, texts in wanted.items():
        if element is Element.PAGE_NUMBER:
            continue
        found = [_flat(one.text) for one in layout.of(element)]
        if found == texts:
            continue
        missing = [text for text in texts if text not in found]
        extra = [text for text in found if text not in texts]
        if missing:
            message = f"thiếu hoặc khác nội dung “{missing[0]}”."
        elif extra:
            message = f"thừa nội dung “{extra[0]}”."
        else:
            message = "nội dung lặp lại hoặc không đúng thứ tự."
        yield finding(element, Aspect.TEXT, message, ELEMENT_RULES[element].citation)


def _stray_findings(layout: Layout) -> Iterator[Finding]:
    """Find text in paragraphs that are no element: somebody added or restyled them."""
    for one in layout.paragraphs:
        if one.text.strip() and one.element not in ELEMENT_RULES:
            message = f"Đoạn “{_flat(one.text)}” không thuộc thành phần thể thức nào."
            yield finding(None, Aspect.STRAY, message, cite("IV.1"))


def _rule_findings(layout: Layout, document: OfficialDocument) -> Iterator[Finding]:
    for element, allowed in RULE_LENGTHS.items():
        above = layout.of(RULES_BELOW[element])
        if not above:
            continue
        drawn = [one for one in layout.of(element) if one.rule_mm is not None]
        text = above[-1].longest_line_mm
        length = (drawn[0].rule_mm or 0) if drawn else 0
        if not drawn or not allowed.least <= length / text <= allowed.most:
            message = (
                f"đường kẻ dài {length:.0f} mm, phải từ {allowed.least * text:.0f} đến "
                f"{allowed.most * text:.0f} mm."
            )
            yield finding(element, Aspect.RULE_LENGTH, message, allowed.citation)
        if drawn and abs(drawn[0].left_mm - drawn[0].right_mm) > _SLACK_MM:
            message = "đường kẻ phải cân đối dưới dòng chữ."
            yield finding(element, Aspect.RULE_CENTRED, message, allowed.citation)
    addresses = layout.of(Element.ADDRESS)
    if document.address and addresses:
        width = layout.sections[0].text_width_mm
        if abs((addresses[0].rule_mm or 0) - width) > _SLACK_MM:
            message = "phải nằm dưới một đường kẻ dài hết chiều ngang vùng trình bày."
            citation = ELEMENT_RULES[Element.ADDRESS].citation
            yield finding(Element.ADDRESS, Aspect.RULE_LENGTH, message, citation)


def _frame_findings(layout: Layout) -> Iterator[Finding]:
    for element in (Element.URGENCY, Element.CIRCULATION):
        for one in layout.of(element):
            citation = ELEMENT_RULES[element].citation
            if not one.box.framed:
                message = "phải nằm trong khung hình chữ nhật viền đơn."
                yield finding(element, Aspect.FRAME, message, citation)
            wanted = STAMPS_MM.get(one.text) if element is Element.URGENCY else None
            found = (one.box.width_mm, one.box.height_mm or 0)
            if wanted and any(abs(a - b) > _SLACK_MM for a, b in zip(found, wanted, strict=True)):
                message = f"khung phải là {figure(wanted[0])} mm x {figure(wanted[1])} mm."
                yield finding(element, Aspect.FRAME, message, citation)


def _order_findings(layout: Layout, *, two_signatures: bool) -> Iterator[Finding]:
    for left, right, citation in SAME_LINE:
        if two_signatures and right is Element.AUTHORITY:
            continue
        first, second = layout.of(left), layout.of(right)
        if first and second and first[0].box.row != second[0].box.row:
            message = "phải cùng một dòng với phần bên phải."
            yield finding(left, Aspect.SAME_LINE, message, citation)
    places = {id(one): index for index, one in enumerate(layout.paragraphs)}
    for upper, lower, citation in DIRECTLY_BELOW:
        if two_signatures and upper is Element.AUTHORITY:
            continue
        above, below = layout.of(upper), layout.of(lower)
        if above and below and places[id(above[0])] > places[id(below[0])]:
            message = "phải đặt dưới thành phần đi trước nó."
            yield finding(lower, Aspect.PLACE, message, citation)


def _list_findings(layout: Layout) -> Iterator[Finding]:
    for element, citation in LISTS.items():
        texts = [one.text.rstrip() for one in layout.of(element)]
        if element is Element.RECIPIENT:
            if texts and not ARCHIVED.fullmatch(texts[-1]):
                message = "dòng cuối phải là “Lưu: VT, <đơn vị soạn thảo>.”"
                yield finding(element, Aspect.WORDING, message, citation)
            last_ends = True
        else:
            last_ends = not texts or texts[-1].endswith(".")
        if not last_ends or not all(text.endswith(";") for text in texts[:-1]):
            message = "mỗi dòng kết thúc bằng dấu chấm phẩy, dòng cuối bằng dấu chấm."
            yield finding(element, Aspect.PUNCTUATION, message, citation)


def check(measured: Layout | bytes, document: OfficialDocument) -> tuple[Finding, ...]:
    """Return every departure of a DOCX from the decree and from its document; none if it is right.

    Raises:
        ValueError: when bytes are given that are no DOCX.

    """
    layout = measure(measured) if isinstance(measured, bytes) else measured
    two = document.co_signature is not None
    found: list[Finding] = [*check_pages(layout, document)]
    for one in layout.paragraphs:
        section = layout.sections[min(one.section, len(layout.sections) - 1)]
        found += check_paragraph(one, section.text_width_mm, side_free=two)
    found += _text_findings(layout, document)
    found += _stray_findings(layout)
    found += _rule_findings(layout, document)
    found += _frame_findings(layout)
    found += _order_findings(layout, two_signatures=two)
    found += _list_findings(layout)
    return tuple(dict.fromkeys(found))
