"""What the system proposes when a plan is adopted; an officer decides on each."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from django.utils.translation import gettext as _

from liennganh.agencies.models import Agency
from liennganh.indicators.models import (
    Flow,
    Indicator,
    Measure,
    OverTime,
    OverUnits,
    Source,
)
from liennganh.indicators.queries import suggest
from liennganh.plans.models import Plan, PrintedReportDuty, PrintedTarget
from liennganh.programmes.models import Reporters
from liennganh.programmes.printed_days import first_day_named, last_day_named
from liennganh.pure.periods import (
    CALENDAR,
    DueRule,
    DueRuleError,
    NoDate,
    PeriodKind,
    WindowRule,
    parse_due,
)
from liennganh.pure.rollup import Meaning, meaning_of
from liennganh.pure.vietnamese import fold
from liennganh.territory.models import Unit
from liennganh.territory.queries import communes_of

# Which kinds of agency usually hold the figures of an indicator group (domain.md §6.4); the
# communes hold all others.
_USUAL_HOLDERS: dict[str, tuple[str, ...]] = {
    "E1": ("cong_an",),
    "E2": ("cong_an", "vien_kiem_sat", "toa_an"),
    "E3": ("cong_an",),
}


_LONGEST_LABEL = 300


@dataclass(frozen=True)
class NewIndicator:
    """An indicator to be made for a target that the catalogue does not know."""

    name: str
    unit: str
    measure: Measure
    flow: Flow
    over_units: OverUnits
    over_time: OverTime
    numerator: str = ""
    denominator: str = ""


@dataclass(frozen=True)
class Binding:
    """How one printed target (or, without one, a wanted figure) is to be followed."""

    printed: PrintedTarget | None
    indicator: Indicator | NewIndicator
    label: str
    numerator: str
    denominator: str
    reporters: Reporters
    agencies: tuple[Agency, ...]
    meaning: Meaning | None
    deadline: dt.date | None
    reason: str
    baseline: Decimal | None = None
    candidates: tuple[Indicator, ...] = field(default=())


@dataclass(frozen=True)
class DutySpec:
    """A reporting duty as it will be kept: kind, window, due rule."""

    kind: PeriodKind
    window: WindowRule
    due: DueRule
    printed: PrintedReportDuty | None = None
    recipients: str = ""


@dataclass(frozen=True)
class UnitsProposal:
    """The units expected to report, for the day that their list is taken from."""

    units: tuple[Unit, ...]
    day: dt.date


def days_of(plan: Plan) -> tuple[dt.date, dt.date]:
    """Return the first and the last day (inclusive) that the plan covers."""
    return dt.date(plan.period_from, 1, 1), dt.date(plan.period_to, 12, 31)


def day_of(plan: Plan) -> dt.date:
    """Return the day whose territory and agencies the plan speaks of: its own date.

    A plan that prints only a month or a year counts from the first day of it; one without any date
    from the start of its period.
    """
    return first_day_named(plan.issued_on) or days_of(plan)[0]


def propose_units(unit: Unit, day: dt.date) -> UnitsProposal:
    """Return the communes of the unit on that day; a commune has none below it.

    Raises:
        NotCoveredError: the table does not cover the day and nobody has supplied the list.

    """
    if unit.level == "commune":
        return UnitsProposal((), day)
    return UnitsProposal(tuple(communes_of(unit, day)), day)


def deadline_of(printed: PrintedTarget, plan: Plan) -> dt.date:
    """Return the last day in time for a target: its printed year or date, or the plan's end."""
    return last_day_named(printed.deadline) or days_of(plan)[1]


def new_indicator_for(printed: PrintedTarget) -> NewIndicator:
    """Describe an indicator for a target that the catalogue does not know."""
    name = _label(printed)
    if printed.unit == "percent" and printed.comparator not in {"+", "-"}:
        return NewIndicator(
            name=name,
            unit="%",
            measure=Measure.SHARE,
            flow=Flow.STOCK,
            over_units=OverUnits.RATIO_OF_SUMS,
            over_time=OverTime.LATEST,
            numerator=_("Số đã đạt"),
            denominator=_("Tổng số thuộc diện"),
        )
    if printed.unit == "currency":
        measure, unit = Measure.MONEY, _("đồng")
    else:
        measure, unit = Measure.EVENTS, _("số lượng")
    return NewIndicator(
        name=name,
        unit=unit,
        measure=measure,
        flow=Flow.FLOW,
        over_units=OverUnits.SUM,
        over_time=OverTime.SUM,
    )


def propose_bindings(
    plan: Plan, agencies: Sequence[Agency], *, with_units: bool, lead: Agency
) -> list[Binding]:
    """Propose for each printed target the indicator, who reports it, and what it means.

    ``agencies`` are those that hold work in the plan; ``with_units`` says whether communes report.
    """
    proposals = []
    for printed in plan.targets.all():
        found = suggest(printed.what or printed.text, printed.unit, printed.comparator)
        indicator: Indicator | NewIndicator = (
            found[0].indicator if found else new_indicator_for(printed)
        )
        reason = (
            found[0].reason
            if found
            else _("Danh mục chưa có chỉ số phù hợp; tạo chỉ số riêng từ câu trong kế hoạch.")
        )
        reporters, holders = _holders(indicator, agencies, with_units=with_units, lead=lead)
        proposals.append(
            Binding(
                printed=printed,
                indicator=indicator,
                label=_label(printed),
                numerator=indicator.numerator,
                denominator=indicator.denominator,
                reporters=reporters,
                agencies=holders,
                meaning=meaning_of(
                    printed.comparator,
                    printed.unit,
                    printed.value,
                    printed.upper,
                    per_year=printed.per_year,
                    text=printed.text,
                ),
                deadline=deadline_of(printed, plan),
                reason=reason,
                candidates=tuple(one.indicator for one in found),
            )
        )
    return proposals


def _label(printed: PrintedTarget) -> str:
    text = (printed.what or printed.text).strip(" .;-–+•")
    if len(text) > _LONGEST_LABEL:
        text = text[:_LONGEST_LABEL].rsplit(" ", 1)[0] + "…"
    return text[:1].upper() + text[1:]


def _holders(
    indicator: Indicator | NewIndicator,
    agencies: Sequence[Agency],
    *,
    with_units: bool,
    lead: Agency,
) -> tuple[Reporters, tuple[Agency, ...]]:
    """Say who gives the figure: its register, the agencies that usually hold it, or the units."""
    code = getattr(indicator, "code", "")
    if getattr(indicator, "source", Source.TYPED) == Source.REGISTER:
        return Reporters.REGISTER, ()
    for prefix, kinds in _USUAL_HOLDERS.items():
        if code.startswith(prefix):
            holding = tuple(agency for agency in agencies if agency.kind in kinds)
            if holding:
                return Reporters.AGENCIES, holding
    if with_units:
        return Reporters.UNITS, ()
    return Reporters.AGENCIES, (lead,)


def propose_duties(plan: Plan) -> list[DutySpec]:
    """Return the printed reporting duties as due rules; one of a kind.

    "Periodically" without a cycle (ad hoc) yields no calendar: the officer names one.
    """
    duties: dict[PeriodKind, DutySpec] = {}
    for printed in plan.report_duties.all():
        kind = PeriodKind(printed.kind)
        if kind == PeriodKind.AD_HOC or kind in duties:
            continue
        try:
            due = parse_due(printed.due or None, before=printed.before)
        except DueRuleError:
            due = DueRule(NoDate(), printed.before)
        if due.problem_with(kind):
            due = DueRule(NoDate(), printed.before)
        duties[kind] = DutySpec(kind, CALENDAR, due, printed)
    return list(duties.values())


def same_indicator(one: Binding, other: Binding) -> bool:
    """Tell whether two bindings follow one and the same figure (a yearly path, a repeated target)."""
    if fold(one.label) != fold(other.label):
        return False
    return one.indicator == other.indicator
