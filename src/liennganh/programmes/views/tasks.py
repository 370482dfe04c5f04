"""The tasks of one programme, for those who see all of it; one task and to whom it is given."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from liennganh.accounts.views import PersonRequest
from liennganh.agencies import queries as agencies
from liennganh.agencies.models import Agency
from liennganh.audit.queries import history_of
from liennganh.errors import DomainError
from liennganh.programmes.actions import assign_task, set_task_day
from liennganh.programmes.forms import AgencyFilterForm, AssignForm, DayForm, TaskFilterForm
from liennganh.programmes.models import Task
from liennganh.programmes.queries import (
    TaskFilter,
    assignments_visible_to,
    find_tasks,
    is_late,
    task_progress,
    totals_by_agency,
)
from liennganh.programmes.rules import leads
from liennganh.ui.asked import whole_number

from .fetching import about, get_programme, get_task, page_of, sentence_url

_EVENTS = 50


@require_GET
def task_list(request: PersonRequest, key: str) -> HttpResponse:
    """List a programme's tasks in the plan's order; those who see only their own go to theirs."""
    programme = get_programme(request, key)
    shared = about(request, programme)
    if not shared["whole"]:
        return redirect(f"{reverse('programmes:my_tasks')}?{urlencode({'programme': key})}")
    form = TaskFilterForm(request.GET, whole=True)
    given = form.cleaned_data if form.is_valid() else {}
    agency = _agency_asked(request, programme.pk)
    wanted = TaskFilter(
        text=given.get("q", ""),
        state=given.get("state", ""),
        agency=agency.pk if agency else None,
    )
    context = {
        "form": form,
        "page": page_of(request, find_tasks(programme, wanted, timezone.localdate())),
        "agency": agency,
        "narrowed": any(given.values()) or agency is not None,
        "totals": task_progress(programme),
    }
    return render(request, "programmes/tasks.html", shared | context)


def _agency_asked(request: PersonRequest, programme: int) -> Agency | None:
    asked = whole_number(request.GET.get("agency"))
    if asked is None:
        return None
    return Agency.objects.filter(pk=asked, assignments__task__programme=programme).first()


@require_GET
def agency_list(request: PersonRequest, key: str) -> HttpResponse:
    """List who holds how many tasks, and how far they are: who is late stands first."""
    programme = get_programme(request, key)
    shared = about(request, programme)
    if not shared["whole"]:
        raise PermissionDenied
    form = AgencyFilterForm(request.GET)
    text = form.cleaned_data["q"] if form.is_valid() else ""
    rows, totals = totals_by_agency(programme, timezone.localdate(), text=text)
    context = {"form": form, "page": page_of(request, rows), "totals": totals, "narrowed": text}
    return render(request, "programmes/agencies.html", shared | context)


@require_http_methods(["GET", "POST"])
def task(request: PersonRequest, pk: int) -> HttpResponse:
    """Show a task with everybody who holds it; the lead agency dates it and gives it on."""
    found = get_task(request, pk)
    day_form = DayForm(initial={"due_on": found.due_on, "standing": found.standing})
    assign_form = AssignForm(_may_be_given(request))
    if request.method == "POST":
        if request.POST.get("what") == "day":
            day_form = DayForm(request.POST)
            saved = _save_day(request, found, day_form)
        else:
            assign_form = AssignForm(_may_be_given(request), request.POST)
            saved = _save_share(request, found, assign_form)
        if saved:
            return redirect("programmes:task", found.pk)
    today = timezone.localdate()
    shares = assignments_visible_to(request.user).filter(task=found).order_by("role", "pk")
    page = page_of(request, shares)
    for row in page:
        row.late = is_late(found.due_on, row.state, today)
    context = {
        "task": found,
        "page": page,
        "day_form": day_form,
        "assign_form": assign_form,
        "sentence_url": sentence_url(found),
        "events": history_of(found)[:_EVENTS],
    }
    return render(request, "programmes/task.html", about(request, found.programme) | context)


def _may_be_given(request: PersonRequest) -> object:
    return agencies.visible_to(request.user).order_by("unit__path", "folded")


def _save_day(request: PersonRequest, found: Task, form: DayForm) -> bool:
    if not leads(request.user, found.programme):
        raise PermissionDenied
    if not form.is_valid():
        return False
    try:
        set_task_day(
            by=request.user, task=found, due_on=form.cleaned_data["due_on"], at=timezone.now()
        )
    except DomainError as error:
        form.add_error(error.field, error.message)
        return False
    messages.success(request, _("Đã ghi thời hạn của nhiệm vụ."))
    return True


def _save_share(request: PersonRequest, found: Task, form: AssignForm) -> bool:
    if not leads(request.user, found.programme):
        raise PermissionDenied
    if not form.is_valid():
        return False
    given = form.cleaned_data
    try:
        assign_task(
            by=request.user,
            task=found,
            agency=given["agency"],
            role=given["role"],
            mode=given["mode"],
            at=timezone.now(),
        )
    except DomainError as error:
        form.add_error(error.field, error.message)
        return False
    messages.success(request, _("Đã giao thêm: %(agency)s.") % {"agency": given["agency"]})
    return True
