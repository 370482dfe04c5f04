"""What an own indicator counts, in words taken from the target's own sentence."""

from decimal import Decimal
from typing import Any

import pytest

from liennganh.indicators.models import Flow, Measure, OverTime, OverUnits
from liennganh.plans.models import PrintedTarget
from liennganh.programmes.own_indicators import NewIndicator, new_indicator_for, share_words
from liennganh.programmes.proposals import label_of

from .factories import meaning


@pytest.mark.parametrize(
    ("clause", "numerator", "denominator"),
    [
        pytest.param(
            "Ít nhất 60% học sinh trên địa bàn được tập bơi",
            "Số học sinh trên địa bàn được tập bơi",
            "Tổng số học sinh trên địa bàn",
            id="verb after the group",
        ),
        pytest.param(
            "100% số xã có cán bộ chuyên trách",
            "Số xã có cán bộ chuyên trách",
            "Tổng số xã",
            id="the word 'số' once",
        ),
        pytest.param(
            "Từ 70% trở lên hộ nghèo tiếp cận nước sạch",
            "Số hộ nghèo tiếp cận nước sạch",
            "Tổng số hộ nghèo",
            id="trở lên",
        ),
    ],
)
def test_a_share_says_what_it_is_a_share_of(clause: str, numerator: str, denominator: str) -> None:
    assert share_words(clause) == (numerator, denominator)


def test_a_clause_without_a_group_keeps_the_plain_words() -> None:
    assert share_words("Tỷ lệ đạt 60%") is None


def _own(text: str, stored: dict[str, str], **changes: Any) -> NewIndicator:
    printed = PrintedTarget(
        text=text, what=text, value=Decimal(5), meaning=stored,
        **{"comparator": ">=", "unit": "count", **changes},
    )  # fmt: skip
    return new_indicator_for(printed, label_of(printed))


@pytest.mark.parametrize(
    ("counted", "name", "unit", "measure"),
    [
        ("lớp tập huấn kỹ năng", "Số lớp tập huấn kỹ năng", "lớp", Measure.EVENTS),
        ("mô hình quản lý tại cộng đồng", "Số mô hình quản lý tại cộng đồng", "mô hình",
         Measure.OBJECTS),
        ("phụ nữ khởi nghiệp", "Số phụ nữ khởi nghiệp", "người", Measure.PERSONS),
        ("lượt người được tư vấn", "Số lượt người được tư vấn", "lượt người", Measure.EVENTS),
        ("số vụ phạm tội", "Số vụ phạm tội", "vụ", Measure.EVENTS),
    ],
)  # fmt: skip
def test_a_count_is_named_after_what_is_counted(
    counted: str, name: str, unit: str, measure: Measure
) -> None:
    own = _own(f"05 {counted}", meaning("at_least", "once", counted))
    assert (own.name, own.unit, own.measure) == (name, unit, measure)


def test_a_share_is_named_shortly_and_keeps_the_plans_own_whole() -> None:
    stored = meaning("at_least", "once", "sở, ngành có lãnh đạo nữ", denominator="sở, ngành")
    own = _own("Đạt 55% sở, ngành có lãnh đạo nữ", stored, unit="percent")
    assert own.name == "Tỷ lệ sở, ngành có lãnh đạo nữ"
    assert (own.numerator, own.denominator) == (
        "Số sở, ngành có lãnh đạo nữ", "Tổng số sở, ngành",
    )  # fmt: skip


def test_work_that_is_done_is_counted_among_those_it_is_done_for() -> None:
    stored = meaning("at_least", "once", "hỗ trợ người có nhu cầu", denominator="người có nhu cầu")
    own = _own("Hỗ trợ 60% người có nhu cầu", stored, unit="percent")
    assert own.numerator == "Số người có nhu cầu đã thực hiện: hỗ trợ người có nhu cầu"


def test_a_long_name_is_cut_at_a_word() -> None:
    own = _own("5 lớp", meaning("at_least", "once", "lớp " + "rất dài " * 40))
    assert own.name.endswith("dài…") or own.name.endswith("rất…")
    assert len(own.name) <= 141


@pytest.mark.parametrize(("comparator", "better"), [("<=", False), ("-", False), (">=", True)])
def test_the_direction_follows_from_the_comparison(comparator: str, better: bool) -> None:
    own = _own("Không quá 5 vụ", meaning("at_most", "once", "vụ"), comparator=comparator)
    assert own.higher_is_better is better


def test_what_is_kept_up_is_what_there_is_and_is_never_added_up() -> None:
    own = _own("Duy trì 5 lớp học", meaning("kept_up", "kept_up", "lớp học"))
    assert (own.flow, own.over_time) == (Flow.STOCK, OverTime.LATEST)


def test_a_rate_is_added_neither_over_places_nor_over_time() -> None:
    own = _own("Dưới 9‰", meaning("at_most", "once", "tỷ suất tử vong"), unit="rate")
    assert (own.unit, own.over_units, own.over_time) == (
        "‰", OverUnits.SIDE_BY_SIDE, OverTime.LATEST,
    )  # fmt: skip


def test_the_group_stands_in_the_definition() -> None:
    stored = meaning("at_least", "once", "lớp", group="mỗi xã", condition="vùng cao")
    assert _own("5 lớp", stored).definition == "Đối tượng: mỗi xã. Điều kiện: vùng cao."


def test_what_is_done_so_often_is_counted_anew_each_time() -> None:
    stored = meaning("times_per_period", "kept_up", "thông tin được đăng", period="tháng")
    own = _own("Mỗi tháng một lần", stored, unit="rate")
    assert (own.name, own.unit, own.over_time) == ("Thông tin được đăng", "lần", OverTime.SUM)
