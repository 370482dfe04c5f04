import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command

from liennganh.errors import DomainError
from liennganh.programmes.models import ReportingUnit, Task, TaskAssignment
from liennganh.reporting.actions import close_round, open_ad_hoc_round, open_due_rounds, set_due
from liennganh.reporting.models import Report, Round
from liennganh.reporting.tests.factories import NOW, Field, at, make_duty

MAY = dt.date(2026, 5, 25)


def test_a_round_opens_by_itself_on_its_day_with_a_report_for_each_reporter(field: Field) -> None:
    opened = open_due_rounds(on=MAY, at=NOW)
    assert [r.period_key for r in opened] == ["2026-H1"]
    (round_,) = opened
    assert (round_.due_on, round_.starts_on, round_.ends_on) == (
        dt.date(2026, 5, 31),
        dt.date(2026, 1, 1),
        dt.date(2026, 6, 30),
    )
    names = {r.agency for r in round_.reports.all()}
    assert names == {*field.cast.commune_agencies, field.cast.police}
    assert {r.unit for r in round_.reports.filter(agency=field.cast.commune_agencies[0])} == {
        field.cast.communes[0]
    }


def test_nothing_opens_before_its_day(field: Field) -> None:
    early = dt.date(2026, 5, 1)
    assert open_due_rounds(on=early, at=NOW, programme=field.programme) == []


def test_opening_twice_changes_nothing(field: Field) -> None:
    field.open()
    before = (Round.objects.count(), Report.objects.count())
    assert open_due_rounds(on=MAY, at=NOW) == []
    assert (Round.objects.count(), Report.objects.count()) == before


def test_the_leader_of_a_task_reports_and_each_agency_only_once(field: Field) -> None:
    task = Task.objects.create(programme=field.programme, text="Việc", standing=True)
    for agency in (field.cast.health, field.cast.police):
        TaskAssignment.objects.create(task=task, agency=agency, role="lead", mode="giao")
    TaskAssignment.objects.create(
        task=task, agency=field.cast.court, role="support", mode="de_nghi"
    )
    round_ = field.open()
    agencies = list(round_.reports.values_list("agency", flat=True))
    assert field.cast.health.pk in agencies
    assert field.cast.court.pk not in agencies
    assert agencies.count(field.cast.police.pk) == 1


def test_a_reporter_who_joins_later_gets_a_report_while_the_round_is_open(field: Field) -> None:
    round_ = field.open()
    ReportingUnit.objects.create(
        programme=field.programme, unit=field.cast.province, agency=field.cast.court
    )
    open_due_rounds(on=MAY, at=NOW)
    assert round_.reports.filter(agency=field.cast.court).exists()


def test_a_reporter_who_joins_after_closing_gets_none(field: Field) -> None:
    round_ = field.open()
    close_round(by=field.cast.lan, round=round_, at=NOW, confirmed_missing=True)
    ReportingUnit.objects.create(
        programme=field.programme, unit=field.cast.province, agency=field.cast.court
    )
    open_due_rounds(on=MAY, at=NOW)
    assert not round_.reports.filter(agency=field.cast.court).exists()


def test_an_agency_that_no_longer_exists_is_not_asked(field: Field) -> None:
    agency = field.cast.commune_agencies[2]
    agency.valid_to = dt.date(2026, 3, 1)
    agency.save(update_fields=["valid_to"])
    assert not field.open().reports.filter(agency=agency).exists()


def test_a_round_due_before_its_figures_close_says_up_to_when_they_are_actual(field: Field) -> None:
    assert field.open().actual_until == dt.date(2026, 4, 30)


def test_a_duty_that_cannot_be_read_does_not_hold_up_the_others(field: Field) -> None:
    make_duty(field.programme, "quarterly", {"kind": "year_days", "days": [[3, 10]]})
    assert [r.period_key for r in open_due_rounds(on=MAY, at=NOW)] == ["2026-H1"]


def test_an_inactive_duty_opens_nothing(field: Field) -> None:
    field.programme.reporting_duties.update(active=False)
    assert open_due_rounds(on=MAY, at=NOW) == []


def test_the_command_opens_what_is_due(field: Field, capsys: pytest.CaptureFixture[str]) -> None:
    field.programme.reporting_duties.update(due={}, active=True)
    type(field.programme).objects.update(
        starts_on=dt.date(2020, 1, 1), ends_on=dt.date(2020, 12, 31)
    )
    call_command("open_rounds")
    assert "Đã mở 2 kỳ báo cáo." in capsys.readouterr().out


def test_a_round_without_a_printed_day_can_be_given_one(field: Field) -> None:
    field.programme.reporting_duties.filter(kind="six_month").update(due={})
    round_ = field.open(dt.date(2026, 7, 2))
    assert round_.due_on is None
    set_due(by=field.cast.lan, round=round_, due_on=dt.date(2026, 7, 10), at=NOW)
    round_.refresh_from_db()
    assert round_.due_on == dt.date(2026, 7, 10)
    set_due(by=field.cast.lan, round=round_, due_on=dt.date(2026, 7, 12), at=NOW)
    with pytest.raises(DomainError, match="trước ngày mở kỳ"):
        set_due(by=field.cast.lan, round=round_, due_on=dt.date(2026, 6, 1), at=NOW)


def test_the_day_that_the_plan_prints_is_not_moved(field: Field) -> None:
    with pytest.raises(DomainError, match="do kế hoạch quy định"):
        set_due(by=field.cast.lan, round=field.open(), due_on=dt.date(2026, 6, 9), at=NOW)


@pytest.mark.parametrize(
    "who",
    [
        "leader",
        "agency_officer",
        "commune_officer",
        "inspector",
        "tip_receiver",
        "social_worker",
        "auditor",
        "administrator",
        "outsider",
    ],
)
def test_only_the_programme_officer_opens_an_ad_hoc_round(field: Field, who: str) -> None:
    with pytest.raises(PermissionDenied):
        open_ad_hoc_round(
            by=field.cast.everybody[who],
            programme=field.programme,
            label="Đột xuất",
            starts_on=dt.date(2026, 3, 1),
            ends_on=dt.date(2026, 3, 31),
            due_on=None,
            at=NOW,
        )


def test_an_ad_hoc_round_opens_at_once_for_everybody(field: Field) -> None:
    round_ = open_ad_hoc_round(
        by=field.cast.lan,
        programme=field.programme,
        label=" Báo cáo theo công văn 12 ",
        starts_on=dt.date(2026, 3, 1),
        ends_on=dt.date(2026, 3, 31),
        due_on=dt.date(2026, 5, 30),
        at=NOW,
    )
    assert (round_.label, round_.opens_on) == ("Báo cáo theo công văn 12", MAY)
    assert round_.reports.count() == 4
    assert "2026-H1" in [r.period_key for r in open_due_rounds(on=MAY, at=NOW)]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"label": " "}, "đặt tên"),
        ({"ends_on": dt.date(2026, 2, 1)}, "đứng trước"),
        ({"due_on": dt.date(2026, 5, 1)}, "đã qua"),
    ],
)
def test_an_ad_hoc_round_with_wrong_days_is_refused(
    field: Field, change: dict[str, object], says: str
) -> None:
    values: dict[str, object] = {
        "label": "Đột xuất",
        "starts_on": dt.date(2026, 3, 1),
        "ends_on": dt.date(2026, 3, 31),
        "due_on": None,
    }
    with pytest.raises(DomainError, match=says):
        open_ad_hoc_round(
            by=field.cast.lan,
            programme=field.programme,
            at=at(MAY),
            **values | change,  # type: ignore[arg-type]  # a table of wrong values
        )


def test_a_second_ad_hoc_round_of_the_same_day_is_refused(field: Field) -> None:
    days = {"starts_on": dt.date(2026, 3, 1), "ends_on": dt.date(2026, 3, 31), "due_on": None}
    open_ad_hoc_round(by=field.cast.lan, programme=field.programme, label="Một", at=NOW, **days)  # type: ignore[arg-type]  # three dates
    with pytest.raises(DomainError, match="Đã có kỳ đột xuất"):
        open_ad_hoc_round(by=field.cast.lan, programme=field.programme, label="Hai", at=NOW, **days)  # type: ignore[arg-type]  # three dates
