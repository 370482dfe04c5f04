"""What a target means."""

import json
from decimal import Decimal
from typing import Any

import pytest
from tests.plans_at_hand import SHARED

from liennganh.pure.rollup import Meaning, RuleError, meaning_of

GOLD = SHARED / "reading" / "gold"


@pytest.mark.parametrize(
    ("comparator", "unit", "value", "more", "meaning", "phrase"),
    [
        (">=", "percent", 70, {}, Meaning.AT_LEAST, "ít nhất 70%"),
        (">", "percent", 90, {}, Meaning.MORE_THAN, "trên 90%"),
        ("<=", "count", 5, {"unit_label": "vụ"}, Meaning.AT_MOST, "không quá 5 vụ"),
        ("<", "percent", 30, {}, Meaning.LESS_THAN, "dưới 30%"),
        ("=", "percent", 100, {}, Meaning.EXACTLY, "100%"),
        (">=", "percent", 20, {"per_year": True}, Meaning.AT_LEAST, "ít nhất 20% mỗi năm"),
        (
            "+",
            "percent",
            3,
            {"upper": Decimal(5)},
            Meaning.INCREASE_BY,
            "tăng 3-5% so với năm trước",
        ),
        ("-", "percent", 10, {}, Meaning.DECREASE_BY, "giảm 10% so với năm trước"),
        (
            "=",
            "count",
            149,
            {"of": Decimal(223), "kept_up": True, "unit_label": "xã"},
            Meaning.KEEP_UP,
            "duy trì 149 xã",
        ),
        (
            "=",
            "count",
            8,
            {"of": Decimal(8), "unit_label": "phường, xã"},
            Meaning.N_OF_M,
            "8/8 phường, xã",
        ),
        (
            "=",
            "percent",
            100,
            {"once_by": True},
            Meaning.AT_LEAST_ONCE_BY,
            "100%, mỗi nơi ít nhất một lần đến hết thời hạn",
        ),
        (
            ">=",
            "rate",
            1,
            {"every": "tháng"},
            Meaning.K_TIMES_A_PERIOD,
            "ít nhất 1 lần mỗi tháng",
        ),
        (
            ">=",
            "percent",
            60,
            {"in_need": True},
            Meaning.AMONG_IN_NEED,
            "ít nhất 60% người có nhu cầu và đủ điều kiện",
        ),
    ],
)
def test_each_kind_of_target_has_its_meaning(
    comparator: str, unit: str, value: int, more: dict[str, Any], meaning: Meaning, phrase: str
) -> None:
    target = meaning_of(comparator, unit, Decimal(value), **more)
    assert target.meaning is meaning
    assert target.phrase == phrase


def test_what_means_nothing_is_refused() -> None:
    with pytest.raises(RuleError, match="phép so sánh"):
        meaning_of("~", "percent", Decimal(5))
    with pytest.raises(RuleError, match="nhỏ hơn"):
        meaning_of("+", "percent", Decimal(5), Decimal(3))
    with pytest.raises(RuleError, match="vừa là"):
        meaning_of("=", "percent", Decimal(5), once_by=True, in_need=True)


@pytest.mark.plans
@pytest.mark.skipif(not GOLD.exists(), reason="the read plans are not beside the checkout")
def test_every_target_of_the_real_plans_has_a_meaning() -> None:
    seen = 0
    for path in GOLD.glob("*.json"):
        for target in json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)["targets"]:
            upper = None if target["upper"] is None else Decimal(target["upper"])
            meant = meaning_of(
                target["comparator"], target["unit"], Decimal(target["value"]), upper
            )
            assert meant.phrase
            seen += 1
    assert seen > 50
