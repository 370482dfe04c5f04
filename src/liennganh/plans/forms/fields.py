"""Fields of the review: dates as far as printed, numbers as Vietnamese write them, names."""

from typing import Any

from django import forms

from liennganh.plans.partial_dates import read_partial
from liennganh.pure.vietnamese import NotANumberError, format_number, parse_number
from liennganh.ui.sayings import fault


class PartialDateField(forms.CharField):
    """A year, a month or a day, as far as it is known."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, max_length=40, **kwargs)

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


def parse_plain(value: Any) -> Any:
    """Return the decimal of a stored figure."""
    return parse_number(str(value).replace(".", ","))


def shown_number(value: Any) -> str:
    """Return a stored figure as Vietnamese write it, "" for none."""
    return "" if value in ("", None) else format_number(parse_plain(value))
