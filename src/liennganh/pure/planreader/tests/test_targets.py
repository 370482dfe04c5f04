"""What counts as a target, how it is bound and by when it is due."""

from decimal import Decimal

import pytest

from liennganh.pure.planreader import Target, read

HEAD = "Số: 1/KH-UBND\nHà Nam, ngày 01 tháng 02 năm 2024\nKẾ HOẠCH\nThực hiện công tác trẻ em năm 2025\n"


def targets_of(line: str, section: str = "I. MỤC TIÊU") -> tuple[Target, ...]:
    return read(f"{HEAD}{section}\n- {line}\n- Hết.\n").targets


def seen(line: str) -> list[tuple[str, str, str | None, str]]:
    return [
        (t.comparator, str(t.value), None if t.upper is None else str(t.upper), t.unit)
        for t in targets_of(line)
    ]


@pytest.mark.parametrize(
    ("line", "comparator", "value", "upper", "unit"),
    [
        pytest.param("Ít nhất 70% số xã có điểm vui chơi.", ">=", "70", None, "percent", id="at least"),
        pytest.param("Tỷ lệ trường học đạt từ 90% trở lên.", ">=", "90", None, "percent", id="from … up"),
        pytest.param("Có từ 3/9 thôn, buôn trở lên đạt chuẩn.", ">=", "3", None, "count", id="ratio from … up"),
        pytest.param("Trên 95% trẻ em được trợ giúp.", ">", "95", None, "percent", id="above"),
        pytest.param("Tỷ lệ hộ nghèo còn dưới 1%.", "<", "1", None, "percent", id="below"),
        pytest.param("Không để quá 5% trẻ em bỏ học.", "<=", "5", None, "percent", id="no more than"),
        pytest.param("8/8 phường, xã xây dựng kế hoạch.", "=", "8", None, "count", id="n of m"),
        pytest.param("Có 80% (178/223) xã đạt chuẩn.", "=", "80", None, "percent", id="percentage before its count"),
        pytest.param("12/15 xã đạt chuẩn (80%).", "=", "80", None, "percent", id="percentage after its count"),
        pytest.param("Khoảng 22% người dân tham gia.", "=", "22", None, "percent", id="roughly"),
        pytest.param("Số vụ giảm 10-15% hằng năm.", "-", "10", "15", "percent", id="fall by a range"),
        pytest.param("Tăng ít nhất 20% số cuộc truyền thông.", "+", "20", None, "percent", id="rise outranks bound"),
        pytest.param("Hộ nghèo giảm 1 - 1,5 điểm %/năm.", "-", "1", "1.5", "percent", id="percentage points"),
        pytest.param("Giảm tỷ lệ hộ nghèo từ 5% xuống còn 3%.", "=", "3", None, "percent", id="baseline left out"),
        pytest.param("Giảm tỷ suất sinh từ 2,3 con xuống 2,1 con/phụ nữ.", "=", "2.1", None, "rate", id="so many for each"),
        pytest.param("Tăng tỷ lệ bao phủ bảo hiểm y tế lên 95%.", "=", "95", None, "percent", id="raised to"),
        pytest.param("Tỷ suất tử vong trẻ em dưới 5 tuổi dưới 22‰.", "<", "22", None, "rate", id="per mille beside an age"),
        pytest.param("Tỷ lệ tử vong mẹ dưới 45/100.000 trẻ.", "<", "45", None, "rate", id="per hundred thousand"),
        pytest.param("Tin được đăng ít nhất một tháng một lần.", ">=", "1", None, "rate", id="once a month"),
        pytest.param("Mỗi quý có ít nhất 04 tin, bài.", ">=", "4", None, "rate", id="so many a quarter"),
        pytest.param("Ít nhất 01 huyện/thành phố có mô hình.", ">=", "1", None, "count", id="at least one"),
        pytest.param("Hỗ trợ 1.500 hộ nghèo vay vốn.", "=", "1500", None, "count", id="thousands"),
        pytest.param("Xây dựng 2-3 mô hình điểm.", "=", "2", "3", "count", id="range of counts"),
        pytest.param("Xây dựng từ 02 đến 03 mô hình điểm.", "=", "2", "3", "count", id="from … to"),
        pytest.param("95% trở lên hộ dân có nước sạch.", ">=", "95", None, "percent", id="and up, at the front"),
        pytest.param("Một nửa số trường có phòng tư vấn.", "=", "50", None, "percent", id="half"),
        pytest.param("Ít nhất 2/3 số hộ tham gia phân loại rác.", ">=", "2", None, "count", id="two in three"),
        pytest.param("Số lượt truy cập tăng gấp 2 lần.", "+", "2", None, "rate", id="grows to twice"),
        pytest.param("Khách du lịch gấp 2 lần năm 2023.", "=", "2", None, "rate", id="twice"),
        pytest.param("Năng suất tăng 1,5 lần so với năm 2020.", "+", "1.5", None, "rate", id="grows by half"),
        pytest.param("Thu nhập bình quân đạt 75 triệu đồng/người/năm.", "=", "75000000", None, "currency", id="income"),
        pytest.param("Thu ngân sách đạt ít nhất 1.200 tỷ đồng.", ">=", "1200000000000", None, "currency", id="revenue"),
        pytest.param("0 vụ cháy lớn trên địa bàn.", "=", "0", None, "count", id="none at all"),
        pytest.param("Tạo việc làm mới cho 5.000 lao động.", "=", "5000", None, "count", id="made for so many"),
        pytest.param("Đạt 32 giường bệnh trên 10.000 dân.", "=", "32", None, "rate", id="so many among so many"),
        pytest.param("Tối thiểu 01 cán bộ chuyên trách/xã.", ">=", "1", None, "rate", id="one for each"),
        pytest.param("Mỗi tháng phát 02 chuyên mục.", "=", "2", None, "rate", id="so many a month"),
        pytest.param("Đào tạo 60 chuyên gia cho các ngành.", "=", "60", None, "count", id="made, whatever the noun"),
        pytest.param("Thí điểm thư viện số tại 09 trường.", "=", "9", None, "count", id="done in so many places"),
        pytest.param("Chọn mỗi huyện 02 xã làm điểm.", "=", "2", None, "count", id="in each of these"),
        pytest.param("Đỡ đầu thêm 25 trẻ em vùng biên.", "+", "25", None, "count", id="so many more"),
        pytest.param("24/24 xã có cán bộ trẻ em.", "=", "24", None, "count", id="all of 24"),
        pytest.param("Mỗi trường có ít nhất một lần đối thoại với trẻ em trong một năm học.", ">=", "1", None, "rate", id="times and period apart"),
        pytest.param("Tỷ trọng lao động làm nông từ 31,5% năm 2020 xuống dưới 22%.", "<", "22", None, "percent", id="sinks from"),
        pytest.param("Nâng cấp cơ sở để tiếp nhận từ 500 lượt trở lên mỗi năm.", ">=", "500", None, "count", id="from … up is no path"),
        pytest.param("Tỷ lệ mắc mới < 0,3%.", "<", "0.3", None, "percent", id="signs"),
    ],
)  # fmt: skip
def test_one_quantity_is_one_target(
    line: str, comparator: str, value: str, upper: str | None, unit: str
) -> None:
    assert seen(line) == [(comparator, value, upper, unit)]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Tăng cường phối hợp giữa các ngành.", id="no number"),
        pytest.param("Hoàn thành trước ngày 30/6/2025.", id="a date"),
        pytest.param("Thực hiện Nghị định số 178/2004/NĐ-CP.", id="a legal number"),
        pytest.param("Kinh phí là 500 triệu đồng.", id="money"),
        pytest.param("Trực 24/24 giờ trong 05 ngày.", id="time limits"),
        pytest.param("Xếp loại tốt khi đạt trên 90% số điểm.", id="scoring rules"),
        pytest.param("Phấn đấu xếp thứ 10/34 tỉnh, thành phố.", id="a rank"),
        pytest.param("Vận hành tổng đài 24/7.", id="round the clock"),
        pytest.param("Hỗ trợ 70% chi phí mua giống.", id="a share of money"),
        pytest.param("Hỗ trợ mỗi hộ 5 triệu đồng để sửa nhà.", id="a grant"),
        pytest.param("Thực hiện 05 nhiệm vụ trọng tâm.", id="how the plan is cut"),
        pytest.param("Không để xảy ra cháy rừng.", id="none, without a number"),
    ],
)
def test_what_is_no_result_is_no_target(line: str) -> None:
    assert seen(line) == []


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Năm 2023 đã xử lý 150 vụ, đạt 95% kế hoạch.", id="a past figure"),
        pytest.param("Rà soát các cơ sở có từ 10 phòng trở lên.", id="which ones are meant"),
        pytest.param("Doanh nghiệp sử dụng từ 30% lao động nữ trở lên được vay vốn.", id="who qualifies"),
        pytest.param("Mỗi lớp không quá 30 học viên.", id="the size of a class"),
        pytest.param("Báo cáo định kỳ 01 lần/quý về Sở.", id="how often to report"),
        pytest.param("Khen thưởng không quá 10 tập thể.", id="award quotas"),
        pytest.param("Số lượng: 50 đại biểu.", id="who comes"),
        pytest.param("Cấp thuốc khử khuẩn 70%, máy phun cho các xã.", id="a strength"),
        pytest.param("Tổ chức Ngày hội thể thao (10/10) tại các xã.", id="a day in brackets"),
        pytest.param("Tập huấn cho nhân viên y tế tại 04 cơ sở.", id="where it is held"),
        pytest.param("Kiểm điểm nơi để xảy ra từ 02 vụ trở lên.", id="a case"),
    ],
)  # fmt: skip
def test_figures_of_a_task_that_are_no_result_are_no_target(line: str) -> None:
    assert targets_of(line, "I. NHIỆM VỤ") == ()


@pytest.mark.parametrize(
    ("line", "comparator", "value", "unit"),
    [
        pytest.param("Kiểm tra ít nhất 30% số cơ sở trên địa bàn.", ">=", 30, "percent", id="a share"),
        pytest.param("Tổ chức 02 lớp tập huấn cho cán bộ.", "=", 2, "count", id="a count"),
        pytest.param("Đăng ít nhất 01 tin/tháng.", ">=", 1, "rate", id="a rate"),
        pytest.param("Mỗi xã thành lập từ 02 tổ trở lên.", ">=", 2, "count", id="each one is to have"),
    ],
)  # fmt: skip
def test_results_stand_among_tasks_too(line: str, comparator: str, value: int, unit: str) -> None:
    found = targets_of(line, "I. NHIỆM VỤ")
    assert [(t.comparator, int(t.value), t.unit) for t in found] == [(comparator, value, unit)]


def test_a_threshold_inside_what_is_counted_is_no_target() -> None:
    assert seen("Ít nhất 70% số xã tổ chức được ít nhất một hình thức tuyên truyền.") == [
        (">=", "70", None, "percent")
    ]
    assert seen("100% các cơ sở được kiểm tra ít nhất một lần.") == [("=", "100", None, "percent")]


def test_a_bound_does_not_carry_over_to_the_next_group() -> None:
    line = "Ít nhất 70% người lao động; 60% học sinh; trên 50% giáo viên được tuyên truyền."
    assert [(t.comparator, t.value) for t in targets_of(line)] == [
        (">=", Decimal(70)), ("=", Decimal(60)), (">", Decimal(50)),
    ]  # fmt: skip


def test_a_yearly_path_is_one_target_a_year() -> None:
    found = targets_of("Năm 2026 đạt 60%, năm 2030 đạt 90% dân số được tiếp cận.")
    assert [(int(t.value), t.deadline) for t in found] == [(60, "2026"), (90, "2030")]


def test_the_year_before_a_colon_holds_for_what_follows() -> None:
    found = targets_of("Đến năm 2027: 100% thôn có tổ hòa giải; 90% hộ có nước sạch.")
    assert [(int(t.value), t.deadline) for t in found] == [(100, "2027"), (90, "2027")]


def test_without_a_year_the_plan_s_last_year_is_the_deadline() -> None:
    assert [t.deadline for t in targets_of("100% xã có cán bộ trẻ em.")] == ["2025"]


def test_a_yearly_change_says_so() -> None:
    assert [t.per_year for t in targets_of("Giảm 3-5% số vụ mỗi năm; 80% xã đạt chuẩn.")] == [
        True,
        False,
    ]


def test_past_figures_and_money_are_no_targets_in_their_sections() -> None:
    assert targets_of("Có 15% trẻ em nghèo, đã mở 10 lớp tập huấn.", "I. ĐÁNH GIÁ TÌNH HÌNH") == ()
    assert targets_of("Ngân sách tỉnh hỗ trợ 70%.", "I. KINH PHÍ THỰC HIỆN") == ()


def test_the_thing_counted_is_fit_for_a_form() -> None:
    (target,) = targets_of("ít nhất  70%   số xã có điểm vui chơi;")
    assert target.what == "Ít nhất 70% số xã có điểm vui chơi"


@pytest.mark.parametrize(
    ("line", "found"),
    [
        pytest.param("Giảm 12% số vụ cháy vào năm 2025 và 25% vào năm 2030.", [("-", "12"), ("-", "25")], id="a path of falls"),
        pytest.param("Tỷ lệ hồ sơ số đạt 60% vào năm 2025 và 90% vào năm 2030.", [("=", "60"), ("=", "90")], id="a path of levels"),
        pytest.param("Xây dựng 40.000 nhà vệ sinh đạt chuẩn cho hộ dân vào năm 2025 và 55.000 vào năm 2030.", [("=", "40000"), ("=", "55000")], id="a path of counts"),
        pytest.param("Trồng 20.000 cây xanh, trong đó có 5.000 cây phân tán và 02 vườn ươm.", [("=", "20000"), ("=", "5000"), ("=", "2")], id="a count that goes on after và"),
    ],
)  # fmt: skip
def test_one_sentence_may_set_several_steps(line: str, found: list[tuple[str, str]]) -> None:
    assert [(t.comparator, str(t.value)) for t in targets_of(line)] == found


def test_a_path_in_brackets_gives_each_step_its_year_and_leaves_the_end_value_the_last() -> None:
    line = "Ít nhất 70% hộ dùng nước sạch ({}năm 2025 đạt 60%)."
    ahead = targets_of(line.format("năm 2024 đạt 50%, "), "I. MỤC TIÊU ĐẾN NĂM 2026")
    found = [(t.comparator, int(t.value), t.deadline, t.what) for t in ahead]
    assert found == [
        (">=", 70, "2026", "Ít nhất 70% hộ dùng nước sạch"),
        ("=", 60, "2025", "Hộ dùng nước sạch: năm 2025 đạt 60%"),
    ], "the plan begins in 2025: what 2024 reached is where things stand"


def test_steps_of_years_that_lie_ahead_are_targets() -> None:
    text = HEAD.replace("năm 2025\n", "giai đoạn 2024 - 2026\n") + (
        "I. MỤC TIÊU\n- 70% hộ dùng nước sạch (năm 2024 đạt 50%, năm 2025 đạt 60%).\n- Hết.\n"
    )
    found = [(int(t.value), t.deadline) for t in read(text).targets]
    assert found == [(70, "2026"), (50, "2024"), (60, "2025")]


# A place (điểm dạy nghề) and a mark (80 điểm) are one word.
def test_places_are_counted_and_marks_are_not() -> None:
    found = targets_of("Mỗi thôn có ít nhất 01 điểm dạy nghề cho thanh niên.")
    assert [(t.comparator, int(t.value), t.unit) for t in found] == [(">=", 1, "count")]
    assert targets_of("Chỉ số hài lòng có ít nhất 80 điểm.") == ()


def test_a_threshold_inside_a_case_is_no_target() -> None:
    line = "Họp ngay khi xảy ra vụ việc có từ 03 hộ dân bị thiệt hại trở lên."
    assert targets_of(line, "I. NHIỆM VỤ") == ()
    beside = targets_of("Đối với xã miền núi, thành lập từ 02 tổ trở lên.")
    assert [(t.comparator, int(t.value)) for t in beside] == [(">=", 2)]


def test_a_fall_goes_on_with_the_next_figure() -> None:
    found = targets_of("Giảm 2% tổng số hộ nghèo và 3% số hộ cận nghèo.")
    assert [(t.comparator, int(t.value)) for t in found] == [("-", 2), ("-", 3)]


def test_what_units_must_have_is_a_threshold_however_many_kinds_of_unit_are_named() -> None:
    found = targets_of("6/6 huyện, thị xã, thành phố duy trì ít nhất 01 nhà tạm lánh.")
    assert [(t.comparator, int(t.value)) for t in found] == [("=", 6)]


def test_a_frequency_inside_what_is_counted_is_no_second_target() -> None:
    assert seen("94% người cao tuổi được khám ít nhất 1 lần/năm.") == [("=", "94", None, "percent")]
    assert len(seen("Kiểm tra 30% cơ sở, mỗi cơ sở tối thiểu 01 lần/năm.")) == 2


def test_steps_in_clauses_of_their_own_take_the_thing_from_the_heading() -> None:
    text = HEAD.replace("năm 2025\n", "giai đoạn 2024 - 2026\n") + (
        "I. MỤC TIÊU\n1. Tỷ lệ xã không có tội phạm\n- Năm 2025: đạt 30%; năm 2026: 36%.\n- Hết.\n"
    )
    assert [(t.deadline, t.what) for t in read(text).targets] == [
        ("2025", "Tỷ lệ xã không có tội phạm: đạt 30%"),
        ("2026", "Tỷ lệ xã không có tội phạm: 36%"),
    ]


def test_what_a_sentence_tells_of_the_past_is_no_target() -> None:
    line = "Theo báo cáo, từ đầu năm đến nay phát hiện 05 vụ, 11 đối tượng."
    assert targets_of(line, "I. NHIỆM VỤ") == ()
    assert targets_of('Nhân rộng cách làm "5 hộ giúp 1 hộ".', "I. NHIỆM VỤ") == ()


def test_a_heading_of_past_results_holds_no_targets() -> None:
    line = "Tỷ lệ hồ sơ trực tuyến đạt 38,6%."
    assert targets_of(line, "I. KẾT QUẢ NĂM 2022") == ()
    assert [int(t.value) for t in targets_of("Hồ sơ đạt 60%.", "I. MỤC TIÊU")] == [60]


def test_every_step_of_a_path_names_the_thing_it_counts() -> None:
    before = targets_of("Tỷ lệ hộ có nước sạch năm 2026 đạt 60%, năm 2028 đạt 75%.")
    assert [t.what for t in before] == [
        "Tỷ lệ hộ có nước sạch năm 2026 đạt 60%", "Tỷ lệ hộ có nước sạch: năm 2028 đạt 75%",
    ]  # fmt: skip
    after = targets_of("Đến năm 2026 đạt 60%, đến năm 2028 đạt 75% hộ có nước sạch.")
    assert [t.what for t in after] == [
        "Hộ có nước sạch: đến năm 2026 đạt 60%", "Đến năm 2028 đạt 75% hộ có nước sạch",
    ]  # fmt: skip


def test_so_many_a_year_says_so_wherever_the_year_stands() -> None:
    for line in (
        "Tổ chức mỗi năm 12 lớp dạy nghề.",
        "Mỗi năm mở ít nhất 12 lớp dạy nghề.",
        "Hằng năm, mở 12 lớp dạy nghề.",
        "Mở 12 lớp dạy nghề/năm.",
    ):
        found = targets_of(line)
        assert [(int(t.value), t.unit, t.per_year) for t in found] == [(12, "count", True)]
    assert [t.per_year for t in targets_of("Mỗi quý mở 02 lớp dạy nghề.")] == [False]
