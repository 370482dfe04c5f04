"""What an own indicator counts, in words taken from the target's own sentence."""

import pytest

from liennganh.programmes.own_indicators import share_words


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
