"""Writing the catalogue."""

import datetime as dt
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from liennganh.accounts.models import User
from liennganh.agencies.queries import hat_of
from liennganh.audit.actions import record
from liennganh.audit.verbs import Verb
from liennganh.errors import DomainError
from liennganh.pure.rollup import RuleError
from liennganh.pure.vietnamese import nfc

from .catalogue import CATALOGUE, GROUPS, Definition
from .models import Indicator, Measure
from .queries import rules_of
from .rules import may_add_indicator

_OWN = "R"
_OWN_SOURCE = "Chỉ số riêng của cơ quan, đặt theo kế hoạch của mình"


def _row(line: Definition) -> dict[str, Any]:
    return {
        "name": line.name,
        "unit": line.unit,
        "measure": line.measure,
        "flow": line.flow,
        "over_units": line.over_units,
        "over_time": line.over_time,
        "higher_is_better": line.better,
        "counts_units": line.counts_units,
        "numerator": line.numerator,
        "denominator": line.denominator,
        "definition": line.text,
        "group": line.code[0],
        "dimensions": list(line.dimensions),
        "source": line.source,
        "register": line.register,
        "protected": line.protected,
        "legal_source": line.legal_source,
        "keywords": line.keywords,
        "own": False,
    }


@transaction.atomic
def load_catalogue() -> int:
    """Write the catalogue of the package into the table; return how many rows were new or changed.

    Idempotent. Rows that left the package stay, because closed rounds point at them, and so do the
    indicators of the office's own. Closed rounds keep copies, so the past never moves.
    """
    known = {one.code: one for one in Indicator.objects.filter(own=False)}
    changed = 0
    for line in CATALOGUE:
        row = _row(line)
        held = known.get(line.code)
        if held is None:
            Indicator.objects.create(code=line.code, **row)
        elif any(getattr(held, field) != value for field, value in row.items()):
            Indicator.objects.filter(pk=held.pk).update(**row)
        else:
            continue
        changed += 1
    return changed


def _own_code(user: User | None) -> str:
    """Return the next free code of the office's own: "R-so-y-te-20-03"."""
    hat = hat_of(user) if user is not None else None
    office = f"{hat.agency.kind.replace('_', '-')}-{hat.agency.unit.key}" if hat else "he-thong"
    stem = f"{_OWN}-{office}"[:36]
    taken = set(
        Indicator.objects.filter(code__startswith=f"{stem}-").values_list("code", flat=True)
    )
    return next(code for n in range(1, len(taken) + 2) if (code := f"{stem}-{n:02d}") not in taken)


@transaction.atomic
def create_indicator(
    *,
    by: User | None,
    at: dt.datetime,
    name: str,
    unit: str,
    measure: str,
    flow: str,
    over_units: str,
    over_time: str,
    numerator: str = "",
    denominator: str = "",
    group: str = _OWN,
    higher_is_better: bool | None = True,
    counts_units: bool = False,
    definition: str = "",
    dimensions: tuple[str, ...] = (),
    legal_source: str = _OWN_SOURCE,
) -> Indicator:
    """Define an indicator of the office's own, for a target that the catalogue does not know.

    It is typed and unprotected: protected figures come from registers only.

    Raises:
        PermissionDenied: only programme officers and administrators may.
        DomainError: the definition contradicts itself (a share without a denominator, a stock
            added over time), or a field is empty.

    """
    if not may_add_indicator(by):
        raise PermissionDenied
    name, unit = " ".join(nfc(name).split()), " ".join(nfc(unit).split())
    if not name:
        raise DomainError(_("Chưa ghi tên chỉ số. Hãy ghi điều được đếm hoặc tính."), field="name")
    if measure == Measure.SHARE and not (numerator.strip() and denominator.strip()):
        raise DomainError(
            _("Tỷ lệ cần có tử số và mẫu số. Hãy ghi rõ đếm gì trên tổng số nào."),
            field="denominator",
        )
    if group not in GROUPS:
        raise DomainError(_("Không có nhóm chỉ số này. Hãy chọn trong danh sách."), field="group")
    indicator = Indicator(
        code=_own_code(by),
        name=name[:300],
        unit=unit,
        measure=measure,
        flow=flow,
        over_units=over_units,
        over_time=over_time,
        higher_is_better=higher_is_better,
        counts_units=counts_units,
        numerator=" ".join(nfc(numerator).split())[:300],
        denominator=" ".join(nfc(denominator).split())[:300],
        definition=nfc(definition).strip(),
        group=group,
        dimensions=list(dimensions),
        source="typed",
        legal_source=legal_source,
        own=True,
    )
    _check(indicator)
    indicator.save()
    record(
        by=by,
        verb=Verb.CREATE,
        obj=indicator,
        at=at,
        after={
            field: getattr(indicator, field)
            for field in ("code", "name", "unit", "measure", "flow", "over_units", "over_time")
        },
    )
    return indicator


def _check(indicator: Indicator) -> None:
    """Refuse a definition that contradicts itself, in the words of the rule that it breaks."""
    try:
        indicator.full_clean()
    except ValidationError as error:
        field = next((f for f in getattr(error, "error_dict", {}) if f != "__all__"), None)
        message = (
            _("Tỷ lệ không được cộng qua các địa bàn. Hãy chọn “tổng tử số chia tổng mẫu số”.")
            if field is None
            else " ".join(error.message_dict[field])
        )
        raise DomainError(message, field=field) from error
    try:
        rules_of(indicator)
    except (RuleError, ValueError) as error:
        raise DomainError(str(error)) from error
