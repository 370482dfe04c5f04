"""What a plan rests on: numbers of every shape, laws without one, and the plan it carries out."""

import pytest

from liennganh.pure.planreader import LegalBasis, read, to_json

HEAD = "UBND HUYỆN CAO LỘC\nSố: 5/KH-UBND\nCao Lộc, ngày 9 tháng 3 năm 2023\n\nKẾ HOẠCH\nThực hiện Chương trình đọc sách giai đoạn 2022 - 2026\n\n"
WORK = "\nI. NHIỆM VỤ\n1. Sở Y tế chủ trì mở lớp theo Thông tư số 9/2020/TT-BYT.\n"


def bases(opening: str) -> tuple[LegalBasis, ...]:
    return read(HEAD + opening + WORK).legal_bases


@pytest.mark.parametrize(
    ("opening", "numbers"),
    [
        pytest.param("Căn cứ Nghị quyết số 26-NQ/TW ngày 05/8/2008;", ["26-NQ/TW"], id="of the party"),
        pytest.param("Thực hiện Kế hoạch số 12 - KH/TU ngày 05/8/2022 của Tỉnh ủy;", ["12-KH/TU"], id="with spaces"),
        pytest.param("Căn cứ Luật Thư viện số 46/2019/QH14 ngày 21/11/2019;", ["46/2019/QH14"], id="a law's number after its name"),
        pytest.param("Căn cứ Kế hoạch số 3/KH-BCĐ138 ngày 05/8/2022;\nCăn cứ Công văn số 1042/SVHTT-QLVH ngày 07/8/2022;", ["3/KH-BCĐ138", "1042/SVHTT-QLVH"], id="two paragraphs in one"),
        pytest.param("Căn cứ các Nghị định số 1/2020/NĐ-CP, số 2/2021/NĐ-CP và số 3/2022/NĐ-CP;", ["1/2020/NĐ-CP", "2/2021/NĐ-CP", "3/2022/NĐ-CP"], id="a row of numbers"),
        pytest.param("Căn cứ Quyết định số 7/QĐ-TTg về triển khai Thông báo số 8-TB/TW và Công văn số 9/BNV-CT ngày 01/02/2023;", ["7/QĐ-TTg", "9/BNV-CT"], id="cited inside a subject"),
        pytest.param("Thực hiện Quyết định số 7/QĐ-TTg, UBND huyện ban hành Kế hoạch.\n\nCăn cứ Quyết định số 7/QĐ-TTg;", ["7/QĐ-TTg"], id="each once"),
        pytest.param("Căn cứ Luật Thư viện;\nTheo đề nghị của Sở Y tế tại Tờ trình số 5/TTr-SYT.", [], id="a proposal is none"),
    ],
)  # fmt: skip
def test_numbers_of_every_shape_are_read(opening: str, numbers: list[str]) -> None:
    reading = read(HEAD + opening + "\n" + WORK)
    assert to_json(reading)["legal_bases"] == numbers


@pytest.mark.parametrize(
    ("opening", "title", "date"),
    [
        ("Căn cứ Luật Bình đẳng giới năm 2006;", "Luật Bình đẳng giới năm 2006", "2006"),
        ("Căn cứ Luật Phòng, chống bạo lực gia đình ngày 14/11/2022;", "Luật Phòng, chống bạo lực gia đình", "2022-11-14"),
        ("Căn cứ Hiến pháp năm 2013;", "Hiến pháp năm 2013", "2013"),
    ],
)  # fmt: skip
def test_a_law_is_cited_by_its_name(opening: str, title: str, date: str) -> None:
    (law,) = bases(opening + "\n")
    assert (law.number, law.title, law.date) == ("", title, date)


def test_laws_of_one_paragraph_are_told_apart() -> None:
    found = bases("Căn cứ Luật Thư viện ngày 21/11/2019; Luật Trẻ em ngày 05 tháng 4 năm 2016;\n")
    assert [(b.title, b.date) for b in found] == [
        ("Luật Thư viện", "2019-11-21"),
        ("Luật Trẻ em", "2016-04-05"),
    ]


def test_a_law_beside_a_numbered_document_is_still_one() -> None:
    found = bases("Căn cứ Luật Trẻ em năm 2016; Nghị định số 56/2017/NĐ-CP ngày 09/5/2017;\n")
    assert [b.number for b in found] == ["", "56/2017/NĐ-CP"]


def test_a_basis_says_what_it_is_who_issued_it_and_when() -> None:
    (basis,) = bases(
        "Thực hiện Quyết định số 45/QĐ-TTg ngày 12 tháng 01 năm 2022 của Thủ tướng Chính phủ phê duyệt Chương trình đọc sách giai đoạn 2022 - 2026, UBND huyện ban hành Kế hoạch như sau:\n"
    )
    assert (basis.issuer, basis.date) == ("Thủ tướng Chính phủ", "2022-01-12")
    assert basis.title == "Quyết định phê duyệt Chương trình đọc sách giai đoạn 2022 - 2026"


@pytest.mark.parametrize(
    ("opening", "upper"),
    [
        pytest.param("Thực hiện Quyết định số 45/QĐ-TTg ngày 12/01/2022 của Thủ tướng Chính phủ phê duyệt Chương trình đọc sách;", True, id="a national programme"),
        pytest.param("Thực hiện Kế hoạch số 7/KH-UBND ngày 12/01/2023 của UBND tỉnh Lạng Sơn về đọc sách;", True, id="the province's plan"),
        pytest.param("Thực hiện Kế hoạch số 7/KH-SLĐTBXH ngày 12/01/2023 của Sở Lao động - Thương binh và Xã hội tỉnh về đọc sách;", True, id="an office of the province, whose name holds the word xã"),
        pytest.param("Triển khai Nghị quyết số 7-NQ/TU ngày 12/01/2023 của Tỉnh ủy về đọc sách;", True, id="a resolution of the party above"),
        pytest.param("Căn cứ Quyết định số 45/QĐ-TTg ngày 12/01/2022 của Thủ tướng Chính phủ phê duyệt Chương trình đọc sách giai đoạn 2022 - 2026;", True, id="a ground whose programme the title names"),
        pytest.param("Thực hiện Kế hoạch số 7/KH-UBND ngày 12/01/2022 của UBND huyện về đọc sách;", False, id="its own earlier plan"),
        pytest.param("Thực hiện Công văn số 7/SYT-KH ngày 12/01/2023 của Sở Y tế về kế hoạch đọc sách;", False, id="a letter"),
        pytest.param("Thực hiện Thông tư số 7/2020/TT-BYT ngày 12/01/2020 của Bộ trưởng Bộ Y tế về chương trình đọc sách;", False, id="a circular"),
    ],
)  # fmt: skip
def test_the_plan_of_a_higher_level_is_marked(opening: str, upper: bool) -> None:
    (basis,) = bases(opening + "\n")
    assert basis.upper is upper


def test_a_province_stands_above_its_city() -> None:
    text = (
        HEAD + "Thực hiện Kế hoạch số 7/KH-UBND ngày 12/01/2023 của UBND tỉnh về đọc sách;\n"
    ).replace("HUYỆN CAO LỘC", "THÀNH PHỐ LẠNG SƠN")
    (basis,) = read(text + WORK).legal_bases
    assert basis.upper


def test_a_ground_on_another_subject_is_not_carried_out() -> None:
    (basis,) = bases(
        "Căn cứ Quyết định số 45/QĐ-TTg ngày 12/01/2022 của Thủ tướng Chính phủ phê duyệt Đề án trồng một tỷ cây xanh;\n"
    )
    assert not basis.upper


def test_a_section_of_its_own_lists_what_the_plan_rests_on() -> None:
    text = f"{HEAD}I. CĂN CỨ PHÁP LÝ\n- Luật Thư viện ngày 21/11/2019;\n- Quyết định số 5/QĐ-TTg ngày 03/01/2022 của Thủ tướng Chính phủ;\n\nII. NHIỆM VỤ\n1. Sở Y tế chủ trì mở lớp theo Thông tư số 9/2020/TT-BYT.\n"
    assert [b.number for b in read(text).legal_bases] == ["", "5/QĐ-TTg"]
