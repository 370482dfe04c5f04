"""The forms of putting a plan to work, as one."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django import forms

from liennganh.agencies.models import Agency
from liennganh.agencies.queries import agencies_of
from liennganh.errors import DomainError
from liennganh.indicators.models import Indicator
from liennganh.plans.models import Plan
from liennganh.programmes import proposals
from liennganh.programmes.forms import (
    DutyForm,
    ExtraForm,
    ResultForm,
    TargetForm,
    UnitsForm,
    WithoutCalendarForm,
)
from liennganh.programmes.forms.target import Offer
from liennganh.programmes.proposals import Binding, DutySpec, ResultSpec
from liennganh.pure.periods import PeriodKind
from liennganh.territory.models import Unit


class Adoption:
    """Everything that an officer decides before a plan is put to work, beside what is proposed.

    Raises:
        NotCoveredError: the units of the plan's day are unknown.
        UnitAbsentError: the unit does not exist on that day.

    """

    def __init__(self, plan: Plan, unit: Unit, lead: Agency, data: Any = None) -> None:
        proposed = proposals.propose_units(unit, proposals.day_of(plan))
        named = proposals.agencies_named(plan)
        holders = {str(one.pk): one for one in [lead, *named, *_of_unit(unit, proposed.day)]}
        catalogue = Indicator.objects.filter(own=False).order_by("code")
        opened = data.get("open", "") if data is not None else ""
        self.offer = offer = Offer({str(one.pk): one for one in catalogue}, holders, opened)
        bindings = proposals.propose_bindings(
            plan, named, with_units=bool(proposed.units), lead=lead
        )
        self.refused = ""
        self.units_form = UnitsForm(proposed.units, proposed.day, data)
        self.targets = [TargetForm(binding, offer, data) for binding in bindings]
        self.results = [
            ResultForm(spec, offer, data) for spec in proposals.propose_results(plan, lead)
        ]
        self.extra_form = ExtraForm(offer, data)
        specs = {spec.kind: spec for spec in proposals.propose_duties(plan)}
        self.calendar = [DutyForm(kind, data, spec=specs.get(kind)) for kind in PeriodKind]
        self.without_calendar_form = WithoutCalendarForm(data)

    @property
    def forms(self) -> Iterator[forms.Form]:
        """Return every form, in the order of the page."""
        yield self.units_form
        yield from self.targets
        yield from self.results
        yield self.extra_form
        yield from self.calendar
        yield self.without_calendar_form

    @property
    def dated(self) -> bool:
        """Tell whether the plan prints a report that the calendar can take over."""
        return any(form.spec is not None for form in self.calendar)

    def is_valid(self) -> bool:
        """Check every form, so that all that is wrong is shown at once."""
        checked = [form.is_valid() for form in self.forms]
        reports = any(form.cleaned_data["active"] for form in self.calendar)
        self.without_calendar_form.refuse_silence(reports=reports)
        return all(checked) and self.without_calendar_form.is_valid()

    def leave_unchecked(self) -> None:
        """Show what was typed without judging it: a longer list was asked for, nothing more."""
        for form in self.forms:
            form.errors.clear()

    def refuse(self, error: DomainError) -> None:
        """Keep what the action said against it, for the top of the page."""
        self.refused = error.message

    @property
    def problems(self) -> list[tuple[str, str, str]]:
        """Return what is wrong: the field's id, what it is about, the message."""
        return [
            (field.id_for_label or field.auto_id, _named(form, field), str(message))
            for form in self.forms
            for field in form
            for message in field.errors
        ]

    @property
    def units(self) -> list[Unit]:
        return self.units_form.chosen

    @property
    def bindings(self) -> list[Binding]:
        return [binding for form in self.targets if (binding := form.binding)]

    @property
    def result_specs(self) -> list[ResultSpec]:
        return [result for form in self.results if (result := form.result)]

    @property
    def asked(self) -> int:
        """Return of how many targets the plan leaves something open that nobody has answered."""
        numbers = sum(1 for form in self.targets if form.asks)
        return numbers + sum(1 for form in self.results if form.asks_proof)

    @property
    def extra(self) -> list[Indicator]:
        return self.extra_form.chosen

    @property
    def duties(self) -> list[DutySpec]:
        return [duty for form in self.calendar if (duty := form.duty())]


def _of_unit(unit: Unit, day: dt.date) -> list[Agency]:
    return list(agencies_of(unit, day))


def _named(form: forms.Form, field: forms.BoundField) -> str:
    about = getattr(form, "name", "")
    return f"{about}: {field.label}" if about else str(field.label)
