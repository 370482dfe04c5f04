"""Every unit's figures of a round side by side: units down, indicators across."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from liennganh.dashboard.queries.remembered import mark_of, remembered
from liennganh.programmes.models import Programme
from liennganh.pure.rollup import Figure, RollUpError, roll_up
from liennganh.pure.rollup.words import number
from liennganh.pure.vietnamese import sort_key
from liennganh.reporting.frozen import FigureView, Part
from liennganh.reporting.models import Report, Round, Status
from liennganh.reporting.queries import figures

SHADES = 5
NAME = "ten"


@dataclass(frozen=True, slots=True)
class Column:
    """An indicator that every unit reports; ``top`` scales the shades of its cells."""

    tracked_id: int
    label: str
    unit: str
    ratio: bool
    top: Decimal


@dataclass(frozen=True, slots=True)
class Cell:
    """A unit's figure. ``status`` is "" where no approved report gives it.

    ``shade`` from 0 to 4 is the lightness, light for little: of a share its part of the whole, of
    anything else its part of the largest in the column.
    """

    status: str
    value: Decimal | None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    shade: int = 0

    @property
    def shown(self) -> str:
        """Return the value with at most two decimals, "" where there is none."""
        return "" if self.value is None else number(self.value)


EMPTY = Cell("", None)


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit, where its report stands, and its cells in the order of the columns."""

    agency_id: int
    report_id: int
    name: str
    kind: str
    state: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Total:
    """A group of units or the whole, rolled up by each indicator's own rule."""

    name: str
    count: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The whole table, its rows in Vietnamese order of names."""

    columns: tuple[Column, ...]
    rows: tuple[UnitRow, ...]
    groups: tuple[Total, ...]
    total: Total

    def sorted_by(self, key: str, *, falling: bool) -> list[UnitRow]:
        """Return the rows by a column ("ten" or the id of an indicator); empty cells stand last."""
        place = next((i for i, c in enumerate(self.columns) if str(c.tracked_id) == key), None)
        if place is None:
            return list(self.rows[::-1] if falling else self.rows)
        known = [row for row in self.rows if row.cells[place].value is not None]
        rest = [row for row in self.rows if row.cells[place].value is None]
        known.sort(key=lambda row: row.cells[place].value or Decimal(0), reverse=falling)
        return known + rest

    def of_agency(self, agency_id: int) -> list[UnitRow]:
        """Return the row of one agency alone, in a list, or nothing."""
        return [row for row in self.rows if row.agency_id == agency_id]

    def without_others(self) -> "Matrix":
        """Return the table with nothing in it that rests on more than one row: no totals, no shades."""
        rows = tuple(
            replace(row, cells=tuple(replace(cell, shade=0) for cell in row.cells))
            for row in self.rows
        )
        total = replace(self.total, cells=(EMPTY,) * len(self.columns))
        return Matrix(self.columns, rows, (), total)


def matrix_of(programme: Programme, round_: Round, today: dt.date) -> Matrix:
    """Return the units' figures; worked out once for the same reports.

    What a register gives is never shown for a unit here: small counts of persons would follow from
    it (pure.rollup.disclosure). The caller cuts the rows for those who may not see every unit.
    """
    mark = mark_of(programme, round_, today)
    return remembered("matrix", round_, mark, lambda: _work_out(programme, round_))


def _work_out(programme: Programme, round_: Round) -> Matrix:
    reports = list(
        round_.reports.exclude(unit=programme.unit_id)
        .select_related("agency", "unit")
        .prefetch_related("unit__names")
        .only("state", "agency__key", "unit__key", "round")
    )
    keys = {report.agency.key for report in reports}
    views = [
        view
        for view in figures(programme, round=round_)
        if not view.definition.register
        and not view.definition.rule.protected
        and any(part.agency in keys for part in view.parts)
    ]
    answers = [{part.agency: part for part in view.parts} for view in views]
    columns = tuple(
        _column(view, parts.values()) for view, parts in zip(views, answers, strict=True)
    )
    rows = []
    for report in reports:
        name = report.unit.naming_on(round_.ends_on)
        cells = tuple(
            _cell(column, parts.get(report.agency.key))
            for column, parts in zip(columns, answers, strict=True)
        )
        rows.append(
            UnitRow(report.agency_id, report.pk, name.printed, name.kind, report.state, cells)
        )
    rows.sort(key=lambda row: sort_key(row.name.removeprefix(f"{row.kind} ")))
    groups = _groups(views, answers, reports, round_)
    total = Total("", len(rows), tuple(_of_figure(view.figure) for view in views))
    return Matrix(columns, tuple(rows), groups, total)


def _column(view: FigureView, parts: Iterable[Part]) -> Column:
    ratio = view.definition.rule.is_ratio
    values = [part.value for part in parts if part.value is not None]
    top = Decimal(100) if ratio else max(values, default=Decimal(0))
    return Column(view.definition.tracked_id, view.label, view.unit, ratio, top)


def _cell(column: Column, part: Part | None) -> Cell:
    if part is None:
        return EMPTY
    value = part.value
    if column.ratio and part.denominator:
        value = 100 * (part.numerator or Decimal(0)) / part.denominator
    elif part.status == Status.NIL and not column.ratio:
        value = Decimal(0)
    shade = 0
    if value is not None and column.top > 0:
        shade = min(SHADES - 1, int(value * SHADES / column.top))
    return Cell(part.status, value, part.numerator, part.denominator, shade)


def _of_figure(figure: Figure) -> Cell:
    status = Status.REPORTED.value if figure.value is not None else ""
    return Cell(status, figure.value, figure.numerator, figure.denominator)


def _groups(
    views: Sequence[FigureView],
    answers: Sequence[dict[str, Part]],
    reports: Sequence[Report],
    round_: Round,
) -> tuple[Total, ...]:
    """Return a total for each kind of unit (phường, xã, đặc khu), where there are several kinds."""
    kinds: dict[str, list[str]] = {}
    for report in reports:
        kind = report.unit.naming_on(round_.ends_on).kind
        kinds.setdefault(kind, []).append(report.agency.key)
    if len(kinds) < 2:  # noqa: PLR2004 - a single group is the whole
        return ()
    found = []
    for kind, members in sorted(kinds.items(), key=lambda pair: sort_key(pair[0])):
        cells = [
            _of_figure(_rolled(view, [parts[k] for k in members if k in parts], members, round_))
            for view, parts in zip(views, answers, strict=True)
        ]
        found.append(Total(kind, len(members), tuple(cells)))
    return tuple(found)


def _rolled(
    view: FigureView, parts: Sequence[Part], members: Sequence[str], round_: Round
) -> Figure:
    rule = view.definition.rule
    try:
        return roll_up(rule, [part.entry(round_.period_key) for part in parts], members)
    except RollUpError:
        return Figure(rule.key, round_.period_key, None, complete=False)
