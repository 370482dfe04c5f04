"""The forms of tasks, reports, money, legal bases and targets without a figure."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _lazy

from liennganh.plans import values
from liennganh.plans.due_words import WAYS, as_noted, as_said
from liennganh.plans.models import ItemKind
from liennganh.plans.partial_dates import show_partial

from .base import ItemForm
from .fields import NamesField, NumberField, PartialDateField, shown_number
from .target import TargetForm

_PARTIES = ("reporters", "through", "recipients")


class QualitativeForm(ItemForm):
    what = forms.CharField(
        label=_lazy("Kết quả cần có"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    proof = forms.CharField(
        label=_lazy("Minh chứng"),
        required=False,
        max_length=2000,
        help_text=_lazy("Theo chữ in: cái gì cho thấy kết quả đó đã có. Không in thì để trống."),
    )
    deadline = PartialDateField(label=_lazy("Thời hạn"))
    own = ("what", "proof", "deadline")

    @staticmethod
    def initial_for(data: dict[str, Any]) -> dict[str, Any]:
        """Write the date as Vietnamese do."""
        return {**data, "deadline": show_partial(data["deadline"])}


class TaskForm(ItemForm):
    lead = NamesField(label=_lazy("Cơ quan chủ trì"), help_text=_lazy("Mỗi dòng một cơ quan."))
    common = forms.BooleanField(
        label=_lazy("Việc chung, không giao riêng cơ quan nào"), required=False
    )
    support = NamesField(label=_lazy("Cơ quan phối hợp"))
    mode = forms.ChoiceField(label=_lazy("Cách giao"), choices=list(values.MODES.items()))
    deadline = PartialDateField(
        label=_lazy("Thời hạn"), help_text=_lazy("30/6/2026, 6/2026, 2026, hoặc 15/5 hằng năm.")
    )
    cycle = forms.ChoiceField(
        label=_lazy("Chu kỳ"),
        choices=[("", _lazy("không ghi")), *values.CYCLES.items()],
        required=False,
        help_text=_lazy("Chỉ khi văn bản ghi làm lại theo kỳ."),
    )
    own = ("lead", "common", "support", "mode", "deadline", "cycle")

    @staticmethod
    def initial_for(data: dict[str, Any]) -> dict[str, Any]:
        """Write one name a line."""
        return {
            **data,
            "lead": "\n".join(data["lead"]),
            "support": "\n".join(data["support"]),
            "deadline": show_partial(data["deadline"]),
        }


class ReportForm(ItemForm):
    kind = forms.ChoiceField(label=_lazy("Kỳ báo cáo"), choices=list(values.REPORT_KINDS.items()))
    due_way = forms.ChoiceField(label=_lazy("Hạn nộp"), choices=list(WAYS.items()))
    due_words = forms.CharField(label=_lazy("Ngày"), required=False, max_length=80)
    before = forms.BooleanField(
        label=_lazy("Ghi “trước ngày”: nộp đúng ngày đó là muộn"), required=False
    )
    reporters = NamesField(label=_lazy("Ai báo cáo"), help_text=_lazy("Mỗi dòng một cơ quan."))
    through = NamesField(
        label=_lazy("Gửi qua ai để tổng hợp"), help_text=_lazy("Để trống nếu gửi thẳng.")
    )
    recipients = NamesField(label=_lazy("Báo cáo ai"), help_text=_lazy("Nơi nhận cuối cùng."))
    own = ("kind", "due_way", "due_words", "before", *_PARTIES)

    @staticmethod
    def initial_for(data: dict[str, Any]) -> dict[str, Any]:
        """Say the due date in words."""
        way, words = as_said(data["due"])
        names = {name: "\n".join(data[name]) for name in _PARTIES}
        return {**data, **names, "due_way": way, "due_words": words}

    def clean(self) -> dict[str, Any]:
        """Turn the words into the reader's notation; words left alone keep theirs."""
        cleaned = super().clean()
        way, words = cleaned.get("due_way", "none"), cleaned.get("due_words", "")
        if (way, words) == as_said(self.item.data["due"]):
            cleaned["due"] = self.item.data["due"]
            return cleaned
        try:
            cleaned["due"] = as_noted(way, words)
        except ValueError as error:
            self.add_error("due_words", str(error))
        return cleaned

    def item_data(self) -> dict[str, Any]:
        """Return when the report is due, and who sends it through whom to whom."""
        return {name: self.cleaned_data[name] for name in ("kind", "due", "before", *_PARTIES)}


class BudgetForm(ItemForm):
    amount_vnd = NumberField(label=_lazy("Số tiền (đồng)"))
    years_from = forms.IntegerField(label=_lazy("Từ năm"), required=False)
    years_to = forms.IntegerField(label=_lazy("Đến năm"), required=False)
    per_year = forms.BooleanField(label=_lazy("Số tiền của mỗi năm"), required=False)
    source = forms.ChoiceField(
        label=_lazy("Nguồn"),
        choices=[("", _lazy("không ghi")), *values.SOURCES.items()],
        required=False,
    )
    source_words = forms.CharField(label=_lazy("Nguồn như in"), required=False, max_length=2000)
    standing = forms.ChoiceField(
        label=_lazy("Khoản này là"),
        choices=list(values.STANDINGS.items()),
        required=False,
        help_text=_lazy("Tổng số không bị cộng thêm vào các khoản nằm trong nó."),
    )
    own = (
        "amount_vnd", "standing", "years_from", "years_to", "per_year", "source", "source_words",
    )  # fmt: skip

    @staticmethod
    def initial_for(data: dict[str, Any]) -> dict[str, Any]:
        """Write the sum as Vietnamese do."""
        first, last = data["years"] or (None, None)
        amount = shown_number(data["amount_vnd"])
        return {**data, "amount_vnd": amount, "years_from": first, "years_to": last}

    def item_data(self) -> dict[str, Any]:
        """Return the sum with its years; one year alone stands for both."""
        typed = {name: self.cleaned_data[name] for name in self.own}
        first, last = typed.pop("years_from"), typed.pop("years_to")
        either = first or last
        return {**typed, "years": [first or either, last or either] if either else None}


class LegalBasisForm(ItemForm):
    number = forms.CharField(
        label=_lazy("Số, ký hiệu"),
        max_length=60,
        required=False,
        help_text=_lazy("Có thể để trống khi văn bản chỉ được nêu bằng tên."),
    )
    title = forms.CharField(
        label=_lazy("Tên văn bản"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    issuer = forms.CharField(label=_lazy("Cơ quan ban hành"), max_length=240, required=False)
    date = PartialDateField(label=_lazy("Ngày ban hành"))
    upper = forms.BooleanField(
        label=_lazy("Kế hoạch, chương trình cấp trên mà văn bản này thực hiện"), required=False
    )
    own = ("number", "title", "issuer", "date", "upper")

    @staticmethod
    def initial_for(data: dict[str, Any]) -> dict[str, Any]:
        """Write the date as Vietnamese do."""
        return {**data, "date": show_partial(data["date"])}


FORMS: dict[str, type[ItemForm]] = {
    ItemKind.TARGET: TargetForm,
    ItemKind.QUALITATIVE: QualitativeForm,
    ItemKind.TASK: TaskForm,
    ItemKind.REPORT: ReportForm,
    ItemKind.BUDGET: BudgetForm,
    ItemKind.LEGAL_BASIS: LegalBasisForm,
}
