"""Putting a plan to work."""

import datetime as dt
from collections.abc import Sequence

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from liennganh.accounts.models import User
from liennganh.agencies.actions import ensure_commune_committees
from liennganh.agencies.models import Agency
from liennganh.agencies.rules import may_add_agency
from liennganh.audit.actions import record
from liennganh.audit.verbs import Verb
from liennganh.errors import DomainError
from liennganh.indicators.models import Indicator
from liennganh.plans.models import Plan, PrintedTask
from liennganh.plans.partial_dates import last_day
from liennganh.programmes import proposals
from liennganh.programmes.assigning import members_of_classes, shares_of
from liennganh.programmes.models import Programme, ReportingUnit, Task, TaskAssignment
from liennganh.programmes.occurrences import REGULAR, is_yearly
from liennganh.programmes.proposals import Binding, DutySpec, ResultSpec
from liennganh.programmes.rules import may_adopt, may_adopt_for, may_be_led_by
from liennganh.pure.vietnamese import fold
from liennganh.territory.models import Unit

from .duties import add_duties
from .results import add_results
from .tracking import add_extra, add_targets

_LONGEST_KEY = 72  # leaves room for a number behind
_LONGEST_SECTION = 300


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
    results: Sequence[ResultSpec] | None = None,
) -> Programme:
    """Adopt a confirmed plan as a programme of a unit; what is not given is taken as proposed.

    Raises:
        PermissionDenied: the user is no programme officer of the agency that read the plan in.
        DomainError: the unit or the lead agency is another province's, the plan is already adopted
            for the unit, nothing in it can be followed, or a binding or duty contradicts itself.
        NotCoveredError: the units of the plan's day are unknown and none were given.

    """
    if not may_adopt(by, plan):
        raise PermissionDenied
    _check_place(by, plan, unit, lead_agency)
    units = (
        tuple(reporting_units)
        if reporting_units is not None
        else proposals.propose_units(unit, proposals.day_of(plan)).units
    )
    _check_units(unit, units)
    if bindings is None:
        bindings = proposals.propose_bindings(
            plan, proposals.agencies_named(plan), with_units=bool(units), lead=lead_agency
        )
    if results is None:
        results = proposals.propose_results(plan, lead_agency)
    if not (bindings or extra_indicators or results or plan.tasks.exists()):
        raise DomainError(
            _(
                "Kế hoạch không có nhiệm vụ và chưa có chỉ số nào để theo dõi. Hãy chọn ít nhất một "
                "chỉ số trong danh mục."
            ),
            field="extra",
        )
    programme = _create(by, plan, unit, lead_agency, at)
    _add_units(programme, units, by=by, at=at)
    _add_tasks(programme, on=timezone.localdate(at))
    add_targets(programme, bindings, by=by, at=at)
    add_extra(programme, extra_indicators, with_units=bool(units))
    add_results(programme, results, by=by)
    add_duties(programme, proposals.propose_duties(plan) if duties is None else duties)
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
            "targets": programme.tracked_targets.count(),
            "indicators": programme.tracked_indicators.count(),
            "tasks": programme.tasks.count(),
            "results": len(results),
        },
    )
    return programme


def _check_place(by: User, plan: Plan, unit: Unit, lead_agency: Agency) -> None:
    if not may_adopt_for(by, unit):
        raise DomainError(
            _("%(unit)s không thuộc tỉnh của cơ quan bạn. Hãy chọn địa bàn khác.")
            % {"unit": unit.latest_name},
            field="unit",
        )
    if not may_be_led_by(by, lead_agency):
        raise DomainError(
            _("%(agency)s không thuộc tỉnh của cơ quan bạn. Hãy chọn cơ quan chủ trì khác.")
            % {"agency": lead_agency.name},
            field="lead",
        )
    if plan.programmes.filter(unit=unit).exists():
        raise DomainError(
            _("Kế hoạch này đã được triển khai cho %(unit)s.") % {"unit": unit.latest_name},
            field="unit",
        )


def _check_units(unit: Unit, units: Sequence[Unit]) -> None:
    for one in units:
        if one.pk == unit.pk or not one.path.startswith(unit.path):
            raise DomainError(
                _("%(one)s không nằm trong %(unit)s.")
                % {"one": one.latest_name, "unit": unit.latest_name},
                field="units",
            )


def _create(by: User, plan: Plan, unit: Unit, lead_agency: Agency, at: dt.datetime) -> Programme:
    starts_on, ends_on = proposals.days_of(plan)
    try:
        with transaction.atomic():
            return Programme.objects.create(
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
    except IntegrityError as error:  # two officers pressed at once
        raise DomainError(
            _("Kế hoạch này vừa được người khác triển khai. Hãy mở lại danh sách chương trình."),
            field="unit",
        ) from error


def _free_key(plan: Plan, unit: Unit) -> str:
    name = slugify(fold(unit.naming_on(proposals.day_of(plan)).name))
    base = (plan.key if name in plan.key else f"{name}-{plan.key}")[:_LONGEST_KEY]
    taken = set(Programme.objects.filter(key__startswith=base).values_list("key", flat=True))
    key, number = base, 1
    while key in taken:
        number += 1
        key = f"{base}-{number}"
    return key


def _add_units(programme: Programme, units: Sequence[Unit], *, by: User, at: dt.datetime) -> None:
    # Communes of a former province, now part of the officer's own, have committees that an officer
    # may not found herself: the system does, because the adoption, which is hers, needs them.
    founder = by if all(may_add_agency(by, unit) for unit in units) else None
    committees = ensure_commune_committees(by=founder, units=units, at=at)
    ReportingUnit.objects.bulk_create(
        ReportingUnit(programme=programme, unit=unit, agency=agency)
        for unit, agency in zip(units, committees, strict=True)
    )


def _add_tasks(programme: Programme, *, on: dt.date) -> None:
    """Make a task of each printed one, and a share for each agency that it names."""
    committees = [row.agency for row in programme.reporting_units.select_related("agency")]
    classes = members_of_classes(
        programme, committees, on=proposals.day_of(programme.plan), today=on
    )
    printed_tasks = list(programme.plan.tasks.prefetch_related("owners__agency"))
    tasks = Task.objects.bulk_create(
        Task(
            programme=programme,
            printed=printed,
            text=printed.text,
            folded=fold(printed.text),
            section=" › ".join(printed.section)[:_LONGEST_SECTION],
            **_when(printed),
            common=printed.common,
            order=order,
        )
        for order, printed in enumerate(printed_tasks)
    )
    TaskAssignment.objects.bulk_create(
        (
            share
            for task, printed in zip(tasks, printed_tasks, strict=True)
            for share in shares_of(task, printed, classes)
        ),
        batch_size=500,
    )


def _when(printed: PrintedTask) -> dict[str, object]:
    """Return when a task is due: on a day, on a day of each year, in a cycle, or all the time.

    A cycle with a day is repeated up to that day; without one, as long as the programme runs.
    """
    each_year = printed.deadline if is_yearly(printed.deadline) else ""
    due = last_day(printed.deadline)
    repeated = bool(each_year) or printed.cycle not in ("", REGULAR)
    return {
        "due_on": None if repeated else due,
        "standing": repeated or due is None,
        "cycle": printed.cycle,
        "each_year": each_year,
        "until": due if repeated else None,
    }
