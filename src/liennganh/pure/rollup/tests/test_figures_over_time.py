"""One figure of a longer stretch from the figures of its periods."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liennganh.pure.rollup import (
    CumulativeFiguresError,
    Entry,
    Figure,
    Flow,
    IndicatorRule,
    NotAddableError,
    OverlappingPeriodsError,
    OverTime,
    OverUnits,
    Status,
    over_periods,
    roll_up,
)


@dataclass(frozen=True)
class Days:
    key: str
    start: dt.date
    end: dt.date

    @property
    def label(self) -> str:
        return f"kỳ {self.key}"


Q1 = Days("Q1", dt.date(2026, 1, 1), dt.date(2026, 3, 31))
Q2 = Days("Q2", dt.date(2026, 4, 1), dt.date(2026, 6, 30))
Q3 = Days("Q3", dt.date(2026, 7, 1), dt.date(2026, 9, 30))
H1 = Days("H1", dt.date(2026, 1, 1), dt.date(2026, 6, 30))
NINE = Days("9M", dt.date(2026, 1, 1), dt.date(2026, 9, 30))


def rule(flow: Flow = Flow.FLOW, over: OverTime = OverTime.SUM, **more: object) -> IndicatorRule:
    return IndicatorRule("X", "buổi", flow, OverUnits.SUM, over, **more)  # type: ignore[arg-type]  # keyword bag


SHARE = IndicatorRule("S", "%", Flow.FLOW, OverUnits.RATIO_OF_SUMS, OverTime.SUM)


def count(value: int, period: Days = Q1, *, asked: tuple[str, ...] = ("a",)) -> Figure:
    entry = Entry("a", "a", period.key, Status.REPORTED, Decimal(value))
    return roll_up(rule(), [entry], asked)


def share(above: int, below: int, asked: tuple[str, ...] = ("a",)) -> Figure:
    entry = Entry(
        "a", "a", "Q", Status.REPORTED, numerator=Decimal(above), denominator=Decimal(below)
    )
    return roll_up(SHARE, [entry], asked, known_maximum={"b": Decimal(4)})


def test_a_flow_is_summed() -> None:
    figure = over_periods(rule(), [(Q2, count(5, Q2)), (Q1, count(3))])
    assert (figure.value, figure.low, figure.high, figure.complete) == (
        Decimal(8),
        Decimal(8),
        Decimal(8),
        True,
    )
    assert figure.sentence == "3 + 5 = 8 buổi."


def test_a_stock_is_the_latest() -> None:
    stock = rule(Flow.STOCK, OverTime.LATEST)
    assert over_periods(stock, [(Q1, count(9)), (Q2, count(5, Q2))]).value == 5


def test_a_stock_not_yet_counted_is_the_last_known_and_incomplete() -> None:
    figure = over_periods(rule(Flow.STOCK, OverTime.LATEST), [(Q1, count(9)), (Q2, None)])
    assert (figure.value, figure.complete, figure.high) == (Decimal(9), False, None)
    assert "chưa có số liệu kỳ “kỳ Q2”" in figure.sentence


def test_the_greatest_of_periods() -> None:
    peak = rule(Flow.STOCK, OverTime.MAX)
    assert over_periods(peak, [(Q1, count(9)), (Q2, count(5, Q2))]).value == 9


def test_overlapping_periods_are_never_added() -> None:
    with pytest.raises(OverlappingPeriodsError, match="trùng nhau"):
        over_periods(rule(), [(Q1, count(3)), (Q2, count(5, Q2)), (H1, count(8, H1))])


def test_six_months_and_nine_months_are_not_added_but_the_longer_holds() -> None:
    cumulative = rule(over=OverTime.CUMULATIVE)
    assert over_periods(cumulative, [(NINE, count(12, NINE)), (H1, count(8, H1))]).value == 12


def test_cumulative_figures_do_not_mix_with_quarters() -> None:
    cumulative = rule(over=OverTime.CUMULATIVE)
    with pytest.raises(CumulativeFiguresError, match="lũy kế"):
        over_periods(cumulative, [(H1, count(8, H1)), (Q3, count(4, Q3))])
    with pytest.raises(OverlappingPeriodsError):
        over_periods(rule(), [(H1, count(8, H1)), (NINE, count(12, NINE))])


def test_a_cumulative_figure_still_to_come_leaves_the_shorter_one_incomplete() -> None:
    figure = over_periods(rule(over=OverTime.CUMULATIVE), [(H1, count(8, H1)), (NINE, None)])
    assert (figure.value, figure.complete) == (Decimal(8), False)


@pytest.mark.parametrize("over", [OverTime.DISTINCT_REGISTER, OverTime.NOT_ADDED])
def test_distinct_counts_are_not_added_over_time(over: OverTime) -> None:
    distinct = rule(over=over)
    assert over_periods(distinct, [(Q1, count(3))]).value == 3
    with pytest.raises(NotAddableError):
        over_periods(distinct, [(Q1, count(3)), (Q2, count(5, Q2))])


def test_a_share_is_summed_above_and_below() -> None:
    figure = over_periods(SHARE, [(Q1, share(1, 1)), (Q2, share(0, 3))])
    assert (figure.value, figure.numerator, figure.denominator) == (
        Decimal(25),
        Decimal(1),
        Decimal(4),
    )


def test_a_share_may_take_the_latest_denominator() -> None:
    mixed = IndicatorRule(
        "S",
        "%",
        Flow.FLOW,
        OverUnits.RATIO_OF_SUMS,
        OverTime.SUM,
        denominator_over_time=OverTime.LATEST,
    )
    assert over_periods(mixed, [(Q1, share(1, 10)), (Q2, share(2, 12))]).value == 25


def test_ranges_of_shares_add_up() -> None:
    asked = ("a", "b")
    figure = over_periods(SHARE, [(Q1, share(6, 8, asked)), (Q2, share(4, 4))])
    assert (figure.value, figure.open_denominator) == (
        Decimal(Decimal(1000)) / Decimal(12),
        Decimal(4),
    )
    assert (figure.low, figure.high) == (Decimal(1000) / 16, Decimal(1400) / 16)


def test_a_period_without_figure_leaves_the_sum_open() -> None:
    figure = over_periods(rule(), [(Q1, count(3)), (Q2, None)])
    assert (figure.value, figure.low, figure.high, figure.complete) == (
        Decimal(3),
        Decimal(3),
        None,
        False,
    )


def test_a_gap_between_periods_is_said() -> None:
    figure = over_periods(rule(), [(Q1, count(3)), (Q3, count(4, Q3))])
    assert not figure.complete
    assert "còn trống" in figure.sentence


def test_a_reporter_missing_in_one_quarter_is_missing_in_the_year() -> None:
    figure = over_periods(rule(), [(Q1, count(3, asked=("a", "b"))), (Q2, count(4, Q2))])
    assert figure.missing == ("b",)
    assert (figure.low, figure.high) == (Decimal(7), None)


def test_sources_that_stand_side_by_side_are_followed_one_by_one() -> None:
    beside = IndicatorRule("E2", "vụ", Flow.FLOW, OverUnits.SIDE_BY_SIDE, OverTime.SUM)
    with pytest.raises(NotAddableError, match="từng nguồn"):
        over_periods(beside, [(Q1, count(3)), (Q2, count(4, Q2))])


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=20), st.randoms())
def test_a_sum_over_time_equals_a_naive_recount(values: list[int], random: object) -> None:
    start = dt.date(2020, 1, 1)
    week = dt.timedelta(days=7)
    dated = [
        (Days(f"W{i}", start + i * week, start + i * week + dt.timedelta(days=6)), count(value))
        for i, value in enumerate(values)
    ]
    random.shuffle(dated)  # type: ignore[attr-defined]  # random.Random from Hypothesis
    figure = over_periods(rule(), dated)
    assert figure.value == figure.low == figure.high == sum(values)
    stock = over_periods(rule(Flow.STOCK, OverTime.LATEST), dated)
    assert stock.value == values[-1]


@given(
    st.lists(
        st.tuples(st.integers(0, 50), st.integers(0, 50), st.booleans()), min_size=1, max_size=6
    )
)
def test_the_range_over_time_contains_the_final_truth(
    quarters: list[tuple[int, int, bool]],
) -> None:
    start, week = dt.date(2020, 1, 1), dt.timedelta(days=7)
    early: list[tuple[Days, Figure | None]] = []
    late: list[tuple[Days, Figure | None]] = []
    for i, (first, second, missing) in enumerate(quarters):
        period = Days(f"W{i}", start + i * week, start + i * week + dt.timedelta(days=6))
        entries = [
            Entry(who, who, period.key, Status.REPORTED, Decimal(value))
            for who, value in (("a", first), ("b", second))
        ]
        limits = {"b": Decimal(second)}
        late.append((period, roll_up(rule(), entries, ["a", "b"])))
        came = entries[:1] if missing else entries
        early.append((period, roll_up(rule(), came, ["a", "b"], known_maximum=limits)))
    truth, partial = over_periods(rule(), late).value, over_periods(rule(), early)
    assert truth is not None
    assert partial.low is not None
    assert partial.high is not None
    assert partial.low <= truth <= partial.high
    assert partial.complete is not any(missing for _, _, missing in quarters)


def test_missing_parts_of_a_share_with_a_latest_denominator_leave_it_open() -> None:
    mixed = IndicatorRule(
        "S",
        "%",
        Flow.FLOW,
        OverUnits.RATIO_OF_SUMS,
        OverTime.SUM,
        denominator_over_time=OverTime.LATEST,
    )
    figure = over_periods(mixed, [(Q1, share(1, 10, ("a", "b"))), (Q2, share(2, 12))])
    assert figure.value == 25
    assert figure.low is None
    assert figure.high is None
