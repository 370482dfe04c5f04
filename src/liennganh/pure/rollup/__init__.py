"""What an indicator means: over units, over time, against its target, and in public."""

from .attainment import DEFAULT_RISK_MARGIN, Attainment, assess
from .boundaries import CarriedOver, SeriesBreak, Succession, carry_over
from .disclosure import Cell, PublishedCell, protect, reader_ranges
from .errors import (
    ConflictingEntriesError,
    CumulativeFiguresError,
    EntryError,
    MixedPeriodsError,
    NotAddableError,
    OverlappingPeriodsError,
    RollUpError,
    RuleError,
    SuccessionError,
    UnexpectedReporterError,
)
from .statuses import AttainmentStatus
from .stretches import over_periods
from .targets import Meaning, Target, meaning_of
from .units import current, roll_up
from .values import (
    Basis,
    Entry,
    Figure,
    Flow,
    IndicatorRule,
    OverTime,
    OverUnits,
    Status,
    Stretch,
)

__all__ = [
    "DEFAULT_RISK_MARGIN",
    "Attainment",
    "AttainmentStatus",
    "Basis",
    "CarriedOver",
    "Cell",
    "ConflictingEntriesError",
    "CumulativeFiguresError",
    "Entry",
    "EntryError",
    "Figure",
    "Flow",
    "IndicatorRule",
    "Meaning",
    "MixedPeriodsError",
    "NotAddableError",
    "OverTime",
    "OverUnits",
    "OverlappingPeriodsError",
    "PublishedCell",
    "RollUpError",
    "RuleError",
    "SeriesBreak",
    "Status",
    "Stretch",
    "Succession",
    "SuccessionError",
    "Target",
    "UnexpectedReporterError",
    "assess",
    "carry_over",
    "current",
    "meaning_of",
    "over_periods",
    "protect",
    "reader_ranges",
    "roll_up",
]
