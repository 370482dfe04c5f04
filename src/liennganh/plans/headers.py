"""The head of a plan as an officer corrects it."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from liennganh.errors import DomainError
from liennganh.plans.models import Intake
from liennganh.plans.partial_dates import first_day, read_partial

FIELDS = {
    "type": _lazy("Loại văn bản"),
    "number": _lazy("Số, ký hiệu"),
    "issuer": _lazy("Cơ quan ban hành"),
    "date": _lazy("Ngày ban hành"),
    "title": _lazy("Trích yếu"),
    "period": _lazy("Thời kỳ của kế hoạch"),
}
TYPES = ("Kế hoạch", "Công văn", "Quyết định", "Chương trình", "Đề án", "Báo cáo", "Tin")
_LIMITS = {"type": 60, "number": 60, "issuer": 240, "title": 2000}
# Earlier and later years are slips of the finger.
_YEARS = (1945, 2100)


def clean_header(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return type, number, issuer, date, title and period in their stored shape.

    Raises:
        DomainError: a field is too long, no date, or the years are not in order.

    """
    cleaned: dict[str, Any] = {}
    for name, limit in _LIMITS.items():
        cleaned[name] = " ".join(str(fields.get(name) or "").split())
        if len(cleaned[name]) > limit:
            raise DomainError(
                _("%(field)s dài quá %(limit)s ký tự.") % {"field": FIELDS[name], "limit": limit},
                field=name,
            )
    cleaned["number"] = cleaned["number"].replace(" ", "")
    try:
        cleaned["date"] = read_partial(str(fields.get("date") or ""))
    except ValueError as error:
        raise DomainError(str(error), field="date") from None
    if cleaned["date"] and first_day(cleaned["date"]) is None:
        raise DomainError(_("Ngày ban hành phải có năm."), field="date")
    cleaned["period"] = _years(fields.get("period"))
    return cleaned


def _years(period: Any) -> list[int] | None:
    if not period:
        return None
    first, last = int(period[0]), int(period[1])
    low, high = _YEARS
    if not low <= first <= high or not low <= last <= high:
        raise DomainError(_("Năm phải nằm trong khoảng 1945–2100."), field="period")
    if last < first:
        raise DomainError(_("Năm cuối không được trước năm đầu."), field="period")
    return [first, last]


def missing_in(header: Mapping[str, Any]) -> list[str]:
    """Return the fields without which a plan cannot be confirmed; a number and a day may lack."""
    return [name for name in ("type", "title", "period") if not header.get(name)]


def plan_day(intake: Intake) -> dt.date:
    """Return the day on which the plan's names are read: its own date, else that of upload."""
    return first_day(str(intake.header.get("date") or "")) or intake.created_at.date()
