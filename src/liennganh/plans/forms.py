"""Forms of the review. Each turns what is typed into the data of an item, or says what is wrong."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from liennganh.plans import values
from liennganh.plans.due_words import WAYS, as_noted, as_said
from liennganh.plans.headers import FIELDS, TYPES
from liennganh.plans.models import IntakeItem, ItemKind
from liennganh.plans.partial_dates import read_partial, show_partial
from liennganh.plans.spans import find_quote
from liennganh.pure.vietnamese import NotANumberError, format_number, parse_number
from liennganh.ui.sayings import fault


class UploadForm(forms.Form):
    file = forms.FileField(
        label=_lazy("Tệp kế hoạch"),
        help_text=_lazy("Tệp .docx, .pdf có chữ, .odt, .html, .txt hoặc .md."),
        error_messages={
            "required": _lazy("Chưa chọn tệp nào."),
            "empty": _lazy("Tệp rỗng (0 byte). Hãy chọn lại tệp."),
        },
    )


class PasteForm(forms.Form):
    text = forms.CharField(
        label=_lazy("Nội dung văn bản"),
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=_lazy("Dán toàn văn, kể cả phần đầu có số và ngày."),
        strip=False,
        error_messages={"required": _lazy("Chưa có nội dung nào được dán vào ô.")},
    )


class PartialDateField(forms.CharField):
    """A year, a month or a day, as far as it is known."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, max_length=20, **kwargs)

    def clean(self, value: Any) -> str:
        """Return the ISO form, as far as given."""
        try:
            return read_partial(str(super().clean(value)))
        except ValueError as error:
            raise forms.ValidationError(str(error)) from None


class NumberField(forms.CharField):
    """A number as Vietnamese write it; returns a plain decimal string, or "" for none."""

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"inputmode": "decimal", "class": "num"}
        super().__init__(
            required=False, max_length=40, widget=forms.TextInput(attrs=attrs), **kwargs
        )

    def clean(self, value: Any) -> str:
        """Read what was typed; what can be read in two ways is asked about."""
        typed = str(super().clean(value))
        try:
            return format(parse_number(typed), "f") if typed else ""
        except NotANumberError as error:
            raise forms.ValidationError(fault(error)) from None


class NamesField(forms.CharField):
    """Names of agencies, one a line."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.Textarea(attrs={"rows": 2})
        super().__init__(required=False, max_length=6000, widget=widget, **kwargs)

    def clean(self, value: Any) -> list[str]:
        """Return the names, in order."""
        return [line.strip() for line in str(super().clean(value)).splitlines() if line.strip()]


class HeaderForm(forms.Form):
    type = forms.CharField(
        label=FIELDS["type"],
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"list": "document-types"}),
    )
    number = forms.CharField(label=FIELDS["number"], max_length=60, required=False)
    issuer = forms.CharField(label=FIELDS["issuer"], max_length=240, required=False)
    date = PartialDateField(
        label=FIELDS["date"], help_text=_lazy("Theo văn bản: 06/5/2024, hoặc chỉ 5/2024, 2024.")
    )
    title = forms.CharField(
        label=FIELDS["title"], required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    period_from = forms.IntegerField(label=_lazy("Từ năm"), required=False)
    period_to = forms.IntegerField(label=_lazy("Đến năm"), required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    @staticmethod
    def initial_for(header: dict[str, Any]) -> dict[str, Any]:
        """Return the initial values for a header as stored."""
        first, last = header.get("period") or (None, None)
        plain = {name: header.get(name, "") for name in ("type", "number", "issuer", "title")}
        return {
            **plain,
            "date": show_partial(header.get("date", "")),
            "period_from": first,
            "period_to": last,
            "version": header.get("version", 1),
        }

    def clean(self) -> dict[str, Any]:
        """Join the two years; one alone stands for both."""
        cleaned = super().clean() or {}
        first, last = cleaned.get("period_from"), cleaned.get("period_to")
        either = first or last
        cleaned["period"] = [first or either, last or either] if either else None
        return cleaned

    @property
    def types(self) -> tuple[str, ...]:
        """Types to offer."""
        return TYPES


class ItemForm(forms.Form):
    """What every kind of item has: its place in the text."""

    quote = forms.CharField(
        label=_lazy("Đoạn văn bản"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "data-quote": ""}),
        help_text=_lazy("Muốn đổi đoạn: dán nguyên văn đoạn đúng, hoặc chọn đoạn bên văn bản."),
        strip=False,
    )
    start = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)
    end = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    own: tuple[str, ...] = ()

    def __init__(self, data: Any = None, *, item: IntakeItem) -> None:
        self.item = item
        initial = {
            **self.initial_for(item.data),
            "quote": item.intake.text[item.start : item.end],
            "start": item.start,
            "end": item.end,
            "version": item.version,
        }
        # Several forms may be open on one page: their fields have ids of their own.
        super().__init__(data, initial=initial, auto_id=f"muc{item.pk}_%s")

    @staticmethod
    def initial_for(data: dict[str, Any]) -> dict[str, Any]:
        """Return initial values for the fields of the kind."""
        return dict(data)

    def data_fields(self) -> list[forms.BoundField]:
        """Return the bound fields of the kind, in order."""
        return [self[name] for name in self.own]

    def item_data(self) -> dict[str, Any]:
        """Return the data of the item as typed."""
        return {name: self.cleaned_data[name] for name in self.own}

    def clean(self) -> dict[str, Any]:
        """Work out the span: chosen in the text, or a quotation that stands there just once."""
        cleaned = super().clean() or {}
        item, text = self.item, self.item.intake.text
        start, end = cleaned.get("start"), cleaned.get("end")
        quote = str(cleaned.get("quote") or "").replace("\r\n", "\n")
        chosen = start is not None and end is not None and (start, end) != (item.start, item.end)
        cleaned["span"] = None
        if chosen:
            cleaned["span"] = (start, end)
        elif quote.strip() and quote.split() != text[item.start : item.end].split():
            cleaned["span"] = self._found(text, quote)
        return cleaned

    def _found(self, text: str, quote: str) -> tuple[int, int] | None:
        places = find_quote(text, quote)
        if len(places) == 1:
            return places[0]
        self.add_error("quote", quote_problem(len(places)))
        return None


def quote_problem(places: int) -> str:
    """Return why a quotation does not say where an item stands."""
    if places == 0:
        return _("Không thấy đoạn này trong văn bản. Hãy dán đúng nguyên văn, không sửa chữ.")
    return _("Đoạn này có ở %(n)s chỗ. Hãy dán dài thêm vài chữ để chỉ còn một chỗ.") % {
        "n": places
    }


class TargetForm(ItemForm):
    comparator = forms.ChoiceField(label=_lazy("So sánh"), choices=list(values.COMPARATORS.items()))
    value = NumberField(label=_lazy("Giá trị"))
    upper = NumberField(label=_lazy("Đến mức"), help_text=_lazy("Chỉ điền khi là khoảng: 3–5%."))
    unit = forms.ChoiceField(label=_lazy("Đơn vị"), choices=list(values.UNITS.items()))
    per_year = forms.BooleanField(label=_lazy("Tính cho mỗi năm"), required=False)
    deadline = PartialDateField(label=_lazy("Thời hạn"))
    what = forms.CharField(
        label=_lazy("Đo cái gì"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    own = ("comparator", "value", "upper", "unit", "per_year", "deadline", "what")

    @staticmethod
    def initial_for(data: dict[str, Any]) -> dict[str, Any]:
        """Write figures and dates as Vietnamese do."""

        def number(value: Any) -> str:
            return format_number(parse_plain(value)) if value not in ("", None) else ""

        return {
            **data,
            "value": number(data["value"]),
            "upper": number(data["upper"]),
            "deadline": show_partial(data["deadline"]),
        }


class TaskForm(ItemForm):
    lead = NamesField(label=_lazy("Cơ quan chủ trì"), help_text=_lazy("Mỗi dòng một cơ quan."))
    common = forms.BooleanField(
        label=_lazy("Việc chung, không giao riêng cơ quan nào"), required=False
    )
    support = NamesField(label=_lazy("Cơ quan phối hợp"))
    mode = forms.ChoiceField(label=_lazy("Cách giao"), choices=list(values.MODES.items()))
    deadline = PartialDateField(label=_lazy("Thời hạn"))
    own = ("lead", "common", "support", "mode", "deadline")

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
    own = ("kind", "due_way", "due_words", "before")

    @staticmethod
    def initial_for(data: dict[str, Any]) -> dict[str, Any]:
        """Say the due date in words."""
        way, words = as_said(data["due"])
        return {**data, "due_way": way, "due_words": words}

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
        """Return kind, due and before."""
        return {name: self.cleaned_data[name] for name in ("kind", "due", "before")}


class BudgetForm(ItemForm):
    amount_vnd = NumberField(label=_lazy("Số tiền (đồng)"))
    own = ("amount_vnd",)

    @staticmethod
    def initial_for(data: dict[str, Any]) -> dict[str, Any]:
        """Write the sum as Vietnamese do."""
        amount = data["amount_vnd"]
        return {"amount_vnd": "" if amount is None else format_number(parse_plain(amount))}


class LegalBasisForm(ItemForm):
    number = forms.CharField(label=_lazy("Số, ký hiệu"), max_length=60, required=False)
    own = ("number",)


FORMS: dict[str, type[ItemForm]] = {
    ItemKind.TARGET: TargetForm,
    ItemKind.TASK: TaskForm,
    ItemKind.REPORT: ReportForm,
    ItemKind.BUDGET: BudgetForm,
    ItemKind.LEGAL_BASIS: LegalBasisForm,
}


def parse_plain(value: Any) -> Any:
    """Return the decimal of a stored figure."""
    return parse_number(str(value).replace(".", ","))


class AddForm(forms.Form):
    kind = forms.ChoiceField(label=_lazy("Loại mục"), choices=ItemKind.choices)
    quote = forms.CharField(
        label=_lazy("Đoạn văn bản"),
        widget=forms.Textarea(attrs={"rows": 3, "data-quote": ""}),
        help_text=_lazy("Chọn đoạn bên văn bản, hoặc dán nguyên văn đoạn đó vào đây."),
        required=False,
        strip=False,
    )
    start = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)
    end = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    def __init__(self, data: Any = None, *, text: str) -> None:
        self.text = text
        super().__init__(data, auto_id="them_%s")

    def clean(self) -> dict[str, Any]:
        """Work out the span."""
        cleaned = super().clean() or {}
        start, end = cleaned.get("start"), cleaned.get("end")
        if start is not None and end is not None:
            cleaned["span"] = (start, end)
            return cleaned
        places = find_quote(self.text, str(cleaned.get("quote") or ""))
        if len(places) != 1:
            self.add_error("quote", quote_problem(len(places)))
        else:
            cleaned["span"] = places[0]
        return cleaned
