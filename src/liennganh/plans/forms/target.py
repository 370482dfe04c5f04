"""The form of a target: its figure, and what it means."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _lazy

from liennganh.plans import values
from liennganh.plans.partial_dates import show_partial

from .base import ItemForm
from .fields import NumberField, PartialDateField, shown_number

# What a target means where the reader gave only its figure.
_USUAL = {"<=": "at_most", "<": "at_most", "=": "exactly", "+": "change", "-": "change"}


def _words(label: Any, hint: Any) -> forms.CharField:
    return forms.CharField(label=label, help_text=hint, required=False, max_length=2000)


class TargetForm(ItemForm):
    comparator = forms.ChoiceField(label=_lazy("So sánh"), choices=list(values.COMPARATORS.items()))
    value = NumberField(label=_lazy("Giá trị"))
    upper = NumberField(label=_lazy("Đến mức"), help_text=_lazy("Chỉ điền khi là khoảng: 3–5%."))
    unit = forms.ChoiceField(label=_lazy("Đơn vị"), choices=list(values.UNITS.items()))
    deadline = PartialDateField(label=_lazy("Thời hạn"))
    what = forms.CharField(
        label=_lazy("Đo cái gì"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    meaning_kind = forms.ChoiceField(
        label=_lazy("Thế nào là đạt"),
        choices=list(values.MEANINGS.items()),
        required=False,
        help_text=_lazy("Quyết định cách so kết quả với mức ghi trong kế hoạch."),
    )
    horizon = forms.ChoiceField(
        label=_lazy("Tính cho thời gian nào"),
        choices=list(values.HORIZONS.items()),
        required=False,
        help_text=_lazy("Theo chữ in. Không in thì chọn “văn bản không ghi”, rồi trả lời sau."),
    )
    numerator = _words(_lazy("Đếm cái gì"), _lazy("Tử số, ví dụ: số xã, phường đã tổ chức."))
    denominator = _words(_lazy("Trên tổng số nào"), _lazy("Mẫu số của tỷ lệ; số đếm thì để trống."))
    group = _words(_lazy("Địa bàn, nhóm người"), _lazy("Tính trong những ai, những nơi nào."))
    condition = _words(
        _lazy("Điều kiện"), _lazy("Ai trong nhóm đó được tính, ví dụ: có nhu cầu và đủ điều kiện.")
    )
    baseline = _words(_lazy("So với mốc nào"), _lazy("Chỉ điền khi tăng hoặc giảm: năm trước."))
    period = _words(_lazy("Trong mỗi"), _lazy("Chỉ điền khi là số lần: tháng, quý, năm."))
    own = ("comparator", "value", "upper", "unit", "deadline", "what")
    apart = ("meaning_kind", "horizon", *values.MEANING_WORDS)
    apart_title = _lazy("Ý nghĩa của chỉ tiêu")

    @staticmethod
    def initial_for(data: dict[str, Any]) -> dict[str, Any]:
        """Write figures and dates as Vietnamese do."""
        meaning = meaning_shown(data)
        return {
            **data,
            **{name: meaning[name] for name in values.MEANING_WORDS},
            "meaning_kind": meaning["kind"],
            "horizon": meaning["horizon"],
            "value": shown_number(data["value"]),
            "upper": shown_number(data["upper"]),
            "deadline": show_partial(data["deadline"]),
        }

    def item_data(self) -> dict[str, Any]:
        """Return the figure and the meaning; a meaning that nobody has ever stated stays unknown."""
        data = values.whole(self.item.kind, self.item.data)
        shown = meaning_shown(data)
        typed = self.cleaned_data
        meaning = {
            "kind": typed["meaning_kind"] or shown["kind"],
            "horizon": typed["horizon"] or shown["horizon"],
            **{name: typed[name] for name in values.MEANING_WORDS},
        }
        unknown = data["meaning"] is None and meaning == shown
        moved = meaning["horizon"] != shown["horizon"]
        return {
            **super().item_data(),
            "meaning": None if unknown else meaning,
            "per_year": meaning["horizon"] == "yearly" if moved else data["per_year"],
            "asks": _asks_after(data["asks"], shown, meaning),
        }


def _asks_after(asks: list[str], before: dict[str, str], after: dict[str, str]) -> list[str]:
    """Return what is still to be asked: not what the officer has now found printed."""
    found = {name for name, value in after.items() if value != before[name] and _is_stated(value)}
    left = [ask for ask in asks if ask not in found]
    unstated = before["horizon"] != after["horizon"] == values.UNSTATED
    return [*left, "horizon"] if unstated and "horizon" not in left else left


def _is_stated(value: str) -> bool:
    return value not in ("", values.UNSTATED)


def meaning_shown(data: dict[str, Any]) -> dict[str, str]:
    """Return the meaning, or where none is known what the figure alone says."""
    if data["meaning"]:
        return dict(data["meaning"])
    return {
        "kind": _USUAL.get(data["comparator"], "at_least"),
        "horizon": "yearly" if data["per_year"] else values.UNSTATED,
        **dict.fromkeys(values.MEANING_WORDS, ""),
    }
