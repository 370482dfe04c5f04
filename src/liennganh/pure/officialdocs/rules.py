"""What Decree 30/2020/NĐ-CP, Appendix I, asks of the layout, as data.

Each rule carries its citation, section and point of Part I of the Appendix. The rules of the single
elements are the table in `element_rules.py`; here are their form, and the rules of page and place.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from liennganh.pure.officialdocs.elements import Element

_SOURCE = "Phụ lục I Nghị định 30/2020/NĐ-CP, Phần I"
HOUSE = "Nghị định 30/2020/NĐ-CP không quy định; quy ước trình bày"
MODEL = "Phụ lục III Nghị định 30/2020/NĐ-CP"


def cite(point: str) -> str:
    """Return the full citation of a point of Part I of Appendix I."""
    return f"{_SOURCE}, {point}"


class Case(StrEnum):
    """Capitals or ordinary letters; running text is free."""

    UPPER = "in hoa"
    LOWER = "in thường"
    FREE = "tùy nội dung"


class Emphasis(StrEnum):
    """How much of an element is bold, or italic."""

    ALL = "toàn bộ"
    NONE = "không"
    FIRST = "phần đầu"
    NOT_ALL = "không phải toàn bộ"
    ANY = "tùy nội dung"


class Side(StrEnum):
    """The half of the page an element stands in (IV.2)."""

    LEFT = "bên trái"
    RIGHT = "bên phải"


@dataclass(frozen=True, slots=True)
class ElementRule:
    """The letters of one element; sizes in points; `running` text has indent and spacing rules."""

    citation: str
    case: Case
    sizes: tuple[float, float]
    bold: Emphasis
    italic: Emphasis
    aligns: frozenset[str]
    side: Side | None = None
    running: bool = False
    wording: re.Pattern[str] | None = None
    wording_means: str = ""


@dataclass(frozen=True, slots=True)
class Range:
    """Allowed lengths, in mm or points, with the citation."""

    least: float
    most: float
    citation: str


PAGE_SIDES = (210.0, 297.0)
MARGINS = {
    "top_mm": ("trên", Range(20, 25, cite("I.3"))),
    "bottom_mm": ("dưới", Range(20, 25, cite("I.3"))),
    "left_mm": ("trái", Range(30, 35, cite("I.3"))),
    "right_mm": ("phải", Range(15, 20, cite("I.3"))),
}
FIRST_LINES_MM = (10.0, 12.7)  # II.6.e
SPACE_AFTER_PT = 6.0
LINES = Range(1.0, 1.5, cite("II.6.e"))
# Each drawn line against the longest line of the text above it.
RULE_LENGTHS = {
    Element.MOTTO_RULE: Range(0.98, 1.02, cite("II.1.b")),
    Element.ISSUER_RULE: Range(1 / 3, 1 / 2, cite("II.2.b")),
    Element.SUBJECT_RULE: Range(1 / 3, 1 / 2, cite("II.5.b")),
}
STAMPS_MM = {  # III.2.b; HOẢ is how the decree itself spells it
    "KHẨN": (20.0, 8.0),
    "THƯỢNG KHẨN": (40.0, 8.0),
    "HỎA TỐC": (30.0, 8.0),
    "HOẢ TỐC": (30.0, 8.0),
}
SAME_LINE = (
    (Element.NUMBER, Element.PLACE_DATE, cite("II.4.c")),
    (Element.RECIPIENTS_LABEL, Element.AUTHORITY, cite("II.9.d")),
)
DIRECTLY_BELOW = (
    (Element.NATION, Element.MOTTO, cite("II.1.b")),
    (Element.SUPERIOR, Element.ISSUER, cite("II.2.b")),
    (Element.KIND, Element.SUBJECT, cite("II.5.b")),
    (Element.AUTHORITY, Element.SIGNER, cite("II.7.đ")),
    (Element.RECIPIENTS_LABEL, Element.RECIPIENT, cite("II.9.d")),
    (Element.APPENDIX_LABEL, Element.APPENDIX_TITLE, cite("III.1.b")),
)
LISTS = {  # every line ends with a semicolon, the last with a full stop
    Element.LEGAL_BASIS: cite("II.6.a"),
    Element.ADDRESSEES_ITEM: cite("II.9.d"),
    Element.RECIPIENT: cite("II.9.d"),
}
ARCHIVED = re.compile(r"- Lưu: VT(, [^.]+)?\.( \S+\.\(\d+\)| \S+)?")
FONT = "Times New Roman"
LETTERS_CITATION = cite("I.4")
BLACK = frozenset({"AUTO", "000000"})
COLOURS: dict[Element, frozenset[str]] = {Element.URGENCY: frozenset({"FF0000"})}
PAGE_NUMBERS = cite("I.7")
APPENDIX_NUMBERS = cite("III.1.đ")
