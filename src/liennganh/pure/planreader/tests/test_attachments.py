"""Plans attached below a decision: where they begin, what they rest on, who owns their work."""

from decimal import Decimal

import pytest

from liennganh.pure.planreader import read

DECISION = """ỦY BAN NHÂN DÂN TỈNH HÀ NAM
Số: 12/QĐ-UBND
Hà Nam, ngày 04 tháng 8 năm 2023

QUYẾT ĐỊNH
Ban hành Kế hoạch công tác trẻ em giai đoạn 2023 - 2025

Căn cứ Luật Tổ chức chính quyền địa phương số 77/2015/QH13;
QUYẾT ĐỊNH:
Điều 1. Ban hành Kế hoạch công tác trẻ em giai đoạn 2023 - 2025.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký./.

KT. CHỦ TỊCH
"""
BODY = """Thực hiện Quyết định số 23/QĐ-TTg ngày 07/01/2021 của Thủ tướng Chính phủ, UBND tỉnh ban hành kế hoạch như sau:
1. Mục tiêu đến năm 2025
a) 100% xã có cán bộ phụ trách;
2. Tổ chức thực hiện
2.1. Sở Y tế
a) Chủ trì, phối hợp với Công an tỉnh tổ chức thực hiện Kế hoạch này;
b) Báo cáo Ủy ban nhân dân tỉnh trước ngày 15/12 hằng năm.
"""
NOTE = "(Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 04/8/2023 của UBND tỉnh)\n"


@pytest.mark.parametrize(
    "above",
    [
        pytest.param(f"KẾ HOẠCH\nCông tác trẻ em giai đoạn 2023 - 2025\n{NOTE}", id="heading and note"),
        pytest.param(f"CÔNG TÁC TRẺ EM GIAI ĐOẠN 2023 - 2025\n{NOTE}", id="the heading is lost"),
    ],
)  # fmt: skip
def test_an_attached_plan_is_read_below_the_signature(above: str) -> None:
    reading = read(DECISION + above + BODY)
    assert [(t.value, t.deadline) for t in reading.targets] == [(Decimal(100), "2025")]
    assert [t.lead for t in reading.tasks] == [("Sở Y tế",), ("Sở Y tế",)]
    assert [b.number for b in reading.legal_bases] == ["77/2015/QH13", "23/QĐ-TTg"]


def test_what_an_annex_of_figures_cites_is_no_basis() -> None:
    annex = "PHỤ LỤC\n(Kèm theo Quyết định số 12/QĐ-UBND)\nThực hiện Nghị quyết số 5/NQ-HĐND:\n"
    assert [b.number for b in read(DECISION + annex).legal_bases] == ["77/2015/QH13"]


def test_letters_that_begin_anew_have_lost_their_heading() -> None:
    again = BODY + "a) Chỉ đạo các đơn vị quản lý địa bàn;\nb) Phối hợp với Sở Y tế lập hồ sơ;\n"
    tasks = read(DECISION + "KẾ HOẠCH\n" + NOTE + again).tasks
    assert [(t.lead, t.support) for t in tasks[2:]] == [((), ()), ((), ("Sở Y tế",))]


def test_an_item_with_labelled_owners_is_work_in_any_section() -> None:
    text = (
        "KẾ HOẠCH\nI. CÁC DỰ ÁN THUỘC CHƯƠNG TRÌNH\n"
        "Dự án 1: Nâng cao năng lực cán bộ cơ sở. Cơ quan chủ trì: Sở Nội vụ; cơ quan phối hợp: Sở Y tế; thời gian thực hiện: 2024.\n"
        "Dự án 2: Mua sắm trang thiết bị. Cơ quan chủ trì: Sở Y tế; thời gian thực hiện: 2024.\n"
    )
    assert [(t.lead, t.support) for t in read(text).tasks] == [
        (("Sở Nội vụ",), ("Sở Y tế",)),
        (("Sở Y tế",), ()),
    ]
