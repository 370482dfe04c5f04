"""What a check found to be against the decree."""

from dataclasses import dataclass
from enum import StrEnum

from liennganh.pure.officialdocs.elements import LETTERS, Element
from liennganh.pure.vietnamese import format_number


class Aspect(StrEnum):
    """What about an element, or the page, is wrong."""

    FONT = "font"
    COLOUR = "colour"
    LANGUAGE = "language"
    UNICODE = "unicode"
    SIZE = "size"
    BOLD = "bold"
    ITALIC = "italic"
    UNDERLINE = "underline"
    CASE = "case"
    WORDING = "wording"
    PUNCTUATION = "punctuation"
    TEXT = "text"
    STRAY = "stray"
    ALIGNMENT = "alignment"
    SIDE = "side"
    PLACE = "place"
    SAME_LINE = "same-line"
    INDENT = "indent"
    SPACE_AFTER = "space-after"
    LINE_SPACING = "line-spacing"
    RULE_LENGTH = "rule-length"
    RULE_CENTRED = "rule-centred"
    FRAME = "frame"
    PAGE_SIZE = "page-size"
    ORIENTATION = "orientation"
    MARGIN = "margin"
    PAGE_NUMBER = "page-number"
    FIRST_PAGE_NUMBER = "first-page-number"
    NUMBERING = "numbering"
    SECTIONS = "sections"
    TABLE_HEADER = "table-header"
    TABLE_ROWS = "table-rows"
    TABLE_WIDTH = "table-width"
    SIGNATURE_SPLIT = "signature-split"
    PICTURE_TEXT = "picture-text"


@dataclass(frozen=True, slots=True)
class Finding:
    """One departure from a rule: a sentence in Vietnamese and the citation of the rule."""

    element: Element | None
    aspect: Aspect
    message: str
    citation: str


def figure(value: float) -> str:
    """Write a length or size for a message, with a decimal comma and no more than two places."""
    return format_number(round(value, 2))


def finding(element: Element | None, aspect: Aspect, message: str, citation: str) -> Finding:
    """Make a finding whose message begins with the Vietnamese name of the element."""
    name = f"{LETTERS[element].name}: " if element is not None else ""
    return Finding(element, aspect, f"{name}{message}", citation)
