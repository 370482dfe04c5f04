"""Reporting duties: kind, day, who reports to whom through whom, and what is no duty."""

import pytest

from liennganh.pure.planreader import ReportDuty, read, to_json

HEAD = "Số: 1/KH-UBND\nHà Nam, ngày 01 tháng 02 năm 2024\nKẾ HOẠCH\nThực hiện công tác trẻ em năm 2025\n"


def duties(line: str) -> tuple[ReportDuty, ...]:
    return read(f"{HEAD}I. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế\n- {line}\n").reports


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
        pytest.param("Báo cáo kết quả quý trước ngày 25 tháng cuối quý, 6 tháng trước ngày 15/6, năm trước ngày 15/12 về UBND tỉnh.", [("quarterly", "day 25 of the last month of the quarter"), ("six_month", "06-15"), ("annual", "12-15")], id="a list without brackets"),
        pytest.param("Báo cáo kết quả về Sở Nội vụ trước ngày 05 tháng 6 và 05 tháng 12.", [("six_month", "06-05"), ("annual", "12-05")], id="two days without a cycle"),
        pytest.param("Báo cáo định kỳ 6 tháng (trước 10/6), hằng năm (trước 10/12) về Sở Nội vụ.", [("six_month", "06-10"), ("annual", "12-10")], id="days without the word for day"),
        pytest.param("Báo cáo UBND tỉnh trước ngày 15 tháng 12 hằng năm.", [("annual", "12-15")], id="the day before its cycle, without a word between"),
        pytest.param("Hằng năm, báo cáo kết quả (trước ngày 15/12) gửi Bộ Y tế.", [("annual", "12-15")], id="the cycle far before its day"),
        pytest.param("Báo cáo tháng gửi trước ngày 25 hằng tháng; báo cáo quý gửi trước ngày 25 tháng cuối quý.", [("monthly", "day 25 of the month"), ("quarterly", "day 25 of the last month of the quarter")], id="two clauses"),
        pytest.param("Báo cáo kết quả thực hiện vào tháng 11 hằng năm.", [("annual", None)], id="a month of every year is no day"),
        pytest.param("Báo cáo sơ kết vào năm 2026, tổng kết vào năm 2028.", [("final", None)], id="years are no days"),
        pytest.param("Tham mưu sơ kết năm 2026, tổng kết năm 2028, báo cáo UBND tỉnh.", [("final", None)], id="tổng kết năm with a figure is no yearly report"),
        pytest.param("Tổ chức sơ kết vào tháng 6/2026, tổng kết vào quý III/2028, báo cáo UBND tỉnh.", [("final", None)], id="a quarter is no day"),
        pytest.param("Tổng kết giai đoạn, báo cáo UBND tỉnh trong tháng 10 năm 2030.", [("final", "2030-10")], id="the month after the report"),
        pytest.param("Tổng hợp kết quả thực hiện, báo cáo UBND tỉnh trước ngày 31/12/2025.", [("final", "2025-12-31")], id="results gathered by a day"),
        pytest.param("Báo cáo hằng ngày về tình hình, gửi UBND tỉnh.", [("ad_hoc", None)], id="daily is no cycle of reports"),
        pytest.param("Báo cáo kết quả trước ngày 10/6 (6 tháng), trước ngày 05/12 hằng năm và đột xuất khi có yêu cầu về Sở Nội vụ.", [("six_month", "06-10"), ("annual", "12-05"), ("ad_hoc", None)], id="whenever it is asked for"),
        pytest.param("Gửi báo cáo 6 tháng trước ngày 10/6 về Sở Nội vụ; tổng kết giai đoạn vào tháng 10/2025.", [("six_month", "06-10"), ("final", "2025-10")], id="a closing report in the next clause"),
        pytest.param("Thực hiện chế độ báo cáo đột xuất khi xảy ra vụ việc.", [], id="what happens is reported, not the plan"),
        pytest.param("Báo cáo UBND tỉnh xem xét, quyết định.", [], id="asking for a decision"),
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


@pytest.mark.parametrize(
    ("line", "reporters", "through", "recipients"),
    [
        pytest.param("Các sở, ban, ngành báo cáo năm về UBND tỉnh (qua Sở Nội vụ).", ("Các sở, ban, ngành",), ("Sở Nội vụ",), ("UBND tỉnh",), id="in brackets"),
        pytest.param("Công an tỉnh báo cáo năm gửi Sở Nội vụ tổng hợp, báo cáo UBND tỉnh.", ("Công an tỉnh",), ("Sở Nội vụ",), ("UBND tỉnh",), id="who compiles"),
        pytest.param("Báo cáo năm về Sở Nội vụ trước ngày 10/12 để tổng hợp, báo cáo UBND tỉnh.", ("Sở Y tế",), ("Sở Nội vụ",), ("UBND tỉnh",), id="with the day between"),
        pytest.param("Báo cáo năm gửi Sở Nội vụ để tổng hợp.", ("Sở Y tế",), (), ("Sở Nội vụ",), id="no farther"),
        pytest.param("Hằng năm tổng hợp, báo cáo UBND tỉnh và Bộ Y tế.", ("Sở Y tế",), (), ("UBND tỉnh", "Bộ Y tế"), id="to two"),
        pytest.param("Báo cáo năm gửi Sở Y tế tổng hợp, báo cáo UBND tỉnh.", (), ("Sở Y tế",), ("UBND tỉnh",), id="under the heading of who compiles"),
    ],
)  # fmt: skip
def test_the_way_of_a_report(
    line: str, reporters: tuple[str, ...], through: tuple[str, ...], recipients: tuple[str, ...]
) -> None:
    (duty,) = duties(line)
    assert (duty.reporters, duty.through, duty.recipients) == (reporters, through, recipients)


def test_rows_of_a_table_hold_duties() -> None:
    rows = "| Báo cáo 6 tháng | Sở Y tế | Trước ngày 15/6 |\n| Báo cáo năm | Sở Y tế | Trước ngày 15/12 |"
    found = read(f"{HEAD}I. CHẾ ĐỘ BÁO CÁO\n{rows}\n").reports
    assert [(d.kind, d.due) for d in found] == [("six_month", "06-15"), ("annual", "12-15")]


def test_a_day_that_does_not_exist_in_any_month_is_not_a_due_day() -> None:
    assert [d.due for d in duties("Báo cáo năm trước ngày 45/13 về UBND tỉnh.")] == [None]


PLAN = HEAD + "I. TỔ CHỨC THỰC HIỆN\n"


def way(text: str) -> list[tuple[str, str | None, tuple[str, ...], tuple[str, ...]]]:
    return [(d.kind, d.due, d.reporters, d.recipients) for d in read(PLAN + text).reports]


def test_bodies_with_days_of_their_own_have_duties_of_their_own() -> None:
    text = (
        "1. UBND cấp xã báo cáo kết quả 6 tháng (trước ngày 05/6), năm (trước ngày 05/12) về Sở Y tế.\n"
        "2. Các sở, ban, ngành tỉnh báo cáo kết quả năm (trước ngày 10/12) về Sở Y tế.\n"
        "3. Sở Y tế tổng hợp, báo cáo UBND tỉnh 6 tháng (trước ngày 20/6), năm (trước ngày 20/12).\n"
    )
    assert way(text) == [
        ("six_month", "06-05", ("UBND cấp xã",), ("Sở Y tế",)),
        ("annual", "12-05", ("UBND cấp xã",), ("Sở Y tế",)),
        ("annual", "12-10", ("Các sở, ban, ngành tỉnh",), ("Sở Y tế",)),
        ("six_month", "06-20", ("Sở Y tế",), ("UBND tỉnh",)),
        ("annual", "12-20", ("Sở Y tế",), ("UBND tỉnh",)),
    ]


def test_the_benchmark_s_list_holds_one_duty_a_kind_and_the_other_all() -> None:
    text = "1. Sở Y tế\n- Báo cáo năm về UBND tỉnh.\n2. Sở Nội vụ\n- Báo cáo năm trước ngày 15/12 về Bộ Nội vụ.\n"
    written = to_json(read(PLAN + text))
    assert [d["due"] for d in written["reports"]] == ["12-15"]
    assert [d["due"] for d in written["duties"]] == [None, "12-15"]


def test_what_only_repeats_a_duty_is_none() -> None:
    text = (
        "1. Các sở, ngành\n- Hằng năm báo cáo kết quả thực hiện về Sở Y tế trước ngày 30/11.\n"
        "- Báo cáo kết quả hằng năm về Sở Y tế.\n"
        "2. UBND các xã\n- Báo cáo kết quả hằng năm về Sở Y tế.\n"
    )
    assert [(kind, due) for kind, due, _, _ in way(text)] == [("annual", "11-30")]


def test_who_compiles_reports_on_by_a_day_of_its_own() -> None:
    text = (
        "1. Chế độ báo cáo: Các sở, ban, ngành gửi báo cáo 6 tháng và hằng năm về Sở Y tế trước ngày"
        " 10/6 và 10/12 để Sở Y tế tổng hợp, báo cáo UBND tỉnh trước ngày 20/6 và 20/12.\n"
    )
    assert way(text) == [
        ("six_month", "06-10", ("Các sở, ban, ngành",), ("Sở Y tế",)),
        ("annual", "12-10", ("Các sở, ban, ngành",), ("Sở Y tế",)),
        ("six_month", "06-20", ("Sở Y tế",), ("UBND tỉnh",)),
        ("annual", "12-20", ("Sở Y tế",), ("UBND tỉnh",)),
    ]
    assert all(d.before for d in read(PLAN + text).reports)


@pytest.mark.parametrize("by", ["; Sở Y tế", " để Sở Y tế", " để"])
def test_a_day_after_a_yearly_report_is_of_that_cycle(by: str) -> None:
    text = f"1. Các sở báo cáo hằng năm gửi Sở Y tế trước ngày 15/11{by} tổng hợp, báo cáo UBND tỉnh trước ngày 30/11.\n"
    assert way(text) == [
        ("annual", "11-15", ("Các sở",), ("Sở Y tế",)),
        ("annual", "11-30", ("Sở Y tế",), ("UBND tỉnh",)),
    ]


def test_the_report_of_a_year_is_no_closing_report_as_well() -> None:
    assert way("1. Các sở báo cáo tổng kết năm (trước ngày 05/12/2025) về Công an tỉnh.\n") == [
        ("annual", "2025-12-05", ("Các sở",), ("Công an tỉnh",))
    ]
