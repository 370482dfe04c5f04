import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.cast import make_agency, make_unit

from liennganh.programmes.models import Programme, Reporters, ReportingUnit, TrackedIndicator
from liennganh.pure.rollup import AttainmentStatus, Cell, Entry, roll_up
from liennganh.pure.rollup import Status as Said
from liennganh.reporting import cells, sources
from liennganh.reporting.actions import (
    approve_reports,
    close_round,
    open_due_rounds,
    reopen_report,
    save_report,
    submit_report,
)
from liennganh.reporting.definitions import definition_of
from liennganh.reporting.frozen import FigureView
from liennganh.reporting.models import Observation, Report, Round, Status
from liennganh.reporting.queries import (
    completeness,
    figure_of,
    figures,
    target_results,
    year_to_date,
)
from liennganh.reporting.tests.factories import (
    NOW,
    SIX_MONTHS_DUE,
    Field,
    aim,
    at,
    make_duty,
    make_indicator,
    make_programme,
    track,
)

TODAY = dt.date(2026, 5, 25)


def one(field: Field, tracked: TrackedIndicator, round_: Round | None = None) -> FigureView:
    view = figure_of(field.programme, round_ or field.round, tracked.pk)
    assert view is not None
    return view


def test_only_approved_figures_roll_up(field: Field) -> None:
    field.open()
    first, second, third = field.cast.commune_agencies
    field.approve(first, field.cast.hoa, sessions=4)
    field.submit(second, field.cast.binh, sessions=50)
    field.fill(third, field.cast.son, sessions=500)
    view = one(field, field.sessions)
    assert view.value == 4
    assert view.missing == (second.name, third.name)
    assert "còn 2 đơn vị chưa báo cáo" in view.sentence


def test_a_share_is_the_sum_of_numerators_over_the_sum_of_denominators(field: Field) -> None:
    field.open()
    first, second, _ = field.cast.commune_agencies
    field.approve(first, field.cast.hoa, above=1, below=1)
    field.approve(second, field.cast.binh, above=0, below=3)
    view = one(field, field.coverage)
    assert view.figure.numerator == 1
    assert view.figure.denominator == 4
    assert view.value == 25


def test_each_part_carries_its_proof(field: Field) -> None:
    field.open()
    field.approve(field.cast.commune_agencies[0], field.cast.hoa, sessions=4)
    (part,) = one(field, field.sessions).parts
    assert (part.unit_name, part.version, part.approved_by, part.basis) == (
        "Phường An Bình",
        2,
        "Trần Thị Lan",
        "estimate",
    )
    assert part.value == 4
    assert part.approved_at.startswith("2026-05-25")


def test_a_reopened_report_no_longer_counts(field: Field) -> None:
    field.open()
    report = field.approve(field.cast.commune_agencies[0], field.cast.hoa)
    reopen_report(by=field.cast.lan, report=report, reason="Sai", at=NOW)
    assert one(field, field.sessions).value is None


def test_nil_is_zero_not_applicable_is_left_out_and_missing_is_neither(field: Field) -> None:
    field.open()
    answers = {field.cast.hoa: Status.NIL, field.cast.binh: Status.NOT_APPLICABLE}
    for user, status in answers.items():
        report = field.report(user.hat.agency)
        said = {
            field.sessions.pk: cells.Cell(status),
            field.coverage.pk: cells.Cell(Status.NOT_APPLICABLE),
        }
        save_report(by=user, report=report, cells=said, narrative=None, version=1, at=NOW)
        submit_report(by=user, report=report, version=2, at=NOW)
        approve_reports(by=field.cast.lan, reports=[report], at=NOW)
    view = one(field, field.sessions)
    assert view.value == 0
    assert len(view.figure.not_applicable) == 1
    assert view.missing == (field.cast.commune_agencies[2].name,)


def test_where_each_unit_counts_itself_the_missing_leave_a_range(field: Field) -> None:
    type(field.coverage.indicator).objects.filter(pk=field.coverage.indicator_id).update(
        counts_units=True
    )
    field.open()
    field.approve(field.cast.commune_agencies[0], field.cast.hoa, above=1, below=1)
    view = one(field, field.coverage)
    assert round(view.figure.low or 0) == 33
    assert view.figure.high == 100


def test_a_figure_of_chosen_agencies_waits_for_them_only(field: Field) -> None:
    field.open()
    view = one(field, field.cases)
    assert view.missing == (field.cast.police.name,)


def test_without_its_register_a_protected_figure_says_so(field: Field) -> None:
    field.open()
    view = one(field, field.helped)
    assert (view.value, view.parts, view.missing) == (None, (), ())
    assert view.sentence == "Chưa có sổ theo dõi hồ sơ hỗ trợ nên chưa có số liệu."


def register(monkeypatch: pytest.MonkeyPatch, count: sources.RegisterCount | None) -> None:
    def provider(*_: Any) -> sources.RegisterCount | None:
        return count

    monkeypatch.setitem(sources.SOURCES, "casework", provider)


def test_a_protected_figure_comes_from_its_register_and_its_proof_stops_at_the_threshold(
    field: Field, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = tuple(Cell(name, Decimal(n)) for name, n in (("A", 2), ("B", 9), ("C", 14)))
    register(monkeypatch, sources.RegisterCount(Cell("tỉnh", Decimal(25), parts)))
    field.open()
    view = one(field, field.helped)
    assert view.value == 25
    shown = {part.unit_name for part in view.parts}
    assert "A" not in shown
    assert set(view.withheld) >= {"A"}
    # One withheld part alone would follow from the total.
    assert len(view.withheld) > 1
    assert shown | set(view.withheld) == {"A", "B", "C"}


def test_a_total_below_the_threshold_is_not_shown(
    field: Field, monkeypatch: pytest.MonkeyPatch
) -> None:
    register(monkeypatch, sources.RegisterCount(Cell("tỉnh", Decimal(3))))
    field.open()
    view = one(field, field.helped)
    assert (view.value, view.figure.parts) == (None, ())
    assert "từ 1 đến 4 không công bố" in view.sentence


@pytest.mark.parametrize(("above", "below", "value"), [(30, 40, 75), (38, 40, None), (2, 40, None)])
def test_a_protected_share_gives_away_neither_part(
    field: Field, monkeypatch: pytest.MonkeyPatch, above: int, below: int, value: int | None
) -> None:
    register(
        monkeypatch, sources.RegisterCount(Cell("được hỗ trợ", Decimal(above)), Decimal(below))
    )
    field.open()
    assert one(field, field.helped).value == value


def test_a_register_with_nothing_for_these_days_says_so(
    field: Field, monkeypatch: pytest.MonkeyPatch
) -> None:
    register(monkeypatch, None)
    field.open()
    assert "nên chưa có số liệu" in one(field, field.helped).sentence


def test_an_indicator_whose_rule_no_longer_fits_says_why(field: Field) -> None:
    field.open()
    field.approve(field.cast.commune_agencies[0], field.cast.hoa)
    type(field.sessions.indicator).objects.filter(pk=field.sessions.indicator_id).update(
        measure="share", over_units="ratio_of_sums", over_time="latest"
    )
    view = one(field, field.sessions)
    assert view.value is None
    assert "thiếu tử số hoặc mẫu số" in view.sentence


def _many(field: Field, count: int) -> Programme:
    key = f"nhieu-{count}"
    programme = make_programme(field.cast, key=key)
    make_duty(programme, "six_month", SIX_MONTHS_DUE)
    tracked = track(programme, field.sessions.indicator)
    for number in range(count):
        unit = make_unit(f"{key} {number}", "Xã", "commune", field.cast.province)  # type: ignore[arg-type]  # a value of Level
        agency = make_agency(unit, "ubnd", f"Ủy ban nhân dân xã {key} {number}")
        ReportingUnit.objects.create(programme=programme, unit=unit, agency=agency)
    (round_,) = open_due_rounds(on=TODAY, at=NOW, programme=programme)
    Report.objects.filter(round=round_).update(state="approved", approved_at=NOW)
    Observation.objects.bulk_create(
        Observation(report=report, tracked=tracked, status="reported", value=1)
        for report in Report.objects.filter(round=round_)
    )
    return programme


def test_the_number_of_queries_does_not_grow_with_the_reporters(field: Field) -> None:
    seen = []
    for count in (10, 300):
        programme = _many(field, count)
        round_ = Round.objects.select_related("duty").get(programme=programme)
        with CaptureQueriesContext(connection) as queries:
            views = figures(programme, round=round_)
            target_results(programme, round=round_, today=TODAY)
            completeness(round_)
        assert views[0].value == count
        seen.append(len(queries))
    assert seen[0] == seen[1] < 40


def test_opening_a_round_writes_its_reports_in_batches(field: Field) -> None:
    programme = _many(field, 300)
    Round.objects.filter(programme=programme).delete()
    with CaptureQueriesContext(connection) as queries:
        open_due_rounds(on=TODAY, at=NOW, programme=programme)
    assert len(queries) < 40


_ANSWER = st.one_of(
    st.none(),
    st.sampled_from([Status.NIL, Status.NOT_APPLICABLE]),
    st.integers(min_value=0, max_value=10**9),
)


@pytest.mark.django_db
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(answers=st.lists(_ANSWER, min_size=3, max_size=3))
def test_the_roll_up_through_the_database_is_that_of_the_typed_values(
    field: Field, answers: list[Any]
) -> None:
    round_ = field.open()
    people = (field.cast.hoa, field.cast.binh, field.cast.son)
    entries = []
    Report.objects.filter(round=round_).update(
        state="draft", version=1, submitted_at=None, submitted_by=None
    )
    Observation.objects.all().delete()
    for user, answer in zip(people, answers, strict=True):
        if answer is None:
            continue
        status = Status.REPORTED if isinstance(answer, int) else answer
        value = Decimal(answer) if isinstance(answer, int) else None
        report = field.report(user.hat.agency)
        said = {
            field.sessions.pk: cells.Cell(status, value),
            field.coverage.pk: cells.Cell(Status.NOT_APPLICABLE),
        }
        # After the period: the figures are actual.
        late = at(dt.date(2026, 7, 2))
        save_report(by=user, report=report, cells=said, narrative=None, version=1, at=late)
        submit_report(by=user, report=report, version=2, at=late)
        approve_reports(by=field.cast.lan, reports=[report], at=late)
        entries.append(Entry(user.hat.agency.key, "", round_.period_key, Said(status.value), value))
    expected = [agency.key for agency in field.cast.commune_agencies]
    plain = roll_up(
        definition_of(field.sessions).rule,
        entries,
        expected,
        names={a.key: a.name for a in field.cast.commune_agencies},
    )
    figure = one(field, field.sessions).figure
    assert (figure.value, figure.low, figure.high, figure.missing, figure.not_applicable) == (
        plain.value,
        plain.low,
        plain.high,
        plain.missing,
        plain.not_applicable,
    )
    assert figure.sentence == plain.sentence


def test_a_target_is_judged_by_the_figures_of_the_year_so_far(field: Field) -> None:
    make_duty(field.programme, "quarterly", {"kind": "month_day", "day": 10})
    field.programme.reporting_duties.exclude(kind="quarterly").update(active=False)
    aim(field.sessions, 20)
    for key, day, count in (
        ("2026-Q1", dt.date(2026, 3, 5), 3),
        ("2026-Q2", dt.date(2026, 6, 5), 4),
    ):
        open_due_rounds(on=day, at=at(day), programme=field.programme)
        round_ = Round.objects.get(programme=field.programme, period_key=key)
        for user in (field.cast.hoa, field.cast.binh, field.cast.son):
            field.approve(user.hat.agency, user, round_=round_, sessions=count)
        if key == "2026-Q1":
            close_round(by=field.cast.lan, round=round_, at=at(day), confirmed_missing=True)
    (result,) = target_results(field.programme, round=round_, today=dt.date(2026, 7, 1))
    assert result.value == 21
    assert result.attainment.status == AttainmentStatus.MET
    so_far = {
        view.definition.tracked_id: figure
        for view, figure, _ in year_to_date(field.programme, round=round_)
    }
    assert so_far[field.sessions.pk].value == 21


def test_the_year_is_taken_rather_than_its_parts(field: Field) -> None:
    """A plan of two years: the first year's report and not also its six months."""
    Programme.objects.filter(pk=field.programme.pk).update(ends_on=dt.date(2027, 12, 31))
    field.programme.refresh_from_db()
    aim(field.sessions, 100, deadline=dt.date(2027, 12, 31))
    for key, day, count in (
        ("2026-H1", dt.date(2026, 5, 25), 1),
        ("2026", dt.date(2026, 11, 25), 5),
        ("2027-H1", dt.date(2027, 5, 25), 2),
    ):
        open_due_rounds(on=day, at=at(day), programme=field.programme)
        round_ = Round.objects.get(programme=field.programme, period_key=key)
        for user in (field.cast.hoa, field.cast.binh, field.cast.son):
            field.approve(user.hat.agency, user, round_=round_, sessions=count)
        if key != "2027-H1":
            close_round(by=field.cast.lan, round=round_, at=at(day), confirmed_missing=True)
    (result,) = target_results(field.programme, round=round_, today=dt.date(2027, 5, 25))
    assert result.value == 15 + 6


def test_an_increase_is_held_against_the_same_period_of_the_year_before(field: Field) -> None:
    Programme.objects.filter(pk=field.programme.pk).update(ends_on=dt.date(2027, 12, 31))
    field.programme.refresh_from_db()
    aim(field.cases, 3, meaning="increase_by", comparator="+", unit="percent", upper=Decimal(5))
    for key, day, count in (
        ("2026-H1", dt.date(2026, 5, 25), 100),
        ("2027-H1", dt.date(2027, 5, 25), 104),
    ):
        open_due_rounds(on=day, at=at(day), programme=field.programme)
        round_ = Round.objects.get(programme=field.programme, period_key=key)
        report = field.report(field.cast.police, round_)
        said = {field.cases.pk: cells.Cell(Status.REPORTED, Decimal(count))}
        save_report(
            by=field.cast.cuong, report=report, cells=said, narrative=None, version=1, at=at(day)
        )
        submit_report(by=field.cast.cuong, report=report, version=2, at=at(day))
        approve_reports(by=field.cast.lan, reports=[report], at=at(day))
        if key == "2026-H1":
            close_round(by=field.cast.lan, round=round_, at=at(day), confirmed_missing=True)
    (result,) = target_results(field.programme, round=round_, today=dt.date(2027, 6, 30))
    assert result.attainment.measured == 4
    assert "tăng 4% (từ 100 lên 104)" in result.attainment.sentence


def test_a_target_on_a_register_that_does_not_exist_is_open(field: Field) -> None:
    aim(field.helped, 60)
    field.open()
    (result,) = target_results(field.programme, round=field.round, today=TODAY)
    assert result.attainment.status == AttainmentStatus.INSUFFICIENT
    assert "Chưa có sổ theo dõi" in result.attainment.sentence


def test_figures_of_agencies_side_by_side_are_not_added(field: Field) -> None:
    beside = make_indicator("E2", unit="vụ", over_units="side_by_side")
    tracked = track(
        field.programme, beside, Reporters.AGENCIES, field.cast.police, field.cast.court
    )
    field.open()
    for user, number in ((field.cast.cuong, 10), (field.cast.dung, 7)):
        report = field.report(user.hat.agency)
        said = {tracked.pk: cells.Cell(Status.REPORTED, Decimal(number))}
        if user == field.cast.cuong:
            said[field.cases.pk] = cells.Cell(Status.NIL)
        save_report(by=user, report=report, cells=said, narrative=None, version=1, at=NOW)
        submit_report(by=user, report=report, version=2, at=NOW)
        approve_reports(by=field.cast.lan, reports=[report], at=NOW)
    view = one(field, tracked)
    assert view.value is None
    assert {part.value for part in view.parts} == {10, 7}
