"""Whom the printed names mean: one line a name, confirmed for all the items that bear it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from liennganh.agencies.kinds import KINDS
from liennganh.agencies.models import Agency
from liennganh.agencies.queries import agencies_of, visible_to
from liennganh.errors import DomainError
from liennganh.plans import actions
from liennganh.plans.headers import plan_day
from liennganh.plans.models import Intake, IntakeState
from liennganh.plans.queries import items_of, printed_names
from liennganh.plans.views.fetching import SignedInRequest, get_intake, page_of
from liennganh.plans.views.review import standing_of
from liennganh.plans.whole_classes import WHOLE_CLASSES
from liennganh.ui.asked import whole_number


@require_GET
def owners(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show every printed name with what it is taken to mean."""
    intake = get_intake(request, pk)
    if intake.state != IntakeState.REVIEW:
        return redirect(page_of(intake))
    items = items_of(intake)
    names = printed_names(intake, items)
    context = {
        **standing_of(intake, items),
        "tab": "owners",
        "names": names,
        "suggestible": sum(
            not name.confirmed and bool(name.first.agency_id or name.first.whole_class)
            for name in names
        ),
        "agencies": list(agencies_of(intake.agency.unit, plan_day(intake)).order_by("folded")),
        "classes": WHOLE_CLASSES,
        "kinds": [(key, kind.label) for key, kind in KINDS.items()],
    }
    return render(request, "plans/owners.html", context)


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
