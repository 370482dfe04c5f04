"""The reports that a duty asks for."""

import datetime as dt

import pytest

from liennganh.pure.periods import (
    CALENDAR,
    DueRuleError,
    PeriodError,
    PeriodKind,
    ScheduledPeriod,
    WindowRule,
    parse_due,
    schedule,
)

CLOSING_14 = WindowRule(14)


def keys(reports: tuple[ScheduledPeriod, ...]) -> list[str]:
    return [report.period.key for report in reports]


def test_a_quarterly_duty_of_two_years_is_eight_reports() -> None:
    due = parse_due("day 10 of the last month of the quarter", before=True)
    reports = schedule(PeriodKind.QUARTERLY, CLOSING_14, due, 2024, 2025)
    assert keys(reports)[:4] == ["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"]
    assert len(reports) == 8
    assert reports[0].due == dt.date(2024, 3, 10)
    assert reports[0].last_day == dt.date(2024, 3, 9)


def test_a_six_month_duty_reports_the_first_half_only() -> None:
    reports = schedule(PeriodKind.SIX_MONTH, CALENDAR, parse_due("05-31"), 2023, 2024)
    assert keys(reports) == ["2023-H1", "2024-H1"]


def test_a_six_month_duty_with_two_days_reports_both_halves() -> None:
    reports = schedule(PeriodKind.SIX_MONTH, CALENDAR, parse_due("06-10, 12-10"), 2023, 2023)
    assert [(r.period.key, r.due) for r in reports] == [
        ("2023-H1", dt.date(2023, 6, 10)),
        ("2023-H2", dt.date(2023, 12, 10)),
    ]


def test_a_report_due_before_its_cut_off_asks_for_an_estimate() -> None:
    (report,) = schedule(PeriodKind.ANNUAL, CLOSING_14, parse_due("11-15", before=True), 2024, 2024)
    assert report.due_before_end
    assert report.actual_until == dt.date(2024, 10, 14)
    assert report.columns == ("Thực hiện đến ngày 14/10/2024", "Ước cả kỳ")
    assert report.opens_on == dt.date(2024, 11, 4)


def test_a_report_due_after_its_cut_off_does_not() -> None:
    (report,) = schedule(PeriodKind.ANNUAL, CLOSING_14, parse_due("2023-12-20"), 2023, 2023)
    assert not report.due_before_end
    assert report.columns == ("Thực hiện cả kỳ",)
    assert report.opens_on <= report.period.end + dt.timedelta(days=1)


def test_a_report_due_long_after_its_cut_off_opens_when_figures_are_closed() -> None:
    (report,) = schedule(PeriodKind.ANNUAL, CALENDAR, parse_due("02-15"), 2023, 2023)
    assert report.opens_on == dt.date(2024, 1, 1)


def test_a_single_date_gives_a_single_report() -> None:
    reports = schedule(PeriodKind.ANNUAL, CALENDAR, parse_due("2025-12-16"), 2021, 2025)
    assert keys(reports) == ["2025"]


def test_a_final_report_covers_the_whole_plan() -> None:
    (report,) = schedule(PeriodKind.FINAL, CALENDAR, parse_due("2025-12-16"), 2021, 2025)
    assert report.period.key == "2021-2025"
    assert report.due == dt.date(2025, 12, 16)
    assert report.due_before_end


def test_ad_hoc_reports_stand_on_the_days_named() -> None:
    assert keys(schedule(PeriodKind.AD_HOC, CALENDAR, parse_due("2026-05-20"), 2026, 2026)) == [
        "adhoc-2026-05-20"
    ]
    assert schedule(PeriodKind.AD_HOC, CALENDAR, parse_due(None), 2026, 2026) == ()
    leap = schedule(PeriodKind.AD_HOC, CALENDAR, parse_due("02-29"), 2023, 2024)
    assert [r.due for r in leap] == [dt.date(2023, 2, 28), dt.date(2024, 2, 29)]


def test_a_duty_without_a_day_is_scheduled_without_one() -> None:
    (report,) = schedule(PeriodKind.ANNUAL, CALENDAR, parse_due(None), 2026, 2026)
    assert report.due is None
    assert report.opens_on == dt.date(2027, 1, 1)
    assert not report.due_before_end


def test_one_day_of_the_year_cannot_serve_four_quarters() -> None:
    with pytest.raises(DueRuleError, match="có 4 kỳ trong năm nhưng hạn nộp ghi 1 ngày"):
        schedule(PeriodKind.QUARTERLY, CALENDAR, parse_due("03-10"), 2026, 2026)
    four = parse_due("03-10, 06-10, 09-10, 12-10")
    reports = schedule(PeriodKind.QUARTERLY, CALENDAR, four, 2026, 2026)
    assert [r.due.month for r in reports if r.due] == [3, 6, 9, 12]


def test_years_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(PeriodError, match="đứng sau"):
        schedule(PeriodKind.ANNUAL, CALENDAR, parse_due(None), 2026, 2025)


def test_a_report_due_on_its_very_last_day_needs_no_estimate() -> None:
    (report,) = schedule(PeriodKind.ANNUAL, CALENDAR, parse_due("12-31"), 2026, 2026)
    assert report.last_day == report.period.end
    assert not report.due_before_end


def test_an_ad_hoc_report_gives_what_there_is_on_its_day() -> None:
    due = parse_due("2026-05-20", before=True)
    (report,) = schedule(PeriodKind.AD_HOC, CALENDAR, due, 2026, 2026)
    assert report.last_day == dt.date(2026, 5, 19)
    assert report.columns == ("Thực hiện cả kỳ",)
