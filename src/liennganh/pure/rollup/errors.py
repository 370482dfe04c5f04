"""Sums that must not be made; each message is in Vietnamese and fit to show."""


class RollUpError(ValueError):
    """Something asked of the figures that they do not mean."""


class RuleError(RollUpError):
    """An indicator's rule contradicts itself."""


class EntryError(RollUpError):
    """An entry contradicts itself or its indicator's rule."""


class UnexpectedReporterError(RollUpError):
    """An entry of somebody who was not asked; adding it would hide that the list is wrong."""


class ConflictingEntriesError(RollUpError):
    """Two entries of one reporter, unit and version that say different things."""


class MixedPeriodsError(RollUpError):
    """Entries of several periods where one is meant."""


class NotAddableError(RollUpError):
    """Figures that may never be added: distinct counts, or figures with no rule over time."""


class OverlappingPeriodsError(RollUpError):
    """Periods that share days: adding them would count those days twice."""


class CumulativeFiguresError(OverlappingPeriodsError):
    """Figures counted from the start of the year, mixed with figures of parts of it."""


class SuccessionError(RollUpError):
    """Shares of a split that do not make a whole."""
