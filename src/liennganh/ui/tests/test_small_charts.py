"""The bar in a cell and the small line: geometry and the words that say the same."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from liennganh.ui.bars import WIDTH, bar_of
from liennganh.ui.sparks import HEIGHT, spark_of

numbers = st.decimals(min_value=0, max_value=10**9, places=2)


def test_a_bar_stands_beside_its_target_and_the_missing_range() -> None:
    bar = bar_of(Decimal(50), Decimal(100), Decimal(50), Decimal(80), "%")
    assert bar is not None
    assert (bar.value, bar.low, bar.gap, bar.target) == (100, 100, 60, 199)
    assert bar.text == "50%, chỉ tiêu 100%, khi đủ báo cáo có thể từ 50 đến 80%"


def test_a_missing_value_has_no_bar_and_zero_has_one() -> None:
    assert bar_of(None, Decimal(5)) is None
    zero = bar_of(Decimal(0), Decimal(5), unit="xã")
    assert zero is not None
    assert zero.value == 0
    assert zero.text == "0 xã, chỉ tiêu 5 xã"


@given(numbers, numbers, numbers, numbers)
def test_a_bar_never_leaves_its_box(
    value: Decimal, target: Decimal, one: Decimal, other: Decimal
) -> None:
    bar = bar_of(value, target, min(one, other), max(one, other))
    assert bar is not None
    assert 0 <= bar.value <= WIDTH
    assert 0 <= bar.low <= bar.low + bar.gap <= WIDTH
    assert bar.target is not None
    assert 0 < bar.target < WIDTH


def test_a_missing_period_parts_the_line() -> None:
    spark = spark_of([Decimal(1), Decimal(2), None, Decimal(4), Decimal(3)], Decimal(2), "Số vụ")
    assert spark is not None
    assert len(spark.pieces) == 2
    assert spark.text == "Số vụ: 1, 2, thiếu, 4, 3"


def test_a_single_period_is_a_dot() -> None:
    spark = spark_of([None, Decimal(7), None])
    assert spark is not None
    assert spark.pieces == ()
    assert len(spark.dots) == 1


def test_nothing_known_draws_nothing() -> None:
    assert spark_of([None, None]) is None
    assert spark_of([]) is None


@given(st.lists(st.one_of(st.none(), numbers), min_size=1, max_size=30), numbers)
def test_a_line_never_leaves_its_box(values: list[Decimal | None], target: Decimal) -> None:
    spark = spark_of(values, target)
    if spark is None:
        assert all(value is None for value in values)
        return
    for piece in spark.pieces:
        for point in piece.split(" "):
            x, y = point.split(",")
            assert 0 <= float(x) <= 120
            assert 0 <= float(y) <= HEIGHT
