"""Press items about a plan: a headline among menus, orders retold in sentences."""

import pytest

from liennganh.pure.planreader import looks_like_plan, read
from liennganh.pure.planreader.press import told_of

ITEM = """Văn hóa - Xã hội

Tỉnh triển khai chiến dịch dạy bơi an toàn cho học sinh

12/05/2024

Ngày 10/5/2024, UBND tỉnh ban hành Kế hoạch số 118/KH-UBND thực hiện Quyết định số 45/QĐ-TTg ngày 02/01/2024.

Theo đó, UBND tỉnh giao Sở Giáo dục và Đào tạo chủ trì, phối hợp với Công an tỉnh mở lớp dạy bơi tại các trường. Sở Y tế hướng dẫn sơ cứu cho giáo viên.

UBND tỉnh đã khen thưởng nhiều tập thể trong mùa hè trước.

Tin: Hoài An
"""


def test_a_press_item_gives_headline_number_and_day_of_the_plan() -> None:
    head = read(ITEM).document
    assert head.type == "Tin"
    assert head.title == "Tỉnh triển khai chiến dịch dạy bơi an toàn cho học sinh"
    assert (head.number, head.date, head.issuer) == ("118/KH-UBND", "2024-05-10", None)


def test_what_the_plan_carries_out_is_a_basis_and_the_plan_itself_is_not() -> None:
    assert [b.number for b in read(ITEM).legal_bases] == ["45/QĐ-TTg"]


def test_every_body_that_a_paragraph_sets_to_work_leads_it() -> None:
    (task,) = read(ITEM).tasks
    assert task.lead == ("Sở Giáo dục và Đào tạo", "Sở Y tế")
    assert task.support == ("Công an tỉnh",)


def test_a_press_item_that_hands_out_work_is_taken_with_a_doubt() -> None:
    verdict = looks_like_plan(read(ITEM))
    assert verdict.is_plan
    assert not verdict, "a doubt is shown beside it"
    assert "tin báo" in verdict.reasons[0]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Ngoài ra, Chủ tịch UBND huyện yêu cầu Công an huyện lập chốt kiểm tra.", ["Công an huyện"]),
        ("Đồng thời, Phòng Nội vụ tổng hợp danh sách.", ["Phòng Nội vụ"]),
        ("UBND tỉnh đã tổ chức hội nghị tổng kết.", []),
    ],
)  # fmt: skip
def test_news_of_the_committee_is_no_order(words: str, names: list[str]) -> None:
    assert told_of(words) == names


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("LUẬT\nTHƯ VIỆN\n\nCăn cứ Hiến pháp;\n\nĐiều 1. Phạm vi\nLuật này quy định về thư viện.\n\nĐiều 2. Trách nhiệm\n1. Bộ Văn hóa, Thể thao và Du lịch chủ trì quản lý.\n2. Bộ Tài chính phối hợp.\n3. Ủy ban nhân dân tỉnh tổ chức thực hiện.\n", id="a law"),
        pytest.param("Canh chua cá lóc\n\nNguyên liệu: 500 g cá, 2 quả cà chua.\n\n1. Sơ chế: rửa cá, để ráo.\n2. Nấu: cho ít nhất 1 lít nước, giảm 50% lửa khi sôi.\n", id="a recipe"),
        pytest.param("Chương 3\n\nÔng Tư ngồi bên bếp lửa. Trường học đóng cửa từ lâu. Chủ tịch xã đến thăm rồi về.\n", id="a novel"),
        pytest.param("TÒA ÁN NHÂN DÂN HUYỆN H\n\nBẢN ÁN SỐ 07/2024/HS-ST\n\nCông an huyện điều tra, Viện kiểm sát nhân dân huyện truy tố bị cáo.\n\nQUYẾT ĐỊNH:\n1. Phạt bị cáo 12 tháng tù.\n", id="a judgment"),
        pytest.param("Cửa hàng Mai Lan tuyển nhân viên\n\n- Bán hàng, đạt 100% chỉ tiêu.\n- Phối hợp với Phòng Kho kiểm hàng.\nLương 8 triệu đồng. Nộp hồ sơ trước ngày 30/6/2025.\n", id="a job"),
    ],
)  # fmt: skip
def test_other_texts_are_no_plans(text: str) -> None:
    assert not looks_like_plan(read(text)).is_plan
