"""Indicators of a plan's own: what follows from what is counted."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from liennganh.indicators.models import Flow, Measure, OverTime, OverUnits
from liennganh.plans.models import PrintedTarget


@dataclass(frozen=True)
class NewIndicator:
    """An indicator to be made for a target that the catalogue does not know."""

    name: str
    unit: str
    measure: Measure
    flow: Flow
    over_units: OverUnits
    over_time: OverTime
    numerator: str = ""
    denominator: str = ""


# How each thing counted adds up (domain.md §6.4): what is there at the cut-off is taken from the
# newest period, what happens is added; a share is never added at all.
_RULES: dict[Measure, tuple[Flow, OverUnits, OverTime]] = {
    Measure.SHARE: (Flow.STOCK, OverUnits.RATIO_OF_SUMS, OverTime.LATEST),
    Measure.OBJECTS: (Flow.STOCK, OverUnits.SUM, OverTime.LATEST),
    Measure.EVENTS: (Flow.FLOW, OverUnits.SUM, OverTime.SUM),
    Measure.PERSONS: (Flow.FLOW, OverUnits.SUM, OverTime.SUM),
    Measure.MONEY: (Flow.FLOW, OverUnits.SUM, OverTime.SUM),
}


def new_indicator(
    name: str, unit: str, measure: Measure, *, numerator: str = "", denominator: str = ""
) -> NewIndicator:
    """Describe an indicator by what it counts; how it adds up follows from that."""
    flow, over_units, over_time = _RULES[measure]
    if measure != Measure.SHARE:
        numerator = denominator = ""
    return NewIndicator(name, unit, measure, flow, over_units, over_time, numerator, denominator)


def new_indicator_for(printed: PrintedTarget, name: str) -> NewIndicator:
    """Propose an indicator for a printed target, under the given name."""
    if printed.unit == "percent" and printed.comparator not in {"+", "-"}:
        return new_indicator(
            name,
            "%",
            Measure.SHARE,
            numerator=_("Số đã đạt"),
            denominator=_("Tổng số thuộc diện"),
        )
    if printed.unit == "currency":
        return new_indicator(name, _("đồng"), Measure.MONEY)
    return new_indicator(name, _("số lượng"), Measure.EVENTS)
