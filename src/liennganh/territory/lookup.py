"""Finding units by name, as people type them."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from liennganh.territory.models import Level, Unit, UnitName, in_force
from liennganh.territory.naming import Wording, spelling, spellings, wordings
from liennganh.territory.queries import covers

_RANK: dict[str, int] = {Level.PROVINCE: 0, Level.DISTRICT: 1, Level.COMMUNE: 2}
_AS_WRITTEN, _NO_KIND, _OTHER_KIND = range(3)
_WIDEST = 200  # no name is borne by more units than this


@dataclass(frozen=True)
class Match:
    """A unit that bears the name; ``name`` is the name row that was met.

    ``covered`` is False when the day asked about is one whose units the table does not know: the
    unit is of a later day, and may not have existed, or not so, on the day asked about.
    """

    unit: Unit
    name: UnitName
    covered: bool

    @property
    def printed(self) -> str:
        """The name with its kind: "Phường Hoa Lư"."""
        return self.name.printed


def find(
    text: str,
    on: dt.date | None,
    level: str | None = None,
    under: Unit | None = None,
) -> list[Match]:
    """Find units by a written name: "thanh hoá", "TP Lạng Sơn", "P. Hoa Lư, tỉnh Ninh Bình".

    Parts after a comma say within what. ``on`` keeps the units and names of that day; without it
    every name a unit ever bore is looked at. If a kind is written and units of that kind are met,
    others are left out. Best first: the marks that were written, then covered ones, then the higher
    level, then the latest. One query for each part.
    """
    parts = [part for part in re.split(r"[,;]", text) if part.strip()]
    within = [under] if under is not None else None
    matches: list[Match] = []
    for place, part in enumerate(reversed(parts)):
        last = place == len(parts) - 1
        matches = _find_part(part, on, level if last else None, within)
        within = [match.unit for match in matches]
        if not within:
            return []
    return matches


def search(
    text: str,
    on: dt.date | None,
    level: str | None = None,
    under: Unit | None = None,
    limit: int = 20,
) -> list[Match]:
    """Return units whose name begins with what was typed so far, in Vietnamese order.

    One query. An empty text lists from the beginning of the alphabet.
    """
    names = _candidates(on, level, [under] if under is not None else None)
    meant = wordings(text)
    if meant:
        condition = Q()
        for wording in meant:
            of_kind = Q(kind=wording.kind) if wording.kind else Q()
            condition |= of_kind & Q(folded__startswith=wording.folded)
        names = names.filter(condition)
    return [
        _match(row, on) for row in names.order_by("sort_key", "unit__path", "valid_from")[:limit]
    ]


def _find_part(
    text: str, on: dt.date | None, level: str | None, within: Iterable[Unit] | None
) -> list[Match]:
    meant = wordings(text)
    marks = spellings(text)
    names = _candidates(on, level, within).filter(folded__in={w.folded for w in meant})
    found: dict[int, tuple[tuple[int, ...], Match]] = {}
    for row in names.order_by("sort_key", "unit__path")[:_WIDEST]:
        match = _match(row, on)
        rank = (_fit(row, meant), bool(marks) and spelling(row.name) not in marks, *_rank(match))
        best = found.get(row.unit_id)
        if best is None or rank < best[0]:
            found[row.unit_id] = (rank, match)
    ranked = sorted(found.values(), key=lambda pair: pair[0])
    if ranked and ranked[0][0][0] == _AS_WRITTEN:
        ranked = [pair for pair in ranked if pair[0][0] != _OTHER_KIND]
    return [match for _, match in ranked]


def _candidates(
    on: dt.date | None, level: str | None, within: Iterable[Unit] | None
) -> QuerySet[UnitName]:
    names = UnitName.objects.select_related("unit")
    if on is not None:
        names = names.filter(in_force(on), in_force(on, "unit__"))
    if level is not None:
        names = names.filter(unit__level=level)
    if within is not None:
        condition = Q()
        for unit in within:
            condition |= Q(unit__path__startswith=unit.path) & ~Q(unit=unit)
        names = names.filter(condition)
    return names


def _match(row: UnitName, on: dt.date | None) -> Match:
    given = row.unit.supplied_list_id is not None
    return Match(row.unit, row, on is None or given or covers(row.unit.level, on))


def _fit(row: UnitName, meant: list[Wording]) -> int:
    return min(
        _NO_KIND
        if wording.kind is None
        else _AS_WRITTEN
        if wording.kind == row.kind
        else _OTHER_KIND
        for wording in meant
        if wording.folded == row.folded
    )


def _rank(match: Match) -> tuple[int, int, int]:
    end = min(match.unit.valid_to or dt.date.max, match.name.valid_to or dt.date.max)
    return (not match.covered, _RANK[match.unit.level], -end.toordinal())
