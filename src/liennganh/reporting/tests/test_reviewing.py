import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied

from liennganh.accounts.roles import Role
from liennganh.agencies.models import Membership
from liennganh.audit.models import Event
from liennganh.errors import DomainError, WrongStateError
from liennganh.programmes.models import ReportingUnit
from liennganh.reporting.actions import (
    approve_report,
    approve_reports,
    close_round,
    reopen_report,
    return_report,
    submit_report,
)
from liennganh.reporting.models import Report, ReportState
from liennganh.reporting.tests.factories import NOW, Field, make_indicator, track

NOT_REVIEWERS = [
    "leader",
    "agency_officer",
    "commune_officer",
    "inspector",
    "tip_receiver",
    "social_worker",
    "auditor",
    "administrator",
    "outsider",
]


@pytest.fixture
def report(field: Field) -> Report:
    field.open()
    return field.submit(field.cast.commune_agencies[0], field.cast.hoa)


@pytest.mark.parametrize("who", NOT_REVIEWERS)
def test_only_programme_officers_of_the_lead_agency_review(
    field: Field, report: Report, who: str
) -> None:
    user = field.cast.everybody[who]
    with pytest.raises(PermissionDenied):
        return_report(by=user, report=report, comment="Sai", at=NOW)
    with pytest.raises(PermissionDenied):
        approve_report(by=user, report=report, at=NOW)
    with pytest.raises(PermissionDenied):
        reopen_report(by=user, report=report, reason="Sai", at=NOW)


def test_a_return_says_why_and_of_which_figure(field: Field, report: Report) -> None:
    with pytest.raises(DomainError, match="cần sửa gì"):
        return_report(by=field.cast.lan, report=report, comment="  ", at=NOW)
    return_report(
        by=field.cast.lan,
        report=report,
        comment="Xem lại mẫu số.",
        cells={field.coverage.pk: "Xã có mấy thôn?", field.sessions.pk: " "},
        at=NOW,
    )
    assert report.state == ReportState.RETURNED
    review = report.reviews.get()
    assert (review.comment, review.cells) == (
        "Xem lại mẫu số.",
        {str(field.coverage.pk): "Xã có mấy thôn?"},
    )


def test_a_comment_on_a_figure_alone_is_enough_to_return(field: Field, report: Report) -> None:
    remarks = {field.coverage.pk: "Mẫu số?"}
    return_report(by=field.cast.lan, report=report, comment=" ", cells=remarks, at=NOW)
    assert report.reviews.get().comment == "Xem ý kiến tại từng chỉ tiêu."


def test_a_comment_on_a_figure_of_others_is_refused(field: Field, report: Report) -> None:
    with pytest.raises(DomainError, match="không thuộc báo cáo"):
        return_report(
            by=field.cast.lan, report=report, comment="Sai", cells={field.cases.pk: "?"}, at=NOW
        )


def test_a_returned_report_is_corrected_and_sent_again_with_its_first_time(
    field: Field, report: Report
) -> None:
    return_report(by=field.cast.lan, report=report, comment="Sai", at=NOW)
    again = field.fill(report.agency, field.cast.hoa, sessions=6)
    later = NOW + dt.timedelta(days=20)
    submit_report(by=field.cast.hoa, report=again, version=again.version, at=later)
    assert again.submitted_at == NOW
    assert [v.number for v in again.versions.all()] == [2, 1]
    assert again.reviews.count() == 1


def test_approval_keeps_who_and_when_and_a_version(field: Field, report: Report) -> None:
    approve_report(by=field.cast.lan, report=report, at=NOW)
    assert (report.state, report.approved_by, report.approved_at) == (
        ReportState.APPROVED,
        field.cast.lan,
        NOW,
    )
    assert [v.state for v in report.versions.all()] == ["approved", "submitted"]


def test_nobody_approves_what_she_submitted(field: Field) -> None:
    ReportingUnit.objects.create(
        programme=field.programme, unit=field.cast.province, agency=field.cast.health
    )
    field.open()
    own = field.submit(field.cast.health, field.cast.lan)
    with pytest.raises(DomainError, match="không tự duyệt"):
        approve_report(by=field.cast.lan, report=own, at=NOW)
    approve_report(by=field.cast.thao, report=own, at=NOW)
    assert own.state == ReportState.APPROVED


def test_two_hats_do_not_make_two_people(field: Field) -> None:
    hoa = field.cast.hoa
    Membership.objects.create(
        user=hoa,
        agency=field.cast.health,
        role=Role.PROGRAMME_OFFICER,
        valid_from=dt.date(2026, 1, 1),
    )
    field.open()
    report = field.submit(field.cast.commune_agencies[0], hoa)
    hoa.hat = Membership.objects.get(user=hoa, agency=field.cast.health)
    with pytest.raises(DomainError, match="không tự duyệt"):
        approve_report(by=hoa, report=report, at=NOW)


def test_only_a_submitted_report_is_judged(field: Field) -> None:
    field.open()
    draft = field.fill(field.cast.commune_agencies[0], field.cast.hoa)
    with pytest.raises(WrongStateError):
        return_report(by=field.cast.lan, report=draft, comment="Sai", at=NOW)
    with pytest.raises(WrongStateError):
        approve_report(by=field.cast.lan, report=draft, at=NOW)
    assert not draft.reviews.exists()


def test_two_reviewers_at_once_judge_once(field: Field, report: Report) -> None:
    same = field.report(report.agency)
    approve_report(by=field.cast.lan, report=report, at=NOW)
    with pytest.raises(WrongStateError):
        return_report(by=field.cast.thao, report=same, comment="Sai", at=NOW)
    same.refresh_from_db()
    assert same.state == ReportState.APPROVED


def test_a_report_that_lacks_a_figure_asked_for_since_is_not_approved(
    field: Field, report: Report
) -> None:
    track(field.programme, make_indicator("B9"))
    with pytest.raises(DomainError, match="còn 1 ô trống"):
        approve_report(by=field.cast.lan, report=report, at=NOW)


def test_several_are_approved_together_or_not_at_all(field: Field, report: Report) -> None:
    other = field.fill(field.cast.commune_agencies[1], field.cast.binh)
    with pytest.raises(WrongStateError, match="xã Bãi Sậy"):
        approve_reports(by=field.cast.lan, reports=[report, other], at=NOW)
    report.refresh_from_db()
    assert report.state == ReportState.SUBMITTED
    submit_report(by=field.cast.binh, report=other, version=other.version, at=NOW)
    approve_reports(by=field.cast.lan, reports=[field.report(report.agency), other], at=NOW)
    assert Report.objects.filter(state="approved").count() == 2
    with pytest.raises(DomainError, match="Chưa chọn"):
        approve_reports(by=field.cast.lan, reports=[], at=NOW)


def test_an_approved_report_is_reopened_with_a_reason(field: Field, report: Report) -> None:
    approve_report(by=field.cast.lan, report=report, at=NOW)
    with pytest.raises(DomainError, match="lý do"):
        reopen_report(by=field.cast.lan, report=report, reason="", at=NOW)
    reopen_report(by=field.cast.lan, report=report, reason="Xã báo nhầm.", at=NOW)
    assert (report.state, report.approved_by) == (ReportState.RETURNED, None)
    assert report.reviews.first().comment == "Xã báo nhầm."  # type: ignore[union-attr]
    assert report.versions.count() == 3


def test_in_a_closed_round_nothing_is_reopened(field: Field, report: Report) -> None:
    approve_report(by=field.cast.lan, report=report, at=NOW)
    close_round(by=field.cast.lan, round=field.round, at=NOW, confirmed_missing=True)
    with pytest.raises(WrongStateError, match="đã khóa"):
        reopen_report(by=field.cast.lan, report=field.report(report.agency), reason="Sai", at=NOW)


def test_every_step_is_in_the_log(field: Field, report: Report) -> None:
    return_report(by=field.cast.lan, report=report, comment="Sai", at=NOW)
    field.approve(report.agency, field.cast.hoa)
    reopen_report(by=field.cast.thao, report=field.report(report.agency), reason="Sai", at=NOW)
    verbs = Event.objects.filter(object_type="reporting.report").order_by("seq")
    assert list(verbs.values_list("verb", flat=True)) == [
        "save",
        "submit",
        "return",
        "save",
        "submit",
        "approve",
        "reopen",
    ]
