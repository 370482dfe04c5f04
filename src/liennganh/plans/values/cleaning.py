"""The data of an item as typed or read, checked and put into their stored shape."""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import gettext as _

from liennganh.errors import DomainError
from liennganh.plans.models import ItemKind
from liennganh.plans.partial_dates import first_day, read_partial

from .asking import clean_answer
from .shapes import (
    COMPARATORS,
    CYCLES,
    HORIZONS,
    MEANING_WORDS,
    MEANINGS,
    MODES,
    REPORT_KINDS,
    SOURCES,
    STANDINGS,
    UNITS,
    whole,
)

# PrintedTarget.value has four decimals and sixteen digits before them, PrintedBudget twenty.
_LARGEST = Decimal(10) ** 16
_LARGEST_SUM = Decimal(10) ** 20
_LONGEST_NAME = 300
_LONGEST_NUMBER = 60
_LONGEST_ISSUER = 240
_LONGEST_DUE = 80
_LONGEST_WORDS = 2000
# Earlier and later years are slips of the finger.
_YEARS = (1945, 2100)


def clean(kind: str, data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the data in their stored shape; unknown keys are dropped, missing ones are blank.

    Raises:
        DomainError: a value is of the wrong form, with its field.

    """
    return _CLEANERS[ItemKind(kind)](whole(kind, data))


def _decimal(value: object, field: str, largest: Decimal) -> str | None:
    if value in ("", None):
        return None
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        raise DomainError(
            _("“%(value)s” không phải là số.") % {"value": value}, field=field
        ) from None
    if not number.is_finite() or abs(number) >= largest:
        raise DomainError(_("Số này quá lớn, hãy xem lại."), field=field)
    if number < 0:
        raise DomainError(
            _("Giá trị ghi trong kế hoạch là số không âm; mức giảm chọn ở ô “So sánh”."),
            field=field,
        )
    return format(number.normalize(), "f")


def _partial(value: object, field: str) -> str:
    try:
        return read_partial(str(value or ""))
    except ValueError as error:
        raise DomainError(str(error), field=field) from None


def _choice(value: object, choices: Mapping[str, Any], field: str) -> str:
    if value not in choices:
        raise DomainError(_("Hãy chọn một trong các mục có sẵn."), field=field)
    return str(value)


def _names(value: object, field: str) -> list[str]:
    names = [" ".join(str(name).split()) for name in value] if isinstance(value, list) else []
    if any(len(name) > _LONGEST_NAME for name in names):
        raise DomainError(
            _("Tên cơ quan dài quá 300 ký tự. Mỗi dòng chỉ ghi một cơ quan."), field=field
        )
    return list(dict.fromkeys(name for name in names if name))


def _words(value: object, field: str, longest: int = _LONGEST_WORDS) -> str:
    words = " ".join(str(value or "").split())
    if len(words) > longest:
        raise DomainError(
            _("Ô này ghi dài quá %(n)s ký tự, hãy rút gọn.") % {"n": longest}, field=field
        )
    return words


def _years(value: object) -> list[int] | None:
    if not isinstance(value, list | tuple) or not value:
        return None
    first, last = int(value[0]), int(value[1])
    low, high = _YEARS
    if not low <= first <= high or not low <= last <= high:
        raise DomainError(_("Năm phải nằm trong khoảng 1945–2100."), field="years")
    if last < first:
        raise DomainError(_("Năm cuối không được trước năm đầu."), field="years")
    return [first, last]


def _meaning(value: object) -> dict[str, str] | None:
    if not isinstance(value, Mapping) or not value:
        return None
    return {
        "kind": _choice(value.get("kind"), MEANINGS, "meaning_kind"),
        "horizon": _choice(value.get("horizon"), HORIZONS, "horizon"),
        **{name: _words(value.get(name), name) for name in MEANING_WORDS},
    }


def _answers(value: object) -> dict[str, str]:
    if not isinstance(value, Mapping):
        return {}
    return {str(ask): clean_answer(str(ask), str(said)) for ask, said in value.items()}


def _clean_target(data: dict[str, Any]) -> dict[str, Any]:
    value = _decimal(data["value"], "value", _LARGEST)
    upper = _decimal(data["upper"], "upper", _LARGEST)
    if upper is not None and (value is None or Decimal(upper) <= Decimal(value)):
        raise DomainError(
            _("Mức trên phải lớn hơn mức dưới. Nếu chỉ có một mức, hãy để trống ô này."),
            field="upper",
        )
    return {
        "comparator": _choice(data["comparator"], COMPARATORS, "comparator"),
        "value": value or "",
        "upper": upper,
        "unit": _choice(data["unit"], UNITS, "unit"),
        "deadline": _partial(data["deadline"], "deadline"),
        "what": str(data["what"] or "").strip(),
        "per_year": bool(data["per_year"]),
        "meaning": _meaning(data["meaning"]),
        "asks": [str(ask) for ask in data["asks"] or []],
        "asked_answer": _answers(data["asked_answer"]),
    }


def _clean_qualitative(data: dict[str, Any]) -> dict[str, Any]:
    return {
        "what": _words(data["what"], "what"),
        "proof": _words(data["proof"], "proof"),
        "deadline": _partial(data["deadline"], "deadline"),
        "asked_answer": _answers(data["asked_answer"]),
    }


def _clean_task(data: dict[str, Any]) -> dict[str, Any]:
    lead, support = _names(data["lead"], "lead"), _names(data["support"], "support")
    return {
        "lead": lead,
        "support": [name for name in support if name not in lead],
        "mode": _choice(data["mode"], MODES, "mode"),
        "deadline": _partial(data["deadline"], "deadline"),
        # A task that somebody leads is nobody's common work.
        "common": bool(data["common"]) and not lead,
        "cycle": _optional(data["cycle"], CYCLES, "cycle"),
    }


def _optional(value: object, choices: Mapping[str, Any], field: str) -> str:
    return _choice(value, choices, field) if value else ""


def _clean_report(data: dict[str, Any]) -> dict[str, Any]:
    due = str(data["due"] or "")
    if len(due) > _LONGEST_DUE:
        raise DomainError(_("Hạn nộp ghi dài quá."), field="due")
    return {
        "kind": _optional(data["kind"], REPORT_KINDS, "kind"),
        "due": due,
        "before": bool(data["before"]),
        **{name: _names(data[name], name) for name in ("reporters", "through", "recipients")},
    }


def _clean_budget(data: dict[str, Any]) -> dict[str, Any]:
    amount = _decimal(data["amount_vnd"], "amount_vnd", _LARGEST_SUM)
    if amount is not None and "." in amount:
        raise DomainError(_("Số tiền tính bằng đồng, không có phần lẻ."), field="amount_vnd")
    return {
        "amount_vnd": int(amount) if amount is not None else None,
        "years": _years(data["years"]),
        "per_year": bool(data["per_year"]),
        "source": _optional(data["source"], SOURCES, "source"),
        "source_words": _words(data["source_words"], "source_words"),
        "standing": _optional(data["standing"], STANDINGS, "standing"),
    }


def _clean_legal(data: dict[str, Any]) -> dict[str, Any]:
    number = "".join(str(data["number"] or "").split())
    if len(number) > _LONGEST_NUMBER:
        raise DomainError(_("Số, ký hiệu dài quá 60 ký tự."), field="number")
    date = _partial(data["date"], "date")
    if date and first_day(date) is None:
        raise DomainError(_("Ngày ban hành phải có năm."), field="date")
    return {
        "number": number,
        "title": _words(data["title"], "title"),
        "issuer": _words(data["issuer"], "issuer", _LONGEST_ISSUER),
        "date": date,
        "upper": bool(data["upper"]),
    }


_CLEANERS = {
    ItemKind.TARGET: _clean_target,
    ItemKind.QUALITATIVE: _clean_qualitative,
    ItemKind.TASK: _clean_task,
    ItemKind.REPORT: _clean_report,
    ItemKind.BUDGET: _clean_budget,
    ItemKind.LEGAL_BASIS: _clean_legal,
}
