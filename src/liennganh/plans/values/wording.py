"""An item told in one line of Vietnamese, and what it still lacks."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from liennganh.agencies.models import Mode
from liennganh.plans.models import ItemKind
from liennganh.plans.partial_dates import show_partial
from liennganh.pure.periods import DueRuleError, due_sentence, parse_due
from liennganh.pure.vietnamese import format_number
from liennganh.ui.sayings import said

from .shapes import COMPARATORS, CYCLES, HORIZONS, REPORT_KINDS, SOURCES, whole


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
        return [] if data.get("number") or data.get("title") else [_("số hoặc tên văn bản")]
    return []


def describe(kind: str, data: Mapping[str, Any]) -> str:
    """Return one line that says what was understood: "ít nhất 25% · hạn 2024"."""
    data = whole(kind, data)
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


def chain_words(data: Mapping[str, Any]) -> str:
    """Return who reports through whom to whom: "báo cáo A → qua B → C"; "" where nobody is named."""
    reporters, through, recipients = (
        ", ".join(data.get(name) or []) for name in ("reporters", "through", "recipients")
    )
    if not (reporters or through or recipients):
        return ""
    steps = [
        _("%(names)s báo cáo") % {"names": reporters} if reporters else _("báo cáo"),
        _("qua %(names)s") % {"names": through} if through else "",
        recipients,
    ]
    return " → ".join(step for step in steps if step)


def _target_words(data: Mapping[str, Any]) -> list[str]:
    chosen = HORIZONS.get(data["asked_answer"].get("horizon", ""))
    return [
        figure(data),
        _("%(horizon)s (cơ quan chọn)") % {"horizon": chosen} if chosen else "",
    ]


def _qualitative_words(data: Mapping[str, Any]) -> list[str]:
    if data["proof"]:
        return [_("minh chứng: %(proof)s") % {"proof": data["proof"]}]
    if chosen := data["asked_answer"].get("proof"):
        return [_("minh chứng do cơ quan chọn: %(proof)s") % {"proof": chosen}]
    return [_("chưa rõ minh chứng")]


def _task_words(data: Mapping[str, Any]) -> list[str]:
    lead = ", ".join(data["lead"])
    if not lead:
        lead = _("việc chung") if data["common"] else _("chưa có cơ quan chủ trì")
    elif data["mode"] == Mode.REQUESTED:
        lead = _("đề nghị %(name)s") % {"name": lead}
    support = ", ".join(data["support"])
    return [
        lead,
        _("phối hợp: %(names)s") % {"names": support} if support else "",
        str(CYCLES.get(data["cycle"], "")),
    ]


def _report_words(data: Mapping[str, Any]) -> list[str]:
    kind = REPORT_KINDS.get(str(data["kind"]), _("chưa rõ kỳ"))
    return [str(kind), due_words(data).rstrip("."), chain_words(data)]


def _budget_words(data: Mapping[str, Any]) -> list[str]:
    if data["amount_vnd"] in ("", None):
        return [_("chưa có số tiền")]
    amount = _("%(sum)s đồng") % {"sum": format_number(Decimal(str(data["amount_vnd"])))}
    standing = {"total": _("tổng số"), "part": _("nằm trong tổng số")}
    return [
        f"{amount} {_('mỗi năm')}" if data["per_year"] else amount,
        years_words(data["years"]),
        str(data["source_words"] or SOURCES.get(data["source"], "")),
        standing.get(data["standing"], ""),
    ]


def years_words(years: Any) -> str:
    """Return "năm 2026" or "2026–2030" for a pair of years, "" for none."""
    if not years:
        return ""
    first, last = years
    return _("năm %(year)s") % {"year": first} if first == last else f"{first}–{last}"


def _legal_words(data: Mapping[str, Any]) -> list[str]:
    return [
        str(data["number"] or data["title"] or _("chưa có số, ký hiệu")),
        str(data["title"]) if data["number"] else "",
        _("ngày %(day)s") % {"day": show_partial(data["date"])} if data["date"] else "",
        str(data["issuer"]),
        _("văn bản cấp trên được thực hiện") if data["upper"] else "",
    ]


_DESCRIBERS = {
    ItemKind.TARGET: _target_words,
    ItemKind.QUALITATIVE: _qualitative_words,
    ItemKind.TASK: _task_words,
    ItemKind.REPORT: _report_words,
    ItemKind.BUDGET: _budget_words,
    ItemKind.LEGAL_BASIS: _legal_words,
}
