"""The review page, and what is done to the reading as a whole."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from liennganh.audit.queries import history_of
from liennganh.errors import DomainError
from liennganh.plans import actions
from liennganh.plans.forms import AddForm, HeaderForm
from liennganh.plans.headers import missing_in
from liennganh.plans.models import Intake, IntakeItem, IntakeState, ItemKind
from liennganh.plans.queries import items_of, owners_in, progress_of
from liennganh.plans.questions import questions_of
from liennganh.plans.reviewing import groups_of, head_of, marked_lines
from liennganh.plans.views.fetching import (
    SignedInRequest,
    back_to_review,
    get_intake,
    order_of,
    page_of,
)

_ALL_ABOVE = ("95", "90", "80", "70", "50", "0")


@require_GET
def review(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show the text beside its items."""
    intake = get_intake(request, pk)
    if intake.state != IntakeState.REVIEW:
        return redirect(page_of(intake))
    return review_page(request, intake)


def review_page(
    request: SignedInRequest,
    intake: Intake,
    *,
    header_form: HeaderForm | None = None,
    add_form: AddForm | None = None,
) -> HttpResponse:
    """Render the review page, with a form that was refused where there is one."""
    items = items_of(intake)
    order = order_of(request)
    context = {
        **standing_of(intake, items),
        "tab": "review",
        "lines": marked_lines(intake, items),
        "groups": groups_of(items, order),
        "order": order,
        "head": head_of(intake),
        "header_form": header_form
        or HeaderForm(initial=HeaderForm.initial_for(intake.header), auto_id="dau_%s"),
        "header_open": header_form is not None or bool(missing_in(intake.header)),
        "header_ready": not intake.header_confirmed and not missing_in(intake.header),
        "add_form": add_form or AddForm(text=intake.text),
        "add_open": add_form is not None,
        "thresholds": _ALL_ABOVE,
        "last_step": intake.changes.filter(by=request.user, undone=False).first(),
        "events": history_of(intake)[:50],
    }
    return render(request, "plans/review.html", context)


def standing_of(intake: Intake, items: list[IntakeItem]) -> dict[str, Any]:
    """Return how far a review is: what the bar and the tabs show."""
    questions = questions_of(intake, items, owners_in(items))
    return {
        "intake": intake,
        "progress": progress_of(items),
        "blocking": sum(one.blocking for one in questions),
        "warnings": sum(not one.blocking for one in questions),
        "names_left": sum(one.code == "owner" for one in questions),
    }


@require_POST
def save_header(request: SignedInRequest, pk: int) -> HttpResponse:
    """Correct and confirm the head of the document."""
    intake = get_intake(request, pk)
    form = HeaderForm(request.POST, auto_id="dau_%s")
    if not form.is_valid():
        return review_page(request, intake, header_form=form)
    names = ("type", "number", "issuer", "date", "title", "period")
    # "As it stands" sends no fields: what was read is confirmed.
    fields = {} if "nguyen-van" in request.POST else {n: form.cleaned_data[n] for n in names}
    try:
        actions.edit_header(
            by=request.user,
            intake=intake,
            at=timezone.now(),
            fields=fields,
            version=form.cleaned_data["version"],
        )
    except DomainError as error:
        intake.refresh_from_db()
        field = {"period": "period_from"}.get(error.field or "", error.field)
        form.add_error(field if field in form.fields else None, error.message)
        return review_page(request, intake, header_form=form)
    messages.success(request, _("Đã xác nhận phần đầu văn bản."))
    return back_to_review(request, intake, "phan-dau")


@require_POST
def accept_many(request: SignedInRequest, pk: int) -> HttpResponse:
    """Accept all above a confidence, or all of a group."""
    intake = get_intake(request, pk)
    above, kind = request.POST.get("muc", "0"), request.POST.get("loai", "")
    number = actions.accept_all(
        by=request.user,
        intake=intake,
        at=timezone.now(),
        minimum_confidence=int(above) / 100 if above in _ALL_ABOVE else 1.0,
        kind=kind if kind in ItemKind.values else None,
    )
    if number:
        messages.success(request, _("Đã nhận %(n)s mục. Có thể hoàn tác.") % {"n": number})
    else:
        messages.info(
            request, _("Không còn mục nào nhận ngay được. Mục còn thiếu: hãy sửa hoặc bác.")
        )
    return back_to_review(request, intake, f"nhom-{kind}" if kind else "cac-muc")


@require_POST
def mark_common(request: SignedInRequest, pk: int) -> HttpResponse:
    """Mark every task without a lead as common work."""
    intake = get_intake(request, pk)
    number = actions.mark_common(by=request.user, intake=intake, at=timezone.now())
    messages.success(request, _("Đã đánh dấu %(n)s nhiệm vụ là việc chung.") % {"n": number})
    return redirect("plans:confirm", pk=intake.pk)


@require_POST
def undo(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take the officer's last step back."""
    intake = get_intake(request, pk)
    anchor = "cac-muc"
    try:
        step = actions.undo(by=request.user, intake=intake, at=timezone.now())
        keys = [key for key, was in step.before.items() if was["fields"] is not None]
        anchor = f"muc-{keys[0]}" if keys else anchor
        messages.success(request, _("Đã hoàn tác: %(label)s") % {"label": step.label})
    except DomainError as error:
        messages.warning(request, error.message)
    return back_to_review(request, intake, anchor)


@require_POST
def add(request: SignedInRequest, pk: int) -> HttpResponse:
    """Add an item from a stretch of the text, then complete it where something is missing."""
    intake = get_intake(request, pk)
    form = AddForm(request.POST, text=intake.text)
    if form.is_valid():
        start, end = form.cleaned_data["span"]
        try:
            item = actions.add_item(
                by=request.user,
                intake=intake,
                at=timezone.now(),
                kind=form.cleaned_data["kind"],
                start=start,
                end=end,
            )
        except DomainError as error:
            form.add_error("quote", error.message)
        else:
            return redirect("plans:edit", pk=item.pk)
    return review_page(request, intake, add_form=form)
