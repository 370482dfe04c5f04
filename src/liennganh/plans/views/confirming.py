"""What still stands in the way, and the confirmation itself."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from liennganh.errors import DomainError
from liennganh.plans import actions
from liennganh.plans.models import IntakeState
from liennganh.plans.queries import items_of, owners_in, visible_to
from liennganh.plans.questions import grouped, questions_of
from liennganh.plans.reviewing import head_of
from liennganh.plans.upper import questions_below
from liennganh.plans.views.fetching import SignedInRequest, get_intake, page_of
from liennganh.plans.views.review import standing_of
from liennganh.ui.asked import whole_number

_EARLIER = 100


@require_http_methods(["GET", "POST"])
def confirm(request: SignedInRequest, pk: int) -> HttpResponse:
    """List open questions; make the plan once there is none left."""
    intake = get_intake(request, pk)
    if request.method == "POST":
        version, earlier = request.POST.get("version", ""), request.POST.get("thay-the", "")
        supersedes = (
            get_object_or_404(visible_to(request.user), pk=whole_number(earlier))
            if earlier
            else None
        )
        try:
            plan = actions.confirm_intake(
                by=request.user,
                intake=intake,
                at=timezone.now(),
                version=whole_number(version),
                supersedes=supersedes,
            )
        except DomainError as error:
            messages.error(request, error.message)
            return redirect("plans:confirm", pk=intake.pk)
        messages.success(
            request,
            _("Kế hoạch đã được xác nhận. Từ đây nội dung in không đổi nữa."),
        )
        return redirect("plans:plan", key=plan.key)
    if intake.state != IntakeState.REVIEW:
        return redirect(page_of(intake))
    items = items_of(intake)
    questions = questions_of(
        intake, items, owners_in(items), questions_below(intake, items, request.user)
    )
    context = {
        **standing_of(intake, items),
        "tab": "confirm",
        "ways": [group for group in grouped(questions) if group.blocking],
        "notes": [group for group in grouped(questions) if not group.blocking],
        "head": head_of(intake),
        "earlier": visible_to(request.user).defer("text", "folded")[:_EARLIER],
    }
    return render(request, "plans/confirm.html", context)
