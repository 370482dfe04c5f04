"""Confidence is a probability: what lowers it, what raises it, and what a doubtful scan takes away."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liennganh.pure.planreader import Reading, Task, read
from liennganh.pure.planreader.confidence import FIELDS, KINDS, Evidence, probability
from liennganh.pure.planreader.confidencetable import BASE, WEIGHTS
from liennganh.pure.planreader.reader import recognise

BENCHMARKS = Path(__file__).resolve().parents[5] / "benchmarks"
PLAN = """ỦY BAN NHÂN DÂN
TỈNH HÀ NAM
Số: 12/KH-UBND
Hà Nam, ngày 05 tháng 3 năm 2024
KẾ HOẠCH
Phòng, chống đuối nước trẻ em giai đoạn 2024 - 2025
Căn cứ Quyết định số 1248/QĐ-TTg ngày 19/7/2021 của Thủ tướng Chính phủ;
I. MỤC TIÊU
- Ít nhất 80% trẻ em trong trường học được dạy bơi.
II. NHIỆM VỤ
- Sở Y tế chủ trì, phối hợp với Công an tỉnh tập huấn sơ cứu cho giáo viên.
- Rà soát các khu vực nguy hiểm.
III. KINH PHÍ
- Tổng kinh phí: 500 triệu đồng.
IV. TỔ CHỨC THỰC HIỆN
- Sở Y tế báo cáo kết quả thực hiện về Ủy ban nhân dân tỉnh trước ngày 15/12 hằng năm.
"""


def where(words: str, text: str = PLAN) -> tuple[int, int]:
    at = text.index(words)
    return at, at + len(words)


def doubted(words: str, sure: float) -> Reading:
    return read(PLAN, doubts=((*where(words), sure),))


def confidences(reading: Reading) -> list[float]:
    items: list[Any] = [*reading.targets, *reading.tasks, *reading.reports, *reading.budget]
    return [item.confidence for item in items]


def led(reading: Reading) -> Task:
    return next(task for task in reading.tasks if task.lead == ("Sở Y tế",))


@pytest.fixture(scope="module")
def calibration() -> ModuleType:
    spec = importlib.util.spec_from_file_location("calibration", BENCHMARKS / "calibration.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["calibration"] = module
    spec.loader.exec_module(module)
    return module


def test_every_kind_of_item_has_a_base() -> None:
    assert set(BASE) == set(WEIGHTS) == {*KINDS.values(), "field"}


def test_nothing_is_held_for_certain() -> None:
    reading = read(PLAN)
    said = confidences(reading)
    assert len(said) >= 5
    assert all(0.3 < chance < 1.0 for chance in said)


def test_a_task_that_nobody_leads_among_led_ones_is_less_certain() -> None:
    unled = Evidence(recognise(PLAN)).of(next(t for t in recognise(PLAN).tasks if not t.lead))
    assert "lead none" in unled
    assert probability("task", unled) < probability("task", (unled - {"lead none"}) | {"lead item"})


def test_each_field_of_the_head_has_a_probability_and_the_head_the_least_of_them() -> None:
    head = read(PLAN).document
    assert set(head.certain) == set(FIELDS)
    assert head.confidence == min(head.certain.values())


def test_an_empty_field_of_a_head_with_gaps_is_less_certain_than_a_filled_one() -> None:
    whole = read(PLAN).document
    gaps = read(PLAN.replace("Số: 12/KH-UBND\n", "")).document
    assert gaps.number is None
    assert gaps.certain["number"] < whole.certain["number"]


def test_a_doubtful_figure_lowers_a_target_more_than_a_doubtful_word() -> None:
    plain = read(PLAN).targets[0].confidence
    figure = doubted("80%", 0.4).targets[0].confidence
    word = doubted("trường", 0.4).targets[0].confidence
    assert figure < 0.6 * plain
    assert 0.9 * plain < word < plain


def test_a_doubtful_name_lowers_the_task_it_leads() -> None:
    plain = led(read(PLAN)).confidence
    assert led(doubted("tế chủ", 0.2)).confidence < plain
    assert led(doubted("Công", 0.2)).confidence < 0.7 * plain


def test_a_doubtful_day_lowers_the_report_and_the_date_of_the_head() -> None:
    assert doubted("15/12", 0.5).reports[0].confidence < 0.6 * read(PLAN).reports[0].confidence
    head = doubted("05", 0.5).document
    assert head.certain["date"] < 0.6 * read(PLAN).document.certain["date"]


def test_doubts_elsewhere_leave_an_item_as_it_is() -> None:
    assert doubted("đuối", 0.1).targets == read(PLAN).targets


def test_doubts_change_nothing_but_the_confidence() -> None:
    sure, doubtful = read(PLAN), doubted("80%", 0.1)
    assert [t.value for t in sure.targets] == [t.value for t in doubtful.targets]
    assert [t.lead for t in sure.tasks] == [t.lead for t in doubtful.tasks]


words = st.tuples(st.integers(0, len(PLAN)), st.integers(0, 12), st.floats(-1, 2, allow_nan=False))


@given(st.lists(words, max_size=12))
@settings(max_examples=40, deadline=None)
def test_no_doubts_raise_a_confidence_or_leave_the_unit_interval(
    found: list[tuple[int, int, float]],
) -> None:
    doubts = tuple((at, at + size, sure) for at, size, sure in found)
    plain, doubtful = read(PLAN), read(PLAN, doubts)
    for one, two in zip(confidences(plain), confidences(doubtful), strict=True):
        assert 0.0 <= two <= one <= 1.0


def test_the_table_is_the_one_that_the_counts_give(calibration: ModuleType) -> None:
    rows = calibration.stored()
    for kind in BASE:
        base, weights = calibration.fitted(rows, kind)
        assert BASE[kind] == pytest.approx(base, abs=0.006)
        assert {k: v for k, v in WEIGHTS[kind].items() if abs(v - weights[k]) > 0.006} == {}


def test_plans_left_out_of_the_fit_find_nine_of_ten_right_where_nine_are_promised(
    calibration: ModuleType,
) -> None:
    judged = [pair for pair in calibration.left_out(calibration.stored()) if pair[1] >= 0.9]
    many = sum(row.total for row, _ in judged)
    assert many > 1000
    assert sum(row.right for row, _ in judged) / many >= 0.9


def test_a_fit_follows_what_was_counted_and_shrinks_what_was_seen_once(
    calibration: ModuleType,
) -> None:
    rows = [
        calibration.Row("unseen", "1", "task", ("good",), 95, 100),
        calibration.Row("unseen", "2", "task", ("bad",), 20, 100),
        calibration.Row("unseen", "3", "task", ("rare",), 0, 1),
    ]
    base, weights = calibration.fitted(rows, "task")
    assert weights["good"] > 0 > weights["bad"]
    chance = calibration._share(base + weights["bad"])
    assert chance == pytest.approx(0.22, abs=0.05)
    assert abs(weights["rare"]) < abs(weights["bad"])
