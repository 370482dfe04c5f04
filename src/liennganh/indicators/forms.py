"""Filters of the catalogue; they live in the address."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .catalogue import GROUPS


class IndicatorFilter(forms.Form):
    """What the catalogue is narrowed to."""

    q = forms.CharField(
        label=_("Tìm theo mã hoặc tên"),
        required=False,
        max_length=200,
        widget=forms.TextInput({"type": "search"}),
    )
    group = forms.ChoiceField(
        label=_("Nhóm"), required=False, choices=[("", _("Mọi nhóm")), *GROUPS.items()]
    )
