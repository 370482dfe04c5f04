"""Money a plan gives itself: how much, for which years, from where, and what is none of it."""

import pytest

from liennganh.pure.planreader import BudgetLine, read

HEAD = "Số: 1/KH-UBND\nHà Nam, ngày 01 tháng 02 năm 2024\nKẾ HOẠCH\nThực hiện công tác trẻ em năm 2025\n"


def lines(line: str, section: str = "I. KINH PHÍ") -> tuple[BudgetLine, ...]:
    return read(f"{HEAD}{section}\n- {line}\n").budget


def money(line: str, section: str = "I. KINH PHÍ") -> list[int]:
    return [b.amount_vnd for b in lines(line, section)]


@pytest.mark.parametrize(
    ("line", "amounts"),
    [
        pytest.param("Tổng dự toán 5 năm là 22,5 tỷ đồng.", [22_500_000_000], id="tỷ with decimals"),
        pytest.param("Ngân sách tỉnh: 1.250.000.000 đồng.", [1_250_000_000], id="in full"),
        pytest.param("Tổng kinh phí: 22.500 triệu đồng.", [22_500_000_000], id="thousands of millions"),
        pytest.param("Ngân sách xã: 750 triệu đồng; xã hội hóa: 500 triệu đồng.", [750_000_000, 500_000_000], id="two sums"),
        pytest.param("Tổng kinh phí 1 tỷ 200 triệu đồng.", [1_200_000_000], id="two units"),
        pytest.param("Năm 2025: 8,5 tỷ; năm 2026: 9 tỷ.", [8_500_000_000, 9_000_000_000], id="without the word đồng"),
        pytest.param("Kinh phí do ngân sách nhà nước bảo đảm.", [], id="no sum"),
        pytest.param("Mức phạt 5.000.000 đồng.", [], id="a fine"),
        pytest.param("Định mức chi mỗi lớp theo quy định, không quá 35 triệu đồng.", [], id="the price of a class"),
        pytest.param("Hỗ trợ học bổng 500.000 đồng/em.", [], id="the price of one"),
        pytest.param("Năm 2023, Quỹ đã vận động được 2,8 tỷ đồng.", [], id="already raised"),
        pytest.param("Kinh phí năm 2023 là 112 tỷ đồng.", [], id="of a year before the plan"),
        pytest.param("Cho vay 50 triệu đồng để mở xưởng.", [], id="a loan"),
    ],
)  # fmt: skip
def test_money_is_read_in_whole_dong(line: str, amounts: list[int]) -> None:
    assert money(line) == amounts


def test_money_outside_finance_needs_a_word_of_finance() -> None:
    assert money("Nâng thu nhập lên 5 triệu đồng.", "I. NHIỆM VỤ") == []
    assert money("Bố trí kinh phí 25.000.000 đồng.", "I. NHIỆM VỤ") == [25_000_000]
    assert money("Năm 2025 cấp 2,4 tỷ đồng từ ngân sách tỉnh.", "I. NHIỆM VỤ") == [2_400_000_000]


@pytest.mark.parametrize(
    ("line", "source", "words"),
    [
        ("Ngân sách trung ương hỗ trợ 26 tỷ đồng.", "central", "Ngân sách trung ương"),
        ("Ngân sách tỉnh: 26 tỷ đồng.", "local", "Ngân sách tỉnh"),
        ("Bố trí 26 tỷ đồng từ ngân sách huyện.", "local", "ngân sách huyện"),
        ("Lồng ghép từ các chương trình, đề án khác 1,5 tỷ đồng.", "integrated", "Lồng ghép từ các chương trình"),
        ("Huy động xã hội hóa 1,5 tỷ đồng.", "mobilised", "Huy động"),
        ("Vốn viện trợ, tài trợ: 7 tỷ đồng.", "aid", "Vốn viện trợ"),
        ("Tổng kinh phí 26 tỷ đồng.", "", ""),
    ],
)  # fmt: skip
def test_the_source_is_told_with_its_words(line: str, source: str, words: str) -> None:
    (found,) = lines(line)
    assert (found.source, found.source_words) == (source, words)


def test_parts_of_a_total_are_for_its_years() -> None:
    found = lines(
        "Tổng kinh phí giai đoạn 2024 - 2028 là 10 tỷ đồng, trong đó: ngân sách tỉnh 6 tỷ đồng; huy động 4 tỷ đồng."
    )
    assert [(b.years, b.source) for b in found] == [
        ((2024, 2028), ""),
        ((2024, 2028), "local"),
        ((2024, 2028), "mobilised"),
    ]


def test_a_list_of_years_gives_a_sum_for_each() -> None:
    text = f"{HEAD}I. KINH PHÍ\n1. Tổng kinh phí giai đoạn 2024 - 2025: 9 tỷ đồng, trong đó:\n- Năm 2024: 4.500 triệu đồng;\n- Năm 2025: 4,5 tỷ đồng.\n"
    assert [(b.amount_vnd, b.years) for b in read(text).budget] == [
        (9_000_000_000, (2024, 2025)),
        (4_500_000_000, (2024, 2024)),
        (4_500_000_000, (2025, 2025)),
    ]


@pytest.mark.parametrize(
    "line",
    ["Mỗi năm 3 tỷ đồng.", "Huy động bình quân 3 tỷ đồng/năm.", "Hằng năm bố trí 3 tỷ đồng."],
)
def test_a_sum_of_every_year_is_marked(line: str) -> None:
    (found,) = lines(line)
    assert (found.per_year, found.amount_vnd) == (True, 3_000_000_000)


def test_a_total_beside_a_yearly_routine_is_no_yearly_sum() -> None:
    (found,) = lines("Hằng năm lập dự toán theo quy định, tổng dự toán 5 năm là 10 tỷ đồng.")
    assert not found.per_year


TABLE = """I. KINH PHÍ
ĐVT: triệu đồng
| TT | Nội dung | Đơn giá | Năm 2025 | Năm 2026 | Nguồn |
|---|---|---|---|---|---|
| 1 | Mua sách | 2 | 1.200 | 800 | Ngân sách tỉnh |
| 2 | Mở phòng đọc | 5 | 300,5 | | Xã hội hóa |
"""


def test_bare_numbers_of_a_table_take_the_unit_above_it() -> None:
    found = read(HEAD + TABLE).budget
    assert [(b.amount_vnd, b.years, b.source, b.what) for b in found] == [
        (1_200_000_000, (2025, 2025), "local", "Mua sách"),
        (800_000_000, (2026, 2026), "local", "Mua sách"),
        (300_500_000, (2025, 2025), "mobilised", "Mở phòng đọc"),
    ]


def test_a_unit_may_stand_in_the_head_of_its_column() -> None:
    table = "| STT | Nội dung | Số tiền (đồng) |\n| 1 | Mua sách | 2.150.000.000 |\n| | Tổng cộng | 2.150.000.000 |\n"
    found = read(f"{HEAD}I. KINH PHÍ\n{table}").budget
    assert [b.amount_vnd for b in found] == [2_150_000_000, 2_150_000_000]


def test_a_table_without_money_gives_none() -> None:
    table = "| STT | Nội dung | Số lượng |\n| 1 | Mua sách | 2.150 |\n| 2 | Mở lớp | 20 |\n"
    assert read(f"{HEAD}I. NHIỆM VỤ\n{table}").budget == ()
