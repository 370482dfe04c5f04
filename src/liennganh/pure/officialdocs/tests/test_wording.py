"""What is printed for each element."""

from dataclasses import replace

import pytest

from liennganh.pure.officialdocs import (
    Appendix,
    Bullet,
    Column,
    Heading,
    Level,
    Run,
    Table,
    bullet,
    paragraph,
)
from liennganh.pure.officialdocs.elements import Element
from liennganh.pure.officialdocs.numbering import BLANK
from liennganh.pure.officialdocs.tests.documents import LETTER, MINUTES, REPORT
from liennganh.pure.officialdocs.wording import (
    Line,
    addressee_lines,
    all_lines,
    appendix_lines,
    basis_lines,
    body_parts,
    heading_lines,
    letter_subject_line,
    line,
    number_line,
    place_date_line,
    recipient_lines,
    signature_lines,
    title_lines,
)


def texts(lines: list[Line]) -> list[str]:
    return [one.text for one in lines]


def test_the_number_stands_before_the_symbol_whose_letters_are_left_as_they_are() -> None:
    assert number_line(REPORT).text == "Số: 05/BC-BCĐ"
    assert number_line(replace(REPORT, number="12", symbol="TTr-SYT")).text == "Số: 12/TTr-SYT"
    assert number_line(replace(REPORT, number=None)).text == f"Số: {BLANK}/BC-BCĐ"


def test_minutes_have_neither_place_nor_date() -> None:
    assert place_date_line(MINUTES) is None


def test_only_a_letter_has_its_subject_under_the_number() -> None:
    line_under = letter_subject_line(LETTER)
    assert line_under is not None
    assert line_under.text.startswith("V/v báo cáo")
    assert title_lines(LETTER) == []
    assert letter_subject_line(REPORT) is None
    assert title_lines(REPORT)[0].text == "BÁO CÁO"


def test_one_addressee_stands_on_the_line_and_several_below_it() -> None:
    assert texts(addressee_lines(LETTER)) == ["Kính gửi: Ủy ban nhân dân các xã, phường"]
    assert texts(addressee_lines(REPORT)) == [
        "Kính gửi:",
        "- Bộ Y tế;",
        "- Ủy ban nhân dân tỉnh Lạng Sơn.",
    ]
    assert addressee_lines(MINUTES) == []


def test_legal_bases_end_with_semicolons_and_the_last_with_a_full_stop() -> None:
    bases = basis_lines(
        replace(REPORT, legal_bases=("Căn cứ A;", "Căn cứ B.", "Theo đề nghị của C"))
    )
    assert texts(bases) == ["Căn cứ A;", "Căn cứ B;", "Theo đề nghị của C."]


def test_the_drafter_signs_after_the_archive_line() -> None:
    assert texts(recipient_lines(REPORT))[-1] == "- Lưu: VT, SYT. NTH.(80)"
    assert texts(recipient_lines(replace(REPORT, drafter=None)))[-1] == "- Lưu: VT, SYT."
    assert recipient_lines(replace(REPORT, recipients=())) == []


def test_a_clause_with_a_title_is_bold_and_one_without_is_plain() -> None:
    titled = heading_lines(Heading(Level.ARABIC, 2, "Tồn tại"))
    plain = heading_lines(Heading(Level.ARABIC, 2, text="Các hình thức khác."))
    assert [titled[0].element, plain[0].element] == [Element.CLAUSE_HEADING, Element.CLAUSE]
    assert texts(titled + plain) == ["2. Tồn tại", "2. Các hình thức khác."]


def test_a_part_has_its_label_and_its_title_on_two_lines() -> None:
    assert texts(heading_lines(Heading(Level.PART, 2, "Nhiệm vụ"))) == ["Phần II", "NHIỆM VỤ"]


def test_only_the_label_and_the_title_of_an_article_are_bold() -> None:
    (article,) = heading_lines(Heading(Level.ARTICLE, 3, "Hiệu lực", "Có hiệu lực từ ngày ký."))
    assert article.runs == (Run("Điều 3. Hiệu lực", bold=True), Run(" Có hiệu lực từ ngày ký."))


@pytest.mark.parametrize("ending", ["xong", "xong.", "xong;", "xong./.", "xong ./."])
def test_the_text_ends_once_with_its_mark(ending: str) -> None:
    last = body_parts((paragraph("Trước."), paragraph(ending)))[-1]
    assert isinstance(last, Line)
    assert last.text == "xong./."


def test_the_mark_keeps_the_space_between_an_article_and_its_text() -> None:
    last = body_parts((Heading(Level.ARTICLE, 2, text="Có hiệu lực."),))[-1]
    assert isinstance(last, Line)
    assert last.text == "Điều 2. Có hiệu lực./."


def test_after_a_table_the_mark_stands_on_its_own() -> None:
    last = body_parts((Table((Column("A"),), (("1",),)),))[-1]
    assert isinstance(last, Line)
    assert (last.element, last.text) == (Element.END_MARK, "./.")


def test_points_of_the_second_depth_have_a_plus_sign() -> None:
    found = body_parts((bullet("một"), Bullet((Run("hai"),), 2), paragraph("ba")))
    assert [one.text for one in found if isinstance(one, Line)] == ["- một", "+ hai", "ba./."]


def test_a_single_appendix_has_no_numeral_and_refers_to_its_document() -> None:
    one = replace(LETTER, appendices=(Appendix("Biểu số liệu", ()),))
    assert texts(appendix_lines(one, 0)) == [
        "Phụ lục",
        "BIỂU SỐ LIỆU",
        "(Kèm theo Công văn số 123/SYT-PCTNXH ngày 15 tháng 12 năm 2026 của SỞ Y TẾ)",
    ]
    assert appendix_lines(REPORT, 1)[0].text == "Phụ lục II"
    assert "của Ban Chỉ đạo 138 tỉnh Lạng Sơn)" in appendix_lines(REPORT, 0)[2].text


def test_a_draft_is_signed_without_a_name() -> None:
    unsigned = replace(REPORT.signature, name=None)
    assert texts(signature_lines(unsigned)) == [
        "TM. BAN CHỈ ĐẠO",
        "KT. TRƯỞNG BAN",
        "PHÓ TRƯỞNG BAN",
    ]


def test_texts_are_composed_and_free_of_control_characters() -> None:
    assert line(Element.PARAGRAPH, "Ho\u0300a\x00 bi\u0300nh\tvà\nvui").text == "Hòa bình và vui"
    assert line(Element.TABLE_CELL, "một\nhai").text == "một\nhai"


def test_capitals_are_vietnamese_capitals() -> None:
    assert line(Element.ISSUER, "Sở Y tế tỉnh Đắk Lắk").text == "SỞ Y TẾ TỈNH ĐẮK LẮK"


def test_every_text_of_a_document_is_listed() -> None:
    found = {one.element for one in all_lines(REPORT)}
    assert {Element.URGENCY, Element.CIRCULATION, Element.ADDRESS, Element.CAPTION} <= found


def test_a_table_whose_rows_do_not_fit_its_columns_is_refused() -> None:
    with pytest.raises(ValueError, match="Dòng 2 của bảng có 1 ô"):
        Table((Column("A"), Column("B")), (("1", "2"), ("3",)))
    with pytest.raises(ValueError, match="ít nhất một cột"):
        Table((), ())
