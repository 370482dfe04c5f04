"""When reports are due, as plans and regulations say it."""

import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.plans_at_hand import SHARED

from liennganh.pure.periods import (
    CALENDAR,
    AfterEnd,
    DueDay,
    DueKind,
    DueRule,
    DueRuleError,
    MonthDay,
    NoDate,
    OnceIn,
    OnceOn,
    PeriodKind,
    WindowRule,
    YearDays,
    add_working_days,
    build_due_rule,
    due_from_dict,
    due_sentence,
    due_to_dict,
    parse_due,
    schedule,
)

GOLD = SHARED / "reading" / "gold"
CLOSING_14 = WindowRule(14)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        (None, NoDate()),
        ("", NoDate()),
        ("05-31", YearDays(((5, 31),))),
        ("03-10, 06-10, 09-10, 12-10", YearDays(((3, 10), (6, 10), (9, 10), (12, 10)))),
        ("2025-12-16", OnceOn(dt.date(2025, 12, 16))),
        ("2025-11", OnceIn(2025, 11)),
        ("day 10 of the last month of the quarter", MonthDay(10, 0)),
        ("day 10 of the first month of the next quarter", MonthDay(10, 1)),
        ("day 5 of the first month of the quarter", MonthDay(5, -2)),
        ("day 25 of the month", MonthDay(25, 0)),
        ("day 5 of the following month", MonthDay(5, 1)),
        ("last day of the quarter", MonthDay(31, 0)),
        ("day 20 of the last month of the period", MonthDay(20, 0)),
        ("2 working days after the end of the period", AfterEnd(2, working=True)),
        ("10 days after the quarter", AfterEnd(10)),
    ],
)
def test_the_readers_strings_are_understood(text: str | None, when: DueDay) -> None:
    assert parse_due(text) == DueRule(when)


def test_before_can_be_said_in_the_string() -> None:
    assert parse_due("before 06-05") == parse_due("06-05", before=True)


@pytest.mark.parametrize(
    "text",
    ["soon", "13-01", "2025-02-30", "day 40 of the month", "day 5 of the quarter", "2025-13"],
)
def test_what_is_not_understood_is_refused_not_guessed(text: str) -> None:
    with pytest.raises(DueRuleError):
        parse_due(text)


@pytest.mark.plans
@pytest.mark.skipif(not GOLD.exists(), reason="the read plans are not beside the checkout")
def test_every_duty_of_the_real_plans_can_be_scheduled() -> None:
    seen = 0
    for path in GOLD.glob("*.json"):
        plan = json.loads(path.read_text(encoding="utf-8"))
        for duty in plan["reports"]:
            due = parse_due(duty["due"])
            assert due_from_dict(due_to_dict(due)) == due
            schedule(PeriodKind(duty["kind"]), CALENDAR, due, 2021, 2025)
            seen += 1
    assert seen > 10


@pytest.mark.parametrize(
    ("key", "rule", "expected"),
    [
        pytest.param(
            "2024-Q1", "day 10 of the last month of the quarter", "2024-03-10", id="quarter"
        ),
        pytest.param("2024-H1", "06-05", "2024-06-05", id="six months"),
        pytest.param("2023-H1", "05-31", "2023-05-31", id="six months in May"),
        pytest.param("2023-H2", "01-10", "2024-01-10", id="second half in January"),
        pytest.param("2024", "11-15", "2024-11-15", id="year in November"),
        pytest.param("2024", "01-15", "2025-01-15", id="year in January after it"),
        pytest.param("2023", "2023-12-20", "2023-12-20", id="one day"),
        pytest.param("2022", "2023-12-20", None, id="one day of another year"),
        pytest.param("2025", "2026-01-10", "2026-01-10", id="one day after the year"),
        pytest.param("2021-2025", "12-16", "2025-12-16", id="final: in the last year"),
        pytest.param("2021-2025", "2026-03-01", "2026-03-01", id="final: whenever it says"),
        pytest.param("2023-M02", "last day of the month", "2023-02-28", id="last day of February"),
        pytest.param("2023", "02-29", "2024-02-29", id="leap day"),
        pytest.param("2024", "02-29", "2025-02-28", id="leap day in another year"),
        pytest.param("2024-M12", "day 5 of the following month", "2025-01-05", id="over new year"),
        pytest.param("2024", "2024-11", "2024-11-30", id="in a month"),
        pytest.param("2024", None, None, id="no day"),
    ],
)
@pytest.mark.parametrize("window", [CALENDAR, CLOSING_14], ids=["calendar", "14th"])
def test_a_rule_names_the_day_of_a_period(
    window: WindowRule, key: str, rule: str | None, expected: str | None
) -> None:
    due = parse_due(rule).due_on(window.parse_key(key))
    assert (due.isoformat() if due else None) == expected


def test_days_after_the_end_follow_the_closing_of_figures() -> None:
    two_working_days = DueRule(AfterEnd(2, working=True))
    # 14/3/2026 is a Saturday.
    assert two_working_days.due_on(CLOSING_14.parse_key("2026-Q1")) == dt.date(2026, 3, 17)
    assert DueRule(AfterEnd(2)).due_on(CALENDAR.parse_key("2026-Q1")) == dt.date(2026, 4, 2)


def test_working_days_skip_week_ends_and_holidays() -> None:
    friday = dt.date(2026, 4, 24)
    reunification = {dt.date(2026, 4, 30), dt.date(2026, 5, 1)}
    assert add_working_days(friday, 4, reunification) == dt.date(2026, 5, 4)
    assert add_working_days(friday, 3, reunification) == dt.date(2026, 4, 29)
    assert add_working_days(friday, 0) == friday


def test_before_a_month_ends_with_the_month_before() -> None:
    year = CALENDAR.parse_key("2025")
    assert parse_due("2025-11", before=True).last_day(year) == dt.date(2025, 10, 31)
    assert parse_due("2025-11").last_day(year) == dt.date(2025, 11, 30)


days_of_year = st.tuples(st.integers(1, 12), st.integers(1, 28))
when_strategy = st.one_of(
    st.just(NoDate()),
    st.lists(days_of_year, min_size=1, max_size=4).map(lambda days: YearDays(tuple(days))),
    st.builds(OnceOn, st.dates()),
    st.builds(OnceIn, st.integers(2000, 2100), st.integers(1, 12)),
    st.builds(MonthDay, st.integers(1, 31), st.integers(-11, 12)),
    st.builds(AfterEnd, st.integers(0, 366), st.booleans()),
)
rules = st.builds(DueRule, when_strategy, st.booleans())


@given(rules)
def test_a_rule_survives_storage(rule: DueRule) -> None:
    stored = json.loads(json.dumps(due_to_dict(rule)))
    assert due_from_dict(stored) == rule


@given(rules)
def test_every_rule_has_a_sentence(rule: DueRule) -> None:
    sentence = due_sentence(rule)
    assert sentence.endswith(".")
    if rule.before and not isinstance(rule.when, NoDate):
        assert sentence.startswith("Trước")


@given(
    rules.filter(lambda rule: not rule.is_single),
    st.sampled_from([PeriodKind.MONTHLY, PeriodKind.QUARTERLY, PeriodKind.ANNUAL]),
    st.integers(2000, 2090),
    st.sampled_from([CALENDAR, CLOSING_14, WindowRule(28)]),
)
def test_due_days_never_run_backwards(
    rule: DueRule, kind: PeriodKind, year: int, window: WindowRule
) -> None:
    periods = [p for y in (year, year + 1) for p in window.periods_of(kind, y)]
    days = [day for period in periods if (day := rule.due_on(period)) is not None]
    assert days == sorted(days)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ({}, "không đọc được"),
        ({"kind": "someday"}, "không đọc được"),
        ({"kind": "once_on", "on": "hôm nay"}, "không đọc được"),
        ({"kind": "once_on"}, "Chưa ghi ngày"),
        ({"kind": "month_day"}, "còn thiếu ngày"),
        ({"kind": "year_days", "days": [[2, 30]]}, "Không có ngày 30/02"),
    ],
)
def test_a_broken_record_is_refused_with_a_reason(data: dict[str, object], reason: str) -> None:
    with pytest.raises(DueRuleError, match=reason):
        due_from_dict(data)


def test_a_form_gives_only_what_its_kind_needs() -> None:
    rule = build_due_rule(DueKind.YEAR_DAYS, month=5, day=31, days_after=3, before=True)
    assert rule == parse_due("05-31", before=True)
    assert build_due_rule(DueKind.NONE, day=3) == DueRule()


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        (parse_due("05-31"), "Chậm nhất ngày 31/5 hằng năm."),
        (parse_due("06-05", before=True), "Trước ngày 05/6 hằng năm; nộp đúng ngày đó đã là muộn."),
        (
            parse_due("day 10 of the last month of the quarter"),
            "Chậm nhất ngày 10 của tháng cuối kỳ.",
        ),
        (DueRule(AfterEnd(2, working=True)), "Trong 02 ngày làm việc sau ngày chốt số liệu."),
        (DueRule(), "Kế hoạch không ghi hạn nộp."),
    ],
)
def test_the_sentence_says_when_a_report_is_in_time(rule: DueRule, sentence: str) -> None:
    assert due_sentence(rule) == sentence
