"""Forms that offices and converters print beside the usual ones: each sentence is our own."""

import pytest

from liennganh.pure.planreader import normalise, read
from liennganh.pure.planreader.closingowners import after_dash
from liennganh.pure.planreader.model import Reading, Target

HEAD = "ỦY BAN NHÂN DÂN\nTỈNH AN LẠC\nSố: 12/KH-UBND\nAn Lạc, ngày 05 tháng 3 năm 2024\n\nKẾ HOẠCH\nDạy bơi cho học sinh giai đoạn 2024-2028\n\n"


def _under(heading: str, *items: str) -> Reading:
    lines = "\n\n".join(f"- {item}" for item in items)
    return read(f"{HEAD}I. {heading}\n\n{lines}\n")


def _target(sentence: str, heading: str = "CHỈ TIÊU") -> Target:
    (target,) = _under(heading, sentence).targets
    return target


# --- Owners after a dash ----------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("item", "lead", "support"),
    [
        ("Lắp biển báo tại các bến sông - Sở Giao thông vận tải.", ("Sở Giao thông vận tải",), ()),
        (
            "Mở lớp dạy bơi trong dịp hè - Sở Giáo dục và Đào tạo chủ trì, Sở Y tế phối hợp.",
            ("Sở Giáo dục và Đào tạo",),
            ("Sở Y tế",),
        ),
        (
            "Rà soát ao hồ sau mùa mưa - Sở Lao động - Thương binh và Xã hội, Công an tỉnh.",
            ("Sở Lao động - Thương binh và Xã hội", "Công an tỉnh"),
            (),
        ),
        (
            "Kiểm tra áo phao trên đò ngang - đề nghị Hội Nông dân tỉnh (đầu mối).",
            ("Hội Nông dân tỉnh",),
            (),
        ),
        ("Phân công người trực bến - thành viên Ban Chỉ đạo tỉnh.", ("thành viên Ban Chỉ đạo tỉnh",), ()),
    ],
)  # fmt: skip
def test_who_stands_after_the_last_dash_owns_an_item(
    item: str, lead: tuple[str, ...], support: tuple[str, ...]
) -> None:
    (task,) = _under("NHIỆM VỤ", item).tasks
    assert (task.lead, task.support) == (lead, support)


@pytest.mark.parametrize(
    "words",
    [
        "Ký giao ước với Sở Lao động - Thương binh và Xã hội",  # a dash inside a name
        "Giúp việc cho Công an tỉnh - Cơ quan Thường trực Ban Chỉ đạo",  # says more of a name
        "Đưa môn bơi vào trường học - Sở Y tế cho biết đã có nhiều em biết bơi",  # a sentence
        "Mở tuyến An Lạc - Bình Minh",
    ],
)
def test_other_dashes_name_no_owner(words: str) -> None:
    assert after_dash(words) is None


def test_the_standing_office_of_a_committee_says_more_of_a_name() -> None:
    item = "Giao Sở Y tế - Cơ quan Thường trực Ban Chỉ đạo tỉnh theo dõi, đôn đốc việc dạy bơi."
    (task,) = _under("TỔ CHỨC THỰC HIỆN", item).tasks
    assert task.lead == ("Sở Y tế",)


# --- Names and labels -------------------------------------------------------------------------------
def test_a_body_of_the_same_level_keeps_its_level() -> None:
    item = "Công an xã phối hợp với Hội Phụ nữ cùng cấp cắm biển báo tại ao hồ."
    (task,) = _under("NHIỆM VỤ", item).tasks
    assert task.support == ("Hội Phụ nữ cùng cấp",)


def test_units_of_the_same_level_are_nobody_in_particular() -> None:
    item = "Công an xã phối hợp với các cơ quan chuyên môn cùng cấp cắm biển báo tại ao hồ."
    (task,) = _under("NHIỆM VỤ", item).tasks
    assert task.support == ()


def test_who_signs_a_programme_is_a_partner() -> None:
    item = "Ký kết chương trình phối hợp với Tỉnh đoàn, Hội Nông dân tỉnh về dạy bơi an toàn."
    (task,) = _under("NHIỆM VỤ", item).tasks
    assert task.support == ("Tỉnh đoàn", "Hội Nông dân tỉnh")


def test_a_label_inside_a_label_parts_lead_from_support() -> None:
    text = (
        f"{HEAD}I. NHIỆM VỤ\n\n1. Dạy bơi\n\n- Khảo sát số học sinh chưa biết bơi.\n\n"
        "Cơ quan thực hiện: Chủ trì: Sở Giáo dục và Đào tạo; phối hợp: Tỉnh đoàn.\n"
    )
    (task,) = read(text).tasks
    assert (task.lead, task.support) == (("Sở Giáo dục và Đào tạo",), ("Tỉnh đoàn",))


# --- Cells that a converter printed one to a line -----------------------------------------------------
STACKED = (
    "II. PHÂN CÔNG\n\nTT\nNội dung công việc\nCơ quan chủ trì\nCơ quan phối hợp\nThời gian\n\n"
    "1\nMở lớp dạy bơi tại\ncác trường vùng sông\nSở Giáo dục và Đào tạo\nTỉnh đoàn\nQuý II/2024\n\n"
    "2\nLắp biển báo tại bến đò\nSở Giao thông vận tải\nCông an tỉnh; Sở Y tế\nCả năm\n\n"
    "III. KINH PHÍ\n\nNgân sách tỉnh bảo đảm theo phân cấp.\n"
)


def test_cells_one_to_a_line_are_rows_again() -> None:
    reading = read(HEAD + STACKED)
    one, two = reading.tasks
    assert (one.lead, one.support) == (("Sở Giáo dục và Đào tạo",), ("Tỉnh đoàn",))
    assert one.text == "Mở lớp dạy bơi tại các trường vùng sông"
    assert (two.lead, two.support) == (("Sở Giao thông vận tải",), ("Công an tỉnh", "Sở Y tế"))
    assert reading.text[two.start : two.end].endswith("Cả năm")


def test_putting_cells_back_keeps_every_place_and_is_done_once() -> None:
    text = HEAD + STACKED
    once = normalise(text)
    assert len(once) == len(text)
    assert [c for c in once if c not in "|\n "] == [c for c in text if c not in "\n "]
    assert normalise(once) == once


def test_a_list_under_a_line_tt_stays_a_list() -> None:
    text = "TT\nNội dung công việc\nGhi chú\n1\nMở lớp\nKhông\n2\nLắp biển\nKhông\n"
    assert normalise(text) == text


# --- Hard-wrapped lines -------------------------------------------------------------------------------
def test_an_item_whose_first_line_is_short_goes_on_in_the_next() -> None:
    lines = (
        "- Là cơ quan thường trực, tham mưu\nUBND tỉnh mở các lớp dạy bơi; hướng dẫn nghiệp vụ, cập nhật số liệu về các em\n"
        "chưa biết bơi của từng trường để xếp lớp trong dịp hè cho phù hợp với lứa tuổi.\n"
        "- Chủ trì, phối hợp với Sở Y tế,\nTỉnh đoàn mở thêm lớp sơ cứu tại các trường ven sông, ven hồ; bố trí giáo viên\n"
        "có chứng chỉ, thuốc men và áo phao cho các em trong suốt thời gian học bơi, nhất\n"
        "là ở những nơi nước sâu, chảy xiết và không có người trông coi thường xuyên, nơi\n"
        "các em hay tắm sau giờ học hoặc vào những ngày nghỉ cuối tuần của mùa nắng nóng.\n"
    )  # fmt: skip
    one, two = read(f"{HEAD}I. TỔ CHỨC THỰC HIỆN\n1. Sở Giáo dục và Đào tạo\n{lines}").tasks
    assert one.lead == two.lead == ("Sở Giáo dục và Đào tạo",)
    assert two.support == ("Sở Y tế", "Tỉnh đoàn")


# --- Targets ------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("sentence", "value", "unit"),
    [
        ("Mỗi xã tổ chức tối thiểu 02 đợt/năm tập huấn sơ cứu", 2, "rate"),
        ("Mỗi học kỳ tổ chức ít nhất 03 buổi học bơi", 3, "rate"),
        ("Nâng quy mô các lớp hè từ 1.200 lên 1.800 học viên", 1800, "count"),
        ("Duy trì hoạt động 45 đội cứu hộ", 45, "count"),
        ("Xây dựng điểm 12 “Bến đò an toàn”", 12, "count"),
        ("Tập huấn cho giáo viên thể chất (80 người)", 80, "count"),
        ("Không để tồn tại quá 05 bến đò không phép", 5, "count"),
        ("9/9 huyện, thành phố (100%) mở lớp dạy bơi", 100, "percent"),
        ("80% hồ bơi hoạt động xếp loại tốt", 80, "percent"),
    ],
)
def test_a_result_in_another_wording_is_read(sentence: str, value: int, unit: str) -> None:
    target = _target(sentence + ".")
    assert (float(target.value), target.unit) == (value, unit)


@pytest.mark.parametrize(
    "sentence",
    [
        "Hiện toàn tỉnh có 312 hồ bơi, chiếm 4,5% cả vùng.",
        "Tính đến tháng 12/2023, tỷ lệ học sinh biết bơi là 41%.",
        "Năm 2023, toàn tỉnh có 120 lớp dạy bơi.",
        "Giai đoạn 2018 - 2022 toàn tỉnh mở 47 lớp dạy bơi.",
    ],
)
def test_where_things_stand_is_no_result_even_among_goals(sentence: str) -> None:
    assert _under("MỤC TIÊU", sentence).targets == ()


def test_a_year_that_lies_ahead_opens_a_result() -> None:
    assert _target("Năm 2026, toàn tỉnh mở 120 lớp dạy bơi.").deadline == "2026"


def test_the_state_at_the_beginning_of_the_year_is_a_baseline() -> None:
    target = _target("Tỷ lệ học sinh chưa biết bơi không quá 10% (đầu năm 2024 là 38%).")
    assert (target.comparator, float(target.value)) == ("<=", 10)


def test_a_table_that_parts_one_result_among_units_gives_a_target_for_each_year() -> None:
    table = (
        f"{HEAD}I. NHIỆM VỤ\n\n- Mở lớp dạy bơi tại các trường ven sông.\n\nPHỤ LỤC\n\nCHỈ TIÊU TỶ LỆ HỌC SINH BIẾT BƠI THEO HUYỆN\n\n(Kèm theo Kế hoạch dạy bơi)\n\n"
        "| STT | Đơn vị | Năm 2025 (%) | Năm 2028 (%) |\n|---|---|---|---|\n"
        "| 1 | Huyện Hạ Lộc | 41,5 | 60,0 |\n| 2 | Huyện Tân Hà | 39,0 | 58,5 |\n"
    )
    found = [(float(t.value), t.unit, t.deadline) for t in read(table).targets]
    assert found == [
        (41.5, "percent", "2025"), (60.0, "percent", "2028"),
        (39.0, "percent", "2025"), (58.5, "percent", "2028"),
    ]  # fmt: skip
    assert read(table).targets[0].what.startswith("Chỉ tiêu tỷ lệ học sinh biết bơi")


# --- Reports and press items --------------------------------------------------------------------------
def test_results_to_be_sent_by_a_day_are_a_report() -> None:
    item = "Các trường gửi kết quả dạy bơi về Sở Giáo dục và Đào tạo trước ngày 15/9/2024."
    (duty,) = _under("TỔ CHỨC THỰC HIỆN", item).reports
    assert duty.due == "2024-09-15"
    assert duty.recipients == ("Sở Giáo dục và Đào tạo",)


def test_results_sent_on_no_day_are_none() -> None:
    item = "Các trường gửi kết quả kiểm tra sức khỏe cho phụ huynh học sinh."
    assert _under("TỔ CHỨC THỰC HIỆN", item).reports == ()


def test_the_report_on_a_school_year_is_none_of_every_year() -> None:
    item = "Các trường gửi báo cáo tổng kết năm học về Sở Giáo dục và Đào tạo trước ngày 25/5/2025."
    (duty,) = _under("TỔ CHỨC THỰC HIỆN", item).reports
    assert (duty.kind, duty.due) == ("final", "2025-05-25")


def test_a_time_of_publication_makes_no_letter() -> None:
    text = (
        "Văn bản, kế hoạch mới của tỉnh Thứ Ba, 05/03/2024, 09:15\n\nTăng cường dạy bơi cho học sinh trong dịp hè\n\n"
        "UBND tỉnh yêu cầu Sở Giáo dục và Đào tạo mở lớp dạy bơi tại các trường ven sông trong tháng 6.\n"
    )
    head = read(text).document
    assert (head.type, head.title) == ("Tin", "Tăng cường dạy bơi cho học sinh trong dịp hè")
