"""Filters of the archive, and what is known of a document."""

from django import forms
from django.utils.translation import gettext_lazy as _

from liennganh.agencies.forms import AgencyChoice, DayField
from liennganh.agencies.models import Agency

from .models import Direction


class DocumentFilter(forms.Form):
    """What the list of documents is narrowed to."""

    q = forms.CharField(
        label=_("Tìm theo trích yếu, số, cơ quan ban hành"),
        required=False,
        max_length=200,
        widget=forms.TextInput({"type": "search"}),
    )
    direction = forms.ChoiceField(
        label=_("Loại"), required=False, choices=[("", _("Mọi loại")), *Direction.choices]
    )
    agency = AgencyChoice(
        label=_("Cơ quan giữ"),
        required=False,
        queryset=Agency.objects.none(),
        empty_label=_("Mọi cơ quan"),
    )
    since = DayField(label=_("Ban hành từ ngày"), required=False, help_text="")
    until = DayField(label=_("Đến hết ngày"), required=False, help_text="")


class DescriptionForm(forms.Form):
    """What is known of a document; its file never changes."""

    type_name = forms.CharField(label=_("Loại văn bản"), max_length=60, required=False)
    number = forms.CharField(label=_("Số, ký hiệu"), max_length=60, required=False)
    issuer = forms.CharField(label=_("Cơ quan ban hành"), max_length=240, required=False)
    issued_on = DayField(label=_("Ngày ban hành"), required=False)
    title = forms.CharField(
        label=_("Trích yếu"), required=False, widget=forms.Textarea({"rows": 3})
    )
