"""Figures that are allowed but want a reason: set beside what was approved for the last period."""

from collections.abc import Mapping
from decimal import Decimal

from django.utils.translation import gettext as _

from liennganh.indicators.models import OverTime
from liennganh.programmes.models import TrackedIndicator
from liennganh.pure.periods import PeriodKind
from liennganh.pure.vietnamese import format_number
from liennganh.reporting.cells import Cell
from liennganh.reporting.models import Report, ReportState, Status

#: More than so many times as much or as little as last time, and by more than so many.
TIMES, BY = 5, 20


def doubts(
    report: Report, asked: list[TrackedIndicator], cells: Mapping[int, Cell]
) -> dict[int, str]:
    """Return id of tracked indicator → why its figure surprises; two queries.

    It is compared with the agency's approved report of the last period of the same kind: months
    with months, years with years; rounds that no calendar asked for are alike in nothing. Shares
    are left out, their parts are few.
    """
    if report.round.duty.kind == PeriodKind.AD_HOC:
        return {}
    last = (
        Report.objects.filter(
            agency=report.agency_id,
            round__duty=report.round.duty_id,
            round__ends_on__lt=report.round.ends_on,
            state=ReportState.APPROVED,
        )
        .select_related("round")
        .order_by("-round__ends_on")
        .first()
    )
    if last is None:
        return {}
    before = {row.tracked_id: Cell.of(row) for row in last.observations.all()}
    same_year = last.round.ends_on.year == report.round.ends_on.year
    found = {}
    for tracked in asked:
        then, now = (_counted(one.get(tracked.pk)) for one in (before, cells))
        if tracked.indicator.is_share or then is None or now is None:
            continue
        why = _why(tracked, then, now, same_year=same_year)
        if why:
            found[tracked.pk] = why % {
                "label": last.round,
                "then": format_number(then),
                "now": format_number(now),
            }
    return found


def _counted(cell: Cell | None) -> Decimal | None:
    if cell is None:
        return None
    return Decimal(0) if cell.status == Status.NIL else cell.value


def _why(tracked: TrackedIndicator, then: Decimal, now: Decimal, *, same_year: bool) -> str:
    if tracked.indicator.over_time == OverTime.CUMULATIVE and same_year and now < then:
        return _("%(label)s ghi %(then)s, nay %(now)s: số lũy kế không thể giảm.")
    low, high = sorted((then, now))
    if high > TIMES * low and high - low > BY:
        return _("%(label)s ghi %(then)s, nay %(now)s: chênh nhau hơn năm lần.")
    return ""
