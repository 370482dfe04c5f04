"""Who is expected to report in a programme, and which figures each is asked for."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from liennganh.agencies.models import Agency
from liennganh.programmes.models import (
    Programme,
    Reporters,
    ReportingUnit,
    TaskAssignment,
    TrackedIndicator,
)


def reporting_unit_of(programme: Programme) -> dict[int, int]:
    """Return agency id → id of the unit that the agency reports for."""
    pairs = ReportingUnit.objects.filter(programme=programme).order_by("-pk")
    return dict(pairs.values_list("agency_id", "unit_id"))


def expected_agencies(programme: Programme) -> list[Agency]:
    """Return the agencies that report in every round, each once.

    They are those that report for a unit, those that lead a task, and those chosen to report an
    indicator.
    """
    leading = TaskAssignment.objects.filter(task__programme=programme, role="lead")
    chosen = TrackedIndicator.agencies.through.objects.filter(
        trackedindicator__programme=programme, trackedindicator__reporters=Reporters.AGENCIES
    )
    keys = (
        set(reporting_unit_of(programme))
        | set(leading.values_list("agency_id", flat=True))
        | set(chosen.values_list("agency_id", flat=True))
    )
    found = {}
    for some in _portions(sorted(keys)):
        found.update(Agency.objects.in_bulk(some))
    return sorted(found.values(), key=lambda agency: (agency.folded, agency.pk))


def _portions(keys: list[int], size: int = 500) -> Iterable[list[int]]:
    # SQLite takes a limited number of parameters in one statement.
    return (keys[start : start + size] for start in range(0, len(keys), size))


@dataclass(frozen=True, slots=True)
class Asked:
    """What a programme asks of whom, read once and looked up for any number of reports."""

    tracked: tuple[TrackedIndicator, ...]
    unit_agencies: frozenset[int]
    chosen: dict[int, frozenset[int]] = field(default_factory=dict)  # tracked id → agency ids

    def of(self, agency_id: int) -> list[TrackedIndicator]:
        """Return the indicators that this agency gives figures for."""
        return [t for t in self.tracked if agency_id in self.agencies_of(t)]

    def agencies_of(self, tracked: TrackedIndicator) -> frozenset[int]:
        """Return the ids of the agencies that report an indicator; none for a register's."""
        if from_register(tracked):
            return frozenset()
        if tracked.reporters == Reporters.UNITS:
            return self.unit_agencies
        return self.chosen.get(tracked.pk, frozenset())

    @property
    def from_registers(self) -> list[TrackedIndicator]:
        """Return the indicators that nobody types."""
        return [t for t in self.tracked if from_register(t)]


def from_register(tracked: TrackedIndicator) -> bool:
    """Tell whether the figure comes from a register and is never typed.

    An indicator whose count is protected is never typed, whatever the programme says.
    """
    return tracked.reporters == Reporters.REGISTER or tracked.indicator.protected


def asked_in(programme: Programme) -> Asked:
    """Return what the programme asks, in three queries."""
    tracked = tuple(programme.tracked_indicators.select_related("indicator"))
    through = TrackedIndicator.agencies.through.objects.filter(
        trackedindicator__programme=programme
    )
    chosen: dict[int, set[int]] = {}
    for tracked_id, agency_id in through.values_list("trackedindicator_id", "agency_id"):
        chosen.setdefault(tracked_id, set()).add(agency_id)
    return Asked(
        tracked,
        frozenset(reporting_unit_of(programme)),
        {key: frozenset(agencies) for key, agencies in chosen.items()},
    )
