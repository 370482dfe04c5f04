"""Forms of the head of a report, of the leader's word and of the issue."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from liennganh.agencies.forms import DayField
from liennganh.drafting.header import Header


class LinesField(forms.CharField):
    """Several texts, one a line; gives a tuple of those that are not blank."""

    def __init__(self, rows: int = 3, **options: Any) -> None:
        super().__init__(widget=forms.Textarea({"rows": rows}), **options)

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, tuple | list) else value

    def to_python(self, value: Any) -> Any:
        if isinstance(value, tuple | list):
            return tuple(value)
        lines = super().to_python(value) or ""
        return tuple(line.strip() for line in lines.splitlines() if line.strip())


class HeaderForm(forms.Form):
    """Everything printed around the text but its number and day."""

    superior = forms.CharField(
        label=_("Cơ quan chủ quản"),
        required=False,
        max_length=200,
        help_text=_("Để trống nếu là Ủy ban nhân dân."),
    )
    issuer = forms.CharField(label=_("Cơ quan ban hành"), max_length=200)
    issuer_in_text = forms.CharField(
        label=_("Tên cơ quan trong câu văn"), required=False, max_length=240
    )
    symbol = forms.CharField(
        label=_("Ký hiệu"),
        max_length=30,
        help_text=_("Không ghi số: văn thư cấp số khi phát hành."),
    )
    place = forms.CharField(label=_("Địa danh"), max_length=60)
    subject = forms.CharField(
        label=_("Trích yếu"), max_length=600, widget=forms.Textarea({"rows": 3})
    )
    addressees = LinesField(
        2, label=_("Kính gửi"), required=False, help_text=_("Mỗi nơi một dòng.")
    )
    authority = forms.CharField(
        label=_("Thẩm quyền ký"),
        required=False,
        max_length=120,
        help_text=_("Ví dụ TM. ỦY BAN NHÂN DÂN. Thủ trưởng sở ký thì để trống."),
    )
    titles = LinesField(
        2,
        label=_("Chức vụ người ký"),
        help_text=_("Ký thay: dòng KT. GIÁM ĐỐC, dòng PHÓ GIÁM ĐỐC."),
    )
    signer = forms.CharField(label=_("Họ và tên người ký"), required=False, max_length=120)
    recipients = LinesField(
        4,
        label=_("Nơi nhận"),
        help_text=_("Mỗi nơi một dòng, dòng cuối là “Lưu: VT, đơn vị soạn”."),
    )

    def header(self) -> Header:
        """Return the header as filled in (the form must be valid)."""
        return Header(**self.cleaned_data)


class ReviewForm(forms.Form):
    """The leader's word on a draft."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    comment = forms.CharField(
        label=_("Ý kiến"),
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Bắt buộc khi trả lại."),
    )


class IssueForm(forms.Form):
    """The number and day that the registry gave, and who signs where the draft left it open."""

    number = forms.CharField(
        label=_("Số"),
        max_length=10,
        help_text=_("Do văn thư cấp."),
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
    )
    issued_on = DayField(label=_("Ngày ban hành"))
    signer = forms.CharField(label=_("Họ và tên người ký"), max_length=120)

    def __init__(self, *args: Any, signer: str = "", **options: Any) -> None:
        """Ask for who signs only where the draft does not name her: ``signer`` is whom it names."""
        super().__init__(*args, **options)
        if signer.strip():
            del self.fields["signer"]
