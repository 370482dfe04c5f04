"""One item: shown, accepted, rejected, corrected, split.

Plain posts go back to its anchor; htmx gets the item alone, with the bar of progress and, where
marks move, the text.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from liennganh.errors import DomainError, WrongStateError
from liennganh.plans import actions
from liennganh.plans.forms import FORMS, ItemForm
from liennganh.plans.models import IntakeItem, ItemKind
from liennganh.plans.queries import items_of
from liennganh.plans.reviewing import marked_lines, view_of
from liennganh.plans.spans import split_points
from liennganh.plans.views.fetching import (
    SignedInRequest,
    back_to_review,
    get_item,
    order_of,
    refuse,
)
from liennganh.plans.views.review import standing_of
from liennganh.ui.asked import whole_number

_AROUND = 60


def _shown(
    request: SignedInRequest, item: IntakeItem, *, refused: str = "", text: bool = False
) -> HttpResponse:
    """Answer with the item as it now is: alone for htmx, on its page otherwise."""
    if not request.headers.get("HX-Request"):
        if refused:
            refuse(request, refused)
        return back_to_review(request, item.intake, f"muc-{item.pk}")
    items = items_of(item.intake)
    fresh = next(one for one in items if one.pk == item.pk)
    context = {
        **standing_of(item.intake, items),
        "view": view_of(fresh),
        "refused": refused,
        "order": order_of(request),
        "lines": marked_lines(item.intake, items) if text else None,
        "last_step": item.intake.changes.filter(by=request.user, undone=False).first(),
        "swap": True,
    }
    return render(request, "plans/_item_swap.html", context)


@require_GET
def show(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show one item (the way out of its form)."""
    return _shown(request, get_item(request, pk))


def _acted(request: SignedInRequest, pk: int, act: Callable[..., IntakeItem]) -> HttpResponse:
    item = get_item(request, pk)
    # The buttons of the list share one form: what is the item's own stands in their address.
    version = request.POST.get("version") or request.GET.get("version", "")
    refused = ""
    try:
        act(
            by=request.user,
            item=item,
            at=timezone.now(),
            version=whole_number(version),
        )
    except DomainError as error:
        refused = error.message
    return _shown(request, item, refused=refused)


@require_POST
def accept(request: SignedInRequest, pk: int) -> HttpResponse:
    """Accept an item."""
    return _acted(request, pk, actions.accept_item)


@require_POST
def reject(request: SignedInRequest, pk: int) -> HttpResponse:
    """Leave an item out."""
    return _acted(request, pk, actions.reject_item)


@require_POST
def reopen(request: SignedInRequest, pk: int) -> HttpResponse:
    """Put an item back among those to look at."""
    return _acted(request, pk, actions.reopen_item)


@require_POST
def common(request: SignedInRequest, pk: int) -> HttpResponse:
    """Accept a task as common work, which no agency leads."""
    return _acted(request, pk, partial(actions.edit_item, data={"common": True}))


@require_POST
def answer(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take the office's answer to what the plan does not print."""
    asked, said = request.POST.get("ask", ""), request.POST.get("answer", "")
    done = _acted(request, pk, partial(actions.answer_ask, ask=asked, answer=said))
    if "xac-nhan" in request.POST and not request.headers.get("HX-Request"):
        return redirect(f"{reverse('plans:confirm', args=[get_item(request, pk).intake_id])}#hoi")
    return done


@require_http_methods(["GET", "POST"])
def edit(request: SignedInRequest, pk: int) -> HttpResponse:
    """Correct an item and accept it."""
    item = get_item(request, pk)
    form = FORMS[item.kind](request.POST or None, item=item)
    if request.method == "POST" and form.is_valid():
        before = (item.start, item.end)
        try:
            item = actions.edit_item(
                by=request.user,
                item=item,
                at=timezone.now(),
                data=form.item_data(),
                span=form.cleaned_data["span"],
                version=form.cleaned_data["version"],
            )
        except WrongStateError as error:
            return _shown(request, get_item(request, pk), refused=error.message)
        except DomainError as error:
            form.add_error(error.field if error.field in form.fields else None, error.message)
        else:
            return _shown(request, item, text=(item.start, item.end) != before)
    return _form_page(request, item, form)


def _form_page(request: SignedInRequest, item: IntakeItem, form: ItemForm) -> HttpResponse:
    names = _names(item) if item.kind == ItemKind.TASK else []
    context: dict[str, Any] = {
        "item": item,
        "intake": item.intake,
        "view": view_of(item),
        "form": form,
        "order": order_of(request),
        "names": names,
    }
    if request.headers.get("HX-Request"):
        return render(request, "plans/_item_edit.html", context)
    return render(request, "plans/item_edit.html", context)


def _names(item: IntakeItem) -> list[str]:
    """Return the agency names that the plan prints, to pick from."""
    rows = item.intake.items.filter(kind=ItemKind.TASK).values_list("data", flat=True)
    found = {name for data in rows for role in ("lead", "support") for name in data.get(role, [])}
    return sorted(found)


def _last_words(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _AROUND else "…" + words[-_AROUND:].partition(" ")[2]


def _first_words(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _AROUND else words[:_AROUND].rpartition(" ")[0] + "…"


@require_http_methods(["GET", "POST"])
def split(request: SignedInRequest, pk: int) -> HttpResponse:
    """Cut an item in two at the end of a sentence or clause."""
    item = get_item(request, pk)
    if request.method == "POST":
        offset, version = request.POST.get("offset", ""), request.POST.get("version", "")
        try:
            actions.split_item(
                by=request.user,
                item=item,
                at=timezone.now(),
                # No choice is the start of the item, where nothing can be cut: the action says so.
                offset=whole_number(offset) or item.start,
                version=whole_number(version),
            )
        except DomainError as error:
            refuse(request, error.message)
        if "lan-luot" in request.POST:
            return redirect(f"{reverse('plans:queue', args=[item.intake_id])}?o=muc-{item.pk}")
        return back_to_review(request, item.intake, f"muc-{item.pk}")
    text = item.intake.text
    context = {
        "item": item,
        "intake": item.intake,
        "view": view_of(item),
        "order": order_of(request),
        "from_queue": "lan-luot" in request.GET,
        "points": [
            {
                "offset": point,
                "before": _last_words(text[item.start : point]),
                "after": _first_words(text[point : item.end]),
            }
            for point in split_points(
                text, item.start, item.end, clauses=item.kind != ItemKind.TASK
            )
        ],
    }
    if request.headers.get("HX-Request"):
        return render(request, "plans/_item_split.html", context)
    return render(request, "plans/item_split.html", context)
