"""The definitions that a figure is worked out with, as values and as JSON for the snapshot."""

import re
from dataclasses import asdict, dataclass, replace
from decimal import Decimal
from typing import Any

from liennganh.indicators.queries import rules_of
from liennganh.programmes.models import TrackedIndicator
from liennganh.pure.rollup import (
    Flow,
    IndicatorRule,
    OverTime,
    OverUnits,
)
from liennganh.reporting.expected import from_register


@dataclass(frozen=True, slots=True)
class Definition:
    """What one tracked indicator meant on the day that it was used."""

    tracked_id: int
    code: str
    label: str
    unit: str
    numerator: str
    denominator: str
    text: str
    legal_source: str
    register: str  # key of the register that gives the figure, "" where agencies type it
    rule: IndicatorRule

    def as_json(self) -> dict[str, Any]:
        """Return plain JSON values; ``definition_from`` reads them back."""
        rule = {
            key: str(part) if isinstance(part, Decimal) else part
            for key, part in asdict(self.rule).items()
        }
        return {**asdict(self), "rule": rule}


def definition_from(data: dict[str, Any]) -> Definition:
    """Read what ``Definition.as_json`` wrote."""
    rule = dict(data["rule"])
    below = rule["denominator_over_time"]
    rule |= {
        "flow": Flow(rule["flow"]),
        "over_units": OverUnits(rule["over_units"]),
        "over_time": OverTime(rule["over_time"]),
        "per": Decimal(rule["per"]),
        "denominator_over_time": None if below is None else OverTime(below),
    }
    return Definition(**{**data, "rule": IndicatorRule(**rule)})


_NUMBER_OF = re.compile(r"^(?:tổng\s+)?số(?:\s+lượng)?\s+", re.IGNORECASE)


def counted(numerator: str) -> str:
    """Return what a numerator counts, to stand behind "34/40": "Số xã có …" gives "xã có …"."""
    bare = _NUMBER_OF.sub("", numerator)
    return bare[:1].lower() + bare[1:] if bare != numerator else numerator


def definition_of(tracked: TrackedIndicator) -> Definition:
    """Return what a tracked indicator means today (``indicator`` must be fetched along)."""
    indicator = tracked.indicator
    numerator = tracked.numerator or indicator.numerator
    name = counted(numerator) if indicator.is_share and numerator else tracked.label
    return Definition(
        tracked_id=tracked.pk,
        code=indicator.code,
        label=tracked.label,
        unit=indicator.unit,
        numerator=numerator,
        denominator=tracked.denominator or indicator.denominator,
        text=indicator.definition,
        legal_source=indicator.legal_source,
        register=(indicator.register or "unnamed") if from_register(tracked) else "",
        rule=replace(rules_of(indicator), name=name),
    )
