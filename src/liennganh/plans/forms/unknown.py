"""The list of bodies to create from printed names: a row each, ticked or not."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from liennganh.agencies.actions import NewAgency
from liennganh.agencies.kinds import KINDS
from liennganh.plans.unknown_names import UnknownNames
from liennganh.territory.models import Unit

_MOST_ROWS = 500


class UnknownForm(forms.Form):
    """One body: the printed names, and what would be created."""

    take = forms.BooleanField(label=_lazy("Tạo"), required=False)
    printed = forms.CharField(widget=forms.HiddenInput, max_length=6000)
    name = forms.CharField(label=_lazy("Tên cơ quan"), max_length=200, required=False)
    kind = forms.ChoiceField(
        label=_lazy("Loại"), choices=[(key, kind.label) for key, kind in KINDS.items()]
    )
    unit = forms.TypedChoiceField(label=_lazy("Địa bàn"), coerce=int)

    def __init__(self, *args: Any, units: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["unit"]
        assert isinstance(field, forms.TypedChoiceField)  # noqa: S101 - declared above
        field.choices = units

    @property
    def names(self) -> list[str]:
        """Return the printed names, as the row carries them."""
        return str(self["printed"].value() or "").splitlines()

    def clean(self) -> dict[str, Any]:
        """Ask for a name where the row is ticked."""
        cleaned = super().clean() or {}
        if cleaned.get("take") and not str(cleaned.get("name") or "").strip():
            self.add_error("name", _("Chưa ghi tên cơ quan. Hãy nhập tên đầy đủ."))
        return cleaned

    def wanted(self, units: dict[int, Unit]) -> tuple[list[str], NewAgency]:
        """Return the printed names and what to create for them."""
        data = self.cleaned_data
        new = NewAgency(unit=units[data["unit"]], kind=data["kind"], name=data["name"])
        return str(data["printed"]).splitlines(), new


UnknownForms = forms.formset_factory(
    UnknownForm, extra=0, max_num=_MOST_ROWS, absolute_max=_MOST_ROWS
)


def forms_for(unknown: UnknownNames, data: Any = None) -> Any:
    """Return the rows, those that are certain ticked; ``data`` is what was posted."""
    initial = [
        {
            "take": row.certain,
            "printed": "\n".join(row.printed),
            "name": row.name,
            "kind": row.kind,
            "unit": row.unit.pk,
        }
        for row in unknown.rows
    ]
    units = [(unit.pk, unit.name_on(unknown.on)) for unit in unknown.units]
    return UnknownForms(data, initial=initial, prefix="ten", form_kwargs={"units": units})
