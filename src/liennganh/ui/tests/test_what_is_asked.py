"""Numbers and addresses that strangers type: only harmless ones come through."""

import pytest
from django.test import RequestFactory

from liennganh.ui.asked import whole_number
from liennganh.ui.links import safe_next


@pytest.mark.parametrize(
    ("text", "number"), [("0", 0), ("12", 12), ("007", 7), ("9" * 18, 10**18 - 1)]
)
def test_plain_digits_are_a_number(text: str, number: int) -> None:
    assert whole_number(text) == number


@pytest.mark.parametrize(
    "text", [None, "", " 1", "-1", "1.0", "²", "٣", "1\x00", "9" * 19, "9" * 5000]
)
def test_anything_else_is_none(text: str | None) -> None:
    assert whole_number(text) is None


@pytest.mark.parametrize(
    "url",
    [
        "1e9",
        "dashboard:home",
        "//evil.example/",
        "/\\evil.example",
        "https://evil.example/",
        "javascript:alert(1)//",
    ],
)
def test_nobody_is_sent_off_the_site_nor_to_the_name_of_a_page(url: str) -> None:
    assert safe_next(RequestFactory().get("/"), url, "/mac-dinh/") == "/mac-dinh/"


def test_a_path_of_the_site_is_followed() -> None:
    assert safe_next(RequestFactory().get("/"), "/van-ban/?q=1", "") == "/van-ban/?q=1"
