"""Fields that several forms share."""

from decimal import Decimal
from typing import Any

from django import forms

from liennganh.pure.vietnamese import NotANumberError, format_number, parse_number
from liennganh.ui.sayings import fault


class NumberField(forms.CharField):
    """A number as Vietnamese write it; gives a Decimal, or None for nothing."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal"}))
        super().__init__(required=False, max_length=40, **options)

    def clean(self, value: Any) -> Decimal | None:
        """Read what was typed; what can be read in two ways is asked about."""
        typed = str(super().clean(value))
        try:
            return parse_number(typed) if typed else None
        except NotANumberError as error:
            raise forms.ValidationError(fault(error)) from None

    def prepare_value(self, value: Any) -> Any:
        return format_number(value) if isinstance(value, Decimal) else value


class Boxes(forms.CheckboxSelectMultiple):
    """Boxes that lie inside their labels, without an id for each: such lists are long."""

    template_name = "programmes/_boxes.html"


class ManyField(forms.MultipleChoiceField):
    """Several of a list, as boxes to tick."""

    widget = Boxes


class FilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files; gives a list."""

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=FilesInput(), **options)

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Return every file, each looked at by the rules of one."""
        given = data if isinstance(data, list | tuple) else [data]
        cleaned = [super(FilesField, self).clean(one, initial) for one in given]
        return [one for one in cleaned if one]
