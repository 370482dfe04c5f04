"""Whom the printed names mean: one line a name, confirmed for all the items that bear it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from liennganh.agencies.actions import SeveralRefusedError
from liennganh.agencies.kinds import KINDS
from liennganh.agencies.models import Agency
from liennganh.agencies.queries import agencies_of, visible_to
from liennganh.errors import DomainError
from liennganh.plans import actions
from liennganh.plans.forms.unknown import forms_for
from liennganh.plans.headers import plan_day
from liennganh.plans.issuers import unit_of_plan
from liennganh.plans.models import Intake, IntakeState
from liennganh.plans.queries import items_of, printed_names
from liennganh.plans.unknown_names import unknown_names
from liennganh.plans.views.fetching import SignedInRequest, get_intake, page_of
from liennganh.plans.views.review import standing_of
from liennganh.plans.whole_classes import WHOLE_CLASSES, members_of
from liennganh.ui.asked import whole_number


@require_GET
def owners(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show every printed name with what it is taken to mean."""
    intake = get_intake(request, pk)
    if intake.state != IntakeState.REVIEW:
        return redirect(page_of(intake))
    items = items_of(intake)
    names = printed_names(intake, items)
    on = plan_day(intake)
    unit = unit_of_plan(str(intake.header.get("issuer") or ""), on, intake.agency.unit)
    context = {
        **standing_of(intake, items),
        "tab": "owners",
        "names": names,
        "suggestible": sum(
            not name.confirmed and bool(name.first.agency_id or name.first.whole_class)
            for name in names
        ),
        "unknown": len(unknown_names(intake, names).rows),
        "members": members_of((name.first.whole_class for name in names), unit, on),
        "agencies": list(agencies_of(intake.agency.unit, on).order_by("folded")),
        "classes": WHOLE_CLASSES,
        "kinds": [(key, kind.label) for key, kind in KINDS.items()],
    }
    return render(request, "plans/owners.html", context)


@require_http_methods(["GET", "POST"])
def create_owners(request: SignedInRequest, pk: int) -> HttpResponse:
    """List every name that no agency bears; create those ticked, all or none."""
    intake = get_intake(request, pk)
    if intake.state != IntakeState.REVIEW:
        return redirect(page_of(intake))
    items = items_of(intake)
    unknown = unknown_names(intake, printed_names(intake, items))
    rows = forms_for(unknown, request.POST if request.method == "POST" else None)
    if request.method == "POST" and rows.is_valid():
        taken = [form for form in rows if form.cleaned_data["take"]]
        units = {unit.pk: unit for unit in unknown.units}
        try:
            made = actions.create_owners(
                by=request.user,
                intake=intake,
                rows=[form.wanted(units) for form in taken],
                at=timezone.now(),
            )
        except SeveralRefusedError as error:
            for place, wrong in error.rows.items():
                taken[place].add_error("name", wrong.message)
            messages.error(request, error.message)
        except DomainError as error:
            messages.error(request, error.message)
        else:
            messages.success(
                request, _("Đã tạo %(n)s cơ quan và xác nhận các tên đó.") % {"n": len(made)}
            )
            return redirect(f"{reverse('plans:owners', args=[intake.pk])}#ten")
    context = {**standing_of(intake, items), "tab": "owners", "rows": rows}
    return render(request, "plans/create_owners.html", context)


@require_POST
def save_owner(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take one name's choice: ``agency:12``, ``class:communes``, ``printed`` or ``new``."""
    intake = get_intake(request, pk)
    printed = request.POST.get("printed", "")
    choice, _sep, value = request.POST.get("choice", "").partition(":")
    try:
        _settle(request, intake, printed, choice, value)
    except DomainError as error:
        messages.error(request, error.message)
    return redirect(f"{reverse('plans:owners', args=[intake.pk])}#ten")


def _settle(
    request: SignedInRequest, intake: Intake, printed: str, choice: str, value: str
) -> None:
    by, at = request.user, timezone.now()
    if choice == "agency":
        agency: Agency = get_object_or_404(visible_to(by), pk=whole_number(value) or 0)
        actions.match_owner(by=by, intake=intake, printed=printed, at=at, agency=agency)
    elif choice == "class" and value in WHOLE_CLASSES:
        actions.match_owner(by=by, intake=intake, printed=printed, at=at, whole_class=value)
    elif choice == "printed":
        actions.match_owner(by=by, intake=intake, printed=printed, at=at)
    elif choice == "new":
        name = " ".join(request.POST.get("name", "").split())
        kind = request.POST.get("kind", "")
        if not name or kind not in KINDS:
            raise DomainError(_("Điền tên và chọn loại của cơ quan cần tạo."))
        actions.create_owner(by=by, intake=intake, printed=printed, name=name, kind=kind, at=at)
    else:
        raise DomainError(_("Chọn một trong các cách hiểu tên “%(name)s”.") % {"name": printed})
    messages.success(request, _("Đã xác nhận “%(name)s”.") % {"name": printed})


@require_POST
def save_suggested(request: SignedInRequest, pk: int) -> HttpResponse:
    """Confirm every suggestion at once."""
    intake = get_intake(request, pk)
    number = actions.confirm_suggested_owners(by=request.user, intake=intake, at=timezone.now())
    messages.success(request, _("Đã xác nhận %(n)s tên theo gợi ý.") % {"n": number})
    return redirect("plans:owners", pk=intake.pk)
