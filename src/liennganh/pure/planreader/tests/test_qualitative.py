"""Results without a figure: which goals promise one, and what would show it."""

import pytest
from tests.plans_at_hand import PLANS, needs_plans

from liennganh.pure.planreader import QualitativeTarget, read

HEAD = "Số: 1/KH-UBND\nHà Nam, ngày 01 tháng 02 năm 2024\nKẾ HOẠCH\nThực hiện công tác trẻ em năm 2025\n"


def found_in(line: str, heading: str = "1. Chỉ tiêu") -> tuple[QualitativeTarget, ...]:
    return read(f"{HEAD}I. MỤC TIÊU\n{heading}\n- {line}\n- Hết.\nII. KINH PHÍ\n").qualitative


@pytest.mark.parametrize(
    ("line", "proof"),
    [
        pytest.param("Thông tin về trẻ em được đăng tải trên Trang Fanpage của xã.", "đường dẫn và ngày đăng, phát", id="published"),
        pytest.param("Ban hành quy chế phối hợp giữa các ngành.", "số, ngày của văn bản", id="issued"),
        pytest.param("Các xã xây dựng kế hoạch bảo vệ trẻ em.", "số, ngày của văn bản", id="by whom"),
        pytest.param("Thành lập tổ tư vấn tại cộng đồng.", "số, ngày của quyết định thành lập, kiện toàn", id="founded"),
        pytest.param("Mô hình thôn an toàn được nhân rộng.", "danh sách, nơi thực hiện và kết quả hoạt động", id="model"),
        pytest.param("Cán bộ cơ sở được tập huấn kỹ năng.", "kế hoạch, danh sách người dự và biên bản", id="trained"),
        pytest.param("Duy trì hoạt động của đường dây nóng.", "biên bản đưa vào sử dụng và số liệu vận hành", id="kept running"),
        pytest.param("Không để xảy ra trẻ em bị đuối nước.", "báo cáo “không phát sinh” của từng nơi theo kỳ", id="none at all"),
        pytest.param("Nội dung về giới được đưa vào chương trình giảng dạy.", "văn bản, chương trình có nội dung đã đưa vào", id="made part of"),
        pytest.param("Các ao, hồ được cắm biển cảnh báo, có ảnh chụp lưu tại xã.", "ảnh chụp lưu tại xã", id="the plan says what shows it"),
        pytest.param("Các ao, hồ được cắm biển cảnh báo.", "", id="nobody says what shows it"),
    ],
)  # fmt: skip
def test_a_result_that_can_be_shown_is_a_target_with_its_proof(line: str, proof: str) -> None:
    assert [(q.what, q.proof) for q in found_in(line)] == [(line.rstrip("."), proof)]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Nâng cao nhận thức của toàn xã hội về trẻ em.", id="an aim"),
        pytest.param(
            "Tiếp tục đẩy mạnh công tác tuyên truyền nhằm thông tin được đăng tải.", id="purpose"
        ),
        pytest.param("Vai trò của gia đình được nâng cao.", id="what no paper shows"),
        pytest.param("Xây dựng môi trường sống an toàn cho trẻ em.", id="a deed without an end"),
        pytest.param("Đối với xã đảo, kế hoạch được điều chỉnh.", id="an exception"),
        pytest.param("Thời gian: được thực hiện trong cả năm.", id="a label"),
    ],
)
def test_an_aim_or_a_condition_is_none(line: str) -> None:
    assert found_in(line) == ()


def test_under_general_aims_nothing_is_read_as_a_result() -> None:
    line = "Ban hành quy chế phối hợp giữa các ngành."
    assert found_in(line, "1. Mục tiêu chung") == ()
    assert found_in(line, "1. Mục tiêu tổng quát") == ()
    assert len(found_in(line, "1. Mục tiêu cụ thể")) == 1


def test_plain_goals_beside_specific_ones_are_aims() -> None:
    both = (
        f"{HEAD}I. MỤC TIÊU, CHỈ TIÊU\n1. Mục tiêu\n- Xử lý nghiêm các vi phạm.\n"
        "2. Chỉ tiêu\n- Ban hành quy chế phối hợp.\n- Hết.\nII. KINH PHÍ\n"
    )
    assert [q.what for q in read(both).qualitative] == ["Ban hành quy chế phối hợp"]


def test_a_clause_with_a_figure_belongs_to_its_target_alone() -> None:
    line = "100% xã được kiểm tra; kết quả kiểm tra được công khai trên Cổng thông tin."
    found = found_in(line)
    assert [q.what for q in found] == ["Kết quả kiểm tra được công khai trên Cổng thông tin"]
    reading = read(f"{HEAD}I. CHỈ TIÊU\n- {line}\n- Hết.\n")
    (target,) = reading.targets
    (result,) = reading.qualitative
    assert target.end <= result.start


def test_tasks_are_no_results() -> None:
    assert read(f"{HEAD}I. NHIỆM VỤ\n- Ban hành quy chế phối hợp.\n- Hết.\n").qualitative == ()


def test_it_is_due_when_the_clause_says_so_or_with_the_plan() -> None:
    (printed,) = found_in("Đến năm 2024, quy chế phối hợp được ban hành.")
    (plan,) = found_in("Quy chế phối hợp được ban hành.")
    assert (printed.deadline, plan.deadline) == ("2024", "2025")


def test_the_place_is_that_of_the_clause() -> None:
    reading = read(f"{HEAD}I. CHỈ TIÊU\n- Chỉ tiêu 2: Quy chế phối hợp được ban hành.\n- Hết.\n")
    (result,) = reading.qualitative
    assert reading.text[result.start : result.end] == "Quy chế phối hợp được ban hành"


@needs_plans
def test_the_page_named_in_a_real_plan_is_found() -> None:
    plan = next(PLANS.glob("lang-son-217*"))
    found = read(plan.read_text(encoding="utf-8")).qualitative
    assert [(q.proof, q.deadline) for q in found] == [("đường dẫn và ngày đăng, phát", "2024")]
