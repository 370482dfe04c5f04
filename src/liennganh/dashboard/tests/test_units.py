"""The table of units: whose rows one sees, how it is sorted, what it adds up to."""

import datetime as dt
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from liennganh.accounts.models import User
from liennganh.dashboard.exports import cell
from liennganh.dashboard.queries.units import Matrix, matrix_of
from liennganh.pure.rollup import Cell
from liennganh.reporting import sources
from liennganh.reporting.tests.factories import Field

TODAY = dt.date(2026, 5, 25)


@pytest.fixture
def told(field: Field) -> Field:
    """An Bình: 4 sessions, 1/1. Bãi Sậy: 7 sessions, 1/4. Cồn Tiên: nothing yet."""
    field.open()
    first, second, _ = field.cast.commune_agencies
    field.approve(first, field.cast.hoa, sessions=4, above=1, below=1)
    field.approve(second, field.cast.binh, sessions=7, above=1, below=4)
    return field


def matrix(field: Field) -> Matrix:
    return matrix_of(field.programme, field.round, TODAY)


def rows(client: Client, user: User, **query: str) -> list[str]:
    client.force_login(user)
    text = client.get(reverse("dashboard:units", args=["ct-thu"]), query).content.decode()
    return [name for name in ("Phường An Bình", "Xã Bãi Sậy", "Đặc khu Cồn Tiên") if name in text]


def test_each_unit_has_its_own_figures_and_a_silent_one_none(told: Field) -> None:
    found = {row.name: [c.value for c in row.cells] for row in matrix(told).rows}
    assert found == {
        "Phường An Bình": [4, 100],
        "Xã Bãi Sậy": [7, 25],
        "Đặc khu Cồn Tiên": [None, None],
    }


def test_totals_follow_each_indicators_rule(told: Field) -> None:
    assert [c.value for c in matrix(told).total.cells] == [11, 40]
    groups = {group.name: [c.value for c in group.cells] for group in matrix(told).groups}
    assert groups == {"Phường": [4, 100], "Xã": [7, 25], "Đặc khu": [None, None]}


def test_rows_sort_by_a_column_with_the_silent_last(told: Field) -> None:
    def names(key: int | str, *, falling: bool) -> list[str]:
        return [row.name for row in matrix(told).sorted_by(str(key), falling=falling)]

    silent = "Đặc khu Cồn Tiên"
    assert names(told.sessions.pk, falling=True) == ["Xã Bãi Sậy", "Phường An Bình", silent]
    assert names(told.coverage.pk, falling=True) == ["Phường An Bình", "Xã Bãi Sậy", silent]
    assert names("ten", falling=True) == [silent, "Xã Bãi Sậy", "Phường An Bình"]
    assert names("999999", falling=False) == ["Phường An Bình", "Xã Bãi Sậy", silent]


def test_shades_run_from_little_to_much(told: Field) -> None:
    shades = {row.name: [c.shade for c in row.cells] for row in matrix(told).rows}
    assert shades["Phường An Bình"] == [2, 4]
    assert shades["Xã Bãi Sậy"] == [4, 1]


def test_a_protected_figure_has_no_column(told: Field, monkeypatch: pytest.MonkeyPatch) -> None:
    parts = tuple(Cell(n, Decimal(20)) for n in ("Phường An Bình", "Xã Bãi Sậy"))
    count = sources.RegisterCount(Cell.total("tỉnh", parts))
    monkeypatch.setitem(sources.SOURCES, "casework", lambda *_: count)
    assert told.helped.pk not in [column.tracked_id for column in matrix(told).columns]


@pytest.mark.parametrize("who", ["programme_officer", "leader"])
def test_who_steers_sees_every_unit(told: Field, client: Client, who: str) -> None:
    assert len(rows(client, told.cast.everybody[who])) == 3


def test_a_commune_sees_its_own_row_and_the_total(told: Field, client: Client) -> None:
    assert rows(client, told.cast.binh) == ["Xã Bãi Sậy"]
    client.force_login(told.cast.binh)
    text = client.get(reverse("dashboard:units_export", args=["ct-thu"])).content.decode()
    lines = [line.split(";")[0] for line in text.splitlines()[1:]]
    assert lines == ["Xã Bãi Sậy", "Toàn bộ"]


@pytest.mark.parametrize("who", ["agency_officer", "inspector", "tip_receiver", "social_worker"])
def test_others_see_totals_alone(told: Field, client: Client, who: str) -> None:
    assert rows(client, told.cast.everybody[who]) == []


def test_the_export_keeps_the_order_asked_for(told: Field, client: Client) -> None:
    client.force_login(told.cast.lan)
    url = reverse("dashboard:units_export", args=["ct-thu"])
    asked = {"xep": str(told.sessions.pk), "chieu": "giam"}
    lines = client.get(url, asked).content.decode().splitlines()
    assert lines[1].split(";")[:6] == ["Xã Bãi Sậy", "đã duyệt", "7", "25", "1", "4"]
    assert lines[-1].split(";")[:6] == ["Toàn bộ", "3", "11", "40", "2", "5"]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Decimal("1234.50"), "1234,5"),
        (Decimal(-5), "-5"),
        (100, "100"),
        (None, ""),
        ("=1+1", "'=1+1"),
        ("-2+3", "'-2+3"),
        (" @SUM(A1)", "' @SUM(A1)"),
        ("Xã Bãi Sậy", "Xã Bãi Sậy"),
    ],
)
def test_a_cell_is_a_number_or_text_and_never_a_formula(value: object, written: str) -> None:
    assert cell(value) == written
