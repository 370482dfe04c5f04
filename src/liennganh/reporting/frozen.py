"""A figure as it is shown and kept, and reading what a snapshot keeps."""

import datetime as dt
from dataclasses import asdict, dataclass, replace
from decimal import Decimal
from typing import Any

from liennganh.pure.rollup import Attainment, AttainmentStatus, Basis, Entry, Figure, Status
from liennganh.pure.vietnamese import format_number
from liennganh.reporting.definitions import Definition, definition_from
from liennganh.reporting.models import Round, Snapshot

_NUMBERS = ("value", "numerator", "denominator")


@dataclass(frozen=True, slots=True)
class Part:
    """One approved answer inside a figure, with its proof."""

    agency: str
    agency_name: str
    unit: str
    unit_name: str  # as the unit was called on the last day of the period
    status: str
    value: Decimal | None
    numerator: Decimal | None
    denominator: Decimal | None
    basis: str
    note: str
    version: int
    approved_by: str
    approved_at: str  # ISO 8601, with its offset

    @classmethod
    def of_register(cls, name: str, value: Decimal) -> "Part":
        """Return a part that a register publishes for a unit."""
        return cls(
            name,
            name,
            name,
            name,
            Status.REPORTED.value,
            value,
            None,
            None,
            Basis.ACTUAL.value,
            "",
            1,
            "",
            "",
        )

    @property
    def approved(self) -> dt.datetime | None:
        """Return the moment of approval."""
        return dt.datetime.fromisoformat(self.approved_at) if self.approved_at else None

    def entry(self, period_key: str) -> Entry:
        """Return the part as pure.rollup takes it."""
        return Entry(
            reporter=self.agency,
            unit=self.unit,
            period_key=period_key,
            status=Status(self.status),
            value=self.value,
            numerator=self.numerator,
            denominator=self.denominator,
            basis=Basis(self.basis),
            version=self.version,
            source=self.agency,
        )


@dataclass(frozen=True, slots=True)
class FigureView:
    """A figure of a round: its definition, its value, its parts, and what is said of it.

    ``missing`` are names; ``withheld`` the units whose count lies below the disclosure threshold
    (or would give such a count away).
    """

    definition: Definition
    figure: Figure
    parts: tuple[Part, ...]
    missing: tuple[str, ...]
    sentence: str
    withheld: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        return self.definition.label

    @property
    def unit(self) -> str:
        return self.definition.unit

    @property
    def value(self) -> Decimal | None:
        return self.figure.value

    @property
    def shown(self) -> str:
        """Return the value as it is printed, with two decimals at most."""
        return "–" if self.value is None else format_number(round(self.value, 2))

    def as_json(self) -> dict[str, Any]:
        """Return plain JSON values; ``figure_from`` reads them back equal."""
        bare = replace(self.figure, parts=())
        return {
            "definition": self.definition.as_json(),
            "figure": _plain(asdict(bare)),
            "entries": [_plain(asdict(entry)) for entry in self.figure.parts],
            "parts": [_plain(asdict(part)) for part in self.parts],
            "missing": list(self.missing),
            "sentence": self.sentence,
            "withheld": list(self.withheld),
        }


def _plain(data: dict[str, Any]) -> dict[str, Any]:
    def one(value: Any) -> Any:
        if isinstance(value, Decimal):
            # 12.0000 and 12 are one number; the hash of a snapshot must not tell them apart.
            return format(value.normalize(), "f") if value else "0"
        return list(value) if isinstance(value, tuple) else value

    return {key: one(value) for key, value in data.items()}


def _decimals(data: dict[str, Any], keys: tuple[str, ...]) -> dict[str, Any]:
    return data | {key: None if data[key] is None else Decimal(data[key]) for key in keys}


def figure_from(data: dict[str, Any], *, with_parts: bool = True) -> FigureView:
    """Read what ``FigureView.as_json`` wrote; without its parts where only the figure is wanted."""
    if not with_parts:
        data = data | {"entries": (), "parts": ()}
    entries = tuple(
        Entry(
            **_decimals(entry, _NUMBERS)
            | {"status": Status(entry["status"]), "basis": Basis(entry["basis"])}
        )
        for entry in data["entries"]
    )
    bare = _decimals(data["figure"], (*_NUMBERS, "low", "high", "open_denominator"))
    figure = Figure(
        **bare
        | {
            "parts": entries,
            "missing": tuple(bare["missing"]),
            "not_applicable": tuple(bare["not_applicable"]),
            "basis": Basis(bare["basis"]),
        }
    )
    return FigureView(
        definition=definition_from(data["definition"]),
        figure=figure,
        parts=tuple(Part(**_decimals(part, _NUMBERS)) for part in data["parts"]),
        missing=tuple(data["missing"]),
        sentence=data["sentence"],
        withheld=tuple(data["withheld"]),
    )


@dataclass(frozen=True, slots=True)
class TargetResult:
    """How a tracked target stands in a round; ``value`` is the figure it was judged by."""

    target_id: int
    tracked_id: int
    label: str
    phrase: str
    deadline: dt.date
    value: Decimal | None
    attainment: Attainment

    def as_json(self) -> dict[str, Any]:
        """Return plain JSON values; ``targets_in`` reads them back."""
        return {
            "target_id": self.target_id,
            "tracked_id": self.tracked_id,
            "label": self.label,
            "phrase": self.phrase,
            "deadline": self.deadline.isoformat(),
            **_plain({"value": self.value}),
            "attainment": _plain(asdict(self.attainment)),
        }


def targets_in(content: dict[str, Any]) -> list[TargetResult]:
    """Return how the targets stood, as a snapshot's content holds it."""
    found = []
    for data in content["targets"]:
        kept = _decimals(data["attainment"], ("expected_now", "gap", "measured"))
        attainment = Attainment(**kept | {"status": AttainmentStatus(kept["status"])})
        found.append(
            TargetResult(
                **_decimals(data, ("value",))
                | {"deadline": dt.date.fromisoformat(data["deadline"]), "attainment": attainment}
            )
        )
    return found


def figures_in(content: dict[str, Any], *, with_parts: bool = True) -> list[FigureView]:
    """Return the figures that a snapshot's content holds."""
    return [figure_from(data, with_parts=with_parts) for data in content["figures"]]


def snapshot_of(round_: Round) -> Snapshot | None:
    """Return the snapshot that counts: of the latest closing."""
    return round_.snapshots.order_by("-version").first()
