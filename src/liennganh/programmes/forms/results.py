"""Targets without a figure: whether and how they are followed, their proof, and the verdict on it."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from liennganh.agencies.forms import DayField
from liennganh.agencies.models import Agency
from liennganh.plans import values
from liennganh.programmes.models import ExpectedResult
from liennganh.programmes.proposals import ResultSpec

from .fields import FilesField, NumberField
from .target import Offer


class _ProofField(forms.CharField):
    def __init__(self, **options: Any) -> None:
        super().__init__(
            label=_("Minh chứng cần có"),
            max_length=500,
            widget=forms.Textarea(attrs={"rows": 2}),
            error_messages={"required": values.QUESTIONS[values.PROOF]},
            **options,
        )


class ResultForm(forms.Form):
    """One printed target without a figure: who shows it, with what, by when."""

    follow = forms.BooleanField(label=_("Theo dõi chỉ tiêu này"), required=False)
    lead = forms.ChoiceField(label=_("Cơ quan chủ trì"))
    deadline = DayField(label=_("Thời hạn"))
    proof = _ProofField()

    def __init__(self, proposal: ResultSpec, offer: Offer, data: Any = None) -> None:
        self.printed, self.proposal, self.offer = proposal.printed, proposal, offer
        super().__init__(
            data,
            prefix=f"dt{proposal.printed.pk}",
            initial={
                "follow": True,
                "lead": str(proposal.lead.pk),
                "deadline": proposal.deadline,
                "proof": proposal.proof,
            },
        )
        offer.show_agencies(self["lead"])
        self.name = proposal.printed.what[:80]

    @property
    def shows_all(self) -> bool:
        return self.prefix == self.offer.opened

    @property
    def asks_proof(self) -> bool:
        """Tell whether neither the plan nor the office has said what would show it."""
        return not self.proposal.proof

    def clean(self) -> dict[str, Any]:
        """Want nothing of what is not followed."""
        given = super().clean() or {}
        if not given.get("follow"):
            self._errors = type(self.errors)()
        return given

    @property
    def result(self) -> ResultSpec | None:
        """Return how the officer wants it followed, None where not at all."""
        given = self.cleaned_data
        if not given.get("follow"):
            return None
        return ResultSpec(
            self.printed, self.offer.agencies[given["lead"]], given["proof"], given["deadline"]
        )


class ProofForm(forms.Form):
    """What shows the result: a link, a number or files, with a note."""

    link = forms.URLField(
        label=_("Đường dẫn"),
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text=_("Nơi ai cũng mở được, ví dụ bài đã đăng."),
    )
    number = NumberField(label=_("Con số"))
    note = forms.CharField(
        label=_("Giải thích"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Không ghi họ tên người được hỗ trợ hay người bị xử lý."),
    )
    evidence = FilesField(
        label=_("Văn bản, tệp"),
        required=False,
        help_text=_("Có thể chọn nhiều tệp. Không tải lên tài liệu mật."),
    )
    version = forms.IntegerField(widget=forms.HiddenInput)


class VerdictForm(forms.Form):
    """The second person's word; ``version`` is that of the proof she has read."""

    note = forms.CharField(
        label=_("Ý kiến"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Bắt buộc khi trả lại."),
    )
    version = forms.IntegerField(widget=forms.HiddenInput)


class SetResultForm(forms.Form):
    """Another lead, day or proof."""

    lead = forms.ModelChoiceField(label=_("Cơ quan chủ trì"), queryset=Agency.objects.none())
    deadline = DayField(label=_("Thời hạn"))
    proof = _ProofField()

    def __init__(
        self, result: ExpectedResult, agencies: Iterable[Agency], data: Any = None
    ) -> None:
        super().__init__(
            data,
            prefix="sua",
            initial={
                "lead": result.lead_id,
                "deadline": result.deadline,
                "proof": result.proof,
            },
        )
        self.fields["lead"].queryset = agencies  # type: ignore[attr-defined]
