"""Programmes, and the tasks of one's own agency."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from liennganh.accounts.views import PersonRequest
from liennganh.agencies.queries import hat_of
from liennganh.programmes.forms import TaskFilterForm
from liennganh.programmes.models import Programme
from liennganh.programmes.queries import (
    TaskFilter,
    assignments_visible_to,
    is_late,
    my_assignments,
    search_programmes,
)
from liennganh.ui.asked import whole_number

from .fetching import address, page_of

_YEAR = 4


@require_GET
def programme_list(request: PersonRequest) -> HttpResponse:
    """List the programmes that I may see."""
    text, typed = request.GET.get("q", "").strip(), request.GET.get("year", "").strip()
    year = whole_number(typed) if len(typed) == _YEAR else None
    page = page_of(request, search_programmes(request.user, text=text, year=year))
    for programme in page:
        programme.url = address("dashboard:programme", programme.key)
    context = {"page": page, "text": text, "year": typed, "plans_url": address("plans:list")}
    return render(request, "programmes/list.html", context)


@require_GET
def my_tasks(request: PersonRequest) -> HttpResponse:
    """List my agency's tasks: what came back and what is late first."""
    today = timezone.localdate()
    hat = hat_of(request.user)
    own = assignments_visible_to(request.user).filter(agency=hat.agency_id if hat else None)
    programmes = Programme.objects.filter(pk__in=own.values("task__programme")).order_by("-pk")
    form = TaskFilterForm(request.GET, programmes=programmes)
    given = form.cleaned_data if form.is_valid() else {}
    wanted = TaskFilter(
        text=given.get("q", ""),
        state=given.get("state", ""),
        programme=given.get("programme", ""),
    )
    page = page_of(request, my_assignments(request.user, wanted, today))
    for row in page:
        row.late = is_late(row.task.due_on, row.state, today)
    context = {
        "form": form,
        "page": page,
        "narrowed": any(given.values()),
        "programme": programmes.filter(key=wanted.programme).first() if wanted.programme else None,
    }
    return render(request, "programmes/my_tasks.html", context)
