"""Checks of one paragraph against the rule of its element."""

from collections.abc import Iterator

from liennganh.pure.officialdocs.element_rules import ELEMENT_RULES
from liennganh.pure.officialdocs.elements import Element
from liennganh.pure.officialdocs.findings import Aspect, Finding, figure, finding
from liennganh.pure.officialdocs.layout import MeasuredParagraph
from liennganh.pure.officialdocs.rules import (
    BLACK,
    COLOURS,
    FIRST_LINES_MM,
    FONT,
    LETTERS_CITATION,
    LINES,
    SPACE_AFTER_PT,
    Case,
    ElementRule,
    Emphasis,
    Side,
)
from liennganh.pure.vietnamese import nfc

_SLACK_MM = 0.1
_LANGUAGE = "vi"
_HALF = 0.5


def _keeps(flags: list[bool], emphasis: Emphasis) -> bool:
    match emphasis:
        case Emphasis.ALL:
            return all(flags)
        case Emphasis.NONE:
            return not any(flags)
        case Emphasis.FIRST:
            return flags[0]
        case Emphasis.NOT_ALL:
            return not all(flags)
        case Emphasis.ANY:
            return True


def _font_findings(element: Element, one: MeasuredParagraph) -> Iterator[Finding]:
    fonts = {font for run in one.runs for font in run.fonts}
    if fonts - {FONT}:
        wrong = ", ".join(sorted(font or "không rõ" for font in fonts - {FONT}))
        message = f"phông chữ phải là {FONT}, đang là {wrong}."
        yield finding(element, Aspect.FONT, message, LETTERS_CITATION)
    colours = {run.colour for run in one.runs} - COLOURS.get(element, BLACK)
    if colours:
        message = f"màu chữ không đúng ({', '.join(sorted(colours))})."
        yield finding(element, Aspect.COLOUR, message, LETTERS_CITATION)
    if any(not run.language.startswith(_LANGUAGE) for run in one.runs):
        message = "ngôn ngữ của văn bản phải là tiếng Việt."
        yield finding(element, Aspect.LANGUAGE, message, LETTERS_CITATION)
    if one.text != nfc(one.text):
        message = "chữ phải theo Unicode dựng sẵn."
        yield finding(element, Aspect.UNICODE, message, LETTERS_CITATION)
    if any(run.underline for run in one.runs) or "___" in one.text:
        message = "đường kẻ phải là nét vẽ, không phải chữ gạch chân hay dấu gạch dưới."
        yield finding(element, Aspect.UNDERLINE, message, ELEMENT_RULES[element].citation)


def _letter_findings(
    element: Element, one: MeasuredParagraph, rule: ElementRule
) -> Iterator[Finding]:
    least, most = rule.sizes
    wrong = sorted({run.size_pt for run in one.runs if not least <= run.size_pt <= most})
    if wrong:
        allowed = figure(least) if least == most else f"{figure(least)} - {figure(most)}"
        found = ", ".join(map(figure, wrong))
        message = f"cỡ chữ phải là {allowed}, đang là {found}."
        yield finding(element, Aspect.SIZE, message, rule.citation)
    spoken = [run for run in one.runs if run.text.strip()] or list(one.runs)
    if not _keeps([run.bold for run in spoken], rule.bold):
        message = f"chữ đậm: {rule.bold}."
        yield finding(element, Aspect.BOLD, message, rule.citation)
    if not _keeps([run.italic for run in spoken], rule.italic):
        message = f"chữ nghiêng: {rule.italic}."
        yield finding(element, Aspect.ITALIC, message, rule.citation)
    upper = one.text == one.text.upper()
    if (rule.case is Case.UPPER and not upper) or (rule.case is Case.LOWER and upper):
        yield finding(element, Aspect.CASE, f"loại chữ phải là {rule.case}.", rule.citation)
    flat = " ".join(one.text.split("\n"))
    if rule.wording is not None and not rule.wording.fullmatch(flat):
        message = f"“{flat}” viết chưa đúng: {rule.wording_means}."
        yield finding(element, Aspect.WORDING, message, rule.citation)


def _place_findings(
    element: Element, one: MeasuredParagraph, rule: ElementRule, text_width_mm: float
) -> Iterator[Finding]:
    if one.align not in rule.aligns:
        message = f"canh lề không đúng (đang là {one.align})."
        yield finding(element, Aspect.ALIGNMENT, message, rule.citation)
    middle = one.box.left_mm + one.box.width_mm * _HALF
    right = middle > text_width_mm * _HALF
    whole = one.box.width_mm >= text_width_mm - 1
    if rule.side is not None and (whole or right != (rule.side is Side.RIGHT)):
        yield finding(element, Aspect.SIDE, f"phải đặt ở {rule.side}.", rule.citation)
    if not rule.running:
        return
    if min(abs(one.first_line_mm - allowed) for allowed in FIRST_LINES_MM) > _SLACK_MM:
        found = figure(one.first_line_mm)
        message = f"chữ đầu dòng phải lùi vào 10 hoặc 12,7 mm, đang là {found} mm."
        yield finding(element, Aspect.INDENT, message, LINES.citation)
    if one.after_pt < SPACE_AFTER_PT:
        message = f"khoảng cách sau đoạn phải từ 6 pt, đang là {figure(one.after_pt)} pt."
        yield finding(element, Aspect.SPACE_AFTER, message, LINES.citation)
    if one.line is None or not LINES.least <= one.line <= LINES.most:
        message = "khoảng cách dòng phải từ dòng đơn đến 1,5 dòng."
        yield finding(element, Aspect.LINE_SPACING, message, LINES.citation)


def check_paragraph(
    one: MeasuredParagraph, text_width_mm: float, *, side_free: bool
) -> Iterator[Finding]:
    """Check one paragraph; `side_free` where two signatures stand side by side (model 1.9)."""
    element = one.element
    if element is None or element not in ELEMENT_RULES or not one.runs:
        return
    rule = ELEMENT_RULES[element]
    yield from _font_findings(element, one)
    yield from _letter_findings(element, one, rule)
    for found in _place_findings(element, one, rule, text_width_mm):
        signing = element in {Element.AUTHORITY, Element.SIGNER}
        if not (side_free and signing and found.aspect is Aspect.SIDE):
            yield found
