"""What holds for every text: no exception, offsets that fit, and the same again when read again."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liennganh.pure.planreader import looks_like_plan, read, to_json

PIECES = (
    "Sở Y tế", "chủ trì, phối hợp với", "các sở, ban, ngành", " và ", ", ", "; ", ". ", ":", "\n", "\n\n", "- ", "+ ",
    "1. ", "a) ", "II. ", "MỤC TIÊU", "NHIỆM VỤ", "KẾ HOẠCH", "Số: 1/KH-UBND", "100%", "3-5% mỗi năm", "ít nhất", "149/223 xã",
    "báo cáo", "hằng quý", "trước ngày 31/02/2025", "ngày 99 tháng 13 năm 2024", "22,5 tỷ đồng", "Căn cứ Quyết định số 1/QĐ-TTg",
    " | ", "**", "(", ")", "# ", "“", "đến năm 2030", "năm 0000", "Đề nghị", "từ", "xuống còn", "\u0301", "\u00a0", "V/v", "Kính gửi:",
)  # fmt: skip
plans = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)


def check(text: str) -> None:
    reading = read(text)
    size = len(reading.text)
    items: list[Any] = [
        *reading.targets,
        *reading.tasks,
        *reading.reports,
        *reading.budget,
        *reading.legal_bases,
        *reading.outline,
    ]
    assert all(0 <= i.start < i.end <= size for i in items)
    assert all(0.0 <= i.confidence <= 1.0 for i in items)
    assert all(0 <= s.start <= s.end <= size for s in reading.document.spans.values())
    json.dumps(to_json(reading)).encode()
    looks_like_plan(reading)


@given(plans)
@settings(max_examples=150, deadline=None)
def test_no_mixture_of_plan_words_breaks_it(text: str) -> None:
    check(text)


@given(st.text(max_size=300))
@settings(max_examples=100, deadline=None)
def test_no_text_breaks_it(text: str) -> None:
    check(text)


@pytest.mark.parametrize("text", ["", " ", "\n", "\ud800", "|", "**", "Số:", "\x00" * 5], ids=repr)
def test_scraps_give_an_empty_reading(text: str) -> None:
    check(text)
    assert read(text).tasks == ()


@given(plans)
@settings(max_examples=50, deadline=None)
def test_reading_the_normalised_text_again_gives_the_same(text: str) -> None:
    once = read(text)
    assert read(once.text) == once
