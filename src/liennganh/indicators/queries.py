"""Reading the catalogue, and which indicator a printed target means."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Count, Q, QuerySet

from liennganh.accounts.models import User
from liennganh.agencies.queries import provinces_of
from liennganh.pure import rollup
from liennganh.pure.vietnamese import fold

from .catalogue import GROUPS
from .models import Indicator, OverTime, OverUnits
from .suggestion import Profile, scores


@dataclass(frozen=True)
class Suggestion:
    """An indicator that a printed target may mean: ``score`` from 0 to 1, ``reason`` in Vietnamese."""

    indicator: Indicator
    score: float
    reason: str


def visible_to(user: User) -> QuerySet[Indicator]:
    """Return the catalogue: everybody signed in reads the definitions; they hold no figures."""
    return Indicator.objects.all() if user.is_authenticated else Indicator.objects.none()


def suggest(what: str, unit: str, comparator: str) -> list[Suggestion]:
    """Return the indicators that a printed target's clause may mean, best first. One query.

    ``what`` is the clause as printed, ``unit`` one of percent, count, rate, currency and
    ``comparator`` one of ``>= > <= < = + -``. Empty when nothing fits well: a target of another
    field gets an indicator of its own rather than a wrong one.
    """
    known = {one.code: one for one in Indicator.objects.filter(own=False)}
    profiles = [
        Profile(
            one.code,
            one.keywords,
            one.is_share,
            one.counts_units,
            one_number=one.over_units != OverUnits.SIDE_BY_SIDE,
        )
        for one in known.values()
    ]
    return [
        Suggestion(known[score.key], score.value, score.reason)
        for score in scores(what, unit, comparator, profiles)
    ]


def rules_of(indicator: Indicator) -> rollup.IndicatorRule:
    """Return what the indicator means to ``pure.rollup``; the key is its code."""
    over_time = (
        rollup.OverTime.DISTINCT_REGISTER
        if indicator.over_time == OverTime.REGISTER
        else rollup.OverTime(indicator.over_time)
    )
    return rollup.IndicatorRule(
        key=indicator.code,
        unit=indicator.unit,
        flow=rollup.Flow(indicator.flow),
        over_units=rollup.OverUnits(indicator.over_units),
        over_time=over_time,
        higher_is_better=indicator.higher_is_better,
        protected=indicator.protected,
        threshold=settings.DISCLOSURE_THRESHOLD if indicator.protected else None,
        name=indicator.name,
        counts_units=indicator.counts_units,
    )


def search(user: User, *, text: str = "", group: str = "") -> list[tuple[str, list[Indicator]]]:
    """Return the catalogue by group, folded search over code and name.

    Each indicator carries ``used``, the number of programmes of the person's province that track it.
    """
    here = Q(pk__in=())
    for path in provinces_of(user):
        here |= Q(tracked__programme__unit__path__startswith=path)
    found = visible_to(user).annotate(used=Count("tracked__programme", filter=here, distinct=True))
    if group:
        found = found.filter(group=group)
    wanted = fold(text).split()
    grouped: dict[str, list[Indicator]] = {}
    for one in found.order_by("code"):
        folded = fold(f"{one.code} {one.name}")
        if all(word in folded for word in wanted):
            grouped.setdefault(one.group, []).append(one)
    return [(GROUPS.get(key, key), grouped[key]) for key in sorted(grouped)]


def uses_of(indicator: Indicator, user: User) -> Iterable[Any]:
    """Return the tracked indicators of the province's programmes that follow this one.

    They belong to an app above this one, so they are reached by the relation and typed loosely.
    """
    here = Q(pk__in=())
    for path in provinces_of(user):
        here |= Q(programme__unit__path__startswith=path)
    tracked: Any = indicator.tracked
    uses: Iterable[Any] = (
        tracked.filter(here).select_related("programme").order_by("-programme__pk")
    )
    return uses
