"""By when an item is due and how often it is done."""

import pytest

from liennganh.pure.planreader import read
from liennganh.pure.planreader.cycles import cycle_of
from liennganh.pure.planreader.deadlines import deadline_of

FILLER = "Rà soát, thống kê các bến đò ngang trên địa bàn; "


@pytest.mark.parametrize(
    ("words", "due"),
    [
        pytest.param("hoàn thành trước ngày 15 tháng 5 hằng năm", "05-15", id="a day of each year in words"),
        pytest.param("xong trước ngày 20/11 hàng năm.", "11-20", id="a day of each year in figures"),
        pytest.param("hoàn thành trong quý III/2025.", "2025-09", id="a quarter"),
        pytest.param("thực hiện từ quý I đến quý II năm 2026.", "2026-06", id="the end of a run of quarters"),
        pytest.param("xong trước 30/6/2025.", "2025-06-30", id="a day"),
        pytest.param("hoàn thành trong tháng 11 năm 2025", "2025-11", id="a month"),
        pytest.param("nhân rộng trong giai đoạn 2026 - 2030.", "2030", id="the end of a period"),
        pytest.param("hoàn thành trong 6 tháng đầu năm 2026", "2026-06", id="the first half of a year"),
        pytest.param("theo Kế hoạch số 12/KH-UBND ngày 15/3/2025 của Ủy ban nhân dân tỉnh.", None, id="the day of a document"),
        pytest.param("thực hiện Chỉ thị ngày 02/4/2024 của Chủ tịch Ủy ban nhân dân tỉnh.", None, id="a document without number"),
        pytest.param("đạt chuẩn tại 8/8 xã, trực 24/7 trong mùa mưa lũ.", None, id="counts are no days"),
        pytest.param("báo cáo 6 tháng trước ngày 15/6 gửi Sở Nội vụ.", None, id="the day of a report each year"),
    ],
)  # fmt: skip
def test_running_words_say_by_when(words: str, due: str | None) -> None:
    assert deadline_of(FILLER + words) == due


@pytest.mark.parametrize(
    ("cell", "due"),
    [
        ("Quý II/2024", "2024-06"),
        ("Tháng 3-6/2025", "2025-06"),
        ("Từ ngày 15/4 đến ngày 15/5/2025", "2025-05-15"),
        ("2026 - 2030", "2030"),
        ("Năm 2027", "2027"),
        ("Theo từng đợt", None),
    ],
)
def test_a_cell_that_says_when_needs_no_word_of_time(cell: str, due: str | None) -> None:
    assert deadline_of(cell, alone=True) == due


def test_a_plan_for_one_year_lends_its_year_to_days_without_one() -> None:
    assert deadline_of(FILLER + "xong trước 30/6.", 2025) == "2025-06-30"
    assert deadline_of(FILLER + "hoàn thành trong tháng 11.", 2025) == "2025-11"
    assert deadline_of(FILLER + "hoàn thành trong tháng 11.") is None


@pytest.mark.parametrize(
    ("words", "cycle"),
    [
        ("Hằng tuần phát thanh trên loa xã.", "weekly"),
        ("Định kỳ hằng quý kiểm tra bếp ăn tập thể.", "quarterly"),
        ("Tổ chức giao ban định kỳ 6 tháng giữa các ngành.", "six_month"),
        ("Hằng năm tổ chức ngày hội đọc sách.", "annual"),
        ("Thường xuyên", "regular"),
        ("Lồng ghép vào kế hoạch hằng năm của đơn vị.", None),
        ("Bố trí từ nguồn chi thường xuyên.", None),
        ("Định kỳ hằng quý tổng hợp, báo cáo kết quả về Ủy ban nhân dân tỉnh theo quy định.", None),
    ],
)
def test_words_of_time_say_how_often(words: str, cycle: str | None) -> None:
    assert cycle_of(words) == cycle


PLAN = """ỦY BAN NHÂN DÂN
XÃ AN HÒA

Số: 8/KH-UBND

An Hòa, ngày 10 tháng 01 năm 2025

KẾ HOẠCH
Phát triển văn hóa đọc năm 2025

I. NHIỆM VỤ

1. Sửa chữa phòng đọc

- Nội dung: Sơn lại tường, thay bàn ghế hỏng.

- Đơn vị chủ trì: Phòng Kinh tế xã.

- Thời gian: Trước 30/6.

2. Mở cửa phòng đọc buổi tối

- Nội dung: Phân công người trực phòng đọc.

- Đơn vị chủ trì: Trung tâm Văn hóa xã.

- Thời gian: Thường xuyên.
"""


def test_a_line_for_the_time_holds_for_its_item() -> None:
    first, second = read(PLAN).tasks
    assert (first.lead, first.deadline, first.cycle) == (("Phòng Kinh tế xã",), "2025-06-30", None)
    assert (second.lead, second.deadline, second.cycle) == (
        ("Trung tâm Văn hóa xã",),
        None,
        "regular",
    )


@pytest.mark.parametrize(
    "words",
    [
        "Nhân rộng các mô hình đọc sách có hiệu quả của giai đoạn 2016-2020.",
        "Đưa việc này vào Kế hoạch phát triển kinh tế, xã hội giai đoạn 2011 - 2015 của xã.",
    ],
)
def test_the_phase_of_something_else_is_no_deadline(words: str) -> None:
    assert deadline_of(words) is None


def test_a_phase_in_which_the_item_is_done_is_its_deadline() -> None:
    assert deadline_of("Triển khai kế hoạch đọc sách trong giai đoạn 2026 - 2030.") == "2030"
