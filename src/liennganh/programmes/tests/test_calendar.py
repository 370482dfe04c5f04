"""The calendar of a programme: duties, their days, and who may change them."""

import datetime as dt
from collections.abc import Iterator

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from tests.cast import Cast

from liennganh.errors import DomainError
from liennganh.programmes.actions import set_duty, stop_duty
from liennganh.programmes.models import Programme
from liennganh.programmes.queries import calendar_of
from liennganh.pure.periods import (
    CALENDAR,
    DueRule,
    MonthDay,
    PeriodKind,
    WindowRule,
    YearDays,
)

from .factories import NOW, make_work

TENTH = DueRule(MonthDay(10), before=True)


@pytest.fixture(autouse=True)
def _in_april() -> Iterator[None]:
    with time_machine.travel(dt.datetime(2026, 4, 1, 9, tzinfo=dt.UTC), tick=False):
        yield


@pytest.fixture
def programme(cast: Cast) -> Programme:
    made = make_work(cast).programme
    set_duty(
        by=cast.lan, programme=made, kind=PeriodKind.QUARTERLY, window=WindowRule(14), due=TENTH,
        recipients="Ủy ban nhân dân tỉnh", at=NOW,
    )  # fmt: skip
    return made


def test_a_calendar_shows_what_is_to_come_and_what_is_past(programme: Programme) -> None:
    (quarters,) = calendar_of(programme, dt.date(2026, 4, 1))
    assert [one.period.key for one in quarters.past] == ["2026-Q1"]
    assert [one.last_day for one in quarters.coming] == [
        dt.date(2026, 6, 9), dt.date(2026, 9, 9), dt.date(2026, 12, 9),
    ]  # fmt: skip
    assert quarters.sentence == ("Trước ngày 10 của tháng cuối kỳ; nộp đúng ngày đó đã là muộn.")


def test_only_who_runs_the_programme_sets_its_calendar(cast: Cast, programme: Programme) -> None:
    for user in (cast.minh, cast.cuong, cast.hoa, cast.yen, cast.an, cast.quan):
        with pytest.raises(PermissionDenied):
            set_duty(
                by=user, programme=programme, kind=PeriodKind.ANNUAL, window=CALENDAR, due=TENTH,
                recipients="", at=NOW,
            )  # fmt: skip
        with pytest.raises(PermissionDenied):
            stop_duty(by=user, duty=programme.reporting_duties.get(), at=NOW)


def test_a_rule_that_does_not_fit_its_kind_is_refused(cast: Cast, programme: Programme) -> None:
    with pytest.raises(DomainError) as refused:
        set_duty(
            by=cast.lan, programme=programme, kind=PeriodKind.QUARTERLY, window=CALENDAR,
            due=DueRule(YearDays(((3, 10),))), recipients="", at=NOW,
        )  # fmt: skip
    assert refused.value.field == "due"


def test_a_stopped_duty_leaves_the_calendar_and_comes_back_when_set(
    cast: Cast, programme: Programme
) -> None:
    stop_duty(by=cast.lan, duty=programme.reporting_duties.get(), at=NOW)
    assert calendar_of(programme, dt.date(2026, 4, 1)) == []
    set_duty(
        by=cast.lan, programme=programme, kind=PeriodKind.QUARTERLY, window=CALENDAR, due=TENTH,
        recipients="", at=NOW,
    )  # fmt: skip
    assert len(calendar_of(programme, dt.date(2026, 4, 1))) == 1


def test_everybody_at_work_reads_the_calendar_and_the_lead_agency_edits_it(
    client: Client, cast: Cast, programme: Programme
) -> None:
    address = reverse("programmes:calendar", args=[programme.key])
    edit = reverse("programmes:duty", args=[programme.key, "quarterly"])
    for user, may in ((cast.lan, True), (cast.minh, False), (cast.hoa, False)):
        client.force_login(user)
        body = client.get(address).content.decode()
        assert "Quý II năm 2026" in body
        assert "trước ngày 10/06/2026" in body
        assert (edit in body) is may
        assert client.get(edit).status_code == (200 if may else 403)
    client.force_login(cast.yen)
    assert client.get(address).status_code == 404


def test_the_form_of_a_duty_begins_with_the_rule_and_saves_another(
    client: Client, cast: Cast, programme: Programme
) -> None:
    client.force_login(cast.lan)
    address = reverse("programmes:duty", args=[programme.key, "quarterly"])
    form = client.get(address).context["form"]
    assert (form["day"].value(), form["before"].value(), form["closing"].value()) == (10, True, 14)
    wrong = client.post(address, {"bc-quarterly-due_kind": "month_day", "bc-quarterly-day": "40"})
    assert list(wrong.context["form"].errors) == ["day"]
    saved = client.post(
        address,
        {"bc-quarterly-due_kind": "after_end", "bc-quarterly-days_after": "2",
         "bc-quarterly-working": "on", "bc-quarterly-closing": "14"},
    )  # fmt: skip
    assert saved.status_code == 302
    duty = programme.reporting_duties.get()
    assert duty.due == {"kind": "after_end", "days_after": 2, "working": True, "before": False}
    end = reverse("programmes:end_duty", args=[programme.key, "quarterly"])
    assert client.post(end).status_code == 302
    duty.refresh_from_db()
    assert not duty.active
    unknown = reverse("programmes:duty", args=[programme.key, "weekly"])
    assert client.get(unknown).status_code == 404
