"""What the forms of all kinds of items share: the item's place in the text."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from liennganh.plans import values
from liennganh.plans.models import IntakeItem, ItemKind
from liennganh.plans.spans import find_quote


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
    # Fields that stand apart, under a heading of their own.
    apart: tuple[str, ...] = ()
    apart_title: Any = ""

    def __init__(self, data: Any = None, *, item: IntakeItem) -> None:
        self.item = item
        initial = {
            **self.initial_for(values.whole(item.kind, item.data)),
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

    def apart_fields(self) -> list[forms.BoundField]:
        """Return the bound fields that stand apart."""
        return [self[name] for name in self.apart]

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
