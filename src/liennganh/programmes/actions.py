"""Putting a plan to work."""

import datetime as dt
from collections.abc import Sequence

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from liennganh.accounts.models import User
from liennganh.agencies.actions import ensure_commune_committees
from liennganh.agencies.models import Agency, Mode
from liennganh.audit.actions import record
from liennganh.audit.verbs import Verb
from liennganh.errors import DomainError
from liennganh.indicators.actions import create_indicator
from liennganh.indicators.models import Indicator
from liennganh.plans.models import Plan, PrintedTask
from liennganh.programmes import proposals
from liennganh.programmes.models import (
    Programme,
    Reporters,
    ReportingDuty,
    ReportingUnit,
    Task,
    TaskAssignment,
    TrackedIndicator,
    TrackedTarget,
)
from liennganh.programmes.printed_days import last_day_named
from liennganh.programmes.proposals import Binding, DutySpec, NewIndicator
from liennganh.programmes.rules import leads, may_adopt
from liennganh.pure.periods import DueRule, PeriodKind, WindowRule, due_to_dict
from liennganh.pure.vietnamese import fold
from liennganh.territory.models import Unit

COMMUNES = "communes"


@transaction.atomic
def adopt_plan(
    *,
    by: User,
    plan: Plan,
    unit: Unit,
    lead_agency: Agency,
    at: dt.datetime,
    reporting_units: Sequence[Unit] | None = None,
    bindings: Sequence[Binding] | None = None,
    extra_indicators: Sequence[Indicator] = (),
    duties: Sequence[DutySpec] | None = None,
) -> Programme:
    """Adopt a confirmed plan as a programme of a unit; what is not given is taken as proposed.

    Raises:
        PermissionDenied: the user is no programme officer of the agency that read the plan in.
        DomainError: the plan is already adopted here, or nothing in it can be followed.
        NotCoveredError: the units of the plan's day are unknown and none were given.

    """
    if not may_adopt(by, plan):
        raise PermissionDenied
    if plan.programmes.filter(unit=unit).exists():
        raise DomainError(_("Kế hoạch này đã được triển khai cho địa bàn đã chọn."))
    units = (
        tuple(reporting_units)
        if reporting_units is not None
        else proposals.propose_units(unit, proposals.day_of(plan)).units
    )
    starts_on, ends_on = proposals.days_of(plan)
    programme = Programme.objects.create(
        key=_free_key(plan, unit),
        plan=plan,
        unit=unit,
        lead_agency=lead_agency,
        title=plan.title,
        starts_on=starts_on,
        ends_on=ends_on,
        adopted_by=by,
        adopted_at=at,
    )
    _add_units(programme, units, by=by, at=at)
    _add_tasks(programme)
    if bindings is None:
        bindings = proposals.propose_bindings(
            plan, agencies_at_work(programme), with_units=bool(units), lead=lead_agency
        )
    _add_targets(programme, bindings, by=by, at=at)
    _add_extra(programme, extra_indicators, with_units=bool(units))
    for spec in proposals.propose_duties(plan) if duties is None else duties:
        _add_duty(programme, spec)
    record(
        by=by,
        verb=Verb.ADOPT,
        obj=programme,
        at=at,
        after={
            "plan": plan.key,
            "unit": unit.key,
            "lead_agency": lead_agency.key,
            "units": len(units),
            "targets": len(bindings),
            "tasks": programme.tasks.count(),
        },
    )
    return programme


def agencies_at_work(programme: Programme) -> list[Agency]:
    """Return the agencies that hold tasks in the programme, the communes' committees left out."""
    return list(
        Agency.objects.filter(assignments__task__programme=programme)
        .exclude(pk__in=programme.reporting_units.values("agency"))
        .distinct()
    )


def _free_key(plan: Plan, unit: Unit) -> str:
    name = slugify(fold(unit.latest_name.split(" ", 1)[-1]))
    base = f"{name}-{plan.key}"[:72] if name not in plan.key else plan.key[:72]
    key, number = base, 1
    while Programme.objects.filter(key=key).exists():
        number += 1
        key = f"{base}-{number}"
    return key


def _add_units(programme: Programme, units: Sequence[Unit], *, by: User, at: dt.datetime) -> None:
    committees = ensure_commune_committees(by=by, units=units, at=at)
    by_unit = {agency.unit_id: agency for agency in committees}
    ReportingUnit.objects.bulk_create(
        ReportingUnit(programme=programme, unit=unit, agency=by_unit[unit.pk]) for unit in units
    )


def _add_tasks(programme: Programme) -> None:
    """Make a task of each printed one, and an assignment for each agency it names.

    An agency that leads and supports the same task leads it; "the communes" are every reporting
    unit's committee.
    """
    committees = [row.agency for row in programme.reporting_units.select_related("agency")]
    printed_tasks = list(programme.plan.tasks.prefetch_related("owners__agency"))
    tasks = Task.objects.bulk_create(
        Task(
            programme=programme,
            printed=printed,
            text=printed.text,
            section=" › ".join(printed.section)[:300],
            due_on=(due := last_day_named(printed.deadline)),
            standing=due is None,
            common=printed.common,
            order=order,
        )
        for order, printed in enumerate(printed_tasks)
    )
    rows: list[TaskAssignment] = []
    for task, printed in zip(tasks, printed_tasks, strict=True):
        held: dict[int, TaskAssignment] = {}
        for owner in sorted(printed.owners.all(), key=lambda owner: owner.role != "lead"):
            if owner.whole_class == COMMUNES:
                named = committees
            else:
                named = [owner.agency] if owner.agency is not None else []
            for agency in named:
                held.setdefault(
                    agency.pk,
                    TaskAssignment(
                        task=task, agency=agency, role=owner.role, mode=_mode(printed, agency)
                    ),
                )
        rows.extend(held.values())
    TaskAssignment.objects.bulk_create(rows, batch_size=500)


def _mode(printed: PrintedTask, agency: Agency) -> str:
    """Ask whom one may not order, and whom the plan itself asks."""
    asked = Mode.REQUESTED in (printed.mode, agency.mode)
    return Mode.REQUESTED if asked else Mode.ORDERED


def _indicator(spec: Indicator | NewIndicator, *, by: User, at: dt.datetime) -> Indicator:
    if isinstance(spec, Indicator):
        return spec
    return create_indicator(
        by=by,
        at=at,
        name=spec.name,
        unit=spec.unit,
        measure=spec.measure,
        flow=spec.flow,
        over_units=spec.over_units,
        over_time=spec.over_time,
        numerator=spec.numerator,
        denominator=spec.denominator,
        group="R",
    )


def _add_targets(
    programme: Programme, bindings: Sequence[Binding], *, by: User, at: dt.datetime
) -> None:
    """Track each binding; those that follow one figure (a yearly path) share its indicator."""
    made: list[tuple[Binding, TrackedIndicator]] = []
    for order, binding in enumerate(bindings):
        tracked = next(
            (row for other, row in made if proposals.same_indicator(binding, other)), None
        )
        if tracked is None:
            tracked = TrackedIndicator.objects.create(
                programme=programme,
                indicator=_indicator(binding.indicator, by=by, at=at),
                label=_free_label(binding, made),
                numerator=binding.numerator,
                denominator=binding.denominator,
                reporters=binding.reporters,
                order=order,
            )
            tracked.agencies.set(binding.agencies)
            made.append((binding, tracked))
        if binding.printed is None or binding.meaning is None:
            continue
        TrackedTarget.objects.create(
            programme=programme,
            printed=binding.printed,
            tracked=tracked,
            meaning=binding.meaning.value,
            comparator=binding.printed.comparator,
            value=binding.printed.value,
            upper=binding.printed.upper,
            unit=binding.printed.unit,
            deadline=binding.deadline or programme.ends_on,
            baseline=binding.baseline,
            order=order,
        )


def _free_label(binding: Binding, made: Sequence[tuple[Binding, TrackedIndicator]]) -> str:
    used = {row.label for _other, row in made}
    label, number = binding.label[:390], 1
    while label in used:
        number += 1
        label = f"{binding.label[:390]} ({number})"
    return label


def _add_extra(programme: Programme, indicators: Sequence[Indicator], *, with_units: bool) -> None:
    """Follow indicators that no target names: a plan without figures still wants reports."""
    start = programme.tracked_indicators.count()
    for order, indicator in enumerate(indicators, start=start):
        if programme.tracked_indicators.filter(indicator=indicator).exists():
            continue
        tracked = TrackedIndicator.objects.create(
            programme=programme,
            indicator=indicator,
            label=indicator.name,
            numerator=indicator.numerator,
            denominator=indicator.denominator,
            reporters=_extra_reporters(indicator, with_units=with_units),
            order=order,
        )
        if tracked.reporters == Reporters.AGENCIES:
            tracked.agencies.set([programme.lead_agency])


def _extra_reporters(indicator: Indicator, *, with_units: bool) -> Reporters:
    if indicator.source == "register":
        return Reporters.REGISTER
    return Reporters.UNITS if with_units else Reporters.AGENCIES


def _add_duty(programme: Programme, spec: DutySpec) -> ReportingDuty:
    return ReportingDuty.objects.create(
        programme=programme,
        printed=spec.printed,
        kind=spec.kind.value,
        window=spec.window.to_dict(),
        due=due_to_dict(spec.due),
        recipients=spec.recipients,
    )


@transaction.atomic
def set_duty(
    *,
    by: User,
    programme: Programme,
    kind: PeriodKind,
    window: WindowRule,
    due: DueRule,
    recipients: str,
    at: dt.datetime,
) -> ReportingDuty:
    """Set the calendar of one kind of report; rounds already open keep their days.

    Raises:
        PermissionDenied: the user does not run the programme.
        DomainError: the due rule does not fit the kind.

    """
    if not leads(by, programme):
        raise PermissionDenied
    if problem := due.problem_with(kind):
        raise DomainError(problem, field="due")
    before = ReportingDuty.objects.filter(programme=programme, kind=kind.value).first()
    old = {"window": before.window, "due": before.due} if before else None
    duty, _created = ReportingDuty.objects.update_or_create(
        programme=programme,
        kind=kind.value,
        defaults={
            "window": window.to_dict(),
            "due": due_to_dict(due),
            "recipients": recipients.strip()[:300],
            "active": True,
        },
    )
    record(
        by=by,
        verb=Verb.UPDATE,
        obj=duty,
        at=at,
        before=old,
        after={"window": duty.window, "due": duty.due},
    )
    return duty
