"""Figures of longer stretches, and the targets held against them."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from liennganh.programmes.models import Programme, TrackedTarget
from liennganh.programmes.targets import target_of
from liennganh.pure.periods import Period, PeriodKind
from liennganh.pure.rollup import (
    Attainment,
    AttainmentStatus,
    Figure,
    Flow,
    Meaning,
    OverTime,
    RollUpError,
    Target,
    assess,
    over_periods,
)
from liennganh.reporting.definitions import Definition, definition_of
from liennganh.reporting.frozen import FigureView, TargetResult, figures_in, snapshot_of, targets_in
from liennganh.reporting.models import Round, RoundState
from liennganh.reporting.queries.figures import figures


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days of a round, as pure.rollup asks for them."""

    key: str
    label: str
    start: dt.date
    end: dt.date


def stretch_of(round_: Round) -> Stretch:
    """Return the days of a round as a value."""
    return Stretch(round_.period_key, round_.label, round_.starts_on, round_.ends_on)


@dataclass(frozen=True, slots=True)
class _Held:
    """A closed round with its figures by tracked indicator."""

    round: Round
    figures: dict[int, FigureView]

    def pair(self, tracked_id: int) -> tuple[Stretch, Figure | None]:
        view = self.figures.get(tracked_id)
        return stretch_of(self.round), view.figure if view is not None else None


def _held(round_: Round, views: Iterable[FigureView]) -> _Held:
    return _Held(round_, {view.definition.tracked_id: view for view in views})


def closed_before(round_: Round) -> list[_Held]:
    """Return the closed rounds of the programme that ended before this one, oldest first."""
    rounds = (
        Round.objects.filter(
            programme=round_.programme_id, state=RoundState.CLOSED, ends_on__lt=round_.ends_on
        )
        .exclude(pk=round_.pk)
        .exclude(duty__kind__in=[PeriodKind.AD_HOC, PeriodKind.FINAL])
        .prefetch_related("snapshots")
        .order_by("ends_on", "-starts_on", "pk")
    )
    # Snapshots are ordered by version, latest first.
    # Figures alone: the parts of thousands of reporters are not added again.
    return [
        _held(r, figures_in(next(iter(r.snapshots.all())).content, with_parts=False))
        for r in rounds
    ]


def tiles(current: _Held, before: Sequence[_Held], start: dt.date) -> list[_Held]:
    """Return rounds that cover the days from ``start`` to this round without overlap.

    Walking back from this round, the one that ends last is taken, and of those the longest: of a
    year with its quarters, the year. Gaps stay and are named by ``over_periods``.
    """
    found = [current]
    edge = current.round.starts_on
    while edge > start:
        fitting = [h for h in before if h.round.ends_on < edge and h.round.starts_on >= start]
        if not fitting:
            break
        best = max(fitting, key=lambda h: (h.round.ends_on, -h.round.starts_on.toordinal()))
        found.append(best)
        edge = best.round.starts_on
    return found[::-1]


def _together(definition: Definition, held: Sequence[_Held]) -> tuple[Figure, str]:
    """Return the figure of these rounds together, or one without value and why."""
    current = held[-1].figures[definition.tracked_id].figure
    if definition.rule.over_time is OverTime.CUMULATIVE or len(held) == 1:
        # Already counts from the start of the year: nothing is added to it.
        return current, ""
    try:
        return over_periods(definition.rule, [one.pair(definition.tracked_id) for one in held]), ""
    except RollUpError as error:
        return Figure(definition.rule.key, current.period_key, None, complete=False), str(error)


def year_start(round_: Round) -> dt.date:
    """Return the first day of the data year in which the round ends."""
    kind = PeriodKind(round_.duty.kind)
    if kind in (PeriodKind.AD_HOC, PeriodKind.FINAL):
        return dt.date(round_.ends_on.year, 1, 1)
    closing = (round_.duty.window or {}).get("closing_day")
    year = int(round_.period_key[:4])
    return dt.date(year, 1, 1) if closing is None else dt.date(year - 1, 12, closing + 1)


def year_to_date(
    programme: Programme,
    *,
    round: Round,  # noqa: A002 - the word of the glossary
    views: Sequence[FigureView] | None = None,
) -> list[tuple[FigureView, Figure, str]]:
    """Return, for each figure of the round, that of the year so far and, where none, why.

    Earlier rounds of the year count once they are closed.
    """
    views = figures(programme, round=round) if views is None else views
    held = tiles(_held(round, views), closed_before(round), year_start(round))
    return [(view, *_together(view.definition, held)) for view in views]


def target_results(
    programme: Programme,
    *,
    round: Round,  # noqa: A002 - the word of the glossary
    today: dt.date,
    views: Sequence[FigureView] | None = None,
) -> list[TargetResult]:
    """Return how each tracked target stands by this round and the closed ones before it.

    A yearly target is counted over the year, any other from the programme's first day to its
    deadline. An increase is held against the same period of the year before, or where that round
    is not at hand against the baseline that the programme names; one that the plan names (“so với năm
    2020”) against that baseline only. Of a closed round the answer is the
    one that was frozen. ``views`` are the figures of the round where the caller has them already.
    """
    if round.state == RoundState.CLOSED and (snapshot := snapshot_of(round)) is not None:
        return targets_in(snapshot.content)
    current = _held(round, figures(programme, round=round) if views is None else views)
    before = closed_before(round)
    rows = programme.tracked_targets.select_related("tracked__indicator", "printed")
    return [_result(programme, row, current, before, today) for row in rows]


def _result(
    programme: Programme,
    row: TrackedTarget,
    current: _Held,
    before: Sequence[_Held],
    today: dt.date,
) -> TargetResult:
    view = current.figures.get(row.tracked_id)
    definition = view.definition if view is not None else definition_of(row.tracked)
    nothing = Figure(definition.rule.key, current.round.period_key, None, complete=False)
    try:
        target = target_of(row)
    except ValueError as error:
        return _told(row, row.tracked.label, "", nothing, _unknown(str(error)))
    if view is None:
        missing = _("Kỳ này chưa theo dõi chỉ tiêu này.")
        return _told(row, row.tracked.label, target.phrase, nothing, _unknown(missing))
    starts, horizon = _window(programme, row, target, current.round)
    figure, problem = view.figure, ""
    if definition.rule.flow is Flow.FLOW and not target.is_change:
        figure, problem = _together(definition, tiles(current, before, starts))
    if problem or (definition.register and figure.value is None):
        return _told(
            row, definition.label, target.phrase, figure, _unknown(problem or view.sentence)
        )
    attainment = assess(
        target,
        figure,
        rule=definition.rule,
        period=stretch_of(current.round),
        starts=starts,
        horizon=max(horizon, starts),
        today=today,
        baseline=_baseline(row, target, current.round, before),
        history=_history(target, row.tracked_id, current, before, starts),
    )
    return _told(row, definition.label, target.phrase, figure, attainment)


def _told(
    row: TrackedTarget, label: str, phrase: str, figure: Figure, attainment: Attainment
) -> TargetResult:
    return TargetResult(
        row.pk, row.tracked_id, label, phrase, row.deadline, figure.value, attainment
    )


def _unknown(sentence: str) -> Attainment:
    return Attainment(AttainmentStatus.INSUFFICIENT, None, None, sentence)


def _window(
    programme: Programme, row: TrackedTarget, target: Target, round_: Round
) -> tuple[dt.date, dt.date]:
    """Return the first and last day given for reaching the target."""
    if not target.per_year:
        return programme.starts_on, row.deadline
    start = year_start(round_)
    year_end = start.replace(year=start.year + 1) - dt.timedelta(days=1)
    return start, min(year_end, row.deadline) if row.deadline >= start else year_end


def _baseline(
    row: TrackedTarget, target: Target, round_: Round, before: Sequence[_Held]
) -> Figure | None:
    if target.is_change and not target.against and round_.duty.kind != PeriodKind.AD_HOC:
        kind = PeriodKind(round_.duty.kind)
        last_year = f"{int(round_.period_key[:4]) - 1:04d}{round_.period_key[4:]}"
        for held in before:
            same = held.round.duty.kind == kind and held.round.period_key == last_year
            if same and row.tracked_id in held.figures:
                return held.figures[row.tracked_id].figure
    if row.baseline is None:
        return None
    return Figure(str(row.tracked_id), "", row.baseline, low=row.baseline, high=row.baseline)


def _history(
    target: Target,
    tracked_id: int,
    current: _Held,
    before: Sequence[_Held],
    starts: dt.date,
) -> list[tuple[Period | Stretch, Figure | None]]:
    """Return every period of this kind so far, for what must hold in each of them."""
    if target.meaning not in (Meaning.KEEP_UP, Meaning.K_TIMES_A_PERIOD):
        return []
    same = [
        held
        for held in before
        if held.round.duty_id == current.round.duty_id and held.round.starts_on >= starts
    ]
    return [held.pair(tracked_id) for held in (*same, current)]
