"""The calendar of a programme's reports."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from liennganh.accounts.views import PersonRequest
from liennganh.audit.queries import history_of
from liennganh.errors import DomainError
from liennganh.programmes.actions import set_duty, stop_duty
from liennganh.programmes.forms import DutyForm
from liennganh.programmes.models import Programme, ReportingDuty
from liennganh.programmes.proposals import DutySpec
from liennganh.programmes.queries import calendar_of, task_days_of
from liennganh.programmes.rules import leads, sees_all_work
from liennganh.pure.periods import PeriodKind, WindowRule, due_from_dict

from .fetching import about, get_programme

_EVENTS = 50


@require_GET
def calendar(request: PersonRequest, key: str) -> HttpResponse:
    """Show which reports are asked for, when, and the days of the next ones."""
    programme = get_programme(request, key)
    duties = calendar_of(programme, timezone.localdate())
    asked = {one.kind for one in duties}
    # The text of a task is for those who see all the work.
    sees_tasks = sees_all_work(request.user, programme)
    context = {
        "duties": duties,
        "unused": [kind for kind in PeriodKind if kind not in asked],
        "units": programme.reporting_units.count(),
        "task_days": task_days_of(programme, timezone.localdate()) if sees_tasks else [],
        "events": history_of(programme)[:_EVENTS],
    }
    return render(request, "programmes/calendar.html", about(request, programme) | context)


@require_http_methods(["GET", "POST"])
def duty(request: PersonRequest, key: str, kind: str) -> HttpResponse:
    """Set when the reports of one kind are due."""
    programme = _led(request, key)
    if kind not in set(PeriodKind):
        raise Http404
    cycle = PeriodKind(kind)
    held = programme.reporting_duties.filter(kind=kind).select_related("printed").first()
    form = DutyForm(cycle, request.POST or None, spec=_spec(held), always=True)
    if request.method == "POST" and form.is_valid() and (spec := form.duty()):
        try:
            set_duty(
                by=request.user,
                programme=programme,
                kind=cycle,
                window=spec.window,
                due=spec.due,
                recipients=spec.recipients,
                reporters=spec.reporters,
                through=spec.through,
                at=timezone.now(),
            )
        except DomainError as error:
            form.add_error(None, error.message)
        else:
            messages.success(request, _("Đã ghi lịch. Kỳ báo cáo đã mở giữ nguyên hạn cũ."))
            return redirect("programmes:calendar", key)
    context = {"form": form, "held": held, "events": history_of(held)[:_EVENTS] if held else []}
    return render(request, "programmes/duty.html", about(request, programme) | context)


@require_POST
def end_duty(request: PersonRequest, key: str, kind: str) -> HttpResponse:
    """Ask for no more reports of one kind."""
    programme = _led(request, key)
    held = get_object_or_404(ReportingDuty, programme=programme, kind=kind)
    stop_duty(by=request.user, duty=held, at=timezone.now())
    messages.success(request, _("Từ nay không mở kỳ báo cáo này nữa."))
    return redirect("programmes:calendar", key)


def _led(request: PersonRequest, key: str) -> Programme:
    programme = get_programme(request, key)
    if not leads(request.user, programme):
        raise PermissionDenied
    return programme


def _spec(held: ReportingDuty | None) -> DutySpec | None:
    if held is None:
        return None
    return DutySpec(
        kind=PeriodKind(held.kind),
        window=WindowRule.from_dict(held.window),
        due=due_from_dict(held.due),
        printed=held.printed,
        recipients=held.recipients,
        reporters=held.reporters,
        through=held.through,
    )
