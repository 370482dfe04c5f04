"""Sums of money: totals, parts, and the table that never adds one to the other."""

import pytest

from liennganh.plans.money import Sum, mismatches, standings, table_of


def one(
    amount: int, *, years: tuple[int, int] | None = None, source: str = "", standing: str = "",
    per_year: bool = False,
) -> Sum:  # fmt: skip
    return Sum(amount, ("III",), amount, years, per_year, source, "", standing)


def spans(text: str, *words: str) -> list[tuple[int, int]]:
    found, place = [], 0
    for word in words:
        start = text.index(word, place)
        place = start + len(word)
        found.append((start, place))
    return found


@pytest.mark.parametrize(
    ("text", "sums", "expected"),
    [
        ("Tổng kinh phí: 10 tỷ đồng, trong đó: năm 2026: 4 tỷ đồng; năm 2027: 6 tỷ đồng.",
         ("10 tỷ", "4 tỷ", "6 tỷ"), ["total", "part", "part"]),
        ("Kinh phí thực hiện 500 triệu đồng từ ngân sách tỉnh.", ("500 triệu",), [""]),
        ("Tổng cộng 10 tỷ đồng, gồm ngân sách trung ương 6 tỷ, địa phương 4 tỷ.",
         ("10 tỷ", "6 tỷ", "4 tỷ"), ["total", "part", "part"]),
        ("Tổng kinh phí 10 tỷ, trong đó tỉnh 6 tỷ.\n\nTổng số năm sau 3 tỷ.",
         ("10 tỷ", "6 tỷ", "3 tỷ"), ["total", "part", "total"]),
        ("Trong đó ngân sách tỉnh 6 tỷ.", ("6 tỷ",), [""]),
        ("Tổng kinh phí 10 tỷ, trong đó:\n\n- Tỉnh: 6 tỷ.\n\n- Xã: 4 tỷ.\n\nThưởng 1 tỷ.",
         ("10 tỷ", "6 tỷ", "4 tỷ", "1 tỷ"), ["total", "part", "part", ""]),
        ("Cơ quan tổng hợp: 2 tỷ.", ("2 tỷ",), [""]),
    ],
)  # fmt: skip
def test_words_tell_a_total_from_what_is_within_it(
    text: str, sums: tuple[str, ...], expected: list[str]
) -> None:
    assert standings(text, spans(text, *sums)) == expected


def test_parts_that_add_up_are_right() -> None:
    sums = [one(10, standing="total"), one(4, standing="part"), one(6, standing="part")]
    assert mismatches(sums) == []


def test_parts_that_do_not_add_up_are_told_with_their_sum() -> None:
    sums = [one(10, standing="total"), one(4, standing="part"), one(5, standing="part")]
    (wrong,) = mismatches(sums)
    assert (wrong.total.amount, wrong.adds_to, len(wrong.parts)) == (10, 9, 2)


def test_a_single_part_may_be_less_but_not_more() -> None:
    assert mismatches([one(10, standing="total"), one(4, standing="part")]) == []
    (wrong,) = mismatches([one(10, standing="total"), one(11, standing="part")])
    assert wrong.adds_to == 11


def test_the_same_money_by_year_and_by_source_is_held_against_the_total_twice() -> None:
    total = one(10, years=(2026, 2027), standing="total")
    by_year = [
        one(4, years=(2026, 2026), standing="part"),
        one(6, years=(2027, 2027), standing="part"),
    ]
    by_source = [one(7, source="central", standing="part"), one(3, source="local", standing="part")]
    assert mismatches([total, *by_year, *by_source]) == []
    short = [one(7, source="central", standing="part"), one(2, source="local", standing="part")]
    (wrong,) = mismatches([total, *by_year, *short])
    assert (wrong.split, wrong.adds_to) == ("source", 9)


def test_years_within_the_years_of_a_total_are_its_parts_without_a_word() -> None:
    total = one(10, years=(2026, 2027), standing="total")
    years = [one(4, years=(2026, 2026)), one(5, years=(2027, 2027))]
    (wrong,) = mismatches([total, *years])
    assert (wrong.split, wrong.adds_to) == ("year", 9)


def test_so_much_each_year_is_so_much_times_the_years() -> None:
    total = one(15, years=(2026, 2030), standing="total")
    assert mismatches([total, one(3, years=(2026, 2030), per_year=True, standing="part")]) == []
    table = table_of([one(3, years=(2026, 2028), per_year=True)])
    assert table.years == ((2026, 2026), (2027, 2027), (2028, 2028))
    assert table.whole == 9


def test_the_table_leaves_totals_out_of_its_sums() -> None:
    table = table_of(
        [
            one(10, standing="total"),
            one(4, years=(2026, 2026), source="local", standing="part"),
            one(6, years=(2027, 2027), source="central", standing="part"),
        ]
    )
    assert [total.amount for total in table.totals] == [10]
    assert table.sources == ("central", "local")
    assert table.cells == ((None, 4), (6, None))
    assert (table.row_sums, table.whole) == ((4, 6), 10)


def test_the_whole_period_beside_its_years_is_not_added() -> None:
    table = table_of([one(10, years=(2026, 2027)), one(4, years=(2026, 2026))])
    assert table.overlapping
    assert table.whole is None


def test_a_sum_of_no_year_beside_sums_of_years_is_not_added() -> None:
    assert table_of([one(10), one(4, years=(2026, 2026))]).whole is None


def test_a_year_and_its_sources_are_counted_once() -> None:
    year = (2026, 2026)
    table = table_of(
        [
            one(10, years=year),
            one(7, years=year, source="central"),
            one(3, years=year, source="local"),
        ]
    )
    assert table.row_sums == (10,)
