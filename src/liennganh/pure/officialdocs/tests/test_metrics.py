"""Widths of text in Times New Roman, and even line breaks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liennganh.pure.officialdocs.linebreaks import balanced_lines
from liennganh.pure.officialdocs.metrics import POINT_MM, text_width_mm


def test_a_width_is_the_sum_of_the_advances_of_the_font() -> None:
    # Times New Roman: S 556, o 500, colon 278 thousandths of the size.
    assert text_width_mm("So:", 10) == pytest.approx((556 + 500 + 278) / 1000 * 10 * POINT_MM)
    assert text_width_mm("So:", 10, bold=True) == pytest.approx(1389 / 1000 * 10 * POINT_MM)


def test_marks_take_no_room_but_horns_do() -> None:
    assert text_width_mm("ậ", 14) == text_width_mm("a", 14)
    assert text_width_mm("ừ", 14) == text_width_mm("ư", 14) > text_width_mm("u", 14)
    assert text_width_mm("ự", 14) == text_width_mm("\u0075\u031b\u0323", 14)


def test_the_motto_is_as_wide_as_in_print() -> None:
    # 13 pt bold, laid out with a font of the same metrics: 56.1 mm.
    assert text_width_mm("Độc lập - Tự do - Hạnh phúc", 13, bold=True) == pytest.approx(
        56.1, abs=0.1
    )


def test_a_name_breaks_before_the_place_it_belongs_to() -> None:
    assert balanced_lines("ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN", 25, len) == (
        "ỦY BAN NHÂN DÂN",
        "TỈNH LẠNG SƠN",
    )


def test_a_break_does_not_part_a_word_of_two_syllables_nor_a_figure_from_its_year() -> None:
    text = "Kết quả thực hiện Chương trình phòng, chống mại dâm năm 2025 và nhiệm vụ năm 2026"
    lines = balanced_lines(text, 46, len)
    assert len(lines) == 2
    assert not any(line.endswith((" mại", " năm", "phòng,")) for line in lines)


@given(
    st.lists(st.text("abơÂ", min_size=1, max_size=9), min_size=1, max_size=20), st.integers(9, 40)
)
def test_breaking_keeps_every_word_and_fits_the_box(words: list[str], width: int) -> None:
    text = " ".join(words)
    lines = balanced_lines(text, width, len)
    assert " ".join(lines) == text
    assert all(len(line) <= width for line in lines)


def test_a_word_wider_than_the_box_stays_whole() -> None:
    assert balanced_lines("một hai_ba_bốn_năm sáu", 6, len) == ("một", "hai_ba_bốn_năm", "sáu")
