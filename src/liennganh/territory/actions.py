"""Loading the table, and entering the lists of days that it does not cover."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from liennganh.accounts.models import User
from liennganh.audit.actions import record
from liennganh.audit.verbs import Verb
from liennganh.errors import DomainError
from liennganh.pure.vietnamese import fold, format_date
from liennganh.territory.loading import Loaded, sync
from liennganh.territory.models import (
    Level,
    SuccessionKind,
    SuppliedList,
    Unit,
    UnitName,
    UnitSuccession,
)
from liennganh.territory.naming import (
    COMMUNE_KINDS,
    key_fields,
    spelling,
    spellings,
    split_typed,
    wordings,
)
from liennganh.territory.queries import covered_from
from liennganh.territory.rules import may_supply_list
from liennganh.territory.table import read_table

_LONGEST_NAME = 100


@transaction.atomic
def load_table(provinces: Collection[str] | None = None) -> Loaded:
    """Make the database equal to the shipped table; running it again changes nothing.

    ``provinces`` loads only what lies or lay in these provinces of today (codes such as "38"), with
    their former provinces, districts and communes. It writes no audit event: the table is part of
    the version that runs, and its history is that of the source.
    """
    return sync(read_table(provinces))


@transaction.atomic
def supply_list(
    *,
    by: User,
    parent: Unit,
    names: Sequence[str],
    valid_from: dt.date,
    valid_to: dt.date,
    note: str,
    at: dt.datetime,
) -> SuppliedList:
    """Enter the communes of a unit for days that the table does not cover.

    ``names`` are lines as typed ("Phường Hoàng Văn Thụ", "P. Đông Kinh"), ``valid_to`` is the first
    day for which the list no longer holds, ``note`` says where it was taken from. A commune with
    the name and kind of one that the table knows under the same parent is tied to it as kept.

    Raises:
        PermissionDenied: the person may not supply lists.
        DomainError: the period or the lines are wrong; every wrong line is named.

    """
    if not may_supply_list(by):
        raise PermissionDenied
    _check_period(parent, valid_from, valid_to)
    if not note.strip():
        raise DomainError(
            _("Hãy ghi danh sách được lấy từ đâu, ví dụ: Nghị quyết, niên giám, kế hoạch."),
            field="note",
        )
    communes = _read_lines(names)
    given = SuppliedList.objects.create(
        parent=parent,
        valid_from=valid_from,
        valid_to=valid_to,
        note=note.strip(),
        supplied_by=by,
        supplied_at=at,
    )
    units = _create_units(given, communes)
    kept = _tie_to_table(given, units, communes)
    record(
        by=by,
        verb=Verb.SUPPLY,
        obj=given,
        before=None,
        after={
            "parent": parent.key,
            "valid_from": valid_from,
            "valid_to": valid_to,
            "note": given.note,
            "units": [f"{typed.kind} {typed.stored}" for typed in communes],
            "kept": kept,
        },
        at=at,
    )
    return given


@transaction.atomic
def withdraw_list(*, by: User, given: SuppliedList, at: dt.datetime) -> None:
    """Take back a list that was entered wrongly, while nothing stands on its units yet.

    Raises:
        PermissionDenied: the person may not supply lists.
        DomainError: records already refer to a unit of the list.

    """
    if not may_supply_list(by):
        raise PermissionDenied
    units = given.units.with_names().order_by("pk")
    before = {"note": given.note, "units": [unit.latest_name for unit in units]}
    record(by=by, verb=Verb.DELETE, obj=given, before=before, after=None, at=at)
    try:
        given.units.all().delete()
    except ProtectedError:
        raise DomainError(
            _(
                "Danh sách này đã được dùng trong hồ sơ khác nên không rút lại được. Hãy sửa các hồ "
                "sơ đó trước."
            )
        ) from None
    given.delete()


def _check_period(parent: Unit, valid_from: dt.date, valid_to: dt.date) -> None:
    if parent.level == Level.COMMUNE:
        raise DomainError(
            _("Danh sách xã, phường phải thuộc một đơn vị cấp tỉnh hoặc cấp huyện."), field="parent"
        )
    if valid_to <= valid_from:
        raise DomainError(_("Ngày kết thúc phải sau ngày bắt đầu."), field="valid_to")
    known = covered_from(Level.COMMUNE)
    if valid_to > known:
        raise DomainError(
            _(
                "Từ ngày %(day)s bảng địa giới đã có danh sách xã, phường, nên danh sách nhập tay "
                "phải kết thúc trước ngày đó."
            )
            % {"day": format_date(known)},
            field="valid_to",
        )
    if not (parent.exists_on(valid_from) and parent.exists_on(valid_to - dt.timedelta(days=1))):
        raise DomainError(
            _("%(unit)s không tồn tại trong cả thời gian này. Hãy chọn đơn vị của thời điểm đó.")
            % {"unit": parent.name_on(valid_from)},
            field="parent",
        )
    # Two officers entering at once: the row lock of the parent lets the second see the first.
    Unit.objects.select_for_update().get(pk=parent.pk)
    other = parent.supplied_lists.filter(valid_from__lt=valid_to, valid_to__gt=valid_from).first()
    if other is not None:
        raise DomainError(
            _("Đã có danh sách của %(unit)s từ ngày %(start)s đến trước ngày %(end)s.")
            % {
                "unit": parent.name_on(valid_from),
                "start": format_date(other.valid_from),
                "end": format_date(other.valid_to),
            },
            field="valid_from",
        )


@dataclass(frozen=True)
class _Typed:
    """One typed line: "Xã Tân Tiến, huyện Văn Giang"; ``within`` tells same-named communes apart."""

    kind: str
    name: str
    within: str = ""

    @property
    def stored(self) -> str:
        return f"{self.name} ({self.within})" if self.within else self.name


def _read_lines(lines: Sequence[str]) -> list[_Typed]:
    """Return what each line says; blank lines at the end are nothing."""
    typed = list(lines)
    while typed and not typed[-1].strip():
        typed.pop()
    if not typed:
        raise DomainError(_("Danh sách còn trống. Mỗi dòng gõ một đơn vị."), field="names")
    communes: list[_Typed] = []
    faults: list[str] = []
    first_line: dict[object, int] = {}
    for number, line in enumerate(typed, start=1):
        head, _comma, within = (part.strip() for part in line.partition(","))
        kind, name = split_typed(head)
        if fault := _fault(line, kind, name):
            faults.append(_("Dòng %(n)d: %(fault)s") % {"n": number, "fault": fault})
            continue
        # Xã Thanh Hải is not Xã Thành Hải: both stand in one province.
        identity = (kind, spelling(name), fold(within))
        if identity in first_line:
            faults.append(
                _(
                    "Dòng %(n)d: “%(line)s” trùng với dòng %(first)d. Nếu là hai đơn vị cùng tên, "
                    "hãy ghi thêm huyện, ví dụ: Xã Tân Tiến, huyện Văn Giang."
                )
                % {"n": number, "line": line.strip(), "first": first_line[identity]}
            )
            continue
        first_line[identity] = number
        communes.append(_Typed(str(kind), name, within))
    if faults:
        raise DomainError("\n".join(faults), field="names")
    return communes


def _fault(line: str, kind: str | None, name: str) -> str | None:
    if not line.strip():
        return _("dòng trống. Hãy xóa dòng này hoặc gõ tên đơn vị.")
    if kind not in COMMUNE_KINDS:
        return _(
            "“%(line)s” không bắt đầu bằng Phường, Xã, Thị trấn hoặc Đặc khu. Ví dụ: Phường Đông Kinh."
        ) % {"line": line.strip()}
    if not fold(name) or len(name) > _LONGEST_NAME:
        return _("“%(line)s” không phải là tên đơn vị.") % {"line": line.strip()[:_LONGEST_NAME]}
    return None


def _create_units(given: SuppliedList, communes: list[_Typed]) -> list[Unit]:
    units = Unit.objects.bulk_create(
        Unit(
            key=(key := f"ds{given.pk}-{number}"),
            level=Level.COMMUNE,
            parent=given.parent,
            path=f"{given.parent.path}{key}/",
            valid_from=given.valid_from,
            valid_to=given.valid_to,
            supplied_list=given,
        )
        for number, _commune in enumerate(communes, start=1)
    )
    UnitName.objects.bulk_create(
        UnitName(
            unit=unit,
            name=typed.stored,
            kind=typed.kind,
            valid_from=given.valid_from,
            valid_to=given.valid_to,
            legal_basis="",
            **key_fields(typed.stored),
        )
        for unit, typed in zip(units, communes, strict=True)
    )
    return units


def _tie_to_table(given: SuppliedList, units: list[Unit], communes: list[_Typed]) -> int:
    """Tie each commune to the one the table knows by the same name and kind; return how many.

    Marks count where they were written: Xã Lãng Sơn is not Xã Lạng Sơn. A name that several former
    communes of the parent bear is tied to none, because which is meant is unknown.
    """
    known: dict[tuple[str, str], list[tuple[str, int, int]]] = {}
    rows = UnitName.objects.filter(
        unit__path__startswith=given.parent.path,
        unit__level=Level.COMMUNE,
        unit__supplied_list__isnull=True,
        unit__valid_from__isnull=True,
    )
    fields = ("kind", "folded", "name", "unit_id", "unit__parent_id")
    for kind, folded, name, unit_id, parent_id in rows.values_list(*fields):
        known.setdefault((kind, folded), []).append((name, unit_id, parent_id))
    districts = _districts_named(communes, given)
    steps: list[UnitSuccession] = []
    for unit, typed in zip(units, communes, strict=True):
        meant = spellings(typed.name)
        bearers = [
            unit_id
            for name, unit_id, parent_id in known.get((typed.kind, fold(typed.name)), [])
            if (not meant or spelling(name) in meant)
            and (not typed.within or parent_id in districts[typed.within])
        ]
        if len(bearers) == 1:
            steps.append(
                UnitSuccession(
                    predecessor=unit,
                    successor_id=bearers[0],
                    kind=SuccessionKind.KEEP,
                    effective=given.valid_to,
                )
            )
    UnitSuccession.objects.bulk_create(steps)
    return len(steps)


def _districts_named(communes: list[_Typed], given: SuppliedList) -> dict[str, set[int]]:
    """Return what each written district may be, by primary key."""
    names = {typed.within for typed in communes if typed.within}
    found = {name: {one.folded for one in wordings(name)} for name in names}
    rows = UnitName.objects.filter(
        unit__path__startswith=given.parent.path,
        unit__level=Level.DISTRICT,
        folded__in=set().union(*found.values()) if found else set(),
    ).values_list("folded", "unit_id")
    pairs = list(rows)
    return {
        name: {unit_id for folded, unit_id in pairs if folded in forms}
        for name, forms in found.items()
    }
