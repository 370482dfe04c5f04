"""Keeping what was worked out, for as long as what it was worked out from stays the same.

The key is a digest of everything that the figures of a round rest on, so that nothing ever has to
be thrown away by hand and no reader sees a figure older than its reports.
"""

import datetime as dt
import hashlib
from collections.abc import Callable
from typing import TypeVar

from django.core.cache import cache
from django.db.models import Count, Max, Model, Sum

from liennganh.programmes.models import Programme, ReportingUnit, TrackedIndicator
from liennganh.reporting.expected import from_register
from liennganh.reporting.models import Report, Round, RoundState, Snapshot
from liennganh.reporting.sources import provider_of

# Raised when the kept values change their shape.
VERSION = 2
KEPT_SECONDS = 12 * 3600

Value = TypeVar("Value")


def remembered(kind: str, round_: Round, mark: str, work: Callable[[], Value]) -> Value:
    """Return the kept value of this kind for the round and its mark, or work it out and keep it."""
    key = f"dashboard:{VERSION}:{kind}:{round_.pk}:{mark}"
    found: Value | None = cache.get(key)
    if found is None:
        found = work()
        cache.set(key, found, KEPT_SECONDS)
    return found


def mark_of(programme: Programme, round_: Round, today: dt.date) -> str:
    """Return a digest of everything that the round's figures and targets rest on.

    A closed round rests on its snapshot alone; an open one on its reports (their versions rise with
    every save), the closed rounds before it, the definitions, the counts of registers and the day.
    At most eight queries and one call for each figure of a register.
    """
    snapshots = Snapshot.objects.filter(round__programme=programme).order_by("round", "-version")
    parts: list[object] = list(snapshots.values_list("round", "version", "sha256"))
    parts += programme.tracked_targets.values_list()
    if round_.state == RoundState.OPEN:
        parts.append(today)
        parts += Round.objects.filter(pk=round_.pk).values_list()
        parts += programme.rounds.order_by("pk").values_list("pk", "state")
        parts += (
            Report.objects.filter(round=round_)
            .order_by("state")
            .values_list("state")
            .annotate(Count("pk"), Sum("version"), Max("saved_at"), Max("approved_at"))
        )
        tracked = list(programme.tracked_indicators.select_related("indicator"))
        for one in tracked:
            parts.append((_fields(one), _fields(one.indicator)))
            if from_register(one) and (provider := provider_of(one.indicator.register)):
                parts.append(provider(programme, one, round_.starts_on, round_.ends_on))
        through = TrackedIndicator.agencies.through.objects
        parts += through.filter(trackedindicator__programme=programme).order_by("pk").values_list()
        parts += ReportingUnit.objects.filter(programme=programme).order_by("pk").values_list()
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:32]


def _fields(row: Model) -> tuple[object, ...]:
    """Return the columns of a row in their order."""
    fields = row._meta.concrete_fields  # noqa: SLF001 - Django's documented meta API
    return tuple(getattr(row, field.attname) for field in fields)
