"""Putting the shipped table into the database: the differences only, in few queries."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeVar

from django.db import models

from liennganh.territory.models import Level, Unit, UnitName, UnitSuccession
from liennganh.territory.naming import key_fields
from liennganh.territory.table import NameRow, SuccessionRow, Table, UnitRow

M = TypeVar("M", bound=models.Model)


@dataclass(frozen=True)
class Loaded:
    """How many rows of all kinds a load created, changed and removed."""

    created: int = 0
    changed: int = 0
    removed: int = 0

    def __add__(self, other: "Loaded") -> "Loaded":
        return Loaded(
            self.created + other.created,
            self.changed + other.changed,
            self.removed + other.removed,
        )


def sync(table: Table) -> Loaded:
    """Make the database equal to the table, leaving lists supplied by officers alone.

    Units are never removed, because records of other apps stand on them.
    """
    total = Loaded()
    units: dict[str, Unit] = {
        unit.key: unit for unit in Unit.objects.filter(supplied_list__isnull=True)
    }
    for level in (Level.PROVINCE, Level.DISTRICT, Level.COMMUNE):
        rows = [row for row in table.units if row.level == level]
        existing: dict[Any, Unit] = {row.key: units[row.key] for row in rows if row.key in units}
        total += _apply(
            Unit.objects, existing, {row.key: _unit_fields(row, units) for row in rows}, set()
        )
        # Fresh objects carry the primary keys that the next level points to.
        units |= existing
    ids = {row.key: units[row.key].pk for row in table.units}
    total += _sync_names(table.names, ids)
    return total + _sync_successions(table.successions, ids)


def _sync_names(rows: list[NameRow], ids: dict[str, int]) -> Loaded:
    existing: dict[Any, UnitName] = {
        (name.unit_id, name.valid_from): name
        for name in UnitName.objects.filter(unit__supplied_list__isnull=True)
    }
    wanted = {(ids[row.unit], row.valid_from): _name_fields(row, ids) for row in rows}
    return _apply(UnitName.objects, existing, wanted, set(ids.values()))


def _sync_successions(rows: list[SuccessionRow], ids: dict[str, int]) -> Loaded:
    existing: dict[Any, UnitSuccession] = {
        (step.predecessor_id, step.successor_id): step
        for step in UnitSuccession.objects.filter(predecessor__supplied_list__isnull=True)
    }
    wanted = {
        (ids[row.predecessor], ids[row.successor] if row.successor else None): _step_fields(
            row, ids
        )
        for row in rows
    }
    return _apply(UnitSuccession.objects, existing, wanted, set(ids.values()))


def _apply(
    objects: models.Manager[M],
    existing: dict[Any, M],
    wanted: dict[Any, dict[str, Any]],
    owners: set[int],
) -> Loaded:
    """Create, change and (for rows whose key begins with one of ``owners``) remove.

    Created objects are added to ``existing``.
    """
    stale = [key for key in existing if key not in wanted and key[0] in owners]
    if stale:
        objects.filter(pk__in=[existing[key].pk for key in stale]).delete()
    changed: list[M] = []
    for key in wanted.keys() & existing.keys():
        fields, row = wanted[key], existing[key]
        if any(getattr(row, name) != value for name, value in fields.items()):
            for name, value in fields.items():
                setattr(row, name, value)
            changed.append(row)
    if changed:
        columns = [name.removesuffix("_id") for name in wanted[next(iter(wanted))]]
        objects.bulk_update(changed, columns, batch_size=500)
    missing = [key for key in wanted if key not in existing]
    made = objects.bulk_create([objects.model(**wanted[key]) for key in missing])
    existing.update(zip(missing, made, strict=True))
    return Loaded(len(made), len(changed), len(stale))


def _unit_fields(row: UnitRow, units: dict[str, Unit]) -> dict[str, Any]:
    parent = units[row.parent] if row.parent else None
    return {
        "key": row.key,
        "level": row.level,
        "parent_id": parent.pk if parent else None,
        "path": f"{parent.path if parent else '/'}{row.key}/",
        "valid_from": row.valid_from,
        "valid_to": row.valid_to,
    }


def _name_fields(row: NameRow, ids: dict[str, int]) -> dict[str, Any]:
    return {
        "unit_id": ids[row.unit],
        "name": row.name,
        "kind": row.kind,
        "code": row.code,
        **key_fields(row.name),
        "valid_from": row.valid_from,
        "valid_to": row.valid_to,
        "legal_basis": row.legal_basis,
        "verified": row.verified,
    }


def _step_fields(row: SuccessionRow, ids: dict[str, int]) -> dict[str, Any]:
    return {
        "predecessor_id": ids[row.predecessor],
        "successor_id": ids[row.successor] if row.successor else None,
        "kind": row.kind,
        "effective": row.effective,
        "share": Decimal(row.share) if row.share else None,
        "legal_basis": row.legal_basis,
        "verified": row.verified,
    }
