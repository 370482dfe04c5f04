"""From draft to issue: who takes which step, and what an issued report allows."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied
from tests.cast import make_user

from liennganh.accounts.models import User
from liennganh.accounts.roles import Role
from liennganh.audit.queries import history_of
from liennganh.documents.queries import content_of
from liennganh.documents.queries import visible_to as documents_visible_to
from liennganh.drafting.actions import (
    agree,
    draft_report,
    issue_report,
    redraft,
    return_draft,
    save_draft,
    send_for_signing,
    take_back,
)
from liennganh.drafting.header import header_from
from liennganh.drafting.models import DraftState, OfficialReport
from liennganh.drafting.queries import awaiting, docx_of, draft_of, paper_of
from liennganh.drafting.tests.factories import NOW, Office
from liennganh.errors import DomainError, WrongStateError
from liennganh.pure.officialdocs import check
from liennganh.reporting.actions import reopen_round

TODAY = NOW.date()
OTHERS = [
    "agency_officer",
    "commune_officer",
    "inspector",
    "tip_receiver",
    "social_worker",
    "auditor",
    "administrator",
    "outsider",
]


def test_a_report_goes_from_draft_over_the_leader_to_the_archive(office: Office) -> None:
    report = office.issued()
    assert report.state == DraftState.ISSUED
    document = report.document
    assert document is not None
    assert (document.direction, document.number, document.issued_on) == (
        "issued",
        "12/BC-SYT",
        TODAY,
    )
    assert document.issuer == "Sở Y tế tỉnh Hương Giang"
    assert document.type_name == "Báo cáo"
    content = content_of(document)
    draft = draft_of(office.round, at=NOW, report=report)
    assert check(content, paper_of(report, draft)) == ()
    assert documents_visible_to(office.cast.hoa).filter(pk=document.pk).exists()
    verbs = [event.verb for event in history_of(report)]
    assert verbs == ["issue", "approve", "submit", "draft"]


def test_figures_of_an_open_round_are_not_signed(office: Office) -> None:
    report = office.draft()
    with pytest.raises(DomainError, match="Kỳ chưa khóa"):
        send_for_signing(by=office.cast.lan, report=report, version=report.version, at=NOW)


def test_a_draft_made_before_closing_has_to_be_brought_up_to_date(office: Office) -> None:
    report = office.draft()
    office.close()
    report = OfficialReport.objects.get(pk=report.pk)
    with pytest.raises(DomainError, match="cập nhật dự thảo"):
        send_for_signing(by=office.cast.lan, report=report, version=report.version, at=NOW)
    report = redraft(by=office.cast.lan, report=report, at=NOW)
    sent = send_for_signing(by=office.cast.lan, report=report, version=report.version, at=NOW)
    assert sent.state == DraftState.REVIEW


def test_a_layout_against_the_decree_is_not_signed(office: Office) -> None:
    office.close()
    report = office.draft()
    header = {**report.header, "recipients": ["Như trên"]}
    report = save_draft(
        by=office.cast.lan,
        report=report,
        sections={},
        header=header_from(header),
        version=report.version,
        at=NOW,
    )
    with pytest.raises(DomainError, match="Lưu: VT"):
        send_for_signing(by=office.cast.lan, report=report, version=report.version, at=NOW)


def test_a_leader_returns_with_a_comment_and_never_without(office: Office) -> None:
    report = office.sent()
    give = {"by": office.cast.minh, "report": report, "version": report.version, "at": NOW}
    with pytest.raises(DomainError, match="ý kiến"):
        return_draft(comment="  ", **give)  # type: ignore[arg-type]
    report = return_draft(comment="Bổ sung nguyên nhân.", **give)  # type: ignore[arg-type]
    assert report.state == DraftState.DRAFT
    assert [one.comment for one in report.reviews.all()] == ["Bổ sung nguyên nhân."]


def test_an_agreement_is_to_one_text(office: Office) -> None:
    report = office.sent()
    seen = report.version
    report = take_back(by=office.cast.lan, report=report, at=NOW)
    report = save_draft(
        by=office.cast.lan,
        report=report,
        sections={"kinh_phi": "Khác."},
        header=header_from(report.header),
        version=report.version,
        at=NOW,
    )
    report = send_for_signing(by=office.cast.lan, report=report, version=report.version, at=NOW)
    with pytest.raises(WrongStateError):
        agree(by=office.cast.minh, report=report, version=seen, at=NOW)
    assert not report.reviews.exists()


def test_nothing_is_issued_without_the_leaders_word(office: Office) -> None:
    report = office.sent()
    with pytest.raises(WrongStateError):
        issue_report(by=office.cast.lan, report=report, number="1", issued_on=TODAY, at=NOW)
    report = take_back(by=office.cast.lan, report=report, at=NOW)
    with pytest.raises(WrongStateError):
        issue_report(by=office.cast.lan, report=report, number="1", issued_on=TODAY, at=NOW)


@pytest.mark.parametrize(
    ("number", "day", "field"),
    [
        ("", TODAY, "number"),
        ("12/BC-SYT", TODAY, "number"),
        ("12", TODAY + dt.timedelta(days=1), "issued_on"),
        ("12", TODAY - dt.timedelta(days=1), "issued_on"),
    ],
)
def test_a_number_or_day_that_cannot_be_right_is_refused(
    office: Office, number: str, day: dt.date, field: str
) -> None:
    report = office.agreed()
    with pytest.raises(DomainError) as refused:
        issue_report(by=office.cast.lan, report=report, number=number, issued_on=day, at=NOW)
    assert refused.value.field == field
    assert OfficialReport.objects.get(pk=report.pk).state == DraftState.AGREED


def test_an_issued_report_never_changes(office: Office) -> None:
    report = office.issued()
    content = docx_of(report, at=NOW)
    lan, minh = office.cast.lan, office.cast.minh
    header = header_from(report.header)
    attempts: list[Callable[[], object]] = [
        lambda: save_draft(
            by=lan,
            report=report,
            sections={"kinh_phi": "x"},
            header=header,
            version=report.version,
            at=NOW,
        ),
        lambda: redraft(by=lan, report=report, at=NOW),
        lambda: send_for_signing(by=lan, report=report, version=report.version, at=NOW),
        lambda: take_back(by=lan, report=report, at=NOW),
        lambda: agree(by=minh, report=report, version=report.version, at=NOW),
        lambda: issue_report(by=lan, report=report, number="13", issued_on=TODAY, at=NOW),
        lambda: draft_report(by=lan, round=office.round, at=NOW),
        lambda: reopen_round(by=minh, round=office.round, reason="Sửa.", at=NOW),
    ]
    for attempt in attempts:
        with pytest.raises(DomainError):
            attempt()
    kept = OfficialReport.objects.get(pk=report.pk)
    assert (kept.number, kept.sections, kept.version) == ("12", report.sections, report.version)
    assert docx_of(kept, at=NOW) == content


@pytest.mark.parametrize("who", [*OTHERS, "leader"])
def test_only_the_officer_sends_takes_back_and_issues(office: Office, who: str) -> None:
    user = office.cast.everybody[who]
    report = office.agreed()
    version = report.version
    attempts: list[Callable[[], object]] = [
        lambda: send_for_signing(by=user, report=report, version=version, at=NOW),
        lambda: take_back(by=user, report=report, at=NOW),
        lambda: issue_report(by=user, report=report, number="1", issued_on=TODAY, at=NOW),
    ]
    for attempt in attempts:
        with pytest.raises(PermissionDenied):
            attempt()


@pytest.mark.parametrize("who", [*OTHERS, "programme_officer"])
def test_only_a_leader_of_the_unit_agrees_or_returns(office: Office, who: str) -> None:
    user: User = office.cast.everybody[who]
    report = office.sent()
    with pytest.raises(PermissionDenied):
        agree(by=user, report=report, version=report.version, at=NOW)
    with pytest.raises(PermissionDenied):
        return_draft(by=user, report=report, comment="Sửa.", version=report.version, at=NOW)


def test_nothing_is_issued_without_the_name_of_who_signs(office: Office) -> None:
    report = office.agreed()
    give = {"by": office.cast.lan, "report": report, "number": "12", "issued_on": TODAY, "at": NOW}
    with pytest.raises(DomainError, match="họ và tên người ký") as refused:
        issue_report(signer="  ", **give)  # type: ignore[arg-type]
    assert refused.value.field == "signer"
    issued = issue_report(signer="Hà  Thu Giang", **give)  # type: ignore[arg-type]
    assert issued.header["signer"] == "Hà Thu Giang"
    draft = draft_of(office.round, at=NOW, report=issued)
    assert paper_of(issued, draft).signature.name == "Hà Thu Giang"
    assert issued.document is not None
    assert check(content_of(issued.document), paper_of(issued, draft)) == ()


def test_a_leader_of_the_lead_agency_agrees_to_its_report(office: Office) -> None:
    head = make_user("giam-doc", "Hà Thu Giang", office.cast.health, Role.LEADER)
    report = office.sent()
    assert list(awaiting(head)) == [report]
    assert list(awaiting(office.cast.minh)) == []
    with pytest.raises(PermissionDenied):
        agree(by=office.cast.minh, report=report, version=report.version, at=NOW)
    agreed = agree(by=head, report=report, version=report.version, at=NOW)
    assert agreed.state == DraftState.AGREED


def test_the_committees_leader_agrees_where_the_lead_agency_has_none(office: Office) -> None:
    other = make_user("pho-ca", "Lê Văn Phú", office.cast.police, Role.LEADER)
    report = office.sent()
    assert list(awaiting(office.cast.minh)) == [report]
    assert list(awaiting(other)) == []
    with pytest.raises(PermissionDenied):
        agree(by=other, report=report, version=report.version, at=NOW)
    assert agree(by=office.cast.minh, report=report, version=report.version, at=NOW)


@pytest.mark.parametrize("number", ["12", "012", " 00012 "])
def test_a_number_is_given_once_a_year_however_it_is_written(office: Office, number: str) -> None:
    issued = office.issued()
    elsewhere = office.round
    elsewhere.pk, elsewhere.period_key = None, "2026-H2"
    elsewhere.save(force_insert=True)
    other = OfficialReport.objects.get(pk=issued.pk)
    other.pk, other.round, other.document = None, elsewhere, None
    other.state, other.number, other.issued_on = DraftState.AGREED, "", None
    other.save(force_insert=True)
    with pytest.raises(DomainError, match="đã dùng"):
        issue_report(by=office.cast.lan, report=other, number=number, issued_on=TODAY, at=NOW)


@pytest.mark.parametrize("number", ["٣", "0", "000", "12 3"])
def test_a_number_is_plain_digits(office: Office, number: str) -> None:
    with pytest.raises(DomainError, match="Chỉ ghi số"):
        issue_report(
            by=office.cast.lan, report=office.agreed(), number=number, issued_on=TODAY, at=NOW
        )
