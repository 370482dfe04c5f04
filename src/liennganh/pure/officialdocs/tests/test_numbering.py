"""Numbers, letters and dates as official documents write them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liennganh.pure.officialdocs import (
    Level,
    document_number,
    label,
    point_letter,
    roman,
    written_date,
)
from liennganh.pure.officialdocs.numbering import BLANK


def test_points_follow_the_vietnamese_alphabet_with_its_own_d_and_without_f_j_w_z() -> None:
    letters = [point_letter(ordinal) for ordinal in range(1, 24)]
    assert letters[:10] == ["a", "b", "c", "d", "đ", "e", "g", "h", "i", "k"]
    assert letters[-1] == "y"
    assert not set(letters) & set("fjwz")


@pytest.mark.parametrize("ordinal", [0, -1, 24])
def test_a_point_beyond_the_alphabet_is_refused(ordinal: int) -> None:
    with pytest.raises(ValueError, match="chữ cái"):
        point_letter(ordinal)


@pytest.mark.parametrize(
    ("number", "letters"),
    [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (1994, "MCMXCIV")],
)
def test_roman_numerals(number: int, letters: str) -> None:
    assert roman(number) == letters


@given(st.integers(1, 3999))
def test_a_roman_numeral_reads_back_as_its_number(number: int) -> None:
    values = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
    digits = [values[letter] for letter in roman(number)]
    following = [*digits[1:], 0]
    assert sum(-a if a < b else a for a, b in zip(digits, following, strict=True)) == number


@pytest.mark.parametrize("number", [0, 4000])
def test_a_number_without_roman_numeral_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match="La Mã"):
        roman(number)


@pytest.mark.parametrize(
    ("given_number", "printed"),
    [
        ("5", "05"),
        ("05", "05"),
        ("12", "12"),
        ("1234", "1234"),
        ("15a", "15a"),
        (None, BLANK),
        (" ", BLANK),
    ],
)
def test_a_number_below_ten_gets_a_zero_and_an_unknown_one_a_blank(
    given_number: str | None, printed: str
) -> None:
    assert document_number(given_number) == printed


@pytest.mark.parametrize(
    ("day", "printed"),
    [
        (dt.date(2026, 1, 5), "ngày 05 tháng 01 năm 2026"),
        (dt.date(2026, 2, 10), "ngày 10 tháng 02 năm 2026"),
        (dt.date(2026, 3, 9), "ngày 09 tháng 3 năm 2026"),
        (dt.date(2026, 12, 31), "ngày 31 tháng 12 năm 2026"),
    ],
)
def test_days_below_ten_and_months_one_and_two_get_a_zero(day: dt.date, printed: str) -> None:
    assert written_date(day) == printed


def test_a_draft_leaves_day_and_month_blank_and_prints_a_known_year() -> None:
    assert written_date(None, 2026) == f"ngày{BLANK}tháng{BLANK}năm 2026"
    assert written_date(None).endswith(f"năm {BLANK}")


@pytest.mark.parametrize(
    ("level", "printed"),
    [
        (Level.PART, "Phần V"),
        (Level.CHAPTER, "Chương V"),
        (Level.SECTION, "Mục 5"),
        (Level.SUBSECTION, "Tiểu mục 5"),
        (Level.ARTICLE, "Điều 5."),
        (Level.ROMAN, "V."),
        (Level.ARABIC, "5."),
        (Level.LETTER, "đ)"),
    ],
)
def test_every_level_has_its_label(level: Level, printed: str) -> None:
    assert label(level, 5) == printed


def test_divisions_count_from_one() -> None:
    with pytest.raises(ValueError, match="từ 1"):
        label(Level.ARTICLE, 0)
