import datetime as dt
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from liennganh.errors import DomainError, WrongStateError
from liennganh.indicators.models import Indicator
from liennganh.programmes.models import Task, TaskAssignment
from liennganh.reporting.actions import (
    StaleReportError,
    close_round,
    fill_nil,
    save_report,
    submit_report,
)
from liennganh.reporting.cells import Cell, CellError, Narrative
from liennganh.reporting.models import Basis, Report, ReportState, Status
from liennganh.reporting.queries import lateness_of
from liennganh.reporting.tests.factories import NOW, TZ, Field

REPORTED, NIL, NA = Status.REPORTED, Status.NIL, Status.NOT_APPLICABLE


@pytest.fixture
def report(field: Field) -> Report:
    field.open()
    return field.report(field.cast.commune_agencies[0])


def save(field: Field, report: Report, cells: dict[int, Cell], at: dt.datetime = NOW) -> Report:
    return save_report(
        by=field.cast.hoa, report=report, cells=cells, narrative=None, version=report.version, at=at
    )


def test_a_draft_may_be_partial(field: Field, report: Report) -> None:
    save(field, report, {field.coverage.pk: Cell(REPORTED, numerator=Decimal(3))})
    assert (report.version, report.state) == (2, ReportState.DRAFT)
    row = report.observations.get()
    assert row.numerator == 3
    assert row.denominator is None


def test_a_reported_zero_is_kept_and_a_blank_cell_has_no_row(field: Field, report: Report) -> None:
    save(field, report, {field.sessions.pk: Cell(REPORTED, Decimal(0))})
    assert report.observations.get().value == 0
    save(field, report, {field.sessions.pk: Cell()})
    assert not report.observations.exists()


def test_cells_that_are_not_named_stay(field: Field, report: Report) -> None:
    save(field, report, {field.sessions.pk: Cell(REPORTED, Decimal(7), note="lồng ghép")})
    save(field, report, {field.coverage.pk: Cell(NA)})
    assert report.observations.count() == 2


@pytest.mark.parametrize(
    ("cell", "part", "says"),
    [
        (Cell(REPORTED, Decimal("1.5")), "value", "số nguyên"),
        (Cell(REPORTED, Decimal(-1)), "value", "không được âm"),
        (Cell(NIL, Decimal(3)), "value", "vừa có số"),
        (Cell(NA, Decimal(3)), "value", "vừa có số"),
        (Cell("", Decimal(3)), "value", "vừa có số"),
        (Cell(REPORTED, Decimal(10) ** 16), "value", "quá lớn"),
        (Cell("nonsense"), "status", "không hợp lệ"),
        (Cell("", note="lồng ghép"), "note", "chưa có số"),
        (Cell(REPORTED, Decimal(3), to_date=Decimal(4)), "to_date", "nhiều hơn số ước"),
    ],
)
def test_a_count_that_contradicts_itself_is_refused_at_its_field(
    field: Field, report: Report, cell: Cell, part: str, says: str
) -> None:
    with pytest.raises(CellError, match=says) as caught:
        save(field, report, {field.sessions.pk: cell})
    assert caught.value.field == f"c{field.sessions.pk}-{part}"
    assert not report.observations.exists()


def test_the_part_of_a_share_is_not_above_the_whole(field: Field, report: Report) -> None:
    with pytest.raises(
        CellError, match=r"“xã có hình thức tuyên truyền” \(tử số\) ghi 5, lớn hơn “tổng số xã”"
    ) as caught:
        save(
            field,
            report,
            {field.coverage.pk: Cell(REPORTED, numerator=Decimal(5), denominator=Decimal(4))},
        )
    assert caught.value.field == f"c{field.coverage.pk}-numerator"


def test_a_share_counts_in_whole_numbers_and_not_in_percent(field: Field, report: Report) -> None:
    half = Cell(REPORTED, numerator=Decimal("2.5"), denominator=Decimal(4))
    with pytest.raises(CellError, match=r"“2,5” phải là số nguyên vì đây là số đếm\.$"):
        save(field, report, {field.coverage.pk: half})


def test_money_may_have_decimals(field: Field, report: Report) -> None:
    Indicator.objects.filter(pk=field.sessions.indicator_id).update(measure="money")
    save(field, report, {field.sessions.pk: Cell(REPORTED, Decimal("1234.56"))})
    assert report.observations.get().value == Decimal("1234.56")
    with pytest.raises(CellError, match="bốn chữ số"):
        save(field, report, {field.sessions.pk: Cell(REPORTED, Decimal("1.23456"))})


def test_what_stands_at_a_moment_is_typed_as_zero_not_as_nil(field: Field, report: Report) -> None:
    with pytest.raises(CellError, match="hãy ghi 0"):
        save(field, report, {field.coverage.pk: Cell(NIL)})


def test_nil_of_a_share_of_events_keeps_its_denominator(field: Field, report: Report) -> None:
    Indicator.objects.filter(pk=field.coverage.indicator_id).update(flow="flow")
    save(field, report, {field.sessions.pk: Cell(NIL), field.coverage.pk: Cell(NIL)})
    with pytest.raises(DomainError, match="1 ô còn trống") as caught:
        submit_report(by=field.cast.hoa, report=report, version=report.version, at=NOW)
    assert caught.value.field == f"c{field.coverage.pk}-denominator"
    save(field, report, {field.coverage.pk: Cell(NIL, denominator=Decimal(12))})
    submit_report(by=field.cast.hoa, report=report, version=report.version, at=NOW)


def test_an_indicator_of_others_is_not_reported(field: Field, report: Report) -> None:
    with pytest.raises(DomainError, match="không được giao"):
        save(field, report, {field.cases.pk: Cell(REPORTED, Decimal(1))})


def test_a_protected_figure_is_never_typed(field: Field, report: Report) -> None:
    with pytest.raises(DomainError, match="không được giao"):
        save(field, report, {field.helped.pk: Cell(REPORTED, Decimal(1))})
    type(field.helped).objects.filter(pk=field.helped.pk).update(reporters="units")
    with pytest.raises(DomainError, match="không được giao"):
        save(field, report, {field.helped.pk: Cell(REPORTED, Decimal(1))})


def test_the_second_writer_overwrites_nothing(field: Field, report: Report) -> None:
    read = report.version
    save(field, report, {field.sessions.pk: Cell(REPORTED, Decimal(7))})
    with pytest.raises(StaleReportError, match="Đỗ Thị Hoa đã lưu báo cáo này lúc 09:00"):
        save_report(
            by=field.cast.hoa,
            report=report,
            cells={field.sessions.pk: Cell(REPORTED, Decimal(9))},
            narrative=Narrative(situation="khác"),
            version=read,
            at=NOW,
        )
    assert report.observations.get().value == 7
    report.refresh_from_db()
    assert report.situation == ""


@pytest.mark.parametrize(
    "who",
    [
        "programme_officer",
        "leader",
        "agency_officer",
        "inspector",
        "tip_receiver",
        "social_worker",
        "auditor",
        "administrator",
        "outsider",
    ],
)
def test_only_the_officer_of_the_agency_writes_and_sends(
    field: Field, report: Report, who: str
) -> None:
    user = field.cast.everybody[who]
    with pytest.raises(PermissionDenied):
        save_report(by=user, report=report, cells={}, narrative=None, version=1, at=NOW)
    with pytest.raises(PermissionDenied):
        submit_report(by=user, report=report, version=1, at=NOW)
    with pytest.raises(PermissionDenied):
        fill_nil(by=user, report=report, version=1, at=NOW)


def test_before_the_period_ends_a_figure_is_an_estimate_and_later_it_is_actual(
    field: Field, report: Report
) -> None:
    cells = {field.sessions.pk: Cell(REPORTED, Decimal(10), to_date=Decimal(8))}
    save(field, report, cells)
    row = report.observations.get()
    assert row.basis == Basis.ESTIMATE
    assert row.to_date == 8
    save(field, report, cells, at=dt.datetime(2026, 7, 1, 9, tzinfo=TZ))
    assert report.observations.get().basis == Basis.ACTUAL


def test_what_was_done_so_far_is_kept_before_the_whole_is_estimated(
    field: Field, report: Report
) -> None:
    save(field, report, {field.sessions.pk: Cell(REPORTED, to_date=Decimal(8))})
    assert report.observations.get().to_date == 8
    with pytest.raises(DomainError, match="2 ô còn trống"):
        submit_report(by=field.cast.hoa, report=report, version=report.version, at=NOW)


def test_all_nil_fills_blank_counts_only(field: Field, report: Report) -> None:
    assert fill_nil(by=field.cast.hoa, report=report, version=report.version, at=NOW) == 1
    assert {(o.tracked_id, o.status) for o in report.observations.all()} == {
        (field.sessions.pk, NIL)
    }


def test_all_nil_leaves_what_is_typed(field: Field, report: Report) -> None:
    save(field, report, {field.sessions.pk: Cell(REPORTED, Decimal(7))})
    assert fill_nil(by=field.cast.hoa, report=report, version=report.version, at=NOW) == 0
    assert report.observations.get().value == 7


def test_submitting_names_the_blank_cells(field: Field, report: Report) -> None:
    save(field, report, {field.sessions.pk: Cell(NIL)})
    with pytest.raises(DomainError) as caught:
        submit_report(by=field.cast.hoa, report=report, version=report.version, at=NOW)
    assert caught.value.message == (
        "Chưa gửi được: 1 ô còn trống (chỉ số B2). Điền số hoặc chọn “Không phát sinh”."
    )
    assert caught.value.field == f"c{field.coverage.pk}-numerator"


def test_not_applicable_is_an_answer(field: Field, report: Report) -> None:
    save(field, report, {field.sessions.pk: Cell(NIL), field.coverage.pk: Cell(NA)})
    submit_report(by=field.cast.hoa, report=report, version=report.version, at=NOW)
    assert report.state == ReportState.SUBMITTED


def test_a_report_without_figures_must_say_something(field: Field) -> None:
    field.programme.tracked_indicators.filter(reporters="agencies").delete()
    task = Task.objects.create(programme=field.programme, text="Việc", standing=True)
    TaskAssignment.objects.create(task=task, agency=field.cast.police, role="lead", mode="giao")
    field.open()
    report = field.report(field.cast.police)
    with pytest.raises(DomainError, match="chưa có nội dung"):
        submit_report(by=field.cast.cuong, report=report, version=1, at=NOW)
    save_report(
        by=field.cast.cuong,
        report=report,
        cells={},
        narrative=Narrative(results="Đã làm."),
        version=1,
        at=NOW,
    )
    submit_report(by=field.cast.cuong, report=report, version=2, at=NOW)
    assert report.state == ReportState.SUBMITTED


def test_a_late_report_is_still_accepted_and_marked_by_its_dates(
    field: Field, report: Report
) -> None:
    save(field, report, {field.sessions.pk: Cell(NIL), field.coverage.pk: Cell(NA)})
    late = dt.datetime(2026, 6, 3, 0, 30, tzinfo=TZ)
    submit_report(by=field.cast.hoa, report=report, version=report.version, at=late)
    assert lateness_of(report, dt.date(2026, 7, 1)).sentence == "Nộp muộn 3 ngày"


def test_sending_keeps_a_version_and_locks_the_report(field: Field, report: Report) -> None:
    field.submit(report.agency, field.cast.hoa, sessions=5)
    report.refresh_from_db()
    version = report.versions.get()
    assert (version.number, version.state, version.by) == (1, "submitted", field.cast.hoa)
    assert version.content["cells"][0]["value"] == "5.0000"
    with pytest.raises(WrongStateError, match="đã gửi"):
        save(field, report, {})


def test_a_report_changed_since_it_was_read_is_not_sent(field: Field, report: Report) -> None:
    field.fill(report.agency, field.cast.hoa)
    with pytest.raises(StaleReportError):
        submit_report(by=field.cast.hoa, report=report, version=1, at=NOW)


def test_a_closed_round_is_read_only(field: Field, report: Report) -> None:
    field.fill(report.agency, field.cast.hoa)
    close_round(by=field.cast.lan, round=field.round, at=NOW, confirmed_missing=True)
    closed = field.report(report.agency)
    with pytest.raises(WrongStateError, match="đã khóa"):
        save(field, closed, {})
    with pytest.raises(WrongStateError, match="đã khóa"):
        submit_report(by=field.cast.hoa, report=closed, version=closed.version, at=NOW)


def test_a_round_closed_behind_the_writers_back_takes_nothing(field: Field, report: Report) -> None:
    assert report.round.state == "open"
    close_round(by=field.cast.lan, round=field.round, at=NOW, confirmed_missing=True)
    with pytest.raises(WrongStateError, match="đã khóa"):
        save(field, report, {field.sessions.pk: Cell(NIL)})
    assert not report.observations.exists()


def test_the_version_is_looked_at_in_the_row_itself(field: Field, draft: Report) -> None:
    # In a subquery PostgreSQL looks at it once, and lets two writers of one version through.
    with CaptureQueriesContext(connection) as seen:
        save_report(
            by=field.cast.hoa,
            report=draft,
            cells={},
            narrative=Narrative(situation="Ổn định."),
            version=draft.version,
            at=NOW,
        )
    moves = [q["sql"] for q in seen if q["sql"].startswith('UPDATE "reporting_report"')]
    assert len(moves) == 1
    assert "SELECT" not in moves[0]
