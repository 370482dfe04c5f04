"""Cycles and days of each year become days in the calendar, never one day that is past."""

import datetime as dt
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.cast import Cast, make_agency

from liennganh.agencies.models import AgencySuccession
from liennganh.programmes.actions import adopt_plan, set_task_day
from liennganh.programmes.models import Programme, Task, TaskAssignment
from liennganh.programmes.occurrences import comes_back, days_of
from liennganh.programmes.queries import task_days_of

from .factories import NOW, TODAY, add_report, add_task, make_plan

YEAR = dt.date(2026, 1, 1), dt.date(2026, 12, 31)


def _adopt(cast: Cast, plan: Any) -> Programme:
    return adopt_plan(by=cast.lan, plan=plan, unit=cast.province, lead_agency=cast.health, at=NOW)


@pytest.mark.parametrize(
    ("task", "days"),
    [
        (Task(each_year="05-15"), ["2026-05-15"]),
        (Task(each_year="02-29"), ["2026-02-28"]),
        (Task(cycle="annual"), ["2026-12-31"]),
        (Task(cycle="six_month"), ["2026-06-30", "2026-12-31"]),
        (Task(cycle="quarterly"), ["2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31"]),
        (Task(cycle="quarterly", until=dt.date(2026, 8, 31)), ["2026-03-31", "2026-06-30"]),
        (Task(cycle="annual", each_year="11-15"), ["2026-11-15"]),
        (Task(cycle="regular"), []),
    ],
)
def test_a_cycle_has_its_days(task: Task, days: list[str]) -> None:
    assert [day.isoformat() for day in days_of(task, *YEAR)] == days


def test_a_week_ends_on_friday() -> None:
    days = days_of(Task(cycle="weekly"), *YEAR)
    assert len(days) == 52
    assert {day.weekday() for day in days} == {4}


_DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2035, 12, 31))


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(
    cycle=st.sampled_from(["weekly", "monthly", "quarterly", "six_month", "annual", "regular", ""]),
    month=st.integers(1, 12),
    day=st.integers(1, 31),
    yearly=st.booleans(),
    span=st.tuples(_DAYS, _DAYS),
)
def test_days_lie_in_the_programme_in_order_and_once(
    cycle: str, month: int, day: int, *, yearly: bool, span: tuple[dt.date, dt.date]
) -> None:
    task = Task(cycle=cycle, each_year=f"{month:02d}-{day:02d}" if yearly else "")
    days = days_of(task, min(span), max(span))
    assert days == sorted(set(days))
    assert all(min(span) <= one <= max(span) for one in days)
    if days:
        assert comes_back(task)


def test_a_day_of_each_year_comes_back_in_every_year_of_the_programme(cast: Cast) -> None:
    plan = make_plan(cast.health, period_to=2028)
    add_task(plan, "Rà soát số liệu", ("lead", cast.police), deadline="05-15")
    programme = _adopt(cast, plan)
    task = programme.tasks.get()
    assert (task.due_on, task.standing, task.each_year) == (None, True, "05-15")
    (row,) = task_days_of(programme, TODAY)
    assert row.next == dt.date(2026, 5, 15)
    assert row.later == (dt.date(2027, 5, 15), dt.date(2028, 5, 15))


def test_a_cycle_is_repeated_until_its_printed_year(cast: Cast) -> None:
    plan = make_plan(cast.health, period_to=2030)
    add_task(plan, "Mỗi năm tổ chức 01 đợt", ("lead", cast.police), cycle="annual", deadline="2027")
    (row,) = task_days_of(_adopt(cast, plan), TODAY)
    assert (row.next, row.later) == (dt.date(2026, 12, 31), (dt.date(2027, 12, 31),))


def test_regular_work_stands_and_has_no_day(cast: Cast) -> None:
    plan = make_plan(cast.health)
    add_task(plan, "Thường xuyên tuyên truyền", ("lead", cast.police), cycle="regular")
    programme = _adopt(cast, plan)
    assert programme.tasks.get().standing
    assert task_days_of(programme, TODAY) == []


def test_regular_work_with_a_last_day_keeps_that_day(cast: Cast) -> None:
    plan = make_plan(cast.health)
    add_task(plan, "Thường xuyên đến hết tháng 6", ("lead", cast.police), cycle="regular",
             deadline="2026-06")  # fmt: skip
    task = _adopt(cast, plan).tasks.get()
    assert (task.due_on, task.standing) == (dt.date(2026, 6, 30), False)


def test_a_day_set_by_the_officer_takes_the_place_of_those_that_come_back(cast: Cast) -> None:
    plan = make_plan(cast.health)
    add_task(plan, "Rà soát", ("lead", cast.police), deadline="05-15", cycle="annual")
    task = _adopt(cast, plan).tasks.get()
    set_task_day(by=cast.lan, task=task, due_on=dt.date(2026, 9, 1), at=NOW)
    task.refresh_from_db()
    assert not comes_back(task)


def test_the_calendar_shows_them_and_who_reports_through_whom_to_whom(
    client: Client, cast: Cast
) -> None:
    plan = make_plan(cast.health)
    add_task(plan, "Rà soát số liệu", ("lead", cast.police), deadline="05-15")
    add_report(plan, "annual", "11-15", reporters=["UBND các xã, phường"], through=["Sở Y tế"],
               recipients=["UBND tỉnh", "Bộ Y tế"])  # fmt: skip
    programme = _adopt(cast, plan)
    duty = programme.reporting_duties.get()
    assert (duty.reporters, duty.through, duty.recipients) == (
        "UBND các xã, phường", "Sở Y tế", "UBND tỉnh, Bộ Y tế",
    )  # fmt: skip
    client.force_login(cast.lan)
    with time_machine.travel(NOW, tick=False):
        body = client.get(reverse("programmes:calendar", args=[programme.key])).content.decode()
    for words in ("15/05/2026", "ngày 15/5 hằng năm", "UBND các xã, phường", "UBND tỉnh, Bộ Y tế"):
        assert words in body
    client.force_login(cast.hoa)
    hidden = client.get(reverse("programmes:calendar", args=[programme.key])).content.decode()
    assert "Rà soát số liệu" not in hidden


def test_a_class_stands_for_the_agencies_of_the_plans_day_and_their_heirs(cast: Cast) -> None:
    former = make_agency(cast.province, "so_ldtbxh", "Sở Lao động – Thương binh và Xã hội")
    later = make_agency(cast.province, "so_noi_vu", "Sở Nội vụ")
    lost = make_agency(cast.province, "so_xay_dung", "Sở Xây dựng")
    for agency, start, end in (
        (former, None, dt.date(2026, 1, 8)),
        (later, dt.date(2026, 1, 8), None),
        (lost, None, dt.date(2025, 12, 1)),
    ):
        agency.valid_from, agency.valid_to = start, end
        agency.save()
    AgencySuccession.objects.create(
        predecessor=former, successor=later, effective_on=dt.date(2026, 1, 8), legal_basis="NQ"
    )
    plan = make_plan(cast.health)  # of 5 January
    add_task(plan, "Phối hợp", ("lead", "departments"))
    programme = _adopt(cast, plan)
    given = set(
        TaskAssignment.objects.filter(task__programme=programme).values_list("agency", flat=True)
    )
    assert later.pk in given
    assert not given & {former.pk, lost.pk}
