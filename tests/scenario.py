"""A world in the middle of its work: what the tests that cross apps look at.

A plan is read, confirmed and adopted; the first quarter is closed and its report drafted; in the
second one commune is approved, one has sent, one has only begun. Another plan is under review.
"""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from liennganh.accounts.models import User
from liennganh.agencies.models import Agency
from liennganh.demo import officer
from liennganh.documents.actions import store_document
from liennganh.documents.models import Direction, Document
from liennganh.drafting.actions import draft_report
from liennganh.drafting.models import OfficialReport
from liennganh.indicators.actions import load_catalogue
from liennganh.plans.actions import start_intake
from liennganh.plans.models import Intake, IntakeItem, ItemKind, Plan
from liennganh.programmes.actions import report_progress, submit_proof
from liennganh.programmes.models import (
    ExpectedResult,
    Programme,
    Task,
    TaskAssignment,
    TrackedIndicator,
)
from liennganh.reporting.actions import (
    approve_report,
    close_round,
    open_due_rounds,
    save_report,
    submit_report,
)
from liennganh.reporting.cells import Cell, Narrative
from liennganh.reporting.expected import asked_in
from liennganh.reporting.models import Report, Round, Status
from tests.cast import Cast
from tests.sample_plan import TEXT

# The plan with a target that has no figure.
PLAN = TEXT.replace(
    "b) Nhiệm vụ\n",
    "- Thông tin về phòng, chống mại dâm được đăng tải trên Trang thông tin điện tử của tỉnh.\n\n"
    "b) Nhiệm vụ\n",
)


@dataclass(frozen=True)
class Scenario:
    """The cast and what it works on."""

    cast: Cast
    intake: Intake  # under review
    item: IntakeItem  # a task of it
    plan: Plan
    programme: Programme
    tracked: TrackedIndicator  # a share that the communes report
    task: Task  # given to the police
    assignment: TaskAssignment  # the police's, reported and waiting for a check
    evidence: Document  # the police's
    result: ExpectedResult  # a target without a figure of Sở Y tế, its proof waiting
    proof: Document  # of that, handed in by Thảo
    closed: Round
    round: Round  # open
    approved: Report  # of the first commune, in the open round
    sent: Report  # of the second
    begun: Report  # of the third
    draft: OfficialReport


def at(month: int, day: int, hour: int = 9) -> dt.datetime:
    """Return a moment of 2026, in UTC."""
    return dt.datetime(2026, month, day, hour, tzinfo=dt.UTC)


def answer(report: Report, *, part: int = 1, whole: int = 1) -> dict[int, Cell]:
    """Answer every figure that a report is asked for."""
    return {
        one.pk: Cell(status=Status.REPORTED, numerator=Decimal(part), denominator=Decimal(whole))
        if one.indicator.is_share
        else Cell(status=Status.REPORTED, value=Decimal(part))
        for one in asked_in(report.round.programme).of(report.agency_id)
    }


def send(report: Report, by: User, when: dt.datetime, *, part: int = 1, whole: int = 1) -> None:
    """Fill in a report and send it."""
    save_report(
        by=by,
        report=report,
        cells=answer(report, part=part, whole=whole),
        narrative=Narrative(results=f"Kết quả của {report.agency}."),
        version=report.version,
        at=when,
    )
    submit_report(by=by, report=report, version=report.version, at=when)


def report_in(round_: Round, agency: Agency) -> Report:
    """Return an agency's report in a round."""
    rows = round_.reports.select_related("agency", "round__programme__lead_agency")
    return rows.get(agency=agency)


def make_scenario(cast: Cast) -> Scenario:
    """Make what the cast works on, through the actions of the apps and never past them."""
    load_catalogue()
    plan = officer.confirm_plan(
        by=cast.lan,
        agency=cast.health,
        filename="ke-hoach.txt",
        content=PLAN.encode(),
        at=at(1, 20),
    )
    programme = officer.adopt(
        by=cast.lan,
        plan=plan,
        unit=cast.province,
        lead=cast.health,
        duties=officer.duties_for(plan),
        at=at(1, 21),
    )
    open_due_rounds(on=dt.date(2026, 6, 1), at=at(6, 1), programme=programme)
    closed = programme.rounds.get(period_key="2026-Q1")
    _close(cast, closed)
    round_ = programme.rounds.get(period_key="2026-Q2")
    first, second, third = (report_in(round_, agency) for agency in cast.commune_agencies)
    send(first, cast.hoa, at(6, 5))
    approve_report(by=cast.lan, report=first, at=at(6, 6))
    send(second, cast.binh, at(6, 7))
    save_report(
        by=cast.son,
        report=third,
        cells={},
        narrative=Narrative(situation="Đang tổng hợp."),
        version=third.version,
        at=at(6, 8),
    )
    intake = start_intake(
        by=cast.lan,
        agency=cast.health,
        filename="ke-hoach-2.txt",
        content=TEXT.replace("12/KH-UBND", "13/KH-UBND").encode(),
        at=at(6, 9),
    )
    assignment = TaskAssignment.objects.select_related("task__programme", "agency").get(
        task__programme=programme, agency=cast.police, role="lead"
    )
    evidence = store_document(
        by=cast.cuong,
        agency=cast.police,
        direction=Direction.EVIDENCE,
        filename="minh-chung.txt",
        content=b"noi dung",
        at=at(6, 9),
    )
    report_progress(
        by=cast.cuong,
        assignment=assignment,
        progress=100,
        note="Đã hoàn thành.",
        at=at(6, 9),
        version=assignment.version,
        evidence=[evidence],
    )
    assignment.refresh_from_db()
    result, proof = _shown(cast, programme)
    return Scenario(
        cast=cast,
        intake=intake,
        item=intake.items.filter(kind=ItemKind.TASK)[0],
        plan=plan,
        programme=programme,
        tracked=programme.tracked_indicators.filter(reporters="units")[0],
        task=assignment.task,
        assignment=assignment,
        evidence=evidence,
        result=result,
        proof=proof,
        closed=Round.objects.get(pk=closed.pk),
        round=round_,
        approved=first,
        sent=second,
        begun=third,
        draft=draft_report(by=cast.lan, round=Round.objects.get(pk=closed.pk), at=at(6, 9)),
    )


def _close(cast: Cast, closed: Round) -> None:
    for agency, by in zip(cast.commune_agencies, (cast.hoa, cast.binh, cast.son), strict=True):
        report = report_in(closed, agency)
        send(report, by, at(3, 8))
        approve_report(by=cast.lan, report=report, at=at(3, 9))
    close_round(by=cast.lan, round=closed, at=at(3, 12), confirmed_missing=True)


def _shown(cast: Cast, programme: Programme) -> tuple[ExpectedResult, Document]:
    """Hand in the proof of the target without a figure."""
    result = programme.expected_results.get()
    proof = store_document(
        by=cast.thao,
        agency=cast.health,
        direction=Direction.EVIDENCE,
        filename="bai-da-dang.txt",
        content=b"bai da dang",
        at=at(6, 9),
    )
    submit_proof(
        by=cast.thao,
        result=result,
        at=at(6, 9),
        version=result.version,
        link="https://example.invalid/bai-viet",
        evidence=[proof],
    )
    return result, proof
