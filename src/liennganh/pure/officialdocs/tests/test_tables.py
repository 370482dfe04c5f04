"""Widths of table columns follow the text, within the page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liennganh.pure.officialdocs import Column, Table
from liennganh.pure.officialdocs.metrics import text_width_mm
from liennganh.pure.officialdocs.word.tables import column_widths

LONG = "Phối hợp với các sở, ban, ngành tổ chức tuyên truyền, phổ biến pháp luật tại cơ sở"


def test_a_given_width_is_kept_and_the_rest_is_shared() -> None:
    table = Table((Column("TT", width_mm=12), Column("Nhiệm vụ")), (("1", LONG),))
    assert column_widths(table, 160) == pytest.approx((12, 148))


def test_short_columns_hold_their_text_on_one_line_before_long_ones_share() -> None:
    table = Table(
        (
            Column("TT"),
            Column("Nhiệm vụ"),
            Column("Chủ trì"),
            Column("Thời hạn"),
            Column("Ghi chú"),
        ),
        (("1", LONG, "Sở Y tế", "Quý IV/2026", LONG),),
    )
    widths = column_widths(table, 160)
    assert sum(widths) == pytest.approx(160)
    for width, text in ((widths[2], "Sở Y tế"), (widths[3], "Quý IV/2026")):
        assert width > text_width_mm(text, table.size_pt)
    assert widths[1] == pytest.approx(widths[4], rel=0.1)
    assert widths[1] > 1.5 * widths[3]


def test_columns_that_ask_for_too_much_shrink_alike() -> None:
    table = Table((Column("A", width_mm=200), Column("B", width_mm=100)), (("1", "2"),))
    assert column_widths(table, 150) == pytest.approx((100, 50))


@given(st.lists(st.lists(st.text("ab ", max_size=60), min_size=3, max_size=3), max_size=5))
def test_columns_always_fill_the_width(rows: list[list[str]]) -> None:
    table = Table(
        (Column("A"), Column("B"), Column("C", width_mm=20)), tuple(tuple(row) for row in rows)
    )
    widths = column_widths(table, 160)
    assert sum(widths) == pytest.approx(160)
    assert min(widths) > 0
