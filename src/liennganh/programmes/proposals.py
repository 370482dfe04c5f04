"""What the system proposes when a plan is adopted; an officer decides on each."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from django.utils.translation import gettext as _

from liennganh.agencies.models import Agency
from liennganh.indicators.models import Indicator, Measure, Source
from liennganh.indicators.queries import suggest
from liennganh.plans.issuers import units_of_issuer
from liennganh.plans.models import Plan, PrintedQualitative, PrintedReportDuty, PrintedTarget
from liennganh.plans.partial_dates import first_day, last_day
from liennganh.plans.queries import qualitative_of
from liennganh.programmes import targets
from liennganh.programmes.models import Reporters
from liennganh.programmes.own_indicators import NewIndicator, name_of, new_indicator_for
from liennganh.pure.periods import (
    CALENDAR,
    DueRule,
    DueRuleError,
    NoDate,
    PeriodKind,
    WindowRule,
    parse_due,
)
from liennganh.pure.rollup import Target
from liennganh.pure.vietnamese import fold
from liennganh.territory.models import Level, Unit
from liennganh.territory.queries import communes_of

# Which kinds of agency usually hold the figures of an indicator group (domain.md §6.4); the
# communes hold all others.
_USUAL_HOLDERS: dict[str, tuple[str, ...]] = {
    "E1": ("cong_an",),
    "E2": ("cong_an", "vien_kiem_sat", "toa_an"),
    "E3": ("cong_an",),
}
_LONGEST_LABEL = 300
# A count that each commune gives its part of: "mỗi xã có ít nhất 01 điểm", "8/8 phường, xã".
_SAID_OF_UNITS = re.compile(r"\b(?:moi|cac|so|tung|\d)\s+(?:xa|phuong|thi tran|dia phuong)\b")


@dataclass(frozen=True)
class Binding:
    """How one printed target (or, without one, a wanted figure) is to be followed.

    ``target`` is None where nothing has to be reached. ``baseline`` is in the target's unit.
    ``reason`` and ``candidates`` say why this indicator was proposed, and which others fit.
    ``horizon`` is over what time it counts, "" where nobody has said; ``answers`` are the office's
    to what the plan does not print.
    """

    printed: PrintedTarget | None
    indicator: Indicator | NewIndicator
    label: str
    numerator: str
    denominator: str
    reporters: Reporters
    agencies: tuple[Agency, ...]
    target: Target | None
    deadline: dt.date | None
    reason: str
    baseline: Decimal | None = None
    candidates: tuple[Indicator, ...] = field(default=())
    horizon: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class ResultSpec:
    """A target without a figure as it will be followed: who shows what, with which proof, by when."""

    printed: PrintedQualitative
    lead: Agency
    proof: str
    deadline: dt.date


@dataclass(frozen=True)
class DutySpec:
    """A reporting duty as it will be kept: kind, window, due rule, who reports through whom to whom."""

    kind: PeriodKind
    window: WindowRule
    due: DueRule
    printed: PrintedReportDuty | None = None
    recipients: str = ""
    reporters: str = ""
    through: str = ""


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
    return first_day(plan.issued_on) or days_of(plan)[0]


def propose_unit(plan: Plan) -> list[Unit]:
    """Return the units that the plan's issuer may mean on the plan's day, best first.

    The unit of the agency that read the plan in where the issuer names none.
    """
    return units_of_issuer(plan.issuer, day_of(plan)) or [plan.agency.unit]


def propose_units(unit: Unit, day: dt.date) -> UnitsProposal:
    """Return the communes of the unit on that day; a commune has none below it.

    Raises:
        NotCoveredError: the table does not cover the day and nobody has supplied the list.
        UnitAbsentError: the unit does not exist on that day.

    """
    if unit.level == Level.COMMUNE:
        return UnitsProposal((), day)
    return UnitsProposal(tuple(communes_of(unit, day)), day)


def deadline_of(printed: PrintedTarget | PrintedQualitative, plan: Plan) -> dt.date:
    """Return the last day in time for a target: its printed year or date, or the plan's end."""
    return last_day(printed.deadline) or days_of(plan)[1]


def agencies_named(plan: Plan) -> list[Agency]:
    """Return the agencies that the plan's tasks name one by one, in the order of their names."""
    return list(
        Agency.objects.filter(printedtaskowner__task__plan=plan).select_related("unit").distinct()
    )


def propose_bindings(
    plan: Plan, agencies: Sequence[Agency], *, with_units: bool, lead: Agency
) -> list[Binding]:
    """Propose for each printed target the indicator, who reports it, and what it means.

    ``agencies`` are those that hold work in the plan; ``with_units`` says whether communes report.
    """
    return [
        propose_binding(printed, plan, agencies, with_units=with_units, lead=lead)
        for printed in plan.targets.all()
    ]


def propose_binding(
    printed: PrintedTarget,
    plan: Plan,
    agencies: Sequence[Agency],
    *,
    with_units: bool,
    lead: Agency,
) -> Binding:
    """Propose how one printed target is to be followed."""
    data = targets.understood(printed)
    # A change in points is one of a share; a change in per cent is one of a number.
    in_points = printed.unit == "percent" and targets.is_absolute(data)
    comparator = "=" if in_points else printed.comparator
    found = suggest(printed.what or printed.text, printed.unit, comparator)
    label = label_of(printed)
    indicator: Indicator | NewIndicator = (
        found[0].indicator if found else new_indicator_for(printed, label)
    )
    reporters, holders = propose_holders(indicator, agencies, with_units=with_units, lead=lead)
    return Binding(
        printed=printed,
        indicator=indicator,
        label=label,
        numerator=indicator.numerator,
        denominator=indicator.denominator,
        reporters=reporters,
        agencies=holders,
        target=targets.proposed_target(printed, indicator.unit),
        deadline=deadline_of(printed, plan),
        reason=found[0].reason
        if found
        else _("Danh mục chưa có chỉ số phù hợp; tạo chỉ số riêng từ câu trong kế hoạch."),
        candidates=tuple(one.indicator for one in found),
        horizon=targets.horizon_of(data),
        answers=dict(printed.asked_answer),
    )


def label_of(printed: PrintedTarget) -> str:
    """Return a name for the figure: the thing counted, or else the printed clause, cut at a word."""
    if named := name_of(printed):
        return named
    text = (printed.what or " ".join(printed.text.split())).strip(" .;-–+•")
    if len(text) > _LONGEST_LABEL:
        text = text[:_LONGEST_LABEL].rsplit(" ", 1)[0] + "…"
    return text[:1].upper() + text[1:]


def propose_holders(
    indicator: Indicator | NewIndicator,
    agencies: Sequence[Agency],
    *,
    with_units: bool,
    lead: Agency,
) -> tuple[Reporters, tuple[Agency, ...]]:
    """Say who gives the figure: its register, the agencies that usually hold it, or the units."""
    if isinstance(indicator, Indicator):
        if indicator.source == Source.REGISTER:
            return Reporters.REGISTER, ()
        for prefix, kinds in _USUAL_HOLDERS.items():
            holding = tuple(agency for agency in agencies if agency.kind in kinds)
            if indicator.code.startswith(prefix) and holding:
                return Reporters.AGENCIES, holding
    elif indicator.measure != Measure.SHARE and not _SAID_OF_UNITS.search(fold(indicator.name)):
        # "02 mô hình", "mỗi năm một lớp": the whole plan's, not every commune's.
        return Reporters.AGENCIES, (lead,)
    if with_units:
        return Reporters.UNITS, ()
    return Reporters.AGENCIES, (lead,)


def propose_duties(plan: Plan) -> list[DutySpec]:
    """Return the printed reporting duties as due rules; one of a kind, the first with a day.

    "Periodically" without a cycle (ad hoc) yields no calendar: the officer names one.
    """
    duties: dict[PeriodKind, DutySpec] = {}
    # A plan may print several of a kind, by different bodies; one without a day sets no calendar.
    for printed in sorted(plan.report_duties.all(), key=lambda duty: not duty.due):
        kind = PeriodKind(printed.kind)
        if kind == PeriodKind.AD_HOC or kind in duties:
            continue
        try:
            due = parse_due(printed.due or None, before=printed.before)
        except DueRuleError:
            due = DueRule(NoDate(), printed.before)
        if due.problem_with(kind):
            due = DueRule(NoDate(), printed.before)
        duties[kind] = DutySpec(
            kind,
            CALENDAR,
            due,
            printed,
            recipients=_names(printed.recipients),
            reporters=_names(printed.reporters),
            through=_names(printed.through),
        )
    return list(duties.values())


def _names(printed: Sequence[str]) -> str:
    """Return names as one line that its column can hold, cut between two of them."""
    line = ", ".join(printed)
    return (
        line if len(line) <= _LONGEST_LABEL else line[: _LONGEST_LABEL - 1].rsplit(",", 1)[0] + "…"
    )


def propose_results(plan: Plan, lead: Agency) -> list[ResultSpec]:
    """Propose for each target without a figure its proof (printed, or chosen at intake) and its day.

    Who leads the programme leads it too, until the officer names another.
    """
    return [
        ResultSpec(
            printed,
            lead,
            printed.proof or str(printed.asked_answer.get("proof", "")),
            deadline_of(printed, plan),
        )
        for printed in qualitative_of(plan)
    ]


def same_indicator(one: Binding, other: Binding) -> bool:
    """Tell whether two bindings follow one and the same figure (a yearly path, a repeated target)."""
    same_name = fold(one.label) == fold(other.label) or (
        one.printed is not None
        and other.printed is not None
        and bool(counted := _what_is_counted(one.printed))
        and counted == _what_is_counted(other.printed)
    )
    return same_name and one.indicator == other.indicator


def _what_is_counted(printed: PrintedTarget) -> str:
    """Return what a target counts, of what and of whom, folded; "" where nobody has said."""
    words = targets.meaning_words(targets.understood(printed))
    if not words.get("numerator"):
        return ""
    return "|".join(
        fold(part)
        for part in (
            words["numerator"],
            words.get("denominator", ""),
            words.get("group", ""),
            printed.unit,
        )
    )
