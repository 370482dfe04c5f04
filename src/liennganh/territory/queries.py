"""Which units there are on a day, and what became of them.

The table knows some days whole and others not (``covers``). For a day it does not know, the list
that an officer supplied is used, or ``NotCoveredError`` is raised: the list of another day is never
put in its place. Finding by name stands in ``lookup.py``.
"""

import datetime as dt
from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from liennganh.errors import DomainError
from liennganh.pure.vietnamese import format_date
from liennganh.territory.models import Level, SuppliedList, Unit, UnitSuccession, in_force
from liennganh.territory.table import coverage


class NotCoveredError(DomainError):
    """Neither the table nor a supplied list knows the units of that day."""

    def __init__(self, *, level: str, day: dt.date, under: Unit | None) -> None:
        self.level, self.day, self.under = Level(level), day, under
        super().__init__(_not_covered_message(self.level, day, under))


class UnitAbsentError(DomainError):
    """The unit asked about does not exist on that day."""


def covers(level: str, day: dt.date) -> bool:
    """Say whether the table holds every unit of the level on that day."""
    return any(
        row.level == level
        and row.valid_from <= day
        and (row.valid_to is None or day < row.valid_to)
        for row in coverage()
    )


def covered_from(level: str) -> dt.date:
    """Return the first day that the table covers for a level."""
    return min(row.valid_from for row in coverage() if row.level == level)


def units_on(day: dt.date, *, level: str, under: Unit | None = None) -> list[Unit]:
    """Return the units of a level on a day, in Vietnamese order, their names fetched along.

    ``under`` keeps those below one unit. At most three queries.

    Raises:
        NotCoveredError: the table does not cover the day and nobody supplied a list for it.
        UnitAbsentError: ``under`` does not exist on that day.

    """
    if under is not None and not under.exists_on(day):
        raise UnitAbsentError(_absent_message(under, day))
    if covers(level, day):
        units = Unit.objects.on(day).filter(level=level, supplied_list__isnull=True)
        if under is not None:
            units = units.within(under).exclude(pk=under.pk)
    elif under is not None and level == Level.COMMUNE and (given := supplied_for(under, day)):
        units = Unit.objects.filter(supplied_list=given)
    else:
        raise NotCoveredError(level=level, day=day, under=under)
    return sorted(units.with_names(), key=lambda unit: unit.naming_on(day).sort_key)


def communes_of(parent: Unit, day: dt.date) -> list[Unit]:
    """Return the communes of a province or district on a day; see ``units_on``."""
    return units_on(day, level=Level.COMMUNE, under=parent)


def supplied_for(parent: Unit, day: dt.date) -> SuppliedList | None:
    """Return the list that an officer supplied for exactly this parent and day."""
    return SuppliedList.objects.filter(parent=parent).filter(in_force(day)).first()


def ancestors(unit: Unit) -> list[Unit]:
    """Return the units above, the province first, their names fetched along."""
    keys = unit.path.strip("/").split("/")[:-1]
    by_key = {above.key: above for above in Unit.objects.filter(key__in=keys).with_names()}
    return [by_key[key] for key in keys]


def full_names(units: Iterable[Unit], day: dt.date) -> dict[int, str]:
    """Return by primary key "Phường Đông Kinh, Thành phố Lạng Sơn, Tỉnh Lạng Sơn".

    Two queries, however many units there are.
    """
    asked = list(units)
    keys = {key for unit in asked for key in unit.path.strip("/").split("/")}
    named = {unit.key: unit.name_on(day) for unit in Unit.objects.filter(key__in=keys).with_names()}
    return {
        unit.pk: ", ".join(named[key] for key in reversed(unit.path.strip("/").split("/")))
        for unit in asked
    }


def successors_of(unit: Unit, day: dt.date | None = None) -> list[UnitSuccession]:
    """Return what became of a unit in one step, up to and including the day (or ever)."""
    steps = UnitSuccession.objects.filter(predecessor=unit).select_related("successor")
    return list(_until(steps, day).order_by("effective", "successor__key"))


def predecessors_of(unit: Unit, day: dt.date | None = None) -> list[UnitSuccession]:
    """Return from which units a unit came in one step, up to and including the day (or ever)."""
    steps = UnitSuccession.objects.filter(successor=unit).select_related("predecessor")
    return list(_until(steps, day).order_by("effective", "predecessor__key"))


def current(unit: Unit, day: dt.date) -> list[Unit]:
    """Return the units that stand for a unit on a day: itself, or its successors' successors.

    Several after a split, none for an abolished district, whose communes went their own ways. One
    query for each step of history.
    """
    alive: dict[int, Unit] = {}
    seen: set[int] = set()
    front = [unit]
    while front:
        seen |= {one.pk for one in front}
        alive |= {one.pk: one for one in front if one.exists_on(day)}
        gone = [one.pk for one in front if not one.exists_on(day)]
        if not gone:
            break
        steps = UnitSuccession.objects.filter(
            predecessor__in=gone, effective__lte=day, successor__isnull=False
        )
        front = list(
            Unit.objects.filter(origins__in=steps).exclude(pk__in=seen).distinct().order_by("key")
        )
    return list(alive.values())


def _until(steps: QuerySet[UnitSuccession], day: dt.date | None) -> QuerySet[UnitSuccession]:
    return steps if day is None else steps.filter(effective__lte=day)


def _not_covered_message(level: Level, day: dt.date, under: Unit | None) -> str:
    facts = {"day": format_date(day), "since": format_date(covered_from(level))}
    if level == Level.COMMUNE and under is not None:
        return _(
            "Chưa có danh sách xã, phường của %(unit)s ngày %(day)s: bảng địa giới chỉ có từ ngày "
            "%(since)s, và danh sách của thời điểm khác không được dùng thay. Hãy nhập danh sách "
            "của thời điểm đó, mỗi dòng một đơn vị."
        ) % (facts | {"unit": under.name_on(day)})
    return _(
        "Bảng địa giới không có danh sách đơn vị %(level)s ngày %(day)s; bảng chỉ có từ ngày "
        "%(since)s. Hãy chọn ngày từ đó trở đi, hoặc chọn một đơn vị cấp trên rồi nhập danh sách "
        "xã, phường của thời điểm đó."
    ) % (facts | {"level": str(level.label).lower()})


def _absent_message(unit: Unit, day: dt.date) -> str:
    facts = {"unit": unit.name_on(day), "day": format_date(day)}
    if unit.valid_from is not None and day < unit.valid_from:
        return _(
            "%(unit)s chỉ có từ ngày %(since)s, chưa có vào ngày %(day)s. Hãy chọn đơn vị của thời "
            "điểm đó."
        ) % (facts | {"since": format_date(unit.valid_from)})
    return _("%(unit)s không còn vào ngày %(day)s. Hãy chọn đơn vị của thời điểm đó.") % facts
