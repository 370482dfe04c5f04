"""Two readings of a plan beside each other: what is the same, changed, new or gone."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from liennganh.plans.aligning import Alignment, Side, align, differences

WORDS = [
    "tổ",
    "chức",
    "tuyên",
    "truyền",
    "phòng",
    "ngừa",
    "hỗ",
    "trợ",
    "người",
    "dân",
    "cộng",
    "đồng",
    "xã",
    "phường",
    "70%",
    "80%",
    "trường",
    "học",
    "kiểm",
    "tra",
    "cơ",
    "sở",
    "kinh",
    "doanh",
    "báo",
    "cáo",
    "kết",
    "quả",
    "bố",
    "trí",
    "kinh",
    "phí",
    "đào",
    "tạo",
    "nghề",
    "việc",
    "làm",
]
# Drawing is slow on a busy machine, and says nothing about the code.
unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)
sections = st.sampled_from([("I. MỤC TIÊU",), ("II. NHIỆM VỤ", "1. Sở Y tế"), ()])


@st.composite
def readings(draw: st.DrawFn) -> list[Side]:
    rows = draw(
        st.lists(st.tuples(st.sampled_from(["task", "target"]), texts, sections), max_size=12)
    )
    return [Side(key, kind, text, section) for key, (kind, text, section) in enumerate(rows)]


def sides(
    *rows: str, kind: str = "task", section: tuple[str, ...] = ("II. NHIỆM VỤ",)
) -> list[Side]:
    return [Side(key, kind, text, section) for key, text in enumerate(rows)]


def keys(found: Alignment) -> set[tuple[int, int]]:
    return {(pair.old.key, pair.new.key) for pair in found.pairs}


@unhurried
@given(readings())
def test_a_reading_differs_in_nothing_from_itself(reading: list[Side]) -> None:
    found = align(reading, reading)
    assert (*found.changed, *found.added, *found.removed) == ()
    assert keys(found) == {(side.key, side.key) for side in reading}


@unhurried
@given(readings(), readings())
def test_each_item_is_matched_at_most_once_and_none_is_lost(
    old: list[Side], new: list[Side]
) -> None:
    found = align(old, new)
    olds = [pair.old.key for pair in found.pairs] + [side.key for side in found.removed]
    news = [pair.new.key for pair in found.pairs] + [side.key for side in found.added]
    assert sorted(olds) == [side.key for side in old]
    assert sorted(news) == [side.key for side in new]
    assert all(pair.old.kind == pair.new.kind for pair in found.pairs)


@unhurried
@given(readings(), readings())
def test_exchanging_the_two_exchanges_what_is_found(old: list[Side], new: list[Side]) -> None:
    there, back = align(old, new), align(new, old)
    assert keys(there) == {(j, i) for i, j in keys(back)}
    assert there.added == back.removed
    assert there.removed == back.added
    assert {pair.new.key for pair in there.same} == {pair.old.key for pair in back.same}


@given(texts, texts)
def test_differences_hold_both_texts(old: str, new: str) -> None:
    found = differences(old, new)
    before = "".join(one.text for one in found if one.mark != "new")
    after = "".join(one.text for one in found if one.mark != "gone")
    assert before.split() == old.split()
    assert after.split() == new.split()


def test_a_changed_figure_is_a_change_and_not_a_new_item() -> None:
    old = sides("Ít nhất 70% số xã, phường tổ chức tuyên truyền.", "Hỗ trợ vay vốn cho 5 người.")
    new = sides("Hỗ trợ vay vốn cho 5 người.", "Ít nhất 80% số xã, phường tổ chức tuyên truyền.")
    found = align(old, new)
    assert keys(found) == {(0, 1), (1, 0)}
    assert [pair.new.key for pair in found.changed] == [1]
    marks = [(one.mark, one.text.strip()) for one in differences(old[0].text, new[1].text)]
    assert ("gone", "70") in marks
    assert ("new", "80") in marks


def test_what_has_nothing_in_common_is_added_and_removed() -> None:
    found = align(sides("Dán áp phích tại nhà trọ."), sides("Kiểm tra cơ sở kinh doanh."))
    assert found.pairs == ()
    assert len(found.added) == len(found.removed) == 1


def test_the_same_words_under_a_new_number_are_the_same() -> None:
    old = [Side(0, "task", "- Tổ chức tập huấn.", ("1. Sở Y tế",))]
    new = [Side(0, "task", "a) Tổ chức tập huấn.", ("3. Sở Y tế",))]
    assert align(old, new).same


@pytest.mark.parametrize(("values", "same"), [(("Sở Nội vụ",), False), (("Sở Y tế",), True)])
def test_the_same_words_are_judged_by_what_was_read_of_them(
    values: tuple[str], *, same: bool
) -> None:
    old = [Side(0, "task", "Tổ chức tập huấn.", ("1. Sở Y tế",), ("Sở Y tế",))]
    new = [Side(0, "task", "Tổ chức tập huấn.", ("1. Sở Nội vụ",), values)]
    assert bool(align(old, new).same) is same


def test_a_line_end_is_no_difference() -> None:
    assert {one.mark for one in differences("tổ chức\ntập huấn", "tổ chức tập huấn")} == {"same"}
