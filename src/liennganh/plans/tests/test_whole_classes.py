"""Whom a class of bodies stands for on the plan's day."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse
from tests.cast import Cast

from liennganh.plans.issuers import CENTRAL, level_of_issuer, unit_of_plan
from liennganh.plans.tests.samples import a_plan, read_in
from liennganh.plans.whole_classes import members_of

DAY = dt.date(2026, 1, 15)


def test_communes_are_counted_and_listed_on_the_day(cast: Cast) -> None:
    members = members_of(["communes"], cast.province, DAY)["communes"]
    assert members.sentence == "3 phường, xã, đặc khu vào ngày 15/01/2026"
    assert members.names == ("Phường An Bình", "Xã Bãi Sậy", "Đặc khu Cồn Tiên")
    assert members.known


def test_a_day_that_the_table_does_not_cover_says_so_and_lists_nobody(cast: Cast) -> None:
    members = members_of(["communes"], cast.province, dt.date(2021, 11, 17))["communes"]
    assert not members.known
    assert members.names == ()
    assert "17/11/2021" in members.sentence


def test_districts_are_gone_since_july_2025(cast: Cast) -> None:
    members = members_of(["districts"], cast.province, DAY)["districts"]
    assert (members.names, members.known) == ((), False)


def test_departments_are_those_of_the_directory(cast: Cast) -> None:
    members = members_of(["departments"], cast.province, DAY)["departments"]
    assert members.names == ("Công an tỉnh", "Sở Y tế")
    assert members.sentence == "2 cơ quan trong danh bạ vào ngày 15/01/2026"


@pytest.mark.parametrize("key", ["associations", "schools"])
def test_a_class_without_a_list_says_so(cast: Cast, key: str) -> None:
    members = members_of([key], cast.province, DAY)[key]
    assert members.sentence
    assert not members.known


def test_a_commune_speaks_of_the_communes_of_its_province(cast: Cast) -> None:
    members = members_of(["communes"], cast.communes[0], DAY)["communes"]
    assert len(members.names) == 3


def test_the_unit_of_a_plan_is_its_issuers_within_the_own_province(cast: Cast) -> None:
    province, commune = cast.province, cast.communes[1]
    assert unit_of_plan("Ủy ban nhân dân xã Bãi Sậy", DAY, province) == commune
    assert unit_of_plan("Ủy ban nhân dân tỉnh Sông Vàng", DAY, province) == province
    assert unit_of_plan("", DAY, commune) == commune


@pytest.mark.parametrize(
    ("issuer", "level"),
    [
        ("Thủ tướng Chính phủ", CENTRAL),
        ("Bộ Y tế", CENTRAL),
        ("Ủy ban nhân dân tỉnh Hương Giang", "province"),
        ("Ủy ban nhân dân xã Bãi Sậy", "commune"),
        ("Ban Chỉ đạo", ""),
    ],
)
def test_the_level_of_an_issuer_is_told_by_its_name(cast: Cast, issuer: str, level: str) -> None:
    assert cast.province
    assert level_of_issuer(issuer, DAY) == level


def test_the_pages_name_the_units(client: Client, cast: Cast) -> None:
    client.force_login(cast.lan)
    intake = read_in(cast)
    plan = a_plan(cast)
    for address in (
        reverse("plans:owners", args=[intake.pk]),
        reverse("plans:plan", args=[plan.key]),
    ):
        page = client.get(address).content.decode()
        assert "3 phường, xã, đặc khu vào ngày 15/01/2026" in page
        assert "Phường An Bình, Xã Bãi Sậy, Đặc khu Cồn Tiên" in page
