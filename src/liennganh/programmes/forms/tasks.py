"""Answering, checking, dating and giving tasks; narrowing their lists."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from liennganh.agencies.forms import DayField
from liennganh.agencies.models import Agency, Mode
from liennganh.programmes.models import AssignmentState, Programme, TaskRole

from .fields import FilesField


class TaskFilterForm(forms.Form):
    """What a list of tasks shows; it lives in the address."""

    q = forms.CharField(label=_("Tìm trong nội dung"), required=False, max_length=200)
    state = forms.ChoiceField(label=_("Tình trạng"), required=False)
    programme = forms.ChoiceField(label=_("Chương trình"), required=False)

    def __init__(
        self, data: Any, *, programmes: Iterable[Programme] | None = None, whole: bool = False
    ) -> None:
        super().__init__(data)
        self.fields["state"].choices = [  # type: ignore[attr-defined]
            ("", _("tất cả")),
            ("late", _("quá hạn")),
            *AssignmentState.choices,
            *([("nobody", _("chưa giao ai"))] if whole else []),
        ]
        if programmes is None:
            del self.fields["programme"]
        else:
            self.fields["programme"].choices = [  # type: ignore[attr-defined]
                ("", _("tất cả")),
                *((one.key, str(one)[:80]) for one in programmes),
            ]


class AgencyFilterForm(forms.Form):
    q = forms.CharField(label=_("Tìm cơ quan"), required=False, max_length=200)


class AnswerForm(forms.Form):
    """How far the agency is, in its own words, with proof."""

    progress = forms.IntegerField(
        label=_("Tiến độ"),
        min_value=0,
        max_value=100,
        help_text=_("100% là đã xong: cơ quan chủ trì chương trình sẽ kiểm tra."),
    )
    note = forms.CharField(
        label=_("Kết quả, việc đã làm"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Không ghi họ tên người được hỗ trợ hay người bị xử lý."),
    )
    evidence = FilesField(
        label=_("Minh chứng"),
        required=False,
        help_text=_("Có thể chọn nhiều tệp. Không tải lên tài liệu mật."),
    )
    version = forms.IntegerField(widget=forms.HiddenInput)


class CheckForm(forms.Form):
    """The second person's word; ``version`` is that of the answer she has read."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    note = forms.CharField(
        label=_("Ý kiến kiểm tra"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Bắt buộc khi trả lại."),
    )


class DayForm(forms.Form):
    """The day of a task."""

    due_on = DayField(label=_("Thời hạn"), required=False)
    standing = forms.BooleanField(label=_("Việc thường xuyên, không có thời hạn"), required=False)

    def clean(self) -> dict[str, Any]:
        """Ask for one of the two."""
        given = super().clean() or {}
        if not self.errors and bool(given["due_on"]) == given["standing"]:
            self.add_error(
                "due_on", _("Ghi thời hạn, hoặc đánh dấu việc thường xuyên; chỉ một trong hai.")
            )
        return given


class AssignForm(forms.Form):
    """One more agency for a task."""

    agency = forms.ModelChoiceField(
        label=_("Cơ quan"), queryset=Agency.objects.none(), empty_label=_("(chọn cơ quan)")
    )
    role = forms.ChoiceField(label=_("Vai trò"), choices=TaskRole.choices)
    mode = forms.ChoiceField(
        label=_("Cách giao"),
        choices=Mode.choices,
        help_text=_("Tòa án, viện kiểm sát, mặt trận và đoàn thể: đề nghị."),
    )

    def __init__(self, agencies: Any, data: Any = None) -> None:
        super().__init__(data, prefix="giao", initial={"role": TaskRole.SUPPORT})
        self.fields["agency"].queryset = agencies  # type: ignore[attr-defined]
