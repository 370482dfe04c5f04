"""The table that ships with the product, read from ``data/`` (made by scripts/make_territory.py)."""

import csv
import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit; ``area`` is the code of the province of today in which it lies or lay."""

    key: str
    level: str
    parent: str
    area: str
    valid_from: dt.date | None
    valid_to: dt.date | None


@dataclass(frozen=True, slots=True)
class NameRow:
    unit: str
    name: str
    kind: str
    code: str
    valid_from: dt.date | None
    valid_to: dt.date | None
    legal_basis: str
    verified: bool


@dataclass(frozen=True, slots=True)
class SuccessionRow:
    """``successor`` is empty for a unit that was abolished with none."""

    predecessor: str
    successor: str
    kind: str
    effective: dt.date
    share: str
    legal_basis: str
    verified: bool


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """Days for which the table holds every unit of a level; ``valid_to`` None means until further."""

    level: str
    valid_from: dt.date
    valid_to: dt.date | None
    legal_basis: str


@dataclass(frozen=True, slots=True)
class Table:
    units: list[UnitRow]
    names: list[NameRow]
    successions: list[SuccessionRow]


def read_table(provinces: Collection[str] | None = None) -> Table:
    """Read the table, or only what lies or lay in some provinces of today (by code)."""
    laws = _laws()
    units = [
        UnitRow(
            r["key"], r["level"], r["parent"], r["area"], _day(r["valid_from"]), _day(r["valid_to"])
        )
        for r in _rows("units.csv")
        if provinces is None or r["area"] in provinces
    ]
    keys = {row.key for row in units}
    names = [
        NameRow(
            r["unit"],
            r["name"],
            r["kind"],
            r["code"],
            _day(r["valid_from"]),
            _day(r["valid_to"]),
            laws[r["law"]],
            bool(r["verified"]),
        )
        for r in _rows("names.csv")
        if r["unit"] in keys
    ]
    successions = [
        SuccessionRow(
            r["predecessor"],
            r["successor"],
            r["kind"],
            dt.date.fromisoformat(r["effective"]),
            r["share"],
            laws[r["law"]],
            bool(r["verified"]),
        )
        for r in _rows("successions.csv")
        if r["predecessor"] in keys
    ]
    return Table(units, names, successions)


@cache
def coverage() -> tuple[CoverageRow, ...]:
    """Return the periods that the table covers, level by level."""
    laws = _laws()
    return tuple(
        CoverageRow(
            r["level"],
            dt.date.fromisoformat(r["valid_from"]),
            _day(r["valid_to"]),
            laws[r["law"]],
        )
        for r in _rows("coverage.csv")
    )


@cache
def _laws() -> dict[str, str]:
    return {row["law"]: row["citation"] for row in _rows("laws.csv")}


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (_DATA / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


@cache
def _day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
