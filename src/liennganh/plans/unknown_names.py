"""Printed names that no agency of the directory bears: what could be created, and how surely."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from liennganh.agencies.kinds import OTHER
from liennganh.agencies.matching import AgencyMatch
from liennganh.agencies.rules import province_path
from liennganh.agencies.wording import read
from liennganh.plans.headers import plan_day
from liennganh.plans.issuers import is_of_elsewhere
from liennganh.plans.models import Intake
from liennganh.plans.queries import PrintedName
from liennganh.pure.vietnamese import fold
from liennganh.territory.models import Unit
from liennganh.territory.queries import ancestors


@dataclass(frozen=True)
class Unknown:
    """A body to create: the names that plans print for it, and what is suggested.

    ``certain``: its words name a known kind of agency and a known unit, so that there is hardly
    anything to decide. Nothing is certain in the plan of another province: its bodies are not ours.
    """

    printed: tuple[str, ...]
    name: str
    kind: str
    unit: Unit
    certain: bool
    items: int


@dataclass(frozen=True)
class UnknownNames:
    """All of them, and the units among which to choose."""

    rows: tuple[Unknown, ...]
    units: tuple[Unit, ...]
    on: dt.date


def unknown_names(intake: Intake, names: Sequence[PrintedName]) -> UnknownNames:
    """Return the bodies that nobody has matched, the certain ones first; names of one are joined."""
    own = intake.agency.unit
    chain = (own, *reversed(ancestors(own)))
    own_names = frozenset(name.folded for unit in chain for name in unit.names.all())
    on = plan_day(intake)
    issuer = str(intake.header.get("issuer") or "")
    foreign = is_of_elsewhere(issuer, on, [province_path(own.path)])
    groups: dict[tuple[int, str, str], list[PrintedName]] = {}
    for name in names:
        if _is_unknown(name):
            match = name.match
            unit = match.unit or own
            key = (unit.pk, match.kind or OTHER, fold(match.suggested_name or name.full))
            groups.setdefault(key, []).append(name)
    rows = []
    for group in groups.values():
        first = group[0]
        unit = first.match.unit or own
        certain = not foreign and _is_certain(first, own_names, own, on)
        rows.append(
            Unknown(
                printed=tuple(name.printed for name in group),
                name=first.match.suggested_name or first.full,
                kind=first.match.kind or OTHER,
                unit=unit,
                certain=certain,
                items=sum(len(name.rows) for name in group),
            )
        )
    rows.sort(key=lambda row: (not row.certain, -row.items))
    units = tuple(dict.fromkeys((*chain, *(row.unit for row in rows))))
    return UnknownNames(tuple(rows), units, on)


def _is_unknown(name: PrintedName) -> bool:
    first, match = name.first, name.match
    settled = name.confirmed or first.agency_id is not None or bool(first.whole_class)
    return not settled and match.agency is None and not match.candidates


def _is_certain(name: PrintedName, own_names: frozenset[str], own: Unit, on: dt.date) -> bool:
    match: AgencyMatch = name.match
    if match.kind in (None, OTHER) or match.unit is None or match.successor_note:
        return False
    wording = read(name.full, own_names=own_names, level=own.level)
    if wording.level and wording.level != match.unit.level:
        return False
    # A place that the table does not know falls back on the plan's own unit: nothing certain.
    place = match.unit.naming_on(on).folded
    return not wording.place or wording.place == place or wording.place in own_names
