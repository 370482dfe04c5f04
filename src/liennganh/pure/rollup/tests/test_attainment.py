"""Whether a target is met, on its way, or in danger."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liennganh.pure.rollup import (
    Attainment,
    AttainmentStatus,
    Basis,
    Entry,
    Figure,
    Flow,
    IndicatorRule,
    OverTime,
    OverUnits,
    Status,
    Target,
    assess,
    meaning_of,
    roll_up,
)

MET, ON_TRACK, AT_RISK, BEHIND, INSUFFICIENT = AttainmentStatus


@dataclass(frozen=True)
class Days:
    key: str
    start: dt.date
    end: dt.date

    @property
    def label(self) -> str:
        return self.key


YEAR = Days("Năm 2025", dt.date(2025, 1, 1), dt.date(2025, 12, 31))
HALF = Days("6 tháng đầu năm 2025", dt.date(2025, 1, 1), dt.date(2025, 6, 30))
AFTERWARDS = dt.date(2026, 1, 10)
EVENTS = IndicatorRule("B1", "buổi", Flow.FLOW, OverUnits.SUM, OverTime.SUM)
CASES = IndicatorRule("V", "vụ", Flow.FLOW, OverUnits.SUM, OverTime.SUM, higher_is_better=False)
SHARE = IndicatorRule(
    "B2",
    "%",
    Flow.STOCK,
    OverUnits.RATIO_OF_SUMS,
    OverTime.LATEST,
    name="xã có ít nhất một hình thức tuyên truyền được duy trì",
)
HEALTHY = IndicatorRule("H1", "xã", Flow.STOCK, OverUnits.SUM, OverTime.LATEST)


def count(
    value: int, *, missing: int = 0, most: int | None = None, rule: IndicatorRule = EVENTS
) -> Figure:
    entries = [Entry("a", "a", "2025", Status.REPORTED, Decimal(value))]
    others = [f"m{i}" for i in range(missing)]
    known = {} if most is None else {other: Decimal(most) for other in others}
    return roll_up(rule, entries, ["a", *others], known_maximum=known)


def share(above: int, below: int, *, missing: int = 0, known: bool = True) -> Figure:
    """Return a share of communes; each missing one adds 1 to the denominator."""
    entries = [
        Entry(
            f"x{i}",
            f"x{i}",
            "2025",
            Status.REPORTED,
            numerator=Decimal(1 if i < above else 0),
            denominator=Decimal(1),
        )
        for i in range(below)
    ]
    others = [f"m{i}" for i in range(missing)]
    limits = {other: Decimal(1) for other in others} if known else {}
    asked = [e.reporter for e in entries] + others
    return roll_up(SHARE, entries, asked, known_maximum=limits, noun="xã")


def judge(target: Target, figure: Figure, rule: IndicatorRule = EVENTS, **more: Any) -> Attainment:
    given_: dict[str, Any] = {
        "period": YEAR,
        "starts": YEAR.start,
        "horizon": YEAR.end,
        "today": AFTERWARDS,
    }
    return assess(target, figure, rule=rule, **(given_ | more))


def at_least(value: int, unit: str = "count", **more: Any) -> Target:
    return meaning_of(">=", unit, Decimal(value), **more)


def test_the_sentence_says_how_it_was_worked_out() -> None:
    result = judge(at_least(70, "percent"), share(9, 12), SHARE)
    assert result.status is MET
    assert result.gap == -5
    assert result.sentence == (
        "9/12 xã có ít nhất một hình thức tuyên truyền được duy trì = 75%, đạt chỉ tiêu ít nhất 70%."
    )


def test_missing_reports_that_straddle_the_target_leave_it_open() -> None:
    result = judge(at_least(70, "percent"), share(9, 12, missing=2), SHARE)
    assert result.status is INSUFFICIENT
    assert "còn 2 xã chưa báo cáo: m0, m1" in result.sentence
    assert "từ 64,29% đến 78,57%" in result.sentence


def test_a_target_met_whatever_the_missing_say_is_met_and_names_them() -> None:
    result = judge(at_least(60, "percent"), share(9, 12, missing=2), SHARE)
    assert result.status is MET
    assert "đạt chỉ tiêu ít nhất 60% (còn 2 xã chưa báo cáo: m0, m1" in result.sentence


def test_a_target_out_of_reach_whatever_the_missing_say_is_behind() -> None:
    assert judge(at_least(90, "percent"), share(2, 12, missing=2), SHARE).status is BEHIND


def test_unknown_denominators_never_yield_met() -> None:
    figure = share(12, 12, missing=1, known=False)
    assert judge(at_least(10, "percent"), figure, SHARE).status is INSUFFICIENT


def test_a_count_reached_is_met_even_while_reports_are_missing() -> None:
    assert judge(at_least(10), count(12, missing=3)).status is MET
    assert judge(at_least(10), count(8, missing=3)).status is INSUFFICIENT
    assert judge(at_least(10), count(2, missing=3, most=1)).status is BEHIND


def test_a_ceiling_is_not_kept_while_reports_are_missing() -> None:
    at_most = meaning_of("<=", "count", Decimal(10))
    assert judge(at_most, count(8, rule=CASES), CASES).status is MET
    assert judge(at_most, count(8, missing=1, rule=CASES), CASES).status is INSUFFICIENT
    assert judge(at_most, count(8, missing=1, most=2, rule=CASES), CASES).status is MET
    assert judge(at_most, count(11, missing=1, most=2, rule=CASES), CASES).status is BEHIND


@pytest.mark.parametrize(
    ("target", "status"),
    [(40, MET), (100, ON_TRACK), (108, AT_RISK), (130, BEHIND)],
)
def test_a_yearly_count_is_held_against_an_even_path(target: int, status: AttainmentStatus) -> None:
    result = judge(at_least(target), count(50), period=HALF, today=dt.date(2025, 7, 5))
    assert result.status is status
    assert result.expected_now == Decimal(target) * 181 / 365


def test_what_is_seen_ends_with_the_period_or_with_today() -> None:
    by_today = judge(at_least(100), count(50), today=HALF.end)
    by_period = judge(at_least(100), count(50), period=HALF)
    assert by_today.expected_now == by_period.expected_now


def test_a_share_is_expected_whole_from_the_start() -> None:
    half_way = {"period": HALF, "today": dt.date(2025, 7, 5)}
    target = at_least(70, "percent")
    assert judge(target, share(9, 12), SHARE, **half_way).status is MET
    assert judge(target, share(13, 20), SHARE, **half_way).status is AT_RISK
    result = judge(target, share(5, 20), SHARE, **half_way)
    assert (result.status, result.expected_now) == (BEHIND, Decimal(70))
    assert "chậm so với chỉ tiêu" in result.sentence


def test_what_must_happen_once_by_a_day_grows_towards_it() -> None:
    plan = {"starts": dt.date(2021, 1, 1), "horizon": dt.date(2025, 12, 31)}
    third_year = Days("Năm 2023", dt.date(2023, 1, 1), dt.date(2023, 12, 31))
    target = meaning_of("=", "percent", Decimal(100), once_by=True)
    result = judge(target, share(9, 12), SHARE, period=third_year, today=AFTERWARDS, **plan)
    assert result.status is ON_TRACK
    assert result.expected_now is not None
    assert 59 < result.expected_now < 61
    assert judge(target, share(9, 12), SHARE, **plan).status is BEHIND


def test_a_stock_moves_evenly_from_its_baseline() -> None:
    target = at_least(178, unit_label="xã")
    baseline = count(149, rule=HEALTHY)
    half_way = {"period": HALF, "today": dt.date(2025, 7, 5), "baseline": baseline}
    result = judge(target, count(164, rule=HEALTHY), HEALTHY, **half_way)
    assert result.status is ON_TRACK
    assert result.expected_now is not None
    assert 163 < result.expected_now < 164


def test_a_bare_figure_is_reached_by_going_beyond_it_in_the_better_direction() -> None:
    bare = meaning_of("=", "count", Decimal(10))
    neutral = IndicatorRule(
        "N", "x", Flow.STOCK, OverUnits.SUM, OverTime.LATEST, higher_is_better=None
    )
    assert judge(bare, count(12)).status is MET
    assert judge(bare, count(12, rule=CASES), CASES).status is BEHIND
    assert judge(bare, count(9, rule=CASES), CASES).status is MET
    assert judge(bare, count(12, rule=neutral), neutral).status is BEHIND
    assert judge(bare, count(10, rule=neutral), neutral).status is MET


def test_more_than_and_less_than_exclude_the_figure_itself() -> None:
    assert judge(meaning_of(">", "count", Decimal(10)), count(10)).status is BEHIND
    assert (
        judge(meaning_of("<", "count", Decimal(10)), count(10, rule=CASES), CASES).status is BEHIND
    )
    assert judge(meaning_of("<", "count", Decimal(10)), count(9, rule=CASES), CASES).status is MET


INCREASE = meaning_of("+", "percent", Decimal(3), Decimal(5))


@pytest.mark.parametrize(
    ("now", "status"), [(102, BEHIND), (103, MET), (105, MET), (120, MET), (90, BEHIND)]
)
def test_an_increase_is_measured_against_the_year_before(
    now: int, status: AttainmentStatus
) -> None:
    result = judge(INCREASE, count(now), baseline=count(100))
    assert result.status is status
    assert result.measured == now - 100
    assert "so với cùng kỳ năm trước" in result.sentence


def test_a_decrease_is_measured_downwards() -> None:
    decrease = meaning_of("-", "percent", Decimal(10))
    result = judge(decrease, count(85, rule=CASES), CASES, baseline=count(100, rule=CASES))
    assert (result.status, result.gap) == (MET, Decimal(-5))
    assert result.sentence.startswith("giảm 15% (từ 100 xuống 85) so với cùng kỳ năm trước, đạt")
    assert judge(decrease, count(95, rule=CASES), CASES, baseline=count(100)).status is BEHIND


def test_no_change_can_be_measured_without_a_year_before() -> None:
    assert judge(INCREASE, count(100)).status is INSUFFICIENT
    from_nothing = judge(INCREASE, count(100), baseline=count(0))
    assert from_nothing.status is INSUFFICIENT
    assert "bằng 0" in from_nothing.sentence


def test_an_incomplete_year_before_leaves_an_increase_open() -> None:
    open_end = judge(INCREASE, count(110), baseline=count(100, missing=1))
    bounded = judge(INCREASE, count(110), baseline=count(100, missing=1, most=2))
    assert open_end.status is INSUFFICIENT
    assert bounded.status is MET


def test_n_of_m_is_counted_in_units() -> None:
    target = meaning_of("=", "count", Decimal(9), of=Decimal(12), unit_label="xã")
    result = judge(target, share(9, 12), SHARE)
    assert (result.status, result.measured) == (MET, Decimal(9))
    assert judge(target, share(8, 11, missing=1), SHARE).status is INSUFFICIENT
    assert judge(target, share(9, 11, missing=1), SHARE).status is MET


def test_all_of_them_means_all_of_todays() -> None:
    everybody = meaning_of("=", "count", Decimal(8), of=Decimal(8), unit_label="phường, xã")
    assert judge(everybody, share(4, 4), SHARE).status is MET
    short = judge(everybody, share(3, 4), SHARE)
    assert short.status is BEHIND
    assert "mẫu số nay là 4" in short.sentence


def test_n_of_another_m_cannot_be_judged() -> None:
    target = meaning_of("=", "count", Decimal(149), of=Decimal(223), unit_label="xã")
    result = judge(target, share(9, 12), SHARE)
    assert result.status is INSUFFICIENT
    assert "khác mẫu số 223" in result.sentence


def months(*figures: Figure | None) -> list[tuple[Days, Figure | None]]:
    return [
        (Days(f"Tháng {i + 1}", dt.date(2025, i + 1, 1), dt.date(2025, i + 1, 28)), figure)
        for i, figure in enumerate(figures)
    ]


MONTHLY = meaning_of(">=", "rate", Decimal(1), every="tháng")


def test_once_a_month_is_asked_of_every_month() -> None:
    all_year = judge(MONTHLY, count(3), history=months(count(1), count(1), count(1)))
    uneven = judge(MONTHLY, count(3), history=months(count(3), count(0), count(0)))
    assert all_year.status is MET
    assert uneven.status is BEHIND
    assert "không giữ được ở Tháng 2, Tháng 3" in uneven.sentence


def test_a_month_without_report_leaves_it_open() -> None:
    result = judge(MONTHLY, count(2), history=months(count(1), None, count(1)))
    assert result.status is INSUFFICIENT
    assert "chưa đủ số liệu ở Tháng 2" in result.sentence


def test_a_yearly_sum_says_nothing_about_each_month() -> None:
    assert judge(MONTHLY, count(12)).status is INSUFFICIENT


def test_what_is_kept_up_so_far_is_on_track_until_the_end() -> None:
    keep = meaning_of(">=", "count", Decimal(149), kept_up=True, unit_label="xã")
    held = months(count(150, rule=HEALTHY), count(149, rule=HEALTHY))
    until_now = judge(keep, held[1][1] or count(0), HEALTHY, history=held, period=HALF)
    at_the_end = judge(keep, held[1][1] or count(0), HEALTHY, history=held)
    lost = judge(keep, count(148, rule=HEALTHY), HEALTHY, history=months(count(148, rule=HEALTHY)))
    assert (until_now.status, at_the_end.status, lost.status) == (ON_TRACK, MET, BEHIND)


def test_an_estimate_is_called_one() -> None:
    entry = Entry("a", "a", "2025", Status.REPORTED, Decimal(12), basis=Basis.ESTIMATE)
    result = judge(at_least(10), roll_up(EVENTS, [entry], ["a"]))
    assert "có số ước cả kỳ, chưa phải số chính thức" in result.sentence


def test_a_share_just_below_is_not_rounded_up_to_its_target() -> None:
    entry = Entry(
        "a",
        "a",
        "2025",
        Status.REPORTED,
        numerator=Decimal(699_999),
        denominator=Decimal(1_000_000),
    )
    result = judge(at_least(70, "percent"), roll_up(SHARE, [entry], ["a"]), SHARE)
    assert result.status is BEHIND
    assert "= 69,9999%, không đạt chỉ tiêu ít nhất 70%" in result.sentence


@given(
    st.integers(0, 12),
    st.integers(0, 6),
    st.integers(0, 6),
    st.integers(1, 100),
    st.booleans(),
)
def test_a_status_given_early_is_never_taken_back(
    above: int, late: int, late_yes: int, percent: int, over: bool
) -> None:
    rule = (
        SHARE
        if over
        else IndicatorRule(
            "L", "%", Flow.STOCK, OverUnits.RATIO_OF_SUMS, OverTime.LATEST, higher_is_better=False
        )
    )
    target = meaning_of(">=" if over else "<=", "percent", Decimal(percent))
    early = judge(target, share(above, 12, missing=late), rule)
    final = judge(target, share(above + min(late_yes, late), 12 + late), rule)
    if early.status is not INSUFFICIENT:
        assert early.status is final.status


def test_a_count_that_must_come_out_exactly_is_not_met_before_the_end() -> None:
    neutral = IndicatorRule(
        "N", "đợt", Flow.FLOW, OverUnits.SUM, OverTime.SUM, higher_is_better=None
    )
    exactly = meaning_of("=", "count", Decimal(10))
    half_way = {"period": HALF, "today": dt.date(2025, 7, 5)}
    assert judge(exactly, count(10), neutral, **half_way).status is ON_TRACK
    assert judge(exactly, count(11), neutral, **half_way).status is BEHIND
    assert judge(exactly, count(10), neutral).status is MET
