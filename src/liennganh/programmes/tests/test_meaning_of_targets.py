"""What the words around a number say that it means."""

from decimal import Decimal
from typing import Any

import pytest

from liennganh.indicators.models import Indicator
from liennganh.plans.models import PrintedTarget
from liennganh.programmes.models import TrackedIndicator, TrackedTarget
from liennganh.programmes.targets import plain_target, proposed_target, target_of, with_meaning
from liennganh.pure.rollup import Meaning


def _printed(text: str, value: str, unit: str = "percent", **changes: Any) -> PrintedTarget:
    return PrintedTarget(
        text=text, what=text, value=Decimal(value), unit=unit, **{"comparator": ">=", **changes}
    )


@pytest.mark.parametrize(
    ("printed", "label", "phrase"),
    [
        (_printed("Ít nhất 70% xã duy trì một hình thức", "70.0000"), "%", "ít nhất 70%"),
        (_printed("Duy trì ít nhất 80% xã không có tệ nạn", "80"), "%", "duy trì ít nhất 80%"),
        (
            _printed("60% người có nhu cầu và đủ điều kiện được hỗ trợ", "60"),
            "%",
            "ít nhất 60% người có nhu cầu và đủ điều kiện",
        ),
        (
            _printed("100% cơ sở được kiểm tra ít nhất một lần", "100"),
            "%",
            "ít nhất 100%, mỗi nơi ít nhất một lần đến hết thời hạn",
        ),
        (
            _printed("8/8 phường, xã có kế hoạch", "8", "count", comparator="="),
            "xã",
            "8/8 xã",
        ),
        (
            _printed("8/8 phường, xã xây dựng kế hoạch", "8", "count", comparator="="),
            "%",
            "8/8",
        ),
        (
            _printed("Đăng trên báo ít nhất một tháng một lần", "1", "rate"),
            "tin, bài",
            "ít nhất 1 lần mỗi tháng",
        ),
        (
            _printed("Báo đăng ít nhất 01 lần/tháng", "1", "count"),
            "tin bài",
            "ít nhất 1 lần mỗi tháng",
        ),
        (
            _printed("Tăng 3-5% so với năm trước", "3", upper=Decimal(5), comparator="+"),
            "%",
            "tăng 3-5% so với năm trước",
        ),
        (_printed("Tập huấn 6.000 cán bộ", "6000", "count"), "người", "ít nhất 6.000 người"),
    ],
)
def test_the_sentence_that_comes_of_the_printed_words(
    printed: PrintedTarget, label: str, phrase: str
) -> None:
    assert proposed_target(printed, label).phrase == phrase


def test_a_date_is_no_whole_of_a_part() -> None:
    printed = _printed("Hoàn thành 8 lớp trước ngày 8/12/2026", "8", "count")
    assert proposed_target(printed, "lớp").meaning == Meaning.AT_LEAST


def test_a_change_has_one_meaning_only() -> None:
    plain = plain_target(_printed("Giảm 5%", "5", comparator="-"))
    with pytest.raises(ValueError, match="một cách hiểu"):
        with_meaning(plain, Meaning.KEEP_UP)


def test_a_part_is_never_more_than_its_whole() -> None:
    plain = plain_target(_printed("178 xã", "178", "count"))
    with pytest.raises(ValueError, match="không nhỏ hơn"):
        with_meaning(plain, Meaning.N_OF_M, of=Decimal(149))


@pytest.mark.parametrize(
    ("meaning", "upper", "every", "phrase"),
    [
        ("n_of_m", Decimal("223.0000"), "", "ít nhất 178/223 xã"),
        ("k_times_a_period", None, "quý", "ít nhất 178 lần mỗi quý"),
        ("keep_up", None, "", "duy trì ít nhất 178 xã"),
        ("at_least", None, "", "ít nhất 178 xã"),
    ],
)
def test_a_row_gives_back_what_was_confirmed(
    meaning: str, upper: Decimal | None, every: str, phrase: str
) -> None:
    row = TrackedTarget(
        meaning=meaning, comparator=">=", unit="count", value=Decimal("178.0000"), upper=upper,
        every=every, tracked=TrackedIndicator(indicator=Indicator(unit="xã")),
    )  # fmt: skip
    assert target_of(row).phrase == phrase
