"""A plan that is issued again, beside its earlier reading: only what differs is shown."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from liennganh.errors import DomainError
from liennganh.plans import actions
from liennganh.plans.models import Intake, IntakeState
from liennganh.plans.queries import items_of
from liennganh.plans.reissue import compare, earlier_readings, likely_earlier
from liennganh.plans.reviewing import view_of
from liennganh.plans.views.fetching import SignedInRequest, get_intake, page_of
from liennganh.plans.views.review import standing_of
from liennganh.ui.asked import whole_number


@require_http_methods(["GET", "POST"])
def reissue(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show what differs from the earlier reading; take over what does not once it is chosen."""
    intake = get_intake(request, pk)
    if intake.state != IntakeState.REVIEW:
        return redirect(page_of(intake))
    readings = earlier_readings(request.user, intake)
    if request.method == "POST":
        return _chosen(request, intake, readings)
    items = items_of(intake)
    compared = compare(intake, items)
    context = {
        **standing_of(intake, items),
        "tab": "reissue",
        "compared": compared,
        "added": [view_of(item) for item in compared.added] if compared else [],
        "removed": [view_of(item) for item in compared.removed] if compared else [],
        "readings": readings,
        "likely": likely_earlier(intake, readings),
    }
    return render(request, "plans/reissue.html", context)


def _chosen(request: SignedInRequest, intake: Intake, readings: list[Intake]) -> HttpResponse:
    asked = whole_number(request.POST.get("ban", ""))
    earlier = next((one for one in readings if one.pk == asked), None)
    if earlier is None:
        messages.error(request, _("Hãy chọn một bản đọc trước trong danh sách."))
        return redirect("plans:reissue", pk=intake.pk)
    try:
        done = actions.take_over(by=request.user, intake=intake, earlier=earlier, at=timezone.now())
    except DomainError as error:
        messages.error(request, error.message)
    else:
        messages.success(
            request,
            _("%(n)s mục không đổi đã lấy như bản trước. Chỉ còn xem những chỗ khác.")
            % {"n": done.decided + done.added},
        )
    return redirect("plans:reissue", pk=intake.pk)
