"""A target beside the one above: less, as much, more, later, or not to be compared."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liennganh.pure import planreader
from liennganh.pure.planreader import Meaning, Target
from liennganh.pure.planreader.comparing import compare

SWAPPED = {"lower": "higher", "higher": "lower", "equal": "equal", "unlike": "unlike"}


def target(comparator: Any, value: Any, upper: Any = None, **fields: Any) -> Target:
    meaning = fields.pop("meaning", None)
    return Target(
        start=0,
        end=1,
        comparator=comparator,
        value=Decimal(str(value)),
        upper=None if upper is None else Decimal(str(upper)),
        **{"unit": "percent", "deadline": "2025", "what": "", "per_year": False, **fields},
        meaning=meaning,
    )


def read_one(sentence: str) -> Target:
    """Read the one target of a sentence that stands in a plan of its own."""
    text = f"KẾ HOẠCH\nCấp nước sạch giai đoạn 2021-2025\n\nI. MỤC TIÊU\n\n- {sentence}\n"
    (found,) = planreader.read(planreader.normalise(text)).targets
    return found


def relation(lower: Target, upper: Target, **options: Any) -> str:
    return compare(lower, upper, **options).relation


def test_the_sentence_gives_both_and_the_difference() -> None:
    said = compare(target(">=", 60), target(">=", 70)).sentence
    assert said == (
        "Cấp trên: ít nhất 70% đến năm 2025; ở đây ít nhất 60% đến năm 2025:"
        " thấp hơn 10 điểm phần trăm."
    )


@pytest.mark.parametrize(
    ("lower", "upper", "expected"),
    [
        (target(">=", 70), target(">=", 70), "equal"),
        (target("=", 70), target(">=", 70), "equal"),
        (target("=", 80), target(">=", 70), "higher"),
        (target(">=", 70), target(">", 70), "lower"),
        (target("-", 5), target("-", 10), "lower"),
        (target("-", 12), target("-", 10), "higher"),
        (target("+", 3), target("+", 5), "lower"),
        (target("<=", 8), target("<=", 5), "lower"),
        (target("<", 4), target("<=", 5), "higher"),
        (target("=", 6), target("<=", 5), "lower"),
        (target("-", 2, 5), target("-", 3, 5), "lower"),
        (target("-", 4), target("-", 3, 5), "higher"),
        (target("<=", 3, 6), target("<=", 3, 5), "lower"),
        (target("+", 5), target("-", 5), "unlike"),
        (target("-", 5), target("<=", 5), "unlike"),
        (target(">=", 5), target("<=", 5), "unlike"),
        (target("=", 5, unit="count"), target("=", 5), "unlike"),
    ],
)
def test_less_is_meant_in_the_sense_of_the_demand(
    lower: Target, upper: Target, expected: str
) -> None:
    assert relation(lower, upper) == expected


def test_a_level_to_come_down_to_is_missed_from_above() -> None:
    here = read_one("Đến năm 2025, tỷ lệ hộ thiếu nước giảm còn 6%.")
    above = read_one("Đến năm 2025, tỷ lệ hộ thiếu nước giảm còn 4%.")
    found = compare(here, above)
    assert found.relation == "lower"
    assert "mức cao hơn 2 điểm phần trăm, tức là yêu cầu thấp hơn cấp trên" in found.sentence


@pytest.mark.parametrize(
    ("lower", "here", "expected"),
    [
        (70, "2027", "later"),
        (80, "2027-06", "later"),
        (60, "2027", "lower"),
        (70, "2024", "equal"),
        (60, "2024", "unlike"),
        (70, "2025-12-31", "equal"),
        (70, None, "equal"),
    ],
)
def test_the_day_counts(lower: int, here: str | None, expected: str) -> None:
    assert relation(target("=", lower, deadline=here), target("=", 70)) == expected


def test_a_step_on_the_way_is_asked_about() -> None:
    said = compare(target("=", 60, deadline="2024"), target("=", 70)).sentence
    assert "một bước tới mức của cấp trên" in said


def test_each_year_beside_the_whole_period_is_asked_about() -> None:
    yearly = target("-", 5, per_year=True)
    whole = target("-", 20, meaning=Meaning("change", "cumulative", "số vụ"))
    found = compare(yearly, whole)
    assert found.relation == "unlike"
    assert "cần hỏi lại" in found.sentence


def test_changes_from_other_starting_points_are_not_compared() -> None:
    one = target("-", 5, meaning=Meaning("change", "once", "số vụ", baseline="năm trước"))
    two = target("-", 5, meaning=Meaning("change", "once", "số vụ", baseline="năm 2020"))
    assert relation(one, two) == "unlike"


def test_numbers_of_a_wider_territory_are_not_held_against_a_narrower_one() -> None:
    here, above = target(">=", 1, unit="count"), target(">=", 5, unit="count")
    assert relation(here, above) == "unlike"
    assert relation(here, above, same_territory=True) == "lower"


def test_so_many_of_so_many_is_a_share() -> None:
    here = read_one("8/8 xã có trạm cấp nước.")
    assert here.unit == "count"
    assert relation(here, target(">=", 90)) == "higher"


def test_how_often_is_compared_over_a_year() -> None:
    def times(number: int, period: str) -> Target:
        meaning = Meaning("times_per_period", "kept_up", "tin", period=period)
        return target(">=", number, unit="rate", meaning=meaning)

    assert relation(times(1, "tháng"), times(3, "quý")) == "equal"
    assert relation(times(1, "quý"), times(1, "tháng")) == "lower"


def test_rates_out_of_different_wholes_are_not_compared() -> None:
    here = target("<", 4, unit="rate", what="dưới 4/1.000 trẻ")
    above = target("<", 42, unit="rate", what="dưới 42/100.000 trẻ")
    assert relation(here, above) == "unlike"
    assert relation(target("<", 50, unit="rate", what="dưới 50/100.000 trẻ"), above) == "lower"


_TARGETS = st.builds(
    lambda comparator, ends, year: target(
        comparator, min(ends), max(ends) if len(set(ends)) > 1 else None, deadline=year
    ),
    st.sampled_from((">=", ">", "<=", "<", "=", "+", "-")),
    st.lists(st.integers(0, 100), min_size=1, max_size=2),
    st.sampled_from((None, "2025")),
)


@given(_TARGETS)
def test_a_target_equals_itself(one: Target) -> None:
    assert relation(one, one) == "equal"


@given(_TARGETS, _TARGETS)
def test_what_is_lower_one_way_is_higher_the_other_way(one: Target, two: Target) -> None:
    assert relation(one, two) == SWAPPED[relation(two, one)]
