"""A confirmed plan: what it says, where it says so, and what follows from it."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import NoReverseMatch, reverse
from django.views.decorators.http import require_GET

from liennganh.agencies.queries import provinces_of
from liennganh.audit.queries import history_of
from liennganh.plans.issuers import is_of_elsewhere
from liennganh.plans.partial_dates import first_day, show_partial
from liennganh.plans.plan_page import (
    abbreviations_of,
    classes_of,
    lines_of_plan,
    money_of,
    sections_of,
)
from liennganh.plans.queries import visible_to
from liennganh.plans.rules import may_adopt
from liennganh.plans.views.fetching import SignedInRequest


@require_GET
def plan(request: SignedInRequest, key: str) -> HttpResponse:
    """Show a plan with its text beside its items."""
    found = get_object_or_404(
        visible_to(request.user).select_related(
            "document", "supersedes", "confirmed_by", "intake", "agency__unit"
        ),
        key=key,
    )
    groups = sections_of(found, request.user)
    elsewhere = is_of_elsewhere(
        found.issuer, first_day(found.issued_on), provinces_of(request.user)
    )
    adoptable = may_adopt(request.user, found) and not elsewhere
    context = {
        "plan": found,
        "issued": show_partial(found.issued_on),
        "groups": groups,
        "lines": lines_of_plan(found, groups),
        "money": money_of(found),
        "classes": classes_of(found),
        "abbreviations": abbreviations_of(found),
        "programmes": [
            (programme, _address("dashboard:programme", programme.key))
            for programme in found.programmes.all()
        ],
        "later": found.superseded_by.all(),
        "elsewhere": elsewhere,
        "adopt_url": _address("programmes:adopt", found.key) if adoptable else "",
        "events": history_of(found)[:50],
    }
    return render(request, "plans/plan.html", context)


def _address(name: str, key: str) -> str:
    """Return an address of a part that stands above this one, or "" where it is not installed."""
    try:
        return reverse(name, args=[key])
    except NoReverseMatch:
        return ""
