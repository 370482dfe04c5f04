"""Reporting duties: kind, day, and what is no duty; money beside them."""

import pytest

from liennganh.pure.planreader import BudgetLine, ReportDuty, read

HEAD = "Số: 1/KH-UBND\nHà Nam, ngày 01 tháng 02 năm 2024\nKẾ HOẠCH\nThực hiện công tác trẻ em năm 2025\n"


def duties(line: str) -> tuple[ReportDuty, ...]:
    return read(f"{HEAD}I. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế\n- {line}\n").reports


def money(line: str, section: str = "I. KINH PHÍ") -> list[int]:
    found: tuple[BudgetLine, ...] = read(f"{HEAD}{section}\n- {line}\n").budget
    return [b.amount_vnd for b in found]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("Báo cáo quý (trước ngày 10 của tháng cuối quý), 6 tháng (trước ngày 05/6), báo cáo năm (trước ngày 15/11) về UBND tỉnh.", [("quarterly", "day 10 of the last month of the quarter"), ("six_month", "06-05"), ("annual", "11-15")], id="a list of cycles"),
        pytest.param("Định kỳ 06 tháng (31/5), hàng năm (30/11) báo cáo kết quả về UBND tỉnh.", [("six_month", "05-31"), ("annual", "11-30")], id="days in brackets"),
        pytest.param("Báo cáo UBND tỉnh trước ngày 05/6 đối với báo cáo 06 tháng và trước ngày 05/12 đối với báo cáo năm.", [("six_month", "06-05"), ("annual", "12-05")], id="the day before its cycle"),
        pytest.param("Báo cáo 6 tháng, báo cáo năm về Sở Nội vụ trước ngày 15/6 và 15/12.", [("six_month", "06-15"), ("annual", "12-15")], id="days that pair up"),
        pytest.param("Báo cáo UBND tỉnh trước ngày 18/6 (báo cáo 6 tháng) và trước ngày 18/12 (báo cáo năm).", [("six_month", "06-18"), ("annual", "12-18")], id="the cycle in brackets after its day"),
        pytest.param("Định kỳ 6 tháng báo cáo kết quả về Sở Nội vụ trước ngày 18/6 và 18/12.", [("six_month", "06-18"), ("annual", "12-18")], id="two days under one cycle"),
        pytest.param("Báo cáo kết quả hằng năm về Sở Nội vụ trước ngày 18 tháng 6 và trước ngày 18 tháng 12.", [("six_month", "06-18"), ("annual", "12-18")], id="two days a year"),
        pytest.param("Hằng tháng, trước ngày 25 báo cáo tiến độ về Sở Nội vụ.", [("monthly", "day 25 of the month")], id="a day of the month"),
        pytest.param("Báo cáo UBND tỉnh trước ngày 20 hằng tháng.", [("monthly", "day 20 of the month")], id="the cycle inside the day"),
        pytest.param("Gửi báo cáo kết quả thực hiện về Sở Nội vụ trước ngày 16 tháng 12 năm 2025.", [("final", "2025-12-16")], id="a single day"),
        pytest.param("Tổ chức sơ kết, tổng kết việc thực hiện Kế hoạch, báo cáo UBND tỉnh.", [("final", None)], id="tổng kết"),
        pytest.param("Định kỳ báo cáo kết quả thực hiện gửi về Sở Nội vụ.", [("ad_hoc", None)], id="no cycle stated"),
        pytest.param("Bồi dưỡng báo cáo viên, tuyên truyền viên.", [], id="a speaker is no report"),
        pytest.param("Xây dựng kế hoạch hằng năm về công tác trẻ em.", [], id="a plan is no report"),
        pytest.param("Theo dõi, tổng hợp báo cáo từ các sở về kết quả thực hiện.", [], id="reports received"),
    ],
)  # fmt: skip
def test_kind_and_day_are_read(line: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(d.kind, d.due) for d in duties(line)] == expected


def test_before_a_day_is_told_from_on_a_day() -> None:
    assert [d.before for d in duties("Báo cáo năm trước ngày 15/11 về UBND tỉnh.")] == [True]
    assert [d.before for d in duties("Báo cáo năm vào ngày 15/11 về UBND tỉnh.")] == [False]


def test_who_reports_and_to_whom() -> None:
    (duty,) = duties("Báo cáo năm về UBND tỉnh trước ngày 15/11.")
    assert duty.reporters == ("Sở Y tế",)
    assert duty.recipients == ("UBND tỉnh",)


def test_a_day_that_does_not_exist_in_any_month_is_not_a_due_day() -> None:
    assert [d.due for d in duties("Báo cáo năm trước ngày 45/13 về UBND tỉnh.")] == [None]


@pytest.mark.parametrize(
    ("line", "amounts"),
    [
        pytest.param("Tổng dự toán 5 năm là 22,5 tỷ đồng.", [22_500_000_000], id="tỷ with decimals"),
        pytest.param("Ngân sách tỉnh: 1.250.000.000 đồng.", [1_250_000_000], id="in full"),
        pytest.param("Ngân sách xã: 750 triệu đồng; xã hội hóa: 500 triệu đồng.", [750_000_000, 500_000_000], id="two sums"),
        pytest.param("Kinh phí do ngân sách nhà nước bảo đảm.", [], id="no sum"),
        pytest.param("Mức phạt 5.000.000 đồng.", [], id="a fine"),
    ],
)  # fmt: skip
def test_money_is_read_in_whole_dong(line: str, amounts: list[int]) -> None:
    assert money(line) == amounts


def test_money_outside_finance_needs_a_word_of_finance() -> None:
    assert money("Nâng thu nhập lên 5 triệu đồng.", "I. NHIỆM VỤ") == []
    assert money("Bố trí kinh phí 25.000.000 đồng.", "I. NHIỆM VỤ") == [25_000_000]
