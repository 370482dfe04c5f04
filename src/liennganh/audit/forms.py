"""Filters of the log; they live in the address."""

import datetime as dt
from typing import Any

from django import forms
from django.apps import apps
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from liennganh.audit.models import Event
from liennganh.audit.verbs import Verb
from liennganh.pure.vietnamese import parse_date
from liennganh.ui.sayings import fault


def object_types() -> dict[str, str]:
    """Return the kinds of object that the log may speak of, by their words in the interface."""
    return {
        model._meta.label_lower: capfirst(str(model._meta.verbose_name))  # noqa: SLF001 - documented
        for model in apps.get_models()
        if model.__module__.startswith("liennganh.")
    }


def _midnight(day: dt.date) -> dt.datetime:
    # Bounds instead of "the date of": the index of moments is used then.
    return timezone.make_aware(dt.datetime.combine(day, dt.time.min))


class DayField(forms.CharField):
    """A day as typed, dd/mm/yyyy."""

    widget = forms.TextInput(
        attrs={"inputmode": "numeric", "autocomplete": "off", "placeholder": _("ngày/tháng/năm")}
    )

    def clean(self, value: Any) -> dt.date | None:
        """Return the day, or None for an empty box."""
        text = super().clean(value)
        if not text:
            return None
        try:
            return parse_date(text)
        except ValueError as error:
            raise forms.ValidationError(fault(error)) from error


class LogFilter(forms.Form):
    """Which events to list. An empty box filters nothing."""

    verb = forms.ChoiceField(label=_("Việc"), required=False)
    object_type = forms.ChoiceField(label=_("Loại đối tượng"), required=False)
    object_id = forms.CharField(label=_("Mã đối tượng"), required=False, max_length=80)
    person = forms.CharField(label=_("Người thực hiện"), required=False, max_length=120)
    since = DayField(label=_("Từ ngày"), required=False)
    until = DayField(label=_("Đến hết ngày"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        types = sorted(object_types().items(), key=lambda pair: pair[1])
        self.fields["verb"].choices = [("", _("Tất cả")), *Verb.choices]  # type: ignore[attr-defined]
        self.fields["object_type"].choices = [("", _("Tất cả")), *types]  # type: ignore[attr-defined]

    def narrow(self, events: QuerySet[Event]) -> QuerySet[Event]:
        """Return the events that pass; a form with errors lets none through."""
        if not self.is_valid():
            return events.none()
        asked = self.cleaned_data
        exact = {key: asked[key] for key in ("verb", "object_type", "object_id") if asked[key]}
        events = events.filter(**exact)
        if person := asked["person"]:
            events = events.filter(
                Q(actor__username__icontains=person) | Q(actor__full_name__icontains=person)
            )
        if asked["since"]:
            events = events.filter(at__gte=_midnight(asked["since"]))
        if asked["until"]:
            events = events.filter(at__lt=_midnight(asked["until"] + dt.timedelta(days=1)))
        return events
