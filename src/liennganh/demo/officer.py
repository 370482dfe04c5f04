"""What the officer of the demonstration decides where a real one would think: intake and adoption.

Nothing here reaches around the actions that people use: the same checks hold, the same log is
written.
"""

import datetime as dt
from collections import Counter
from collections.abc import Sequence

from liennganh.accounts.models import User
from liennganh.agencies.actions import create_agency
from liennganh.agencies.kinds import KINDS
from liennganh.agencies.matching import match, match_many
from liennganh.agencies.models import Agency
from liennganh.errors import DomainError
from liennganh.indicators.models import Flow, Indicator, Measure, OverTime, OverUnits
from liennganh.indicators.queries import suggest
from liennganh.plans.actions import (
    accept_all,
    confirm_intake,
    confirm_suggested_owners,
    create_owner,
    edit_header,
    mark_common,
    match_owner,
    reject_item,
    start_intake,
)
from liennganh.plans.models import (
    Intake,
    IntakeOwner,
    IntakeState,
    ItemState,
    Plan,
)
from liennganh.plans.partial_dates import first_day
from liennganh.programmes.actions import adopt_plan
from liennganh.programmes.models import Programme, Reporters
from liennganh.programmes.own_indicators import NewIndicator
from liennganh.programmes.proposals import (
    Binding,
    DutySpec,
    day_of,
    propose_bindings,
    propose_duties,
)
from liennganh.pure.periods import CALENDAR, DueRule, MonthDay, PeriodKind
from liennganh.pure.planreader import Reading
from liennganh.pure.vietnamese import format_date
from liennganh.territory.actions import supply_list
from liennganh.territory.models import Level, Unit
from liennganh.territory.queries import (
    NotCoveredError,
    communes_of,
    covered_from,
    full_names,
    units_on,
)

MOST_EXTRA = 6
_DAY = dt.timedelta(days=1)


def lead_agency_of(reading: Reading, unit: Unit, on: dt.date, at: dt.datetime) -> Agency:
    """Return the agency that leads most of the plan's tasks, made where it is unknown.

    Police and committees lead much in every plan but keep no programme; a plan whose tasks name
    nobody is led by the unit's own committee.
    """
    named = Counter(name for task in reading.tasks for name in task.lead)
    matches = match_many(list(named), unit=unit, on=on)
    passed_over = {"ubnd", "cong_an"}
    for name, _count in named.most_common():
        found = matches[name]
        kind = found.agency.kind if found.agency else found.kind
        if found.whole_class or kind in passed_over or (found.unit or unit).pk != unit.pk:
            continue
        return found.agency or create_agency(
            by=None, unit=unit, kind=kind or "other", name=found.suggested_name or name, at=at
        )
    return committee_of(unit, on, at)


def committee_of(unit: Unit, on: dt.date, at: dt.datetime) -> Agency:
    """Return the People's Committee of the unit, made where it is unknown."""
    name = f"Ủy ban nhân dân {_lowered(unit.name_on(on))}"
    found = match(name, unit=unit, on=on)
    return found.agency or create_agency(by=None, unit=unit, kind="ubnd", name=name, at=at)


def _lowered(name: str) -> str:
    return name[:1].lower() + name[1:]


def confirm_plan(
    *, by: User, agency: Agency, filename: str, content: bytes, at: dt.datetime
) -> Plan:
    """Read a file in, accept what was read, settle every name, and confirm the plan.

    Raises:
        DomainError: the file cannot be read as a plan; the message says why and what to do.

    """
    intake = start_intake(by=by, agency=agency, filename=filename, content=content, at=at)
    if intake.state == IntakeState.FAILED:
        raise DomainError(intake.failure)
    header = dict(intake.header)
    if not header.get("period"):
        year = int(str(header.get("date") or at.year)[:4])
        header["period"] = [year, year]
    if not header.get("title"):
        header["title"] = filename.rsplit(".", 1)[0]
    edit_header(by=by, intake=intake, at=at, fields=header)
    accept_all(by=by, intake=intake, at=at)
    for item in intake.items.filter(state=ItemState.PROPOSED):
        reject_item(by=by, item=item, at=at)
    _settle_names(by, intake, at)
    mark_common(by=by, intake=intake, at=at)
    intake.refresh_from_db()
    return confirm_intake(by=by, intake=intake, at=at)


def _settle_names(by: User, intake: Intake, at: dt.datetime) -> None:
    """Confirm what is suggested, make the agencies that are not known, leave the rest as printed."""
    confirm_suggested_owners(by=by, intake=intake, at=at)
    waiting = IntakeOwner.objects.filter(item__intake=intake, confirmed=False)
    names = list(dict.fromkeys(waiting.values_list("printed", flat=True)))
    unit = intake.agency.unit
    on = first_day(str(intake.header.get("date") or "")) or at.date()
    for printed in names:
        # One at a time: an agency made for one name may be what the next name means.
        found = match(printed, unit=unit, on=on)
        agency = found.agency or next(iter(found.candidates), None)
        elsewhere = found.unit is not None and found.unit.pk != unit.pk
        if agency is not None or found.whole_class or elsewhere:
            match_owner(
                by=by,
                intake=intake,
                printed=printed,
                at=at,
                agency=agency,
                whole_class="" if agency else found.whole_class,
            )
            continue
        create_owner(
            by=by,
            intake=intake,
            printed=printed,
            name=found.suggested_name or printed,
            kind=found.kind if found.kind in KINDS else "other",
            at=at,
        )


def units_for(plan: Plan, unit: Unit, *, by: User, at: dt.datetime) -> Sequence[Unit]:
    """Return the communes that report, on the plan's day.

    For a day that the table does not cover, the officer of the demonstration enters the earliest
    list that the table knows, and says so in the note that is kept with it.
    """
    if unit.level == Level.COMMUNE:
        return ()
    day = day_of(plan)
    try:
        return communes_of(unit, day)
    except NotCoveredError:
        first = covered_from(Level.COMMUNE)
        later = units_on(first, level=Level.COMMUNE, under=unit)
        given = supply_list(
            by=by,
            parent=unit,
            names=_lines(later, first),
            valid_from=min(day, dt.date(plan.period_from, 1, 1)),
            valid_to=first,
            note=f"Trình diễn: chép từ danh sách ngày {format_date(first)}, chưa đối chiếu.",
            at=at,
        )
        return list(given.units.order_by("pk"))


def _lines(units: Sequence[Unit], day: dt.date) -> list[str]:
    """Return the communes as an officer would type them, with the district where names repeat."""
    named = Counter(one.name_on(day) for one in units)
    return [
        full_name.rsplit(", ", 1)[0] if named[one.name_on(day)] > 1 else one.name_on(day)
        for one, full_name in zip(units, full_names(units, day).values(), strict=True)
    ]


def adopt(
    *,
    by: User,
    plan: Plan,
    unit: Unit,
    lead: Agency,
    duties: Sequence[DutySpec],
    at: dt.datetime,
) -> Programme:
    """Adopt a plan as the system proposes."""
    units = units_for(plan, unit, by=by, at=at)
    owners = Agency.objects.filter(printedtaskowner__task__plan=plan).distinct()
    bindings = propose_bindings(plan, list(owners), with_units=bool(units), lead=lead)
    extra = () if bindings else _extra(plan)
    if not bindings and not extra:
        bindings = [_work_done(lead, with_units=bool(units))]
    return adopt_plan(
        by=by,
        plan=plan,
        unit=unit,
        lead_agency=lead,
        at=at,
        reporting_units=units,
        bindings=bindings,
        extra_indicators=extra,
        duties=duties,
    )


def duties_for(plan: Plan) -> list[DutySpec]:
    """Return the plan's calendar; where it prints none, quarters due before day 10 of the month."""
    duties = propose_duties(plan)
    if any(duty.kind != PeriodKind.FINAL for duty in duties):
        return duties
    return [*duties, DutySpec(PeriodKind.QUARTERLY, CALENDAR, DueRule(MonthDay(10), before=True))]


def _extra(plan: Plan) -> tuple[Indicator, ...]:
    """Return the indicators that the plan's tasks speak of, for a plan without figures."""
    found: dict[int, tuple[float, Indicator]] = {}
    for task in plan.tasks.all():
        for one in suggest(task.text, "count", "=")[:2]:
            best = found.get(one.indicator.pk)
            if one.indicator.source == "typed" and (best is None or best[0] < one.score):
                found[one.indicator.pk] = (one.score, one.indicator)
    ranked = sorted(found.values(), key=lambda pair: (-pair[0], pair[1].code))
    return tuple(indicator for _score, indicator in ranked[:MOST_EXTRA])


def _work_done(lead: Agency, *, with_units: bool) -> Binding:
    """Return a figure that makes sense for any plan: the share of its tasks that are done."""
    return Binding(
        printed=None,
        indicator=NewIndicator(
            name="Nhiệm vụ của Kế hoạch đã hoàn thành",
            unit="%",
            measure=Measure.SHARE,
            flow=Flow.STOCK,
            over_units=OverUnits.RATIO_OF_SUMS,
            over_time=OverTime.LATEST,
            numerator="Số nhiệm vụ đã hoàn thành",
            denominator="Số nhiệm vụ được giao",
        ),
        label="Nhiệm vụ của Kế hoạch đã hoàn thành",
        numerator="Số nhiệm vụ đã hoàn thành",
        denominator="Số nhiệm vụ được giao",
        reporters=Reporters.UNITS if with_units else Reporters.AGENCIES,
        agencies=() if with_units else (lead,),
        target=None,
        deadline=None,
        reason="Kế hoạch không có chỉ tiêu bằng số.",
    )
