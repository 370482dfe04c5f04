import json
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import translation

from liennganh.accounts.models import User
from liennganh.agencies.models import Agency
from liennganh.errors import DomainError, WrongStateError
from liennganh.indicators.models import Indicator
from liennganh.reporting.actions import (
    approve_reports,
    close_round,
    reopen_report,
    reopen_round,
    save_report,
    submit_report,
)
from liennganh.reporting.actions.closing import digest
from liennganh.reporting.cells import Cell
from liennganh.reporting.frozen import FigureView, figures_in, snapshot_of, targets_in
from liennganh.reporting.models import Round, Snapshot, Status
from liennganh.reporting.queries import figure_of, figures, target_results
from liennganh.reporting.tests.factories import NOW, Field, aim


@pytest.fixture
def round_(field: Field) -> Round:
    """Return a round in which everybody was approved: 4 sessions, half covered, 12 cases."""
    aim(field.sessions, 10)
    aim(field.coverage, 70, unit="percent")
    field.open()
    for user in (field.cast.hoa, field.cast.binh, field.cast.son):
        field.approve(user.hat.agency, user)
    approve_cases(field, field.cast.police, field.cast.cuong, 12)
    return field.round


def approve_cases(field: Field, agency: Agency, by: User, number: int) -> None:
    report = field.report(agency)
    said = {field.cases.pk: Cell(Status.REPORTED, Decimal(number))}
    save_report(by=by, report=report, cells=said, narrative=None, version=report.version, at=NOW)
    submit_report(by=by, report=report, version=report.version, at=NOW)
    approve_reports(by=field.cast.lan, reports=[report], at=NOW)


def sessions(field: Field, round_: Round) -> FigureView:
    view = figure_of(field.programme, round_, field.sessions.pk)
    assert view is not None
    return view


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
def test_only_the_programme_officer_closes(field: Field, round_: Round, who: str) -> None:
    with pytest.raises(PermissionDenied):
        close_round(by=field.cast.everybody[who], round=round_, at=NOW)


def test_closing_freezes_figures_with_definitions_parts_and_targets(
    field: Field, round_: Round
) -> None:
    snapshot = close_round(by=field.cast.lan, round=round_, at=NOW)
    content = snapshot.content
    assert (round_.state, round_.closed_by, snapshot.version) == ("closed", field.cast.lan, 1)
    assert snapshot.sha256 == digest(content) == digest(json.loads(json.dumps(content)))
    first = content["figures"][0]
    assert first["definition"]["code"] == "B1"
    assert first["definition"]["rule"]["over_units"] == "sum"
    assert first["figure"]["value"] == "12"
    assert first["parts"][0]["approved_by"] == "Trần Thị Lan"
    assert {t["attainment"]["status"] for t in content["targets"]} == {"met", "behind"}
    assert all(t["attainment"]["sentence"] for t in content["targets"])
    assert content["missing"] == []
    assert {r["situation"] for r in content["reports"]} == {"Ổn định.", ""}
    assert content["tasks"]["checked"] == 0


def test_what_is_read_from_a_snapshot_equals_what_was_written(field: Field, round_: Round) -> None:
    live = figures(field.programme, round=round_)
    targets = target_results(field.programme, round=round_, today=NOW.date())
    snapshot = close_round(by=field.cast.lan, round=round_, at=NOW)
    snapshot.refresh_from_db()
    assert figures_in(snapshot.content) == live
    assert targets_in(snapshot.content) == targets


def test_closing_with_missing_reports_names_them_and_asks(field: Field) -> None:
    field.open()
    field.approve(field.cast.commune_agencies[0], field.cast.hoa)
    field.submit(field.cast.commune_agencies[1], field.cast.binh)
    with pytest.raises(DomainError, match="Còn 3 báo cáo chưa duyệt: Công an tỉnh, Ủy ban"):
        close_round(by=field.cast.lan, round=field.round, at=NOW)
    assert field.round.state == "open"
    snapshot = close_round(by=field.cast.lan, round=field.round, at=NOW, confirmed_missing=True)
    assert len(snapshot.content["missing"]) == 3
    # What was not approved is not quoted.
    texts = {r["agency"]: r["situation"] for r in snapshot.content["reports"]}
    assert texts[field.cast.commune_agencies[1].key] == ""


def test_a_later_definition_does_not_move_a_closed_figure(field: Field, round_: Round) -> None:
    close_round(by=field.cast.lan, round=round_, at=NOW)
    Indicator.objects.filter(pk=field.sessions.indicator_id).update(
        over_units="max", name="khác", unit="giờ"
    )
    type(field.sessions).objects.filter(pk=field.sessions.pk).update(label="Tên mới")
    field.programme.tracked_targets.update(value=1)
    view = sessions(field, Round.objects.get(pk=round_.pk))
    assert view.value == 12
    assert (view.unit, view.label) == ("buổi", "chỉ số B1")
    phrases = [
        r.phrase
        for r in target_results(
            field.programme, round=Round.objects.get(pk=round_.pk), today=NOW.date()
        )
    ]
    assert phrases == ["ít nhất 10 buổi", "ít nhất 70%"]


def test_the_record_is_in_vietnamese_whatever_the_page_is_shown_in(
    field: Field, round_: Round
) -> None:
    with translation.override("en"):
        snapshot = close_round(by=field.cast.lan, round=round_, at=NOW)
    sentences = [figure["sentence"] for figure in snapshot.content["figures"]]
    assert "Chưa có sổ theo dõi hồ sơ hỗ trợ nên chưa có số liệu." in sentences


def test_a_round_closes_once(field: Field, round_: Round) -> None:
    same = Round.objects.get(pk=round_.pk)
    close_round(by=field.cast.lan, round=round_, at=NOW)
    with pytest.raises(WrongStateError):
        close_round(by=field.cast.thao, round=same, at=NOW)
    assert Snapshot.objects.count() == 1


def test_a_leader_reopens_with_a_reason_and_the_old_snapshot_stays(
    field: Field, round_: Round
) -> None:
    first = close_round(by=field.cast.lan, round=round_, at=NOW)
    with pytest.raises(DomainError, match="lý do"):
        reopen_round(by=field.cast.minh, round=round_, reason=" ", at=NOW)
    reopen_round(by=field.cast.minh, round=round_, reason="Công an báo nhầm.", at=NOW)
    assert round_.state == "open"
    report = field.report(field.cast.commune_agencies[0])
    reopen_report(by=field.cast.lan, report=report, reason="Sửa", at=NOW)
    field.approve(report.agency, field.cast.hoa, sessions=10)
    assert sessions(field, field.round).value == 18
    second = close_round(by=field.cast.lan, round=field.round, at=NOW)
    assert (first.version, second.version) == (1, 2)
    assert snapshot_of(round_) == second
    assert sessions(field, field.round).value == 18
    first.refresh_from_db()
    assert figures_in(first.content)[0].value == 12


def test_reopening_an_open_round_is_refused(field: Field, round_: Round) -> None:
    with pytest.raises(WrongStateError, match="đang mở"):
        reopen_round(by=field.cast.minh, round=round_, reason="Sai", at=NOW)


@pytest.mark.parametrize(
    "who",
    [
        "programme_officer",
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
def test_only_a_leader_of_the_unit_reopens(field: Field, round_: Round, who: str) -> None:
    close_round(by=field.cast.lan, round=round_, at=NOW)
    with pytest.raises(PermissionDenied):
        reopen_round(by=field.cast.everybody[who], round=round_, reason="Sai", at=NOW)


def test_nothing_is_reopened_once_a_report_was_issued(field: Field, round_: Round) -> None:
    snapshot = close_round(by=field.cast.lan, round=round_, at=NOW)
    round_.official_reports.create(
        state="issued",
        created_at=NOW,
        document=field.programme.plan.document,
        snapshot=snapshot,
        number="12/BC-SYT",
        issued_on=NOW.date(),
    )
    with pytest.raises(DomainError, match="đã có báo cáo chính thức"):
        reopen_round(by=field.cast.minh, round=round_, reason="Sai", at=NOW)
