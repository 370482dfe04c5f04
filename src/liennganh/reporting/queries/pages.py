"""What the pages show: tables of reports, rounds with their counts, the last period."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Count, Q, QuerySet

from liennganh.accounts.models import User
from liennganh.pure.periods import PeriodKind, last_day_in_time
from liennganh.pure.vietnamese import fold
from liennganh.reporting.cells import Cell
from liennganh.reporting.models import Report, ReportState, Round
from liennganh.reporting.queries.access import rounds_visible_to, visible_to

_ORDERS = {
    "": ("agency__folded", "pk"),
    "state": ("state", "agency__folded", "pk"),
    "sent": ("submitted_at", "agency__folded", "pk"),
}


def rounds_with_counts(user: User) -> QuerySet[Round]:
    """Return the user's rounds, each with how many reports are expected, sent and approved."""
    approved = Q(reports__state=ReportState.APPROVED)
    # Grouping drops the order of the model: said again, or pages would overlap.
    return (
        rounds_visible_to(user)
        .order_by("-starts_on", "-pk")
        .annotate(
            expected=Count("reports"),
            approved=Count("reports", filter=approved),
            sent=Count("reports", filter=approved | Q(reports__state=ReportState.SUBMITTED)),
        )
    )


def reports_of_round(
    user: User,
    round_: Round,
    today: dt.date,
    *,
    q: str = "",
    state: str = "",
    late: str = "",
    sort: str = "",
) -> QuerySet[Report]:
    """Return the round's reports that the user may list, filtered and sorted by the address."""
    found = visible_to(user).filter(round=round_)
    if q.strip():
        found = found.filter(agency__folded__contains=fold(q))
    if state:
        found = found.filter(state=state)
    if late:
        found = found.filter(_late(round_, today))
    return found.annotate(answered=Count("observations")).order_by(*_ORDERS.get(sort, _ORDERS[""]))


def _late(round_: Round, today: dt.date) -> Q:
    """Return the condition of being late by dates: sent after the last day, or not sent by now."""
    if round_.due_on is None:
        return Q(pk__in=[])
    last = last_day_in_time(round_.due_on, before=round_.due_before)
    sent_late = Q(submitted_at__date__gt=last)
    return sent_late | Q(submitted_at__isnull=True) if today > last else sent_late


def last_period(report: Report) -> tuple[str, dict[int, Cell]]:
    """Return the label and the cells of the report that the agency sent before this one.

    The same kind of period is preferred; without one, the nearest earlier round.
    """
    earlier = (
        Report.objects.filter(
            agency=report.agency_id,
            round__programme=report.round.programme_id,
            round__ends_on__lt=report.round.ends_on,
            state__in=[ReportState.SUBMITTED, ReportState.APPROVED],
        )
        .exclude(round__duty__kind=PeriodKind.AD_HOC)
        .select_related("round")
        .order_by("-round__ends_on")
    )
    before = earlier.filter(round__duty=report.round.duty_id).first() or earlier.first()
    if before is None:
        return "", {}
    return str(before.round), {row.tracked_id: Cell.of(row) for row in before.observations.all()}


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A cell on a page that is read."""

    tracked_id: int
    label: str
    unit: str
    cell: Cell
    basis: str


def cells_now(report: Report) -> list[ShownCell]:
    """Return what stands in the report now."""
    rows = report.observations.select_related("tracked__indicator").order_by(
        "tracked__order", "tracked_id"
    )
    return [
        ShownCell(r.tracked_id, r.tracked.label, r.tracked.indicator.unit, Cell.of(r), r.basis)
        for r in rows
    ]


def cells_of_version(content: dict[str, Any]) -> list[ShownCell]:
    """Return what stood in a kept version."""
    found = []
    for data in content["cells"]:
        numbers = {
            key: None if data[key] is None else Decimal(data[key])
            for key in ("value", "numerator", "denominator", "to_date")
        }
        cell = Cell(status=data["status"], note=data["note"] or "", **numbers)
        found.append(ShownCell(data["tracked"], data["label"], data["unit"], cell, data["basis"]))
    return found
