"""Fetching with access, and what the pages of one programme share."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.urls import NoReverseMatch, reverse

from liennganh.accounts.views import PersonRequest
from liennganh.programmes.models import Programme, Task, TaskAssignment
from liennganh.programmes.queries import assignments_visible_to, visible_to
from liennganh.programmes.rules import leads, may_see_task, sees_all_work

PAGE = 50


def get_programme(request: PersonRequest, key: str) -> Programme:
    """Return a programme that the user may see, or answer 404."""
    return get_object_or_404(visible_to(request.user), key=key)


def get_task(request: PersonRequest, pk: int) -> Task:
    """Return a task that the user may see, or answer 404."""
    tasks = Task.objects.select_related("programme__unit", "programme__lead_agency", "printed")
    task = get_object_or_404(tasks, pk=pk)
    if not may_see_task(request.user, task):
        return get_object_or_404(tasks.none(), pk=pk)
    return task


def get_assignment(request: PersonRequest, pk: int) -> TaskAssignment:
    """Return a share of a task that the user may see, or answer 404."""
    rows = assignments_visible_to(request.user).select_related(
        "task__programme__unit", "task__programme__lead_agency", "task__printed", "agency__unit"
    )
    return get_object_or_404(rows, pk=pk)


def page_of(request: PersonRequest, rows: QuerySet[Any]) -> Page[Any]:
    """Return the page of a list that the address asks for; a wrong number gives the nearest."""
    return Paginator(rows, PAGE).get_page(request.GET.get("page"))


def about(request: PersonRequest, programme: Programme) -> dict[str, Any]:
    """Return what every page of one programme shows: its addresses and what I may do there."""
    return {
        "programme": programme,
        "programme_url": address("dashboard:programme", programme.key),
        "whole": sees_all_work(request.user, programme),
        "leads": leads(request.user, programme),
    }


def address(url_name: str, *args: Any) -> str:
    """Return an address of another part, or "" where that part is not installed."""
    try:
        return reverse(url_name, args=args)
    except NoReverseMatch:
        return ""


def home_of(programme: Programme) -> str:
    """Return the main page of a programme, or its tasks where there is none."""
    return address("dashboard:programme", programme.key) or reverse(
        "programmes:calendar", args=[programme.key]
    )


def sentence_url(task: Task) -> str:
    """Return where the task's sentence stands in the plan, or ""."""
    if task.printed is None:
        return ""
    page = address("plans:plan", task.printed.plan.key)
    return f"{page}#muc-task-{task.printed_id}" if page else ""
