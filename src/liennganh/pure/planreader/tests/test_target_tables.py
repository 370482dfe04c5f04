"""Targets that stand in the rows of a table."""

from liennganh.pure.planreader import Target, read
from liennganh.pure.planreader.explaining import explain

HEAD = (
    "Số: 1/KH-UBND\nHà Nam, ngày 01 tháng 02 năm 2026\nKẾ HOẠCH\n"
    "Thực hiện công tác trẻ em giai đoạn 2026 - 2030\nI. MỤC TIÊU\n"
)


def targets_of(*rows: str) -> tuple[Target, ...]:
    return read(HEAD + "\n".join(rows) + "\nII. KINH PHÍ\nNgân sách bảo đảm.\n").targets


def seen(*rows: str) -> list[tuple[str, float, float | None, str, str | None]]:
    return [
        (t.comparator, float(t.value), None if t.upper is None else float(t.upper), t.unit, t.deadline)
        for t in targets_of(*rows)
    ]  # fmt: skip


def test_a_column_for_each_year_gives_a_target_for_each_year() -> None:
    assert seen(
        "TT | Chỉ tiêu | ĐVT | Thực hiện 2025 | 2026 | Đến năm 2030",
        "1 | Tỷ lệ trẻ em được tiêm chủng | % | 88 | 90 | ≥ 95",
        "2 | Số lớp tập huấn | lớp | 5 | 10-12 | -",
    ) == [
        ("=", 90, None, "percent", "2026"),
        (">=", 95, None, "percent", "2030"),
        ("=", 10, 12, "count", "2026"),
    ], "what 2025 reached is where things stand, a dash is no value"


def test_a_single_column_of_values_takes_the_unit_beside_it() -> None:
    assert seen(
        "| TT | Chỉ tiêu | Đơn vị tính | Kế hoạch |",
        "| --- | --- | --- | --- |",
        "| 1 | Trẻ em có hồ sơ | Người | 1.500 |",
        "| 2 | Tỷ lệ xã phù hợp với trẻ em | % | trên 80 |",
        "| 3 | Tử vong trẻ dưới 5 tuổi | ‰ | <18,5 |",
        "| 4 | Thu nhập bình quân | Triệu đồng | 75 |",
        "| 5 | Điểm vui chơi | Điểm | Từ 02 trở lên |",
    ) == [
        ("=", 1500, None, "count", "2030"),
        (">", 80, None, "percent", "2030"),
        ("<", 18.5, None, "rate", "2030"),
        ("=", 75_000_000, None, "currency", "2030"),
        (">=", 2, None, "count", "2030"),
    ]


def test_a_row_with_a_year_alone_heads_those_below_it() -> None:
    found = seen(
        "TT | Chỉ tiêu | Đơn vị | Kết quả | Cơ quan theo dõi",
        "I | Đến năm 2028 | | | ",
        "1 | Quy mô kinh tế số | % GDP | ≥ 30 | Sở Tài chính",
    )
    assert found == [(">=", 30, None, "percent", "2028")]


def test_the_row_names_the_thing_and_its_meaning() -> None:
    (target,) = targets_of(
        "TT | Chỉ tiêu | ĐVT | Năm 2027", "1 | Tỷ lệ trẻ em được tiêm chủng | % | ≥ 92"
    )
    assert target.what == "Tỷ lệ trẻ em được tiêm chủng: ≥ 92 % (năm 2027)"
    assert explain(target).startswith(
        "Tỷ lệ trẻ em được tiêm chủng trên tổng số trẻ em phải đạt ít nhất 92% vào năm 2027."
    )


def test_a_table_of_tasks_is_no_table_of_targets() -> None:
    assert (
        seen(
            "TT | Nội dung nhiệm vụ | Cơ quan chủ trì | Thời gian",
            "1 | Rà soát quy chế phối hợp | Sở Y tế | 2026",
        )
        == []
    )
