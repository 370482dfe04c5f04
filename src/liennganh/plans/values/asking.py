"""What a plan does not print and an officer is asked for; the answer stays beside the print.

An ask is a word of the reader ("horizon", "denominator", "baseline", "group", "unit"), or "proof"
for a target without a figure. It is open until it is answered, or an officer finds it printed.
"""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from liennganh.errors import DomainError
from liennganh.plans.models import ItemKind

from .shapes import HORIZONS, UNSTATED

_LONGEST = 300
PROOF = "proof"
QUESTIONS = {
    "horizon": _lazy("Văn bản không ghi mức này tính cho mỗi năm hay cho cả thời kỳ, hãy chọn."),
    "denominator": _lazy("Văn bản không ghi tỷ lệ tính trên tổng số nào, hãy ghi."),
    "baseline": _lazy("Văn bản không ghi tăng, giảm so với mốc nào, hãy ghi."),
    "group": _lazy("Văn bản không ghi rõ tính trên những ai, những nơi nào, hãy ghi."),
    "unit": _lazy("Văn bản không ghi đếm bằng đơn vị nào, hãy ghi."),
    PROOF: _lazy("Văn bản không ghi lấy gì làm minh chứng, hãy ghi."),
}
_STATED = {key: words for key, words in HORIZONS.items() if key != UNSTATED}

# "Tăng 5%" can be said of a share in two ways.
_CHANGES = {"points": _lazy("điểm phần trăm"), "share": _lazy("phần trăm của mức cũ")}


def choices_of(ask: str, data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the answers to choose from, by code; empty where words are to be typed."""
    if ask == "horizon":
        return dict(_STATED)
    change = data.get("comparator") in ("+", "-") and data.get("unit") == "percent"
    return dict(_CHANGES) if ask == "unit" and change else {}


def asked_of(kind: str, data: Mapping[str, Any]) -> list[str]:
    """Return what the plan does not print of an item, answered or not."""
    if kind == ItemKind.QUALITATIVE:
        return [] if data.get("proof") else [PROOF]
    if kind != ItemKind.TARGET:
        return []
    return [ask for ask in data.get("asks") or [] if ask in QUESTIONS]


def open_asks(kind: str, data: Mapping[str, Any]) -> list[str]:
    """Return what is not printed and has not been answered."""
    answers = data.get("asked_answer") or {}
    return [ask for ask in asked_of(kind, data) if not answers.get(ask)]


def clean_answer(ask: str, answer: str) -> str:
    """Return an answer in its stored form.

    Raises:
        DomainError: nobody asks that, or the answer is empty, too long or none of the choices.

    """
    if ask not in QUESTIONS:
        raise DomainError(_("Không có câu hỏi này. Hãy tải lại trang."), field="answer")
    said = " ".join(answer.split())
    if not said:
        raise DomainError(_("Chưa có câu trả lời. Hãy chọn hoặc ghi một câu."), field="answer")
    if len(said) > _LONGEST:
        raise DomainError(_("Câu trả lời dài quá 300 ký tự, hãy rút gọn."), field="answer")
    if ask == "horizon" and said not in _STATED:
        raise DomainError(_("Hãy chọn một trong các mục có sẵn."), field="answer")
    return said


def effective_meaning(data: Mapping[str, Any]) -> dict[str, str] | None:
    """Return the printed meaning with the office's answers filled in; None where none is known."""
    meaning = data.get("meaning")
    if not meaning:
        return None
    answers = data.get("asked_answer") or {}
    filled = {
        ask: answers[ask]
        for ask in asked_of(ItemKind.TARGET, data)
        if answers.get(ask) and ask in meaning
    }
    return {**meaning, **filled}
