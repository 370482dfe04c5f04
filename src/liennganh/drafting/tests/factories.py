"""An office with a round to report on: three communes and the police have reported."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from tests.cast import Cast

from liennganh.agencies.models import Agency
from liennganh.drafting.actions import agree, draft_report, issue_report, send_for_signing
from liennganh.drafting.models import OfficialReport
from liennganh.programmes.models import ReportingDuty, Task, TaskAssignment
from liennganh.reporting.actions import (
    approve_report,
    close_round,
    reopen_report,
    save_report,
    submit_report,
)
from liennganh.reporting.cells import Cell, Narrative
from liennganh.reporting.models import ReportState, Round, Status
from liennganh.reporting.tests.factories import Field, aim, at, make_field

NOW = at(dt.date(2026, 7, 2))


@dataclass
class Office:
    """The programme of reporting's tests, with targets, tasks and narratives."""

    field: Field

    @property
    def cast(self) -> Cast:
        return self.field.cast

    @property
    def round(self) -> Round:
        return Round.objects.select_related("programme__lead_agency__unit", "duty").get(
            programme=self.field.programme, period_key="2026-H1"
        )

    def report(
        self,
        agency: Agency,
        *,
        above: int = 1,
        below: int = 2,
        sessions: int = 4,
        narrative: Narrative | None = None,
    ) -> None:
        """Report and approve the figures of a commune, again where it has reported before."""
        report = self.field.report(agency)
        if report.state == ReportState.APPROVED:
            reopen_report(by=self.cast.lan, report=report, reason="Sửa số liệu.", at=NOW)
        cells = {
            self.field.sessions.pk: Cell(Status.REPORTED, Decimal(sessions)),
            self.field.coverage.pk: Cell(
                Status.REPORTED, numerator=Decimal(above), denominator=Decimal(below)
            ),
        }
        self._send(agency, cells, narrative or Narrative(situation="Tình hình ổn định."))

    def report_cases(self, number: int) -> None:
        cells = {self.field.cases.pk: Cell(Status.REPORTED, Decimal(number))}
        self._send(
            self.cast.police,
            cells,
            Narrative(
                situation="Xuất hiện phương thức môi giới qua mạng xã hội.",
                obstacles="Địa bàn rộng, lực lượng mỏng.",
                proposals="Đề nghị bổ sung kinh phí truyền thông.",
            ),
        )

    def _send(self, agency: Agency, cells: dict[int, Cell], narrative: Narrative) -> None:
        reporters = (self.cast.hoa, self.cast.binh, self.cast.son, self.cast.cuong)
        user = next(one for one in reporters if one.hat.agency_id == agency.pk)
        report = self.field.report(agency)
        moment = at(dt.date(2026, 5, 25))
        report = save_report(
            by=user,
            report=report,
            cells=cells,
            narrative=narrative,
            version=report.version,
            at=moment,
        )
        report = submit_report(by=user, report=report, version=report.version, at=moment)
        approve_report(by=self.cast.lan, report=report, at=moment)

    def close(self) -> Round:
        close_round(by=self.cast.lan, round=self.round, at=NOW, confirmed_missing=True)
        return self.round

    def draft(self) -> OfficialReport:
        return draft_report(by=self.cast.lan, round=self.round, at=NOW)

    def sent(self) -> OfficialReport:
        self.close()
        report = self.draft()
        return send_for_signing(by=self.cast.lan, report=report, version=report.version, at=NOW)

    def agreed(self) -> OfficialReport:
        report = self.sent()
        return agree(by=self.cast.minh, report=report, version=report.version, at=NOW)

    def issued(self) -> OfficialReport:
        return issue_report(
            by=self.cast.lan,
            report=self.agreed(),
            number="12",
            issued_on=NOW.date(),
            at=NOW,
            signer="Hà Thu Giang",
        )


def make_office(cast: Cast) -> Office:
    """Make a programme whose six-months round is open; two of three communes have reported."""
    field = make_field(cast)
    ReportingDuty.objects.filter(programme=field.programme).update(
        recipients="Ủy ban nhân dân tỉnh (qua Sở Y tế)"
    )
    aim(field.sessions, 10)
    aim(field.coverage, 70, unit="percent")
    task = Task.objects.create(
        programme=field.programme,
        text="Tổ chức tuyên truyền tại các khu công nghiệp",
        due_on=dt.date(2026, 6, 15),
    )
    TaskAssignment.objects.create(task=task, agency=cast.police, role="lead", mode="giao")
    field.open()
    office = Office(field)
    office.report(cast.commune_agencies[0], above=1, below=1)
    office.report(cast.commune_agencies[1], above=0, below=1)
    office.report_cases(12)
    return office
