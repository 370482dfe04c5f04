"""Small counts stay withheld, whatever a reader adds and subtracts."""

import itertools
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liennganh.pure.rollup import Cell, PublishedCell, RollUpError, protect, reader_ranges

Path = tuple[int, ...]


def leaf(key: str, value: int) -> Cell:
    return Cell(key, Decimal(value))


def row(*values: int) -> Cell:
    return Cell.total("tỉnh", tuple(leaf(f"x{i}", value) for i, value in enumerate(values)))


def shown(cell: PublishedCell) -> list[int | None]:
    return [None if part.value is None else int(part.value) for part in cell.parts]


def test_large_counts_and_zeros_are_published() -> None:
    assert shown(protect(row(12, 0, 15), 5)) == [12, 0, 15]


def test_a_small_count_takes_a_second_one_with_it() -> None:
    published = protect(row(3, 12, 15, 0), 5)
    assert published.value == 30
    assert shown(published) == [None, None, 15, 0]


def test_two_small_counts_with_a_small_sum_take_a_third() -> None:
    assert shown(protect(row(2, 3, 9, 20), 5)) == [None, None, None, 20]


def test_a_small_count_alone_withholds_the_total() -> None:
    published = protect(row(3, 0, 0), 5)
    assert published.value is None
    assert shown(published)[0] is None


def test_the_only_part_goes_with_its_total() -> None:
    tree = Cell.total("tỉnh", (Cell.total("xã", (leaf("thôn", 3),)), leaf("y", 40), leaf("z", 50)))
    published = protect(tree, 5)
    assert published.value == 93
    assert published.parts[0].withheld
    assert published.parts[0].parts[0].withheld
    assert shown(published) == [None, None, 50]


def test_a_threshold_of_one_withholds_nothing() -> None:
    assert shown(protect(row(1, 2, 3), 1)) == [1, 2, 3]


def test_what_is_no_count_is_refused() -> None:
    with pytest.raises(RollUpError, match="số nguyên"):
        Cell("a", Decimal("1.5"))
    with pytest.raises(RollUpError, match="không bằng tổng"):
        Cell("t", Decimal(9), (leaf("a", 4), leaf("b", 4)))
    with pytest.raises(RollUpError, match="Ngưỡng"):
        protect(row(1), 0)


def groups(cell: PublishedCell, path: Path = ()) -> list[tuple[Path, list[Path]]]:
    """Return every sum in the tree: a total and the parts it is made of."""
    found = [(path, [(*path, i) for i in range(len(cell.parts))])] if cell.parts else []
    for i, part in enumerate(cell.parts):
        found += groups(part, (*path, i))
    return found


def flat(cell: PublishedCell | Cell, path: Path = ()) -> dict[Path, Decimal | None]:
    values: dict[Path, Decimal | None] = {path: cell.value}
    parts: tuple[PublishedCell | Cell, ...] = cell.parts
    for i, part in enumerate(parts):
        values |= flat(part, (*path, i))
    return values


def attack(cell: PublishedCell) -> dict[Path, tuple[int, int]]:
    """Narrow every cell by every sum, again and again, until nothing moves.

    Written apart from the code under test; "no limit" is a number far above every count.
    """
    endless = 10**9
    ranges = {
        path: (0, endless) if value is None else (int(value), int(value))
        for path, value in flat(cell).items()
    }
    moved = True
    while moved:
        moved = False
        for total, parts in groups(cell):
            for path in (total, *parts):
                others = [p for p in parts if p != path]
                low, high = ranges[path]
                if path == total:
                    least = sum(ranges[p][0] for p in parts)
                    most = sum(ranges[p][1] for p in parts)
                else:
                    least = ranges[total][0] - sum(ranges[p][1] for p in others)
                    most = ranges[total][1] - sum(ranges[p][0] for p in others)
                narrowed = (max(low, least), min(high, most))
                if narrowed != (low, high):
                    ranges[path] = narrowed
                    moved = True
    return ranges


counts = st.integers(0, 40)
leaves = st.builds(leaf, st.just("x"), counts)
trees = st.recursive(
    leaves,
    lambda parts: st.lists(parts, min_size=1, max_size=5).map(
        lambda found: Cell.total("t", tuple(found))
    ),
    max_leaves=15,
)


@settings(max_examples=300)
@given(trees, st.integers(1, 10))
def test_no_withheld_count_can_be_worked_out(tree: Cell, threshold: int) -> None:
    published = protect(tree, threshold)
    truth, seen = flat(tree), flat(published)
    ranges = attack(published)
    for path, value in seen.items():
        low, high = ranges[path]
        true = truth[path]
        assert true is not None
        assert low <= true <= high
        if value is None:
            # Whatever single number is guessed, the truth may be threshold or more away from it.
            assert high - low > 2 * (threshold - 1)
        else:
            assert value == true
            assert value == 0 or value >= threshold


@given(trees, st.integers(1, 10))
def test_the_readers_ranges_are_those_of_a_patient_reader(tree: Cell, threshold: int) -> None:
    published = protect(tree, threshold)
    patient = attack(published)
    for path, (low, high) in reader_ranges(published).items():
        assert low == patient[path][0]
        assert high == patient[path][1] or (high is None and patient[path][1] > 10**8)


@settings(max_examples=50)
@given(st.lists(st.integers(0, 12), min_size=2, max_size=4), st.integers(2, 4))
def test_every_number_in_a_range_is_really_possible(values: list[int], threshold: int) -> None:
    published = protect(row(*values), threshold)
    if published.value is None:
        return
    hidden = [i for i, part in enumerate(published.parts) if part.withheld]
    rest = int(published.value) - sum(int(p.value) for p in published.parts if p.value is not None)
    ranges = reader_ranges(published)
    for place, i in enumerate(hidden):
        possible = {
            guess[place]
            for guess in itertools.product(range(rest + 1), repeat=len(hidden))
            if sum(guess) == rest
        }
        assert ranges[(i,)] == (Decimal(min(possible)), Decimal(max(possible)))


def test_a_whole_province_is_protected_quickly() -> None:
    communes = tuple(
        Cell.total(f"xã {i}", tuple(leaf(f"{i}.{j}", (i * 7 + j * 3) % 11) for j in range(3)))
        for i in range(1000)
    )
    published = protect(Cell.total("tỉnh", communes), 5)
    assert published.value is not None


def test_what_its_own_parts_give_away_is_covered_below_not_beside() -> None:
    covered = Cell.total("xã", (leaf("thôn 1", 6), leaf("thôn 2", 6)))
    tree = Cell.total("tỉnh", (leaf("a", 3), covered, leaf("c", 40), leaf("d", 50)))
    published = protect(tree, 5)
    assert shown(published) == [None, None, 40, 50]
    assert shown(published.parts[1]) == [None, 6]
