"""Dates as far as printed, due dates in words, gaps in numbering."""

import pytest

from liennganh.plans import values
from liennganh.plans.due_words import as_noted, as_said
from liennganh.plans.numbering import gaps
from liennganh.plans.partial_dates import first_day, last_day, read_partial, show_partial


@pytest.mark.parametrize(
    ("typed", "iso", "shown"),
    [
        ("2026", "2026", "2026"),
        ("6/2026", "2026-06", "06/2026"),
        ("30/6/2026", "2026-06-30", "30/06/2026"),
        ("2026-06", "2026-06", "06/2026"),
        ("2026-06-30", "2026-06-30", "30/06/2026"),
        ("", "", ""),
    ],
)
def test_a_date_is_kept_as_far_as_it_is_printed(typed: str, iso: str, shown: str) -> None:
    assert read_partial(typed) == iso
    assert show_partial(iso) == shown


@pytest.mark.parametrize("typed", ["13/2026", "31/4/2026", "mai", "2026-13", "12"])
def test_what_is_no_date_is_refused_in_vietnamese(typed: str) -> None:
    with pytest.raises(ValueError, match=r"Không có|không phải"):
        read_partial(typed)


def test_a_year_lasts_from_its_first_to_its_last_day() -> None:
    assert str(first_day("2024")) == "2024-01-01"
    assert str(last_day("2024-02")) == "2024-02-29"
    assert first_day("2024-02-31") is None
    assert last_day("") is None


@pytest.mark.parametrize(
    ("way", "words", "noted"),
    [
        ("none", "", ""),
        ("yearly", "05/6", "06-05"),
        ("yearly", "10/3; 10/6", "03-10, 06-10"),
        ("once", "31/12/2026", "2026-12-31"),
        ("once", "11/2026", "2026-11"),
        ("last_month", "10", "day 10 of the last month of the period"),
        ("last_month", "cuối", "last day of the last month of the period"),
        ("next_month", "5", "day 5 of the first month of the next period"),
        ("after", "10", "10 days after the end of the period"),
        ("after_working", "3", "3 working days after the end of the period"),
    ],
)
def test_a_due_date_said_in_words_comes_back_the_same(way: str, words: str, noted: str) -> None:
    assert as_noted(way, words) == noted
    said_way, said = as_said(noted)
    assert as_noted(said_way, said) == noted
    assert said_way == way


@pytest.mark.parametrize(
    ("way", "words"),
    [
        ("yearly", "thứ hai"),
        ("yearly", "31/2"),
        ("once", "mai"),
        ("last_month", "40"),
        ("after", ""),
    ],
)
def test_a_due_date_that_cannot_be_is_refused(way: str, words: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        as_noted(way, words)


def test_the_printed_quarterly_date_is_understood() -> None:
    assert as_said("day 10 of the last month of the quarter") == ("last_month", "10")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"comparator": ">=", "value": "25", "unit": "percent", "deadline": "2024"},
         "ít nhất 25% · hạn 2024"),
        ({"comparator": "-", "value": "3", "upper": "5", "unit": "percent", "per_year": True},
         "giảm 3–5% mỗi năm"),
        ({"comparator": "=", "value": "5300", "unit": "count"}, "5.300"),
    ],
)  # fmt: skip
def test_a_target_is_told_in_a_line(data: dict[str, object], words: str) -> None:
    assert values.describe("target", values.clean("target", data)) == words


def heading(label: str, *section: str) -> dict[str, object]:
    return {"start": 0, "end": 1, "level": 1, "label": label, "text": label, "section": section}


@pytest.mark.parametrize(
    ("labels", "missing"),
    [
        (("1.", "2.", "4."), ["3"]),
        (("I", "II", "IV"), ["III"]),
        (("a)", "b)", "d)"), ["c"]),
        (("d)", "e)"), []),
        (("1", "2", "3", "1", "2"), []),
        (("1.1", "1.2", "1.5"), ["1.3, 1.4"]),
        (("-", "+"), []),
    ],
)
def test_a_number_left_out_is_told(labels: tuple[str, ...], missing: list[str]) -> None:
    found = gaps([heading(label) for label in labels])
    assert [one["message"].split("mục ")[1].split(" giữa")[0] for one in found] == missing


def test_rows_under_different_headings_are_counted_apart() -> None:
    assert gaps([heading("1", "I"), heading("2", "I"), heading("4", "II")]) == []
