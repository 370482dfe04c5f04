"""Putting a plan to work: first the place, then how everything in it is followed.

Nothing of a programme is stored before the last press: the place lives in the address, the rest in
the form. Only a list of communes, which is knowledge of its own, is kept as soon as it is entered.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from liennganh.accounts.views import PersonRequest
from liennganh.agencies import queries as agency_queries
from liennganh.agencies.models import Agency
from liennganh.errors import DomainError
from liennganh.plans import queries as plan_queries
from liennganh.plans.models import Plan
from liennganh.programmes import proposals
from liennganh.programmes.actions import adopt_plan
from liennganh.programmes.adoption import Adoption
from liennganh.programmes.forms import PlaceForm, SupplyForm
from liennganh.programmes.rules import may_adopt, may_adopt_for
from liennganh.pure.vietnamese import format_date
from liennganh.territory.actions import supply_list
from liennganh.territory.lookup import search
from liennganh.territory.models import Level, Unit
from liennganh.territory.queries import (
    NotCoveredError,
    UnitAbsentError,
    covered_from,
    full_names,
    units_on,
)
from liennganh.ui.asked import whole_number

from .fetching import home_of

_OFFERED = 12


def _get_plan(request: PersonRequest, key: str) -> Plan:
    plan = get_object_or_404(
        plan_queries.visible_to(request.user).select_related("agency__unit"), key=key
    )
    if not may_adopt(request.user, plan):
        raise PermissionDenied
    return plan


@require_http_methods(["GET", "POST"])
def place(request: PersonRequest, key: str) -> HttpResponse:
    """Choose the unit and the lead agency; enter the communes of a day that nobody knows yet."""
    plan = _get_plan(request, key)
    day = proposals.day_of(plan)
    asked = request.POST if request.method == "POST" else request.GET
    offered = _offered(request, plan, asked.get("q", ""), asked.get("unit", ""))
    unit = next((one for one in offered if one.key == asked.get("unit")), None) or (
        offered[0] if offered else None
    )
    lead = asked.get("lead") or str(plan.agency_id)
    supply_form, copied = None, None
    if request.method == "POST" and unit is not None:
        supply_form, copied = _supplied(request, unit, day)
        if supply_form is None:
            messages.success(request, _("Đã ghi danh sách của %(unit)s.") % {"unit": unit})
            return redirect(_address("programmes:adopt", plan, unit=unit.key, lead=lead))
    names = full_names(offered, day)
    context: dict[str, Any] = {
        "plan": plan,
        "day": day,
        "area": unit,
        "lead": lead,
        "text": asked.get("q", ""),
        "copied": copied,
        "form": PlaceForm(
            {one.key: names[one.pk] for one in offered},
            _leading(request, unit),
            initial={"q": asked.get("q", ""), "unit": unit.key if unit else "", "lead": lead},
        ),
        **_reporting(unit, day),
        "adopted": plan.programmes.filter(unit=unit).first() if unit else None,
    }
    if "not_covered" in context and unit is not None:
        context["supply_form"] = supply_form or SupplyForm(initial=_supply_days(plan, unit, day))
    return render(request, "programmes/adopt_place.html", context)


def _address(name: str, plan: Plan, **query: str) -> str:
    return f"{reverse(name, args=[plan.key])}?{urlencode(query)}"


def _offered(request: PersonRequest, plan: Plan, text: str, key: str) -> list[Unit]:
    """Return the units to choose from, of the officer's own line: those met, and the one chosen."""
    day = proposals.day_of(plan)
    if text:
        units = [match.unit for match in search(text, day, limit=_OFFERED * 4)]
    else:
        units = proposals.propose_unit(plan)
    chosen = list(Unit.objects.filter(key=key)) if key else []
    found = dict.fromkeys([*units, *chosen])
    return [one for one in found if may_adopt_for(request.user, one)][:_OFFERED]


def _leading(request: PersonRequest, unit: Unit | None) -> list[Agency]:
    """Return who may lead: my own agency, and those of the unit."""
    agencies = agency_queries.visible_to(request.user)
    mine = agencies.filter(pk=request.user.hat.agency_id)
    of_unit = agencies.filter(unit=unit).order_by("folded") if unit else agencies.none()
    return list(dict.fromkeys([*mine, *of_unit]))


def _reporting(unit: Unit | None, day: dt.date) -> dict[str, Any]:
    """Return the units that report, or why they are not known."""
    if unit is None:
        return {"absent": _("Không tìm thấy địa bàn này trong tỉnh của cơ quan bạn.")}
    try:
        units = proposals.propose_units(unit, day).units
    except NotCoveredError as error:
        return {"not_covered": error.message}
    except UnitAbsentError as error:
        return {"absent": error.message}
    return {"units": [one.name_on(day) for one in units], "ready": True}


def _supply_days(plan: Plan, unit: Unit, day: dt.date) -> dict[str, dt.date]:
    """Return for which days a list of this plan is most likely meant: the plan's own years."""
    starts_on, ends_on = proposals.days_of(plan)
    last = min(ends_on + dt.timedelta(days=1), covered_from(Level.COMMUNE))
    first = max(min(day, starts_on), unit.valid_from or dt.date.min)
    return {"valid_from": first, "valid_to": min(last, unit.valid_to or dt.date.max)}


def _supplied(
    request: PersonRequest, unit: Unit, day: dt.date
) -> tuple[SupplyForm | None, dt.date | None]:
    """Enter a list, or copy a later one into the box; return the form unless it is stored."""
    if "copy" in request.POST:
        return _copied(request.POST, unit)
    form = SupplyForm(request.POST)
    if not form.is_valid():
        return form, None
    given = form.cleaned_data
    if not given["valid_from"] <= day < given["valid_to"]:
        form.add_error(
            "valid_from",
            _("Danh sách phải đúng vào ngày %(day)s của kế hoạch.") % {"day": format_date(day)},
        )
        return form, None
    try:
        supply_list(
            by=request.user,
            parent=unit,
            names=given["names"].splitlines(),
            valid_from=given["valid_from"],
            valid_to=given["valid_to"],
            note=given["note"],
            at=timezone.now(),
        )
    except DomainError as error:
        form.add_error(error.field if error.field in form.fields else None, error.message)
        return form, None
    return None, None


def _copied(typed: Mapping[str, str], unit: Unit) -> tuple[SupplyForm, dt.date | None]:
    """Return the form with the earliest list that the table knows, to be checked line by line."""
    since = covered_from(Level.COMMUNE)
    fields = {name: typed.get(name, "") for name in ("names", "note", "valid_from", "valid_to")}
    try:
        units = units_on(since, level=Level.COMMUNE, under=unit)
    except DomainError as error:
        form = SupplyForm(initial=fields)
        form.copy_problem = error.message  # type: ignore[attr-defined]
        return form, None
    fields["names"] = "\n".join(one.name_on(since) for one in units)
    return SupplyForm(initial=fields), since


@require_http_methods(["GET", "POST"])
def details(request: PersonRequest, key: str) -> HttpResponse:
    """Say how each target is followed, who reports, when; then put the plan to work."""
    plan = _get_plan(request, key)
    asked = request.POST if request.method == "POST" else request.GET
    unit = Unit.objects.with_names().filter(key=asked.get("unit", "")).first()
    lead_id = whole_number(asked.get("lead"))
    lead = agency_queries.visible_to(request.user).filter(pk=lead_id).first() if lead_id else None
    if unit is None or lead is None or not may_adopt_for(request.user, unit):
        messages.info(request, _("Hãy chọn địa bàn và cơ quan chủ trì trước."))
        return redirect("programmes:adopt", plan.key)
    try:
        adoption = Adoption(plan, unit, lead, request.POST if request.method == "POST" else None)
    except (NotCoveredError, UnitAbsentError):
        return redirect(_address("programmes:adopt", plan, unit=unit.key, lead=str(lead.pk)))
    if "open" in request.POST:
        adoption.leave_unchecked()
    elif request.method == "POST" and adoption.is_valid():
        try:
            programme = adopt_plan(
                by=request.user,
                plan=plan,
                unit=unit,
                lead_agency=lead,
                at=timezone.now(),
                reporting_units=adoption.units,
                bindings=adoption.bindings,
                extra_indicators=adoption.extra,
                duties=adoption.duties,
                results=adoption.result_specs,
            )
        except DomainError as error:
            adoption.refuse(error)
        else:
            messages.success(
                request, _("Đã triển khai kế hoạch. Nhiệm vụ đã giao tới các cơ quan.")
            )
            return redirect(home_of(programme))
    context = {"plan": plan, "area": unit, "lead": lead, "adoption": adoption}
    return render(request, "programmes/adopt_details.html", context)
