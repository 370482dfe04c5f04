"""Fetching with access, and going back to where the officer was."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse

from liennganh.accounts.models import User
from liennganh.plans.models import Intake, IntakeItem, IntakeState
from liennganh.plans.queries import intakes_visible_to
from liennganh.plans.reviewing import BY_TEXT


class SignedInRequest(HttpRequest):
    """A request that the log-in middleware has let through."""

    user: User


def get_intake(request: SignedInRequest, pk: int) -> Intake:
    """Return a reading of the user's own agency, or answer 404."""
    return get_object_or_404(intakes_visible_to(request.user), pk=pk)


def get_item(request: SignedInRequest, pk: int) -> IntakeItem:
    """Return an item of a reading of the user's own agency, or answer 404."""
    items = IntakeItem.objects.select_related("intake__agency__unit", "intake__document")
    return get_object_or_404(items, pk=pk, intake__in=intakes_visible_to(request.user))


def order_of(request: HttpRequest) -> str:
    """Return the order of items that the page is in."""
    asked = request.POST.get("thu-tu") or request.GET.get("thu-tu") or ""
    return BY_TEXT if asked == BY_TEXT else ""


def back_to_review(request: HttpRequest, intake: Intake, anchor: str = "") -> HttpResponse:
    """Return to the review page, in its order, at a place."""
    return HttpResponseRedirect(review_url(intake, order_of(request), anchor))


def review_url(intake: Intake, order: str = "", anchor: str = "") -> str:
    """Return the address of a place of the review page."""
    query = f"?thu-tu={order}" if order else ""
    fragment = f"#{anchor}" if anchor else ""
    return reverse("plans:review", args=[intake.pk]) + query + fragment


def page_of(intake: Intake) -> str:
    """Return the page where work on an intake goes on."""
    if intake.state == IntakeState.CONFIRMED:
        return reverse("plans:plan", args=[intake.plan.key])
    if intake.state == IntakeState.REVIEW:
        return review_url(intake)
    if intake.state == IntakeState.READING:
        return reverse("plans:progress", args=[intake.pk])
    return reverse("plans:failed", args=[intake.pk])


def refuse(request: HttpRequest, message: str) -> None:
    """Say on the next page what was refused."""
    messages.error(request, message)
