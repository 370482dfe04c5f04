"""The catalogue on the screen."""

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.cast import Cast

from liennganh.indicators.actions import load_catalogue
from liennganh.indicators.models import Indicator

LIST = "/chi-so/"
AT = dt.datetime(2026, 3, 2, 8, tzinfo=dt.UTC)


def page(client: Client, url: str, status: int = 200) -> str:
    response = client.get(url)
    assert response.status_code == status
    return response.content.decode()


@pytest.mark.parametrize("role", ["programme_officer", "commune_officer", "auditor", "outsider"])
def test_everybody_reads_the_definitions(cast: Cast, client: Client, role: str) -> None:
    load_catalogue()
    client.force_login(cast.everybody[role])
    text = page(client, LIST)
    assert "Truyền thông" in text
    assert "Cơ sở kinh doanh dịch vụ được kiểm tra ít nhất một lần" in text


def test_strangers_are_asked_to_sign_in(client: Client, cast: Cast) -> None:
    assert cast.lan.is_active
    assert client.get(LIST).status_code == 302


def test_search_folds_accents(cast: Cast, client: Client) -> None:
    load_catalogue()
    client.force_login(cast.lan)
    text = page(client, LIST + "?q=giao vien")
    assert "Giáo viên được tuyên truyền" in text
    assert "Tụ điểm" not in text
    assert "Không có chỉ số nào khớp" in page(client, LIST + "?q=chu-la")


def test_an_empty_catalogue_says_what_to_do(cast: Cast, client: Client) -> None:
    client.force_login(cast.quan)
    assert "Chưa nạp danh mục" in page(client, LIST)


def test_a_share_says_what_over_what_and_that_percentages_are_not_averaged(
    cast: Cast, client: Client
) -> None:
    load_catalogue()
    client.force_login(cast.hoa)
    text = page(client, reverse("indicators:detail", args=["B2"]))
    assert "Tổng số xã, phường, đặc khu" in text
    assert "Không lấy trung bình các tỷ lệ" in text
    assert "dãy số bị ngắt" in text


def test_a_protected_figure_says_who_gives_it(cast: Cast, client: Client) -> None:
    load_catalogue()
    client.force_login(cast.lan)
    text = page(client, reverse("indicators:detail", args=["F2"]))
    assert "sổ hỗ trợ, không nhập tay" in text
    assert "Số nhỏ được che" in text


def test_every_indicator_has_its_page(cast: Cast, client: Client) -> None:
    load_catalogue()
    client.force_login(cast.lan)
    for code in Indicator.objects.values_list("code", flat=True):
        page(client, reverse("indicators:detail", args=[code]))
    page(client, reverse("indicators:detail", args=["khong-co"]), 404)


def test_the_list_costs_the_same_for_a_thousand_indicators(
    cast: Cast, client: Client, django_assert_num_queries: Any
) -> None:
    load_catalogue()
    client.force_login(cast.lan)
    page(client, LIST)
    with CaptureQueriesContext(connection) as few:
        page(client, LIST)
    like = Indicator.objects.get(code="B1a")
    Indicator.objects.bulk_create(
        Indicator(
            code=f"R-{n}", name=f"Riêng {n}", unit="lần", measure=like.measure, flow=like.flow,
            over_units=like.over_units, over_time=like.over_time, group="R", source="typed", own=True,
        )
        for n in range(1000)
    )  # fmt: skip
    with django_assert_num_queries(len(few)):
        assert "Riêng 999" in page(client, LIST)
