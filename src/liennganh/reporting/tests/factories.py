"""A programme to report in: a plan, three communes, the police, and what is asked of them."""

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from tests.cast import Cast

from liennganh.accounts.models import User
from liennganh.agencies.models import Agency
from liennganh.documents.models import Document, StoredFile
from liennganh.indicators.models import Indicator
from liennganh.plans.models import Intake, Plan
from liennganh.programmes.models import (
    Programme,
    Reporters,
    ReportingDuty,
    ReportingUnit,
    TrackedIndicator,
    TrackedTarget,
)
from liennganh.reporting.actions import (
    approve_report,
    open_due_rounds,
    save_report,
    submit_report,
)
from liennganh.reporting.cells import Cell, Narrative
from liennganh.reporting.models import Report, Round, Status

TZ = dt.timezone(dt.timedelta(hours=7))
#: Within the first six months' round of 2026, before its day (31 May).
NOW = dt.datetime(2026, 5, 25, 9, 0, tzinfo=TZ)
SIX_MONTHS_DUE = {"kind": "year_days", "days": [[5, 31]], "before": False}
ANNUAL_DUE = {"kind": "year_days", "days": [[11, 30]], "before": False}


def at(day: dt.date, hour: int = 9) -> dt.datetime:
    """Return a moment of a day in Viet Nam."""
    return dt.datetime(day.year, day.month, day.day, hour, tzinfo=TZ)


def make_plan(agency: Agency, key: str = "kh-thu") -> Plan:
    file = StoredFile.objects.create(sha256=key, path=key, size=1, content_type="text/plain")
    document = Document.objects.create(
        direction="incoming", file=file, filename="kh.txt", agency=agency, added_at=NOW
    )
    intake = Intake.objects.create(
        document=document, agency=agency, state="confirmed", created_at=NOW
    )
    return Plan.objects.create(
        key=key,
        document=document,
        intake=intake,
        agency=agency,
        type_name="Kế hoạch",
        title="Kế hoạch thử",
        period_from=2026,
        period_to=2026,
        text="…",
        confirmed_at=NOW,
    )


def make_indicator(code: str, **changes: Any) -> Indicator:
    """Make an indicator; a count of events in a period unless told otherwise."""
    values: dict[str, Any] = {
        "name": f"chỉ số {code}",
        "unit": "buổi",
        "measure": "events",
        "flow": "flow",
        "over_units": "sum",
        "over_time": "sum",
        "group": "communication",
        "source": "typed",
    }
    return Indicator.objects.create(code=code, **values | changes)


def share(code: str, **changes: Any) -> Indicator:
    """Make a share of what stands at a moment."""
    return make_indicator(
        code,
        **{
            "unit": "%",
            "measure": "share",
            "flow": "stock",
            "over_units": "ratio_of_sums",
            "over_time": "latest",
            "numerator": "xã có hình thức tuyên truyền",
            "denominator": "tổng số xã",
        }
        | changes,
    )


def make_duty(programme: Programme, kind: str, due: dict[str, Any], **window: Any) -> ReportingDuty:
    return ReportingDuty.objects.create(programme=programme, kind=kind, due=due, window=window)


@dataclass
class Field:
    """A programme with its indicators, ready to report in."""

    cast: Cast
    programme: Programme
    sessions: TrackedIndicator  # a count of events, from every commune
    coverage: TrackedIndicator  # a share, from every commune
    cases: TrackedIndicator  # a count of events, from the police
    helped: TrackedIndicator  # protected, from the register of support
    extra: list[TrackedIndicator] = field(default_factory=list)

    @property
    def round(self) -> Round:
        return Round.objects.get(programme=self.programme, period_key="2026-H1")

    def open(self, on: dt.date = dt.date(2026, 5, 25)) -> Round:
        open_due_rounds(on=on, at=at(on), programme=self.programme)
        return self.round

    def report(self, agency: Agency, round_: Round | None = None) -> Report:
        return Report.objects.select_related("round__programme", "round__duty", "agency").get(
            round=round_ or self.round, agency=agency
        )

    def fill(
        self, agency: Agency, by: User, *, round_: Round | None = None, **numbers: int
    ) -> Report:
        """Save a whole report of a commune: sessions, numerator and denominator of coverage."""
        report = self.report(agency, round_)
        cells = {
            self.sessions.pk: Cell(Status.REPORTED, Decimal(numbers.get("sessions", 4))),
            self.coverage.pk: Cell(
                Status.REPORTED,
                numerator=Decimal(numbers.get("above", 1)),
                denominator=Decimal(numbers.get("below", 2)),
            ),
        }
        return save_report(
            by=by,
            report=report,
            cells=cells,
            narrative=Narrative(situation="Ổn định."),
            version=report.version,
            at=NOW,
        )

    def submit(
        self, agency: Agency, by: User, *, round_: Round | None = None, **numbers: int
    ) -> Report:
        report = self.fill(agency, by, round_=round_, **numbers)
        return submit_report(by=by, report=report, version=report.version, at=NOW)

    def approve(
        self, agency: Agency, by: User, *, round_: Round | None = None, **numbers: int
    ) -> Report:
        report = self.submit(agency, by, round_=round_, **numbers)
        return approve_report(by=self.cast.lan, report=report, at=NOW)


def make_programme(cast: Cast, **changes: Any) -> Programme:
    values: dict[str, Any] = {
        "key": "ct-thu",
        "unit": cast.province,
        "lead_agency": cast.health,
        "title": "Chương trình thử",
        "starts_on": dt.date(2026, 1, 1),
        "ends_on": dt.date(2026, 12, 31),
        "adopted_at": dt.datetime(2026, 1, 5, 9, 0, tzinfo=TZ),
    }
    values |= changes
    return Programme.objects.create(plan=make_plan(cast.health, values["key"]), **values)


def track(
    programme: Programme, indicator: Indicator, reporters: str = Reporters.UNITS, *agencies: Agency
) -> TrackedIndicator:
    tracked = TrackedIndicator.objects.create(
        programme=programme,
        indicator=indicator,
        label=indicator.name,
        reporters=reporters,
        order=programme.tracked_indicators.count(),
    )
    tracked.agencies.set(agencies)
    return tracked


def aim(tracked: TrackedIndicator, value: int, **changes: Any) -> TrackedTarget:
    values: dict[str, Any] = {
        "meaning": "at_least",
        "comparator": ">=",
        "unit": "count",
        "deadline": tracked.programme.ends_on,
    }
    return TrackedTarget.objects.create(
        programme=tracked.programme, tracked=tracked, value=Decimal(value), **values | changes
    )


def make_field(cast: Cast, **changes: Any) -> Field:
    """Make the programme of the tests: communes and police report by 31/5 and 30/11."""
    programme = make_programme(cast, **changes)
    for unit, agency in zip(cast.communes, cast.commune_agencies, strict=True):
        ReportingUnit.objects.create(programme=programme, unit=unit, agency=agency)
    make_duty(programme, "six_month", SIX_MONTHS_DUE)
    make_duty(programme, "annual", ANNUAL_DUE)
    helped = make_indicator(
        "F1",
        unit="người",
        measure="persons",
        over_units="register",
        over_time="register",
        source="register",
        register="casework",
        protected=True,
    )
    return Field(
        cast,
        programme,
        sessions=track(programme, make_indicator("B1")),
        coverage=track(programme, share("B2")),
        cases=track(programme, make_indicator("E1", unit="vụ"), Reporters.AGENCIES, cast.police),
        helped=track(programme, helped, Reporters.REGISTER),
    )
