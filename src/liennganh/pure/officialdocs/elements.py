"""The elements of an official document, and the letters our writers set each of them in.

Every element is a paragraph style of its own in the DOCX, so that an officer can see and change it
in the word processor, and a class of its own in the HTML. What the decree allows stands in
`rules.py`; this is the choice made within it.
"""

from dataclasses import dataclass
from enum import StrEnum


class Element(StrEnum):
    """An element; the value names its style in the DOCX (VbNation) and its class in the HTML."""

    NATION = "nation"
    MOTTO = "motto"
    MOTTO_RULE = "motto-rule"
    SUPERIOR = "superior"
    ISSUER = "issuer"
    ISSUER_RULE = "issuer-rule"
    NUMBER = "number"
    PLACE_DATE = "place-date"
    LETTER_SUBJECT = "letter-subject"
    URGENCY = "urgency"
    CIRCULATION = "circulation"
    KIND = "kind"
    SUBJECT = "subject"
    SUBJECT_RULE = "subject-rule"
    ENACTING_AUTHORITY = "enacting-authority"
    ENACTING_FORMULA = "enacting-formula"
    LEGAL_BASIS = "legal-basis"
    ADDRESSEE = "addressee"
    ADDRESSEES_LABEL = "addressees-label"
    ADDRESSEES_ITEM = "addressees-item"
    DIVISION_LABEL = "division-label"
    DIVISION_TITLE = "division-title"
    ARTICLE = "article"
    ROMAN_HEADING = "roman-heading"
    CLAUSE_HEADING = "clause-heading"
    CLAUSE = "clause"
    POINT = "point"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    CAPTION = "caption"
    TABLE_HEADER = "table-header"
    TABLE_CELL = "table-cell"
    PICTURE = "picture"
    END_MARK = "end-mark"
    AUTHORITY = "authority"
    SIGNER = "signer"
    RECIPIENTS_LABEL = "recipients-label"
    RECIPIENT = "recipient"
    ADDRESS = "address"
    PAGE_NUMBER = "page-number"
    APPENDIX_LABEL = "appendix-label"
    APPENDIX_TITLE = "appendix-title"
    APPENDIX_REFERENCE = "appendix-reference"
    APPENDIX_RULE = "appendix-rule"
    SPACER = "spacer"

    @property
    def style_id(self) -> str:
        """The id of the paragraph style, "VbMottoRule"."""
        return "Vb" + "".join(part.capitalize() for part in self.value.split("-"))


RULES_BELOW = {
    Element.MOTTO_RULE: Element.MOTTO,
    Element.ISSUER_RULE: Element.ISSUER,
    Element.SUBJECT_RULE: Element.SUBJECT,
    Element.APPENDIX_RULE: Element.APPENDIX_REFERENCE,
}
CAPITALS = frozenset(
    {
        Element.NATION,
        Element.SUPERIOR,
        Element.ISSUER,
        Element.URGENCY,
        Element.CIRCULATION,
        Element.KIND,
        Element.ENACTING_AUTHORITY,
        Element.ENACTING_FORMULA,
        Element.DIVISION_TITLE,
        Element.ROMAN_HEADING,
        Element.AUTHORITY,
        Element.APPENDIX_TITLE,
    }
)


@dataclass(frozen=True, slots=True)
class Letters:
    """How an element is set: sizes and spaces in points, indents in mm, line spacing in lines."""

    name: str
    size_pt: float = 14
    bold: bool = False
    italic: bool = False
    align: str = "center"
    first_line_mm: float = 0
    before_pt: float = 0
    after_pt: float = 0
    line: float = 1
    keep_next: bool = False
    outline: int | None = None
    exact_pt: float | None = None


_INDENT = 12.7  # II.6.e allows 10 or 12.7 mm
_BODY_LINE = 1.1


def _running(
    name: str,
    *,
    bold: bool = False,
    italic: bool = False,
    keep_next: bool = False,
    outline: int | None = None,
) -> Letters:
    return Letters(
        name,
        bold=bold,
        italic=italic,
        align="both",
        first_line_mm=_INDENT,
        after_pt=6,
        line=_BODY_LINE,
        keep_next=keep_next,
        outline=outline,
    )


def _rule(name: str, after_pt: float = 0) -> Letters:
    return Letters(name, size_pt=2, before_pt=3, after_pt=after_pt, exact_pt=3)


LETTERS: dict[Element, Letters] = {
    Element.NATION: Letters("Quốc hiệu", 12, bold=True),
    Element.MOTTO: Letters("Tiêu ngữ", 13, bold=True),
    Element.MOTTO_RULE: _rule("Kẻ dưới Tiêu ngữ"),
    Element.SUPERIOR: Letters("Cơ quan chủ quản", 12),
    Element.ISSUER: Letters("Cơ quan ban hành", 12, bold=True),
    Element.ISSUER_RULE: _rule("Kẻ dưới tên cơ quan"),
    Element.NUMBER: Letters("Số, ký hiệu", 13, before_pt=6),
    Element.PLACE_DATE: Letters("Địa danh, ngày tháng", 13, italic=True, before_pt=6),
    Element.LETTER_SUBJECT: Letters("Trích yếu công văn", 12, before_pt=6),
    Element.URGENCY: Letters("Dấu khẩn", 13, bold=True),
    Element.CIRCULATION: Letters("Phạm vi lưu hành", 13, bold=True),
    Element.KIND: Letters("Tên loại", bold=True, before_pt=18, keep_next=True, outline=0),
    Element.SUBJECT: Letters("Trích yếu", bold=True, keep_next=True),
    Element.SUBJECT_RULE: _rule("Kẻ dưới trích yếu", 14),
    Element.ENACTING_AUTHORITY: Letters("Thẩm quyền ban hành", bold=True, after_pt=10),
    Element.ENACTING_FORMULA: Letters("Lời ban hành", bold=True, before_pt=6, after_pt=10),
    Element.LEGAL_BASIS: _running("Căn cứ", italic=True),
    Element.ADDRESSEE: Letters("Kính gửi", before_pt=14, after_pt=14),
    Element.ADDRESSEES_LABEL: Letters("Kính gửi nhiều nơi", align="left", before_pt=14),
    Element.ADDRESSEES_ITEM: Letters("Nơi kính gửi", align="left"),
    Element.DIVISION_LABEL: Letters(
        "Phần, chương, mục", bold=True, before_pt=10, keep_next=True, outline=1
    ),
    Element.DIVISION_TITLE: Letters("Tiêu đề phần, chương", bold=True, after_pt=6, keep_next=True),
    Element.ARTICLE: _running("Điều", outline=2),
    Element.ROMAN_HEADING: _running("Mục I", bold=True, keep_next=True, outline=1),
    Element.CLAUSE_HEADING: _running("Khoản có tiêu đề", bold=True, keep_next=True, outline=2),
    Element.CLAUSE: _running("Khoản"),
    Element.POINT: _running("Điểm"),
    Element.PARAGRAPH: _running("Nội dung"),
    Element.BULLET: _running("Gạch đầu dòng"),
    Element.CAPTION: Letters(
        "Tên bảng, hình", 13, bold=True, before_pt=6, after_pt=4, keep_next=True
    ),
    Element.TABLE_HEADER: Letters("Đầu bảng", 13, bold=True, before_pt=2, after_pt=2),
    Element.TABLE_CELL: Letters("Ô bảng", 13, align="left", before_pt=2, after_pt=2),
    Element.PICTURE: Letters("Hình", before_pt=6, after_pt=6),
    Element.END_MARK: Letters("Dấu kết thúc", align="right", before_pt=4, after_pt=6),
    Element.AUTHORITY: Letters("Quyền hạn, chức vụ", bold=True),
    Element.SIGNER: Letters("Họ và tên người ký", bold=True, before_pt=78),
    Element.RECIPIENTS_LABEL: Letters("Nơi nhận", 12, bold=True, italic=True, align="left"),
    Element.RECIPIENT: Letters("Danh sách nơi nhận", 11, align="left"),
    Element.ADDRESS: Letters("Địa chỉ cơ quan", 11),
    Element.PAGE_NUMBER: Letters("Số trang", 14),
    Element.APPENDIX_LABEL: Letters("Phụ lục", bold=True, keep_next=True, outline=0),
    Element.APPENDIX_TITLE: Letters("Tên phụ lục", bold=True, keep_next=True),
    Element.APPENDIX_REFERENCE: Letters("Kèm theo văn bản", italic=True, keep_next=True),
    Element.APPENDIX_RULE: _rule("Kẻ dưới phụ lục", 14),
    Element.SPACER: Letters("Khoảng cách", 1, exact_pt=1),
}
