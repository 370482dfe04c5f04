"""Writing agencies, their other names and their successions."""

import datetime as dt
from collections.abc import Iterable, Sequence

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from liennganh.accounts.models import User
from liennganh.agencies.kinds import KINDS, OTHER
from liennganh.agencies.models import Agency, AgencyAlias, AgencySuccession, Mode
from liennganh.agencies.naming import official_name
from liennganh.agencies.rules import may_add_agency, may_edit_agency
from liennganh.audit.actions import record
from liennganh.audit.verbs import Verb
from liennganh.errors import DomainError
from liennganh.pure.vietnamese import fold, nfc
from liennganh.territory.models import Unit


def _key(unit: Unit, kind: str, name: str) -> str:
    """Return a free key: "20:so_y_te", with the name where the kind stands there twice."""
    base = f"{unit.key}:{kind}"
    if kind != OTHER and not Agency.objects.filter(key=base).exists():
        return base
    stem = f"{base}:{fold(name).replace(' ', '-')}"[:74]
    taken = set(Agency.objects.filter(key__startswith=stem).values_list("key", flat=True))
    free = (f"{stem}~{n}" for n in range(2, len(taken) + 3))
    return stem if stem not in taken else next(key for key in free if key not in taken)


def _life(kind: str, unit: Unit) -> tuple[dt.date | None, dt.date | None]:
    """Return the first day and the first day no longer, as far as the kind and the unit tell."""
    starts = [day for day in (KINDS[kind].since, unit.valid_from) if day is not None]
    ends = [ending.on for ending in KINDS[kind].ends(unit.level)]
    ends += [unit.valid_to] if unit.valid_to is not None else []
    first, end = max(starts, default=None), min(ends, default=None)
    # A department that ended before its province began (in a unit of after the mergers).
    return (None, end) if first is not None and end is not None and end <= first else (first, end)


def _built(unit: Unit, kind: str, name: str, key: str, mode: str | None) -> Agency:
    valid_from, valid_to = _life(kind, unit)
    return Agency(
        key=key,
        unit=unit,
        kind=kind,
        name=name,
        folded=fold(name),
        mode=mode or (Mode.REQUESTED if KINDS[kind].requested else Mode.ORDERED),
        valid_from=valid_from,
        valid_to=valid_to,
    )


@transaction.atomic
def create_agency(
    *,
    by: User | None,
    unit: Unit,
    kind: str,
    name: str,
    at: dt.datetime,
    mode: str | None = None,
    aliases: Sequence[str] = (),
    short_name: str = "",
) -> Agency:
    """Make an agency of a unit. ``by`` is None for the system itself (first set-up).

    Its days follow from the kind: a department merged away in 2025 ends on that day.

    Raises:
        PermissionDenied: the person may not add agencies there.
        DomainError: the kind is unknown, the name is empty or already borne in that unit.

    """
    if not may_add_agency(by, unit):
        raise PermissionDenied
    name = " ".join(nfc(name).split())
    if not name:
        raise DomainError(_("Chưa ghi tên cơ quan. Hãy nhập tên đầy đủ."), field="name")
    if kind not in KINDS:
        raise DomainError(
            _("Không có loại cơ quan này. Hãy chọn một loại trong danh sách."), field="kind"
        )
    if Agency.objects.filter(unit=unit, kind=kind, folded=fold(name)).exists():
        raise DomainError(
            _("Đã có “%(name)s” trong danh bạ của địa bàn này. Hãy dùng cơ quan đã có.")
            % {"name": name},
            field="name",
        )
    agency = _built(unit, kind, name, _key(unit, kind, name), mode)
    agency.short_name = " ".join(nfc(short_name).split())
    agency.full_clean()
    agency.save()
    record(
        by=by,
        verb=Verb.CREATE,
        obj=agency,
        at=at,
        after={"name": name, "kind": kind, "unit": unit.key, "mode": agency.mode},
    )
    for alias in aliases:
        _add_alias(agency, alias)
    return agency


@transaction.atomic
def edit_agency(
    *,
    by: User | None,
    agency: Agency,
    at: dt.datetime,
    name: str,
    short_name: str,
    mode: str,
    valid_from: dt.date | None,
    valid_to: dt.date | None,
) -> Agency:
    """Correct an agency. Plans and reports of the past keep the name they printed.

    Raises:
        PermissionDenied: only administrators of the same province may.
        DomainError: the days are out of order or the name is empty.

    """
    if not may_edit_agency(by, agency):
        raise PermissionDenied
    name = " ".join(nfc(name).split())
    if not name:
        raise DomainError(_("Chưa ghi tên cơ quan. Hãy nhập tên đầy đủ."), field="name")
    if valid_from and valid_to and valid_to <= valid_from:
        raise DomainError(
            _("Ngày kết thúc phải sau ngày bắt đầu. Hãy sửa một trong hai ngày."), field="valid_to"
        )
    fields = ["name", "short_name", "mode", "valid_from", "valid_to"]
    before = {field: getattr(agency, field) for field in fields}
    agency.name, agency.short_name, agency.mode = name, " ".join(nfc(short_name).split()), mode
    agency.valid_from, agency.valid_to, agency.folded = valid_from, valid_to, fold(name)
    agency.full_clean()
    agency.save(update_fields=[*fields, "folded"])
    after = {field: getattr(agency, field) for field in fields}
    record(by=by, verb=Verb.UPDATE, obj=agency, at=at, before=before, after=after)
    return agency


def _add_alias(agency: Agency, name: str) -> AgencyAlias | None:
    name = " ".join(nfc(name).split())
    folded = fold(name)
    if not folded or folded == agency.folded:
        return None
    alias, _made = AgencyAlias.objects.get_or_create(
        agency=agency, folded=folded, defaults={"name": name}
    )
    return alias


@transaction.atomic
def add_alias(*, by: User | None, agency: Agency, name: str, at: dt.datetime) -> AgencyAlias | None:
    """Note another name under which plans speak of the agency; None where it adds nothing.

    Raises:
        PermissionDenied: the person may not add to this agency's unit.

    """
    if not may_add_agency(by, agency.unit):
        raise PermissionDenied
    alias = _add_alias(agency, name)
    if alias is not None:
        record(by=by, verb=Verb.UPDATE, obj=agency, at=at, after={"alias": alias.name})
    return alias


@transaction.atomic
def ensure_commune_committees(
    *, by: User | None, units: Iterable[Unit], at: dt.datetime
) -> list[Agency]:
    """Return the UBND of each commune, in the order given, making those that are missing.

    Four queries and one event, however many communes there are; a second call makes nothing.

    Raises:
        PermissionDenied: the person may not add agencies to one of the units.

    """
    asked = list(units)
    known = {
        one.unit_id: one
        for one in Agency.objects.filter(unit__in=asked, kind="ubnd").select_related("unit")
    }
    missing = [unit for unit in asked if unit.pk not in known]
    if not all(may_add_agency(by, unit) for unit in missing):
        raise PermissionDenied
    named = {
        one.pk: one for one in Unit.objects.filter(pk__in=[u.pk for u in missing]).with_names()
    }
    made = Agency.objects.bulk_create(
        _built(
            unit,
            "ubnd",
            official_name("ubnd", named[unit.pk], timezone.localdate(at)),
            f"{unit.key}:ubnd",
            None,
        )
        for unit in missing
    )
    if made:
        record(
            by=by,
            verb=Verb.LOAD,
            obj=made[0],
            at=at,
            after={"committees": [agency.key for agency in made]},
        )
    known |= {one.unit_id: one for one in made}
    return [known[unit.pk] for unit in asked]


@transaction.atomic
def set_up_province(*, by: User | None, unit: Unit, at: dt.datetime) -> list[Agency]:
    """Return the usual agencies of a province or commune of today, making those missing.

    A province can rename or end what it does not have. Idempotent.

    Raises:
        PermissionDenied: the person may not add agencies to the unit.

    """
    if not may_add_agency(by, unit):
        raise PermissionDenied
    usual = [kind for kind in KINDS.values() if unit.level in kind.usual]
    known = {one.kind: one for one in Agency.objects.filter(unit=unit)}
    named = Unit.objects.with_names().get(pk=unit.pk)
    made = Agency.objects.bulk_create(
        _built(
            unit,
            kind.key,
            official_name(kind.key, named, timezone.localdate(at)),
            f"{unit.key}:{kind.key}",
            None,
        )
        for kind in usual
        if kind.key not in known
    )
    if made:
        record(
            by=by, verb=Verb.LOAD, obj=made[0], at=at, after={"agencies": [one.key for one in made]}
        )
    known |= {one.kind: one for one in made}
    return [known[kind.key] for kind in usual]


@transaction.atomic
def succeed(
    *,
    by: User | None,
    predecessor: Agency,
    successor: Agency,
    effective_on: dt.date,
    legal_basis: str,
    at: dt.datetime,
    field: str = "",
) -> AgencySuccession:
    """Note that one agency took over from another in a field, and end the predecessor that day.

    Raises:
        PermissionDenied: only administrators of the same province may.
        DomainError: an agency cannot succeed itself, or no legal basis is given.

    """
    if not may_edit_agency(by, predecessor):
        raise PermissionDenied
    if predecessor.pk == successor.pk:
        raise DomainError(_("Một cơ quan không thể kế thừa chính mình. Hãy chọn cơ quan khác."))
    if not legal_basis.strip():
        raise DomainError(
            _("Chưa ghi căn cứ. Hãy ghi số quyết định hoặc nghị quyết."), field="legal_basis"
        )
    step, _made = AgencySuccession.objects.update_or_create(
        predecessor=predecessor,
        successor=successor,
        field=field.strip(),
        defaults={"effective_on": effective_on, "legal_basis": legal_basis.strip()},
    )
    if predecessor.valid_to is None or predecessor.valid_to > effective_on:
        Agency.objects.filter(pk=predecessor.pk).update(valid_to=effective_on)
        predecessor.valid_to = effective_on
    record(
        by=by,
        verb=Verb.UPDATE,
        obj=predecessor,
        at=at,
        after={"successor": successor.key, "from": effective_on, "basis": legal_basis.strip()},
    )
    return step
