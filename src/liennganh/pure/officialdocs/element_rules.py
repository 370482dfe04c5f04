"""The rules of the single elements: letters, size, style, place, wording, each with its citation.

The table is Sections II, III and V of Part I, Appendix I of Decree 30/2020/NĐ-CP. Where the decree is
silent (tables, captions) the rule says so and only keeps the letters readable.
"""

import re

from liennganh.pure.officialdocs.elements import Element
from liennganh.pure.officialdocs.rules import (
    HOUSE,
    MODEL,
    Case,
    ElementRule,
    Emphasis,
    Side,
    cite,
)

_CENTRE = frozenset({"center"})
_LEFT = frozenset({"left", "both"})
_BOTH = frozenset({"both"})
_ANY = frozenset({"left", "center", "right", "both"})
_BLANK = r"[\u00a0 .…]{2,}"
_DAY = rf"(0[1-9]|[12]\d|3[01]|{_BLANK})"
_MONTH = rf"(0[12]|[3-9]|1[0-2]|{_BLANK})"
_DATE = rf"ngày ?{_DAY} ?tháng ?{_MONTH} ?năm ?(\d{{4}}|{_BLANK})"


def _rule(  # one line per element in the table below
    point: str,
    case: Case,
    sizes: tuple[float, float],
    letters: str,
    aligns: frozenset[str],
    side: Side | None = None,
    wording: str = "",
    means: str = "",
) -> ElementRule:
    """Make a rule; `letters` is "b" for bold, "i" for italic, both, or "" for upright."""
    return ElementRule(
        citation=cite(point) if point[0] in "IV" else point,
        case=case,
        sizes=sizes,
        bold=Emphasis.ALL if "b" in letters else Emphasis.NONE,
        italic=Emphasis.ALL if "i" in letters else Emphasis.NONE,
        aligns=aligns,
        side=side,
        wording=re.compile(wording) if wording else None,
        wording_means=means,
    )


def _running(
    point: str,
    bold: Emphasis,
    italic: Emphasis,
    case: Case = Case.FREE,
    wording: str = "",
    means: str = "",
) -> ElementRule:
    return ElementRule(
        cite(point),
        case,
        (13, 14),
        bold,
        italic,
        _BOTH,
        running=True,
        wording=re.compile(wording) if wording else None,
        wording_means=means,
    )


_UP, _LOW, _FREE = Case.UPPER, Case.LOWER, Case.FREE
_L, _R = Side.LEFT, Side.RIGHT

ELEMENT_RULES: dict[Element, ElementRule] = {
    Element.NATION: _rule(
        "II.1.a",
        _UP,
        (12, 13),
        "b",
        _CENTRE,
        _R,
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Quốc hiệu viết “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”",
    ),
    Element.MOTTO: _rule(
        "II.1.b",
        _LOW,
        (13, 14),
        "b",
        _CENTRE,
        _R,
        "Độc lập - Tự do - Hạnh phúc",
        "Tiêu ngữ viết “Độc lập - Tự do - Hạnh phúc”",
    ),
    Element.SUPERIOR: _rule("II.2.b", _UP, (12, 13), "", _CENTRE, _L),
    Element.ISSUER: _rule("II.2.b", _UP, (12, 13), "b", _CENTRE, _L),
    Element.NUMBER: _rule(
        "II.3.c",
        _LOW,
        (13, 13),
        "",
        _CENTRE,
        _L,
        rf"Số: ?(0[1-9]|[1-9]\d+|{_BLANK})/[^\W_]+(-[^\W_]+)*",
        "số dưới 10 thêm số 0 phía trước, sau số là “/”, giữa các nhóm chữ là “-”, không cách chữ",
    ),
    Element.PLACE_DATE: _rule(
        "II.4",
        _LOW,
        (13, 14),
        "i",
        _CENTRE,
        _R,
        rf"[^\W\d_].*, {_DATE}",
        "địa danh, dấu phẩy, ngày tháng năm; ngày dưới 10 và tháng 1, 2 thêm số 0 phía trước",
    ),
    Element.LETTER_SUBJECT: _rule(
        "II.5.b", _LOW, (12, 13), "", _CENTRE, _L, r"V/v \S.*", "bắt đầu bằng “V/v”"
    ),
    Element.URGENCY: _rule(
        "III.2.b",
        _UP,
        (13, 14),
        "b",
        _CENTRE,
        _L,
        "KHẨN|THƯỢNG KHẨN|HỎA TỐC|HOẢ TỐC",
        "KHẨN, THƯỢNG KHẨN hoặc HỎA TỐC",
    ),
    Element.CIRCULATION: _rule("III.2.c", _UP, (13, 14), "b", _CENTRE, _R),
    Element.KIND: _rule("II.5.b", _UP, (13, 14), "b", _CENTRE),
    Element.SUBJECT: _rule("II.5.b", _LOW, (13, 14), "b", _CENTRE),
    Element.ENACTING_AUTHORITY: _rule(f"{MODEL}, Mẫu 1.2", _UP, (13, 14), "b", _CENTRE),
    Element.ENACTING_FORMULA: _rule(f"{MODEL}, Mẫu 1.2", _UP, (13, 14), "b", _CENTRE),
    Element.LEGAL_BASIS: _running("II.6.a", Emphasis.NONE, Emphasis.ALL, _LOW),
    Element.ADDRESSEE: _rule(
        "II.9.d",
        _LOW,
        (13, 14),
        "",
        _CENTRE,
        None,
        r"Kính gửi: \S.*",
        "“Kính gửi:” và tên nơi nhận",
    ),
    Element.ADDRESSEES_LABEL: _rule(
        "II.9.d", _LOW, (13, 14), "", _LEFT, None, "Kính gửi:", "“Kính gửi:” trên một dòng riêng"
    ),
    Element.ADDRESSEES_ITEM: _rule(
        "II.9.d", _FREE, (13, 14), "", _LEFT, None, r"- \S.*[;.]", "đầu dòng có gạch đầu dòng"
    ),
    Element.DIVISION_LABEL: _rule(
        "II.6.đ",
        _LOW,
        (13, 14),
        "b",
        _CENTRE,
        None,
        r"(Phần|Chương) [IVXLCDM]+|(Mục|Tiểu mục) \d+",
        "phần, chương đánh số La Mã; mục, tiểu mục đánh số Ả Rập",
    ),
    Element.DIVISION_TITLE: _rule("II.6.đ", _UP, (13, 14), "b", _CENTRE),
    Element.ARTICLE: _running(
        "II.6.đ",
        Emphasis.FIRST,
        Emphasis.NOT_ALL,
        _FREE,
        r"Điều \d+\..*",
        "“Điều”, số Ả Rập, dấu chấm",
    ),
    Element.ROMAN_HEADING: _running(
        "V.6.b", Emphasis.ALL, Emphasis.NONE, _UP, r"[IVXLCDM]+\. .+", "số La Mã, dấu chấm, tiêu đề"
    ),
    Element.CLAUSE_HEADING: _running(
        "II.6.đ", Emphasis.ALL, Emphasis.NONE, _LOW, r"\d+\. .+", "số Ả Rập, dấu chấm, tiêu đề"
    ),
    Element.CLAUSE: _running(
        "II.6.đ", Emphasis.NOT_ALL, Emphasis.NOT_ALL, _FREE, r"\d+\..*", "số Ả Rập, dấu chấm"
    ),
    Element.POINT: _running(
        "II.6.đ",
        Emphasis.NOT_ALL,
        Emphasis.NOT_ALL,
        _FREE,
        r"[abcdđeghiklmnopqrstuvxy]\).*",
        "chữ cái tiếng Việt và dấu đóng ngoặc đơn",
    ),
    Element.PARAGRAPH: _running("II.6.e", Emphasis.NOT_ALL, Emphasis.NOT_ALL),
    Element.BULLET: _running("II.6.e", Emphasis.NOT_ALL, Emphasis.NOT_ALL),
    Element.CAPTION: _rule(HOUSE, _FREE, (11, 14), "b", _CENTRE),
    Element.TABLE_HEADER: _rule(HOUSE, _FREE, (11, 14), "b", _CENTRE),
    Element.END_MARK: _rule(f"{MODEL}, Mẫu 2.1", _FREE, (13, 14), "", frozenset({"right"})),
    Element.AUTHORITY: _rule("II.7.đ", _UP, (13, 14), "b", _CENTRE, _R),
    Element.SIGNER: _rule("II.7.đ", _LOW, (13, 14), "b", _CENTRE, _R),
    Element.RECIPIENTS_LABEL: _rule(
        "II.9.d", _LOW, (12, 12), "bi", _LEFT, _L, "Nơi nhận:", "“Nơi nhận:” trên một dòng riêng"
    ),
    Element.RECIPIENT: _rule(
        "II.9.d", _FREE, (11, 11), "", _LEFT, _L, r"- \S.*", "đầu dòng có gạch đầu dòng"
    ),
    Element.ADDRESS: _rule("III.4", _FREE, (11, 12), "", _ANY),
    Element.PAGE_NUMBER: _rule("I.7", _FREE, (13, 14), "", _CENTRE, None, r"\d+", "chữ số Ả Rập"),
    Element.APPENDIX_LABEL: _rule(
        "III.1.b",
        _LOW,
        (14, 14),
        "b",
        _CENTRE,
        None,
        r"Phụ lục( [IVXLCDM]+)?",
        "“Phụ lục” và số La Mã",
    ),
    Element.APPENDIX_TITLE: _rule("III.1.b", _UP, (13, 14), "b", _CENTRE),
    Element.APPENDIX_REFERENCE: _rule(
        "III.1.c",
        _LOW,
        (13, 14),
        "i",
        _CENTRE,
        None,
        rf"\(Kèm theo .+ số .+ {_DATE} của .+\)",
        "số, ký hiệu, thời gian ban hành và tên cơ quan ban hành",
    ),
    # Cells are set by their column, totals in bold: only font and size are looked at.
    Element.TABLE_CELL: ElementRule(HOUSE, Case.FREE, (11, 14), Emphasis.ANY, Emphasis.ANY, _ANY),
}
