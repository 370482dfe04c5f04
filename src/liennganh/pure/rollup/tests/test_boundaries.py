"""Entries of former units on the map of another day."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liennganh.pure.rollup import (
    Basis,
    Entry,
    Flow,
    IndicatorRule,
    OverTime,
    OverUnits,
    Status,
    Succession,
    SuccessionError,
    carry_over,
    roll_up,
)

EVENTS = IndicatorRule("B1", "buổi", Flow.FLOW, OverUnits.SUM, OverTime.SUM)
SHARE = IndicatorRule("D1", "%", Flow.FLOW, OverUnits.RATIO_OF_SUMS, OverTime.SUM)
HEALTHY = IndicatorRule("H1", "xã", Flow.STOCK, OverUnits.SUM, OverTime.LATEST, counts_units=True)
PEOPLE = IndicatorRule("F1", "người", Flow.FLOW, OverUnits.REGISTER, OverTime.DISTINCT_REGISTER)
MERGED = dt.date(2025, 7, 1)
BEFORE = dt.date(2025, 6, 30)
TODAY = dt.date(2026, 11, 21)


def said(unit: str, value: int) -> Entry:
    return Entry(unit, unit, "2025-H1", Status.REPORTED, Decimal(value))


def merger(*units: str, into: str, on: dt.date = MERGED) -> list[Succession]:
    return [Succession(unit, into, on) for unit in units]


def test_counts_pass_to_the_successor_and_keep_their_reporter() -> None:
    carried = carry_over(
        EVENTS, [said("a", 3), said("b", 4)], merger("a", "b", into="c"), TODAY, as_of=BEFORE
    )
    assert [(e.reporter, e.unit) for e in carried.entries] == [("a", "c"), ("b", "c")]
    assert not carried.breaks
    assert roll_up(EVENTS, carried.entries, ["a", "b"]).value == 7


def test_chains_are_followed_only_up_to_the_day_asked() -> None:
    rows = [*merger("a", into="b", on=dt.date(2020, 1, 1)), *merger("b", into="c")]
    start = dt.date(2019, 12, 31)
    today = carry_over(EVENTS, [said("a", 3)], rows, TODAY, as_of=start)
    then = carry_over(EVENTS, [said("a", 3)], rows, dt.date(2021, 1, 1), as_of=start)
    assert [e.unit for e in today.entries] == ["c"]
    assert [e.unit for e in then.entries] == ["b"]


def test_units_that_came_after_the_change_stay() -> None:
    rows = merger("a", into="b")
    assert carry_over(EVENTS, [said("a", 3)], rows, TODAY, as_of=MERGED).entries[0].unit == "a"


def test_a_split_with_known_shares_is_apportioned_as_an_estimate() -> None:
    rows = [
        Succession("a", "a", MERGED, Decimal("0.7")),
        Succession("a", "b", MERGED, Decimal("0.3")),
    ]
    carried = carry_over(EVENTS, [said("a", 10)], rows, TODAY, as_of=BEFORE)
    assert [(e.unit, e.value, e.basis) for e in carried.entries] == [
        ("a", Decimal(7), Basis.ESTIMATE),
        ("b", Decimal(3), Basis.ESTIMATE),
    ]


def test_a_split_with_unknown_shares_breaks_the_series() -> None:
    rows = [Succession("a", "b", MERGED), Succession("a", "c", MERGED)]
    entry = said("a", 10)
    carried = carry_over(EVENTS, [entry], rows, TODAY, as_of=BEFORE)
    assert carried.entries == ()
    assert carried.left_behind == (entry,)
    assert "chưa biết tỷ lệ" in carried.breaks[0].reason


def test_a_report_without_number_says_the_same_of_every_part() -> None:
    rows = [Succession("a", "b", MERGED), Succession("a", "c", MERGED)]
    nil = Entry("a", "a", "2025-H1", Status.NIL)
    carried = carry_over(EVENTS, [nil], rows, TODAY, as_of=BEFORE)
    assert [e.unit for e in carried.entries] == ["b", "c"]


def test_shares_that_make_no_whole_are_refused() -> None:
    rows = [Succession("a", x, MERGED, Decimal("0.6")) for x in ("b", "c")]
    with pytest.raises(SuccessionError, match="cộng lại bằng 1"):
        carry_over(EVENTS, [said("a", 10)], rows, TODAY, as_of=BEFORE)


def test_numerators_and_denominators_are_carried_percentages_never() -> None:
    whole = Entry(
        "a", "a", "2025-H1", Status.REPORTED, numerator=Decimal(1), denominator=Decimal(4)
    )
    bare = said("b", 75)
    carried = carry_over(SHARE, [whole, bare], merger("a", "b", into="c"), TODAY, as_of=BEFORE)
    assert [e.reporter for e in carried.entries] == ["a"]
    assert carried.left_behind == (bare,)
    assert "chỉ có tỷ lệ" in carried.breaks[0].reason


def test_counts_of_units_themselves_break_at_a_merger_but_not_at_a_renaming() -> None:
    merged = carry_over(
        HEALTHY, [said("a", 3), said("b", 4)], merger("a", "b", into="c"), TODAY, as_of=BEFORE
    )
    renamed = carry_over(HEALTHY, [said("a", 3)], merger("a", into="z"), TODAY, as_of=BEFORE)
    absorbed = carry_over(
        HEALTHY, [said("a", 3), said("b", 4)], merger("a", into="b"), TODAY, as_of=BEFORE
    )
    assert len(merged.breaks) == 2
    assert not renamed.breaks
    assert [e.unit for e in absorbed.entries] == ["b"]


def test_distinct_persons_of_two_units_are_not_made_one_figure() -> None:
    carried = carry_over(
        PEOPLE, [said("a", 3), said("b", 4)], merger("a", "b", into="c"), TODAY, as_of=BEFORE
    )
    assert carried.entries == ()
    assert "công bố lại" in carried.breaks[0].reason


def test_an_abolished_unit_ends_its_series() -> None:
    gone = [Succession("huyện", None, MERGED)]
    carried = carry_over(EVENTS, [said("huyện", 3)], gone, TODAY, as_of=BEFORE)
    assert "giải thể" in carried.breaks[0].reason


@given(
    st.lists(st.integers(0, 10**6), min_size=1, max_size=12),
    st.lists(st.integers(0, 3), min_size=12, max_size=12),
    st.lists(st.integers(0, 1), min_size=4, max_size=4),
)
def test_mergers_keep_the_national_total(
    values: list[int], first: list[int], second: list[int]
) -> None:
    entries = [said(f"u{i}", value) for i, value in enumerate(values)]
    rows = [Succession(f"u{i}", f"m{first[i]}", dt.date(2020, 1, 1)) for i in range(len(values))]
    rows += [Succession(f"m{i}", f"n{second[i]}", MERGED) for i in range(4)]
    carried = carry_over(EVENTS, entries, rows, TODAY, as_of=dt.date(2019, 12, 31))
    asked = [entry.reporter for entry in entries]
    before, after = roll_up(EVENTS, entries, asked), roll_up(EVENTS, carried.entries, asked)
    assert after.value == before.value == sum(values)
    assert {entry.unit for entry in carried.entries} <= {"n0", "n1"}


@given(st.integers(0, 10**6), st.integers(1, 99))
def test_splits_keep_the_national_total(value: int, percent: int) -> None:
    share = Decimal(percent) / 100
    rows = [Succession("a", "b", MERGED, share), Succession("a", "c", MERGED, 1 - share)]
    carried = carry_over(EVENTS, [said("a", value)], rows, TODAY, as_of=BEFORE)
    assert roll_up(EVENTS, carried.entries, ["a"]).value == value
