"""What an item of each kind holds: checked, told in Vietnamese, and what is still missing.

The shapes are those of ``IntakeItem.data``; figures are decimal strings, dates partial ISO dates.
"""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from liennganh.agencies.models import Mode
from liennganh.errors import DomainError
from liennganh.plans.models import ItemKind
from liennganh.plans.partial_dates import read_partial, show_partial
from liennganh.pure.periods import DueRuleError, due_sentence, parse_due
from liennganh.pure.vietnamese import format_number
from liennganh.ui.sayings import said

COMPARATORS = {
    ">=": _lazy("ít nhất"),
    ">": _lazy("trên"),
    "=": _lazy("đúng bằng"),
    "<=": _lazy("không quá"),
    "<": _lazy("dưới"),
    "+": _lazy("tăng"),
    "-": _lazy("giảm"),
}
UNITS = {
    "percent": _lazy("%"),
    "count": _lazy("số đếm"),
    "rate": _lazy("tỷ suất, tần suất"),
    "currency": _lazy("đồng"),
}
REPORT_KINDS = {
    "monthly": _lazy("báo cáo tháng"),
    "quarterly": _lazy("báo cáo quý"),
    "six_month": _lazy("báo cáo 6 tháng"),
    "nine_month": _lazy("báo cáo 9 tháng"),
    "annual": _lazy("báo cáo năm"),
    "final": _lazy("báo cáo sơ kết, tổng kết"),
    "ad_hoc": _lazy("báo cáo không ghi kỳ"),
}
MODES = dict(Mode.choices)

# PrintedTarget.value has four decimals and sixteen digits before them, PrintedBudget twenty.
_LARGEST = Decimal(10) ** 16
_LARGEST_SUM = Decimal(10) ** 20
_LONGEST_NAME = 300
_LONGEST_NUMBER = 60
_LONGEST_DUE = 80


def blank(kind: str) -> dict[str, Any]:
    """Return the data of an item about which nothing is known yet."""
    shapes: dict[str, dict[str, Any]] = {
        ItemKind.TARGET: {
            "comparator": "=", "value": "", "upper": None, "unit": "percent", "deadline": "",
            "what": "", "per_year": False,
        },
        ItemKind.TASK: {
            "lead": [], "support": [], "mode": "giao", "deadline": "", "common": False,
        },
        ItemKind.REPORT: {"kind": "", "due": "", "before": False},
        ItemKind.BUDGET: {"amount_vnd": None},
        ItemKind.LEGAL_BASIS: {"number": ""},
    }  # fmt: skip
    return shapes[ItemKind(kind)]


def clean(kind: str, data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the data in their stored shape; unknown keys are dropped, missing ones are blank.

    Raises:
        DomainError: a value is of the wrong form, with its field.

    """
    whole = {**blank(kind), **{key: data[key] for key in blank(kind) if key in data}}
    return _CLEANERS[ItemKind(kind)](whole)


def missing(kind: str, data: Mapping[str, Any]) -> list[str]:
    """Return what an item still needs before a plan can hold it, in Vietnamese words.

    A task without a lead is asked about apart, because it can also be marked common.
    """
    if kind == ItemKind.TARGET:
        return [_("giá trị")] if data.get("value") in ("", None) else []
    if kind == ItemKind.REPORT:
        return [] if data.get("kind") else [_("kỳ báo cáo")]
    if kind == ItemKind.BUDGET:
        return [_("số tiền")] if data.get("amount_vnd") in ("", None) else []
    if kind == ItemKind.LEGAL_BASIS:
        return [] if data.get("number") else [_("số, ký hiệu")]
    return []


def describe(kind: str, data: Mapping[str, Any]) -> str:
    """Return one line that says what was understood: "ít nhất 25% · hạn 2024"."""
    parts = _DESCRIBERS[ItemKind(kind)](data)
    if deadline := data.get("deadline"):
        parts.append(_("hạn %(day)s") % {"day": show_partial(str(deadline))})
    return " · ".join(part for part in parts if part)


def figure(data: Mapping[str, Any]) -> str:
    """Return the figure of a target with its unit: "ít nhất 25%", "giảm 3–5% mỗi năm"."""
    if data.get("value") in ("", None):
        return _("chưa có giá trị")
    number = format_number(Decimal(str(data["value"])))
    if data.get("upper") not in ("", None):
        number = f"{number}–{format_number(Decimal(str(data['upper'])))}"
    unit = {"percent": "%", "currency": " " + _("đồng")}.get(str(data.get("unit")), "")
    words = "" if data.get("comparator") == "=" else f"{COMPARATORS[data['comparator']]} "
    yearly = " " + _("mỗi năm") if data.get("per_year") else ""
    return f"{words}{number}{unit}{yearly}"


def due_words(data: Mapping[str, Any]) -> str:
    """Return the due date of a reporting duty as a sentence."""
    try:
        return said(
            due_sentence(parse_due(data.get("due") or None, before=bool(data.get("before"))))
        )
    except DueRuleError:
        return str(data.get("due"))


def _target_words(data: Mapping[str, Any]) -> list[str]:
    return [figure(data)]


def _task_words(data: Mapping[str, Any]) -> list[str]:
    lead = ", ".join(data.get("lead") or [])
    if not lead:
        lead = _("việc chung") if data.get("common") else _("chưa có cơ quan chủ trì")
    elif data.get("mode") == Mode.REQUESTED:
        lead = _("đề nghị %(name)s") % {"name": lead}
    support = ", ".join(data.get("support") or [])
    return [lead, _("phối hợp: %(names)s") % {"names": support} if support else ""]


def _report_words(data: Mapping[str, Any]) -> list[str]:
    return [str(REPORT_KINDS.get(str(data.get("kind")), _("chưa rõ kỳ"))), due_words(data)]


def _budget_words(data: Mapping[str, Any]) -> list[str]:
    if data.get("amount_vnd") in ("", None):
        return [_("chưa có số tiền")]
    return [_("%(sum)s đồng") % {"sum": format_number(Decimal(str(data["amount_vnd"])))}]


def _legal_words(data: Mapping[str, Any]) -> list[str]:
    return [str(data.get("number") or _("chưa có số, ký hiệu"))]


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
    }


def _clean_report(data: dict[str, Any]) -> dict[str, Any]:
    kind, due = str(data["kind"] or ""), str(data["due"] or "")
    if kind:
        _choice(kind, REPORT_KINDS, "kind")
    if len(due) > _LONGEST_DUE:
        raise DomainError(_("Hạn nộp ghi dài quá."), field="due")
    return {"kind": kind, "due": due, "before": bool(data["before"])}


def _clean_budget(data: dict[str, Any]) -> dict[str, Any]:
    amount = _decimal(data["amount_vnd"], "amount_vnd", _LARGEST_SUM)
    if amount is not None and "." in amount:
        raise DomainError(_("Số tiền tính bằng đồng, không có phần lẻ."), field="amount_vnd")
    return {"amount_vnd": int(amount) if amount is not None else None}


def _clean_legal(data: dict[str, Any]) -> dict[str, Any]:
    number = "".join(str(data["number"] or "").split())
    if len(number) > _LONGEST_NUMBER:
        raise DomainError(_("Số, ký hiệu dài quá 60 ký tự."), field="number")
    return {"number": number}


_CLEANERS = {
    ItemKind.TARGET: _clean_target,
    ItemKind.TASK: _clean_task,
    ItemKind.REPORT: _clean_report,
    ItemKind.BUDGET: _clean_budget,
    ItemKind.LEGAL_BASIS: _clean_legal,
}
_DESCRIBERS = {
    ItemKind.TARGET: _target_words,
    ItemKind.TASK: _task_words,
    ItemKind.REPORT: _report_words,
    ItemKind.BUDGET: _budget_words,
    ItemKind.LEGAL_BASIS: _legal_words,
}
