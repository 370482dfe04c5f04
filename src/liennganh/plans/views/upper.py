"""A plan beside the plan above it: while it is under review, and once it is confirmed."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from liennganh.accounts.models import User
from liennganh.audit.queries import history_of
from liennganh.errors import DomainError
from liennganh.plans.actions.upper import say_carried_out, say_upper
from liennganh.plans.carried import Relation, chosen, lines_of, tallies_of, words_of
from liennganh.plans.models import Intake, IntakeState, Plan
from liennganh.plans.queries import items_of, visible_to
from liennganh.plans.rules import may_review, may_upload
from liennganh.plans.sides import Side, side_of_intake, side_of_plan
from liennganh.plans.upper import Uppers, choices_for, cited_by_items, cited_by_plan, uppers_of
from liennganh.plans.views.fetching import SignedInRequest, get_intake, page_of, refuse
from liennganh.ui.asked import whole_number

_KINDS = ("chi-tieu", "nhiem-vu")


@require_GET
def upper_of_intake(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show a reading under review beside the plan above it."""
    intake = get_intake(request, pk)
    if intake.state == IntakeState.CONFIRMED:
        return redirect("plans:upper", key=intake.plan.key)
    if intake.state != IntakeState.REVIEW:
        return redirect(page_of(intake))
    items = items_of(intake)
    uppers = uppers_of(intake, cited_by_items(items), request.user)
    context = {"here": reverse("plans:upper_of_intake", args=[intake.pk]), "tab": "upper"}
    return _page(request, intake, uppers, side_of_intake(intake, items), context)


@require_GET
def upper(request: SignedInRequest, key: str) -> HttpResponse:
    """Show a confirmed plan beside the plan above it."""
    plan = get_object_or_404(visible_to(request.user).select_related("intake"), key=key)
    uppers = uppers_of(plan.intake, cited_by_plan(plan), request.user)
    context = {"here": reverse("plans:upper", args=[plan.key]), "plan": plan}
    return _page(request, plan.intake, uppers, side_of_plan(plan), context)


def _page(
    request: SignedInRequest, intake: Intake, uppers: Uppers, side: Side, context: dict[str, Any]
) -> HttpResponse:
    asked = request.GET.get("cap-tren", "")
    above = next((one for one in uppers.plans if one.key == asked), None)
    above = above or next(iter(uppers.plans), None)
    may_say = may_review(request.user, intake)
    context |= {
        "intake": intake,
        "uppers": uppers,
        "above": above,
        "may_say": may_say,
        "may_upload": may_upload(request.user),
        "events": history_of(context.get("plan") or intake)[:50],
        "choices": choices_for(intake, uppers, request.user) if may_say else (),
    }
    if above is not None:
        context |= _table(request, intake, above, side)
    part = request.headers.get("HX-Request") and above is not None  # after a word on a pair
    return render(request, "plans/upper_table.html" if part else "plans/upper.html", context)


def _table(request: SignedInRequest, intake: Intake, above: Plan, side: Side) -> dict[str, Any]:
    there = side_of_plan(above)
    lines = lines_of(side, there, words_of(intake, above))
    kind = request.GET.get("loai", "")
    relation = request.GET.get("quan-he", "")
    kind = kind if kind in _KINDS else ""
    relation = relation if relation in Relation.values else ""
    shown = chosen(lines, kind=kind, relation=relation)
    changed = (request.GET.get("day", ""), request.GET.get("tren", ""))
    in_sight = any(
        line.above is not None and (one.shown.key, line.above.key) == changed
        for line in shown
        for one in line.here
    )
    return {
        "lines": shown,
        "total": len(lines),
        "tallies": tallies_of(lines),
        "kind": kind,
        "relation": relation,
        "relations": Relation.choices,
        "back": urlencode({"cap-tren": above.key, "loai": kind, "quan-he": relation}),
        "joining": request.GET.get("noi", ""),
        "focus": changed[0] if in_sight else "",
        "focus_above": changed[1],
        "lower_side": side.shown.values(),
        "upper_side": there.shown.values(),
    }


def _upper_asked(user: User, text: str) -> Plan:
    return get_object_or_404(visible_to(user), pk=whole_number(text))


@require_POST
def say_which(request: SignedInRequest, pk: int) -> HttpResponse:
    """Keep that a plan is the one above, or that it is not."""
    intake = get_intake(request, pk)
    if not request.POST.get("cap-tren"):
        refuse(request, _("Chưa chọn kế hoạch cấp trên. Hãy chọn một kế hoạch trong danh sách."))
        return redirect(_address(intake))
    plan = _upper_asked(request.user, request.POST["cap-tren"])
    meant = request.POST.get("la") != "khong"
    try:
        say_upper(by=request.user, intake=intake, upper=plan, meant=meant, at=timezone.now())
    except DomainError as error:
        refuse(request, error.message)
        return redirect(_address(intake))
    said = _("Đã ghi %(plan)s là kế hoạch cấp trên.") if meant else _("Đã bỏ %(plan)s.")
    messages.success(request, said % {"plan": plan.number or plan.title})
    query = urlencode({"cap-tren": plan.key}) if meant else ""
    return redirect(f"{_address(intake)}?{query}" if query else _address(intake))


@require_POST
def say_pair(request: SignedInRequest, pk: int) -> HttpResponse:
    """Keep that an item here carries out an item there, or that it does not."""
    intake = get_intake(request, pk)
    plan = _upper_asked(request.user, request.POST.get("cap-tren", ""))
    word, below, above = _pair(request)
    try:
        say_carried_out(
            by=request.user,
            intake=intake,
            upper=plan,
            lower_key=below,
            upper_key=above,
            confirmed=word != "khong",
            at=timezone.now(),
        )
    except DomainError as error:
        refuse(request, error.message)
    kept = {name: request.POST.get(name, "") for name in ("loai", "quan-he")}
    query = urlencode({"cap-tren": plan.key, **kept, "day": below, "tren": above})
    return redirect(f"{_address(intake)}?{query}#tren-{above}")


def _pair(request: SignedInRequest) -> tuple[str, str, str]:
    """Return the word ("co", "khong") and both keys: of one button, or of the form with choices."""
    pressed = request.POST.get("cap", "").split()
    if len(pressed) == len(("word", "below", "above")):
        return pressed[0], pressed[1], pressed[2]
    asked = request.POST
    return asked.get("la", ""), asked.get("day", ""), asked.get("tren", "")


def _address(intake: Intake) -> str:
    if intake.state == IntakeState.CONFIRMED:
        return reverse("plans:upper", args=[intake.plan.key])
    return reverse("plans:upper_of_intake", args=[intake.pk])
