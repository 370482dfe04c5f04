"""The auditor's page: who, when, what and to which object; never what was written."""

import datetime as dt

import pytest
from django.db import transaction
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.cast import Cast

from liennganh.accounts.models import User
from liennganh.audit.actions import record
from liennganh.audit.models import Event
from liennganh.audit.queries import visible_to
from liennganh.audit.verbs import Verb

AT = dt.datetime(2026, 2, 3, 7, 5, tzinfo=dt.UTC)
LIST, VERIFY = "/nhat-ky/", "/nhat-ky/kiem-tra/"


@transaction.atomic
def _write(cast: Cast, rows: int = 1) -> None:
    for number in range(rows):
        record(
            by=cast.lan,
            verb=Verb.UPDATE,
            obj=cast.health,
            at=AT + dt.timedelta(days=number),
            before={"name": "CHUYỆN CŨ"},
            after={"name": "CHUYỆN MỚI"},
        )


@pytest.fixture
def auditor(client: Client, cast: Cast) -> Client:
    client.force_login(cast.an)
    return client


def _page(client: Client, query: str = "") -> str:
    response = client.get(LIST + query)
    assert response.status_code == 200
    return response.content.decode()


def test_the_auditor_sees_who_did_what_and_when_but_no_content(auditor: Client, cast: Cast) -> None:
    _write(cast)
    page = _page(auditor)
    for part in ("Trần Thị Lan", "sửa", "Cơ quan", "14:05 ngày 03/02/2026", "khớp"):
        assert part in page
    assert "CHUYỆN" not in page


def test_nobody_else_reads_the_log(client: Client, cast: Cast) -> None:
    _write(cast)
    for role, user in cast.everybody.items():
        client.force_login(user)
        expected = 200 if role == "auditor" else 403
        assert client.get(LIST).status_code == expected, role
        assert client.post(VERIFY).status_code == (302 if role == "auditor" else 403), role
        assert visible_to(user).exists() is (role == "auditor"), role


def test_a_touched_row_shows_on_the_page(auditor: Client, cast: Cast) -> None:
    _write(cast)
    Event.objects.update(object_label="tên khác")
    assert "không khớp" in _page(auditor)


@pytest.mark.parametrize(
    ("query", "days"),
    [
        ("", [3, 4, 5]),
        ("?since=04/02/2026", [4, 5]),
        ("?until=2026-02-04", [3, 4]),
        ("?since=2026-02-04&until=2026-02-04", [4]),
        ("?verb=update", [3, 4, 5]),
        ("?verb=delete", []),
        ("?object_type=agencies.agency", [3, 4, 5]),
        ("?object_type=plans.plan", []),
        ("?person=Lan", [3, 4, 5]),
        ("?person=cuong", []),
    ],
)
def test_filters_live_in_the_address(
    auditor: Client, cast: Cast, query: str, days: list[int]
) -> None:
    _write(cast, rows=3)
    page = _page(auditor, query)
    assert [day for day in (3, 4, 5) if f"14:05 ngày 0{day}/02/2026" in page] == days


def test_a_day_that_does_not_exist_is_explained(auditor: Client, cast: Cast) -> None:
    _write(cast)
    page = _page(auditor, "?since=31/02/2026")
    assert "errorlist" in page
    assert "14:05 ngày 03/02/2026" not in page


def test_the_number_of_queries_does_not_grow_with_rows(
    auditor: Client, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    _write(cast, rows=60)
    with django_assert_max_num_queries(8):
        page = _page(auditor)
    assert "Trang 1/2" in page


def test_checking_the_whole_log_says_that_it_holds(auditor: Client, cast: Cast) -> None:
    _write(cast, rows=3)
    page = auditor.post(VERIFY, follow=True).content.decode()
    assert "Nhật ký nguyên vẹn: đã kiểm tra 3 dòng" in page


def test_checking_the_whole_log_names_the_first_broken_row(auditor: Client, cast: Cast) -> None:
    _write(cast, rows=3)
    Event.objects.filter(seq=2).delete()
    page = auditor.post(VERIFY, follow=True).content.decode()
    assert "không còn nguyên vẹn từ dòng 2: thiếu dòng 2" in page


def test_what_the_system_did_by_itself_is_said_so(auditor: Client, cast: Cast) -> None:
    with transaction.atomic():
        record(by=None, verb=Verb.OPEN, obj=cast.health, at=AT)
    assert User.objects.exists()
    assert "Hệ thống" in _page(auditor)


@pytest.mark.parametrize("day", ["31/12/9999", "0001-01-01", "31/02/2026", "\x00"])
def test_a_day_at_the_end_of_the_calendar_is_an_error_beside_its_box(
    auditor: Client, day: str
) -> None:
    for box in ("since", "until"):
        response = auditor.get(LIST, {box: day})
        assert response.status_code == 200
        assert response.context["form"].errors.keys() == {box}
