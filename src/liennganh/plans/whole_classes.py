"""Classes of bodies that a plan may name as one, and the units or agencies they stand for on a day."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from liennganh.agencies.kinds import KINDS
from liennganh.agencies.kinds.departments import DEPARTMENTS
from liennganh.agencies.models import Agency
from liennganh.agencies.queries import agencies_of
from liennganh.pure.vietnamese import format_date
from liennganh.territory.models import Level, Unit
from liennganh.territory.queries import NotCoveredError, UnitAbsentError, units_on

WHOLE_CLASSES = {
    "communes": _lazy("Mọi xã, phường, đặc khu"),
    "districts": _lazy("Mọi huyện, quận, thị xã, thành phố (trước 7/2025)"),
    "levels": _lazy("Ủy ban nhân dân các cấp"),
    "departments": _lazy("Các sở, ban, ngành"),
    "associations": _lazy("Mặt trận và các đoàn thể"),
    "press": _lazy("Cơ quan báo chí, đài"),
    "schools": _lazy("Các trường học, cơ sở giáo dục"),
}
# Asked, not ordered, but no associations.
_OTHERS_ASKED = {"hdnd", "toa_an", "vien_kiem_sat", "ngan_hang_csxh"}
KINDS_OF_CLASS = {
    "departments": {kind.key for kind in DEPARTMENTS} | {"cong_an", "quan_su", "bien_phong"},
    "associations": {key for key, kind in KINDS.items() if kind.requested} - _OTHERS_ASKED,
    "press": {"bao", "dai", "bao_dai"},
}
_LEVELS = {"communes": Level.COMMUNE, "districts": Level.DISTRICT, "levels": Level.COMMUNE}


@dataclass(frozen=True)
class Members:
    """Whom a class stands for on a day; ``known`` is False where that cannot be told."""

    sentence: str  # Vietnamese, fit to show
    names: tuple[str, ...] = ()
    known: bool = True


def members_of(whole_classes: Iterable[str], unit: Unit, on: dt.date) -> dict[str, Members]:
    """Return for each class the units, or the agencies of the directory, that it stands for.

    ``unit`` is the plan's. Units come from the territory table of that day and never from another
    day's. Three queries a class of units, one for all classes of agencies.
    """
    wanted = [key for key in dict.fromkeys(whole_classes) if key in WHOLE_CLASSES]
    of_agencies = any(key in KINDS_OF_CLASS for key in wanted)
    agencies = list(agencies_of(unit, on).order_by("folded")) if of_agencies else []
    return {key: _members(key, unit, on, agencies) for key in wanted}


def _members(key: str, unit: Unit, on: dt.date, agencies: Sequence[Agency]) -> Members:
    if key in _LEVELS:
        return _units(_LEVELS[key], unit, on)
    if key in KINDS_OF_CLASS:
        names = tuple(one.name for one in agencies if one.kind in KINDS_OF_CLASS[key])
        if not names:
            sentence = _("Danh bạ của địa bàn chưa có cơ quan nào thuộc nhóm này.")
            return Members(sentence, known=False)
        return Members(
            _("%(n)s cơ quan trong danh bạ vào ngày %(day)s")
            % {"n": len(names), "day": format_date(on)},
            names,
        )
    return Members(_("Hệ thống không có danh sách của nhóm này."), known=False)


def _units(level: Level, unit: Unit, on: dt.date) -> Members:
    under = unit.parent if unit.level == Level.COMMUNE and unit.parent else unit
    try:
        found = units_on(on, level=level, under=under)
    except (NotCoveredError, UnitAbsentError) as error:
        return Members(error.message, known=False)
    if not found:
        return Members(
            _("Không có đơn vị nào vào ngày %(day)s.") % {"day": format_date(on)}, known=False
        )
    kinds = {one.naming_on(on).kind for one in found}
    return Members(
        _("%(n)s %(kinds)s vào ngày %(day)s")
        % {"n": len(found), "kinds": _kinds_in_words(kinds), "day": format_date(on)},
        tuple(one.name_on(on) for one in found),
    )


def _kinds_in_words(kinds: set[str]) -> str:
    """Return "phường, xã, đặc khu": the kinds of unit there are, in lower case."""
    usual = ("Phường", "Xã", "Thị trấn", "Đặc khu", "Quận", "Huyện", "Thị xã", "Thành phố")
    known = [kind for kind in usual if kind in kinds]
    return ", ".join(kind.lower() for kind in [*known, *sorted(kinds - set(usual))])
