"""Forms of a file on its way in, and of the head of its text."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _lazy

from liennganh.plans.headers import FIELDS, TYPES
from liennganh.plans.partial_dates import show_partial

from .fields import PartialDateField


class UploadForm(forms.Form):
    file = forms.FileField(
        label=_lazy("Tệp kế hoạch"),
        help_text=_lazy(
            "Tệp .docx, .doc, .pdf (có chữ hoặc bản quét), ảnh .png, .jpg, .tiff, .html, .txt hoặc .md."
        ),
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
