"""Which days belong to which period."""

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liennganh.pure.periods import CALENDAR, Period, PeriodError, PeriodKind, WindowRule, parse_key

CLOSING_14 = WindowRule(14)
windows = st.one_of(st.just(CALENDAR), st.builds(WindowRule, st.integers(1, 28)))
years = st.integers(2000, 2100)
TILING = (PeriodKind.MONTHLY, PeriodKind.QUARTERLY, PeriodKind.SIX_MONTH)


@pytest.mark.parametrize(
    ("key", "start", "end"),
    [
        pytest.param("2026-M01", "2025-12-15", "2026-01-14", id="month: 15 of the month before"),
        pytest.param("2026-M03", "2026-02-15", "2026-03-14", id="another month"),
        pytest.param("2026-Q1", "2025-12-15", "2026-03-14", id="first quarter"),
        pytest.param("2026-Q4", "2026-09-15", "2026-12-14", id="last quarter"),
        pytest.param("2026-H1", "2025-12-15", "2026-06-14", id="six months"),
        pytest.param("2026-9M", "2025-12-15", "2026-09-14", id="nine months"),
        pytest.param("2026", "2025-12-15", "2026-12-14", id="year"),
        pytest.param("2021-2025", "2020-12-15", "2025-12-14", id="whole plan"),
    ],
)
def test_figures_closed_on_the_14th_follow_the_table(key: str, start: str, end: str) -> None:
    period = CLOSING_14.parse_key(key)
    assert (period.start.isoformat(), period.end.isoformat()) == (start, end)


@pytest.mark.parametrize(
    ("key", "start", "end"),
    [
        ("2024-M02", "2024-02-01", "2024-02-29"),
        ("2026-Q2", "2026-04-01", "2026-06-30"),
        ("2026-H2", "2026-07-01", "2026-12-31"),
        ("2026-9M", "2026-01-01", "2026-09-30"),
        ("2026", "2026-01-01", "2026-12-31"),
    ],
)
def test_calendar_periods_are_whole_months(key: str, start: str, end: str) -> None:
    period = parse_key(key)
    assert (period.start.isoformat(), period.end.isoformat()) == (start, end)


@pytest.mark.parametrize(
    ("key", "label"),
    [
        ("2026-M02", "Tháng 02 năm 2026"),
        ("2026-M03", "Tháng 3 năm 2026"),
        ("2026-Q1", "Quý I năm 2026"),
        ("2026-Q4", "Quý IV năm 2026"),
        ("2026-H1", "6 tháng đầu năm 2026"),
        ("2026-H2", "6 tháng cuối năm 2026"),
        ("2026-9M", "9 tháng đầu năm 2026"),
        ("2026", "Năm 2026"),
        ("2021-2025", "Giai đoạn 2021-2025"),
        ("2025-2025", "Tổng kết năm 2025"),
        ("adhoc-2026-05-20", "Đột xuất, đến ngày 20/05/2026"),
    ],
)
def test_a_period_is_called_as_offices_call_it(key: str, label: str) -> None:
    period = parse_key(key)
    assert period.label == label
    assert period.key == key


@given(windows, years, st.sampled_from(TILING))
def test_periods_tile_the_data_year(window: WindowRule, year: int, kind: PeriodKind) -> None:
    parts = window.periods_of(kind, year)
    whole = window.period(PeriodKind.ANNUAL, year)
    assert parts[0].start == whole.start
    assert parts[-1].end == whole.end
    for one, following in pairwise(parts):
        assert following.start == one.end + dt.timedelta(days=1)


@given(windows, years)
def test_years_follow_each_other_without_gap_or_overlap(window: WindowRule, year: int) -> None:
    this, following = (window.period(PeriodKind.ANNUAL, y) for y in (year, year + 1))
    assert following.start == this.end + dt.timedelta(days=1)


@given(windows, st.dates(dt.date(2000, 1, 1), dt.date(2100, 12, 31)), st.sampled_from(TILING))
def test_every_day_lies_in_one_period(window: WindowRule, day: dt.date, kind: PeriodKind) -> None:
    period = window.containing(kind, day)
    assert period is not None
    assert period.contains(day)
    others = [p for y in (day.year, day.year + 1) for p in window.periods_of(kind, y)]
    assert [p for p in others if p.contains(day)] == [period]


def test_no_nine_months_contain_december_before_the_year_closes() -> None:
    assert CLOSING_14.containing(PeriodKind.NINE_MONTH, dt.date(2026, 12, 1)) is None
    new_year = CLOSING_14.containing(PeriodKind.NINE_MONTH, dt.date(2026, 12, 20))
    assert new_year is not None
    assert new_year.key == "2027-9M"


@st.composite
def any_period(draw: st.DrawFn) -> tuple[WindowRule, Period]:
    window = draw(windows)
    kind = draw(st.sampled_from(PeriodKind))
    if kind is PeriodKind.AD_HOC:
        return window, window.ad_hoc(draw(st.dates(dt.date(2000, 1, 1), dt.date(2100, 12, 31))))
    top = 15 if kind is PeriodKind.FINAL else kind.per_year
    return window, window.period(kind, draw(years), draw(st.integers(1, top)))


@given(any_period())
def test_a_key_names_its_period(pair: tuple[WindowRule, Period]) -> None:
    window, period = pair
    assert window.parse_key(period.key) == period
    assert WindowRule.from_dict(window.to_dict()) == window


@given(any_period())
def test_the_same_period_a_year_before_ends_a_year_before(pair: tuple[WindowRule, Period]) -> None:
    window, period = pair
    before = window.year_before(period)
    assert before.kind is period.kind
    assert before.end.year == period.end.year - 1
    assert before.end.month == period.end.month


@pytest.mark.parametrize(
    "key", ["", "2026-Q5", "2026-M13", "2026-M1", "26", "2026-H3", "2025-2021", "adhoc-2026-02-30"]
)
def test_a_text_that_is_no_key_is_refused(key: str) -> None:
    with pytest.raises(PeriodError, match="không phải là mã kỳ báo cáo"):
        parse_key(key)


@pytest.mark.parametrize("day", [0, 29, 31, -1])
def test_a_closing_day_that_some_month_lacks_is_refused(day: int) -> None:
    with pytest.raises(PeriodError, match="Ngày chốt số liệu"):
        WindowRule(day)


def test_a_stored_window_with_a_wrong_day_is_refused() -> None:
    with pytest.raises(PeriodError, match="số nguyên"):
        WindowRule.from_dict({"closing_day": "14"})


def test_the_rule_is_explained() -> None:
    assert "từ ngày 15/12 năm trước đến ngày 14/12" in CLOSING_14.sentence()
    assert "dương lịch" in CALENDAR.sentence()
