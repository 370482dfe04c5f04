"""Following figures: tracked indicators, and the targets set on them."""

import datetime as dt
from collections.abc import Sequence

from django.utils.translation import gettext as _

from liennganh.accounts.models import User
from liennganh.agencies.models import Agency
from liennganh.errors import DomainError
from liennganh.indicators.actions import create_indicator
from liennganh.indicators.models import Indicator, Source
from liennganh.programmes.models import Programme, Reporters, TrackedIndicator, TrackedTarget
from liennganh.programmes.own_indicators import NewIndicator
from liennganh.programmes.proposals import Binding, propose_holders, same_indicator
from liennganh.pure.rollup import Meaning

_OWN_GROUP = "R"
_LONGEST_LABEL = 390


def add_targets(
    programme: Programme, bindings: Sequence[Binding], *, by: User, at: dt.datetime
) -> None:
    """Track each binding; those that follow one figure (a yearly path) share its indicator.

    Raises:
        DomainError: a figure has nobody to report it, or a protected one would be typed.

    """
    made: list[tuple[Binding, TrackedIndicator]] = []
    for order, binding in enumerate(bindings):
        tracked = next((row for other, row in made if same_indicator(binding, other)), None)
        if tracked is None:
            tracked = _track(programme, binding, made, order, by=by, at=at)
            made.append((binding, tracked))
        if binding.printed is None or binding.target is None:
            continue
        target = binding.target
        TrackedTarget.objects.create(
            programme=programme,
            printed=binding.printed,
            tracked=tracked,
            meaning=target.meaning.value,
            comparator=binding.printed.comparator,
            value=target.value,
            upper=target.of if target.meaning == Meaning.N_OF_M else target.upper,
            unit=binding.printed.unit,
            every=target.every,
            deadline=binding.deadline or programme.ends_on,
            baseline=binding.baseline,
            horizon=binding.horizon,
            answers=dict(binding.answers),
            order=order,
        )


def _track(
    programme: Programme,
    binding: Binding,
    made: Sequence[tuple[Binding, TrackedIndicator]],
    order: int,
    *,
    by: User,
    at: dt.datetime,
) -> TrackedIndicator:
    _check_reporters(binding.indicator, binding.reporters, binding.agencies, binding.label)
    tracked = TrackedIndicator.objects.create(
        programme=programme,
        indicator=_indicator(binding.indicator, by=by, at=at),
        label=_free_label(binding.label, [row.label for _other, row in made]),
        numerator=binding.numerator,
        denominator=binding.denominator,
        reporters=binding.reporters,
        order=order,
    )
    if binding.reporters == Reporters.AGENCIES:
        tracked.agencies.set(binding.agencies)
    return tracked


def _check_reporters(
    indicator: Indicator | NewIndicator,
    reporters: Reporters,
    agencies: Sequence[Agency],
    label: str,
) -> None:
    if reporters == Reporters.AGENCIES and not agencies:
        raise DomainError(
            _("“%(label)s” chưa có cơ quan nào báo cáo. Hãy chọn ít nhất một.") % {"label": label},
            field="agencies",
        )
    register = isinstance(indicator, Indicator) and indicator.source == Source.REGISTER
    if (reporters == Reporters.REGISTER) != register:
        raise DomainError(
            _("“%(label)s” lấy từ sổ theo dõi, không nhập tay.") % {"label": label}
            if register
            else _("“%(label)s” không có sổ theo dõi. Hãy chọn ai báo cáo.") % {"label": label},
            field="reporters",
        )


def _indicator(spec: Indicator | NewIndicator, *, by: User, at: dt.datetime) -> Indicator:
    if isinstance(spec, Indicator):
        return spec
    return create_indicator(
        by=by,
        at=at,
        name=spec.name,
        unit=spec.unit,
        measure=spec.measure,
        flow=spec.flow,
        over_units=spec.over_units,
        over_time=spec.over_time,
        numerator=spec.numerator,
        denominator=spec.denominator,
        group=_OWN_GROUP,
        higher_is_better=spec.higher_is_better,
        definition=spec.definition,
    )


def _free_label(wanted: str, used: Sequence[str]) -> str:
    label, number = wanted[:_LONGEST_LABEL], 1
    while label in used:
        number += 1
        label = f"{wanted[:_LONGEST_LABEL]} ({number})"
    return label


def add_extra(programme: Programme, indicators: Sequence[Indicator], *, with_units: bool) -> None:
    """Follow indicators that no target names: a plan without figures still wants reports."""
    followed = set(programme.tracked_indicators.values_list("indicator_id", flat=True))
    start = len(followed)
    agencies = list(
        Agency.objects.filter(assignments__task__programme=programme)
        .exclude(pk__in=programme.reporting_units.values("agency"))
        .distinct()
    )
    for order, indicator in enumerate(indicators, start=start):
        if indicator.pk in followed:
            continue
        followed.add(indicator.pk)
        reporters, holders = propose_holders(
            indicator, agencies, with_units=with_units, lead=programme.lead_agency
        )
        tracked = TrackedIndicator.objects.create(
            programme=programme,
            indicator=indicator,
            label=indicator.name,
            numerator=indicator.numerator,
            denominator=indicator.denominator,
            reporters=reporters,
            order=order,
        )
        tracked.agencies.set(holders)
